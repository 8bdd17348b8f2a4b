// Embeds the network files that tools/train/train exports, and three drawn pictures whose answers are known.
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

static const unsigned char accepted_picture[] = {
#embed "../../testimages/lockscreens/ios-lock-single.jpg"
};

static const unsigned char review_picture[] = {
#embed "../../testimages/falsepositives/wrong-check-digit-on-lock-screen.jpg"
};

static const unsigned char other_picture[] = {
#embed "../../testimages/falsepositives/iccid-in-about.jpg"
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

const unsigned char *cassets_accepted_picture(size_t *size) {
  *size = sizeof accepted_picture;
  return accepted_picture;
}

const unsigned char *cassets_review_picture(size_t *size) {
  *size = sizeof review_picture;
  return review_picture;
}

const unsigned char *cassets_other_picture(size_t *size) {
  *size = sizeof other_picture;
  return other_picture;
}
