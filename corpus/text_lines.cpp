#include "corpus/text_lines.h"

#include "corpus/input.h"
#include "corpus/listener.h"

namespace answers {

std::string_view TextLines::line(std::size_t index) const {
  std::string_view with_end = lines(index, index + 1);
  if (!with_end.empty() && with_end.back() == '\n') with_end.remove_suffix(1);
  return with_end;
}

std::string_view TextLines::lines(std::size_t first, std::size_t last) const {
  return std::string_view(text).substr(begins[first], begins[last] - begins[first]);
}

TextLines read_text(Input& input, std::size_t limit) {
  TextLines lines;
  lines.path = input.path();
  std::uint64_t end_in_file = 0;
  while (const auto line = input.next_line()) {
    if (lines.text.size() + line->text.size() > limit) {
      input.listener().on_trouble(
          {input.path(), line->number,
           "the text is longer than " + std::to_string(limit >> 20) + " MiB",
           "what follows was left out; split the file"});
      break;
    }
    lines.begins.push_back(lines.text.size());
    lines.bytes_in_file.push_back(line->byte);
    lines.text.append(line->text);
    lines.text += '\n';
    end_in_file = line->byte + line->text.size();
  }
  lines.begins.push_back(lines.text.size());
  lines.bytes_in_file.push_back(end_in_file);
  return lines;
}

}  // namespace answers
