#include "corpus/wording/answer_text.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/sixteen_bytes.h"
#include "corpus/wording/closing_lines.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/option_key.h"
#include "corpus/wording/placeholder_words.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <unordered_set>
#include <vector>

namespace answers {
namespace {

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

std::string_view last_line(std::string_view text) { return text.substr(behind_last(text, '\n')); }

constexpr std::string_view empty_tags[] = {"br",     "p",    "b",       "div",     "center", "hr",
                                           "strong", "span", "article", "section", "aside"};

/// The length of a tag at the beginning that shows nothing by itself: "<br/>", "</p>", "<b>"; also
/// "&nbsp;". 0 when there is none.
std::size_t empty_tag_at(std::string_view text) {
  if (text.starts_with("&nbsp;")) return 6;
  if (!text.starts_with('<')) return 0;
  const std::size_t end = text.substr(0, 200).find('>');
  if (end == std::string_view::npos) return 0;
  std::string_view name = text.substr(1, end - 1);
  if (name.starts_with('/')) name.remove_prefix(1);
  name = name.substr(0, name.find_first_of(" /\t"));
  return std::ranges::find(empty_tags, lower_ascii(name)) == std::end(empty_tags) ? 0 : end + 1;
}

/// A line of tags alone: "</b></details>" is not, "<br><br/>" is.
bool is_only_tags(std::string_view line) {
  line = trimmed(line);
  while (!line.empty()) {
    const std::size_t tag = empty_tag_at(line);
    if (tag == 0) return false;
    line = trimmed(line.substr(tag));
  }
  return true;
}

/// Whether letters and digits of ASCII, Cyrillic and Chinese that stand before any link, tag or
/// entity take more than so many bytes: markup takes none of those away.
bool begins_with_more_than(std::size_t bytes, std::string_view line) {
  std::size_t seen = 0;
  for (std::size_t at = 0; at < line.size() && seen <= bytes; ++at) {
    const char byte = line[at];
    const auto lead = static_cast<unsigned char>(byte);
    if (byte == '[' || byte == '<' || byte == '&') return false;
    const bool cyrillic = lead == 0xD0 || lead == 0xD1;
    const bool chinese = lead >= 0xE5 && lead <= 0xE9;
    seen += is_letter_or_digit(byte) ? 1U : cyrillic ? 2U : chinese ? 3U : 0U;
  }
  return seen > bytes;
}

/// The first run of ASCII letters and digits, lower case, or the first Chinese sign, where nothing
/// but other ASCII signs and no image, tag or entity stands before it; else empty. The words of the
/// text without its markup begin with it.
std::string_view first_letters(std::string_view line, std::array<char, 8>& lower) {
  std::size_t at = 0;
  for (; at < line.size() && !is_letter_or_digit(line[at]); ++at) {
    const auto byte = static_cast<unsigned char>(line[at]);
    if (byte >= 0xE4 && byte <= 0xE9) return line.substr(at, 3);
    const bool link = byte == '[' && at + 1 < line.size() && is_letter_or_digit(line[at + 1]) &&
                      (at == 0 || line[at - 1] != '!');
    if ((byte == '[' && !link) || byte == '<' || byte == '&' || byte >= 0x80) return {};
  }
  std::size_t size = 0;
  for (; at < line.size() && size < lower.size() && is_letter_or_digit(line[at]); ++at)
    lower[size++] = static_cast<char>(line[at] <= '9' ? line[at] : line[at] | 0x20);
  return {lower.data(), size};
}

bool is_back_to_top(std::string_view line) {
  constexpr std::size_t longest_phrase = 43;  // bytes, of those below
  if (line.size() > 300 || std::ranges::none_of(line, is_word_byte)) return false;
  static const auto phrases = [] {
    std::vector<std::string> folded;
    for (const std::string_view phrase : {"back to top",
                                          "top",
                                          "back to the top",
                                          "return to top",
                                          "go to top",
                                          "go back to top",
                                          "to top",
                                          "back to contents",
                                          "back to table of contents",
                                          "back to toc",
                                          "back",
                                          "up",
                                          "back to questions",
                                          "go to table of contents",
                                          "table of contents",
                                          "scroll to top",
                                          "наверх",
                                          "к началу",
                                          "к содержанию",
                                          "вернуться к содержанию",
                                          "вверх",
                                          "返回目录",
                                          "回到顶部",
                                          "返回顶部",
                                          "回到目录",
                                          "volver arriba",
                                          "volver al inicio",
                                          "voltar ao topo",
                                          "nach oben",
                                          "retour en haut",
                                          "목차로",
                                          "トップへ戻る",
                                          "目次へ",
                                          "back to index",
                                          "ir arriba",
                                          "torna su"})
      folded.push_back(folded_words(phrase));
    std::ranges::sort(folded);
    return folded;
  }();
  std::array<char, 8> letters{};
  const std::string_view beginning = first_letters(line, letters);
  const auto first = std::ranges::lower_bound(phrases, beginning);
  if (first == phrases.end() || !first->starts_with(beginning) ||
      begins_with_more_than(longest_phrase, line))
    return false;
  const bool link = line.find("](#") != std::string_view::npos ||
                    line.find("href=\"#") != std::string_view::npos ||
                    line.find("href='#") != std::string_view::npos;
  const std::string words = folded_words(plain_inline(line));
  if (!std::ranges::binary_search(phrases, words)) return false;
  // "Top" and "Up" alone may be an answer.
  return link || words.find(' ') != std::string::npos || line.find("⬆") != std::string_view::npos;
}

/// How often `name` is opened more than it is closed in `text`, never less than 0 on the way.
std::size_t still_open(std::string_view text, std::string_view name) {
  std::size_t open = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    std::string_view rest = text.substr(at + 1);
    const bool closes = rest.starts_with('/');
    if (closes) rest.remove_prefix(1);
    if (!starts_with_ignoring_case(rest, name) || rest.size() <= name.size()) continue;
    const char behind = rest[name.size()];
    if (behind != '>' && behind != ' ' && behind != '\n') continue;
    if (!closes) ++open;
    if (closes && open > 0) --open;
  }
  return open;
}

/// Each stray closing tag costs a look through the whole answer; real answers end in three at most.
constexpr std::size_t most_closers = 8;
/// And each label at its beginning costs one through its first line; real ones have two at most.
constexpr std::size_t most_openings = 8;

/// Nor do pages take leave more often.
constexpr std::size_t most_leaves = 8;

/// Takes closing tags off the end whose beginning stands outside: "… </b></details>".
bool drop_stray_closer(std::string_view& text) {
  if (!text.ends_with('>')) return false;
  const std::size_t begin = text.rfind('<');
  constexpr std::size_t longest = 14;  // bytes; what opens something may have attributes
  if (begin == std::string_view::npos) return false;
  const std::string_view tag = text.substr(begin);
  if (!tag.starts_with("</")) {
    if (!is_only_tags(tag)) return false;
    text.remove_suffix(tag.size());
    return true;
  }
  if (tag.size() > longest) return false;
  const std::string name = lower_ascii(tag.substr(2, tag.size() - 3));
  if (name != "b" && name != "p" && name != "div" && name != "details" && name != "strong" &&
      name != "center" && name != "summary" && name != "span" && name != "i" && name != "article" &&
      name != "section" && name != "aside")
    return false;
  if (still_open(text.substr(0, begin), name) > 0) return false;
  text.remove_suffix(tag.size());
  return true;
}

/// Behind "<div><button>Show answer</button><div>": tags that open, a label in one that closes, and
/// tags that open what it shows. 0 when there are none such.
std::size_t behind_labelled_tags(std::string_view text) {
  constexpr std::size_t longest_opening = 400;  // bytes
  const std::string_view beginning = text.substr(0, longest_opening);
  if (!beginning.starts_with('<')) return 0;
  const auto tag_name = [](std::string_view tag) {
    tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
    return lower_ascii(tag.substr(0, tag.find_first_of(" />\t\n")));
  };
  const auto opens = [&](std::string_view tag) {
    return !tag.empty() && !tag.starts_with("</") &&
           (tag_name(tag) == "div" || tag_name(tag) == "p");
  };
  std::size_t at = 0;
  const auto next_tag = [&] {
    const std::size_t end = beginning.find('>', at);
    return beginning[at] == '<' && end != std::string_view::npos
               ? beginning.substr(at, end + 1 - at)
               : std::string_view();
  };
  while (at < beginning.size() && opens(next_tag())) at += next_tag().size();
  if (at >= beginning.size()) return 0;
  const std::string_view opening = next_tag();
  if (opening.empty() || tag_name(opening) != "button") return 0;
  const std::size_t close = beginning.find("</button>", at);
  if (close == std::string_view::npos || !is_answer_label(plain_inline(beginning.substr(
                                             at + opening.size(), close - at - opening.size()))))
    return 0;
  at = close + std::string_view("</button>").size();
  while (at < beginning.size() && (opens(next_tag()) || beginning[at] == '\n'))
    at += beginning[at] == '\n' ? 1 : next_tag().size();
  return at;
}

/// "Answer: B" and "Answer: BE" are a quiz's: letters alone would say less.
bool says_more_than_letters(std::string_view text) {
  constexpr std::size_t most_options = 10;
  const auto key = leading_option_key(text, most_options);
  return !key || !key->rest.empty();
}

/// Whether the label of an answer says that a longer one follows: "Short answer: no."
bool says_how_short(std::string_view line) {
  const std::string words = folded_words(line.substr(0, 24));
  return words.starts_with("short answer ") || words.starts_with("quick answer ") ||
         words.starts_with("brief answer ");
}

/// Whether a label of an answer of another number stands in a line below the first of `text`: then
/// "Solution 1:" is one of several.
bool counts_on(std::string_view number, std::string_view text) {
  while (!number.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + 1);
    const auto label = leading_label(first_line(text));
    if (label && label->kind == LabelKind::answer && !label->lone_letter &&
        !label->number.empty() && label->number != number)
      return true;
  }
  return false;
}

