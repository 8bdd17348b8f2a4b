// Runs small convolution networks in whole numbers.
//
// Activations and weights are 16-bit, sums 32-bit. A file is accepted only if no sum can overflow, so
// every kernel (scalar, SSE2, AVX2, AVX-512) gives the same bits on every machine.
//
// Ownership: cnetwork_open copies what it needs of the file and returns a handle that the caller frees
// with cnetwork_close. A handle keeps its scratch memory between runs and serves one thread at a time.
#ifndef CNETWORK_H
#define CNETWORK_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cnetwork cnetwork;

// Reads a network file (format.c describes it); NULL if it is malformed or memory is short.
cnetwork *cnetwork_open(const unsigned char *bytes, size_t size);

// Frees a network; NULL is allowed.
void cnetwork_close(cnetwork *network);

// The file's alphabet, UTF-8, `*length` bytes without a closing zero; it lives as long as the network.
const char *cnetwork_alphabet(const cnetwork *network, size_t *length);

// Runs the network on a grey picture of `height` rows, `stride` bytes apart.
//
// On success gives 1 and the maps, `*out_height` rows of `*out_width` places of `*out_maps` floats;
// they belong to the network and live until its next run. Gives 0 if the picture is empty, has not
// the fixed number of rows that the file asks for, is too small for a kernel, or memory is short.
int cnetwork_run(cnetwork *network, const unsigned char *grey, int width, int height,
                 ptrdiff_t stride, const float **maps, int *out_width, int *out_height,
                 int *out_maps);

// The kernel that this machine uses: "AVX-512", "AVX2", "SSE2" or "scalar".
const char *cnetwork_kernel_name(void);

// Makes a network use one kernel (0 scalar, 1 SSE2, 2 AVX2, 3 AVX-512), for tests and measurements.
// Gives 0, and changes nothing, if this machine lacks it.
int cnetwork_force_kernel(cnetwork *network, int kernel);

#ifdef __cplusplus
}
#endif

#endif
