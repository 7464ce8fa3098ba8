#include "corpus/wording/question_text.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/references.h"
#include "corpus/characters/sixteen_bytes.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/difficulty.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/trouble_labels.h"
#include "corpus/wording/wiki_link.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace answers {
namespace {

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n'; }
bool is_ascii_punctuation(char byte) {
  return byte > ' ' && static_cast<unsigned char>(byte) < 0x7F && !is_letter_or_digit(byte);
}

/// How far a link's address or a tag may reach: what a hostile line of '<' or '[' costs at most a
/// byte, and more than any tag or address seen in 55 collections but data: images.
constexpr std::size_t longest_tag = 2000;

constexpr std::string_view formatting_tags[] = {
    "a",   "b",   "i",   "em",      "strong",  "u",   "span",   "br",      "font",    "p",
    "div", "sub", "sup", "code",    "small",   "big", "center", "h1",      "h2",      "h3",
    "h4",  "h5",  "h6",  "summary", "details", "ins", "del",    "img",     "mark",    "kbd",
    "hr",  "tt",  "s",   "strike",  "li",      "ul",  "ol",     "article", "section", "aside",
};

/// Where the next byte stands, from `at` on, that may be a part of markup; text.size(): nowhere.
std::size_t find_markup(std::string_view text, std::size_t at) {
  static constexpr auto is_markup = [] {
    std::array<bool, 256> table{};
    for (const char byte : std::string_view("`$\\<![]*_~&"))
      table[static_cast<unsigned char>(byte)] = true;
    return table;
  }();
  const auto may_be_markup = [](const Sixteen& bytes) {
    const Sixteen behind_letters = bytes - '[';  // "[\\]^_`"
    return (behind_letters <= '`' - '[') | (bytes == '!') | (bytes == '$') | (bytes == '&') |
           (bytes == '*') | (bytes == '<') | (bytes == '~');
  };
  for (;; ++at) {
    at = find_byte(text, at, may_be_markup);
    if (at == text.size() || is_markup[static_cast<unsigned char>(text[at])]) return at;
  }
}

/// Takes one line's markup away in a single pass; what turns out to be dropped is noted, and left
/// out at the end.
class InlineStripper {
 public:
  explicit InlineStripper(std::string_view text) : text_(text) { out_.reserve(text.size()); }

  std::string strip() {
    while (at_ < text_.size()) step();
    if (dropped_.empty()) return std::move(out_);
    std::ranges::sort(dropped_, {}, &Piece::begin);
    std::size_t kept = dropped_.front().begin;
    for (std::size_t i = 0; i < dropped_.size(); ++i) {
      const std::size_t begin = dropped_[i].begin + dropped_[i].size;
      const std::size_t end = i + 1 < dropped_.size() ? dropped_[i + 1].begin : out_.size();
      std::copy(out_.begin() + static_cast<std::ptrdiff_t>(begin),
                out_.begin() + static_cast<std::ptrdiff_t>(end),
                out_.begin() + static_cast<std::ptrdiff_t>(kept));
      kept += end - begin;
    }
    out_.resize(kept);
    return std::move(out_);
  }

 private:
  void step() {
    const char byte = text_[at_];
    switch (byte) {
      case '`':
        if (!code_span()) emit_run('`');
        break;
      case '$':
        if (!formula()) emit(1);
        break;
      case '\\':
        if (at_ + 1 < text_.size() && is_ascii_punctuation(text_[at_ + 1])) ++at_;
        emit(1);
        break;
      case '<':
        if (!tag()) emit(1);
        break;
      case '!':
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '[') {
          ++at_;
          open_bracket();
        } else {
          emit(1);
        }
        break;
      case '[':
        if (!wiki_link()) open_bracket();
        break;
      case ']':
        close_bracket();
        break;
      case '*':
      case '_':
        emphasis(byte);
        break;
      case '~':
        if (text_.substr(at_).starts_with("~~")) {
          at_ += 2;
        } else {
          emit(1);
        }
        break;
      case '&':
        if (!entity()) emit(1);
        break;
      default:
        emit(find_markup(text_, at_ + 1) - at_);
    }
  }

