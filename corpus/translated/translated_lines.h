#pragma once

#include "corpus/input/text_lines.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace answers {

class Input;

/// A document in another markup, put into Markdown line by line: what is known of Markdown then
/// reads it, and its records are told at their places in the document.
class TranslatedLines {
 public:
  explicit TranslatedLines(const TextLines& source) : source_(source) {}

  /// Appends a line of Markdown, without its end, made of line `source_line` (from 0).
  void add(std::string_view markdown, std::size_t source_line);
  /// The line that was added last, without its end; empty where there is none.
  std::string_view last() const;
  /// Reads all that was added, as read_markdown() does, and tells `input`'s listener.
  void read(Input& input);

 private:
  const TextLines& source_;
  TextLines made_{};
  std::vector<std::size_t> source_lines_{};
};

}  // namespace answers
