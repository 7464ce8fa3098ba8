#include "corpus/record.h"

#include "corpus/characters.h"

#include <xxhash.h>

namespace answers {
namespace {

/// Letters and digits alone: what of a text counts for an id.
std::string letters_and_digits(std::string_view text) {
  std::string kept = folded_words(text);
  std::erase(kept, ' ');
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
