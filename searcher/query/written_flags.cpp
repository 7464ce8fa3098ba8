#include "searcher/query/written_flags.h"

#include "corpus/characters/ascii.h"
#include "searcher/matching/part_search.h"

#include <xapian.h>

#include <algorithm>

namespace answers {
namespace {

bool is_word(char c) { return is_word_byte(c) || c == '_'; }

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (is_upper(c)) c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

/// How a text writes a word.
struct Written {
  std::size_t times = 0;
  std::size_t with_minus = 0;
};

Written how_written(std::string_view word, std::string_view text) {
  Written written;
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (end < text.size() && is_word(text[end])) continue;
    std::size_t begin = at;
    while (begin > 0 && at - begin < 2 && text[begin - 1] == '-') --begin;
    if (begin > 0 && is_word(text[begin - 1])) {
      if (begin < at) ++written.times;  // "re-use" is a word
      continue;
    }
    ++written.times;
    if (begin < at) ++written.with_minus;
  }
  return written;
}

}  // namespace

bool is_written_as_flag(std::string_view word, const std::vector<std::string>& terms,
                        const Index& index) {
  constexpr std::size_t most_read = 10;
  const bool is_plain = word.size() >= 2 && std::ranges::all_of(word, is_letter_or_digit);
  if (!is_plain) return false;
  Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
  const PartQueries queries = for_each_part(index, [&](const IndexPart&) { return any; });
  const std::vector<FoundRecord> read =
      std::move(find_records_of(index, {queries}, most_read).front());
  const std::string typed = lowered(word);
  return !read.empty() && std::ranges::all_of(read, [&](const FoundRecord& one) {
    const std::string text = lowered(one.record.question + '\n' + one.record.answer);
    const Written written = how_written(typed, text);
    return written.times > 0 && written.with_minus == written.times;
  });
}

}  // namespace answers
