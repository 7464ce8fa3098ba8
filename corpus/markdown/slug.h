#pragma once

#include "corpus/markdown/document.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers::markdown {

/// A heading's anchor as GitHub makes it: lower case, punctuation dropped, '-' for each blank.
std::string slug(std::string_view plain_heading);

/// The anchors of a document's headings; the second of a name has "-1" behind it, and so on.
class Slugs {
 public:
  /// A longer title has no anchor here: nobody follows one of megabytes.
  static constexpr std::size_t longest_title = 4096;  // bytes

  explicit Slugs(const Document& document);
  /// Empty when no heading begins at that line. Valid as long as this. O(log headings).
  std::string_view of_heading_at(std::size_t line) const;

 private:
  std::vector<std::pair<std::size_t, std::string>> by_line_;  // ascending
};

}  // namespace answers::markdown
