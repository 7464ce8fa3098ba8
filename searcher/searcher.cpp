#include "searcher/searcher.h"

#include "indexer/schema.h"
#include "searcher/evidence.h"
#include "searcher/facets.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// How many records the second stage looks at. Chosen, not measured against other depths.
constexpr std::size_t second_stage = 100;
/// How many records are looked at to find those in which a phrase stands.
constexpr std::size_t most_verified = 2000;
/// How far an answer is raised towards the other answers to its question, or lowered.
constexpr std::size_t most_facet_values = 50;
constexpr double thread_share = 0.475;

struct Candidate {
  Record record{};
  double first = 0;  ///< score of the first stage
  double score = 0;
  Evidence evidence{};
  std::size_t folded = 0;  ///< other answers to its question
};

/// Answers to one question help each other: what one of them says of the query holds for all.
void help_within_threads(std::vector<Candidate>& candidates) {
  struct Thread {
    double sum = 0;
    std::size_t count = 0;
  };
  std::unordered_map<std::string, Thread> threads;
  for (const auto& candidate : candidates) {
    if (candidate.record.question.empty()) continue;
    Thread& thread = threads[candidate.record.question];
    thread.sum += candidate.first;
    ++thread.count;
  }
  for (auto& candidate : candidates) {
    const auto found = threads.find(candidate.record.question);
    if (found == threads.end() || found->second.count < 2) continue;
    const double others =
        (found->second.sum - candidate.first) / static_cast<double>(found->second.count - 1);
    candidate.score += thread_share * (others - candidate.first);
  }
}

void sort_by(Order order, std::vector<Candidate>& candidates) {
  const auto sort = [&](const auto& compare, const auto& key) {
    std::ranges::stable_sort(candidates, compare,
                             [&](const Candidate& candidate) { return key(candidate.record); });
  };
  switch (order) {
    case Order::relevance:
      break;
    case Order::votes:
      sort(std::ranges::greater(), [](const Record& record) { return record.votes; });
      break;
    case Order::date:
      sort(std::ranges::greater(), [](const Record& record) { return record.date; });
      break;
    case Order::question:
      sort(std::ranges::less(), [](const Record& record) { return record.question; });
      break;
    case Order::path:
      sort(std::ranges::less(),
           [](const Record& record) { return std::pair(record.place.path, record.place.byte); });
      break;
  }
}

}  // namespace

Searcher::Searcher(Index index) : index_(std::move(index)) {}

Results Searcher::search(std::string_view text, const SearchOptions& options) {
  if (analyser_.remembered() > Analyser::capacity / 2) analyser_.forget();
  const Xapian::Database& database = index_.database();
  Xapian::Query filters;
  if (!options.filters.empty()) {
    filters = parse_query(options.filters, {}, analyser_, database).matching;
  }
  const auto restrict = [&](Query query) {
    if (options.filters.empty()) return query;
    const bool is_blank = text.find_first_not_of(" \t\n\r") == std::string_view::npos;
    query.matching =
        is_blank ? filters : Xapian::Query(Xapian::Query::OP_FILTER, query.matching, filters);
    return query;
  };
  const Query query = restrict(parse_query(
      text, {.literal = options.literal, .strict = options.strict}, analyser_, database));
  Results results = run(query, options);
  results.query.text = text;
  if (results.total == 0 && query.may_relax && !options.strict) {
    results = run(restrict(parse_query(text, {.literal = true}, analyser_, database)), options);
    results.query.text = text;
  }
  if (!results.hits.empty()) {
    results.query.corrected = corrected_text(text, query, results.hits.front().record);
  }
  return results;
}

std::string Searcher::corrected_text(std::string_view text, const Query& query,
                                     const Record& record) {
  if (std::ranges::none_of(query.words, &QueryWord::is_corrected)) return {};
  EvidenceReader reader(query, analyser_);
  std::string corrected(text);
  for (std::size_t i = query.words.size(); i-- > 0;) {
    const QueryWord& word = query.words[i];
    if (!word.is_corrected) continue;
    // The index has stems; how the word is written stands in the text.
    std::string written;
    for (const std::string_view field :
         {std::string_view(record.question), std::string_view(record.answer)}) {
      for (const Occurrence& one : reader.occurrences(field, record.language)) {
        if (one.word == i && written.empty())
          written = fold(field.substr(one.begin, one.end - one.begin));
      }
    }
    if (written.empty()) return {};
    corrected.replace(word.begin, word.end - word.begin, written);
  }
  return corrected;
}

