#ifndef IMEIKIT_CCURL_SHIM_H
#define IMEIKIT_CCURL_SHIM_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call. */
static inline CURLcode imeikit_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode imeikit_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode imeikit_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

/* What a handle does with bytes that arrive, headers and body alike. */
typedef size_t (*imeikit_curl_receiver)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode imeikit_curl_set_receiver(CURL *handle, CURLoption option,
                                                 imeikit_curl_receiver receiver) {
  return curl_easy_setopt(handle, option, receiver);
}

/* Called about once a second and whenever bytes move; anything but 0 ends the transfer. */
typedef int (*imeikit_curl_watcher)(void *context, curl_off_t down_total, curl_off_t down,
                                    curl_off_t up_total, curl_off_t up);

static inline CURLcode imeikit_curl_set_watcher(CURL *handle, imeikit_curl_watcher watcher) {
  return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, watcher);
}

static inline long imeikit_curl_response_code(CURL *handle) {
  long code = 0;
  return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code) == CURLE_OK ? code : 0;
}

/* The last response's header of that name; NULL when there is none. Lives as long as the handle. */
static inline const char *imeikit_curl_header(CURL *handle, const char *name) {
  struct curl_header *header = NULL;
  return curl_easy_header(handle, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK ? header->value
                                                                                 : NULL;
}

#endif
