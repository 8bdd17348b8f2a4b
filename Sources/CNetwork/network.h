// What the parts of this module share: a network in memory, its tensors and its convolutions.
#ifndef NETWORK_H
#define NETWORK_H

#include <stddef.h>
#include <stdint.h>

#include "CNetwork.h"

enum {
  BLOCK = 16,            // outputs that a kernel computes side by side
  SLACK = 64,            // int16 values a kernel may read past a tensor's end
  UNITS = 2048,          // steps of one in the normalised input, which ends at 16
  MOST_SIDE = 1 << 16,   // widest and highest picture; squares of one row fit 32 bits
  MOST_CHANNELS = 4096,
  MOST_OPS = 256,
  MOST_TAPS = 16,        // kernel rows, kernel columns, dilation
};

// Neighbouring input values of one kernel row that are multiplied in one go.
typedef struct {
  ptrdiff_t offset;  // int16 values from a pixel's first tap; set for each picture size
  int row, column;   // of its first tap, in pixels of the input
  int pairs;         // pairs of values; a lone last value is paired with weight zero
} segment;

typedef struct {
  int input, outputs;
  int kernel_height, kernel_width, stride_y, stride_x, padding_y, padding_x, dilation_x;
  int relu, is_float;
  int blocks;           // of BLOCK outputs; the last may be partly empty
  int segment_count;
  segment *segments;
  int pairs;            // of all segments
  int16_t *weights;     // [block][pair][BLOCK][2]
  int32_t *bias;        // [block][BLOCK]
  float *multipliers;   // [block][BLOCK]
  ptrdiff_t pixel_step; // int16 values from one output pixel's first tap to the next one's
} convolution;

typedef struct {
  int first, second;  // tensors; the second has half the sides of the first
} addition;

typedef enum { CONVOLUTION = 1, ADD_UPSAMPLED = 2 } operation_kind;

typedef struct {
  operation_kind kind;
  convolution convolution;
  addition addition;
} operation;

// int16 values, [row][column][channel], with borders of zeros all round.
typedef struct {
  int channels;
  int is_never_negative;   // what ReLU gives, and sums of it
  int border_x, border_y;  // the widest padding of the convolutions that read it
  int width, height;       // without borders, of the picture in hand
  ptrdiff_t row_stride;    // int16 values from row to row
  int16_t *values;         // the first value of the upper border
  size_t capacity;         // int16 values allocated
} tensor;

// Computes one row of a convolution: `input` is the first tap of the row's first pixel. Writes
// [width][outputs] values to `values`, or to `maps` if the convolution gives floats.
typedef void (*row_kernel)(const convolution *convolution, const int16_t *input, int width,
                           int16_t *values, float *maps);

struct cnetwork {
  float softening;
  int multiple_x, multiple_y;
  int rows;  // the only height that the network takes, or 0
  char *alphabet;
  size_t alphabet_length;
  int operation_count;
  operation *operations;
  tensor *tensors;  // [0] the input, [i + 1] what operation i gives
  float *maps;
  size_t maps_capacity;
  row_kernel kernel;
};

// Makes the segments and the packed weights of a convolution whose shape is known. `weights` are
// little-endian [outputs][kernel_height][kernel_width][channels]. Gives 0 if memory is short.
int cnetwork_pack(convolution *convolution, int channels, const unsigned char *weights);

// Writes a picture, normalised, into a tensor that has room for it.
void cnetwork_normalise(const unsigned char *grey, int width, int height, ptrdiff_t stride,
                        float softening, tensor *target);

// The first value inside a tensor's borders.
static inline int16_t *cnetwork_interior(const tensor *tensor) {
  return tensor->values + tensor->border_y * tensor->row_stride +
         (ptrdiff_t)tensor->border_x * tensor->channels;
}

// The kernels; only the scalar one is there on machines other than x86-64.
void cnetwork_row_scalar(const convolution *, const int16_t *, int, int16_t *, float *);
void cnetwork_row_sse2(const convolution *, const int16_t *, int, int16_t *, float *);
void cnetwork_row_avx2(const convolution *, const int16_t *, int, int16_t *, float *);
void cnetwork_row_avx512(const convolution *, const int16_t *, int, int16_t *, float *);

// The best kernel of this machine.
row_kernel cnetwork_best_kernel(void);

#endif
