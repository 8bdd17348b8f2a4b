// Embeds the network files that tools/train/train exports.
#include "CAssets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char recogniser[] = {
#embed "recogniser.net"
};

static const unsigned char locator[] = {
#embed "locator.net"
};

const unsigned char *cassets_recogniser(size_t *size) {
  *size = sizeof recogniser;
  return recogniser;
}

const unsigned char *cassets_locator(size_t *size) {
  *size = sizeof locator;
  return locator;
}
