// Lays out the weights of a convolution in the order in which the kernels read them.
#include <stdlib.h>

#include "network.h"

// Lists the segments: whole kernel rows where taps are neighbours in memory, single taps otherwise.
static int list_segments(convolution *c, int channels) {
  int joined = c->dilation_x == 1 ? c->kernel_width : 1;
  int across = c->kernel_width / joined;
  c->segment_count = c->kernel_height * across;
  c->segments = calloc((size_t)c->segment_count, sizeof *c->segments);
  if (!c->segments) return 0;
  c->pairs = 0;
  for (int i = 0; i < c->segment_count; i++) {
    segment *s = &c->segments[i];
    s->row = i / across;
    s->column = i % across * c->dilation_x;
    s->pairs = (joined * channels + 1) / 2;
    c->pairs += s->pairs;
  }
  return 1;
}

int cnetwork_pack(convolution *c, int channels, const unsigned char *weights) {
  if (!list_segments(c, channels)) return 0;
  size_t block_values = (size_t)c->pairs * BLOCK * 2;
  c->weights = calloc(block_values * (size_t)c->blocks, sizeof *c->weights);
  if (!c->weights) return 0;
  size_t values = (size_t)(c->kernel_height * c->kernel_width) * channels / c->segment_count;
  for (int output = 0; output < c->outputs; output++) {
    int16_t *lane = c->weights + block_values * (size_t)(output / BLOCK) + output % BLOCK * 2;
    for (int s = 0; s < c->segment_count; s++) {
      for (size_t i = 0; i < values; i++, weights += 2)
        lane[i / 2 * BLOCK * 2 + i % 2] = (int16_t)(weights[0] | weights[1] << 8);
      lane += (size_t)c->segments[s].pairs * BLOCK * 2;
    }
  }
  return 1;
}
