#define ZX_USE_UTF8 1  // before the include: text() is then a UTF-8 std::string

#include "CZXing.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>
#include <ZXing/ZXVersion.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

constexpr int most_symbols = 32;
constexpr int medium_correction = 4;  // of ZXing's 0 to 8; level M restores 15 of 100 codewords

struct Symbol {
  std::string text;
  const char *format;
  int corners[8];
  int line_count;
};

const char *format_name(ZXing::BarcodeFormat format) {
  using ZXing::BarcodeFormat;
  switch (format) {
    case BarcodeFormat::Code128: return "Code128";
    case BarcodeFormat::Code39: return "Code39";
    case BarcodeFormat::ITF: return "ITF";
    case BarcodeFormat::EAN8: return "EAN8";
    case BarcodeFormat::EAN13: return "EAN13";
    case BarcodeFormat::UPCA: return "UPCA";
    case BarcodeFormat::UPCE: return "UPCE";
    case BarcodeFormat::QRCode: return "QRCode";
    case BarcodeFormat::DataMatrix: return "DataMatrix";
    default: return "Other";
  }
}

}  // namespace

struct czxing_result {
  std::vector<Symbol> symbols;
};

extern "C" czxing_result *czxing_read(
    const uint8_t *luminance, int width, int height, int stride) {
  try {
    using ZXing::BarcodeFormat;
    ZXing::ImageView view(luminance, width, height, ZXing::ImageFormat::Lum, stride);
    ZXing::DecodeHints hints;
    hints.setFormats(BarcodeFormat::Code128 | BarcodeFormat::Code39 | BarcodeFormat::ITF |
                     BarcodeFormat::EAN8 | BarcodeFormat::EAN13 | BarcodeFormat::UPCA |
                     BarcodeFormat::UPCE | BarcodeFormat::QRCode | BarcodeFormat::DataMatrix);
    hints.setTryHarder(true);
    hints.setTryRotate(true);
    // With downscaling on, 1.4 compares symbols that it has merged and aborts on its own assertion
    // (Result.cpp, lineCount() == 1): the caller offers smaller pictures instead.
    hints.setTryDownscale(false);
    hints.setMaxNumberOfSymbols(most_symbols);
    auto *result = new czxing_result;
    for (const auto &found : ZXing::ReadBarcodes(view, hints)) {
      if (!found.isValid()) continue;
      Symbol symbol{found.text(), format_name(found.format()), {}, found.lineCount()};
      const auto &position = found.position();
      for (int corner = 0; corner < 4; ++corner) {
        symbol.corners[2 * corner] = position[corner].x;
        symbol.corners[2 * corner + 1] = position[corner].y;
      }
      result->symbols.push_back(std::move(symbol));
    }
    return result;
  } catch (...) {
    return nullptr;
  }
}

extern "C" size_t czxing_count(const czxing_result *result) { return result->symbols.size(); }

extern "C" czxing_symbol czxing_symbol_at(const czxing_result *result, size_t index) {
  const Symbol &symbol = result->symbols[index];
  czxing_symbol view{symbol.text.data(), symbol.text.size(), symbol.format, {}, symbol.line_count};
  for (int i = 0; i < 8; ++i) view.corners[i] = symbol.corners[i];
  return view;
}

extern "C" void czxing_free(czxing_result *result) { delete result; }

struct czxing_matrix {
  ZXing::BitMatrix modules;
};

extern "C" czxing_matrix *czxing_write_qr(const char *text, size_t length) {
  try {
    const std::string contents(text, length);
    const bool is_ascii = std::all_of(contents.begin(), contents.end(),
                                      [](unsigned char byte) { return byte < 0x80; });
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setMargin(0).setEccLevel(medium_correction);
    // Named only where it is needed: some readers stumble over a code that names its encoding.
    if (!is_ascii) writer.setEncoding(ZXing::CharacterSet::UTF8);
    return new czxing_matrix{writer.encode(contents, 0, 0)};
  } catch (...) {
    return nullptr;
  }
}

extern "C" int czxing_matrix_side(const czxing_matrix *matrix) { return matrix->modules.width(); }

extern "C" bool czxing_matrix_is_dark(const czxing_matrix *matrix, int x, int y) {
  return matrix->modules.get(x, y);
}

extern "C" void czxing_matrix_free(czxing_matrix *matrix) { delete matrix; }

#define CZXING_TEXT(x) #x
#define CZXING_NUMBER(x) CZXING_TEXT(x)

extern "C" const char *czxing_version(void) {
  return CZXING_NUMBER(ZXING_VERSION_MAJOR) "." CZXING_NUMBER(ZXING_VERSION_MINOR) "." CZXING_NUMBER(
      ZXING_VERSION_PATCH);
}
