#include "corpus/characters/references.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/encoding.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>
#include <unordered_map>

namespace answers {
namespace {

constexpr std::size_t longest = 34;  // bytes: &CounterClockwiseContourIntegral;

/// What a name stands for; empty where it is none. gumbo knows all 2,231 of the standard's, and is
/// asked once for each.
std::string named(std::string_view reference) {
  GumboOutput* const page =
      gumbo_parse_with_options(&kGumboDefaultOptions, reference.data(), reference.size());
  if (page == nullptr) return {};
  std::string text;
  // <html><head/><body>text</body></html>
  const GumboVector& children = page->root->v.element.children;
  const auto* const body =
      children.length > 1 ? static_cast<const GumboNode*>(children.data[1]) : nullptr;
  if (body != nullptr && body->type == GUMBO_NODE_ELEMENT && body->v.element.children.length == 1) {
    const auto* const only = static_cast<const GumboNode*>(body->v.element.children.data[0]);
    if (only->type == GUMBO_NODE_TEXT || only->type == GUMBO_NODE_WHITESPACE)
      text = only->v.text.text;
  }
  gumbo_destroy_output(&kGumboDefaultOptions, page);
  // A name that is unknown, or one known without ';' before others ("&notit;"), stays as written.
  return text.ends_with(';') && reference != "&semi;" ? std::string() : text;
}

const std::string& remembered(std::string_view reference) {
  static const std::string none;
  constexpr std::size_t most = 4000;  // names, more than there are
  thread_local std::unordered_map<std::string, std::string> known;
  if (const auto found = known.find(std::string(reference)); found != known.end())
    return found->second;
  if (known.size() >= most) return none;
  return known.emplace(reference, named(reference)).first->second;
}

std::optional<std::string> numbered(std::string_view digits) {
  int base = 10;
  if (digits.starts_with('x') || digits.starts_with('X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (digits.empty() || end != digits.data() + digits.size()) return std::nullopt;
  if (error != std::errc() || number == 0) number = 0xFFFD;
  std::string text;
  if (number >= 0x80 && number < 0xA0) {
    const auto byte = static_cast<char>(number);
    append_windows_1252(text, {&byte, 1});
  } else if (number < 0x20 && number != '\n' && number != '\t') {
    text = " ";  // a control
  } else {
    append_utf8(text, number);
  }
  return text;
}

}  // namespace

std::optional<Reference> leading_reference(std::string_view text) {
  if (text.size() < 4 || text[0] != '&') return std::nullopt;
  std::size_t end = text[1] == '#' ? 2 : 1;
  while (end < text.size() && end < longest && is_letter_or_digit(text[end])) ++end;
  if (end >= text.size() || text[end] != ';') return std::nullopt;
  const std::string_view inner = text.substr(1, end - 1);
  Reference found{end + 1, {}};
  if (inner.starts_with('#')) {
    auto character = numbered(inner.substr(1));
    if (!character) return std::nullopt;
    found.text = *std::move(character);
    return found;
  }
  found.text = remembered(text.substr(0, end + 1));
  if (found.text.empty()) return std::nullopt;
  return found;
}

std::string without_references(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t sign = std::min(text.find('&', at), text.size());
    plain += text.substr(at, sign - at);
    at = sign;
    if (at == text.size()) break;
    const auto found = leading_reference(text.substr(at));
    if (found) {
      plain += found->text == "\u00A0" ? std::string_view(" ") : found->text;
    } else {
      plain += '&';
    }
    at += found ? found->size : 1;
  }
  return plain;
}

}  // namespace answers
