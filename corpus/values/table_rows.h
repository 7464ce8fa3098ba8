#pragma once

#include "corpus/input/text_window.h"
#include "corpus/record.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

class Input;

/// The rows of separated values (RFC 4180), one at a time.
class TableRows {
 public:
  /// What `separator` separates. Where `quotes` is false, a quote is a character like any other.
  TableRows(Input& input, char separator, bool quotes = true);

  /// The next row that is not blank; false at the end. A row of more than 32 MiB, as a quote that
  /// is never closed makes, is read as if its first line held no quotes, and the listener told.
  bool next();

  const std::vector<std::string>& cells() const { return cells_; }
  const Place& place() const { return place_; }  ///< of the row

 private:
  bool read_row(bool quotes);

  Input& input_;
  TextWindow window_;
  char separator_;
  bool quotes_;
  std::vector<std::string> cells_{};
  Place place_{};
};

/// What separates values, the commonest first where two fit.
inline constexpr std::array separators = {'\t', ',', ';', '|'};

/// The separator that cuts most lines of `sample` (its first lines) into the same number of cells;
/// '\0' when none does.
char sniff_separator(std::string_view sample);

/// The cells of the first row of `text`, and in `size` the bytes that it takes.
std::vector<std::string> first_row(std::string_view text, char separator,
                                   std::size_t* size = nullptr);

}  // namespace answers
