#include "searcher/ranking/searcher.h"

#include "indexer/analysis/analysis.h"
#include "indexer/schema.h"
#include "searcher/ranking/agreement.h"
#include "searcher/ranking/evidence.h"
#include "searcher/ranking/explain.h"
#include "searcher/ranking/facets.h"
#include "searcher/ranking/filter_values.h"
#include "searcher/ranking/near_duplicates.h"
#include "searcher/ranking/part_search.h"
#include "searcher/ranking/resemblance.h"
#include "searcher/ranking/shares_of_words.h"
#include "searcher/ranking/sorted_matches.h"
#include "searcher/ranking/tie_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// How many records the second stage looks at. Forty save a third of the time where there is much
/// to read, and lose .08 % of nDCG@10 there, but .3 % among few (tests/relevance/ranking.md).
constexpr std::size_t second_stage = 100;
constexpr std::size_t second_stage_of_many = 40;
constexpr Xapian::doccount many_records = 20000;
/// Among how many topics and similar questions are counted, and other answers to a question.
constexpr std::size_t overviewed = 100;
/// How many the third stage looks at: 15 lose .1 % of nDCG@10, 100 gain as much.
constexpr std::size_t third_stage = 20;
/// How many records are looked at to find those in which a phrase stands.
constexpr std::size_t most_verified = 2000;
constexpr std::size_t most_facet_values = 50;
constexpr Xapian::doccount most_counted = 10000;  // records that a suggestion would find
constexpr std::size_t most_closest = 3;           // records shown where nothing was found
/// How far an answer is raised towards the other answers to its question, or lowered.
constexpr double thread_share = 0.4;

struct Candidate {
  Xapian::docid id = 0;
  std::optional<std::size_t> remote{};  ///< which of Index::remotes() has it under that id
  StoredRecord stored{};                ///< complete where it is a hit
  double first = 0;                     ///< score of the first stage
  std::size_t first_rank = 0;           ///< in the first stage, from 1
  double score = 0;
  std::vector<float> shares{};  ///< of each word of the query; empty where that is not known
  Evidence evidence{};
  std::optional<std::vector<Occurrence>> in_answer{};  ///< where the second stage looked
  WordsRead words{};                                   ///< likewise
  std::size_t folded = 0;                              ///< other answers to its question

  SubjectSpace::RecordAt at() const { return {id, remote}; }
};

/// Answers to one question help each other: what one of them says of the query holds for all.
void help_within_threads(std::vector<Candidate>& candidates) {
  struct Thread {
    double sum = 0;
    std::size_t count = 0;
  };
  std::unordered_map<std::string, Thread> threads;
  for (const auto& candidate : candidates) {
    if (candidate.stored.record.question.empty()) continue;
    Thread& thread = threads[candidate.stored.record.question];
    thread.sum += candidate.first;
    ++thread.count;
  }
  for (auto& candidate : candidates) {
    const auto found = threads.find(candidate.stored.record.question);
    if (found == threads.end() || found->second.count < 2) continue;
    const double others =
        (found->second.sum - candidate.first) / static_cast<double>(found->second.count - 1);
    candidate.score += thread_share * (others - candidate.first);
  }
}

