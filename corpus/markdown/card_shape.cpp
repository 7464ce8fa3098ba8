#include "corpus/markdown/card_shape.h"

#include "corpus/characters/byte_set.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/sixteen_bytes.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/tool_marks.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace answers::markdown {
namespace {

/// Whether `text` has a tag of its own for cards: "#flashcards/physics", "#card".
std::size_t card_tag(std::string_view text) {
  if (const std::size_t link = text.find("[[card]]"); link != std::string_view::npos)
    return link > 0 && text[link - 1] == '#' ? link - 1 : link;
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\t' && text[at - 1] != '[') continue;
    const char first = at + 1 < text.size() ? static_cast<char>(text[at + 1] | 0x20) : '\0';
    if (first != 'f' && first != 'c' && first != 'a') continue;
    const std::string lower = lower_ascii(text.substr(at + 1, 16));
    for (const std::string_view name : {"flashcards", "flashcard", "cards", "card", "anki"}) {
      if (!lower.starts_with(name)) continue;
      const std::string_view behind = std::string_view(lower).substr(name.size());
      if (behind.empty() || behind[0] == ' ' || behind[0] == '/' || behind[0] == ']' ||
          behind[0] == '\n')
        return at;
      break;
    }
  }
  return std::string_view::npos;
}

bool speaks_of_cards(const Document& document, Range range) {
  const std::string front = lower_ascii(document.front_matter());
  if (const std::size_t tags = front.find("tags");
      tags != std::string::npos && front.find("card", tags) != std::string::npos)
    return true;
  const auto may_be_tag = [](const Sixteen& sign, const Sixteen& next) {
    return ((sign == '#') &
            (((next | 0x20) == 'f') | ((next | 0x20) == 'c') | ((next | 0x20) == 'a'))) |
           ((sign == '[') & (next == '['));
  };
  const std::string_view text = document.text().text;
  std::size_t line = range.first;
  for (std::size_t at = find_pair(text, document.byte(line), may_be_tag); at < text.size();
       at = find_pair(text, document.byte(line), may_be_tag)) {
    line = document.line_at(at);
    if (line >= range.last) break;
    if (!document.is_code(line) && card_tag(document.whole(line)) != std::string_view::npos)
      return true;
    ++line;
  }
  return false;
}

/// Where "::" or ";;" outside of code spans parts a line, and how many signs it has: 2 or 3. {npos,
/// 0} when nothing does.
std::pair<std::size_t, std::size_t> separator(std::string_view line) {
  constexpr std::pair<std::size_t, std::size_t> nowhere{std::string_view::npos, 0};
  if (line.find("::") == std::string_view::npos && line.find(";;") == std::string_view::npos)
    return nowhere;
  bool code = false;
  for (std::size_t at = 0; at + 1 < line.size(); ++at) {
    const char sign = line[at];
    if (sign == '`') code = !code;
    if (code || (sign != ':' && sign != ';') || line[at + 1] != sign) continue;
    std::size_t end = at;
    while (end < line.size() && line[end] == sign) ++end;
    if (end - at > 3 || is_blank(line.substr(0, at)) || is_blank(line.substr(end))) return nowhere;
    return {at, end - at};
  }
  return nowhere;
}

/// The same for " >> " (RemNote), on both sides of which something stands.
std::pair<std::size_t, std::size_t> remnote_separator(std::string_view line) {
  constexpr std::string_view mark = " >> ";
  const std::size_t at = line.find(mark);
  if (at == std::string_view::npos || is_blank(line.substr(0, at)) ||
      is_blank(line.substr(at + mark.size())) ||
      std::ranges::count(line.substr(0, at), '`') % 2 != 0)
    return {std::string_view::npos, 0};
  return {at, mark.size()};
}

/// A text with Logseq's gaps, "A {{cloze bowline}} holds.", as a question with "[…]" and its
/// answer. Empty where it has none.
std::pair<std::string, std::string> gaps_of(std::string_view text) {
  constexpr std::string_view mark = "{{cloze ";
  std::pair<std::string, std::string> card;
  bool found = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find(mark, at);
    const std::size_t end = begin == std::string_view::npos ? begin : text.find("}}", begin);
    if (end == std::string_view::npos) {
      card.first += text.substr(at);
      card.second += text.substr(at);
      break;
    }
    card.first.append(text.substr(at, begin - at)).append("[…]");
    card.second.append(text.substr(at, begin - at));
    card.second += text.substr(begin + mark.size(), end - begin - mark.size());
    at = end + 2;
    found = true;
  }
  if (!found) card = {};
  return card;
}

