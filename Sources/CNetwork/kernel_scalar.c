// The kernel in plain C, for machines other than x86-64 and as the measure of the others.
#include <string.h>

#include "network.h"

#ifdef __clang__
#pragma STDC FP_CONTRACT OFF
#endif

// Rounds to the nearest integer, halves to even, after saturating to 16 bits.
static int16_t rounded(float value) {
  const float shift = 12582912;  // 1.5 * 2^23: floats of this size are whole
  value = value > 32767 ? 32767 : value < -32768 ? -32768 : value;
  return (int16_t)((value + shift) - shift);
}

// The sums of one block of outputs at one pixel.
static void add_up(const convolution *c, const int16_t *input, const int16_t *weights,
                   int32_t sums[BLOCK]) {
  for (int s = 0; s < c->segment_count; s++) {
    const int16_t *values = input + c->segments[s].offset;
    for (int pair = 0; pair < c->segments[s].pairs; pair++, values += 2, weights += 2 * BLOCK)
      for (int i = 0; i < BLOCK; i++)
        sums[i] += values[0] * weights[2 * i] + values[1] * weights[2 * i + 1];
  }
}

void cnetwork_row_scalar(const convolution *c, const int16_t *input, int width, int16_t *values,
                         float *maps) {
  for (int block = 0; block < c->blocks; block++) {
    int first = block * BLOCK;
    int count = c->outputs - first < BLOCK ? c->outputs - first : BLOCK;
    const int16_t *weights = c->weights + (size_t)block * (size_t)c->pairs * BLOCK * 2;
    for (int x = 0; x < width; x++) {
      int32_t sums[BLOCK];
      memcpy(sums, c->bias + first, sizeof sums);
      add_up(c, input + x * c->pixel_step, weights, sums);
      for (int i = 0; i < count; i++) {
        if (c->relu && sums[i] < 0) sums[i] = 0;
        float scaled = (float)sums[i] * c->multipliers[first + i];
        size_t place = (size_t)x * (size_t)c->outputs + (size_t)(first + i);
        if (c->is_float)
          maps[place] = scaled;
        else
          values[place] = rounded(scaled);
      }
    }
  }
}
