#include "corpus/record.h"

#include "corpus/characters/characters.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <span>

namespace answers {
namespace {

constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int question_digits = 10;
constexpr int answer_digits = 6;

void append_base32(std::string& id, std::uint64_t hash, int characters) {
  for (int i = 0; i < characters; ++i, hash >>= 5) id += digits[hash & 31];
}

constexpr std::size_t piece = std::size_t{64} << 10;

/// Of the folded_letters() of each text, a line each, in pieces: what has megabytes is not held a
/// second time.
std::uint64_t hash_in_pieces(std::span<const std::string_view> texts) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       XXH3_freeState);
  if (!state) throw std::bad_alloc();
  XXH3_64bits_reset(state.get());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) XXH3_64bits_update(state.get(), "\n", 1);
    for (std::string_view text = texts[i]; !text.empty();) {
      std::size_t size = std::min(piece, text.size());
      while (size > 1 && size < text.size() && (text[size] & 0xC0) == 0x80) --size;
      const std::string letters = folded_letters(text.substr(0, size));
      XXH3_64bits_update(state.get(), letters.data(), letters.size());
      text.remove_prefix(size);
    }
  }
  return XXH3_64bits_digest(state.get());
}

std::uint64_t hash_of_letters(std::string_view text) {
  if (text.size() > piece) return hash_in_pieces(std::array{text});
  const std::string letters = folded_letters(text);
  return XXH3_64bits(letters.data(), letters.size());
}

std::uint64_t hash_of_question(const Record& record) {
  if (record.question.size() + record.body.size() > piece)
    return hash_in_pieces(std::array<std::string_view, 2>{record.question, record.body});
  const std::string key = folded_letters(record.question) + '\n' + folded_letters(record.body);
  return XXH3_64bits(key.data(), key.size());
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
  std::string id;
  append_base32(id, hash_of_question(record), question_digits);
  id += '-';
  append_base32(id, hash_of_letters(record.answer), answer_digits);
  return id;
}

}  // namespace answers
