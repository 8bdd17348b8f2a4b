// Embeds the pages of the review station: templates, style sheets and scripts.
#include "CAssets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char audit_template[] = {
#embed "station/templates/audit.mustache"
};

static const unsigned char drop_template[] = {
#embed "station/templates/drop.mustache"
};

static const unsigned char exhibit_template[] = {
#embed "station/templates/exhibit.mustache"
};

static const unsigned char exhibits_template[] = {
#embed "station/templates/exhibits.mustache"
};

static const unsigned char findings_template[] = {
#embed "station/templates/findings.mustache"
};

static const unsigned char haul_template[] = {
#embed "station/templates/haul.mustache"
};

static const unsigned char layout_template[] = {
#embed "station/templates/layout.mustache"
};

static const unsigned char lists_template[] = {
#embed "station/templates/lists.mustache"
};

static const unsigned char login_template[] = {
#embed "station/templates/login.mustache"
};

static const unsigned char photo_template[] = {
#embed "station/templates/photo.mustache"
};

static const unsigned char review_template[] = {
#embed "station/templates/review.mustache"
};

static const unsigned char settings_template[] = {
#embed "station/templates/settings.mustache"
};

static const unsigned char sheets_template[] = {
#embed "station/templates/sheets.mustache"
};

static const unsigned char api_script[] = {
#embed "station/assets/api.js"
};

static const unsigned char audit_script[] = {
#embed "station/assets/audit.js"
};

static const unsigned char boxes_script[] = {
#embed "station/assets/boxes.js"
};

static const unsigned char charts_script[] = {
#embed "station/assets/charts.js"
};

static const unsigned char claims_script[] = {
#embed "station/assets/claims.js"
};

static const unsigned char decisions_script[] = {
#embed "station/assets/decisions.js"
};

static const unsigned char dom_script[] = {
#embed "station/assets/dom.js"
};

static const unsigned char drop_script[] = {
#embed "station/assets/drop.js"
};

static const unsigned char events_script[] = {
#embed "station/assets/events.js"
};

static const unsigned char exhibit_script[] = {
#embed "station/assets/exhibit.js"
};

static const unsigned char exhibits_script[] = {
#embed "station/assets/exhibits.js"
};

static const unsigned char findings_script[] = {
#embed "station/assets/findings.js"
};

static const unsigned char folders_script[] = {
#embed "station/assets/folders.js"
};

static const unsigned char haul_script[] = {
#embed "station/assets/haul.js"
};

static const unsigned char history_script[] = {
#embed "station/assets/history.js"
};

static const unsigned char icons_picture[] = {
#embed "station/assets/icons.svg"
};

static const unsigned char keys_script[] = {
#embed "station/assets/keys.js"
};

static const unsigned char lists_script[] = {
#embed "station/assets/lists.js"
};

static const unsigned char login_script[] = {
#embed "station/assets/login.js"
};

static const unsigned char mark_picture[] = {
#embed "station/assets/mark.svg"
};

static const unsigned char photo_script[] = {
#embed "station/assets/photo.js"
};

static const unsigned char photolist_script[] = {
#embed "station/assets/photolist.js"
};

static const unsigned char presence_script[] = {
#embed "station/assets/presence.js"
};

static const unsigned char results_script[] = {
#embed "station/assets/results.js"
};

static const unsigned char review_script[] = {
#embed "station/assets/review.js"
};

static const unsigned char settings_script[] = {
#embed "station/assets/settings.js"
};

static const unsigned char sheets_script[] = {
#embed "station/assets/sheets.js"
};

static const unsigned char shell_script[] = {
#embed "station/assets/shell.js"
};

static const unsigned char strip_script[] = {
#embed "station/assets/strip.js"
};

static const unsigned char style_styles[] = {
#embed "station/assets/style.css"
};

static const unsigned char theme_script[] = {
#embed "station/assets/theme.js"
};

