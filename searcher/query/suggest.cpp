#include "searcher/query/suggest.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/language.h"
#include "indexer/analysis/analysis.h"
#include "indexer/generations/document.h"
#include "indexer/schema.h"
#include "searcher/matching/part_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>

namespace answers {
namespace {

/// Bytes of a query that is still being typed, and of its last word: terms are no longer.
constexpr std::size_t longest_typed = 500;
constexpr std::size_t longest_word = 64;
constexpr std::size_t most_terms_read = 8'000;
/// Terms that a beginning stands for: the most frequent.
constexpr std::size_t most_expansions = 24;
constexpr Xapian::doccount most_candidates = 100;

struct Expansion {
  std::string term{};
  double frequency = 0;
};

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

bool beyond_ascii(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Without the punctuation that words are dressed in.
std::string_view undressed(std::string_view word) {
  static constexpr auto is_dress = [] {
    std::array<bool, 256> table{};
    for (const char sign : std::string_view("`\"'()[]{}*_?!:;,. "))
      table[static_cast<unsigned char>(sign)] = true;
    return table;
  }();
  const auto is = [](char byte) { return is_dress[static_cast<unsigned char>(byte)]; };
  while (!word.empty() && is(word.front())) word.remove_prefix(1);
  while (!word.empty() && is(word.back())) word.remove_suffix(1);
  return word;
}

/// Calls visit(word) with what stands between blanks, folded, without punctuation about it.
template <typename Visit>
void each_folded_word(std::string_view text, Visit visit) {
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_blank(text[at])) ++at;
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end])) ++end;
    const std::string_view word = undressed(text.substr(at, end - at));
    at = end;
    if (word.empty()) continue;
    if (beyond_ascii(word)) {
      folded = fold(word);
    } else {  // as fold() does it, without asking what each letter is
      folded.clear();
      for (const char byte : word) {
        const bool capital = byte >= 'A' && byte <= 'Z';
        if (byte != '\'' && byte != '\0') folded += static_cast<char>(capital ? byte | 0x20 : byte);
      }
    }
    if (const std::string_view bare = undressed(folded); !bare.empty()) visit(bare);
  }
}

std::vector<std::string> folded_words_of(std::string_view text) {
  std::vector<std::string> words;
  each_folded_word(text, [&words](std::string_view word) { words.emplace_back(word); });
  return words;
}

/// What the terms of words that begin with `beginning` begin with.
std::string term_beginning(std::string_view beginning, Analyser& analyser) {
  std::string whole(beginning);
  analyser.analyse(beginning, "en", [&](const Token& token) {
    if (token.kind == Token::Kind::whole) whole = token.term;  // "k-n" -> "kn"
  });
  return whole;
}

std::vector<Expansion> expansions_of(const Index& index, const std::string& beginning,
                                     Analyser& analyser) {
  std::vector<Expansion> found;
  std::size_t read = 0;
  index.terms_beginning(beginning, [&](const std::string& term, double records) {
    if (++read > most_terms_read) return false;
    found.push_back({term, records});
    return true;
  });
  // The stem of what is typed may be shorter than what is typed: "regular" of "regulariza".
  for (std::size_t length = beginning.size() - 1; length >= 3 && length * 2 >= beginning.size();
       --length) {
    const std::string stem = beginning.substr(0, length);
    if (const auto frequency = index.frequency(stem); frequency > 0)
      found.push_back({stem, frequency});
  }
  const std::string stem(analyser.stem(beginning, "en"));
  if (!stem.empty() && !beginning.starts_with(stem) && !stem.starts_with(beginning)) {
    if (const auto frequency = index.frequency(stem); frequency > 0)
      found.push_back({stem, frequency});
  }
  const auto kept = std::min(found.size(), most_expansions);
  std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept),
                            [](const Expansion& a, const Expansion& b) {
                              return std::pair(b.frequency, std::string_view(a.term)) <
                                     std::pair(a.frequency, std::string_view(b.term));
                            });
  found.resize(kept);
  return found;
}

