// The kernel for machines with AVX2.
#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#include "network.h"

#define TARGET __attribute__((target("avx2")))
#define ROW cnetwork_row_avx2
#define PIXELS 4
#define VECTORS 2

typedef __m256i vector;

// Eight sums or sixteen weights.
TARGET static inline vector load(const void *address) { return _mm256_loadu_si256(address); }

// Two neighbouring values, in every lane.
TARGET static inline vector spread(const int16_t *address) {
  int32_t pair;
  memcpy(&pair, address, sizeof pair);
  return _mm256_set1_epi32(pair);
}

// The sum with the products of pairs added.
TARGET static inline vector add_product(vector sum, vector a, vector b) {
  return _mm256_add_epi32(sum, _mm256_madd_epi16(a, b));
}

// The sum, or 0 where it is negative.
TARGET static inline vector rectified(vector sum) {
  return _mm256_max_epi32(sum, _mm256_setzero_si256());
}

// Eight sums times their multipliers.
TARGET static inline __m256 scaled(vector sum, const float *multipliers) {
  return _mm256_mul_ps(_mm256_cvtepi32_ps(sum), _mm256_loadu_ps(multipliers));
}

// Sixteen values of 16 bits, or the first eight.
TARGET static inline void store_values(int16_t *target, const vector sums[VECTORS],
                                       const float *multipliers, int is_half) {
  vector low = _mm256_cvtps_epi32(scaled(sums[0], multipliers));
  vector high = _mm256_cvtps_epi32(scaled(sums[1], multipliers + 8));
  // Packing works in halves: 0-3, 8-11, 4-7, 12-15.
  vector packed = _mm256_permute4x64_epi64(_mm256_packs_epi32(low, high), 0xD8);
  if (is_half)
    _mm_storeu_si128((void *)target, _mm256_castsi256_si128(packed));
  else
    _mm256_storeu_si256((void *)target, packed);
}

// Sixteen floats.
TARGET static inline void store_floats(float *target, const vector sums[VECTORS],
                                       const float *multipliers) {
  _mm256_storeu_ps(target, scaled(sums[0], multipliers));
  _mm256_storeu_ps(target + 8, scaled(sums[1], multipliers + 8));
}

#include "kernel_body.h"
#endif
