#include "searcher/site/site_index.h"

#include "corpus/wording/language.h"
#include "indexer/analysis/analysis.h"
#include "indexer/generations/acronym_table.h"
#include "indexer/generations/vocabulary.h"
#include "indexer/schema.h"
#include "searcher/query/everyday_words.h"
#include "searcher/query/form_shares.h"
#include "searcher/query/thesaurus.h"
#include "searcher/site/packed_numbers.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;

constexpr char between_words = ' ';
constexpr char before_term = '!';

bool is_filter_term(const std::string& term) { return term[0] >= 'A' && term[0] <= 'Z'; }

/// What a browser's string counts of UTF-8: one for a character, two beyond the first plane.
std::size_t utf16_length(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) length += byte >= 0xF0 ? 2 : 1;
  }
  return length;
}

/// How much `word` shares with the one before it, and its rest.
void append_shortened(std::string& text, std::string_view before, std::string_view word) {
  const auto most = std::min(word.size(), before.size());
  auto common = static_cast<std::size_t>(
      std::mismatch(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(most), before.begin())
          .first -
      word.begin());
  while (common > 0 && common < word.size() &&
         (static_cast<unsigned char>(word[common]) & 0xC0) == 0x80)
    --common;  // no half character
  text += number_sign(std::min(utf16_length(word.substr(0, common)), number_signs - 1));
  text += word.substr(common);
}

/// The terms that some of `numbers` have, and their postings.
class Postings {
 public:
  Postings(const Xapian::Database& database,
           const std::unordered_map<Xapian::docid, std::size_t>& numbers)
      : wdfs_(numbers.size()) {
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      if (is_filter_term(*term) || (*term).find(between_words) != std::string::npos) continue;
      List list{.term = *term};
      for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
           ++posting) {
        const auto number = numbers.find(*posting);
        if (number != numbers.end()) list.postings.emplace_back(number->second, posting.get_wdf());
      }
      if (list.postings.empty()) continue;
      std::ranges::sort(list.postings);
      for (const auto& [number, wdf] : list.postings) ++wdfs_[number][wdf];
      known_.insert(known_.end(), *term);
      lists_.push_back(std::move(list));
    }
  }

  const std::set<std::string, std::less<>>& known() const { return known_; }

  std::string packed_terms() const {
    std::string terms;
    std::string_view last;
    for (const List& list : lists_) {
      if (!terms.empty()) terms += between_words;
      append_shortened(terms, last, list.term);
      last = list.term;
    }
    return terms;
  }

  std::string packed_gaps() const {
    std::string gaps;
    for (const List& list : lists_) {
      if (!gaps.empty()) gaps += between_words;
      std::size_t next = 0;
      for (const auto& [number, wdf] : list.postings) {
        append_number(gaps, number - next);
        next = number + 1;
      }
    }
    return gaps;
  }

  /// Of each record its different wdfs, the commonest first, and of each posting which of them it
  /// has: most have that of a word that stands once in the answer.
  std::pair<std::string, std::string> packed_wdfs() const {
    std::vector<std::map<Xapian::termcount, std::size_t>> ranks(wdfs_.size());
    std::string wdfs;
    for (std::size_t number = 0; number < wdfs_.size(); ++number) {
      std::vector<std::pair<Xapian::termcount, std::size_t>> counted(wdfs_[number].begin(),
                                                                     wdfs_[number].end());
      std::ranges::stable_sort(counted, std::ranges::greater(),
                               [](const auto& one) { return one.second; });
      if (number > 0) wdfs += between_words;
      for (const auto& [wdf, postings] : counted) {
        append_number(wdfs, wdf);
        ranks[number].emplace(wdf, ranks[number].size());
      }
    }
    std::string of_postings;
    for (const List& list : lists_) {
      if (!of_postings.empty()) of_postings += between_words;
      for (const auto& [number, wdf] : list.postings)
        append_number(of_postings, ranks[number].at(wdf));
    }
    return {std::move(wdfs), std::move(of_postings)};
  }

 private:
  struct List {
    std::string term{};
    std::vector<std::pair<std::size_t, Xapian::termcount>> postings{};
  };

  std::vector<List> lists_;  ///< by term
  std::set<std::string, std::less<>> known_;
  std::vector<std::map<Xapian::termcount, std::size_t>> wdfs_;  ///< of each record, how often
};

/// The words that records write otherwise than the terms that find them, with those terms.
std::string words_of(const Xapian::Database& database, const Postings& postings,
                     std::set<std::string>& words) {
  std::string packed;
  std::string last;
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
    const std::string word = *key;
    std::string terms;
    for (const std::string& term : terms_of_word(database, word)) {
      if (!postings.known().contains(term)) continue;
      terms += before_term;
      append_shortened(terms, word, term);
    }
    if (terms.empty() || word.find_first_of(" !") != std::string::npos) continue;
    if (!packed.empty()) packed += between_words;
    append_shortened(packed, last, word);
    packed += terms;
    last = word;
    words.insert(word);
  }
  return packed;
}

