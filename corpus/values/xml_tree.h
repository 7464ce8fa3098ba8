#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {

/// A node of an XML document: an element with its children, or a piece of text.
struct XmlNode {
  std::string name{};        ///< of an element, without its prefix; empty: text
  std::string text{};        ///< of text
  std::size_t line = 0;      ///< from 1
  std::size_t end_line = 0;  ///< the last one
  std::vector<std::pair<std::string, std::string>> attributes{};  ///< names without prefixes
  std::vector<XmlNode> children{};

  /// The value of an attribute; empty when it has none.
  std::string_view attribute(std::string_view wanted) const;
  /// The first child element of that name; nullptr when there is none.
  const XmlNode* child(std::string_view wanted) const;
  /// All text in it, in order.
  std::string all_text() const;
};

struct XmlTree {
  XmlNode root{};         ///< without a name where nothing could be read
  std::string trouble{};  ///< why reading stopped before the end; empty where it did not
  std::size_t trouble_line = 0;
};

/// Reads a whole document by expat. Entities that it declares are followed, none outside of it;
/// those that it does not declare are the characters that HTML means by them, or else their names
/// as words. What is nested more than 200 deep is left out. O(length).
XmlTree parse_xml(std::string_view text);

}  // namespace answers