/// The third stage: compares the best with each other, looks for relatives of the words they lack,
/// and raises answers towards the best answer to their question. None falls, so the others stay
/// behind them.
void look_again(std::vector<Candidate>& candidates, const Query& query, EvidenceReader& reader,
                const SubjectSpace& subjects) {
  constexpr double best_answer_share = 0.3;
  const std::size_t count = std::min(third_stage, candidates.size());
  if (count < 2 || query.mass <= 0) return;
  const std::span<Candidate> best = std::span(candidates).first(count);
  std::vector<std::vector<TermCount>> terms;
  std::vector<double> scores;
  std::unordered_map<std::string, double> best_answers;
  std::vector<double> related;
  for (Candidate& candidate : best) {
    Reading reading = reader.read(std::move(candidate.words));
    terms.push_back(std::move(reading.terms));
    related.push_back(reading.related);
    scores.push_back(candidate.score / query.mass);
    if (!candidate.stored.record.question.empty())
      best_answers.try_emplace(candidate.stored.record.question, candidate.score);
  }
  const std::vector<double> agreements = agreement(terms, scores);
  SubjectSpace::Place middle;
  const std::vector<double> trust = trust_in(scores);
  for (std::size_t i = 0; i < trust.size(); ++i)
    subjects.add_record(best[i].at(), trust[i], middle);
  // Where the records' questions are headings or titles, to look like a question says nothing: of
  // collections of questions a quarter or more are worded so, of others at most one in 25.
  constexpr double least_questions = 0.1;
  const auto questions = static_cast<double>(std::ranges::count_if(
      best, [](const Candidate& candidate) { return candidate.evidence.is_question; }));
  std::optional<Trigrams> asked;
  if (reader.asks() && questions >= least_questions * static_cast<double>(count))
    asked.emplace(query.description);
  for (std::size_t i = 0; i < count; ++i) {
    Candidate& candidate = best[i];
    if (const auto answer = best_answers.find(candidate.stored.record.question);
        answer != best_answers.end())
      candidate.score += best_answer_share * (answer->second - candidate.score);
    const double known = candidate.evidence.sum();
    candidate.evidence.related = related[i];
    candidate.evidence.agreement = agreements[i];
    candidate.evidence.company = subjects.nearness(middle, candidate.at());
    if (asked)
      candidate.evidence.resemblance =
          asked->resemblance(Trigrams(candidate.stored.record.question));
    candidate.score += query.mass * (candidate.evidence.sum() - known);
  }
  std::ranges::stable_sort(best, std::ranges::greater(), [](const Candidate& candidate) {
    return comparable_score(candidate.score);
  });
}

/// Questions that are so alike are probably the same, as for `answers dupes`.
constexpr double similar_enough = 0.7;

/// How many of the other candidates ask the same as each of them.
std::vector<std::size_t> count_similar(std::span<const Candidate> candidates) {
  std::vector<std::string> questions;
  std::vector<std::size_t> number_of(candidates.size());
  std::unordered_map<std::string_view, std::size_t> known;  // answers to one question count once
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto [place, is_new] =
        known.try_emplace(question_id(candidates[i].stored.record), questions.size());
    number_of[i] = place->second;
    if (is_new) questions.push_back(candidates[i].stored.record.question);
  }
  std::vector<std::size_t> others(questions.size());
  for (const auto& group : find_near_duplicates(questions, similar_enough).groups) {
    for (const std::size_t one : group.questions) others[one] = group.questions.size() - 1;
  }
  std::vector<std::size_t> similar;
  similar.reserve(candidates.size());
  for (const std::size_t number : number_of) similar.push_back(others[number]);
  return similar;
}

/// The best first, equal ones by their ids. Moves each candidate once: they are large.
void sort_by_score(std::vector<Candidate>& candidates) {
  std::vector<std::size_t> order(candidates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::less(), [&candidates](std::size_t i) {
    const Candidate& candidate = candidates[i];
    return std::pair(-comparable_score(candidate.score),
                     std::string_view(candidate.stored.record.id));
  });
  std::vector<Candidate> sorted;
  sorted.reserve(candidates.size());
  for (const std::size_t i : order) sorted.push_back(std::move(candidates[i]));
  candidates = std::move(sorted);
}

std::size_t second_stage_of(const Index& index) {
  return index.records() > many_records ? second_stage_of_many : second_stage;
}