  void emit(std::size_t bytes) {
    out_.append(text_.substr(at_, bytes));
    at_ += bytes;
  }
  void emit_text(std::string_view text) { out_.append(text); }
  void emit_run(char byte) {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] == byte) ++end;
    emit(end - at_);
  }

  bool code_span() {
    std::size_t ticks = 0;
    while (at_ + ticks < text_.size() && text_[at_ + ticks] == '`') ++ticks;
    if (ticks >= unclosed_ticks_.size() || unclosed_ticks_[ticks]) return false;
    for (std::size_t at = at_ + ticks; at < text_.size();) {
      at = text_.find('`', at);
      if (at == std::string_view::npos) break;
      std::size_t run = 0;
      while (at + run < text_.size() && text_[at + run] == '`') ++run;
      if (run == ticks) {
        emit(at + run - at_);
        return true;
      }
      at += run;
    }
    unclosed_ticks_[ticks] = true;  // nor for any later run of this length
    return false;
  }

  bool formula() {
    const std::size_t dollars = text_.substr(at_).starts_with("$$") ? 2 : 1;
    if (unclosed_dollars_[dollars]) return false;
    const std::size_t begin = at_ + dollars;
    if (begin >= text_.size() || (dollars == 1 && is_space(text_[begin]))) return false;
    const std::size_t end = text_.find(dollars == 2 ? "$$" : "$", begin);
    if (end == std::string_view::npos) {
      unclosed_dollars_[dollars] = true;
      return false;
    }
    // As Pandoc: "$20 and $30" is money.
    if (dollars == 1 &&
        (is_space(text_[end - 1]) || (end + 1 < text_.size() && is_digit(text_[end + 1]))))
      return false;
    if (text_.substr(begin, end - begin).find("</") != std::string_view::npos) return false;
    emit(end + dollars - at_);
    return true;
  }

  bool tag() {
    const std::string_view rest = text_.substr(at_, longest_tag);
    if (rest.starts_with("<!--")) {
      const std::size_t end = rest.find("-->");
      if (end == std::string_view::npos) return false;
      at_ += end + 3;
      return true;
    }
    const std::size_t end = rest.find('>');
    if (end == std::string_view::npos) return false;
    const std::string_view inside = rest.substr(1, end - 1);
    if (inside.starts_with("http://") || inside.starts_with("https://")) {
      emit_text(inside);
      at_ += end + 1;
      return true;
    }
    const bool closes = inside.starts_with('/');
    std::size_t name_end = closes ? 1 : 0;
    while (name_end < inside.size() && is_letter_or_digit(inside[name_end])) ++name_end;
    const std::string name =
        lower_ascii(inside.substr(closes ? 1 : 0, name_end - (closes ? 1 : 0)));
    const auto* const known = std::ranges::find(formatting_tags, name);
    if (known == std::end(formatting_tags)) return component(inside);
    const bool attributes = inside.find('=') != std::string_view::npos;
    const bool alone = name == "br" || name == "hr" || name == "p" || name == "img";
    // "What is the <a> tag for" speaks of the tag; "<b>What …</b>" is dressed in it.
    if (!closes && !attributes && !alone) {
      // Where it is closed next stays so until that was passed.
      std::size_t& closed = closed_[static_cast<std::size_t>(known - std::begin(formatting_tags))];
      if (closed < at_ + end) closed = text_.find("</" + name, at_ + end);
      if (closed == std::string_view::npos) return false;
      ++open_tags_;
    } else if (closes && open_tags_ == 0 && out_.empty()) {
      return false;
    }
    if (alone) emit_text(" ");
    at_ += end + 1;
    return true;
  }

  /// An icon or a badge of MDX before a title or behind its question mark: "<KeyIcon /> How …". In
  /// the middle the title speaks of it: "What does <Link /> do?"
  bool component(std::string_view inside) {
    if (!inside.ends_with('/') || inside.front() < 'A' || inside.front() > 'Z') return false;
    const std::size_t behind = at_ + inside.size() + 2;
    const std::size_t next = std::min(text_.find_first_not_of(" \t\n", behind), text_.size());
    if (next == text_.size()
            ? !trimmed(out_).ends_with('?')
            : !out_.empty() || is_lower(text_[next]) || is_ascii_punctuation(text_[next]))
      return false;
    at_ = next;
    return true;
  }

  bool wiki_link() {
    const auto link = leading_wiki_link(text_.substr(at_, longest_tag));
    if (!link || (at_ > 0 && is_letter_or_digit(text_[at_ - 1]))) return false;
    emit_text(link->label);
    at_ += link->size;
    return true;
  }

  void open_bracket() {
    brackets_.push_back({out_.size(), at_ > 0 && is_letter_or_digit(text_[at_ - 1])});
    emit(1);
  }

  void close_bracket() {
    if (brackets_.empty()) return emit(1);
    const Bracket open = brackets_.back();
    brackets_.pop_back();
    const std::string_view rest = text_.substr(at_ + 1, longest_tag);
    std::size_t end = 0;  // of the address, in `rest`
    if (rest.starts_with('(')) {
      int depth = 0;
      for (std::size_t i = 0; i < rest.size() && end == 0; ++i) {
        if (rest[i] == '\\') {
          ++i;
        } else if (rest[i] == '(') {
          ++depth;
        } else if (rest[i] == ')' && --depth == 0) {
          end = i + 1;
        }
      }
    } else if (rest.starts_with('[') && !open.behind_word) {
      const std::size_t close = rest.find(']');
      if (close != std::string_view::npos && close < 80) end = close + 1;
    }
    if (end == 0) return emit(1);
    dropped_.push_back({open.out, 1});
    at_ += 1 + end;
  }

  void emphasis(char byte) {
    std::size_t run = 0;
    while (at_ + run < text_.size() && text_[at_ + run] == byte) ++run;
    const bool blank_before = at_ == 0 || is_space(text_[at_ - 1]);
    const bool blank_after = at_ + run >= text_.size() || is_space(text_[at_ + run]);
    const bool word_before = at_ > 0 && is_letter_or_digit(text_[at_ - 1]);
    const bool word_after = at_ + run < text_.size() && is_letter_or_digit(text_[at_ + run]);
    const bool inside_word = (byte == '_' || run == 1) && word_before && word_after;
    const std::size_t out = out_.size();
    emit(run);
    if (run > 3 || inside_word) return;
    auto& mine = openers_[byte == '*' ? 0 : 1][run - 1];
    if (!blank_before && !mine.empty() && !(byte == '_' && word_after)) {
      const std::size_t open = mine.back();
      const std::string_view between = std::string_view(out_).substr(open + run, out - open - run);
      const bool dunder =
          byte == '_' && run == 2 && !between.empty() &&
          std::ranges::all_of(between, [](char b) { return is_letter_or_digit(b) || b == '_'; });
      for (auto& of_byte : openers_) {
        for (auto& of_run : of_byte) {
          while (!of_run.empty() && of_run.back() >= open) of_run.pop_back();
        }
      }
      if (dunder) return;
      dropped_.push_back({open, run});
      dropped_.push_back({out, run});
      return;
    }
    if (!blank_after && !(byte == '_' && word_before)) mine.push_back(out);
  }

  bool entity() {
    const auto found = leading_reference(text_.substr(at_));
    if (!found) return false;
    const bool blank = found->text == "\u00A0" || found->text == "\n" || found->text == "\t";
    emit_text(blank ? std::string_view(" ") : found->text);
    at_ += found->size;
    return true;
  }

  struct Bracket {
    std::size_t out;
    bool behind_word;
  };
  struct Piece {
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<Piece> dropped_;  // of out_: what turned out to be markup; no two overlap
  std::vector<Bracket> brackets_;
  std::array<std::array<std::vector<std::size_t>, 3>, 2> openers_;  // by sign and length of run
  std::array<bool, 33> unclosed_ticks_{};
  std::array<bool, 3> unclosed_dollars_{};
  std::array<std::size_t, std::size(formatting_tags)> closed_{};  // where, at the earliest
  std::size_t open_tags_ = 0;
};

