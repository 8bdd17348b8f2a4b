// A plain C face of Pango, for text on pages that Cairo draws; Cairo's own header needs none.
//
// Pango's headers stay behind it: where they and GLib's lie differs by machine, and a file that shows
// them would ask every module that imports it for the folders.
//
// Ownership: cpango_fonts_create returns fonts that the caller frees with cpango_fonts_free. They hold one
// text at a time, that of the last cpango_set. Lengths are points, 1/72 inch.
#ifndef CPANGO_H
#define CPANGO_H

#include <cairo/cairo-pdf.h>
#include <stdbool.h>
#include <stddef.h>

// The fonts of a document and the text that is being set.
typedef struct cpango_fonts cpango_fonts;

typedef enum { cpango_left, cpango_right, cpango_centre } cpango_alignment;

typedef struct {
  double size;      // of the font
  double pitch;     // least height of a line
  double width;     // at which lines are wrapped, between any two characters if need be
  bool is_bold;
  bool is_code;     // equal widths
  bool is_single;   // one line, with an ellipsis in place of what has no room
  cpango_alignment alignment;
} cpango_style;

typedef struct {
  double height;
  double width;
} cpango_line;

// NULL when DejaVu Sans and DejaVu Sans Mono are not installed, or when memory is short.
//
// Only the fonts in /usr/share/fonts count; what a user or the machine configures does not. DejaVu comes
// first, others serve for characters that it lacks.
cpango_fonts *cpango_fonts_create(void);
void cpango_fonts_free(cpango_fonts *fonts);

// Sets `length` bytes of UTF-8 without a zero among them; the number of lines.
size_t cpango_set(cpango_fonts *fonts, const char *text, size_t length, cpango_style style);
// The lines of the text that is set, `capacity` at most.
void cpango_lines(cpango_fonts *fonts, cpango_line *lines, size_t capacity);
// Draws `count` lines of it from line `first`, the upper left corner at `x`, `y`, in the source of `cairo`.
void cpango_draw(cpango_fonts *fonts, cairo_t *cairo, size_t first, size_t count, double x, double y);

#endif