/// first_candidates() where some of the parts are elsewhere: what all of them find is put together,
/// and of that alone the records are fetched.
std::vector<Candidate> candidates_of_parts(const Index& index, const Query& query,
                                           std::size_t wanted, EvidenceReader& reader,
                                           Results& results) {
  PartQueries queries = query.matching;
  queries.terms = query.terms;
  const bool looks = has_conditions(query);
  PartMatches found =
      std::move(find_matches(index, {queries}, {.most = looks ? most_verified : wanted}).front());
  results.total = found.total;
  results.total_is_exact = found.is_exact;
  std::vector<Candidate> candidates;
  std::size_t looked_at = 0;
  while (looked_at < found.matches.size() && candidates.size() < wanted) {
    const auto begin = found.matches.begin() + static_cast<std::ptrdiff_t>(looked_at);
    const std::size_t count = std::min(wanted, found.matches.size() - looked_at);
    for (FoundRecord& one :
         records_of(index, {begin, begin + static_cast<std::ptrdiff_t>(count)})) {
      if (candidates.size() == wanted || (looks && !reader.holds(one.record))) continue;
      const PartMatch& match = found.matches[looked_at + one.match];
      Candidate& candidate = candidates.emplace_back();
      candidate.id = match.id;
      candidate.remote = match.remote;
      candidate.stored.record = std::move(one.record);
      candidate.stored.is_complete = true;
      candidate.first = one.score;
      candidate.first_rank = candidates.size();
    }
    looked_at += count;
  }
  if (looks) {
    results.total = candidates.size();
    results.total_is_exact = found.is_exact && looked_at == found.total;
  }
  return candidates;
}

/// The first stage: the best by the index, at least as many as the second stage looks at. Says in
/// `results` how many match.
std::vector<Candidate> first_candidates(const Index& index, const Query& query,
                                        const SearchOptions& options, EvidenceReader& reader,
                                        Results& results) {
  const std::size_t shown = options.offset + options.limit;
  const std::size_t wanted = std::max(
      shown, options.overview || options.fold_answers ? overviewed : second_stage_of(index));
  if (!index.remotes().empty()) return candidates_of_parts(index, query, wanted, reader, results);
  std::vector<Candidate> candidates;
  if (!query.terms.empty()) {
    const SharesOfWords shares(query);
    const BestMatches found = settled_best_matches(index, query.terms, wanted);
    results.total = found.total;
    results.total_is_exact = found.total_is_exact;
    for (const Match& match : found.matches) {
      Candidate& candidate = candidates.emplace_back();
      candidate.id = match.id;
      candidate.first = match.score;
      candidate.first_rank = candidates.size();
      candidate.shares = shares.of(match.terms);
    }
    // In the order of the ids, in which neighbours lie in one block.
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&found](std::size_t i) { return found.matches[i].id; });
    for (const std::size_t i : order) candidates[i].stored = index.stored(found.matches[i].id);
    return candidates;
  }
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(first_stage_weight());
  order_ties(enquire);
  enquire.set_query(query.matching.here);
  std::size_t looked_at = 0;
  for (;;) {
    const auto matches = enquire.get_mset(static_cast<Xapian::doccount>(looked_at),
                                          static_cast<Xapian::doccount>(wanted));
    for (auto match = matches.begin(); match != matches.end() && candidates.size() < wanted;
         ++match) {
      Candidate candidate;
      candidate.id = *match;
      candidate.stored = index.stored(*match);
      candidate.first = match.get_weight();
      if (has_conditions(query)) {
        index.complete(candidate.stored, candidate.id);
        if (!reader.holds(candidate.stored.record)) continue;
      }
      candidate.first_rank = candidates.size() + 1;
      candidates.push_back(std::move(candidate));
    }
    looked_at += matches.size();
    const bool all_seen = matches.size() < wanted;
    if (!has_conditions(query)) {
      results.total = std::max<std::size_t>(matches.get_matches_lower_bound(), candidates.size());
      results.total_is_exact = all_seen;
      return candidates;
    }
    if (all_seen || candidates.size() >= wanted || looked_at >= most_verified) {
      results.total = candidates.size();
      results.total_is_exact = all_seen;
      return candidates;
    }
  }
}

/// What answers are folded by.
std::string thread_of(const Record& record) {
  return std::string(question_id(record)) + '\n' + record.question;
}