/// Whether the <details> that begins `text` ends with it.
bool is_one_fold(std::string_view text) {
  int open = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view tag = text.substr(at + 1);
    if (starts_with_ignoring_case(tag, "details")) ++open;
    if (starts_with_ignoring_case(tag, "/details") && --open == 0)
      return is_blank(tag.substr(std::min(tag.size(), std::string_view("/details>").size())));
  }
  return false;
}

/// Behind "<details><summary>Answer</summary>" and an "Answer:" label.
bool drop_opening(std::string_view& text) {
  if (starts_with_ignoring_case(text, "<details")) {
    const std::size_t end = text.substr(0, 200).find('>');
    if (end == std::string_view::npos) return false;
    const std::string_view rest = trimmed(text.substr(end + 1));
    if (!starts_with_ignoring_case(rest, "<summary")) return false;
    const std::size_t begin = rest.find('>');
    const std::size_t close = rest.substr(0, 400).find("</summary>");
    if (begin == std::string_view::npos || close == std::string_view::npos || close < begin)
      return false;
    const std::string summary = plain_inline(rest.substr(begin + 1, close - begin - 1));
    if (!is_answer_label(summary) && !(only_opens(summary) && is_one_fold(text))) return false;
    text = rest.substr(close + std::string_view("</summary>").size());
    return true;
  }
  if (const std::size_t end = behind_labelled_tags(text); end > 0) {
    text.remove_prefix(end);
    return true;
  }
  const std::string_view line = first_line(text);
  const auto label = leading_label(line);
  const bool labelled = label && label->kind == LabelKind::answer;
  if (line.size() < 120 &&
      (labelled ? !label->lone_letter && folded_words(label->rest).empty() : says_answer(line))) {
    text.remove_prefix(line.size());
    return true;
  }
  if (labelled && !label->lone_letter && !line.starts_with('-') && !says_how_short(line) &&
      says_more_than_letters(label->rest) && !counts_on(label->number, text)) {
    text.remove_prefix(static_cast<std::size_t>(label->rest.data() - text.data()));
    return true;
  }
  return false;
}

