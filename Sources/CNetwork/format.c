// Reads network files. All numbers are little-endian; integers have 32 bits unless said otherwise.
//
//   "INET", version 1, softening (float), multiple_x, multiple_y, rows (0: any height),
//   bytes of the alphabet, number of operations, the alphabet padded with zeros to 4 bytes,
//   then the operations. Tensor 0 is the picture, operation i gives tensor i + 1.
//
//   Convolution: 1, input tensor, outputs, kernel height, kernel width, stride y, stride x, padding y,
//     padding x, dilation x, flags (1 ReLU, 2 float output),
//     bias [outputs], multipliers (float) [outputs],
//     weights (int16) [outputs][kernel height][kernel width][channels], padded to 4 bytes.
//   Addition: 2, tensor a, tensor b; gives a + b, b enlarged to twice its sides.
//
// The last operation is a convolution with float output, and the only one.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "network.h"

typedef struct {
  const unsigned char *bytes;
  size_t left;
  int failed;
} reader;

// The next `size` bytes; NULL once the file has ended early.
static const unsigned char *take(reader *reader, size_t size) {
  size_t padded = (size + 3) / 4 * 4;
  if (reader->failed || reader->left < padded) {
    reader->failed = 1;
    return NULL;
  }
  const unsigned char *bytes = reader->bytes;
  reader->bytes += padded;
  reader->left -= padded;
  return bytes;
}

// The 32-bit integer at an address.
static uint32_t integer_at(const unsigned char *bytes) {
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
         (uint32_t)bytes[3] << 24;
}

