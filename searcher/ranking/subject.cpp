#include "searcher/ranking/subject.h"

#include "indexer/generations/term_place_table.h"
#include "indexer/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <utility>

namespace answers {
namespace {

/// The space that all that are there were given; nullopt where one of them was given none or
/// another.
std::optional<std::string> shared_space(const Index& index) {
  std::vector<std::optional<Space>> spaces;
  for (const Index::Member& member : index.members())
    spaces.push_back(given_space(member.database.get_metadata(std::string(schema::space_key))));
  for (const Index::RemoteMember& member : index.remotes()) {
    if (member.session) spaces.push_back(given_space(member.session->space()));
  }
  const bool is_shared = !spaces.empty() && spaces.front() &&
                         std::ranges::all_of(spaces, [&spaces](const std::optional<Space>& one) {
                           return one == spaces.front();
                         });
  if (!is_shared) return std::nullopt;
  return spaces.front()->name;
}

}  // namespace

SubjectSpace::SubjectSpace(const Index& index) {
  const std::optional<std::string> shared = shared_space(index);
  const bool is_alone = index.members().size() == 1 && index.remotes().empty();
  if (!is_alone && !shared) return;
  for (const Index::Member& member : index.members()) {
    try {
      here_.push_back(read_subjects(member.database));
      if (shared) terms_.push_back(read_term_places(member.database));
    } catch (const std::runtime_error& error) {
      throw IndexDamaged(fmt::format("the index is damaged: {}; see: answers check", error.what()));
    }
    for (std::size_t at = 0; at <= here_.back().places.size(); ++at)
      of_segments_.push_back({here_.size() - 1, at == 0 ? std::nullopt : std::optional(at - 1)});
  }
  if (!shared) segments_.assign(index.segments().begin() + 1, index.segments().end());
  for (const Index::RemoteMember& member : index.remotes()) {
    elsewhere_.emplace_back();
    if (!member.session) continue;
    try {
      elsewhere_.back() = subjects_of(member.session->subjects());
      terms_.emplace_back(member.session->term_places());
    } catch (const std::runtime_error& error) {
      elsewhere_.back() = {};
      member.session->break_off(error.what());
    }
  }
  for (const std::vector<Subjects>* all : {&here_, &elsewhere_}) {
    for (const Subjects& one : *all) {
      if (one.dimensions > 0) space_ = {one.dimensions, one.steps, one.masses, {}};
    }
  }
  // Of one name they are of one space; what a stranger's server sends may be anything.
  for (Subjects& one : elsewhere_) {
    if (one.dimensions != space_.dimensions) one = {};
  }
  std::erase_if(
      terms_, [this](const TermPlaces& terms) { return terms.dimensions() != space_.dimensions; });
}

const char* SubjectSpace::place_at(RecordAt record) const {
  if (space_.dimensions == 0 || record.id == 0) return nullptr;
  const Subjects* subjects = nullptr;
  std::size_t segment = 0;
  std::size_t segments = of_segments_.size();
  if (record.remote) {
    subjects = &elsewhere_[*record.remote];
    segments = subjects->places.size() + 1;
    segment = (record.id - 1) % segments;
    if (segment == 0) return nullptr;
    --segment;
  } else {
    if (segments == 0) return nullptr;
    const Where& where = of_segments_[(record.id - 1) % segments];
    if (!where.at) return nullptr;
    subjects = &here_[where.member];
    segment = *where.at;
  }
  const std::string& places = subjects->places[segment];
  const std::size_t begin = (std::size_t{record.id} - 1) / segments * space_.dimensions;
  return begin + space_.dimensions <= places.size() ? places.data() + begin : nullptr;
}

std::optional<TermPlace> SubjectSpace::place_of_word(const std::string& term) const {
  if (!segments_.empty()) return place_of_term(segments_, here_.front(), term);
  for (const TermPlaces& terms : terms_) {
    if (auto place = terms.find(term)) return place;
  }
  return std::nullopt;
}

SubjectSpace::Place SubjectSpace::place_of(const Query& query) const {
  constexpr double least_information = 1;  // what a third of the records have tells nothing here
  if (space_.dimensions == 0) return {};
  Place place(space_.dimensions);
  for (const QueryWord& word : query.words) {
    if (word.is_function_word) continue;
    for (const WordForm& form : word.forms) {
      if (form.frequency < 2 || form.information < least_information) continue;
      const std::optional<TermPlace> of_term = place_of_word(form.term);
      if (!of_term) continue;
      const double telling = word.weight * form.share * form.information * form.information;
      const auto share = static_cast<float>(telling) * of_term->step;
      for (std::size_t k = 0; k < place.size(); ++k)
        place[k] += share * static_cast<float>(static_cast<std::int8_t>(of_term->bytes[k]));
    }
  }
  double squares = 0;
  for (std::size_t k = 0; k < place.size(); ++k) {
    float& at = place[k];
    at = space_.masses[k] > 0 ? at * space_.steps[k] / space_.masses[k] : 0;
    squares += static_cast<double>(at) * static_cast<double>(at);
  }
  if (squares <= 0) return place;
  const auto length = static_cast<float>(std::sqrt(squares));
  for (float& at : place) at /= length;
  return place;
}

SubjectSpace::Place SubjectSpace::place_of(RecordAt record) const {
  const char* here = place_at(record);
  if (here == nullptr) return {};
  Place place;
  double squares = 0;
  for (std::size_t k = 0; k < space_.dimensions; ++k) {
    const float at = static_cast<float>(static_cast<std::int8_t>(here[k])) * space_.steps[k];
    place.push_back(at);
    squares += static_cast<double>(at) * static_cast<double>(at);
  }
  const auto length = static_cast<float>(std::sqrt(squares));
  for (float& at : place) at = length > 0 ? at / length : 0;
  return place;
}

void SubjectSpace::add_record(RecordAt record, double weight, Place& place) const {
  const Place own = place_of(record);
  place.resize(std::max(place.size(), own.size()));
  for (std::size_t k = 0; k < own.size(); ++k) place[k] += static_cast<float>(weight) * own[k];
}

double SubjectSpace::nearness(const Place& place, RecordAt record) const {
  const char* here = place.empty() ? nullptr : place_at(record);
  if (here == nullptr) return 0;
  double product = 0;
  double squares = 0;
  double lengths = 0;
  for (std::size_t k = 0; k < space_.dimensions; ++k) {
    const auto at = static_cast<double>(static_cast<std::int8_t>(here[k])) *
                    static_cast<double>(space_.steps[k]);
    const auto there = static_cast<double>(place[k]);
    product += at * there;
    squares += at * at;
    lengths += there * there;
  }
  return squares > 0 && lengths > 0 ? std::max(0.0, product / std::sqrt(squares * lengths)) : 0;
}

}  // namespace answers