/// Whether `line`, the last one of `text`, is a ":::" that closes a container begun above `text`.
bool closes_container(std::string_view text, std::string_view line) {
  const auto is_closing = [](std::string_view each) {
    each = trimmed(each);
    return each.size() >= 3 && each.find_first_not_of(':') == std::string_view::npos;
  };
  if (!is_closing(line)) return false;
  int open = 0;
  while (!text.empty()) {
    const std::string_view each = first_line(text);
    if (trimmed(each).starts_with(":::")) open += is_closing(each) ? -1 : 1;
    text.remove_prefix(std::min(text.size(), each.size() + 1));
  }
  return open < 0;
}

}  // namespace

namespace {

/// Whether a line is the furniture of its page: an anchor of what follows below, or nothing but a
/// link to another place of the page ("[⬆ Volver al índice](#indice)").
bool ends_a_page(std::string_view line) {
  line = trimmed(line);
  if (line.size() > 200) return false;
  if ((line.starts_with("<a ") && line.ends_with("</a>")) ||
      (line.starts_with("<span ") && line.ends_with("</span>"))) {
    const std::size_t open = line.find('>');
    const std::size_t close = line.find("</");
    return open + 1 == close && line.find("href=") == std::string_view::npos;
  }
  while (!line.empty() && (line.front() == '*' || line.front() == '_')) line.remove_prefix(1);
  while (!line.empty() && (line.back() == '*' || line.back() == '_')) line.remove_suffix(1);
  const std::size_t middle = line.find("](#");
  return line.starts_with('[') && middle != std::string_view::npos && line.ends_with(')') &&
         line.find('[', 1) == std::string_view::npos;
}

/// Whether a blank line or a rule stands at the end of what stands above a line.
bool stands_apart(std::string_view above) {
  above.remove_suffix(1);
  const std::string_view line = last_line(above);
  return is_blank(line) || is_rule(line);
}

}  // namespace

