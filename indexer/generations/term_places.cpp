#include "indexer/generations/term_places.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace answers {
namespace {

/// count, dimensions; of each word the end of its text; of each its step and bytes; the texts.
constexpr std::size_t number_size = 4;
constexpr std::size_t ends_at = 2 * number_size;

void put(std::string& to, std::uint32_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8) to += static_cast<char>(number >> shift);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = number_size; i-- > 0;)
    number = (number << 8) | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

}  // namespace

std::string TermPlaces::pack(const std::map<std::string, TermPlace>& places) {
  std::string packed;
  if (places.empty()) return packed;
  put(packed, static_cast<std::uint32_t>(places.size()));
  put(packed, static_cast<std::uint32_t>(places.begin()->second.bytes.size()));
  std::uint32_t end = 0;
  for (const auto& [term, place] : places) {
    end += static_cast<std::uint32_t>(term.size());
    put(packed, end);
  }
  for (const auto& [term, place] : places) {
    put(packed, std::bit_cast<std::uint32_t>(place.step));
    packed += place.bytes;
  }
  for (const auto& [term, place] : places) packed += term;
  return packed;
}

TermPlaces::TermPlaces(std::string packed) : packed_(std::move(packed)) {
  if (packed_.empty()) return;
  const auto expect = [](bool holds) {
    if (!holds) throw std::runtime_error("what its words are about is damaged");
  };
  expect(packed_.size() >= ends_at);
  count_ = number_at(packed_, 0);
  dimensions_ = number_at(packed_, number_size);
  const std::size_t left = packed_.size() - ends_at;
  expect(count_ > 0 && dimensions_ <= left && count_ <= left / (2 * number_size + dimensions_));
  places_at_ = ends_at + count_ * number_size;
  terms_at_ = places_at_ + count_ * (number_size + dimensions_);
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    const std::uint32_t next = number_at(packed_, ends_at + i * number_size);
    expect(end <= next && next <= packed_.size() - terms_at_);
    end = next;
  }
  expect(end == packed_.size() - terms_at_);
}

std::string_view TermPlaces::term(std::size_t number) const {
  const auto end_of = [this](std::size_t i) {
    return number_at(packed_, ends_at + i * number_size);
  };
  const std::size_t begin = number == 0 ? 0 : end_of(number - 1);
  return std::string_view(packed_).substr(terms_at_ + begin, end_of(number) - begin);
}

std::optional<TermPlace> TermPlaces::find(std::string_view wanted) const {
  std::size_t first = 0;
  for (std::size_t left = count_; left > 0;) {
    const std::size_t half = left / 2;
    if (term(first + half) < wanted) {
      first += half + 1;
      left -= half + 1;
    } else {
      left = half;
    }
  }
  if (first == count_ || term(first) != wanted) return std::nullopt;
  const std::size_t at = places_at_ + first * (number_size + dimensions_);
  TermPlace place{std::bit_cast<float>(number_at(packed_, at)),
                  packed_.substr(at + number_size, dimensions_)};
  if (!std::isfinite(place.step)) return std::nullopt;
  return place;
}

}  // namespace answers
