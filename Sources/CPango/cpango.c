#include "CPango.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdlib.h>
#include <string.h>

struct cpango_fonts {
  PangoFontMap *map;
  PangoContext *context;
  PangoLayout *layout;
  double pitch;
};

static const char plain_family[] = "DejaVu Sans";
static const char code_family[] = "DejaVu Sans Mono";

// The machine's and the user's configurations could put other fonts in place of these.
static const char configuration[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
    "<fontconfig><dir>/usr/share/fonts</dir><cachedir>/var/cache/fontconfig</cachedir></fontconfig>";

static bool use_installed_fonts(PangoFontMap *map) {
  FcConfig *config = FcConfigCreate();
  if (!config) return false;
  const bool is_read =
      FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)configuration, FcTrue) &&
      FcConfigBuildFonts(config);
  if (is_read) pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
  FcConfigDestroy(config);
  return is_read;
}

static PangoFontDescription *description(const char *family, bool is_bold, double size) {
  PangoFontDescription *description = pango_font_description_new();
  pango_font_description_set_family_static(description, family);
  pango_font_description_set_weight(description, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  // Absolute: the resolution that a desktop is set to has no say.
  pango_font_description_set_absolute_size(description, size * PANGO_SCALE);
  return description;
}

static bool has_family(cpango_fonts *fonts, const char *family) {
  PangoFontDescription *wanted = description(family, false, 10);
  PangoFont *font = pango_font_map_load_font(fonts->map, fonts->context, wanted);
  pango_font_description_free(wanted);
  if (!font) return false;
  PangoFontDescription *found = pango_font_describe(font);
  const char *name = pango_font_description_get_family(found);
  const bool is_same = name && strcmp(name, family) == 0;
  pango_font_description_free(found);
  g_object_unref(font);
  return is_same;
}

static void free_of_devices(PangoContext *context) {
  // Widths of a screen's pixels have nothing to do with paper.
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
  // A language of which Pango knows no script: else it asks the environment for one.
  pango_context_set_language(context, pango_language_from_string("und"));
  pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
}

static PangoLayout *layout_of(PangoContext *context) {
  PangoLayout *layout = pango_layout_new(context);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  // A text from right to left stays in its column, at its left side.
  pango_layout_set_auto_dir(layout, FALSE);
  PangoAttrList *attributes = pango_attr_list_new();
  // A hyphen that is not in the text would change a hash; a ligature would hide letters from searches.
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
  return layout;
}

cpango_fonts *cpango_fonts_create(void) {
  cpango_fonts *fonts = calloc(1, sizeof *fonts);
  if (!fonts) return NULL;
  fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  if (!fonts->map || !use_installed_fonts(fonts->map)) {
    cpango_fonts_free(fonts);
    return NULL;
  }
  fonts->context = pango_font_map_create_context(fonts->map);
  free_of_devices(fonts->context);
  if (!has_family(fonts, plain_family) || !has_family(fonts, code_family)) {
    cpango_fonts_free(fonts);
    return NULL;
  }
  fonts->layout = layout_of(fonts->context);
  return fonts;
}

void cpango_fonts_free(cpango_fonts *fonts) {
  if (fonts->layout) g_object_unref(fonts->layout);
  if (fonts->context) g_object_unref(fonts->context);
  if (fonts->map) g_object_unref(fonts->map);
  free(fonts);
}

size_t cpango_set(cpango_fonts *fonts, const char *text, size_t length, cpango_style style) {
  PangoFontDescription *font =
      description(style.is_code ? code_family : plain_family, style.is_bold, style.size);
  pango_layout_set_font_description(fonts->layout, font);
  pango_font_description_free(font);
  pango_layout_set_width(fonts->layout, style.width * PANGO_SCALE);
  pango_layout_set_ellipsize(
      fonts->layout, style.is_single ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_single_paragraph_mode(fonts->layout, style.is_single);
  pango_layout_set_alignment(
      fonts->layout, style.alignment == cpango_left    ? PANGO_ALIGN_LEFT
                     : style.alignment == cpango_right ? PANGO_ALIGN_RIGHT
                                                       : PANGO_ALIGN_CENTER);
  pango_layout_set_text(fonts->layout, text, (int)length);
  fonts->pitch = style.pitch;
  return (size_t)pango_layout_get_line_count(fonts->layout);
}

static double points(int units) { return (double)units / PANGO_SCALE; }

static double height_of(const cpango_fonts *fonts, PangoRectangle logical) {
  const double height = points(logical.height);
  return height > fonts->pitch ? height : fonts->pitch;
}

void cpango_lines(cpango_fonts *fonts, cpango_line *lines, size_t capacity) {
  PangoLayoutIter *iterator = pango_layout_get_iter(fonts->layout);
  size_t index = 0;
  do {
    PangoRectangle logical;
    if (index >= capacity) break;
    pango_layout_iter_get_line_extents(iterator, NULL, &logical);
    lines[index].height = height_of(fonts, logical);
    lines[index].width = points(logical.width);
    ++index;
  } while (pango_layout_iter_next_line(iterator));
  pango_layout_iter_free(iterator);
}

void cpango_draw(
    cpango_fonts *fonts, cairo_t *cairo, size_t first, size_t count, double x, double y) {
  PangoLayoutIter *iterator = pango_layout_get_iter(fonts->layout);
  size_t index = 0;
  do {
    if (index >= first + count) break;
    if (index++ < first) continue;
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(iterator, NULL, &logical);
    const double height = height_of(fonts, logical);
    const double ascent = points(pango_layout_iter_get_baseline(iterator) - logical.y);
    cairo_move_to(
        cairo, x + points(logical.x), y + (height - points(logical.height)) / 2 + ascent);
    pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(iterator));
    y += height;
  } while (pango_layout_iter_next_line(iterator));
  pango_layout_iter_free(iterator);
}
