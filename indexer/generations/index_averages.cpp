#include "indexer/generations/index_averages.h"

#include "indexer/schema.h"

#include <charconv>
#include <string>
#include <system_error>

namespace answers {
namespace {

/// Behind the numbers, where AverageLengths::from_string() does not look.
constexpr std::string_view given_mark = " given";

constexpr double longest_average = 1e9;

}  // namespace

IndexAverages averages_from(std::string_view stored) {
  return {AverageLengths::from_string(std::string(stored)), stored.ends_with(given_mark)};
}

IndexAverages read_averages(const Xapian::Database& generation) {
  return averages_from(generation.get_metadata(std::string(schema::averages_key)));
}

void write_averages(const IndexAverages& averages, Xapian::WritableDatabase& head) {
  std::string text = averages.lengths.to_string();
  if (averages.given) text += given_mark;
  head.set_metadata(std::string(schema::averages_key), text);
}

std::optional<AverageLengths> typed_averages(std::string_view typed) {
  AverageLengths averages;
  const char* const end = typed.data() + typed.size();
  const auto first = std::from_chars(typed.data(), end, averages.question);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != ',') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, averages.answer);
  if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
  const auto is_length = [](double length) { return length >= 1 && length <= longest_average; };
  if (!is_length(averages.question) || !is_length(averages.answer)) return std::nullopt;
  return averages;
}

}  // namespace answers
