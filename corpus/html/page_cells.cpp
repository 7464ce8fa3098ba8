#include "corpus/html/page_cells.h"

#include "corpus/input/input.h"

#include <algorithm>

namespace answers {
namespace {

constexpr std::size_t largest_cell = std::size_t{4} << 20;
constexpr std::size_t longest_tag = 1000;  // bytes before the mark in it

}  // namespace

const std::string& PageCells::path_of(const Input& input) { return input.path(); }

std::optional<PageCells::Cell> PageCells::next() {
  window_.discard(taken_);
  taken_ = 0;
  const std::size_t begin = find(0, std::string_view::npos);
  if (begin == std::string_view::npos) return std::nullopt;
  window_.discard(begin);
  const std::size_t behind = window_.text().find(mark_) + mark_.size();
  taken_ = std::min(find(behind, largest_cell), window_.text().size());
  return Cell{window_.text().substr(0, taken_),
              {path_, window_.line_at(0), window_.line_at(taken_), window_.byte_at(0),
               window_.byte_at(taken_)}};
}

std::size_t PageCells::find(std::size_t from, std::size_t most) {
  const bool seeks = most == std::string_view::npos;  // nothing before it is needed
  const std::size_t first = seeks ? 0 : from;         // where a tag may begin
  for (;;) {
    const std::string_view text = window_.text();
    for (std::size_t at = text.find(mark_, from); at != std::string_view::npos;
         at = text.find(mark_, at + mark_.size())) {
      const std::size_t before = std::min(at, longest_tag);
      const std::size_t tag = text.substr(at - before, before + 1).rfind('<');
      const std::size_t begin = tag == std::string_view::npos ? at : at - before + tag;
      if (begin >= first) return begin;
    }
    if (!seeks && text.size() > most) return std::string_view::npos;
    from = std::max(first, text.size() - std::min(text.size(), mark_.size()));
    if (const std::size_t kept = mark_.size() + longest_tag; seeks && text.size() > kept) {
      window_.discard(text.size() - kept);
      from = longest_tag;
    }
    if (!window_.more()) return std::string_view::npos;
  }
}

}  // namespace answers
