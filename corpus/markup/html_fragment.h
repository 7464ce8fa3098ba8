#pragma once

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {

/// A node of the tree that an HtmlFragment holds.
struct HtmlNode {
  enum class Kind : unsigned char { element, text, comment };

  Kind kind = Kind::element;
  GumboTag tag = GUMBO_TAG_UNKNOWN;       ///< of an element
  std::string_view text{};                ///< of text (decoded) or a comment
  const HtmlNode* first_child = nullptr;  ///< of an element
  const HtmlNode* next = nullptr;         ///< its next sibling
  std::size_t first_attribute = 0;        ///< in the fragment's list of attributes
  std::size_t attributes = 0;             ///< how many of them are its own
};

/// A piece of HTML as programs write it (posts of a forum, fields of a card): every element closed
/// where it should be, plain formatting tags and entities alone. For these the rules of HTML 5 come
/// to a simple stack, and the tree is made some twenty times faster than by a parser that knows
/// them all; it is the same tree that such a parser makes (a test compares).
class HtmlFragment {
 public:
  /// nullopt when it takes a real parser to say what `html` means. Views into `html`: it must
  /// outlive the fragment. O(length).
  static std::optional<HtmlFragment> parse(std::string_view html);

  /// <html>, which holds <body> alone.
  const HtmlNode* root() const { return nodes_.data(); }
  /// The value of an attribute of `node`; empty when it has none. Knows alt, class, href, src,
  /// start and value.
  std::string_view attribute(const HtmlNode* node, std::string_view name) const;

 private:
  class Parser;
  struct Attribute {
    std::string_view name{};
    std::string_view value{};
  };

  std::vector<HtmlNode> nodes_{};  // never grows beyond what is reserved: nodes point at each other
  std::vector<Attribute> attributes_{};
  std::string decoded_{};  // text and values that entities stood in; never grows either
};

}  // namespace answers
