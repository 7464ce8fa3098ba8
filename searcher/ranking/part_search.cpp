#include "searcher/ranking/part_search.h"

#include "indexer/schema.h"
#include "searcher/ranking/tie_order.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace answers {
namespace {

void set_up(Xapian::Enquire& enquire, const PartLimit& limit) {
  if (limit.by_id) {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  } else {
    enquire.set_weighting_scheme(first_stage_weight());
    order_ties(enquire);
  }
  if (limit.by_question) enquire.set_collapse_key(schema::question_key);
}

PartMatches ask(const Xapian::Database& database, const Xapian::Query& query,
                const PartLimit& limit) {
  Xapian::Enquire enquire(database);
  set_up(enquire, limit);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(limit.most),
                                              static_cast<Xapian::doccount>(limit.counted));
  PartMatches matches;
  for (auto match = found.begin(); match != found.end(); ++match)
    matches.matches.push_back(
        {{}, *match, match.get_weight(), match.get_sort_key(), match.get_collapse_count()});
  matches.total = std::max<std::size_t>(found.get_matches_lower_bound(), found.size());
  matches.estimated = found.get_matches_estimated();
  matches.is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  return matches;
}

/// best_matches() of the folders.
PartMatches walk(const Index& index, std::span<const WeightedTerm> terms, const PartLimit& limit) {
  const BestMatches found = settled_best_matches(index, terms, limit.most);
  PartMatches matches{
      .total = found.total, .estimated = found.total, .is_exact = found.total_is_exact};
  std::vector<Xapian::docid> ids;
  for (const Match& match : found.matches) ids.push_back(match.id);
  std::vector<std::string> keys = tie_keys(index.segments(), ids);
  for (std::size_t i = 0; i < ids.size(); ++i)
    matches.matches.push_back({{}, ids[i], found.matches[i].score, std::move(keys[i]), 0});
  return matches;
}

/// Xapian's queries count their owners without a lock, so each thread has one of its own.
std::future<PartMatches> ask_elsewhere(RemoteSession& session, const Xapian::Query& query,
                                       const PartLimit& limit) {
  return session.ask<PartMatches>(
      [bytes = query.serialise(), limit](const Xapian::Database& database) {
        return ask(database, Xapian::Query::unserialise(bytes), limit);
      });
}

}  // namespace

double xapian_weight(double records, double frequency) {
  double odds = (records - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * (schema::k1 * schema::wdf_scale + 1);
}

IndexPart::IndexPart(const Index& index, std::optional<std::size_t> remote)
    : index_(index), is_all_(!remote && index.remotes().empty()) {
  if (remote) {
    const RemoteSession& session = *index.remotes()[*remote].session;
    words_ = &session.words();
    records_ = session.records();
  } else {
    records_ = index.database().get_doccount();
  }
}

Xapian::Query IndexPart::term(const std::string& term, double most, double frequency) const {
  double own = frequency;
  if (words_ != nullptr) {
    own = words_->frequency(term);
  } else if (!is_all_) {
    own = index_.database().get_termfreq(term);
  }
  return {Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), most / xapian_weight(records_, own)};
}

Xapian::Query IndexPart::term(const std::string& name) const {
  if (is_all_) return Xapian::Query(name);
  const double frequency = index_.frequency(name);
  return term(name, xapian_weight(index_.records(), frequency), frequency);
}

Xapian::Query IndexPart::any_of(std::span<const WeightedTerm> terms) const {
  std::vector<Xapian::Query> each;
  each.reserve(terms.size());
  for (const WeightedTerm& one : terms) each.push_back(term(one.term, one.weight, one.frequency));
  return {Xapian::Query::OP_OR, each.begin(), each.end()};
}

Xapian::BM25Weight first_stage_weight() { return {schema::k1 * schema::wdf_scale, 0, 0, 0, 0}; }

PartQueries for_each_part(const Index& index,
                          const std::function<Xapian::Query(const IndexPart&)>& query_of) {
  PartQueries queries{.here = query_of(IndexPart(index))};
  for (std::size_t i = 0; i < index.remotes().size(); ++i) {
    queries.elsewhere.emplace_back();
    if (index.remotes()[i].session) queries.elsewhere.back() = query_of(IndexPart(index, i));
  }
  return queries;
}

