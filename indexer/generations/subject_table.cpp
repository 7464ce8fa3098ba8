#include "indexer/generations/subject_table.h"

#include "indexer/generations/bytes.h"
#include "indexer/generations/term_place_table.h"
#include "indexer/schema.h"

#include <fmt/core.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answers {
namespace {

constexpr std::string_view given_mark = " given";

}  // namespace

void write_subjects(const Subjects& subjects, Xapian::WritableDatabase& head) {
  if (subjects.dimensions == 0) return;
  ByteWriter writer;
  const auto write = [&writer](float value) { writer.number(std::bit_cast<std::uint32_t>(value)); };
  writer.list(subjects.steps, write);
  writer.list(subjects.masses, write);
  writer.list(subjects.places, [&writer](const std::string& places) { writer.text(places); });
  head.set_metadata(std::string(schema::subjects_key), writer.take());
}

void write_given_subjects(const GivenSubjects& given, Xapian::WritableDatabase& head) {
  write_subjects(given.subjects, head);
  head.set_metadata(std::string(schema::space_key), given.space + std::string(given_mark));
  write_term_places(given.terms, head);
}

Subjects read_subjects(const Xapian::Database& head) {
  return subjects_of(head.get_metadata(std::string(schema::subjects_key)));
}

Subjects subjects_of(std::string_view bytes) {
  Subjects subjects;
  if (bytes.empty()) return subjects;
  ByteReader reader(bytes);
  const auto read = [&reader](float& value) {
    value = std::bit_cast<float>(static_cast<std::uint32_t>(reader.number()));
  };
  reader.list(subjects.steps, read);
  reader.list(subjects.masses, read);
  reader.list(subjects.places, [&reader](std::string& places) { places = reader.text(); });
  reader.expect_end();
  subjects.dimensions = subjects.steps.size();
  bool is_whole = subjects.dimensions > 0 && subjects.masses.size() == subjects.dimensions;
  for (const std::vector<float>* values : {&subjects.steps, &subjects.masses})
    is_whole = is_whole && std::ranges::all_of(*values, [](float v) { return std::isfinite(v); });
  for (const std::string& places : subjects.places)
    is_whole = is_whole && places.size() % subjects.dimensions == 0;
  if (!is_whole) throw std::runtime_error("what the records are about is damaged");
  return subjects;
}

std::optional<Space> given_space(std::string_view stored) {
  if (!stored.ends_with(given_mark)) return std::nullopt;
  stored.remove_suffix(given_mark.size());
  return Space{std::string(stored), true};
}

Space read_space(const Xapian::Database& head) {
  if (auto given = given_space(head.get_metadata(std::string(schema::space_key)))) return *given;
  const std::string bytes = head.get_metadata(std::string(schema::subjects_key));
  if (bytes.empty()) return {};
  return {fmt::format("{:016x}", XXH3_64bits(bytes.data(), bytes.size())), false};
}

std::optional<TermPlace> place_of_term(std::span<const Xapian::Database> segments,
                                       const Subjects& subjects, const std::string& term) {
  constexpr std::size_t most_postings = 128;
  std::vector<float> sums(subjects.dimensions);
  std::size_t records = 0;
  for (std::size_t i = 0; i < segments.size() && i < subjects.places.size(); ++i) {
    const std::string& places = subjects.places[i];
    std::vector<float> here(subjects.dimensions);
    std::size_t read = 0;
    const auto end = segments[i].postlist_end(term);
    for (auto posting = segments[i].postlist_begin(term); posting != end && read < most_postings;
         ++posting, ++read) {
      const std::size_t begin = (std::size_t{*posting} - 1) * subjects.dimensions;
      if (begin + subjects.dimensions > places.size()) break;
      const auto times = static_cast<float>(std::log1p(posting.get_wdf() / schema::wdf_scale));
      for (std::size_t k = 0; k < here.size(); ++k)
        here[k] += times * static_cast<float>(static_cast<std::int8_t>(places[begin + k]));
    }
    if (read == 0) continue;
    const std::size_t all = read == most_postings ? segments[i].get_termfreq(term) : read;
    const float share = static_cast<float>(all) / static_cast<float>(read);
    for (std::size_t k = 0; k < here.size(); ++k) sums[k] += share * here[k];
    records += all;
  }
  if (records < 2) return std::nullopt;
  float most = 0;
  for (const float sum : sums) most = std::max(most, std::abs(sum));
  TermPlace place{most / static_cast<float>(std::numeric_limits<std::int8_t>::max()), {}};
  for (const float sum : sums) {
    const long at = place.step > 0 ? std::lround(sum / place.step) : 0;
    place.bytes += static_cast<char>(static_cast<std::int8_t>(at));
  }
  return place;
}

}  // namespace answers
