#include "corpus/input/text_lines.h"

#include "corpus/input/input.h"
#include "corpus/listener.h"

#include <algorithm>

namespace answers {

std::string_view TextLines::lines(std::size_t first, std::size_t last) const {
  return std::string_view(text).substr(begins[first], begins[last] - begins[first]);
}

std::string kept_lines(const TextLines& lines, const std::vector<char>& kept, std::size_t first,
                       std::size_t last) {
  std::string text;
  if (first >= last) return text;
  text.reserve(lines.begins[last] - lines.begins[first] + 1);
  for (std::size_t i = first; i < last; ++i) {
    if (kept[i] == 0) continue;
    text += lines.line(i);
    text += '\n';
  }
  return text;
}

TextLines read_text(Input& input, std::size_t limit) {
  TextLines lines;
  lines.path = input.path();
  std::uint64_t end_in_file = 0;
  bool full = false;
  // What does not grow bit by bit touches half of the memory.
  const std::uint64_t size = std::min<std::uint64_t>(input.size_hint(), limit);
  lines.text.reserve(size + 1 + Input::padding);
  // Notes line `text` that follows `before` bytes which are not yet in lines.text.
  const auto note = [&](std::string_view text, std::size_t before, std::size_t number,
                        std::uint64_t byte) {
    const std::size_t begin = lines.text.size() + before;
    full = begin + text.size() > limit;
    if (full) {
      input.listener().on_trouble(
          {input.path(), number, "the text is longer than " + std::to_string(limit >> 20) + " MiB",
           "what follows was left out; split the file"});
      return;
    }
    lines.begins.push_back(begin);
    lines.bytes_in_file.push_back(byte);
    end_in_file = byte + text.size();
  };
  while (!full) {
    if (const auto block = input.next_lines()) {
      std::size_t at = 0;
      for (std::size_t number = block->line; at < block->text.size(); ++number) {
        const std::size_t end = block->text.find('\n', at);
        note(block->text.substr(at, end - at), at, number, block->byte_at(at));
        if (full) break;
        at = end + 1;
      }
      const bool first = lines.text.empty() && at > 0;
      lines.text.append(block->text.substr(0, at));
      if (first) {
        constexpr std::uint64_t usual_line = 16;  // bytes, at least
        const std::size_t expected =
            std::min(lines.begins.size() * size / lines.text.size(), size / usual_line);
        lines.begins.reserve(expected + expected / 16);
        lines.bytes_in_file.reserve(expected + expected / 16);
      }
    } else if (const auto line = input.next_line()) {
      note(line->text, 0, line->number, line->byte);
      if (!full) lines.text.append(line->text) += '\n';
    } else {
      break;
    }
  }
  lines.begins.push_back(lines.text.size());
  lines.bytes_in_file.push_back(end_in_file);
  return lines;
}

}  // namespace answers
