#pragma once

#include "searcher/display/terminal.h"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// How a stretch of text looks: a sum of these. Colours that can be read on black and on white.
enum Style : std::uint8_t {
  plain = 0,
  bold = 1,
  underlined = 2,
  dim = 4,
  italic = 8,
  red = 16,
  magenta = 32,
};

/// Printable text with a style for every byte. Nothing in it commands a terminal: append() makes
/// its text printable, and only write() adds escape sequences.
class StyledText {
 public:
  /// Appends `text` made printable, in `style`.
  StyledText& append(std::string_view text, std::uint8_t style = plain);
  StyledText& append(const StyledText& other);
  /// Appends bytes [begin, end) of `other`.
  StyledText& append(const StyledText& other, std::size_t begin, std::size_t end);
  /// Makes bytes [begin, end), which lie behind all earlier links, lead to `uri`. Nothing happens
  /// when the URI is none that may be followed without asking: see safe_uri().
  StyledText& add_link(std::size_t begin, std::size_t end, std::string_view uri);

  const std::string& text() const { return text_; }
  std::uint8_t style(std::size_t byte) const { return styles_[byte]; }
  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }
  std::size_t width() const { return display_width(text_); }

  /// The URI that a byte leads to; empty for none. O(log links).
  std::string_view link(std::size_t byte) const;

 private:
  struct Link {
    std::size_t begin;
    std::size_t end;
    std::string uri;
  };

  std::string text_;
  std::vector<std::uint8_t> styles_;
  std::vector<Link> links_;  ///< in order, not overlapping
};

/// `uri` with all that is not printable ASCII percent-encoded, or "" when its scheme is none of
/// http, https, ftp and mailto, or it is longer than terminals follow: a collection may offer any
/// address.
std::string safe_uri(std::string_view uri);

/// Breaks one paragraph into lines of at most `columns`: at white space, between wide characters,
/// and inside a word only where it alone is longer than a line. Runs of white space become one
/// blank.
std::vector<StyledText> wrap(const StyledText& paragraph, std::size_t columns);

/// The beginning of `line` that fits into `columns`, with "…" where something was cut off.
StyledText cut(const StyledText& line, std::size_t columns);

/// Writes the text, with escape sequences for its styles where the terminal has colour, and for its
/// links (OSC 8) where it has links.
void write(std::ostream& out, const StyledText& text, const Terminal& terminal);

}  // namespace answers
