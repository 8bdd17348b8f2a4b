// The kernel for machines with AVX-512 for 16-bit integers.
#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#include "network.h"

#define TARGET __attribute__((target("avx512f,avx512bw")))
#define ROW cnetwork_row_avx512
#define PIXELS 8
#define VECTORS 1

typedef __m512i vector;

// Sixteen sums or thirty-two weights.
TARGET static inline vector load(const void *address) { return _mm512_loadu_si512(address); }

// Two neighbouring values, in every lane.
TARGET static inline vector spread(const int16_t *address) {
  int32_t pair;
  memcpy(&pair, address, sizeof pair);
  return _mm512_set1_epi32(pair);
}

// The sum with the products of pairs added.
TARGET static inline vector add_product(vector sum, vector a, vector b) {
  return _mm512_add_epi32(sum, _mm512_madd_epi16(a, b));
}

// The sum, or 0 where it is negative.
TARGET static inline vector rectified(vector sum) {
  return _mm512_max_epi32(sum, _mm512_setzero_si512());
}

// Sixteen sums times their multipliers.
TARGET static inline __m512 scaled(vector sum, const float *multipliers) {
  return _mm512_mul_ps(_mm512_cvtepi32_ps(sum), _mm512_loadu_ps(multipliers));
}

// Sixteen values of 16 bits, or the first eight.
TARGET static inline void store_values(int16_t *target, const vector sums[VECTORS],
                                       const float *multipliers, int is_half) {
  __m256i packed = _mm512_cvtsepi32_epi16(_mm512_cvtps_epi32(scaled(sums[0], multipliers)));
  if (is_half)
    _mm_storeu_si128((void *)target, _mm256_castsi256_si128(packed));
  else
    _mm256_storeu_si256((void *)target, packed);
}

// Sixteen floats.
TARGET static inline void store_floats(float *target, const vector sums[VECTORS],
                                       const float *multipliers) {
  _mm512_storeu_ps(target, scaled(sums[0], multipliers));
}

#include "kernel_body.h"
#endif