/// Sorts `candidates` by the first stage's scores and the evidence of their texts. What cannot be
/// among the first `wanted` (of different questions, if `fold`) is not looked into, or at a glance
/// only, and comes last.
void rank(std::vector<Candidate>& candidates, const Query& query, EvidenceReader& reader,
          const SubjectSpace& subjects, std::size_t wanted, bool fold) {
  const SubjectSpace::Place place = subjects.place_of(query);
  for (auto& candidate : candidates) {
    candidate.score = candidate.first;
    candidate.evidence.subject = subjects.nearness(place, candidate.at());
  }
  help_within_threads(candidates);
  const auto most_of = [&query](const Candidate& candidate, Evidence most) {
    most.subject = candidate.evidence.subject;
    return candidate.score + query.mass * most.sum();
  };
  struct Prospect {
    double most = 0;  ///< what its score may be
    std::size_t number = 0;
    std::optional<Glance> glance{};
  };
  const auto is_behind = [](const Prospect& one, const Prospect& other) {
    return one.most < other.most;
  };
  std::vector<Prospect> prospects;  ///< a heap, the one that may have most in front
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Candidate& candidate = candidates[i];
    const double most = candidate.shares.empty()
                            ? std::numeric_limits<double>::infinity()
                            : most_of(candidate, reader.most_evidence(candidate.shares));
    prospects.push_back({most, i});
  }
  std::ranges::make_heap(prospects, is_behind);
  std::vector<double> best;  ///< scores of the best `wanted`, a heap with the least in front
  std::unordered_map<std::string, double> best_of_thread;
  while (!prospects.empty()) {
    if (best.size() == wanted && (wanted == 0 || prospects.front().most < best.front())) break;
    std::ranges::pop_heap(prospects, is_behind);
    Prospect& prospect = prospects.back();
    Candidate& candidate = candidates[prospect.number];
    if (!prospect.glance) {
      prospect.glance = reader.glance(candidate.stored);
      if (!candidate.shares.empty())
        prospect.most =
            most_of(candidate, reader.most_evidence(candidate.shares, *prospect.glance));
      std::ranges::push_heap(prospects, is_behind);
      continue;
    }
    Look look = reader.look(candidate.stored, *std::move(prospect.glance));
    look.evidence.subject = candidate.evidence.subject;
    candidate.evidence = look.evidence;
    candidate.in_answer = std::move(look.in_answer);
    candidate.words = std::move(look.words);
    candidate.score += query.mass * candidate.evidence.sum();
    prospects.pop_back();
    if (fold) {
      const auto [known, is_new] =
          best_of_thread.try_emplace(thread_of(candidate.stored.record), candidate.score);
      if (!is_new) {
        if (candidate.score <= known->second) continue;
        std::erase(best, std::exchange(known->second, candidate.score));
        std::ranges::make_heap(best, std::ranges::greater());
      }
    }
    best.push_back(candidate.score);
    std::ranges::push_heap(best, std::ranges::greater());
    if (best.size() > wanted) {
      std::ranges::pop_heap(best, std::ranges::greater());
      best.pop_back();
    }
  }
  for (const Prospect& prospect : prospects)
    candidates[prospect.number].score = -std::numeric_limits<double>::infinity();
  sort_by_score(candidates);
}

/// The second stage: the evidence of their texts puts the first `depth` of them in order, as far as
/// the hits that are wanted.
void rerank(std::vector<Candidate>& candidates, const Query& query, const SearchOptions& options,
            EvidenceReader& reader, const SubjectSpace& subjects, std::size_t depth) {
  const auto staged = static_cast<std::ptrdiff_t>(std::min(depth, candidates.size()));
  std::vector<Candidate> rest(std::make_move_iterator(candidates.begin() + staged),
                              std::make_move_iterator(candidates.end()));
  candidates.resize(static_cast<std::size_t>(staged));
  // The third stage compares the best with each other, however few are wanted.
  rank(candidates, query, reader, subjects, std::max(third_stage, options.offset + options.limit),
       options.fold_answers);
  look_again(candidates, query, reader, subjects);
  if (candidates.empty()) return;
  // What is behind the second stage keeps its order, and stays behind.
  const double last = candidates.back().score;
  const double first = rest.empty() ? 0 : rest.front().first;
  for (auto& candidate : rest) {
    candidate.score = last + candidate.first - first;
    candidates.push_back(std::move(candidate));
  }
}