static const unsigned char upload_script[] = {
#embed "station/assets/upload.js"
};

static const unsigned char viewer_script[] = {
#embed "station/assets/viewer.js"
};

static const unsigned char words_script[] = {
#embed "station/assets/words.js"
};

static const unsigned char interface_description[] = {
#embed "station/openapi.json"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} files[] = {
    {"templates/audit.mustache", audit_template, sizeof audit_template},
    {"templates/drop.mustache", drop_template, sizeof drop_template},
    {"templates/exhibit.mustache", exhibit_template, sizeof exhibit_template},
    {"templates/exhibits.mustache", exhibits_template, sizeof exhibits_template},
    {"templates/findings.mustache", findings_template, sizeof findings_template},
    {"templates/haul.mustache", haul_template, sizeof haul_template},
    {"openapi.json", interface_description, sizeof interface_description},
    {"templates/layout.mustache", layout_template, sizeof layout_template},
    {"templates/lists.mustache", lists_template, sizeof lists_template},
    {"templates/login.mustache", login_template, sizeof login_template},
    {"templates/photo.mustache", photo_template, sizeof photo_template},
    {"templates/review.mustache", review_template, sizeof review_template},
    {"templates/settings.mustache", settings_template, sizeof settings_template},
    {"templates/sheets.mustache", sheets_template, sizeof sheets_template},
    {"assets/api.js", api_script, sizeof api_script},
    {"assets/audit.js", audit_script, sizeof audit_script},
    {"assets/boxes.js", boxes_script, sizeof boxes_script},
    {"assets/charts.js", charts_script, sizeof charts_script},
    {"assets/claims.js", claims_script, sizeof claims_script},
    {"assets/decisions.js", decisions_script, sizeof decisions_script},
    {"assets/dom.js", dom_script, sizeof dom_script},
    {"assets/drop.js", drop_script, sizeof drop_script},
    {"assets/events.js", events_script, sizeof events_script},
    {"assets/exhibit.js", exhibit_script, sizeof exhibit_script},
    {"assets/exhibits.js", exhibits_script, sizeof exhibits_script},
    {"assets/findings.js", findings_script, sizeof findings_script},
    {"assets/folders.js", folders_script, sizeof folders_script},
    {"assets/haul.js", haul_script, sizeof haul_script},
    {"assets/history.js", history_script, sizeof history_script},
    {"assets/icons.svg", icons_picture, sizeof icons_picture},
    {"assets/keys.js", keys_script, sizeof keys_script},
    {"assets/lists.js", lists_script, sizeof lists_script},
    {"assets/login.js", login_script, sizeof login_script},
    {"assets/mark.svg", mark_picture, sizeof mark_picture},
    {"assets/photo.js", photo_script, sizeof photo_script},
    {"assets/photolist.js", photolist_script, sizeof photolist_script},
    {"assets/presence.js", presence_script, sizeof presence_script},
    {"assets/results.js", results_script, sizeof results_script},
    {"assets/review.js", review_script, sizeof review_script},
    {"assets/settings.js", settings_script, sizeof settings_script},
    {"assets/sheets.js", sheets_script, sizeof sheets_script},
    {"assets/shell.js", shell_script, sizeof shell_script},
    {"assets/strip.js", strip_script, sizeof strip_script},
    {"assets/style.css", style_styles, sizeof style_styles},
    {"assets/theme.js", theme_script, sizeof theme_script},
    {"assets/upload.js", upload_script, sizeof upload_script},
    {"assets/viewer.js", viewer_script, sizeof viewer_script},
    {"assets/words.js", words_script, sizeof words_script},
};

size_t cassets_station_count(void) { return sizeof files / sizeof files[0]; }

const char *cassets_station_name(size_t index) { return files[index].name; }

const unsigned char *cassets_station_file(size_t index, size_t *size) {
  *size = files[index].size;
  return files[index].bytes;
}
