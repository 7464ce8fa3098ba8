#include "indexer/analysis/operator_signs.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace answers {
namespace {

/// Signs that operators are made of.
bool is_operator_sign(char c) {
  return std::string_view("=!<>&|?:+-*/%^~.").find(c) != std::string_view::npos;
}

/// Those and what stands for something where it is quoted: every sign of a text is looked up.
constexpr std::array<bool, 256> quotable_signs = [] {
  std::array<bool, 256> signs{};
  for (const char c : std::string_view("=!<>&|?:+-*/%^~.$#@\\"))
    signs[static_cast<unsigned char>(c)] = true;
  return signs;
}();

}  // namespace

bool is_quotable_sign(char c) { return quotable_signs[static_cast<unsigned char>(c)]; }

std::string_view signs_at(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 4;
  const char before = at == 0 ? ' ' : text[at - 1];
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  const auto is_quote = [](char c) { return c == '`' || c == '"' || c == '\''; };
  if (!is_blank(before) && !is_quote(before) && before != '(') return {};
  std::size_t end = at;
  while (end < text.size() && end - at <= longest && is_quotable_sign(text[end])) ++end;
  const char after = end < text.size() ? text[end] : ' ';
  if (is_quote(before) && after == before) {
    return end - at <= longest ? text.substr(at, end - at) : std::string_view{};
  }
  if (!is_blank(after) && after != ')' && after != ',' && after != ';') return {};
  std::string_view signs = text.substr(at, end - at);
  const bool ends_sentence =
      signs.size() > 2 && std::string_view("?.!:").find(signs.back()) != std::string_view::npos &&
      signs[signs.size() - 2] != signs.back();
  if (ends_sentence) signs.remove_suffix(1);
  if (signs.size() < 2 || signs.size() > longest || !std::ranges::all_of(signs, is_operator_sign))
    return {};
  const bool all_alike = signs.find_first_not_of(signs.front()) == std::string_view::npos;
  const bool begins_line = at > 0 && before == '\n';
  const bool ends_line = end == text.size() || after == '\n' || after == '\r';
  if (begins_line && (ends_line || signs.front() == '>')) return {};  // a rule, a prompt
  if (all_alike && std::string_view("-.*~/+").find(signs.front()) != std::string_view::npos)
    return {};
  const bool exclaims = signs.find_first_not_of("?!") == std::string_view::npos;
  if (exclaims && at > 0 && text.find_first_not_of(" \n\t\r", end) == std::string_view::npos)
    return {};
  return signs;
}

}  // namespace answers
