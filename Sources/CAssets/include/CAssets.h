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

// A JPEG file of a lock screen whose IMEI is to be accepted, `*size` bytes.
const unsigned char *cassets_accepted_picture(size_t *size);

// A JPEG file of a lock screen whose check digit differs, so that a person has to look, `*size` bytes.
const unsigned char *cassets_review_picture(size_t *size);

// A JPEG file with an ICCID and no IMEI, `*size` bytes.
const unsigned char *cassets_other_picture(size_t *size);

// How many files of the review station there are.
size_t cassets_station_count(void);

// The name of a file below `Sources/CAssets/station`; `index` is below the count.
const char *cassets_station_name(size_t index);

// Its bytes, `*size` of them.
const unsigned char *cassets_station_file(size_t index, size_t *size);

#ifdef __cplusplus
}
#endif

#endif
