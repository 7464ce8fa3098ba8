#include "searcher/ranking/facets.h"

#include "indexer/generations/document.h"
#include "indexer/schema.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace answers {
namespace {

constexpr std::string_view fields[] = {"tag", "section", "source", "difficulty", "lang"};

struct Count {
  std::string term{};
  std::size_t records = 0;
  Xapian::docid example = 0;
};

/// The value of the record that the term stands for, as the record writes it.
std::string value_of(const Record& record, std::string_view field, const std::string& term) {
  std::vector<std::string> values;
  if (field == "tag") values = record.tags;
  if (field == "section") values = record.section;
  if (field == "source") values = {record.source};
  if (field == "difficulty") values = {record.difficulty};
  if (field == "lang") values = {record.language};
  for (auto& value : values) {
    if (!value.empty() && filter_term(field, value) == term) return std::move(value);
  }
  return {};
}

}  // namespace

std::span<const std::string_view> facet_fields() { return fields; }

Facet count_facet_of_all(const Index& index, std::string_view field, std::size_t limit) {
  Facet facet;
  facet.field = field;
  const std::string prefix(
      std::ranges::find(schema::filter_fields, field, &schema::FilterField::name)->prefix);
  index.terms_beginning(prefix, [&](const std::string& term, double records) {
    facet.values.push_back({term.substr(prefix.size()), static_cast<std::size_t>(records)});
    return true;
  });
  std::ranges::stable_sort(facet.values, std::ranges::greater(), &Facet::Value::records);
  facet.distinct = facet.values.size();
  facet.values.resize(std::min(facet.values.size(), limit));
  return facet;
}

Facet count_facet_of_parts(const Index& index, const PartQueries& query, std::string_view field,
                           std::size_t limit) {
  constexpr std::size_t at_once = 64;  // a round trip
  const std::string prefix(
      std::ranges::find(schema::filter_fields, field, &schema::FilterField::name)->prefix);
  const Facet all = count_facet_of_all(index, field, std::numeric_limits<std::size_t>::max());
  Facet facet;
  facet.field = field;
  const auto is_commoner = [](const Facet::Value& one, const Facet::Value& other) {
    return one.records != other.records ? one.records > other.records : one.value < other.value;
  };
  for (std::size_t begin = 0; begin < all.values.size(); begin += at_once) {
    std::ranges::sort(facet.values, is_commoner);
    // No query finds more of a value than there are.
    if (limit > 0 && facet.values.size() >= limit &&
        facet.values[limit - 1].records > all.values[begin].records)
      break;
    const std::size_t end = std::min(all.values.size(), begin + at_once);
    std::vector<PartQueries> queries;
    for (std::size_t i = begin; i < end; ++i) {
      queries.push_back(query);
      Xapian::Query has_value(prefix + all.values[i].value);
      queries.back().restrict_to(
          for_each_part(index, [&has_value](const IndexPart&) { return has_value; }));
    }
    const std::vector<PartMatches> found = find_matches(
        index, queries, {.counted = static_cast<std::size_t>(index.records()), .by_id = true});
    for (std::size_t i = begin; i < end; ++i) {
      if (const std::size_t records = found[i - begin].total; records > 0)
        facet.values.push_back({all.values[i].value, records});
    }
  }
  std::ranges::sort(facet.values, is_commoner);
  facet.distinct = facet.values.size();
  facet.values.resize(std::min(facet.values.size(), limit));
  return facet;
}

Facet count_facet(const Index& index, std::span<const Xapian::docid> matches,
                  std::string_view field, std::size_t limit) {
  Facet facet;
  facet.field = field;
  if (matches.empty()) return facet;
  const Xapian::Database& database = index.database();
  std::vector<bool> is_match(matches.back() + 1, false);
  for (const auto id : matches) is_match[id] = true;
  std::vector<Count> counts;
  const std::string prefix(
      std::ranges::find(schema::filter_fields, field, &schema::FilterField::name)->prefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    // "K" is a tag, and "K" is not the beginning of another field's prefix: see schema.h.
    Count count{.term = *term};
    auto posting = database.postlist_begin(count.term);
    for (; posting != database.postlist_end(count.term); ++posting) {
      if (*posting >= is_match.size()) break;
      if (!is_match[*posting]) continue;
      if (count.records++ == 0) count.example = *posting;
    }
    if (count.records > 0) counts.push_back(std::move(count));
  }
  std::ranges::sort(counts, [](const Count& a, const Count& b) {
    return a.records != b.records ? a.records > b.records : a.term < b.term;
  });
  facet.distinct = counts.size();
  counts.resize(std::min(counts.size(), limit));
  for (const auto& count : counts) {
    facet.values.push_back(
        {value_of(index.record(count.example), field, count.term), count.records});
  }
  return facet;
}

std::optional<Facet> main_topics(std::span<const Record* const> records) {
  constexpr std::size_t deepest = 4;
  const auto counted = [&](std::string_view field, const auto& values_of_record) {
    std::map<std::string, std::size_t> counts;
    for (const Record* record : records) values_of_record(*record, counts);
    Facet facet;
    facet.field = field;
    facet.distinct = counts.size();
    for (const auto& [value, count] : counts) facet.values.push_back({value, count});
    std::ranges::stable_sort(facet.values, std::ranges::greater(), &Facet::Value::records);
    return facet;
  };
  using Counts = std::map<std::string, std::size_t>;
  for (std::size_t level = 0; level < deepest; ++level) {
    Facet facet = counted("section", [level](const Record& record, Counts& counts) {
      if (record.section.size() > level) ++counts[record.section[level]];
    });
    if (facet.distinct > 1) return facet;
  }
  Facet tags = counted("tag", [](const Record& record, Counts& counts) {
    for (const auto& tag : record.tags) ++counts[tag];
  });
  if (tags.distinct > 1) return tags;
  Facet sources = counted("source", [](const Record& record, Counts& counts) {
    if (!record.source.empty()) ++counts[record.source];
  });
  if (sources.distinct > 1) return sources;
  return std::nullopt;
}

}  // namespace answers