/// The best answer to a question stands for all of them.
void fold_answers(std::vector<Candidate>& candidates) {
  std::unordered_map<std::string, std::size_t> first_of;
  std::vector<Candidate> folded;
  for (auto& candidate : candidates) {
    const auto [place, is_new] =
        first_of.try_emplace(thread_of(candidate.stored.record), folded.size());
    if (is_new) {
      folded.push_back(std::move(candidate));
    } else {
      ++folded[place->second].folded;
    }
  }
  candidates = std::move(folded);
}

std::vector<Candidate> best_candidates(const Index& index, const Query& query,
                                       const SearchOptions& options, EvidenceReader& reader,
                                       const SubjectSpace& subjects, Results& results) {
  std::vector<Candidate> candidates = first_candidates(index, query, options, reader, results);
  rerank(candidates, query, options, reader, subjects, second_stage_of(index));
  if (options.fold_answers) fold_answers(candidates);
  return candidates;
}

/// Those that are wanted of all that match, in another order than by relevance.
std::vector<Candidate> sorted_candidates(const Index& index, const Query& query,
                                         const SearchOptions& options, EvidenceReader& reader,
                                         Results& results) {
  const auto matches = sorted_matches(index, query, options.order, options.fold_answers, reader);
  for (const SortedMatch& match : matches) results.total += 1 + match.folded;
  results.total_is_exact = true;
  const std::size_t end = std::min(matches.size(), options.offset + options.limit);
  std::vector<Candidate> candidates(end);
  for (std::size_t i = std::min(options.offset, end); i < end; ++i) {
    Candidate& candidate = candidates[i];
    candidate.id = matches[i].id;
    candidate.stored = index.stored(candidate.id);
    Look look = reader.look(candidate.stored);
    candidate.evidence = look.evidence;
    candidate.in_answer = std::move(look.in_answer);
    candidate.first = matches[i].score;
    candidate.score = candidate.first + query.mass * candidate.evidence.sum();
    candidate.folded = matches[i].folded;
  }
  return candidates;
}

}  // namespace

Searcher::Searcher(Index index)
    : index_(std::move(index)), acronyms_(index_), frequencies_(index_), subjects_(index_) {
  std::vector<std::filesystem::path> files = {own_words_of_user()};
  for (const Index::Member& member : index_.members())
    files.push_back(member.directory / "synonyms.toml");
  own_ = read_own_words(files, warnings_);
}

Query Searcher::parse(std::string_view text, const QueryOptions& options) {
  return parse_query(text, options, analyser_, index_, acronyms_, frequencies_, own_);
}

void Searcher::take_up_members() {
  if (!index_.renew()) return;
  acronyms_ = Acronyms(index_);
  frequencies_ = TermFrequencies(index_);
  subjects_ = SubjectSpace(index_);
}

AskedIndexes Searcher::asked_indexes() const {
  AskedIndexes asked{.total = index_.members().size() + index_.remotes().size()};
  for (const Index::RemoteMember& member : index_.remotes()) {
    const std::string why = member.session ? member.session->fault() : member.why;
    if (!why.empty()) asked.missing.push_back({member.remote->name(), why});
  }
  return asked;
}

Results Searcher::search(std::string_view text, const SearchOptions& options) {
  if (index_.remotes().empty()) return search_once(text, options);
  if (options.order != Order::relevance) {
    throw NotOverRemotes(
        "--sort: not over indexes elsewhere, which would send all records; sort by relevance, or "
        "ask on the machine that has them");
  }
  const auto begin = Clock::now();
  Results results;
  std::size_t missing = 0;
  do {
    take_up_members();
    missing = asked_indexes().missing.size();
    results = search_once(text, options);
    // One that failed on the way may be back (its connection had been closed, and a new one is
    // made); else the others are ranked by what they hold. Nobody waits for two deadlines.
  } while (asked_indexes().missing.size() > missing &&
           Clock::now() - begin < index_.remotes().front().remote->deadlines().answer * 3 / 2);
  results.indexes = asked_indexes();
  return results;
}