/// Whether "Front:", "**Front**:" stands somewhere.
bool names_side(std::string_view text) {
  static constexpr ByteSet marks("*_ ");
  constexpr std::string_view name = "front";
  const auto begins = [](const Sixteen& letter, const Sixteen& next) {
    return ((letter | 0x20) == 'f') & ((next | 0x20) == 'r');
  };
  for (std::size_t at = find_pair(text, 0, begins); at < text.size();
       at = find_pair(text, at + 1, begins)) {
    if (!starts_with_ignoring_case(text.substr(at), name)) continue;
    const std::size_t behind = marks.first_beyond(text, at + name.size());
    if (behind < text.size() && text[behind] == ':') return true;
  }
  return false;
}

class Cards {
 public:
  Cards(const Document& document, Range range) : document_(document), range_(range) {}

  void find_in_lines(bool tagged, std::vector<Found>& all) const {
    std::vector<Found> cards;
    std::size_t asking = 0;
    const std::string_view text = document_.text().text;
    std::size_t mark = 0;  // the next one that may part a card
    for (std::size_t line = range_.first; line < range_.last; ++line) {
      if (mark < document_.byte(line))
        mark = find_pair(text, document_.byte(line), [](const Sixteen& one, const Sixteen& next) {
          return (one == next) & ((one == ':') | (one == ';') | (one == '>'));
        });
      if (mark >= document_.byte(line + 1)) continue;
      const Line& here = document_[line];
      if (here.code != Code::no || (here.kind != Kind::text && here.kind != Kind::list_item))
        continue;
      const std::string_view content = document_.content(line);
      if (stands_among_properties(line)) continue;
      auto [at, size] = separator(content);
      if (size == 0) std::tie(at, size) = remnote_separator(content);
      if (size == 0) continue;
      const bool asks = ends_in_question_mark(content.substr(0, at));
      if (!tagged && !asks) continue;
      asking += asks ? 1U : 0U;
      Found found;
      found.begin = document_.byte(line);
      found.title = content.substr(0, at);
      found.answer = trimmed(content.substr(at + size));
      found.rest = found.end = document_.byte(line + 1);
      cards.push_back(std::move(found));
    }
    if (!tagged && asking < 2) return;
    add(std::move(cards), all);
  }

  /// Whether a line is a property of an outliner, or is written like one beside one that is known.
  bool stands_among_properties(std::size_t line) const {
    const std::string_view content = document_.content(line);
    if (is_outliner_property(content)) return true;
    const std::size_t name = content.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_");
    if (name == 0 || name == std::string_view::npos || !content.substr(name).starts_with(":: "))
      return false;
    return (line > range_.first && is_outliner_property(document_.content(line - 1))) ||
           (line + 1 < range_.last && is_outliner_property(document_.content(line + 1)));
  }

  /// Paragraphs with a lone "?" between question and answer.
  void find_parted(bool tagged, std::vector<Found>& all) const {
    std::vector<Found> cards;
    const std::string_view text = document_.text().text;
    std::size_t mark = 0;  // the next one
    for (std::size_t line = range_.first + 1; line + 1 < range_.last; ++line) {
      if (mark < document_.byte(line))
        mark = std::min(text.find('?', document_.byte(line)), text.size());
      if (mark >= document_.byte(line + 1)) continue;
      const std::string_view whole = trimmed(document_.whole(line));
      if ((whole != "?" && whole != "??") || document_.is_code(line)) continue;
      std::size_t first = line;
      while (first > range_.first && (is_text(first - 1) || document_.is_code(first - 1) ||
                                      document_[first - 1].kind == Kind::fence))
        --first;
      // A blank line ends it, but not in a fence.
      std::size_t last = line + 1;
      while (last < range_.last &&
             (document_.is_code(last) ||
              (document_[last].kind != Kind::blank && document_[last].kind != Kind::rule)))
        ++last;
      if (first == line || last == line + 1) continue;
      Found found;
      found.begin = document_.byte(first);
      // A fence in the question is its body.
      std::size_t fence = first;
      while (fence < line && document_[fence].kind != Kind::fence) ++fence;
      const std::size_t title_end = document_.byte(fence > first ? fence : line);
      found.title = text.substr(found.begin, title_end - found.begin);
      found.body = text.substr(title_end, document_.byte(line) - title_end);
      found.rest = document_.byte(line + 1);
      found.end = document_.byte(last);
      cards.push_back(std::move(found));
      line = last - 1;
    }
    if (tagged || cards.size() >= 2) add(std::move(cards), all);
  }

