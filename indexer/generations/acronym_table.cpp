#include "indexer/generations/acronym_table.h"

#include "indexer/generations/index.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// Keys: a kind, and the term that is looked up.
constexpr std::string_view by_short_form = "answers.acronym.";
constexpr std::string_view by_first_word = "answers.meaning.";

std::string row_of(const KnownAcronym& known) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\n", known.acronym.short_form, known.acronym.long_form,
                     known.acronym.records, known.term, fmt::join(known.words, " "));
}

std::string_view cut_off(std::string_view& rest, char sign) {
  const std::size_t end = std::min(rest.find(sign), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

std::vector<KnownAcronym> from_rows(std::string_view rows) {
  std::vector<KnownAcronym> read;
  while (!rows.empty()) {
    std::string_view row = cut_off(rows, '\n');
    KnownAcronym& known = read.emplace_back();
    known.acronym.short_form = cut_off(row, '\t');
    known.acronym.long_form = cut_off(row, '\t');
    const std::string_view records = cut_off(row, '\t');
    std::from_chars(records.data(), records.data() + records.size(), known.acronym.records);
    known.term = cut_off(row, '\t');
    while (!row.empty()) known.words.emplace_back(cut_off(row, ' '));
  }
  return read;
}

}  // namespace

std::map<std::string, std::string> acronym_rows(std::span<const KnownAcronym> acronyms) {
  std::map<std::string, std::string> values;
  for (const KnownAcronym& known : acronyms) {
    const std::string row = row_of(known);
    values[std::string(by_short_form) + known.term] += row;
    values[std::string(by_first_word) + known.words.front()] += row;
  }
  return values;
}

Acronyms::Acronyms(const Index& index) {
  for (const Index::Member& member : index.members()) databases_.push_back(member.database);
  for (const Index::RemoteMember& member : index.remotes()) {
    if (member.session) elsewhere_.push_back(member.session);
  }
}

std::vector<KnownAcronym> Acronyms::look_up(std::string_view kind, std::string_view term) const {
  std::vector<KnownAcronym> found;
  const auto take = [&found](const std::string& rows) {
    for (auto& known : from_rows(rows)) {
      const auto same = std::ranges::find_if(found, [&known](const KnownAcronym& other) {
        return other.term == known.term && other.words == known.words;
      });
      if (same == found.end()) {
        found.push_back(std::move(known));
      } else {
        same->acronym.records += known.acronym.records;
      }
    }
  };
  const std::string key = std::string(kind).append(term);
  for (const auto& database : databases_) take(database.get_metadata(key));
  for (const auto& session : elsewhere_) take(session->words().row(key));
  // Of several indexes in the order that one of all would have.
  if (databases_.size() + elsewhere_.size() > 1) {
    std::ranges::sort(found, {},
                      [](const KnownAcronym& known) { return std::tie(known.term, known.words); });
  }
  std::ranges::stable_sort(found, std::ranges::greater(),
                           [](const KnownAcronym& known) { return known.acronym.records; });
  return found;
}

std::vector<KnownAcronym> Acronyms::meanings_of(std::string_view term) const {
  std::vector<KnownAcronym> meanings = look_up(by_short_form, term);
  if (meanings.size() > AcronymLedger::most_meanings) meanings.resize(AcronymLedger::most_meanings);
  return meanings;
}

std::vector<KnownAcronym> Acronyms::beginning_with(std::string_view term) const {
  return look_up(by_first_word, term);
}

std::vector<KnownAcronym> Acronyms::all() const {
  std::map<std::string, bool> terms;
  for (const auto& database : databases_) {
    for (auto key = database.metadata_keys_begin(std::string(by_short_form));
         key != database.metadata_keys_end(std::string(by_short_form)); ++key)
      terms.emplace((*key).substr(by_short_form.size()), true);
  }
  for (const auto& session : elsewhere_) {
    for (const auto& [key, rows] : session->words().rows()) {
      if (key.starts_with(by_short_form)) terms.emplace(key.substr(by_short_form.size()), true);
    }
  }
  std::vector<KnownAcronym> all;
  for (const auto& [term, is_there] : terms)
    std::ranges::move(meanings_of(term), std::back_inserter(all));
  return all;
}

}  // namespace answers
