// Turns a grey picture into a network's input: zero mean, unit spread, in steps of 1/UNITS.
#include <math.h>
#include <string.h>

#include "network.h"

#ifdef __clang__
#pragma STDC FP_CONTRACT OFF
#endif

// Fills the table of the normalised value of each grey level.
static void fill_table(const unsigned char *grey, int width, int height, ptrdiff_t stride,
                       float softening, int16_t table[256]) {
  uint64_t sum = 0, squares = 0;
  for (int y = 0; y < height; y++) {
    const unsigned char *row = grey + y * stride;
    uint32_t row_sum = 0, row_squares = 0;
    for (int x = 0; x < width; x++) {
      row_sum += row[x];
      row_squares += (uint32_t)row[x] * row[x];
    }
    sum += row_sum;
    squares += row_squares;
  }
  double count = (double)width * height;
  double mean = (double)sum / count;
  double variance = (double)squares / count - mean * mean;
  double spread = sqrt(variance > 0 ? variance : 0) + (double)softening;
  for (int level = 0; level < 256; level++) {
    double value = floor((level - mean) / spread * UNITS + 0.5);
    table[level] = (int16_t)(value > 32767 ? 32767 : value < -32767 ? -32767 : value);
  }
}

void cnetwork_normalise(const unsigned char *grey, int width, int height, ptrdiff_t stride,
                        float softening, tensor *target) {
  int16_t table[256];
  fill_table(grey, width, height, stride, softening, table);
  for (int y = 0; y < target->height; y++) {
    int16_t *row = cnetwork_interior(target) + y * target->row_stride;
    int filled = y < height ? width : 0;
    for (int x = 0; x < filled; x++) row[x] = table[grey[y * stride + x]];
    memset(row + filled, 0, (size_t)(target->width - filled) * sizeof *row);
  }
}
