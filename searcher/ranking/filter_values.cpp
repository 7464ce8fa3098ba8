#include "searcher/ranking/filter_values.h"

#include "indexer/analysis/analysis.h"
#include "indexer/schema.h"
#include "searcher/query/edit_distance.h"

#include <algorithm>
#include <tuple>

namespace answers {
namespace {

constexpr std::size_t most_looked_at = 200'000;
constexpr std::size_t letters_for_an_error = 3;
constexpr std::size_t shortest_part = 3;

/// Whether `words` stands in `text`, and no letter before or behind it.
bool has_words(std::string_view text, std::string_view words) {
  const auto is_letter = [&](std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  };
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || !is_letter(at - 1)) && (end == text.size() || !is_letter(end))) return true;
  }
  return false;
}

}  // namespace

std::optional<FilterValue> nearest_filter_value(const Index& index, std::string_view field,
                                                std::string_view value) {
  const auto* row = std::ranges::find(schema::filter_fields, field, &schema::FilterField::name);
  if (row == std::end(schema::filter_fields) || field.ends_with("id")) return std::nullopt;
  const std::string prefix(row->prefix);
  const std::string wanted = fold(value);
  const std::size_t most_errors = std::max<std::size_t>(wanted.size() / letters_for_an_error, 1);
  struct Candidate {
    FilterValue found{};
    std::size_t distance = 0;  ///< typing errors; more for parts of it, the longer the fewer

    auto order() const { return std::tuple(distance, -static_cast<std::ptrdiff_t>(found.records)); }
  };
  std::optional<Candidate> best;
  std::size_t looked_at = 0;
  index.terms_beginning(prefix, [&](const std::string& term, double records) {
    if (++looked_at > most_looked_at) return false;
    Candidate one{.found = {.value = term.substr(prefix.size())}};
    const std::string folded = fold(one.found.value);
    one.distance = edit_distance(wanted, folded, most_errors);
    if (one.distance > most_errors) {
      if (folded.size() < shortest_part || !has_words(wanted, folded)) return true;
      one.distance = most_errors + wanted.size() - folded.size();
    }
    one.found.records = static_cast<std::size_t>(records);
    if (!best || one.order() < best->order()) best = std::move(one);
    return true;
  });
  if (!best) return std::nullopt;
  return std::move(best->found);
}

}  // namespace answers
