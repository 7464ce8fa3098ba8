#include "searcher/query/cut_words.h"

#include "indexer/schema.h"
#include "searcher/query/spelling.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t most_words_read = 20'000;  // that begin alike
constexpr std::size_t most_longer = 40;          // of which are tried
constexpr Xapian::doccount most_records = 40;
constexpr std::size_t most_bytes = 8192;  // of each record's answer
constexpr std::size_t shortest_part = 3;

Xapian::Query any_of(const std::vector<std::string>& terms, const IndexPart& part) {
  std::vector<Xapian::Query> each;
  each.reserve(terms.size());
  for (const std::string& term : terms) each.push_back(part.term(term));
  return {Xapian::Query::OP_OR, each.begin(), each.end()};
}

}  // namespace

bool abbreviates(std::string_view cut, std::string_view word) {
  constexpr std::string_view vowels = "aeiouy";
  constexpr std::size_t least_left_out = 2;
  if (cut.size() < 2 || word.size() < cut.size() + least_left_out || cut[0] != word[0])
    return false;
  if (cut.size() > 2 && word.starts_with(cut)) return true;
  if (cut.size() > 4 || cut.find_first_of(vowels, 1) != std::string_view::npos) return false;
  std::size_t at = 0;
  for (const char c : word) at += at < cut.size() && c == cut[at] ? 1U : 0U;
  return at == cut.size();
}

std::vector<KnownWord> CutWords::most_frequent(std::vector<KnownWord> words,
                                               std::size_t most) const {
  struct OneTerm {
    double frequency = 0;
    bool is_word = false;  // and no stem alone: records write "learning" of "learn"
    std::string word{};    // the shortest of the others
  };
  std::map<std::string, OneTerm> by_term;
  for (KnownWord& known : words) {
    const auto [place, is_new] = by_term.try_emplace(std::move(known.term));
    OneTerm& one = place->second;
    if (is_new) one.frequency = index_.frequency(place->first);
    if (known.word == place->first) continue;
    one.is_word = one.is_word || is_inflection(known.word, place->first);
    if (one.word.empty() || known.word.size() < one.word.size()) one.word = std::move(known.word);
  }
  std::vector<std::pair<double, KnownWord>> found;
  found.reserve(by_term.size());
  for (const auto& [term, one] : by_term) {
    const bool is_written = one.is_word || one.word.empty();
    found.push_back({one.frequency, {is_written ? term : one.word, term}});
  }
  std::ranges::stable_sort(found, std::ranges::greater(),
                           [](const auto& one) { return one.first; });
  if (found.size() > most) found.resize(most);
  words.clear();
  for (auto& one : found) words.push_back(std::move(one.second));
  return words;
}

std::vector<KnownWord> CutWords::longer(const std::string& word, std::size_t most) const {
  std::vector<KnownWord> words = index_.words_beginning(word, most_words_read);
  std::erase_if(words, [&](const KnownWord& known) { return known.word.size() < word.size() + 2; });
  return most_frequent(std::move(words), most);
}

std::vector<KnownWord> CutWords::ending(std::string_view term, std::size_t most) const {
  std::vector<KnownWord> found;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    for (KnownWord& known : index_.words_beginning(std::string(1, letter), most_words_read)) {
      if (known.term.ends_with(term) && known.term.size() >= term.size() + shortest_part)
        found.push_back(std::move(known));
    }
  }
  return most_frequent(std::move(found), most);
}

/// The terms that a word, or what it abbreviates, may be found by.
std::vector<std::string> CutWords::terms_of(const std::string& word) const {
  constexpr std::size_t longest_cut = 8;
  std::vector<std::string> terms = index_.terms_of_word(word);
  if (index_.has_term(word)) terms.push_back(word);
  const std::string stem(analyser_.stem(word, "en"));
  if (index_.has_term(stem)) terms.push_back(stem);
  if (word.size() > longest_cut) return terms;
  for (KnownWord& known : longer(word, most_longer)) terms.push_back(std::move(known.term));
  if (word.size() > 4) return terms;
  std::map<std::string, double> skeletons;
  const std::string beginning = word.substr(0, word.size() > 2 ? 2 : 1);
  for (KnownWord& known : index_.words_beginning(beginning, most_words_read)) {
    if (abbreviates(word, known.word)) skeletons.emplace(std::move(known.term), 0);
  }
  std::vector<std::pair<double, std::string>> common;
  common.reserve(skeletons.size());
  for (auto& [term, frequency] : skeletons) common.emplace_back(index_.frequency(term), term);
  std::ranges::sort(common, std::ranges::greater());
  if (common.size() > most_longer) common.resize(most_longer);
  for (auto& one : common) terms.push_back(std::move(one.second));
  return terms;
}

