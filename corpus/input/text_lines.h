#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

class Input;

/// A whole text in memory, cut into lines: what the readers of documents (Markdown, HTML, POD …)
/// work on. Line ends are one '\n' each, whatever they were in the file.
struct TextLines {
  std::string path{};
  std::string text{};
  std::vector<std::size_t> begins{};  ///< of each line in `text`, and text.size() at the end
  std::vector<std::uint64_t> bytes_in_file{};  ///< where each line begins in the file; same size

  std::size_t count() const { return begins.size() - 1; }
  /// Line `index` (from 0) without its '\n'. The view lives as long as this.
  std::string_view line(std::size_t index) const {
    const std::size_t begin = begins[index];
    std::size_t end = begins[index + 1];
    if (end > begin && text[end - 1] == '\n') --end;
    return {text.data() + begin, end - begin};
  }
  /// Lines [first, last) with the line ends between them.
  std::string_view lines(std::size_t first, std::size_t last) const;
};

/// Those of lines [first, last) that `kept` has a 1 for, each with its end.
std::string kept_lines(const TextLines& lines, const std::vector<char>& kept, std::size_t first,
                       std::size_t last);

/// All of `input` that has not been read yet, up to `limit` bytes; what lies behind the limit is
/// left out and the listener told. Documents written by hand are far below it.
TextLines read_text(Input& input, std::size_t limit = std::size_t{64} << 20);

}  // namespace answers
