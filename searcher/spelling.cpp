#include "searcher/spelling.h"

#include <algorithm>
#include <array>

namespace answers {
namespace {

constexpr std::size_t longest = 32;
constexpr std::size_t most_looked_at = 100000;

bool is_plain(std::string_view term) {
  return std::ranges::all_of(term, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit) {
  const std::size_t difference =
      one.size() > other.size() ? one.size() - other.size() : other.size() - one.size();
  if (difference > limit || one.size() > longest || other.size() > longest) return limit + 1;
  using Row = std::array<std::size_t, longest + 1>;
  Row before_last{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= other.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t changed = one[i - 1] == other[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + changed});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    before_last = last;
    last = row;
  }
  return std::min(last[other.size()], limit + 1);
}

std::vector<Neighbour> neighbours(std::string_view term, const Xapian::Database& index) {
  std::vector<Neighbour> found;
  if (term.size() < 4 || term.size() > longest || !is_plain(term)) return found;
  std::size_t limit = term.size() >= 7 ? 2 : 1;
  const std::string first(term.substr(0, 1));
  std::size_t seen = 0;
  for (auto at = index.allterms_begin(first); at != index.allterms_end(first); ++at) {
    if (++seen > most_looked_at) break;
    const std::string other = *at;
    if (other.size() + limit < term.size() || other.size() > term.size() + limit) continue;
    if (other.size() < 3 || !is_plain(other)) continue;
    const std::size_t distance = edit_distance(term, other, limit);
    if (distance > limit || distance == 0) continue;
    if (distance < limit) {
      limit = distance;
      found.clear();
    }
    found.push_back({other, distance, static_cast<double>(at.get_termfreq())});
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &Neighbour::frequency);
  return found;
}

bool is_clear(const std::vector<Neighbour>& neighbours) {
  return !neighbours.empty() &&
         (neighbours.size() == 1 || neighbours[0].frequency >= 3 * neighbours[1].frequency);
}

}  // namespace answers