PartQueries CutWords::with_both(const std::vector<std::string>& first,
                                const std::vector<std::string>& second) const {
  return for_each_part(index_, [&](const IndexPart& part) {
    return Xapian::Query(Xapian::Query::OP_AND, any_of(first, part), any_of(second, part));
  });
}

template <class OnPair>
void CutWords::read_neighbours(const std::vector<PartQueries>& queries, OnPair&& on_pair) {
  const auto found = find_records_of(index_, queries, most_records);
  for (std::size_t number = 0; number < found.size(); ++number) {
    for (const auto& [record, score, match] : found[number]) {
      for (const std::string_view text : {std::string_view(record.question),
                                          std::string_view(record.answer).substr(0, most_bytes)}) {
        KnownWord last;
        std::uint32_t next_position = 0;
        analyser_.analyse(text, record.language, [&](const Token& token) {
          if (token.in_fence ||
              (token.kind != Token::Kind::word && token.kind != Token::Kind::part))
            return;
          KnownWord here{fold(text.substr(token.begin, token.end - token.begin)),
                         std::string(token.term)};
          if (!last.word.empty() && token.position == next_position) on_pair(number, last, here);
          last = std::move(here);
          next_position = token.position + token.positions;
        });
      }
    }
  }
}

std::optional<AdjacentWords> CutWords::written_out(const std::string& first,
                                                   const std::string& second) {
  const std::vector<std::string> of_first = terms_of(first);
  const std::vector<std::string> of_second = terms_of(second);
  if (of_first.empty() || of_second.empty()) return std::nullopt;
  bool stands_so = false;
  std::map<std::pair<std::string, std::string>, std::pair<std::size_t, AdjacentWords>> found;
  const std::string stems[] = {std::string(analyser_.stem(first, "en")),
                               std::string(analyser_.stem(second, "en"))};
  const auto is_one = [&](std::size_t i, const std::string& typed, const KnownWord& known) {
    return known.word == typed || known.term == stems[i];
  };
  const auto note = [&](const KnownWord& one, const KnownWord& other, bool in_order) {
    const KnownWord& left = in_order ? one : other;
    const KnownWord& right = in_order ? other : one;
    const bool left_is = is_one(0, first, left);
    const bool right_is = is_one(1, second, right);
    if (left_is && right_is) stands_so = true;
    if ((!left_is && !abbreviates(first, left.word)) ||
        (!right_is && !abbreviates(second, right.word)) || (left_is && right_is))
      return;
    auto& [times, pair] = found[{left.term, right.term}];
    if (times++ == 0) pair = {left, right};
  };
  read_neighbours({with_both(of_first, of_second)},
                  [&](std::size_t, const KnownWord& one, const KnownWord& other) {
                    note(one, other, true);
                    note(one, other, false);
                  });
  // Letters that a word leaves out may be those of any: one witness is none.
  std::erase_if(found, [&](const auto& one) {
    const auto& [times, pair] = one.second;
    return times < 2 && ((first.size() == 2 && pair.first.word != first &&
                          !pair.first.word.starts_with(first)) ||
                         (second.size() == 2 && pair.second.word != second &&
                          !pair.second.word.starts_with(second)));
  });
  if (stands_so || found.empty()) return std::nullopt;
  return std::ranges::max_element(found, {}, [](const auto& one) { return one.second.first; })
      ->second.second;
}

std::optional<AdjacentWords> CutWords::parts(const std::string& word) {
  std::map<std::pair<std::string, std::string>, std::pair<std::size_t, AdjacentWords>> found;
  std::vector<std::pair<std::string, std::string>> cuts;
  std::vector<PartQueries> queries;
  for (std::size_t at = shortest_part; at + shortest_part <= word.size(); ++at) {
    if ((static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) continue;
    const std::string left = word.substr(0, at);
    const std::string right = word.substr(at);
    const std::string term(analyser_.stem(left, "en"));
    if (!index_.has_term(term) && !index_.has_term(left) && index_.terms_of_word(left).empty())
      continue;
    const std::vector<std::string> of_right = terms_of(right);
    if (of_right.empty()) continue;
    std::vector<std::string> of_left = index_.terms_of_word(left);
    of_left.push_back(term);
    of_left.push_back(left);
    queries.push_back(with_both(of_left, of_right));
    cuts.emplace_back(left, right);
  }
  read_neighbours(queries, [&](std::size_t number, const KnownWord& one, const KnownWord& other) {
    const auto& [left, right] = cuts[number];
    if (one.word != left || !other.word.starts_with(right)) return;
    auto& [times, pair] = found[{one.term, other.term}];
    if (times++ == 0) pair = {one, other};
  });
  if (found.empty()) return std::nullopt;
  return std::ranges::max_element(found, {}, [](const auto& one) { return one.second.first; })
      ->second.second;
}

}  // namespace answers
