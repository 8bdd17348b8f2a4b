// The kernel for vector machines, written once. The including file defines
//   TARGET                      the attribute of functions that may use its instructions
//   ROW                         the name of the function to make
//   PIXELS                      pixels computed side by side
//   VECTORS                     vectors that hold BLOCK sums
//   vector                      the type of a vector of 32-bit integers
//   load(address)               a vector of weights or biases
//   spread(address)             two neighbouring 16-bit values, in every lane
//   add_product(sum, a, b)      sum + a·b, pairs of 16-bit products added up
//   rectified(sum)              sum, or 0 where it is negative
//   store_values(target, sums, multipliers, is_half)   rounded to 16 bits; the first 8 if is_half
//   store_floats(target, sums, multipliers)            BLOCK floats
// and includes this file.

#define INLINE static inline __attribute__((always_inline)) TARGET
#define UNROLLED _Pragma("GCC unroll 16")

// One block of outputs at `pixels` neighbouring pixels; `pixels` is a constant where this is inlined.
INLINE void tile(const int pixels, const convolution *c, const int16_t *input,
                 const int16_t *weights, int first, int16_t *values, float *maps) {
  vector sums[PIXELS][VECTORS];
  UNROLLED for (int p = 0; p < pixels; p++)
    UNROLLED for (int v = 0; v < VECTORS; v++)
      sums[p][v] = load(c->bias + first + v * (BLOCK / VECTORS));

  const ptrdiff_t step = c->pixel_step;
  for (int s = 0; s < c->segment_count; s++) {
    const int16_t *pair = input + c->segments[s].offset;
    const int16_t *end = pair + 2 * c->segments[s].pairs;
    for (; pair < end; pair += 2, weights += 2 * BLOCK) {
      vector factors[VECTORS];
      UNROLLED for (int v = 0; v < VECTORS; v++)
        factors[v] = load(weights + v * (2 * BLOCK / VECTORS));
      UNROLLED for (int p = 0; p < pixels; p++) {
        vector spread_pair = spread(pair + p * step);
        UNROLLED for (int v = 0; v < VECTORS; v++)
          sums[p][v] = add_product(sums[p][v], spread_pair, factors[v]);
      }
    }
  }

  const float *multipliers = c->multipliers + first;
  const int count = c->outputs - first;
  UNROLLED for (int p = 0; p < pixels; p++) {
    if (c->relu)
      UNROLLED for (int v = 0; v < VECTORS; v++) sums[p][v] = rectified(sums[p][v]);
    const size_t place = (size_t)p * (size_t)c->outputs + (size_t)first;
    if (!c->is_float) {
      store_values(values + place, sums[p], multipliers, count < BLOCK);
    } else if (count >= BLOCK) {
      store_floats(maps + place, sums[p], multipliers);
    } else {
      float some[BLOCK];
      store_floats(some, sums[p], multipliers);
      for (int i = 0; i < count; i++) maps[place + (size_t)i] = some[i];
    }
  }
}

TARGET void ROW(const convolution *c, const int16_t *input, int width, int16_t *values,
                float *maps) {
  const int16_t *weights = c->weights;
  for (int first = 0; first < c->outputs; first += BLOCK) {
    int x = 0;
    while (x < width) {
      // The last tile of a row overlaps the one before.
      const int is_whole = width >= PIXELS;
      if (is_whole && x > width - PIXELS) x = width - PIXELS;
      const size_t place = (size_t)x * (size_t)c->outputs;
      const int16_t *taps = input + x * c->pixel_step;
      int16_t *target = c->is_float ? 0 : values + place;
      float *target_maps = c->is_float ? maps + place : 0;
      if (is_whole)
        tile(PIXELS, c, taps, weights, first, target, target_maps);
      else
        tile(1, c, taps, weights, first, target, target_maps);
      x += is_whole ? PIXELS : 1;
    }
    weights += (size_t)c->pairs * BLOCK * 2;
  }
}