Results Searcher::search_once(std::string_view text, const SearchOptions& options) {
  if (analyser_.remembered() > Analyser::capacity / 2) analyser_.forget();
  Query filters;
  if (!options.filters.empty()) filters = parse(options.filters, {});
  const auto restrict = [&](Query query) {
    const bool is_blank = text.find_first_not_of(" \t\n\r") == std::string_view::npos;
    const bool lists_all =
        options.exact_total || !options.facets.empty() || options.order != Order::relevance;
    query.lists_all = options.filters.empty() && is_blank && lists_all;
    if (query.lists_all) {
      query.matching = for_each_part(index_, [](const IndexPart&) {
        return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query::MatchAll, 0);
      });
    }
    if (options.filters.empty()) return query;
    query.terms.clear();
    if (is_blank) {
      query.matching = filters.matching;
    } else {
      query.matching.restrict_to(filters.matching);
    }
    return query;
  };
  const Query query = restrict(parse(text, {.literal = options.literal, .strict = options.strict}));
  Results results = run(query, options);
  results.query.text = text;
  if (results.total == 0 && query.may_relax && !options.strict) {
    results = run(restrict(parse(text, {.literal = true})), options);
    results.query.text = text;
  }
  if (!results.hits.empty()) results.query.corrected = query.corrected;
  results.query.suggestions = counted(query.suggestions);
  results.query.kept = query.kept;
  if (results.total == 0 && options.closest) look_around(query, filters, results);
  return results;
}

std::size_t Searcher::count(const PartQueries& query) const {
  return find_matches(index_, {query}, {.counted = most_counted, .by_id = true}).front().total;
}

void Searcher::count_all(const Query& query, Results& results) {
  const bool looks = has_conditions(query);
  const std::size_t all = records();
  const PartMatches found =
      std::move(find_matches(index_, {query.matching},
                             {.most = looks ? most_verified : 0, .counted = all, .by_id = true})
                    .front());
  results.total = found.total;
  results.total_is_exact = found.is_exact;
  if (!looks) return;
  EvidenceReader reader(query, analyser_, wordbook_terms_);
  const std::vector<FoundRecord> records = records_of(index_, found.matches);
  results.total = static_cast<std::size_t>(std::ranges::count_if(
      records, [&reader](const FoundRecord& one) { return reader.holds(one.record); }));
  results.total_is_exact = found.is_exact && found.total == records.size();
}

AskedWord Searcher::asked_filter(const Filter& filter) const {
  const auto as_typed = [](std::string_view field, const std::string& value) {
    const std::string_view quote = value.find(' ') == std::string::npos ? "" : "\"";
    return fmt::format("{}:{}{}{}", field, quote, value, quote);
  };
  AskedWord asked{
      .text = as_typed(filter.field, filter.value),
      .field = filter.field,
      .records = count(for_each_part(index_, [&](const IndexPart&) { return filter.matching; }))};
  if (asked.records > 0) return asked;
  const auto take = [&](std::string_view field, const FilterValue& meant) {
    asked.nearest = as_typed(field, meant.value);
    asked.nearest_records = meant.records;
  };
  if (const auto near = nearest_filter_value(index_, filter.field, filter.value))
    take(filter.field, *near);
  // The very value in another field is likelier than one that looks like it in this field.
  for (const std::string_view field : facet_fields()) {
    const auto there = nearest_filter_value(index_, field, filter.value);
    if (field != filter.field && there && fold(there->value) == fold(filter.value))
      take(field, *there);
  }
  return asked;
}

void Searcher::look_around(const Query& query, const Query& filters, Results& results) {
  std::string words;
  for (const QueryWord& word : query.words) {
    if (word.is_function_word) continue;
    AskedWord& asked = results.query.words.emplace_back(AskedWord{.text = word.text});
    for (const WordForm& form : word.forms) {
      if (form.origin == WordForm::Origin::synonym) continue;
      asked.records = std::max(asked.records, static_cast<std::size_t>(form.frequency));
    }
    words += word.text + ' ';
  }
  for (const Query* part : {&query, &filters}) {
    for (const Filter& filter : part->filters) results.query.words.push_back(asked_filter(filter));
  }
  const bool searched_for_alone = query.may_relax && filters.matching.empty();
  if (searched_for_alone) return;
  const Query alone = parse(words, {.literal = true});
  results.closest = run(alone, {.limit = most_closest, .fold_answers = true}).hits;
}

