#include "corpus/characters/entities.h"

#include <algorithm>
#include <iterator>

namespace answers {
namespace {

constexpr Entity entities[] = {
    {"&amp;", "&"},    {"&lt;", "<"},    {"&gt;", ">"},    {"&quot;", "\""}, {"&apos;", "'"},
    {"&#39;", "'"},    {"&nbsp;", " "},  {"&ndash;", "–"}, {"&mdash;", "—"}, {"&hellip;", "…"},
    {"&lsquo;", "‘"},  {"&rsquo;", "’"}, {"&ldquo;", "“"}, {"&rdquo;", "”"}, {"&times;", "×"},
    {"&rarr;", "→"},   {"&copy;", "©"},  {"&#124;", "|"},  {"&#x27;", "'"},  {"&#96;", "`"},
    {"&ensp;", " "},   {"&emsp;", " "},  {"&num;", "#"},   {"&vert;", "|"},  {"&#039;", "'"},
    {"&eacute;", "é"}, {"&ouml;", "ö"},  {"&uuml;", "ü"},  {"&auml;", "ä"},  {"&deg;", "°"},
};

}  // namespace

const Entity* leading_entity(std::string_view text) {
  const auto* const found = std::ranges::find_if(
      entities, [text](const Entity& one) { return text.starts_with(one.name); });
  return found == std::end(entities) ? nullptr : found;
}

}  // namespace answers
