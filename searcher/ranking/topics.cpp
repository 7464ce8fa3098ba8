#include "searcher/ranking/topics.h"

#include "corpus/wording/language.h"
#include "indexer/analysis/analysis.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index_check.h"
#include "searcher/ranking/facets.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace answers {
namespace {

constexpr std::size_t most_records = 60;
constexpr std::size_t most_bytes = 4096;
constexpr std::size_t most_words = 8;
/// A word must stand in so many of the records that were looked at, or it belongs to one of them.
constexpr std::size_t least_records = 3;
/// What chance gives one time in a thousand (chi-squared with one degree of freedom).
constexpr double least_ratio = 10.8;

std::vector<Xapian::docid> all_documents(const Xapian::Database& database) {
  std::vector<Xapian::docid> documents;
  documents.reserve(database.get_doccount());
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
    documents.push_back(*at);
  return documents;
}

/// Dunning's −2 log λ of two binomials: `a` of `m` records here, `b` of `n` elsewhere.
double log_likelihood_ratio(double a, double m, double b, double n) {
  const auto likelihood = [](double k, double of, double p) {
    return (k > 0 ? k * std::log(p) : 0) + (of > k ? (of - k) * std::log(1 - p) : 0);
  };
  const double p = (a + b) / (m + n);
  return 2 * (likelihood(a, m, a / m) + likelihood(b, n, n > 0 ? b / n : 0) - likelihood(a, m, p) -
              likelihood(b, n, p));
}

/// A term of the records of a topic.
struct Candidate {
  std::size_t records = 0;
  std::map<std::string, std::size_t> written{};  ///< how often each way
};

std::vector<std::string> telling_words(const Index& index, Analyser& analyser,
                                       std::string_view field, const std::string& value) {
  const Xapian::Database& database = index.database();
  const std::string topic = filter_term(field, value);
  const std::size_t of_topic = database.get_termfreq(topic);
  const std::size_t step = std::max<std::size_t>(1, of_topic / most_records);
  std::set<std::string> own;  // the name of the topic tells nothing of it
  analyser.analyse(value, "", [&](const Token& token) { own.emplace(token.term); });

  std::unordered_map<std::string, Candidate> candidates;
  std::size_t number = 0;
  std::size_t looked_at = 0;
  for (auto at = database.postlist_begin(topic); at != database.postlist_end(topic); ++at) {
    if (number++ % step != 0 || looked_at == most_records) continue;
    ++looked_at;
    const Record record = index.record(*at);
    const std::string text = record.question + '\n' + record.answer.substr(0, most_bytes);
    std::set<std::string> seen;
    analyser.analyse(text, record.language, [&](const Token& token) {
      if (token.kind != Token::Kind::word && token.kind != Token::Kind::whole) return;
      const std::string written = text.substr(token.begin, token.end - token.begin);
      const bool is_word = std::ranges::any_of(
          written, [](unsigned char c) { return c >= 0x80 || std::isalpha(c) != 0; });
      if (!is_word || token.term.size() < 2 || is_function_word(fold(written), record.language))
        return;
      Candidate& candidate = candidates[std::string(token.term)];
      ++candidate.written[written];
      if (seen.emplace(token.term).second) ++candidate.records;
    });
  }

  std::vector<std::pair<double, std::string>> telling;
  const auto in_all = static_cast<double>(database.get_doccount());
  for (const auto& [term, candidate] : candidates) {
    if (candidate.records < std::min(least_records, looked_at) || own.contains(term)) continue;
    const auto here = static_cast<double>(candidate.records);
    const auto sampled = static_cast<double>(looked_at);
    const double elsewhere = std::max(0.0, static_cast<double>(database.get_termfreq(term)) -
                                               here / sampled * static_cast<double>(of_topic));
    const double others = in_all - static_cast<double>(of_topic);
    if (others > 0 && here / sampled <= elsewhere / others) continue;
    const double ratio = log_likelihood_ratio(here, sampled, std::min(elsewhere, others), others);
    if (ratio < least_ratio && others > 0) continue;
    const auto commonest =
        std::ranges::max_element(candidate.written, {}, [](const auto& way) { return way.second; });
    telling.emplace_back(-ratio, commonest->first);
  }
  std::ranges::sort(telling);
  std::vector<std::string> words;
  for (const auto& [ratio, word] : telling) {
    if (words.size() == most_words) break;
    words.push_back(word);
  }
  return words;
}

}  // namespace

TopicList find_topics(const Index& index, std::string_view field, std::size_t limit) {
  const Facet facet = count_facet(index, all_documents(index.database()), field, limit);
  TopicList list{.field = std::string(field), .distinct = facet.distinct};
  Analyser analyser;
  for (const auto& [value, records] : facet.values)
    list.topics.push_back({value, records, telling_words(index, analyser, field, value)});
  return list;
}

std::vector<UnansweredFile> unanswered_files(const Index& index) {
  std::vector<UnansweredFile> files;
  for (const auto& member : index.members()) {
    for (const auto& file : read_manifest(member.directory, member.generation).files) {
      if (file.unanswered > 0) files.push_back({file.path, file.unanswered});
    }
  }
  std::ranges::stable_sort(files, std::ranges::greater(), &UnansweredFile::questions);
  return files;
}

}  // namespace answers
