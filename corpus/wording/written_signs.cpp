#include "corpus/wording/written_signs.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/references.h"
#include "corpus/characters/sixteen_bytes.h"
#include "corpus/wording/code_spans.h"

#include <cstddef>
#include <string_view>

namespace answers {
namespace {

/// Calls `visit` with the parts of a text that are no code, and `skip` with those that are.
template <typename Visit, typename Skip>
void outside_code(std::string_view text, Visit visit, Skip skip) {
  UnclosedRuns unclosed{};
  for (std::size_t at = 0; at < text.size();) {
    std::size_t code = at;
    while (code < text.size() && text[code] != '`' && text[code] != '~') ++code;
    if (code > at) visit(text.substr(at, code - at));
    if (code == text.size()) return;
    at = behind_code(text, code, unclosed);
    skip(text.substr(code, at - code));
  }
}

/// Whether backslashes outside of code stand before letters or digits somewhere: those of
/// mathematics, of patterns, of paths.
bool means_backslashes(std::string_view text) {
  bool means = text.find('$') != std::string_view::npos;  // formulas
  outside_code(
      text,
      [&means](std::string_view part) {
        for (std::size_t at = part.find('\\'); at != std::string_view::npos;
             at = part.find('\\', at + 2)) {
          means = means || at + 1 == part.size() || is_word_byte(part[at + 1]) ||
                  std::string_view("()[]\\\"' \t").find(part[at + 1]) != std::string_view::npos;
        }
      },
      [](std::string_view) {});
  return means;
}

/// Whether the sign would mean something to Markdown where it stands, were there no backslash.
bool needs_backslash(char sign, std::string_view before) {
  if (sign == '<' || sign == '`' || sign == '|') return true;
  return (sign == '#' || sign == '-' || sign == '+' || sign == '>' || sign == '=') &&
         begins_line(before, " \t");
}

void resolve_part(std::string_view part, bool backslashes, std::string& out) {
  for (std::size_t at = 0; at < part.size(); ++at) {
    const std::size_t plain = at;
    at = find_byte(part, at, [](const Sixteen& bytes) { return (bytes == '&') | (bytes == '\\'); });
    out += part.substr(plain, at - plain);
    if (at == part.size()) return;
    const char byte = part[at];
    // What converters put a backslash before; "\\%" and "\\," are others'.
    constexpr std::string_view escaped = "#+-.!*_=~><`|";
    if (byte == '\\' && backslashes && at + 1 < part.size() &&
        escaped.find(part[at + 1]) != std::string_view::npos) {
      if (needs_backslash(part[at + 1], out)) out += byte;
      out += part[++at];
      continue;
    }
    if (byte != '&') {
      out += byte;
      continue;
    }
    const auto found = leading_reference(part.substr(at));
    if (!found) {
      out += byte;
      continue;
    }
    const std::string_view rest = part.substr(at + found->size);
    const char next = rest.empty() ? '\0' : rest[0];
    const bool tag =
        found->text == "<" && (is_letter(next) || next == '/' || next == '!' || next == '?');
    const bool reference = found->text == "&" && (is_letter(next) || next == '#') &&
                           rest.substr(0, 34).find(';') != std::string_view::npos;
    const bool emphasis = found->text == "*" || found->text == "_" || found->text == "`";
    if (tag) {
      out += "\\<";
    } else if (reference) {
      out += part.substr(at, found->size);
    } else {
      if (emphasis) out += '\\';
      out += found->text == "\u00A0" ? std::string_view(" ") : found->text;
    }
    at += found->size - 1;
  }
}

}  // namespace

void resolve_written_signs(std::string& markdown) {
  const bool references = markdown.find('&') != std::string::npos;
  if (!references && markdown.find('\\') == std::string::npos) return;
  const bool backslashes = !means_backslashes(markdown);
  if (!references && !backslashes) return;
  std::string resolved;
  resolved.reserve(markdown.size());
  outside_code(
      markdown, [&](std::string_view part) { resolve_part(part, backslashes, resolved); },
      [&resolved](std::string_view code) { resolved += code; });
  markdown = std::move(resolved);
}

}  // namespace answers
