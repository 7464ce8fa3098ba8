#include "searcher/matching/record_lookup.h"

#include "indexer/generations/document.h"
#include "indexer/schema.h"
#include "searcher/matching/part_search.h"
#include "searcher/matching/thread_of.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace answers {
namespace {

/// Enough to see that a beginning fits too many ids.
constexpr std::size_t most_candidates = 50;
constexpr Xapian::doccount most_of_a_file = 10'000;
constexpr std::size_t most_that_begin_so = 1000;  // questions, of which each is read

void sort_answers(std::vector<Record>& records) {
  std::ranges::stable_sort(records, std::ranges::greater(), [](const Record& record) {
    return std::pair(record.accepted, record.votes.value_or(0));
  });
}

/// Records that match, here and elsewhere.
std::vector<Record> records_with(const Index& index, const Xapian::Query& query, std::size_t most) {
  const PartQueries queries = for_each_part(index, [&query](const IndexPart&) { return query; });
  const PartMatches found =
      std::move(find_matches(index, {queries}, {.most = most, .by_id = true}).front());
  std::vector<Record> records;
  for (FoundRecord& one : records_of(index, found.matches))
    records.push_back(std::move(one.record));
  return records;
}

}  // namespace

FoundRecords find_records(const Index& index, std::string_view id_beginning) {
  FoundRecords found;
  std::vector<Record>& records = found.answers;
  const Xapian::Database& database = index.database();
  const std::string prefix = filter_term("id", id_beginning);
  if (!index.remotes().empty()) {
    records = records_with(
        index, {Xapian::Query::OP_WILDCARD, prefix, 0, Xapian::Query::WILDCARD_LIMIT_FIRST},
        most_candidates);
    std::ranges::sort(records, {}, &Record::id);
    const auto whole = std::ranges::find(
        records, prefix, [](const Record& record) { return filter_term("id", record.id); });
    if (whole != records.end()) records = {*whole};
  }
  for (auto term = database.allterms_begin(prefix);
       index.remotes().empty() && term != database.allterms_end(prefix) &&
       records.size() < most_candidates;
       ++term) {
    Record record = index.record(*database.postlist_begin(*term));
    if (*term == prefix) {
      records.clear();
      records.push_back(std::move(record));
      return found;
    }
    records.push_back(std::move(record));
  }
  const bool same_question = std::ranges::all_of(records, [&](const Record& record) {
    return question_id(record) == question_id(records.front());
  });
  if (same_question) {
    sort_answers(records);
  } else {
    found.candidates = std::exchange(records, {});
  }
  return found;
}

std::vector<Record> answers_beside(const Index& index, const Record& record) {
  const std::string id(question_id(record));
  if (id != record.id) return find_records(index, id + "-").answers;
  if (record.question.empty()) return {record};
  std::vector<Record> answers =
      records_with(index, Xapian::Query(beginning_term(record.question)), most_that_begin_so);
  const std::string thread = thread_of(record);
  std::erase_if(answers, [&thread](const Record& answer) { return thread_of(answer) != thread; });
  sort_answers(answers);
  return answers;
}