/// Each run of white space as one blank, none at the ends.
std::string one_line(std::string text) {
  const auto is_wide = [](const Sixteen& sign, const Sixteen& next) {
    return ((sign == ' ') & (next == ' ')) | (sign == '\t') | (sign == '\n') | (sign == '\r');
  };
  if (trimmed(text).size() == text.size() && find_pair(text, 0, is_wide) == text.size())
    return text;
  std::string line;
  line.reserve(text.size());
  bool blank = false;
  for (const char byte : trimmed(text)) {
    if (is_space(byte) || byte == '\r') {
      blank = true;
      continue;
    }
    if (blank) line += ' ';
    blank = false;
    line += byte;
  }
  return line;
}

/// Behind heading, list, task and quotation marks: "> - [ ] ### ".
std::string_view behind_line_marks(std::string_view text) {
  for (;;) {
    text = trimmed(text);
    const std::size_t signs = std::min(text.find_first_not_of('#'), text.size());
    // "#define" is a word.
    const bool marks = signs > 1 || (signs == 1 && text.size() > 1 && is_space(text[1]));
    if (marks) {
      text.remove_prefix(signs);
    } else if (text.starts_with("> ") ||
               (text.size() > 1 && (text[0] == '-' || text[0] == '*' || text[0] == '+') &&
                is_space(text[1]))) {
      text.remove_prefix(2);
    } else if (text.starts_with("[ ]") || text.starts_with("[x]") || text.starts_with("[X]")) {
      text.remove_prefix(3);
    } else {
      return text;
    }
  }
}

