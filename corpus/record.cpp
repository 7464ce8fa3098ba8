#include "corpus/record.h"

#include <utf8proc.h>
#include <xxhash.h>

namespace answers {
namespace {

/// Letters and digits alone, case folded and NFKC: what of a text counts for an id.
std::string letters_and_digits(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    if (*bytes < 0x80) {
      const auto byte = static_cast<char>(*bytes++);
      --left;
      if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) kept += byte;
      if (byte >= 'A' && byte <= 'Z') kept += static_cast<char>(byte + ('a' - 'A'));
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const auto used = utf8proc_iterate(bytes, left, &code_point);
    if (used <= 0) {
      ++bytes;
      --left;
      continue;
    }
    bytes += used;
    left -= used;
    utf8proc_int32_t folded[18];
    int boundary = 0;
    const auto count = utf8proc_decompose_char(
        code_point, folded, 18,
        static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE),
        &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < 18; ++i) {
      const auto category = utf8proc_category(folded[i]);
      if (category < UTF8PROC_CATEGORY_LU || category > UTF8PROC_CATEGORY_NO) continue;
      utf8proc_uint8_t encoded[4];
      const auto size = utf8proc_encode_char(folded[i], encoded);
      kept.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(size));
    }
  }
  return kept;
}

void append_base32(std::string& id, std::uint64_t hash, int characters) {
  static constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
  for (int i = 0; i < characters; ++i, hash >>= 5) id += digits[hash & 31];
}

}  // namespace

std::string_view question_id(const Record& record) {
  return std::string_view(record.id).substr(0, record.id.find('-'));
}

std::string identify(const Record& record) {
  std::string key = letters_and_digits(record.question) + '\n' + letters_and_digits(record.body);
  std::string id;
  append_base32(id, XXH3_64bits(key.data(), key.size()), 10);
  key = letters_and_digits(record.answer);
  id += '-';
  append_base32(id, XXH3_64bits(key.data(), key.size()), 6);
  return id;
}

}  // namespace answers
