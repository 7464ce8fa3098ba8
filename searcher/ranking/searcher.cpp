#include "searcher/ranking/searcher.h"

#include "indexer/analysis/analysis.h"
#include "indexer/schema.h"
#include "searcher/matching/part_search.h"
#include "searcher/matching/thread_of.h"
#include "searcher/ranking/candidates.h"
#include "searcher/ranking/evidence.h"
#include "searcher/ranking/explain.h"
#include "searcher/ranking/facets.h"
#include "searcher/ranking/filter_values.h"
#include "searcher/ranking/near_duplicates.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t most_facet_values = 50;
constexpr Xapian::doccount most_counted = 10000;  // records that a suggestion would find
constexpr std::size_t most_closest = 3;           // records shown where nothing was found

/// Questions that are so alike are probably the same, as for `answers dupes`.
constexpr double similar_enough = 0.7;

/// How many of the other candidates ask the same as each of them.
std::vector<std::size_t> count_similar(std::span<const Candidate> candidates) {
  std::vector<std::string> questions;
  std::vector<std::size_t> number_of(candidates.size());
  std::unordered_map<std::string, std::size_t> known;  // answers to one question count once
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto [place, is_new] = known.try_emplace(
        thread_of(candidates[i].stored.record, candidates[i].stored.body), questions.size());
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
  wordbook_terms_ = {};  // of wordbooks that went with their members
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
  queries.reserve(texts.size());
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
      if (!query.lists_all && has_conditions(query)) {
        throw NotOverRemotes(
            "--facets of a phrase or a beginning of a word: not over indexes elsewhere, which "
            "would send all that match; leave out the quotes and *, or ask on the machine that has "
            "them");
      }
      results.facets.push_back(
          query.lists_all ? count_facet_of_all(index_, field, most_facet_values)
                          : count_facet_of_parts(index_, query.matching, field, most_facet_values));
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
    complete_match(index_, candidate.stored, candidate.id, candidate.remote);
    Hit hit;
    hit.rank = i + 1;
    hit.score = candidate.score;
    hit.more_answers = candidate.folded;
    hit.similar = similar[i];
    hit.coverage = candidate.evidence.coverage;
    hit.lacks = reader.lacking(candidate.evidence);
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
