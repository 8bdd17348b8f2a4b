// Embeds the network files that tools/train/train exports.
#include "CAssets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char recogniser[] = {
#embed "recogniser.net"
};

static const unsigned char second_recogniser[] = {
#embed "second-recogniser.net"
};

static const unsigned char locator[] = {
#embed "locator.net"
};

const unsigned char *cassets_recogniser(size_t *size) {
  *size = sizeof recogniser;
  return recogniser;
}

const unsigned char *cassets_second_recogniser(size_t *size) {
  *size = sizeof second_recogniser;
  return second_recogniser;
}

const unsigned char *cassets_locator(size_t *size) {
  *size = sizeof locator;
  return locator;
}