Xapian::Query any_of(const std::vector<Expansion>& expansions, const IndexPart& part) {
  std::vector<Xapian::Query> terms;
  terms.reserve(expansions.size());
  for (const Expansion& expansion : expansions) terms.push_back(part.term(expansion.term));
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

/// The terms of the complete words but those that say little.
std::vector<std::string> telling_terms_of(std::string_view complete, Analyser& analyser) {
  std::vector<std::string> terms;
  analyser.analyse(complete, "en", [&](const Token& token) {
    const std::string word = fold(complete.substr(token.begin, token.end - token.begin));
    if (token.kind != Token::Kind::tail && !is_function_word(word, "en"))
      terms.emplace_back(token.term);
  });
  return terms;
}

/// The best records with all of the terms and one of the expansions, where there are any; one for
/// each question.
std::vector<PartMatch> best_of(const Index& index, const std::vector<std::string>& terms,
                               const std::vector<Expansion>& expansions) {
  const PartQueries queries = for_each_part(index, [&](const IndexPart& part) {
    std::vector<Xapian::Query> all;
    all.reserve(terms.size() + 1);
    for (const std::string& term : terms) all.push_back(part.term(term));
    if (!expansions.empty()) all.push_back(any_of(expansions, part));
    return Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end());
  });
  return std::move(find_matches(index, {queries}, {.most = most_candidates, .by_question = true})
                       .front()
                       .matches);
}

/// The best records with one of the terms; some answer the same question.
std::vector<PartMatch> best_with_any(const Index& index, const std::vector<Expansion>& expansions) {
  const double records = index.records();
  std::vector<WeightedTerm> terms;
  terms.reserve(expansions.size());
  for (const auto& [term, frequency] : expansions)
    terms.push_back({term, std::log(1 + records / frequency), frequency});
  PartQueries queries =
      for_each_part(index, [&](const IndexPart& part) { return part.any_of(terms); });
  queries.terms = terms;
  return std::move(find_matches(index, {queries}, {.most = 2UL * most_candidates}).front().matches);
}

/// Reads records as they are needed; those elsewhere all at once.
class Candidates {
 public:
  Candidates(const Index& index, std::vector<PartMatch> matches)
      : index_(index), matches_(std::move(matches)) {
    if (!index.remotes().empty()) fetched_ = records_of(index, matches_);
  }
  std::size_t size() const { return index_.remotes().empty() ? matches_.size() : fetched_.size(); }
  Record record(std::size_t i) const {
    return index_.remotes().empty() ? index_.record(matches_[i].id) : fetched_[i].record;
  }

 private:
  const Index& index_;
  std::vector<PartMatch> matches_;
  std::vector<FoundRecord> fetched_;
};

/// Records whose questions begin as typed, one for each question, the shortest first.
std::vector<Record> beginning_so(const Index& index, const std::string& typed) {
  constexpr std::size_t most_beginnings = 200;
  constexpr std::size_t most_records = 60;
  std::vector<Record> records;
  if (typed.empty()) return records;
  const std::string beginning = beginning_term(typed);
  const Xapian::Database& database = index.database();
  std::unordered_set<std::string> seen;
  const auto take = [&](Record record) {
    if (fold(record.question).starts_with(typed) && seen.emplace(question_id(record)).second)
      records.push_back(std::move(record));
  };
  if (!index.remotes().empty()) {
    const PartQueries queries = for_each_part(index, [&](const IndexPart&) {
      return Xapian::Query(Xapian::Query::OP_WILDCARD, beginning, most_beginnings,
                           Xapian::Query::WILDCARD_LIMIT_FIRST);
    });
    const PartMatches found =
        std::move(find_matches(index, {queries}, {.most = most_records, .by_id = true}).front());
    for (FoundRecord& one : records_of(index, found.matches)) take(std::move(one.record));
  }
  std::size_t read = 0;
  std::size_t beginnings = 0;
  for (auto term = database.allterms_begin(beginning);
       term != database.allterms_end(beginning) && index.remotes().empty() &&
       ++beginnings <= most_beginnings;
       ++term) {
    for (auto one = database.postlist_begin(*term);
         one != database.postlist_end(*term) && ++read <= most_records; ++one)
      take(index.record(*one));
  }
  std::ranges::stable_sort(records, {}, [](const Record& one) { return one.question.size(); });
  return records;
}

/// The words of the answers that begin so, of code as far as its first sign.
std::unordered_set<std::string> words_of_answers(const Candidates& candidates,
                                                 std::string_view beginning) {
  std::unordered_set<std::string> words;
  for (std::size_t i = 0; i < candidates.size() && i < most_candidates; ++i) {
    each_folded_word(candidates.record(i).answer, [&](std::string_view word) {
      if (!word.starts_with(beginning)) return;
      const auto sign = word.find_first_of("=()[]{}<>*`\"'|,;:!?/\\$&", beginning.size());
      words.emplace(word.substr(0, sign));
    });
  }
  return words;
}

}  // namespace