Neighbours neighbours_of(const Index& index, const Record& record) {
  const Xapian::Database& database = index.database();
  const std::string term = filter_term("id", record.id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return {};  // elsewhere
  const Xapian::docid id = *posting;
  // Records of a segment that follow each other, see Index::segments().
  const auto step = static_cast<Xapian::docid>(index.segments().size());
  constexpr Xapian::docid most_answers = 50;
  const auto look = [&](bool before) -> std::optional<Record> {
    for (Xapian::docid steps = 1; steps <= most_answers; ++steps) {
      if (before && id <= steps * step) return std::nullopt;
      const Xapian::docid other = before ? id - steps * step : id + steps * step;
      try {
        std::ignore = database.get_document(other);  // whether it is there
        Record one = index.record(other);
        if (one.place.path != record.place.path || one.section != record.section)
          return std::nullopt;
        if (one.question != record.question) return one;
      } catch (const Xapian::DocNotFoundError&) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  };
  return {look(true), look(false)};
}

std::unordered_map<std::string, std::string> ids_of_further_answers(const Index& index) {
  struct First {
    std::pair<std::string, std::uint64_t> place;
    std::string id;
  };
  std::unordered_map<std::string, std::string> first_ids;
  const Xapian::Database& database = index.database();
  const std::string prefix(schema::beginning_prefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    if (term.get_termfreq() < 2) continue;
    std::vector<std::pair<Xapian::docid, std::string>> alike;
    for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
         ++posting)
      alike.emplace_back(*posting, database.get_document(*posting).get_value(schema::question_key));
    // Derived ids say themselves what belongs together, and no record need be read.
    if (std::ranges::all_of(alike, [&](const auto& one) { return one.second == alike[0].second; }))
      continue;
    std::unordered_map<std::string, First> firsts;  // by thread
    std::vector<std::pair<std::string, std::string>> threads_of_ids;
    for (const auto& [number, id] : alike) {
      const Record record = index.record(number);
      std::string thread = thread_of(record);
      First one{{record.place.path, record.place.byte}, id};
      const auto [known, is_new] = firsts.try_emplace(thread, one);
      if (!is_new && one.place < known->second.place) known->second = std::move(one);
      threads_of_ids.emplace_back(id, std::move(thread));
    }
    for (auto& [id, thread] : threads_of_ids) {
      const std::string& first = firsts.at(thread).id;
      if (id != first) first_ids.emplace(std::move(id), first);
    }
  }
  return first_ids;
}

std::vector<std::string> question_ids(const Index& index) {
  const auto further = ids_of_further_answers(index);
  std::unordered_set<std::string> seen;
  std::vector<std::string> ids;
  const Xapian::Database& database = index.database();
  for (auto value = database.valuestream_begin(schema::question_key);
       value != database.valuestream_end(schema::question_key); ++value) {
    if (!further.contains(*value) && seen.insert(*value).second) ids.push_back(*value);
  }
  return ids;
}

std::vector<Record> answers_to(const Index& index, const std::string& question) {
  std::vector<Record> records;
  const Xapian::Database& database = index.database();
  if (!index.remotes().empty()) {
    const auto terms = terms_of_question(question);
    records =
        records_with(index, {Xapian::Query::OP_OR, terms.begin(), terms.end()}, most_of_a_file);
    sort_answers(records);
    return records;
  }
  for (const auto& term : terms_of_question(question)) {
    for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
         ++posting) {
      records.push_back(index.record(*posting));
    }
  }
  // One of an id that the collection gave: the others have ids of their own.
  if (records.size() == 1 && question_id(records.front()) == records.front().id)
    return answers_beside(index, records.front());
  sort_answers(records);
  return records;
}

std::vector<Record> records_before(const Index& index, const Record& record, std::size_t most) {
  Xapian::Query same;
  for (const Index::Member& member : index.members()) {
    std::string_view name = record.place.path;  // as the index has it
    const std::string project = member.project.string() + '/';
    if (!member.project.empty() && name.starts_with(project)) name.remove_prefix(project.size());
    same |= Xapian::Query(filter_term("path", name));
  }
  for (const auto& topic : record.section) same &= Xapian::Query(filter_term("section", topic));
  if (index.members().empty()) return {};
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(same);
  const Xapian::MSet found = enquire.get_mset(0, most_of_a_file);
  std::vector<Record> records;
  for (auto match = found.begin(); match != found.end(); ++match) {
    Record one = index.record(*match);
    if (one.place.byte < record.place.byte && one.place.path == record.place.path &&
        one.section == record.section && one.source == record.source)
      records.push_back(std::move(one));
  }
  std::ranges::sort(records, {}, [](const Record& one) { return one.place.byte; });
  if (records.size() > most)
    records.erase(records.begin(), records.end() - static_cast<std::ptrdiff_t>(most));
  return records;
}

}  // namespace answers
