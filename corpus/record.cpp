#include "corpus/record.h"

#include "corpus/characters.h"

#include <xxhash.h>

namespace answers {
namespace {

constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int question_digits = 10;
constexpr int answer_digits = 6;

void append_base32(std::string& id, std::uint64_t hash, int characters) {
  for (int i = 0; i < characters; ++i, hash >>= 5) id += digits[hash & 31];
}

}  // namespace

std::string_view question_id(const Record& record) {
  const std::string_view id = record.id;
  const bool made = id.size() == question_digits + 1 + answer_digits &&
                    id.find_first_not_of(digits) == question_digits && id[question_digits] == '-' &&
                    id.find_first_not_of(digits, question_digits + 1) == id.npos;
  return made ? id.substr(0, question_digits) : id;
}

std::string identify(const Record& record) {
  std::string key = folded_letters(record.question) + '\n' + folded_letters(record.body);
  std::string id;
  append_base32(id, XXH3_64bits(key.data(), key.size()), question_digits);
  key = folded_letters(record.answer);
  id += '-';
  append_base32(id, XXH3_64bits(key.data(), key.size()), answer_digits);
  return id;
}

}  // namespace answers
