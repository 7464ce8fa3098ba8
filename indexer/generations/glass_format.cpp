#include "indexer/generations/glass_format.h"

#include <xapian.h>

namespace answers::glass {

using namespace std::string_view_literals;

static_assert(XAPIAN_MAJOR_VERSION == 1 && XAPIAN_MINOR_VERSION == 4,
              "the tables are those of glass, as Xapian 1.4 has it");

void put2(unsigned char* at, std::size_t number) {
  at[0] = static_cast<unsigned char>(number >> 8);
  at[1] = static_cast<unsigned char>(number);
}

void put4(unsigned char* at, std::uint32_t number) {
  put2(at, number >> 16);
  put2(at + 2, number & 0xFFFF);
}

// 0…, 10…, 110…: one bit more for each byte behind the second.

void append_sortable(std::string& bytes, std::uint32_t number) {
  const auto put = [&bytes](std::uint32_t byte) { bytes += static_cast<char>(byte); };
  if (number >= 0x400000) {
    put(0xC0 | number >> 24);
    put(number >> 16);
  } else if (number >= 0x8000) {
    put(0x80 | number >> 16);
  }
  put(number >> 8);
  put(number);
}

std::uint32_t sortable_number(std::string_view bytes) {
  if (bytes.size() < 2 || bytes.size() > 4) return 0;
  std::uint32_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  constexpr std::uint32_t marks[] = {0x0000, 0x800000, 0xC0000000};
  constexpr std::uint32_t masks[] = {0x8000, 0xC00000, 0xE0000000};
  const std::size_t size = bytes.size() - 2;
  return (number & masks[size]) == marks[size] ? number & ~masks[size] : 0;
}

std::string document_key(std::uint32_t record) {
  std::string key;
  append_sortable(key, record);
  return key;
}

std::string posting_key(std::string_view term, std::uint32_t record) {
  std::string key;
  if (term.empty()) {
    key = "\0\xE0"sv;
  } else {
    for (const char byte : term) {
      key += byte;
      if (byte == '\0') key += '\xFF';
    }
    if (record != 0) key += '\0';
  }
  if (record != 0) append_sortable(key, record);
  return key;
}

}  // namespace answers::glass
