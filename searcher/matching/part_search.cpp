#include "searcher/matching/part_search.h"

#include "indexer/remote/remote_round.h"
#include "indexer/schema.h"
#include "searcher/matching/tie_order.h"

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

/// What a member is asked for.
std::string request_to(const RemoteSession& session, const Xapian::Query& query,
                       const PartLimit& limit) {
  remote_protocol::MatchRequest request{.query = query,
                                        .records = static_cast<std::uint32_t>(session.records()),
                                        .most = static_cast<std::uint32_t>(limit.most),
                                        .counted = static_cast<std::uint32_t>(limit.counted)};
  if (limit.by_question) request.group_slot = schema::question_key;
  if (limit.by_id) return match_request(request, Xapian::BoolWeight());
  request.tie_slot = schema::question_key;
  return match_request(request, first_stage_weight());
}

PartMatches matches_of(remote_protocol::FoundMatches found, std::size_t member) {
  PartMatches matches{.total = std::max<std::size_t>(found.least, found.matches.size()),
                      .estimated = found.estimated,
                      .is_exact = found.least == found.most};
  matches.matches.reserve(found.matches.size());
  for (remote_protocol::FoundMatch& match : found.matches)
    matches.matches.push_back(
        {member, match.id, match.weight, std::move(match.tie_key), match.grouped});
  return matches;
}

}  // namespace

double xapian_weight(double records, double frequency) {
  double odds = (records - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * (schema::k1 * schema::wdf_scale + 1);
}

IndexPart::IndexPart(const Index& index, std::optional<std::size_t> remote)
    : index_(index), is_elsewhere_(remote), is_all_(!remote && index.remotes().empty()) {
  if (remote) {
    records_ = index.remotes()[*remote].session->records();
  } else {
    records_ = index.database().get_doccount();
  }
}

Xapian::Query IndexPart::term(const std::string& term, double most, double frequency) const {
  double own = frequency;
  if (is_elsewhere_) {
    own = 0;  // see match_request()
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
  using remote_protocol::Reply;
  const auto& remotes = index.remotes();
  std::vector<std::vector<PartMatches>> elsewhere(queries.size());  ///< of each member
  RemoteRound round(index.sessions());
  for (std::size_t q = 0; q < queries.size(); ++q) {
    elsewhere[q].resize(queries[q].elsewhere.size());
    for (std::size_t i = 0; i < queries[q].elsewhere.size(); ++i) {
      const Xapian::Query& query = queries[q].elsewhere[i];
      if (!remotes[i].session || query.empty()) continue;
      round.ask(i, request_to(*remotes[i].session, query, limit),
                [&matches = elsewhere[q][i], i](Reply reply, std::string_view bytes) {
                  if (reply == Reply::statistics) return false;
                  if (reply != Reply::matches)
                    throw remote_protocol::ProtocolError("it says something else");
                  matches = matches_of(remote_protocol::read_matches(bytes), i);
                  return true;
                });
    }
  }
  round.send();
  std::vector<Clock::time_point> deadlines;
  deadlines.reserve(remotes.size());
  for (const auto& member : remotes) deadlines.push_back(index.deadline(member));
  std::vector<PartMatches> found;
  for (const PartQueries& query : queries) {
    PartMatches all{.is_exact = true};
    if (!index.members().empty() && !query.here.empty()) {
      const bool is_walked =
          !query.terms.empty() && limit.counted == 0 && !limit.by_id && !limit.by_question;
      all = is_walked ? walk(index, query.terms, limit) : ask(index.database(), query.here, limit);
    }
    found.push_back(std::move(all));
  }
  round.finish(deadlines);
  for (std::size_t q = 0; q < queries.size(); ++q) {
    PartMatches& all = found[q];
    for (std::size_t i = 0; i < elsewhere[q].size(); ++i) {
      if (queries[q].elsewhere[i].empty() || !round.is_answered(i)) continue;
      PartMatches& of_member = elsewhere[q][i];
      all.total += of_member.total;
      all.estimated += of_member.estimated;
      all.is_exact = all.is_exact && of_member.is_exact;
      std::ranges::move(of_member.matches, std::back_inserter(all.matches));
    }
    if (!limit.by_id) {
      std::ranges::stable_sort(all.matches, [](const PartMatch& one, const PartMatch& other) {
        const double score = comparable_score(one.score);
        const double its = comparable_score(other.score);
        return score != its ? score > its : one.tie_key < other.tie_key;
      });
    }
    if (all.matches.size() > limit.most) all.matches.resize(limit.most);
  }
  return found;
}

std::vector<FoundStored> stored_records_of(const Index& index, std::span<const PartMatch> matches) {
  std::vector<Index::RemoteRecord> elsewhere;
  for (const PartMatch& match : matches) {
    if (match.remote) elsewhere.push_back({.member = *match.remote, .id = match.id});
  }
  index.fetch(elsewhere);
  std::vector<FoundStored> records;
  records.reserve(matches.size());
  auto next = elsewhere.begin();
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (!matches[i].remote) {
      records.push_back({index.stored(matches[i].id), i});
      continue;
    }
    if (next->is_there) records.push_back({std::move(next->stored), i});
    ++next;
  }
  return records;
}

void complete_match(const Index& index, StoredRecord& stored, Xapian::docid id,
                    std::optional<std::size_t> remote) {
  if (remote) {
    index.complete_remote(stored, *remote);
  } else {
    index.complete(stored, id);
  }
}

std::vector<FoundRecord> records_of(const Index& index, const std::vector<PartMatch>& matches) {
  std::vector<FoundRecord> records;
  records.reserve(matches.size());
  for (FoundStored& one : stored_records_of(index, matches)) {
    const PartMatch& match = matches[one.match];
    complete_match(index, one.stored, match.id, match.remote);
    records.push_back({std::move(one.stored.record), match.score, one.match});
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
