#include "corpus/html/page_pieces.h"

#include "corpus/characters/characters.h"

#include <algorithm>

namespace answers {
namespace {

/// Where the tag or comment that hides what stands in it ends; `at` for any other.
std::size_t behind_hidden(std::string_view html, std::size_t at) {
  const std::string_view rest = html.substr(at);
  const bool is_comment = rest.starts_with("<!--");
  if (!is_comment && !starts_with_ignoring_case(rest, "<script")) return at;
  std::size_t end = html.find(is_comment ? "-->" : "</", at + 1);
  while (!is_comment && end != html.npos &&
         !starts_with_ignoring_case(html.substr(end), "</script"))
    end = html.find("</", end + 1);
  return std::min(end, html.size());
}

/// `piece` of `page`, behind as many line ends as stand before it.
std::string text_of(std::string_view page, std::string_view piece) {
  const std::string_view before =
      page.substr(0, static_cast<std::size_t>(piece.data() - page.data()));
  if (before.empty()) return {};
  std::string text(static_cast<std::size_t>(std::ranges::count(before, '\n')), '\n');
  return text.append(piece);
}

}  // namespace

std::vector<std::string_view> pieces_of(std::string_view html) {
  constexpr std::size_t long_enough = 1 << 20;
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  std::size_t tags = 0;
  std::size_t at = html.find('<');
  for (; at < html.size() && tags < most_tags; at = html.find('<', at + 1), ++tags) {
    at = behind_hidden(html, at);
    const std::string_view rest = html.substr(at);
    if (has_too_many_attributes(rest)) break;
    const bool is_heading =
        rest.size() > 2 && (rest[1] == 'h' || rest[1] == 'H') && rest[2] >= '1' && rest[2] <= '6';
    if (!is_heading || at - begin < long_enough) continue;
    pieces.push_back(html.substr(begin, at - begin));
    begin = at;
    tags = 0;
  }
  pieces.push_back(html.substr(begin, at == html.npos ? html.npos : at - begin));
  return pieces;
}

ParsedPiece::ParsedPiece(std::string_view page, std::string_view piece)
    : text_(text_of(page, piece)), tree_(text_.empty() ? piece : std::string_view(text_)) {}

}  // namespace answers