// The float at an address.
static float float_at(const unsigned char *bytes) {
  uint32_t bits = integer_at(bytes);
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

// The next integer, which must lie in least … most; `least` after any failure.
static int take_integer(reader *reader, int least, int most) {
  const unsigned char *bytes = take(reader, 4);
  int64_t value = bytes ? (int64_t)integer_at(bytes) : least;
  if (value < least || value > most) {
    reader->failed = 1;
    return least;
  }
  return (int)value;
}

// Whether no sum of one output can leave 32 bits, whatever the input. Where no input is negative,
// weights of one sign cannot add to those of the other.
static int sums_fit(const unsigned char *weights, size_t count, int32_t bias,
                    int is_never_negative) {
  int64_t up = bias > 0 ? bias : 0, down = bias < 0 ? -(int64_t)bias : 0;
  for (size_t i = 0; i < count; i++) {
    int weight = (int16_t)(weights[2 * i] | weights[2 * i + 1] << 8);
    if (weight == INT16_MIN) return 0;
    int64_t most = (int64_t)abs(weight) * 32768;
    if (weight > 0 || !is_never_negative) up += most;
    if (weight < 0 || !is_never_negative) down += most;
  }
  return up <= INT32_MAX && down <= INT32_MAX;
}

// Whether a multiplier can be used. Half of a 32-bit sum still rounds to a 32-bit integer.
static int multiplier_fits(float multiplier, int is_float) {
  return isfinite(multiplier) && multiplier >= 0 && (is_float || multiplier <= 0.5f);
}

// Reads the numbers of a convolution and packs its weights.
static void take_convolution(reader *reader, cnetwork *network, int index) {
  convolution *c = &network->operations[index].convolution;
  c->input = take_integer(reader, 0, index);
  c->outputs = take_integer(reader, 1, MOST_CHANNELS);
  c->kernel_height = take_integer(reader, 1, MOST_TAPS);
  c->kernel_width = take_integer(reader, 1, MOST_TAPS);
  c->stride_y = take_integer(reader, 1, 2);
  c->stride_x = take_integer(reader, 1, 2);
  c->padding_y = take_integer(reader, 0, MOST_TAPS * MOST_TAPS);
  c->padding_x = take_integer(reader, 0, MOST_TAPS * MOST_TAPS);
  c->dilation_x = take_integer(reader, 1, MOST_TAPS);
  int flags = take_integer(reader, 0, 3);
  c->relu = flags & 1;
  c->is_float = flags >> 1;
  if (c->is_float != (index == network->operation_count - 1)) reader->failed = 1;
  if (!c->is_float && c->outputs % 8) reader->failed = 1;

  tensor *input = &network->tensors[c->input], *output = &network->tensors[index + 1];
  size_t taps = (size_t)c->kernel_height * c->kernel_width * input->channels;
  const unsigned char *bias = take(reader, 4 * (size_t)c->outputs);
  const unsigned char *multipliers = take(reader, 4 * (size_t)c->outputs);
  const unsigned char *weights = take(reader, 2 * taps * (size_t)c->outputs);
  if (reader->failed) return;

  c->blocks = (c->outputs + BLOCK - 1) / BLOCK;
  c->bias = calloc((size_t)c->blocks * BLOCK, sizeof *c->bias);
  c->multipliers = calloc((size_t)c->blocks * BLOCK, sizeof *c->multipliers);
  if (!c->bias || !c->multipliers || !cnetwork_pack(c, input->channels, weights)) {
    reader->failed = 1;
    return;
  }
  for (int i = 0; i < c->outputs; i++) {
    c->bias[i] = (int32_t)integer_at(bias + 4 * i);
    c->multipliers[i] = float_at(multipliers + 4 * i);
    if (!sums_fit(weights + 2 * taps * (size_t)i, taps, c->bias[i], input->is_never_negative) ||
        !multiplier_fits(c->multipliers[i], c->is_float))
      reader->failed = 1;
  }
  output->channels = c->outputs;
  output->is_never_negative = c->relu;
  if (input->border_x < c->padding_x) input->border_x = c->padding_x;
  if (input->border_y < c->padding_y) input->border_y = c->padding_y;
}

// Reads an addition; both tensors must have the same channels.
static void take_addition(reader *reader, cnetwork *network, int index) {
  addition *a = &network->operations[index].addition;
  a->first = take_integer(reader, 1, index);
  a->second = take_integer(reader, 1, index);
  if (index == 0 || index == network->operation_count - 1) {
    reader->failed = 1;
    return;
  }
  const tensor *first = &network->tensors[a->first], *second = &network->tensors[a->second];
  tensor *sum = &network->tensors[index + 1];
  if (first->channels != second->channels) reader->failed = 1;
  sum->channels = first->channels;
  sum->is_never_negative = first->is_never_negative && second->is_never_negative;
}

// Reads everything behind the number of operations.
static void take_body(reader *reader, cnetwork *network) {
  const unsigned char *alphabet = take(reader, network->alphabet_length);
  network->operations = calloc((size_t)network->operation_count, sizeof *network->operations);
  network->tensors = calloc((size_t)network->operation_count + 1, sizeof *network->tensors);
  network->alphabet = malloc(network->alphabet_length + 1);
  if (reader->failed || !network->operations || !network->tensors || !network->alphabet) {
    reader->failed = 1;
    return;
  }
  memcpy(network->alphabet, alphabet, network->alphabet_length);
  network->tensors[0].channels = 1;
  for (int i = 0; i < network->operation_count && !reader->failed; i++) {
    operation_kind kind = take_integer(reader, CONVOLUTION, ADD_UPSAMPLED);
    network->operations[i].kind = kind;
    if (kind == CONVOLUTION)
      take_convolution(reader, network, i);
    else
      take_addition(reader, network, i);
  }
  if (reader->left) reader->failed = 1;
}

cnetwork *cnetwork_open(const unsigned char *bytes, size_t size) {
  reader reader = {bytes, bytes ? size : 0, 0};
  const unsigned char *magic = take(&reader, 4);
  if (!magic || memcmp(magic, "INET", 4) != 0) return NULL;
  cnetwork *network = calloc(1, sizeof *network);
  if (!network) return NULL;
  network->kernel = cnetwork_best_kernel();
  take_integer(&reader, 1, 1);
  const unsigned char *softening = take(&reader, 4);
  network->softening = softening ? float_at(softening) : 0;
  if (!(network->softening > 0 && network->softening < 256)) reader.failed = 1;
  network->multiple_x = take_integer(&reader, 1, 1024);
  network->multiple_y = take_integer(&reader, 1, 1024);
  network->rows = take_integer(&reader, 0, MOST_SIDE);
  network->alphabet_length = (size_t)take_integer(&reader, 0, 4096);
  network->operation_count = take_integer(&reader, 1, MOST_OPS);
  if (!reader.failed) take_body(&reader, network);
  if (reader.failed) {
    cnetwork_close(network);
    return NULL;
  }
  return network;
}

void cnetwork_close(cnetwork *network) {
  if (!network) return;
  for (int i = 0; network->operations && i < network->operation_count; i++) {
    convolution *c = &network->operations[i].convolution;
    free(c->segments);
    free(c->weights);
    free(c->bias);
    free(c->multipliers);
  }
  for (int i = 0; network->tensors && i <= network->operation_count; i++)
    free(network->tensors[i].values);
  free(network->operations);
  free(network->tensors);
  free(network->alphabet);
  free(network->maps);
  free(network);
}

const char *cnetwork_alphabet(const cnetwork *network, size_t *length) {
  *length = network->alphabet_length;
  return network->alphabet;
}