std::vector<Suggestion> Searcher::counted(const std::vector<std::string>& texts) {
  std::vector<PartQueries> queries;
  for (const auto& text : texts) queries.push_back(parse(text, {.literal = true}).matching);
  const std::vector<PartMatches> found =
      find_matches(index_, queries, {.counted = most_counted, .by_id = true});
  std::vector<Suggestion> suggestions;
  for (std::size_t i = 0; i < texts.size(); ++i) suggestions.push_back({texts[i], found[i].total});
  return suggestions;
}

std::vector<Xapian::docid> Searcher::all_matches(const Query& query) {
  std::vector<Xapian::docid> matches;
  Xapian::Enquire enquire(index_.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(query.matching.here);
  const Xapian::MSet found = enquire.get_mset(0, index_.database().get_doccount());
  EvidenceReader reader(query, analyser_, wordbook_terms_);
  for (auto match = found.begin(); match != found.end(); ++match) {
    if (!has_conditions(query) || reader.holds(index_.record(*match))) matches.push_back(*match);
  }
  std::ranges::sort(matches);
  return matches;
}

Results Searcher::run(const Query& query, const SearchOptions& options) {
  Results results;
  results.query.unknown_words = query.unknown_words;
  results.query.taken_as = query.taken_as;
  results.query.is_cut_short = query.is_cut_short;
  if (query.matching.empty()) {
    results.total_is_exact = true;
    return results;
  }
  EvidenceReader reader(query, analyser_, wordbook_terms_);
  std::optional<Explainer> explainer;
  if (options.explain) results.explanation = explainer.emplace(query, index_).query();
  std::vector<Candidate> candidates =
      options.order == Order::relevance
          ? best_candidates(index_, query, options, reader, subjects_, results)
          : sorted_candidates(index_, query, options, reader, results);
  if (!index_.remotes().empty()) {
    if (options.exact_total) count_all(query, results);
    for (const auto& field : options.facets) {
      if (!query.lists_all) {
        throw NotOverRemotes(
            "--facets of a query: not over indexes elsewhere, which would send all that match; "
            "leave out QUERY and filters, or ask on the machine that has them");
      }
      results.facets.push_back(count_facet_of_all(index_, field, most_facet_values));
    }
  } else if (options.exact_total || !options.facets.empty()) {
    const std::vector<Xapian::docid> matches = all_matches(query);
    results.total = matches.size();
    results.total_is_exact = true;
    for (const auto& field : options.facets) {
      results.facets.push_back(count_facet(index_, matches, field, most_facet_values));
    }
  }
  std::vector<std::size_t> similar(candidates.size());
  if (options.overview) {
    std::vector<const Record*> records;
    records.reserve(candidates.size());
    for (const auto& candidate : candidates) records.push_back(&candidate.stored.record);
    results.topics = main_topics(records);
    similar = count_similar(std::span(candidates).first(std::min(candidates.size(), overviewed)));
    similar.resize(candidates.size());
  }

  for (std::size_t i = options.offset; i < candidates.size() && i < options.offset + options.limit;
       ++i) {
    Candidate& candidate = candidates[i];
    index_.complete(candidate.stored, candidate.id);
    Hit hit;
    hit.rank = i + 1;
    hit.score = candidate.score;
    hit.more_answers = candidate.folded;
    hit.similar = similar[i];
    hit.coverage = candidate.evidence.coverage;
    if (options.passages) {
      hit.question_matches = EvidenceReader::ranges(
          reader.occurrences(candidate.stored.record.question, candidate.stored.record.language));
      if (!candidate.in_answer) {
        candidate.in_answer =
            reader.occurrences(candidate.stored.record.answer, candidate.stored.record.language);
      }
      hit.passages.push_back(reader.passage(candidate.stored.record, *candidate.in_answer));
    }
    if (explainer) {
      hit.explanation = explainer->explain({.record = candidate.stored.record,
                                            .evidence = candidate.evidence,
                                            .first = candidate.first,
                                            .score = candidate.score,
                                            .first_rank = candidate.first_rank});
    }
    hit.record = std::move(candidate.stored.record);
    results.hits.push_back(std::move(hit));
  }
  return results;
}

}  // namespace answers