/// [weight, most information or null, "word word …"] of the words that say less than others.
Json weights_of(const std::set<std::string>& words, const std::string& language) {
  std::map<std::pair<double, double>, std::string> groups;
  for (const auto& word : words) {
    const double weight = word_weight(word, language);
    const double most = most_information(word, language);
    if (weight == 1 && std::isinf(most)) continue;
    std::string& group = groups[{weight, most}];
    group += (group.empty() ? "" : " ") + word;
  }
  Json weights = Json::array();
  for (const auto& [values, group] : groups) {
    weights.push_back(
        {values.first, std::isinf(values.second) ? Json() : Json(values.second), group});
  }
  return weights;
}

/// The groups of the thesaurus, as far as two of their terms are known.
Json synonyms_of(const Postings& postings) {
  Analyser analyser;
  Json groups = Json::array();
  for (std::string_view group : synonym_groups()) {
    std::vector<std::string> terms;
    while (!group.empty()) {
      const auto blank = std::min(group.find(' '), group.size());
      std::string term(analyser.stem(group.substr(0, blank), "en"));
      group.remove_prefix(std::min(blank + 1, group.size()));
      if (postings.known().contains(term) && std::ranges::find(terms, term) == terms.end())
        terms.push_back(std::move(term));
    }
    std::string line;
    for (const auto& term : terms) line += (line.empty() ? "" : " ") + term;
    if (terms.size() > 1) groups.push_back(line);
  }
  return groups;
}

/// "pca princip compon analysi": the terms of what records explain, and of what is so common that
/// nobody explains it, as far as all of the long form's terms are known.
Json acronyms_of(const Index& index, const Postings& postings) {
  Json lines = Json::array();
  const auto add = [&](const std::string& line, const std::vector<std::string>& terms) {
    const bool all_known = std::ranges::all_of(
        terms, [&](const std::string& term) { return postings.known().contains(term); });
    if (!all_known || terms.empty()) return;
    lines.push_back(fmt::format("{} {}", line, fmt::join(terms, " ")));
  };
  const Acronyms acronyms(index);
  std::set<std::string> explained;
  for (const std::string& term : postings.known()) {
    for (const KnownAcronym& known : acronyms.meanings_of(term)) {
      add(term, known.words);
      explained.insert(term);
    }
  }
  Analyser analyser;
  const double few = 3 + static_cast<double>(index.database().get_doccount()) / 1000;
  for (const CommonAcronym& common : common_acronyms()) {
    const std::string term(common.short_form);
    if (explained.contains(term) || index.database().get_termfreq(term) > few) continue;
    std::vector<std::string> terms;
    analyser.analyse(common.long_form, "en",
                     [&](const Token& token) { terms.emplace_back(token.term); });
    add(term, terms);
  }
  return lines;
}

}  // namespace

nlohmann::ordered_json site_index(const Index& index, std::span<const Xapian::docid> records,
                                  const std::string& language) {
  std::unordered_map<Xapian::docid, std::size_t> numbers;
  for (const Xapian::docid id : records) numbers.emplace(id, numbers.size());
  const Xapian::Database& database = index.database();
  const Postings postings(database, numbers);
  std::set<std::string> words(postings.known().begin(), postings.known().end());
  std::string packed_words = words_of(database, postings, words);
  for (const EverydayWords& some : everyday_words()) {
    if (some.language != language) continue;
    for (std::string_view rest = some.words; !rest.empty();) {
      const auto blank = std::min(rest.find(' '), rest.size());
      if (is_function_word(rest.substr(0, blank), language)) words.emplace(rest.substr(0, blank));
      rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
  }
  auto [wdfs, wdfs_of_postings] = postings.packed_wdfs();
  return {{"records", records.size()},
          {"language", language},
          {"saturation", schema::k1 * schema::wdf_scale},
          {"shares",
           {{"synonym", synonym_share},
            {"synonymAlone", synonym_share_alone},
            {"longForm", long_form_share},
            {"longFormAlone", long_form_share_alone},
            {"shortForm", short_form_share},
            {"otherStem", other_stem_share},
            {"joined", joined_share},
            {"cut", cut_share}}},
          {"terms", postings.packed_terms()},
          {"gaps", postings.packed_gaps()},
          {"wdfs", std::move(wdfs)},
          {"wdfs_of_postings", std::move(wdfs_of_postings)},
          {"words", std::move(packed_words)},
          {"weights", weights_of(words, language)},
          {"synonyms", synonyms_of(postings)},
          {"acronyms", acronyms_of(index, postings)}};
}

}  // namespace answers