void PartQueries::restrict_to(const PartQueries& filters) {
  const auto both = [](const Xapian::Query& query, const Xapian::Query& filter) {
    return Xapian::Query(Xapian::Query::OP_FILTER, query, filter);
  };
  here = both(here, filters.here);
  for (std::size_t i = 0; i < elsewhere.size(); ++i)
    elsewhere[i] = both(elsewhere[i], filters.elsewhere[i]);
  terms.clear();
}

std::vector<PartMatches> find_matches(const Index& index, const std::vector<PartQueries>& queries,
                                      const PartLimit& limit) {
  const auto& remotes = index.remotes();
  std::vector<std::vector<std::future<PartMatches>>> asked(queries.size());
  for (std::size_t q = 0; q < queries.size(); ++q) {
    for (std::size_t i = 0; i < queries[q].elsewhere.size(); ++i) {
      std::future<PartMatches>& one = asked[q].emplace_back();
      if (remotes[i].session && !queries[q].elsewhere[i].empty())
        one = ask_elsewhere(*remotes[i].session, queries[q].elsewhere[i], limit);
    }
  }
  std::vector<Clock::time_point> deadlines;
  deadlines.reserve(remotes.size());
  for (const auto& member : remotes) deadlines.push_back(index.deadline(member));
  std::vector<PartMatches> found;
  for (std::size_t q = 0; q < queries.size(); ++q) {
    PartMatches all{.is_exact = true};
    if (!index.members().empty() && !queries[q].here.empty()) {
      const bool is_walked =
          !queries[q].terms.empty() && limit.counted == 0 && !limit.by_id && !limit.by_question;
      all = is_walked ? walk(index, queries[q].terms, limit)
                      : ask(index.database(), queries[q].here, limit);
    }
    for (std::size_t i = 0; i < asked[q].size(); ++i) {
      if (!asked[q][i].valid()) continue;
      try {
        PartMatches of_member = remotes[i].session->answer(asked[q][i], deadlines[i]);
        for (PartMatch& match : of_member.matches) match.remote = i;
        all.total += of_member.total;
        all.estimated += of_member.estimated;
        all.is_exact = all.is_exact && of_member.is_exact;
        std::ranges::move(of_member.matches, std::back_inserter(all.matches));
      } catch (const RemoteFailure&) {  // the session knows why
      }
    }
    if (!limit.by_id) {
      std::ranges::stable_sort(all.matches, [](const PartMatch& one, const PartMatch& other) {
        const double score = comparable_score(one.score);
        const double its = comparable_score(other.score);
        return score != its ? score > its : one.tie_key < other.tie_key;
      });
    }
    if (all.matches.size() > limit.most) all.matches.resize(limit.most);
    found.push_back(std::move(all));
  }
  return found;
}

std::vector<FoundRecord> records_of(const Index& index, const std::vector<PartMatch>& matches) {
  std::vector<Index::RemoteRecord> elsewhere;
  for (const PartMatch& match : matches) {
    if (match.remote) elsewhere.push_back({.member = *match.remote, .id = match.id});
  }
  index.fetch(elsewhere);
  std::vector<FoundRecord> records;
  records.reserve(matches.size());
  auto next = elsewhere.begin();
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const PartMatch& match = matches[i];
    if (!match.remote) {
      records.push_back({index.record(match.id), match.score, i});
      continue;
    }
    if (next->is_there) records.push_back({std::move(next->record), match.score, i});
    ++next;
  }
  return records;
}

std::vector<std::vector<FoundRecord>> find_records_of(const Index& index,
                                                      const std::vector<PartQueries>& queries,
                                                      std::size_t most) {
  std::vector<PartMatch> all;
  std::vector<std::size_t> query_of;
  const std::vector<PartMatches> found = find_matches(index, queries, {.most = most});
  for (std::size_t q = 0; q < found.size(); ++q) {
    all.insert(all.end(), found[q].matches.begin(), found[q].matches.end());
    query_of.resize(all.size(), q);
  }
  std::vector<std::vector<FoundRecord>> records(queries.size());
  for (FoundRecord& one : records_of(index, all))
    records[query_of[one.match]].push_back(std::move(one));
  return records;
}

}  // namespace answers