Suggestions suggest(const Index& index, std::string_view typed, std::size_t limit) {
  Suggestions suggestions;
  if (typed.size() > longest_typed) return suggestions;
  const auto blank = typed.find_last_of(" \t\n");
  const std::string_view complete =
      blank == std::string_view::npos ? "" : typed.substr(0, blank + 1);
  const std::vector<std::string> last = folded_words_of(typed.substr(complete.size()));
  const std::string beginning = last.empty() ? "" : last.front();
  const std::vector<std::string> complete_words = folded_words_of(complete);
  if (beginning.empty() && complete_words.empty()) return suggestions;
  if (beginning.size() > longest_word) return suggestions;

  const std::string typed_folded = fold(trimmed(typed));
  std::unordered_set<std::string> words;
  std::unordered_set<std::string> seen;
  for (Record& record : beginning_so(index, typed_folded)) {
    const std::vector<std::string> question_words = folded_words_of(record.question);
    if (!beginning.empty() && complete_words.size() < question_words.size()) {
      const std::string& word = question_words[complete_words.size()];
      if (word.starts_with(beginning)) words.insert(word);
    }
    seen.emplace(question_id(record));
    if (suggestions.questions.size() < limit) suggestions.questions.push_back(std::move(record));
  }
  const bool has_words = !words.empty() && !complete_words.empty();
  Analyser analyser;
  const std::vector<std::string> terms = telling_terms_of(complete, analyser);
  std::vector<PartMatch> matches;
  const bool is_enough = suggestions.questions.size() >= limit && (beginning.empty() || has_words);
  if (is_enough) {
    // Others would come behind them: "how to", "why d".
  } else if (!beginning.empty()) {
    const auto expansions = expansions_of(index, term_beginning(beginning, analyser), analyser);
    if (expansions.empty() && words.empty()) return suggestions;
    if (!expansions.empty()) {
      matches =
          terms.empty() ? best_with_any(index, expansions) : best_of(index, terms, expansions);
    }
  } else if (!terms.empty()) {
    matches = best_of(index, terms, {});
  }  // "what is " fits nearly everything
  std::vector<std::string> needed = complete_words;
  std::erase_if(needed, [](const std::string& word) { return is_function_word(word, "en"); });
  std::vector<Record> others;
  std::size_t looked_at = 0;
  const Candidates candidates(index, std::move(matches));
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Record record = candidates.record(i);
    if (!seen.emplace(question_id(record)).second) continue;
    if (++looked_at > most_candidates) break;
    const std::string question = fold(record.question);
    const std::vector<std::string> question_words = folded_words_of(record.question);
    // Chinese, Japanese and Thai write no blanks: there a word may stand anywhere.
    const auto has = [&](const std::string& word) {
      return std::ranges::find(question_words, word) != question_words.end() ||
             (beyond_ascii(word) && question.find(word) != std::string::npos);
    };
    if (!std::ranges::all_of(needed, has)) continue;
    bool has_last = beginning.empty() || (beyond_ascii(beginning) && has(beginning));
    for (const std::string& word : question_words) {
      if (beginning.empty() || !word.starts_with(beginning)) continue;
      has_last = true;
      if (!has_words) words.insert(word);
    }
    if (!has_last) continue;
    auto& list = question.starts_with(typed_folded) ? suggestions.questions : others;
    if (list.size() < limit) list.push_back(std::move(record));
  }
  if (words.empty() && suggestions.questions.empty() && others.empty() && !beginning.empty())
    words = words_of_answers(candidates, beginning);
  // Questions that begin as typed come first.
  for (Record& record : others) {
    if (suggestions.questions.size() >= limit) break;
    suggestions.questions.push_back(std::move(record));
  }
  for (const std::string& word : words) {
    const double records = index.frequency(std::string(analyser.stem(word, "en")));
    suggestions.words.push_back(
        {std::string(complete) + word, static_cast<Xapian::doccount>(std::max(records, 1.0))});
  }
  std::ranges::sort(suggestions.words, [](const SuggestedWord& a, const SuggestedWord& b) {
    return std::pair(b.records, std::string_view(a.text)) <
           std::pair(a.records, std::string_view(b.text));
  });
  // What is typed may be whole.
  const auto whole =
      std::ranges::find(suggestions.words, std::string(complete) + beginning, &SuggestedWord::text);
  if (whole != suggestions.words.end()) std::rotate(suggestions.words.begin(), whole, whole + 1);
  if (suggestions.words.size() > limit) suggestions.words.resize(limit);
  return suggestions;
}

}  // namespace answers
