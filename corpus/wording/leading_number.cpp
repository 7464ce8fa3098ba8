#include "corpus/wording/leading_number.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/wording/asking.h"

#include <algorithm>
#include <initializer_list>

namespace answers {
namespace {

/// A digit of ASCII or full width; how many bytes it has.
std::size_t digit_at(std::string_view text) {
  if (text.empty()) return 0;
  if (is_digit(text[0])) return 1;
  if (text.size() >= 3 && text.starts_with("\xEF\xBC") &&
      static_cast<unsigned char>(text[2]) >= 0x90 && static_cast<unsigned char>(text[2]) <= 0x99)
    return 3;
  return 0;
}

std::size_t sign_at(std::string_view text, std::initializer_list<std::string_view> signs) {
  if (text.empty()) return 0;
  for (const std::string_view sign : signs) {
    if (text.front() == sign.front() && text.starts_with(sign)) return sign.size();
  }
  return 0;
}

}  // namespace

LeadingNumber leading_number(std::string_view text) {
  if (text.empty() || is_letter(text.front())) return {};
  std::size_t at = sign_at(text, {"(", "（", "[", "#", "№"});
  const bool bracketed = at > 0;
  while (at < text.size() && text[at] == ' ' && bracketed) ++at;
  const std::size_t begin = at;
  std::size_t components = 0;
  char joint = '\0';
  for (;;) {
    std::size_t digits = 0;
    while (const std::size_t bytes = digit_at(text.substr(at))) {
      at += bytes;
      if (++digits > 4) return {};
    }
    if (digits == 0) return {};
    ++components;
    if (at + 1 < text.size() && (text[at] == '.' || text[at] == '-') &&
        digit_at(text.substr(at + 1)) > 0 && components < 6) {
      joint = text[at];
      ++at;
      continue;
    }
    break;
  }
  if (at + 1 < text.size() && is_letter(text[at]) && !is_letter(text[at + 1]) &&
      (text[at + 1] == '.' || text[at + 1] == ')'))
    ++at;
  // "892.32位": the first number alone is the list's.
  if (components == 2 && joint == '.' && at < text.size() && (text[at] & 0x80) != 0 &&
      sign_at(text.substr(at), {"）", "、", "．", "。", "：", "\xC2\xA0", "\xE3\x80\x80"}) == 0)
    at = text.find('.', begin);
  // "8 . What"
  if (text.substr(at).starts_with(" . ") || text.substr(at).starts_with(" ) ")) {
    return {text.substr(begin, at - begin), at + 2};
  }
  const std::string_view number = text.substr(begin, at - begin);
  std::string_view rest = text.substr(at);
  std::size_t mark = sign_at(rest, {".", ")", "）", "、", "．", "。", "]", ":", "："});
  // "1️⃣ What"; "1- What", but "10- 20".
  if (mark == 0) mark = sign_at(rest, {"\xEF\xB8\x8F\xE2\x83\xA3", "\xE2\x83\xA3"});
  if (mark == 0 && components == 1 && number.size() < 4 && rest.starts_with("- ") &&
      digit_at(trimmed(rest.substr(1))) == 0)
    mark = 1;
  const auto left = [&](std::size_t behind) {
    return is_blank(text.substr(behind)) ? LeadingNumber{} : LeadingNumber{number, behind};
  };
  if (mark > 0) {
    const std::string_view behind = rest.substr(mark);
    // "1:1", "3.x": no number of a list.
    if (rest[0] == ':' && !behind.starts_with(' ')) return {};
    if (rest[0] == '.' && !behind.empty() && (behind[0] == 'x' || behind[0] == 'X') &&
        (behind.size() == 1 || !is_letter_or_digit(behind[1])))
      return {};
    if (rest[0] == '.' && behind.starts_with(")")) ++mark;
    return left(at + mark);
  }
  if (rest.empty()) return {};
  // "42-What is a keel?"
  if (components == 1 && rest[0] == '-' && rest.size() > 1 && is_letter(rest[1]) &&
      how_asks(rest.substr(1, rest.find('?') - 1)) >= Asking::clause)
    return left(at + 1);
  const bool blank = rest[0] == ' ' || rest[0] == '\t' || rest.starts_with("\xC2\xA0") ||
                     rest.starts_with("\xE3\x80\x80");
  if (!blank) return {};
  const std::string_view next = trimmed(rest);
  if (next.empty()) return {};
  const bool non_ascii = (next.front() & 0x80) != 0;
  if (bracketed && text[0] == '#') return left(at);
  if (sign_at(next, {"- ", "– ", "— ", "| "}) > 0)
    return left(static_cast<std::size_t>(next.data() - text.data()) +
                sign_at(next, {"-", "–", "—", "|"}));
  const bool wide_gap = rest.starts_with("  ");
  if (components >= 3 ||
      (components == 2 &&
       (non_ascii || wide_gap || (joint == '.' && next.front() >= 'A' && next.front() <= 'Z'))))
    return left(at);
  return {};
}

std::size_t leading_ordinal(std::string_view text) {
  constexpr std::size_t longest = 5;  // "xviii"
  const std::size_t open = text.starts_with('(') ? 1 : 0;
  const std::size_t end = text.find_first_not_of("IVX", open);
  const std::size_t small_end = text.find_first_not_of("ivx", open);
  if (end == std::string_view::npos || small_end == std::string_view::npos) return 0;
  std::size_t at = std::max(end, small_end);
  const bool roman = at > open && at - open <= longest;
  if (!roman) at = open + 1;
  if (at + 1 >= text.size() || text[at + 1] != ' ' || is_blank(text.substr(at + 1))) return 0;
  const bool marked = text[at] == ')' || (open == 0 && roman && text[at] == '.');
  return marked && is_letter(text[open]) ? at + 2 : 0;
}

std::size_t leading_chinese_number(std::string_view text) {
  constexpr std::size_t most = 4;  // signs: "二十一"
  std::size_t at = 0;
  for (std::size_t signs = 0; signs < most; ++signs) {
    const std::size_t size = sign_at(
        text.substr(at), {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百"});
    if (size == 0) break;
    at += size;
  }
  const std::size_t mark = at == 0 ? 0 : sign_at(text.substr(at), {"、", "．"});
  return mark == 0 || is_blank(text.substr(at + mark)) ? 0 : at + mark;
}

std::size_t roman_value(std::string_view numeral) {
  constexpr std::size_t longest = 7;  // "xxxviii"
  if (numeral.size() > longest) return 0;
  std::size_t value = 0;
  std::size_t before = 10;  // of the sign before
  for (const char sign : numeral) {
    const char upper = is_upper(numeral.front()) ? sign : static_cast<char>(sign - ('a' - 'A'));
    const std::size_t one = upper == 'I' ? 1 : upper == 'V' ? 5 : upper == 'X' ? 10 : 0;
    if (one == 0) return 0;
    // "IV": what stands before a larger sign was added and is to be taken away.
    value += one > before ? one - 2 * before : one;
    before = one;
  }
  return value;
}

}  // namespace answers