std::vector<Xapian::docid> Searcher::all_matches(const Query& query) {
  std::vector<Xapian::docid> matches;
  Xapian::Enquire enquire(index_.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(query.matching);
  const Xapian::MSet found = enquire.get_mset(0, index_.database().get_doccount());
  EvidenceReader reader(query, analyser_);
  for (auto match = found.begin(); match != found.end(); ++match) {
    if (query.conditions.empty() || reader.holds(index_.record(*match))) matches.push_back(*match);
  }
  std::ranges::sort(matches);
  return matches;
}

Results Searcher::run(const Query& query, const SearchOptions& options) {
  Results results;
  for (const auto& word : query.words) {
    if (!word.is_known && !word.is_function_word && !word.is_corrected)
      results.query.unknown_words.push_back(word.text);
  }
  if (query.matching.empty()) {
    results.total_is_exact = true;
    return results;
  }
  Xapian::Enquire enquire(index_.database());
  enquire.set_weighting_scheme(Xapian::BM25Weight(schema::k1 * schema::wdf_scale, 0, 0, 0, 0));
  enquire.set_query(query.matching);
  EvidenceReader reader(query, analyser_);
  const std::size_t wanted = std::max(second_stage, options.offset + options.limit);

  std::vector<Candidate> candidates;
  std::size_t looked_at = 0;
  for (;;) {
    const auto matches = enquire.get_mset(static_cast<Xapian::doccount>(looked_at),
                                          static_cast<Xapian::doccount>(wanted));
    for (auto match = matches.begin(); match != matches.end() && candidates.size() < wanted;
         ++match) {
      Candidate candidate;
      candidate.record = index_.record(match.get_document());
      candidate.first = match.get_weight();
      if (!query.conditions.empty() && !reader.holds(candidate.record)) continue;
      candidates.push_back(std::move(candidate));
    }
    looked_at += matches.size();
    const bool all_seen = matches.size() < wanted;
    if (query.conditions.empty()) {
      results.total = std::max<std::size_t>(matches.get_matches_lower_bound(), candidates.size());
      results.total_is_exact = all_seen;
      break;
    }
    if (all_seen || candidates.size() >= wanted || looked_at >= most_verified) {
      results.total = candidates.size();
      results.total_is_exact = all_seen;
      break;
    }
  }

  const auto staged = static_cast<std::ptrdiff_t>(std::min(second_stage, candidates.size()));
  std::vector<Candidate> rest(std::make_move_iterator(candidates.begin() + staged),
                              std::make_move_iterator(candidates.end()));
  candidates.resize(static_cast<std::size_t>(staged));
  for (auto& candidate : candidates) {
    candidate.evidence = reader.evidence(candidate.record);
    candidate.score = candidate.first + query.mass * candidate.evidence.sum();
  }
  help_within_threads(candidates);
  std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::score);
  if (!candidates.empty()) {
    // What is behind the second stage keeps its order, and stays behind.
    const double last = candidates.back().score;
    const double first = rest.empty() ? 0 : rest.front().first;
    for (auto& candidate : rest) {
      candidate.score = last + candidate.first - first;
      candidates.push_back(std::move(candidate));
    }
  }
  if (options.fold_answers) {
    std::unordered_map<std::string, std::size_t> first_of;
    std::vector<Candidate> folded;
    for (auto& candidate : candidates) {
      const auto [place, is_new] = first_of.try_emplace(
          std::string(question_id(candidate.record)) + '\n' + candidate.record.question,
          folded.size());
      if (is_new) {
        folded.push_back(std::move(candidate));
      } else {
        ++folded[place->second].folded;
      }
    }
    candidates = std::move(folded);
  }
  sort_by(options.order, candidates);
  if (options.exact_total || !options.facets.empty()) {
    const std::vector<Xapian::docid> matches = all_matches(query);
    results.total = matches.size();
    results.total_is_exact = true;
    for (const auto& field : options.facets) {
      results.facets.push_back(count_facet(index_, matches, field, most_facet_values));
    }
  }

  for (std::size_t i = options.offset; i < candidates.size() && i < options.offset + options.limit;
       ++i) {
    Candidate& candidate = candidates[i];
    Hit hit;
    hit.rank = i + 1;
    hit.score = candidate.score;
    hit.more_answers = candidate.folded;
    hit.coverage = candidate.evidence.coverage;
    if (options.passages) {
      hit.question_matches = EvidenceReader::ranges(
          reader.occurrences(candidate.record.question, candidate.record.language));
      hit.passages.push_back(reader.passage(candidate.record));
    }
    hit.record = std::move(candidate.record);
    results.hits.push_back(std::move(hit));
  }
  return results;
}

}  // namespace answers
