#pragma once

#include "corpus/input/text_lines.h"
#include "corpus/outline/outline.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// What a line of plain text is at first sight.
enum class LineKind : unsigned char {
  blank,  ///< nothing, or the header or footer of a printed page
  row,    ///< "------", "=-=-=-": it separates
  text,
};

/// Plain text with what its shapes have in common. Lines count from 0.
struct PlainText {
  const TextLines* lines = nullptr;
  std::vector<LineKind> kinds{};         ///< one a line
  std::vector<std::size_t> ends{};       ///< one a line: the next that is no text, itself or below
  std::vector<std::uint32_t> indents{};  ///< one a line, in columns
  About about = nothing;                 ///< what the file's name and the title say of it
  std::string title{};                   ///< the line that announces questions
  std::string date{};                    ///< of the whole text: "Last-modified:" in its head

  std::size_t count() const { return kinds.size(); }
  /// A line without white space at its ends.
  std::string_view at(std::size_t line) const;
  bool is_text(std::size_t line) const { return line < count() && kinds[line] == LineKind::text; }
  /// The first line of text from `line` on; count() when there is none.
  std::size_t next_text(std::size_t line) const;
  /// The first line from `line` on that is not text. O(1).
  std::size_t paragraph_end(std::size_t line) const { return line < count() ? ends[line] : line; }
  /// `begin` and lines [first, last) as one line: wraps become blanks, words divided at the end of
  /// a line are joined.
  std::string joined(std::string_view begin, std::size_t first, std::size_t last) const;
  /// Lines [first, last) as written, without the headers and footers of pages.
  std::string as_written(std::size_t first, std::size_t last) const;
};

/// `lines` must outlive the result. O(length).
PlainText look_at_text(const TextLines& lines);

/// An outline of `text` that has no headings yet; the text's title is the topic above them all.
/// `text` must outlive it.
Outline outline_of(const PlainText& text, std::string form);

/// The date in "Last modified: 6/13/1997", as ISO 8601 where it is no guess; empty when the line is
/// none of these.
std::string date_line(std::string_view line);

/// Titles that stand above an entry of plain text: "INSTALLATION", "*** Printing ***",
/// "Category: /a/b/".
struct TitleBlock {
  std::size_t line = 0;             ///< the first line of it, rows above included
  std::vector<std::string> path{};  ///< outermost first; empty when there is no title
};

/// The titles directly above line `entry`, but below line `floor`. A line is a title when it is a
/// short paragraph of its own and something says so: rows around it, capitals, a chapter word or
/// number, an indent less than `answer_indent`, two blank lines before it.
TitleBlock titles_above(const PlainText& text, std::size_t entry, std::size_t floor,
                        std::size_t answer_indent);

}  // namespace answers