  /// "question #card" with the answer below, until a blank line or, in a list, the next item.
  void find_tagged(std::vector<Found>& all) const {
    std::vector<Found> cards;
    for (std::size_t line = range_.first; line < range_.last; ++line) {
      if (document_.is_code(line) || document_[line].kind == Kind::blank) continue;
      const std::string_view content = document_.content(line);
      const std::size_t tag = card_tag(content);
      if (tag == std::string_view::npos) continue;
      const bool item = document_[line].kind == Kind::list_item;
      // The tag may stand before an item's text as well; that of the whole file stands alone.
      std::string_view title = content.substr(0, tag);
      if (is_blank(title) && item)
        title = content.substr(std::min(content.find_first_of(" \t", tag), content.size()));
      if (is_blank(title)) continue;
      const bool heading = document_[line].kind == Kind::heading;
      std::size_t last = line + 1;
      for (; last < range_.last; ++last) {
        const Line& below = document_[last];
        if (item ? below.kind != Kind::blank && below.indent <= document_[line].indent
                 : below.kind == Kind::heading || below.kind == Kind::rule ||
                       (below.kind == Kind::blank && !heading && last > line + 1))
          break;
        if (card_tag(document_.content(last)) != std::string_view::npos) break;
      }
      Found found;
      found.begin = document_.byte(line);
      found.title = title;
      found.rest = document_.byte(line + 1);
      found.end = document_.byte(last);
      const bool nothing_below = is_blank(
          std::string_view(document_.text().text).substr(found.rest, found.end - found.rest));
      if (auto [asked, answer] = gaps_of(title); !asked.empty()) {
        found.question = std::move(asked);
        found.answer = std::move(answer);
      } else if (nothing_below) {
        continue;
      }
      if (item) found.indent = document_[line].indent + 2U;
      if (heading) {  // the tag of its chapter, unless it asks
        if (!ends_in_question_mark(found.title)) continue;
      }
      cards.push_back(std::move(found));
      line = last - 1;
    }
    add(std::move(cards), all);
  }

  /// START, a note type, the front, "Back: …", END, each on a line (Obsidian_to_Anki); or all of it
  /// between STARTI and ENDI.
  void find_blocks(std::vector<Found>& all) const {
    std::vector<Found> cards;
    for (std::size_t line = range_.first; line < range_.last; ++line) {
      const std::string_view whole = trimmed(document_.whole(line));
      if (document_.is_code(line) || !whole.starts_with("START")) continue;
      std::size_t last = line;
      std::string text;
      if (whole.starts_with("STARTI [") && whole.ends_with("ENDI")) {
        text = whole.substr(std::min(whole.find(']'), whole.size() - 5) + 1);
        text.resize(text.size() - std::string_view("ENDI").size());
        if (const std::size_t back = text.find(" Back: "); back != std::string::npos)
          text[back] = '\n';
      } else if (whole == "START") {
        last = line + 2;  // behind the type
        while (last < range_.last && trimmed(document_.whole(last)) != "END") {
          const std::string_view each = document_.whole(last);
          if (!each.starts_with("Tags:") && !each.starts_with("<!--ID"))
            text.append(each).append("\n");
          ++last;
        }
        if (last >= range_.last) break;
      }
      const std::size_t back = text.find("\nBack:");
      if (back == std::string::npos) continue;
      std::string_view front = trimmed(std::string_view(text).substr(0, back));
      if (front.starts_with("Front:")) front = trimmed(front.substr(6));
      const std::string_view answer = trimmed(std::string_view(text).substr(back + 6));
      if (front.empty() || answer.empty()) continue;
      Found found;
      found.begin = document_.byte(line);
      found.question = std::string(front);
      found.answer = std::string(answer);
      found.rest = found.end = document_.byte(last + 1);
      cards.push_back(std::move(found));
      line = last;
    }
    add(std::move(cards), all);
  }

