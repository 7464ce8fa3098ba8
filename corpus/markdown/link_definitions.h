#pragma once

#include "corpus/markdown/document.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace answers::markdown {

/// Where the links of a file lead that name their targets elsewhere: "[text][label]" or "[label]",
/// with "[label]: https://…" on a line of its own, mostly at the foot of the file. A record is read
/// apart from its file, so each gets the lines that it refers to; footnotes ("[^label]: …") alike.
class LinkDefinitions {
 public:
  /// `document` must outlive them. O(its size) where it has definitions.
  explicit LinkDefinitions(const Document& document);

  /// Puts the lines that `text`, of one record, refers to and does not have itself below it, and
  /// takes away from its end those that only other records refer to. O(size of `text`).
  void settle(std::string& text) const;

 private:
  /// As CommonMark compares labels: without regard to case and the width of gaps. What is said
  /// first counts; the text lasts as long as the document.
  std::unordered_map<std::string, std::string_view> targets_;
  std::unordered_set<std::string> used_;  ///< labels that anything in the file refers to
};

}  // namespace answers::markdown
