// The kernel for every x86-64 machine.
#if defined(__x86_64__)
#include <emmintrin.h>
#include <string.h>

#include "network.h"

#define TARGET __attribute__((target("sse2")))
#define ROW cnetwork_row_sse2
#define PIXELS 2
#define VECTORS 4

typedef __m128i vector;

// Four sums or eight weights.
TARGET static inline vector load(const void *address) { return _mm_loadu_si128(address); }

// Two neighbouring values, in every lane.
TARGET static inline vector spread(const int16_t *address) {
  int32_t pair;
  memcpy(&pair, address, sizeof pair);
  return _mm_set1_epi32(pair);
}

// The sum with the products of pairs added.
TARGET static inline vector add_product(vector sum, vector a, vector b) {
  return _mm_add_epi32(sum, _mm_madd_epi16(a, b));
}

// The sum, or 0 where it is negative.
TARGET static inline vector rectified(vector sum) {
  return _mm_and_si128(sum, _mm_cmpgt_epi32(sum, _mm_setzero_si128()));
}

// Four sums times their multipliers.
TARGET static inline __m128 scaled(vector sum, const float *multipliers) {
  return _mm_mul_ps(_mm_cvtepi32_ps(sum), _mm_loadu_ps(multipliers));
}

// Sixteen values of 16 bits, or the first eight.
TARGET static inline void store_values(int16_t *target, const vector sums[VECTORS],
                                       const float *multipliers, int is_half) {
  for (int v = 0; v < (is_half ? 2 : 4); v += 2) {
    vector low = _mm_cvtps_epi32(scaled(sums[v], multipliers + 4 * v));
    vector high = _mm_cvtps_epi32(scaled(sums[v + 1], multipliers + 4 * v + 4));
    _mm_storeu_si128((void *)(target + 4 * v), _mm_packs_epi32(low, high));
  }
}

// Sixteen floats.
TARGET static inline void store_floats(float *target, const vector sums[VECTORS],
                                       const float *multipliers) {
  for (int v = 0; v < VECTORS; v++)
    _mm_storeu_ps(target + 4 * v, scaled(sums[v], multipliers + 4 * v));
}

#include "kernel_body.h"
#endif
