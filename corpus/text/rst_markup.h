#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace answers {

/// ".. name:: argument".
struct RstDirective {
  std::string_view name{};  ///< empty: the line is none
  std::string_view argument{};
};
RstDirective rst_directive(std::string_view line);

/// The addresses that a document gives names to (".. _name: https://…"), by name in lower case.
using RstTargets = std::unordered_map<std::string, std::string>;

/// What `line` names an address, added to `targets`; what is said first counts.
void add_rst_target(std::string_view line, RstTargets& targets);

/// The text of a title without inline markup; ``code`` becomes `code`.
std::string plain_rst(std::string_view rst);

/// A part of a document as Markdown: code blocks, doctests and tables as fences, notes with their
/// name, titles as headings, links with their addresses (those of `targets`, too), roles as code or
/// as their text. Indents stay. O(length).
std::string rst_to_markdown(std::string_view rst, const RstTargets& targets);

}  // namespace answers
