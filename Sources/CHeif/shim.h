#include <libheif/heif.h>
// mallopt, which the Glibc module leaves out.
#include <malloc.h>
