#include "searcher/ranking/subject.h"

#include "indexer/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <utility>

namespace answers {

SubjectSpace::SubjectSpace(const Index& index)
    : segments_(index.segments()), of_segments_(segments_.size()) {
  // A space is of one index alone: records elsewhere would have no place in any.
  if (!index.remotes().empty()) return;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    Subjects subjects;
    try {
      subjects = read_subjects(segments_[i]);
    } catch (const std::runtime_error& error) {
      throw IndexDamaged(fmt::format("the index is damaged: {}; see: answers check", error.what()));
    }
    if (subjects.dimensions == 0) continue;
    for (std::size_t k = 0; k < subjects.places.size() && i + 1 + k < segments_.size(); ++k)
      of_segments_[i + 1 + k] = {spaces_.size(), k, true};
    spaces_.push_back(std::move(subjects));
  }
}

const char* SubjectSpace::place_at(const Where& where, Xapian::docid number) const {
  if (!where.is_known) return nullptr;
  const Subjects& space = spaces_[where.space];
  const std::string& places = space.places[where.at];
  const std::size_t begin = (std::size_t{number} - 1) * space.dimensions;
  return begin + space.dimensions <= places.size() ? places.data() + begin : nullptr;
}

void SubjectSpace::add_term(const std::string& term, double weight, Place& place) const {
  constexpr std::size_t most_postings = 128;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const Where& where = of_segments_[i];
    if (!where.is_known) continue;
    const Xapian::Database& segment = segments_[i];
    std::vector<float> of_term(place[where.space].size());
    std::size_t read = 0;
    for (auto posting = segment.postlist_begin(term);
         posting != segment.postlist_end(term) && read < most_postings; ++posting, ++read) {
      const char* here = place_at(where, *posting);
      if (here == nullptr) break;
      const auto times = static_cast<float>(std::log1p(posting.get_wdf() / schema::wdf_scale));
      for (std::size_t k = 0; k < of_term.size(); ++k)
        of_term[k] += times * static_cast<float>(static_cast<std::int8_t>(here[k]));
    }
    if (read == 0) continue;
    const double all =
        read == most_postings ? segment.get_termfreq(term) : static_cast<double>(read);
    const auto share = static_cast<float>(weight * all / static_cast<double>(read));
    for (std::size_t k = 0; k < of_term.size(); ++k) place[where.space][k] += share * of_term[k];
  }
}

SubjectSpace::Place SubjectSpace::place_of(const Query& query) const {
  constexpr double least_information = 1;  // what a third of the records have tells nothing here
  Place place;
  for (const Subjects& space : spaces_) place.emplace_back(space.dimensions);
  if (place.empty()) return place;
  for (const QueryWord& word : query.words) {
    if (word.is_function_word) continue;
    for (const WordForm& form : word.forms) {
      if (form.frequency < 2 || form.information < least_information) continue;
      const double telling = word.weight * form.share * form.information * form.information;
      add_term(form.term, telling, place);
    }
  }
  for (std::size_t s = 0; s < place.size(); ++s) {
    const Subjects& space = spaces_[s];
    double squares = 0;
    for (std::size_t k = 0; k < space.dimensions; ++k) {
      float& at = place[s][k];
      at = space.masses[k] > 0 ? at * space.steps[k] / space.masses[k] : 0;
      squares += static_cast<double>(at) * static_cast<double>(at);
    }
    if (squares <= 0) continue;
    const auto length = static_cast<float>(std::sqrt(squares));
    for (float& at : place[s]) at /= length;
  }
  return place;
}

SubjectSpace::Place SubjectSpace::place_of(Xapian::docid id) const {
  Place place(spaces_.size());
  if (spaces_.empty()) return place;
  const std::size_t count = segments_.size();
  const Where& where = of_segments_[(id - 1) % count];
  const char* here = place_at(where, static_cast<Xapian::docid>((id - 1) / count + 1));
  if (here == nullptr) return place;
  const Subjects& space = spaces_[where.space];
  double squares = 0;
  for (std::size_t k = 0; k < space.dimensions; ++k) {
    const float at = static_cast<float>(static_cast<std::int8_t>(here[k])) * space.steps[k];
    place[where.space].push_back(at);
    squares += static_cast<double>(at) * static_cast<double>(at);
  }
  const auto length = static_cast<float>(std::sqrt(squares));
  for (float& at : place[where.space]) at = length > 0 ? at / length : 0;
  return place;
}

void SubjectSpace::add_record(Xapian::docid id, double weight, Place& place) const {
  const Place own = place_of(id);
  for (std::size_t s = 0; s < own.size(); ++s) {
    place[s].resize(std::max(place[s].size(), own[s].size()));
    for (std::size_t k = 0; k < own[s].size(); ++k)
      place[s][k] += static_cast<float>(weight) * own[s][k];
  }
}

double SubjectSpace::nearness(const Place& place, Xapian::docid id) const {
  if (place.empty()) return 0;
  const std::size_t count = segments_.size();
  const Where& where = of_segments_[(id - 1) % count];
  const char* here = place_at(where, static_cast<Xapian::docid>((id - 1) / count + 1));
  if (here == nullptr || place[where.space].empty()) return 0;
  const Subjects& space = spaces_[where.space];
  double product = 0;
  double squares = 0;
  double lengths = 0;
  for (std::size_t k = 0; k < space.dimensions; ++k) {
    const auto at = static_cast<double>(static_cast<std::int8_t>(here[k])) *
                    static_cast<double>(space.steps[k]);
    const auto there = static_cast<double>(place[where.space][k]);
    product += at * there;
    squares += at * at;
    lengths += there * there;
  }
  return squares > 0 && lengths > 0 ? std::max(0.0, product / std::sqrt(squares * lengths)) : 0;
}

}  // namespace answers