  /// "Front: …" with "Back: …" as the next paragraph or item.
  void find_sided(std::vector<Found>& all) const {
    std::vector<Found> cards;
    for (std::size_t line = range_.first; line < range_.last; ++line) {
      const std::string_view front = behind_name(line, "front");
      if (front.empty()) continue;
      std::size_t below = line + 1;
      while (below < range_.last && is_text(below) && behind_name(below, "back").empty()) ++below;
      const std::size_t front_end = below;
      below = document_.skip_blank(below, range_.last);
      if (below >= range_.last) break;
      const std::string_view back = behind_name(below, "back");
      if (back.empty()) continue;
      const std::string_view text = document_.text().text;
      Found found;
      found.begin = document_.byte(line);
      const auto begin = static_cast<std::size_t>(front.data() - text.data());
      found.title = text.substr(begin, document_.byte(front_end) - begin);
      found.rest = static_cast<std::size_t>(back.data() - text.data());
      const bool items = document_[below].kind == Kind::list_item;
      std::size_t last = below + 1;
      for (; last < range_.last; ++last) {
        const Line& here = document_[last];
        if (here.code != Code::no) continue;
        if (here.kind == Kind::heading || here.kind == Kind::rule) break;
        if (items && (here.kind == Kind::list_item ? here.indent <= document_[below].indent
                                                   : here.indent == 0 && here.kind == Kind::text))
          break;
        if (!behind_name(last, "front").empty()) break;
      }
      found.end = document_.byte(last);
      if (items) found.indent = document_[below].indent + 2U;
      // "- Tags: a, b": what else is said of the card.
      for (; items && last < range_.last && document_[last].kind == Kind::list_item; ++last) {
        const std::string_view field = document_.content(last);
        const std::size_t colon = field.find(": ");
        if (colon == std::string_view::npos || !behind_name(last, "front").empty()) break;
        found.fields.emplace_back(trimmed(field.substr(0, colon)),
                                  trimmed(field.substr(colon + 2)));
      }
      cards.push_back(std::move(found));
      line = last - 1;
    }
    if (cards.size() >= 2) add(std::move(cards), all);
  }

 private:
  /// What stands behind "Front:" or "**Back:** ", of its line; empty when the line begins
  /// otherwise.
  std::string_view behind_name(std::size_t line, std::string_view name) const {
    const Line& here = document_[line];
    if (here.code != Code::no || (here.kind != Kind::text && here.kind != Kind::list_item))
      return {};
    std::string_view content = document_.content(line);
    content.remove_prefix(std::min(content.find_first_not_of("*_"), content.size()));
    if (!starts_with_ignoring_case(content, name)) return {};
    content.remove_prefix(name.size());
    content.remove_prefix(std::min(content.find_first_not_of("*_ "), content.size()));
    if (!content.starts_with(':')) return {};
    content.remove_prefix(std::min(content.find_first_not_of(":*_ \t"), content.size()));
    return content;
  }

  bool is_text(std::size_t line) const {
    const Line& here = document_[line];
    return here.code == Code::no && (here.kind == Kind::text || here.kind == Kind::list_item) &&
           !document_.content(line).starts_with('#');
  }

  static void add(std::vector<Found> cards, std::vector<Found>& all) {
    for (Found& card : cards) all.push_back(std::move(card));
  }

  const Document& document_;
  Range range_;
};

}  // namespace

void add_cards(const Document& document, std::vector<Candidate>& candidates) {
  const Range range{document.body_line(), document.count()};
  const bool tagged = speaks_of_cards(document, range);
  const Cards cards(document, range);
  std::vector<Found> questions;
  // Most files hold none of the marks that a kind of cards needs.
  const std::string_view text = document.text().text;
  const auto has = [text](std::string_view mark) { return text.find(mark) != text.npos; };
  if (has("START")) cards.find_blocks(questions);
  if (has("::") || has(";;") || has(">> ")) cards.find_in_lines(tagged, questions);
  if (has("?\n")) cards.find_parted(tagged, questions);
  if (names_side(text)) cards.find_sided(questions);
  if (tagged) cards.find_tagged(questions);
  // Two cards may not share a line.
  std::ranges::stable_sort(questions, {}, &Found::begin);
  std::size_t end = 0;
  for (Found& found : questions) {
    if (found.begin < end) continue;
    end = found.end;
    Block block =
        block_of(BlockKind::card, found,
                 how_asks(plain_inline(found.question.empty() ? found.title : found.question)));
    block.told = true;
    candidates.push_back({block, std::move(found)});
  }
}

}  // namespace answers::markdown
