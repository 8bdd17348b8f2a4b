// Runs a network: works out the size of every tensor, then computes them one after the other.
#include <stdlib.h>
#include <string.h>

#include "network.h"

// Gives a tensor its size and zero borders; 0 if memory is short.
static int shape(tensor *t, int width, int height) {
  t->width = width;
  t->height = height;
  t->row_stride = (ptrdiff_t)(width + 2 * t->border_x) * t->channels;
  size_t rows = (size_t)height + 2 * (size_t)t->border_y;
  size_t needed = (size_t)t->row_stride * rows + SLACK;
  if (needed > t->capacity) {
    free(t->values);
    t->values = calloc(needed, sizeof *t->values);
    t->capacity = t->values ? needed : 0;
    if (!t->values) return 0;
    return 1;
  }
  size_t above = (size_t)(t->row_stride * t->border_y);
  size_t beside = (size_t)t->border_x * (size_t)t->channels;
  memset(t->values, 0, above * sizeof *t->values);
  for (size_t y = 0; y < (size_t)height; y++) {
    int16_t *row = t->values + above + y * (size_t)t->row_stride;
    memset(row, 0, beside * sizeof *row);
    memset(row + (size_t)t->row_stride - beside, 0, beside * sizeof *row);
  }
  memset(t->values + needed - SLACK - above, 0, (above + SLACK) * sizeof *t->values);
  return 1;
}

// Makes room for the maps; 0 if memory is short.
static int shape_maps(cnetwork *network, tensor *t, int width, int height) {
  t->width = width;
  t->height = height;
  size_t needed = (size_t)width * (size_t)height * (size_t)t->channels;
  if (needed <= network->maps_capacity) return 1;
  free(network->maps);
  network->maps = malloc(needed * sizeof *network->maps);
  network->maps_capacity = network->maps ? needed : 0;
  return network->maps != NULL;
}

// Computes one convolution; 0 if its input is too small or memory is short.
static int convolve(cnetwork *network, convolution *c, tensor *output) {
  const tensor *input = &network->tensors[c->input];
  int room_x = input->width + 2 * c->padding_x - (c->kernel_width - 1) * c->dilation_x - 1;
  int room_y = input->height + 2 * c->padding_y - c->kernel_height;
  if (room_x < 0 || room_y < 0) return 0;
  int width = room_x / c->stride_x + 1, height = room_y / c->stride_y + 1;
  if (!(c->is_float ? shape_maps(network, output, width, height) : shape(output, width, height)))
    return 0;

  for (int i = 0; i < c->segment_count; i++) {
    segment *s = &c->segments[i];
    s->offset = s->row * input->row_stride + (ptrdiff_t)s->column * input->channels;
  }
  c->pixel_step = (ptrdiff_t)c->stride_x * input->channels;
  const int16_t *first = cnetwork_interior(input) - c->padding_y * input->row_stride -
                         (ptrdiff_t)c->padding_x * input->channels;
  for (int y = 0; y < height; y++) {
    const int16_t *taps = first + (ptrdiff_t)y * c->stride_y * input->row_stride;
    if (c->is_float)
      network->kernel(c, taps, width, NULL,
                      network->maps + (size_t)y * (size_t)width * (size_t)c->outputs);
    else
      network->kernel(c, taps, width, cnetwork_interior(output) + y * output->row_stride, NULL);
  }
  return 1;
}

// Adds one row of the smaller tensor, each pixel twice, to one of the larger.
static void add_row(int16_t *restrict target, const int16_t *restrict a, const int16_t *restrict b,
                    int width, int channels) {
  for (int x = 0; x < width; x++) {
    for (int c = 0; c < channels; c++) {
      int sum = a[c] + b[c];
      target[c] = (int16_t)(sum > 32767 ? 32767 : sum < -32768 ? -32768 : sum);
    }
    target += channels;
    a += channels;
    b += x % 2 ? channels : 0;
  }
}

// Computes one addition; 0 if the sizes do not match or memory is short.
static int add(const cnetwork *network, const addition *operation, tensor *output) {
  const tensor *a = &network->tensors[operation->first];
  const tensor *b = &network->tensors[operation->second];
  if (a->width != 2 * b->width || a->height != 2 * b->height) return 0;
  if (!shape(output, a->width, a->height)) return 0;
  for (int y = 0; y < a->height; y++)
    add_row(cnetwork_interior(output) + y * output->row_stride,
            cnetwork_interior(a) + y * a->row_stride,
            cnetwork_interior(b) + y / 2 * b->row_stride, a->width, a->channels);
  return 1;
}

int cnetwork_run(cnetwork *network, const unsigned char *grey, int width, int height,
                 ptrdiff_t stride, const float **maps, int *out_width, int *out_height,
                 int *out_maps) {
  if (width <= 0 || height <= 0 || width > MOST_SIDE || height > MOST_SIDE) return 0;
  if (network->rows && height != network->rows) return 0;
  int mx = network->multiple_x, my = network->multiple_y;
  tensor *input = &network->tensors[0];
  if (!shape(input, (width + mx - 1) / mx * mx, (height + my - 1) / my * my)) return 0;
  cnetwork_normalise(grey, width, height, stride, network->softening, input);
  for (int i = 0; i < network->operation_count; i++) {
    operation *o = &network->operations[i];
    tensor *output = &network->tensors[i + 1];
    int done = o->kind == CONVOLUTION ? convolve(network, &o->convolution, output)
                                      : add(network, &o->addition, output);
    if (!done) return 0;
  }
  const tensor *last = &network->tensors[network->operation_count];
  *maps = network->maps;
  *out_width = last->width;
  *out_height = last->height;
  *out_maps = last->channels;
  return 1;
}
