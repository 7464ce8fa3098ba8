#include "searcher/ranking/related.h"

#include "corpus/wording/language.h"
#include "indexer/analysis/analysis.h"
#include "indexer/analysis/postings.h"
#include "indexer/generations/document.h"
#include "indexer/schema.h"
#include "searcher/matching/thread_of.h"
#include "searcher/query/form_shares.h"
#include "searcher/ranking/subject.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t most_terms = 32;
constexpr std::size_t most_compared = 50;  // by what they are about
/// Two records that share a word alone and are no nearer than this are about different things.
constexpr double least_nearness = 0.2;
constexpr double least_telling = 1;  // idf: of a word that a third of the records have, or fewer

/// The document of a record; 0 where it is not in the folders of the index.
Xapian::docid document_of(const Xapian::Database& database, const Record& record) {
  const std::string term = filter_term("id", record.id);
  const auto posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

struct TellingTerm {
  std::string term{};
  double idf = 0;
  double gain = 0;  ///< idf × saturated wdf: what the record itself scores by it
  double frequency = 0;
};

/// What is left of a term's idf in its score: wdf/(wdf + k1), as Xapian's BM25 with b = 0 has it.
double saturated(Xapian::termcount wdf) {
  const double amount = wdf;
  return amount / (amount + schema::k1 * schema::wdf_scale);
}

/// Terms of the function words in a text: "whi" of "Why", "doe" of "does".
std::unordered_set<std::string> function_terms(const Record& record) {
  std::unordered_set<std::string> terms;
  Analyser analyser;
  for (const std::string_view text :
       {std::string_view(record.question), std::string_view(record.body),
        std::string_view(record.answer)}) {
    analyser.analyse(text, record.language, [&](const Token& token) {
      const std::string word = fold(text.substr(token.begin, token.end - token.begin));
      if (is_function_word(word, record.language)) terms.emplace(token.term);
    });
  }
  return terms;
}

/// The terms that tell most about the record, the most telling first.
std::vector<TellingTerm> telling_terms(const Index& index, const Record& record,
                                       PostingMaker& maker) {
  const double records = index.records();
  const std::unordered_set<std::string> ignored = function_terms(record);
  std::vector<TellingTerm> terms;
  for (const auto& [term, wdf] : maker.postings(record)) {
    if (ignored.contains(term)) continue;
    const double frequency = index.frequency(term);
    if (frequency < 2) continue;  // nobody shares it
    const double idf = std::log(1 + (records - frequency + 0.5) / (frequency + 0.5));
    terms.push_back({term, idf, idf * saturated(wdf), frequency});
  }
  const auto kept = std::min(most_terms, terms.size());
  std::ranges::partial_sort(terms, terms.begin() + static_cast<std::ptrdiff_t>(kept),
                            std::ranges::greater(), &TellingTerm::gain);
  terms.resize(kept);
  return terms;
}

/// Leaves out what answers the question of `record`, and of any other question all but the first.
void fold_answers(std::vector<Hit>& hits, const Record& record) {
  const std::string own = thread_of(record);
  std::unordered_map<std::string, std::size_t> first_of;
  std::vector<Hit> folded;
  for (Hit& hit : hits) {
    std::string thread = thread_of(hit.record);
    if (thread == own) continue;
    const auto [place, is_new] = first_of.try_emplace(std::move(thread), folded.size());
    if (is_new) {
      folded.push_back(std::move(hit));
    } else {
      folded[place->second].more_answers += 1 + hit.more_answers;
    }
  }
  hits = std::move(folded);
}

}  // namespace

Results find_related(const Index& index, const Record& record, std::size_t limit) {
  PostingMaker maker(AverageLengths::from_string(index.averages()));
  const std::vector<TellingTerm> terms = telling_terms(index, record, maker);

  // A term counts once for telling about the record and once for telling about the hit.
  double own_score = 0;
  double whole_idf = 0;
  std::vector<WeightedTerm> weighted;
  for (const auto& term : terms) {
    own_score += term.gain * term.gain;
    whole_idf += term.idf;
    weighted.push_back({term.term, term.gain * term.idf, term.frequency});
  }
  Results results;
  results.query.text = record.question;
  if (weighted.empty() || limit == 0) return results;
  const auto own_terms = terms_of_question(question_id(record));
  const Xapian::Query own_question(Xapian::Query::OP_OR, own_terms.begin(), own_terms.end());
  const PartQueries queries = for_each_part(index, [&](const IndexPart& part) {
    return Xapian::Query(Xapian::Query::OP_AND_NOT, part.any_of(weighted), own_question);
  });
  const PartMatches matches = std::move(
      find_matches(index, {queries}, {.most = std::max(limit, most_compared), .by_question = true})
          .front());
  const SubjectSpace subjects(index);
  const Xapian::docid own = document_of(index.database(), record);
  const SubjectSpace::Place place = subjects.place_of({own});
  results.total = matches.total;
  for (FoundRecord& one : records_of(index, matches.matches)) {
    const PartMatch& match = matches.matches[one.match];
    Hit hit;
    // BM25Weight's wdf·(k1 + 1)/(wdf + k1): xapian_weight() has the k1 + 1 already.
    hit.score = match.score / own_score;
    hit.record = std::move(one.record);
    hit.more_answers = match.collapsed;
    std::unordered_map<std::string, double> missing;
    for (const auto& term : terms) missing.emplace(term.term, term.idf);
    double covered = 0;
    std::size_t shared = 0;
    for (const auto& [term, wdf] : maker.postings(hit.record)) {
      const auto found = missing.find(term);
      if (found == missing.end()) continue;
      covered += found->second;
      if (found->second >= least_telling) ++shared;
    }
    hit.coverage = covered / whole_idf;
    if (!place.empty()) {
      const double nearness = subjects.nearness(place, {match.id, match.remote});
      if (shared < 2 && nearness < least_nearness) continue;
      hit.score *= 0.5 + 0.5 * nearness;
    }
    results.hits.push_back(std::move(hit));
  }
  std::ranges::stable_sort(results.hits, std::ranges::greater(), &Hit::score);
  fold_answers(results.hits, record);
  if (results.hits.size() > limit) results.hits.resize(limit);
  for (std::size_t i = 0; i < results.hits.size(); ++i) results.hits[i].rank = i + 1;
  return results;
}

}  // namespace answers
