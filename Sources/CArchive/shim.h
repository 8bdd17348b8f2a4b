#ifndef IMEIKIT_CARCHIVE_SHIM_H
#define IMEIKIT_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

/* inflateInit2 is a macro, which Swift cannot call. 31: the largest window, gzip header and trailer. */
static inline int imeikit_inflate_init_gzip(z_stream *stream) { return inflateInit2(stream, 31); }

#endif