std::string_view without_closing_marks(std::string_view text) {
  text = trimmed(text);
  std::string_view rest = text;
  while (rest.ends_with('#')) rest.remove_suffix(1);
  // "### What ###" is closed; "What is C#" is not.
  if (rest.size() < text.size() &&
      (rest.empty() || is_space(rest.back()) || text.size() - rest.size() > 1))
    text = trimmed(rest);
  return text;
}

/// `name` or `id` of the first tag that has one.
std::string anchor_in(std::string_view text) {
  if (text.find('<') == std::string_view::npos) return {};
  for (const std::string_view attribute : {" name=", " id="}) {
    const std::size_t at = text.find(attribute);
    if (at == std::string_view::npos) continue;
    const std::size_t tag = text.rfind('<', at);
    if (tag == std::string_view::npos ||
        text.substr(tag, at - tag).find('>') != std::string_view::npos)
      continue;
    std::string_view value = text.substr(at + attribute.size());
    const char quote = value.empty() ? '\0' : value.front();
    if (quote == '"' || quote == '\'') {
      value.remove_prefix(1);
      value = value.substr(0, value.find(quote));
    } else {
      value = value.substr(0, value.find_first_of(" >"));
    }
    return std::string(value);
  }
  return {};
}

/// Takes "{#anchor}" off the end.
std::string take_anchor_braces(std::string_view& text) {
  if (!text.ends_with('}')) return {};
  const std::size_t begin = text.rfind("{#");
  if (begin == std::string_view::npos) return {};
  std::string anchor(text.substr(begin + 2, text.size() - begin - 3));
  if (anchor.empty() || anchor.find_first_of(" {}") != std::string::npos) return {};
  text = trimmed(text.substr(0, begin));
  return anchor;
}

