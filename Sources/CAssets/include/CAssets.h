// The files that are compiled into the kit. They are static: nobody frees them.
#ifndef CASSETS_H
#define CASSETS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// The network that reads a line, `*size` bytes.
const unsigned char *cassets_recogniser(size_t *size);

// The network of another shape that reads a line, `*size` bytes.
const unsigned char *cassets_second_recogniser(size_t *size);

// The network that finds lines, `*size` bytes.
const unsigned char *cassets_locator(size_t *size);

#ifdef __cplusplus
}
#endif

#endif
