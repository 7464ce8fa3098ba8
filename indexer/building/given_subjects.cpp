#include "indexer/building/given_subjects.h"

#include "indexer/building/subjects.h"
#include "indexer/generations/term_place_table.h"
#include "indexer/schema.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// The other index: its head, and what it knows of records and words.
class OtherSpace {
 public:
  explicit OtherSpace(std::span<const Xapian::Database> databases)
      : segments_(databases.subspan(1)),
        space_(read_space(databases.front())),
        subjects_(read_subjects(databases.front())) {
    if (space_.given) terms_ = read_term_places(databases.front());
  }

  const Space& space() const { return space_; }
  const Subjects& subjects() const { return subjects_; }

  std::optional<TermPlace> place_of(const std::string& term) const {
    return space_.given ? terms_.find(term) : place_of_term(segments_, subjects_, term);
  }

  /// Of the record that has this term of its id; empty where there is none.
  std::string_view place_of_record(const std::string& id_term) const {
    for (std::size_t i = 0; i < segments_.size() && i < subjects_.places.size(); ++i) {
      const auto posting = segments_[i].postlist_begin(id_term);
      if (posting == segments_[i].postlist_end(id_term)) continue;
      const std::size_t begin = (std::size_t{*posting} - 1) * subjects_.dimensions;
      if (begin + subjects_.dimensions <= subjects_.places[i].size())
        return std::string_view(subjects_.places[i]).substr(begin, subjects_.dimensions);
    }
    return {};
  }

 private:
  std::span<const Xapian::Database> segments_;
  Space space_;
  Subjects subjects_;
  TermPlaces terms_;
};

/// A direction as bytes: how long it is says nothing.
std::string bytes_of(std::span<const float> direction) {
  float most = 0;
  for (const float at : direction) most = std::max(most, std::abs(at));
  std::string bytes;
  for (const float at : direction) {
    const float share = most > 0 ? at / most : 0;
    bytes += static_cast<char>(static_cast<std::int8_t>(
        std::lround(share * static_cast<float>(std::numeric_limits<std::int8_t>::max()))));
  }
  return bytes;
}

}  // namespace

GivenSubjects find_given_subjects(std::span<const Xapian::Database> other,
                                  std::span<const Xapian::Database> segments) {
  GivenSubjects given;
  std::size_t records = 0;
  for (const Xapian::Database& segment : segments) records += segment.get_doccount();
  const OtherSpace space(other);
  const std::size_t dimensions = space.subjects().dimensions;
  if (dimensions == 0 || records > most_records_with_subjects) return given;
  given.space = space.space().name;
  given.subjects.dimensions = dimensions;
  given.subjects.steps = space.subjects().steps;
  given.subjects.masses = space.subjects().masses;

  constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  const std::string id_prefix(schema::filter_fields[0].prefix);
  std::vector<std::vector<std::size_t>> unplaced;  // by segment, of its records: a number, or none
  std::size_t count = 0;
  for (const Xapian::Database& segment : segments) {
    std::string& places = given.subjects.places.emplace_back();
    places.resize(segment.get_doccount() * dimensions);
    std::vector<std::size_t>& numbers = unplaced.emplace_back(segment.get_doccount(), none);
    for (auto term = segment.allterms_begin(id_prefix); term != segment.allterms_end(id_prefix);
         ++term) {
      const std::size_t record = std::size_t{*segment.postlist_begin(*term)} - 1;
      const std::string_view place = space.place_of_record(*term);
      if (place.empty()) numbers[record] = count++;
      std::ranges::copy(place, places.begin() + static_cast<std::ptrdiff_t>(record * dimensions));
    }
  }

  std::vector<float> sums(count * dimensions);
  Xapian::Database all;
  for (const Xapian::Database& segment : segments) all.add_database(segment);
  for (auto term = all.allterms_begin(); term != all.allterms_end(); ++term) {
    const std::string text = *term;
    if (!is_subject_word(text)) continue;
    auto place = space.place_of(text);
    if (!place) continue;
    if (count > 0) {
      const double idf = std::log(static_cast<double>(records) / term.get_termfreq());
      for (std::size_t i = 0; i < segments.size(); ++i) {
        for (auto posting = segments[i].postlist_begin(text);
             posting != segments[i].postlist_end(text); ++posting) {
          const std::size_t number = unplaced[i][*posting - 1];
          if (number == none) continue;
          const auto value =
              static_cast<float>(std::log1p(posting.get_wdf() / schema::wdf_scale) * idf * idf) *
              place->step;
          for (std::size_t k = 0; k < dimensions; ++k)
            sums[number * dimensions + k] +=
                value * static_cast<float>(static_cast<std::int8_t>(place->bytes[k]));
        }
      }
    }
    given.terms.emplace(text, *std::move(place));
  }
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (std::size_t record = 0; record < unplaced[i].size(); ++record) {
      if (unplaced[i][record] == none) continue;
      const std::span<float> sum =
          std::span(sums).subspan(unplaced[i][record] * dimensions, dimensions);
      for (std::size_t k = 0; k < dimensions; ++k)
        sum[k] = given.subjects.masses[k] > 0 ? sum[k] / given.subjects.masses[k] : 0;
      const std::string bytes = bytes_of(sum);
      std::ranges::copy(bytes, given.subjects.places[i].begin() +
                                   static_cast<std::ptrdiff_t>(record * dimensions));
    }
  }
  return given;
}

}  // namespace answers