/// Takes "[[src](https://…)]" or "([source](…))" off the end.
std::string take_source(std::string_view& text) {
  std::string_view rest = trimmed(text);
  const bool squared = rest.ends_with(")]");
  const bool rounded = rest.ends_with("))");
  if (squared || rounded) rest.remove_suffix(1);
  if (!rest.ends_with(')')) return {};
  const std::size_t middle = rest.rfind("](");
  if (middle == std::string_view::npos) return {};
  const std::size_t open = rest.rfind('[', middle);
  if (open == std::string_view::npos) return {};
  const std::string name = folded_words(rest.substr(open + 1, middle - open - 1));
  if (name != "src" && name != "source" && name != "quelle" && name != "fuente" && name != "来源" &&
      name != "ref")
    return {};
  std::string source(rest.substr(middle + 2, rest.size() - middle - 3));
  rest = trimmed(rest.substr(0, open));
  if (rest.ends_with('[') || (rounded && rest.ends_with('('))) rest.remove_suffix(1);
  text = trimmed(rest);
  return source;
}

bool is_ornament(utf8proc_int32_t value) {
  const auto category = utf8proc_category(value);
  return category == UTF8PROC_CATEGORY_SO || value == 0x200D ||
         (value >= 0xFE00 && value <= 0xFE0F) || (value >= 0x1F3FB && value <= 0x1F3FF) ||
         value == 0x20E3;
}

/// How many bytes of ":small_orange_diamond:" the text begins with; 0: none.
std::size_t leading_shortcode(std::string_view text) {
  constexpr std::size_t longest = 48;
  if (!text.starts_with(':')) return 0;
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_+-", 1);
  const bool named = end != std::string_view::npos && end > 2 && end < longest && text[end] == ':';
  const bool apart = named && (end + 1 == text.size() || is_space(text[end + 1]));
  return apart && std::ranges::any_of(text.substr(1, end - 1), is_letter) ? end + 1 : 0;
}

/// Without emoji, their names between colons, and blanks at both ends. A name alone stays.
std::string_view without_ornaments(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    text = trimmed(text);
    if (text.empty()) return text;
    if (const std::size_t name = leading_shortcode(text); name > 0 && name < text.size()) {
      text.remove_prefix(name);
      again = true;
      continue;
    }
    if (const std::size_t blank =
            text.ends_with(':') ? text.find_last_of(" \t") : std::string_view::npos;
        blank != std::string_view::npos &&
        leading_shortcode(text.substr(blank + 1)) == text.size() - blank - 1) {
      text = text.substr(0, blank);
      again = true;
      continue;
    }
    if ((text.front() & 0x80) != 0) {
      utf8proc_int32_t value = -1;
      const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &value);
      if (used > 0 && is_ornament(value)) {
        text.remove_prefix(static_cast<std::size_t>(used));
        again = true;
        continue;
      }
    }
    if ((text.back() & 0x80) != 0) {
      std::size_t begin = text.size() - 1;
      while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
      utf8proc_int32_t value = -1;
      const auto used =
          utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + begin,
                           static_cast<utf8proc_ssize_t>(text.size() - begin), &value);
      if (used > 0 && is_ornament(value)) {
        text.remove_suffix(text.size() - begin);
        again = true;
      }
    }
  }
  return text;
}

/// A label of questions that is stripped wherever it stands; "F:" and "P." only mean something in
/// company.
bool is_plain_question_label(const Label& label, std::string_view text) {
  if (label.kind != LabelKind::question) return false;
  if (!label.lone_letter) return true;
  return text.starts_with('Q') || text.starts_with('q') ||
         (static_cast<unsigned char>(text.front()) >= 0xE3);
}

