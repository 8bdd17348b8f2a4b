// A plain C face of ZXing's barcode reader and of its writer of QR codes.
//
// Ownership: czxing_read returns a result that the caller frees with czxing_free, czxing_write_qr a
// matrix that he frees with czxing_matrix_free. The texts belong to the result and live as long as it
// does. No C++ exception crosses this border: a failure inside the library gives NULL.
#ifndef CZXING_H
#define CZXING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct czxing_result czxing_result;

typedef struct {
  const char *text;    // UTF-8, not zero-terminated, may hold any byte
  size_t length;       // bytes in text
  const char *format;  // static ASCII name such as "Code128"
  int corners[8];      // x0 y0 … x3 y3 in pixels: top left, top right, bottom right, bottom left
  int line_count;      // scan lines that agreed (linear codes), 0 for matrix codes
} czxing_symbol;

// Reads every supported symbol in an 8-bit grey picture of `height` rows of `stride` bytes.
czxing_result *czxing_read(const uint8_t *luminance, int width, int height, int stride);
size_t czxing_count(const czxing_result *result);
czxing_symbol czxing_symbol_at(const czxing_result *result, size_t index);
void czxing_free(czxing_result *result);

typedef struct czxing_matrix czxing_matrix;

// Encodes `length` bytes of UTF-8 as a QR code of error correction level M, without a quiet zone.
// NULL when they are too many.
czxing_matrix *czxing_write_qr(const char *text, size_t length);
// Modules along one side.
int czxing_matrix_side(const czxing_matrix *matrix);
// Whether the module `x` from the left and `y` from the top, both from 0, is dark.
bool czxing_matrix_is_dark(const czxing_matrix *matrix, int x, int y);
void czxing_matrix_free(czxing_matrix *matrix);

// The library's version, "1.4.0".
const char *czxing_version(void);

#ifdef __cplusplus
}
#endif

#endif