void reopen_emphasis(std::string& answer) {
  const std::string_view line = first_line(answer);
  for (const std::string_view mark : {"**", "__"}) {
    const std::size_t first = line.find(mark);
    if (first == std::string_view::npos || first == 0 || line.find('`') < first) continue;
    const std::string_view behind = line.substr(first + mark.size());
    const bool closes = line[first - 1] != ' ' && line[first - 1] != mark.front() &&
                        (behind.empty() || !is_letter_or_digit(behind.front()));
    std::size_t more = 0;
    for (std::size_t at = behind.find(mark); at != std::string_view::npos;
         at = behind.find(mark, at + mark.size()))
      ++more;
    if (closes && more % 2 == 0) {
      answer.insert(0, mark);
      return;
    }
  }
  // A star alone may be a remark's.
  if (line.ends_with('_') && line.find('_') == line.size() - 1 && line.size() > 1 &&
      line[line.size() - 2] != ' ')
    answer.insert(0, "_");
}

bool is_rule(std::string_view line) {
  line = trimmed(line);
  if (line.size() < 3) return false;
  const char sign = line.front();
  if (sign != '-' && sign != '*' && sign != '_' && sign != '=') return false;
  return std::ranges::all_of(line, [sign](char byte) { return byte == sign || byte == ' '; });
}