/// What stands behind "Scenario 3:" where that asks; empty where nothing does.
std::string_view behind_scenario(std::string_view text) {
  constexpr std::size_t longest_label = 40;  // bytes
  const std::size_t colon = text.substr(0, longest_label).find(':');
  if (colon == std::string_view::npos) return {};
  const std::string words = folded_words(text.substr(0, colon));
  const std::size_t end = words.find_last_not_of("0123456789 ") + 1;
  constexpr std::array<std::string_view, 8> names = {
      "scenario", "scenario based", "scenario question", "escenario",
      "cenário",  "сценарий",       "szenario",          "scénario"};
  const bool named = std::ranges::any_of(
      names, [&](std::string_view name) { return words.compare(0, end, name) == 0; });
  const std::string_view rest = trimmed(text.substr(colon + 1));
  return named && asks(rest) ? rest : std::string_view();
}

QuestionText clean(std::string_view raw, bool numbers_go) {
  QuestionText question;
  question.anchor = anchor_in(raw);
  std::string_view text = without_closing_marks(behind_line_marks(raw));
  question.source = take_source(text);
  if (std::string anchor = take_anchor_braces(text); !anchor.empty())
    question.anchor = std::move(anchor);
  text = without_closing_marks(text);
  const std::string line = one_line(plain_inline(text));
  // Unmatched emphasis is what a label that was cut off has left: "**Q1: What?**".
  std::string_view rest = line;
  while (rest.starts_with("**") || rest.starts_with("__")) rest.remove_prefix(2);
  if (rest.ends_with("**") && !rest.ends_with("`**")) {
    rest =
        rest.substr(0, rest.find_last_not_of('*') + 1);  // "***" says that the answer is unfinished
  } else if (rest.ends_with("?*") || rest.ends_with("?_")) {
    rest.remove_suffix(std::ranges::count(rest, rest.back()) == 1 ? 1 : 0);
  }
  rest = trimmed(rest);
  if (rest.ends_with("?:") && !rest.ends_with(" ?:")) rest.remove_suffix(1);
  for (int round = 0; round < 4; ++round) {
    const std::size_t before = rest.size();
    rest = behind_line_marks(rest);
    if (std::string difficulty = take_difficulty(rest); !difficulty.empty())
      question.difficulty = std::move(difficulty);
    if (numbers_go) {
      if (const auto label = leading_label(rest); label && is_plain_question_label(*label, rest)) {
        if (!label->number.empty()) question.number = std::string(label->number);
        rest = label->rest;
      } else if (const auto trouble = trouble_label(rest);
                 trouble && trouble->kind == TroubleKind::problem && !trouble->rest.empty()) {
        rest = trouble->rest;
      } else if (const std::string_view asked = behind_scenario(rest); !asked.empty()) {
        rest = asked;
      } else if (const LeadingNumber number = leading_number(rest); number.size > 0) {
        question.number = std::string(number.number);
        rest = trimmed(rest.substr(number.size));
      } else if (const std::size_t ordinal = leading_ordinal(rest);
                 ordinal > 0 && question.number.empty()) {
        question.number = rest.substr(0, rest.find_first_of(".)", 1));
        if (question.number.starts_with('(')) question.number.erase(0, 1);
        rest = trimmed(rest.substr(ordinal));
      } else if (const std::size_t chinese = leading_chinese_number(rest); chinese > 0) {
        question.number = rest.substr(0, chinese);
        rest = trimmed(rest.substr(chinese));
      }
    }
    rest = without_ornaments(rest);
    if (rest.size() == before) break;
  }
  question.text = std::string(rest);
  return question;
}

}  // namespace

std::string plain_inline(std::string_view markdown) {
  if (find_markup(markdown, 0) == markdown.size()) return std::string(markdown);
  return InlineStripper(markdown).strip();
}

QuestionText clean_question(std::string_view raw) { return clean(raw, true); }

std::string clean_heading(std::string_view raw) { return clean(raw, false).text; }

}  // namespace answers
