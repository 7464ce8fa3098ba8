#include "searcher/ranking/candidates.h"

#include "searcher/matching/best_matches.h"
#include "searcher/matching/part_search.h"
#include "searcher/matching/thread_of.h"
#include "searcher/matching/tie_order.h"
#include "searcher/ranking/agreement.h"
#include "searcher/ranking/resemblance.h"
#include "searcher/ranking/shares_of_words.h"
#include "searcher/ranking/sorted_matches.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace answers {
namespace {

/// How many records the second stage looks at. Forty save a third of the time where there is much
/// to read, and lose .08 % of nDCG@10 there, but .3 % among few (tests/relevance/ranking.md).
constexpr std::size_t second_stage = 100;
constexpr std::size_t second_stage_of_many = 40;
constexpr Xapian::doccount many_records = 20000;
/// How many the third stage looks at: 15 lose .1 % of nDCG@10, 100 gain as much.
constexpr std::size_t third_stage = 20;
/// How far an answer is raised towards the other answers to its question, or lowered.
constexpr double thread_share = 0.4;

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
    asked.emplace(query.as_question);
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

/// Who compares two things wants a record of both before one of one of them alone; where none of
/// the best has both, the best of each. What is raised for that is raised by as much as it takes.
void put_both_sides_first(std::vector<Candidate>& candidates, const Query& query) {
  constexpr double least = 0.6;  // of a side: not only the "norm" of "batch norm"
  if (query.sides[0].empty() || query.mass <= 0) return;
  const std::span<Candidate> best =
      std::span(candidates).first(std::min(third_stage, candidates.size()));
  if (best.size() < 2) return;
  const auto has = [](const Candidate& candidate, std::size_t side) {
    return candidate.evidence.sides[side] >= least;
  };
  const auto raise = [&query](Candidate& candidate, double score) {
    candidate.evidence.compares += (score - candidate.score) / query.mass;
    candidate.score = score;
  };
  const auto has_both = [&has](const Candidate& one) { return has(one, 0) && has(one, 1); };
  const double first = best.front().score;
  if (has_both(best.front())) return;
  const double hair = 1e-6 * std::max(first, 1.0);
  const auto both = std::ranges::find_if(best, has_both);
  if (both != best.end()) {
    const double lift = first + hair - both->score;
    for (Candidate& candidate : best) {
      if (has_both(candidate)) raise(candidate, candidate.score + lift);
    }
  } else {
    const auto one = std::ranges::find_if(
        best, [&has](const Candidate& it) { return has(it, 0) || has(it, 1); });
    if (one == best.end()) return;
    const std::size_t missing = has(*one, 0) ? 1 : 0;
    const auto other =
        std::ranges::find_if(best, [&](const Candidate& it) { return has(it, missing); });
    if (other == best.end() || other == one + 1) return;
    raise(*other, std::max(one->score - hair, other->score));
  }
  std::ranges::stable_sort(best, std::ranges::greater(), [](const Candidate& candidate) {
    return comparable_score(candidate.score);
  });
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
    const std::size_t count = std::min(wanted, found.matches.size() - looked_at);
    const std::span<const PartMatch> matches = std::span(found.matches).subspan(looked_at, count);
    for (FoundStored& one : stored_records_of(index, matches)) {
      const PartMatch& match = matches[one.match];
      if (looks) complete_match(index, one.stored, match.id, match.remote);
      if (candidates.size() == wanted || (looks && !reader.holds(one.stored.record))) continue;
      Candidate& candidate = candidates.emplace_back();
      candidate.id = match.id;
      candidate.remote = match.remote;
      candidate.stored = std::move(one.stored);
      candidate.first = match.score;
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
      const auto [known, is_new] = best_of_thread.try_emplace(
          thread_of(candidate.stored.record, candidate.stored.body), candidate.score);
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
  put_both_sides_first(candidates, query);
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
    const auto [place, is_new] = first_of.try_emplace(
        thread_of(candidate.stored.record, candidate.stored.body), folded.size());
    if (is_new) {
      folded.push_back(std::move(candidate));
    } else {
      ++folded[place->second].folded;
    }
  }
  candidates = std::move(folded);
}

}  // namespace

std::vector<Candidate> best_candidates(const Index& index, const Query& query,
                                       const SearchOptions& options, EvidenceReader& reader,
                                       const SubjectSpace& subjects, Results& results) {
  std::vector<Candidate> candidates = first_candidates(index, query, options, reader, results);
  rerank(candidates, query, options, reader, subjects, second_stage_of(index));
  if (options.fold_answers) fold_answers(candidates);
  return candidates;
}

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

}  // namespace answers