std::string_view trim_answer(std::string_view text, RuleAlone rule) {
  std::string_view last_rule;
  std::size_t openings = 0;
  for (;;) {
    // Blank lines go, the indent of the first line stays: it may be code.
    while (!text.empty() && is_blank(first_line(text))) {
      const std::size_t end = text.find('\n');
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    if (text.empty()) break;
    const std::string_view line = first_line(text);
    if (is_rule(line) || is_only_tags(line) || is_back_to_top(line)) {
      if (is_rule(line)) last_rule = trimmed(line);
      text.remove_prefix(line.size());
      continue;
    }
    const std::string_view inner = trimmed(text);
    if (const std::size_t tag = empty_tag_at(inner); tag > 0 && inner.starts_with("<br")) {
      text = inner.substr(tag);
      continue;
    }
    std::string_view opened = inner;
    if (openings < most_openings && !line.starts_with("    ") && drop_opening(opened)) {
      text = opened;
      ++openings;
      continue;
    }
    break;
  }
  std::size_t closers = 0;
  std::size_t leaves = 0;
  for (;;) {
    const std::string_view inner = trimmed(text);
    if (inner.empty()) {
      text = {};
      break;
    }
    text = text.substr(0, static_cast<std::size_t>(inner.data() + inner.size() - text.data()));
    const std::string_view line = last_line(text);
    const bool setext = is_rule(line) && trimmed(line).front() == '=';
    if ((is_rule(line) && !setext) || is_only_tags(line) || is_back_to_top(line)) {
      text.remove_suffix(line.size());
      continue;
    }
    const std::string_view above = text.substr(0, text.size() - line.size());
    if (!above.empty() &&
        (ends_a_page(line) || (leaves < most_leaves && stands_apart(above) && takes_leave(line)))) {
      text = above;
      ++leaves;
      continue;
    }
    if (closers < most_closers && closes_container(text, line)) {
      text.remove_suffix(line.size());
      ++closers;
      continue;
    }
    if (closers < most_closers && drop_stray_closer(text)) {
      ++closers;
      continue;
    }
    break;
  }
  if (text.empty() && rule == RuleAlone::stays) return last_rule;
  // "<b>…</b>" around the whole.
  if (text.starts_with("<b>") && text.ends_with("</b>") &&
      text.find("<b>", 3) == std::string_view::npos)
    return trimmed(text.substr(3, text.size() - 7));
  return text;
}

void cut_to(std::string& text, std::string_view part) {
  if (part.empty()) return text.clear();
  const auto begin = static_cast<std::size_t>(part.data() - text.data());
  text.resize(begin + part.size());
  text.erase(0, begin);
}

bool is_placeholder(std::string_view answer) {
  static const auto phrases = [] {
    std::unordered_set<std::string> set;
    for (const std::string_view phrase : placeholder_phrases) set.insert(folded_words(phrase));
    return set;
  }();
  std::string_view text = trimmed(answer);
  if (text.starts_with("```") || text.starts_with("~~~")) {
    const std::size_t begin = text.find('\n');
    const std::size_t end = text.rfind('\n');
    if (begin == std::string_view::npos)
      return text.find_first_not_of("`~") == std::string_view::npos;
    if (text.substr(end + 1).starts_with(text.substr(0, 3)))
      text = trimmed(text.substr(begin, std::max(begin, end) - begin));
  }
  while (text.starts_with("<!--")) {
    const std::size_t end = text.find("-->");
    if (end == std::string_view::npos) return true;
    text = trimmed(text.substr(end + 3));
  }
  if (is_only_tags(text)) return true;
  constexpr std::size_t longest_phrase = 24;  // bytes, of those above
  if (text.size() > 200 || begins_with_more_than(longest_phrase, text)) return false;
  const std::string words = folded_words(text);
  if (!words.empty()) return phrases.contains(words);
  // "…", "-", "[[??]]", "???": no sign that says anything. A rule or an operator does.
  static constexpr std::string_view nothing[] = {"·", ".", "…", "?", "-", "–", "—", "[",  "]",
                                                 "(", ")", "#", ">", " ", "_", "~", "？", "。"};
  if (is_rule(text)) return false;
  while (!text.empty()) {
    const auto* const sign =
        std::ranges::find_if(nothing, [text](auto each) { return text.starts_with(each); });
    if (sign == std::end(nothing)) return false;
    text.remove_prefix(sign->size());
  }
  return true;
}

std::size_t common_indent(std::string_view text) {
  std::size_t least = std::string_view::npos;
  while (!text.empty()) {
    const std::string_view line = first_line(text);
    std::size_t columns = 0;
    std::size_t at = 0;
    for (; at < line.size() && (line[at] == ' ' || line[at] == '\t'); ++at)
      columns = line[at] == '\t' ? columns / 4 * 4 + 4 : columns + 1;
    if (at < line.size()) least = std::min(least, columns);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return least == std::string_view::npos ? 0 : least;
}

std::string dedent(std::string_view text, std::size_t columns) {
  std::string dedented;
  dedented.reserve(text.size());
  while (!text.empty()) {
    std::string_view line = first_line(text);
    const bool last = line.size() == text.size();
    text.remove_prefix(last ? line.size() : line.size() + 1);
    std::size_t column = 0;
    std::size_t at = 0;
    for (; at < line.size() && column < columns && (line[at] == ' ' || line[at] == '\t'); ++at)
      column = line[at] == '\t' ? column / 4 * 4 + 4 : column + 1;
    if (column > columns) dedented.append(column - columns, ' ');
    dedented.append(line.substr(at));
    if (!last) dedented += '\n';
  }
  return dedented;
}

std::string_view behind_joint(std::string_view text) {
  for (const std::string_view joint : {" - ", ": ", " – ", " — ", " → ", " -> ", " => "}) {
    if (!text.starts_with(joint)) continue;
    const std::string_view behind = text.substr(joint.size());
    return behind.substr(std::min(behind.find_first_not_of(" -:"), behind.size()));
  }
  return text;
}

}  // namespace answers
