// Chooses among the kernels.
#include "network.h"

enum { SCALAR, SSE2, AVX2, AVX512, KERNELS };

// A kernel that this machine has, or NULL.
static row_kernel kernel_if_there(int kernel) {
  switch (kernel) {
    case SCALAR: return cnetwork_row_scalar;
#if defined(__x86_64__)
    case SSE2: return cnetwork_row_sse2;
    case AVX2: return __builtin_cpu_supports("avx2") ? cnetwork_row_avx2 : NULL;
    case AVX512: return __builtin_cpu_supports("avx512bw") ? cnetwork_row_avx512 : NULL;
#endif
    default: return NULL;
  }
}

// The number of the best kernel of this machine.
static int best(void) {
  int kernel = KERNELS - 1;
  while (!kernel_if_there(kernel)) kernel--;
  return kernel;
}

row_kernel cnetwork_best_kernel(void) { return kernel_if_there(best()); }

const char *cnetwork_kernel_name(void) {
  static const char *const names[KERNELS] = {"scalar", "SSE2", "AVX2", "AVX-512"};
  return names[best()];
}

int cnetwork_force_kernel(cnetwork *network, int kernel) {
  row_kernel chosen = kernel_if_there(kernel);
  if (!chosen) return 0;
  network->kernel = chosen;
  return 1;
}
