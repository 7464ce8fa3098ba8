#include "corpus/wording/labels.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/byte_set.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/sixteen_bytes.h"
#include "corpus/wording/known_words.h"
#include "corpus/wording/label_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace answers {
namespace {

/// The bytes by which a letter of the tables in upper case, of which `text` begins with the first
/// two or three, is less than the one in lower case that `lower` begins with; 0 where it is none.
/// Latin, Greek and Cyrillic, for comparison without a full folding: labels stand at nearly every
/// line's beginning that could be one.
std::size_t length_of_capital(std::string_view text, std::string_view lower) {
  const auto byte = [](std::string_view of, std::size_t at) {
    return at < of.size() ? static_cast<unsigned char>(of[at]) : 0U;
  };
  const unsigned lead = byte(text, 0);
  const unsigned next = byte(text, 1);
  const unsigned wanted = byte(lower, 0);
  const unsigned wanted_next = byte(lower, 1);
  if (lead == 0xD0) {  // А–П are D0 90–9F, Р–Я D0 A0–AF, Ѐ–Џ D0 80–8F
    const bool far = wanted == 0xD1;
    const bool same =
        (far && next >= 0xA0 && next <= 0xAF && next - 0x20 == wanted_next) ||
        (far && next <= 0x8F && next + 0x10 == wanted_next) ||
        (wanted == 0xD0 && next >= 0x90 && next <= 0x9F && next + 0x20 == wanted_next);
    return same ? 2 : 0;
  }
  if (lead != wanted) return 0;
  if (lead == 0xC3 || lead == 0xCE) return next + 0x20 == wanted_next ? 2 : 0;
  if (lead == 0xC4 || lead == 0xC5) return next + 1 == wanted_next ? 2 : 0;
  const bool vietnamese = lead == 0xE1 && (next == 0xBA || next == 0xBB) && next == wanted_next;
  return vietnamese && byte(text, 2) + 1 == byte(lower, 2) ? 3 : 0;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size();) {
    const char byte = text[i];
    if (byte == lower[i] || (byte >= 'A' && byte <= 'Z' && byte + ('a' - 'A') == lower[i])) {
      // The second half of a letter may tell the cases apart.
      const bool half = (byte & 0x80) != 0 && i + 1 < lower.size() && text[i + 1] != lower[i + 1];
      if (!half) {
        ++i;
        continue;
      }
    }
    const std::size_t capital = length_of_capital(text.substr(i), lower.substr(i));
    // Letters of three bytes that agree in their second come here with their third.
    if (capital == 0 && byte == lower[i]) {
      ++i;
      continue;
    }
    if (capital == 0) return false;
    i += capital;
  }
  return true;
}

/// The rows of the table whose words may begin with one byte, in the table's order.
struct LabelRow {
  std::vector<const LabelWord*> words{};
  std::array<bool, 256> second{};  ///< what may stand behind that byte where one begins

  void add(const LabelWord& entry) {
    words.push_back(&entry);
    const std::string_view word = entry.word;
    const bool caseless = static_cast<unsigned char>(word[0]) >= 0xE2;
    for (std::size_t i = 0; i < second.size(); ++i) {
      const auto byte = static_cast<char>(i);
      // "Q:", "Qno. 4"; "question", "вопрос", "問"
      const bool fits = word.size() == 1        ? !is_letter(byte) || (byte | 0x20) == 'n'
                        : caseless              ? byte == word[1]
                        : (word[1] & 0x80) != 0 ? (byte & 0x80) != 0
                                                : (byte | 0x20) == word[1];
      second[i] = second[i] || fits;
    }
  }
};

/// The words that `text` may begin with; none for nearly every line of a document, each of which is
/// asked whether it begins with a label.
std::span<const LabelWord* const> words_at(std::string_view text) {
  static const auto table = [] {
    std::array<LabelRow, 256> rows;
    for (const LabelWord& word : label_words) {
      const auto first = static_cast<unsigned char>(word.word.front());
      rows[first].add(word);
      if (first >= 'a' && first <= 'z') rows[first - ('a' - 'A')].add(word);
      if (first == 0xD1) rows[0xD0].add(word);  // р–я have Р–Я in the other half
    }
    return rows;
  }();
  const LabelRow& row = table[static_cast<unsigned char>(text.front())];
  if (text.size() > 1 && !row.second[static_cast<unsigned char>(text[1])]) return {};
  return row.words;
}

std::string_view without_blanks(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t' || text[begin] == '\n'))
    ++begin;
  return text.substr(begin);
}

constexpr std::string_view emphasis_tags[] = {"b",  "strong",  "i",    "em", "u",
                                              "p",  "summary", "span", "h1", "h2",
                                              "h3", "h4",      "h5",   "h6", "font"};

/// Behind the marks that may stand before a label: "> - ### **<b>".
std::string_view behind_marks(std::string_view text) {
  for (;;) {
    text = without_blanks(text);
    if (text.empty()) return text;
    const char first = text.front();
    if (first == '#' || first == '*' || first == '_' || first == '>' || first == '-' ||
        first == '+') {
      text.remove_prefix(1);
      continue;
    }
    if (first == '<') {
      const std::size_t end = text.substr(0, 80).find('>');
      if (end == std::string_view::npos) return text;
      std::size_t name_end = 1;
      while (text[name_end] != ' ' && text[name_end] != '>' && text[name_end] != '/') ++name_end;
      const std::string_view name = text.substr(1, name_end - 1);
      if (std::ranges::none_of(emphasis_tags, [name](std::string_view tag) {
            return name.size() == tag.size() && starts_with_ignoring_case(name, tag);
          }))
        return text;
      text.remove_prefix(end + 1);
      continue;
    }
    return text;
  }
}

/// The length of a sign that dresses up a label: "✅", "💡", "→", with what chooses its look. 0
/// where `text` begins with none.
std::size_t sign_at(std::string_view text) {
  const auto byte = [text](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  std::size_t size = 0;
  if (byte(0) == 0xE2 && byte(1) >= 0x86 && byte(1) <= 0xAF) size = 3;  // U+2180–U+2BFF
  if (byte(0) == 0xF0 && byte(1) == 0x9F && byte(2) >= 0x80) size = 4;  // U+1F000–U+1FFFF
  if (size > 0 && text.substr(size).starts_with("\xEF\xB8\x8F")) size += 3;
  return size;
}

/// Emphasis that closes a label: "**", "__", "</b>".
std::string_view behind_closing_marks(std::string_view text) {
  for (;;) {
    if (text.starts_with("**") || text.starts_with("__")) {
      text.remove_prefix(2);
    } else if (text.starts_with("*") || text.starts_with("_")) {
      text.remove_prefix(1);
    } else if (text.starts_with("</")) {
      const std::size_t end = text.substr(0, 12).find('>');
      if (end == std::string_view::npos) return text;
      text.remove_prefix(end + 1);
    } else {
      return text;
    }
  }
}

constexpr std::string_view wide_separators[] = {"：", "．", "。", "）", "、", "　"};

std::size_t separator_at(std::string_view text) {
  if (text.empty()) return 0;
  if ((text.front() & 0x80) == 0)
    return text.front() == ':' || text.front() == '.' || text.front() == ')' ? 1 : 0;
  for (const std::string_view separator : wide_separators) {
    if (text.starts_with(separator)) return separator.size();
  }
  return 0;
}

/// The length of a dash that `text` begins with, before a blank or marks that close; or 0.
std::size_t dash_at(std::string_view text) {
  std::size_t size = 0;
  for (const std::string_view dash : {"-", "–", "—"}) {
    if (text.starts_with(dash)) size = dash.size();
  }
  const bool ends =
      size < text.size() && std::string_view(" \t\n*_<").find(text[size]) != text.npos;
  return ends ? size : 0;
}

/// Whether a byte begins a sign of a script that writes no blanks: kana, Chinese, Hangul.
bool is_dense(char byte) {
  constexpr unsigned char first = 0xE3;
  constexpr unsigned char last = 0xED;
  const auto value = static_cast<unsigned char>(byte);
  return value >= first && value <= last;
}

bool is_colon(std::string_view text) { return text.starts_with(":") || text.starts_with("："); }

/// "17a", "3", "2.1" at the beginning, or nothing.
std::size_t number_at(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < 9 &&
         (is_digit(text[end]) || (end > 0 && (text[end] == '.' || text[end] == '-') &&
                                  end + 1 < text.size() && is_digit(text[end + 1]))))
    ++end;
  if (end > 0 && end < text.size() && is_letter(text[end]) &&
      (end + 1 == text.size() || !is_letter(text[end + 1])))
    ++end;
  return end;
}

/// "3Q: …", "3.Q: …", "3A: …"
std::optional<Label> label_behind_number(std::string_view text) {
  constexpr std::size_t most_digits = 3;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::size_t at = digits + (digits < text.size() && text[digits] == '.' ? 1 : 0);
  if (digits > most_digits || at + 1 >= text.size()) return std::nullopt;
  const char letter = text[at];
  const std::string_view behind = behind_closing_marks(text.substr(at + 1));
  if ((letter != 'Q' && letter != 'A') || !is_colon(behind)) return std::nullopt;
  const std::string_view rest =
      behind_closing_marks(behind.substr(behind.starts_with(':') ? 1 : 3));
  return Label{letter == 'Q' ? LabelKind::question : LabelKind::answer, false,
               text.substr(0, digits), without_blanks(rest)};
}

/// "[Q] What …", "[Answer 3]: …", "【答案】…"; but "[Answer](#a3)" and "[a]: https://…" are links.
std::optional<Label> label_in_brackets(std::string_view text) {
  constexpr std::size_t longest = 24;  // bytes
  struct Pair {
    std::string_view open, close;
  };
  static constexpr Pair pairs[] = {{"[", "]"}, {"【", "】"}};
  const auto* const pair =
      std::ranges::find_if(pairs, [text](const Pair& each) { return text.starts_with(each.open); });
  if (pair == std::end(pairs)) return std::nullopt;
  const std::string_view inside = text.substr(pair->open.size(), longest);
  const std::size_t close = inside.find(pair->close);
  if (close == std::string_view::npos || close == 0) return std::nullopt;
  std::string_view rest = text.substr(pair->open.size() + close + pair->close.size());
  if (rest.starts_with('(') || rest.starts_with('[')) return std::nullopt;
  const std::string_view name = inside.substr(0, close);
  for (const LabelWord* const entry : words_at(name)) {
    const std::string_view word = entry->word;
    if (name.size() < word.size() || !equals_ignoring_case(name, word)) continue;
    const bool lone_letter = word.size() == 1;
    if (lone_letter && !is_upper(name.front())) continue;
    std::string_view number = without_blanks(name.substr(word.size()));
    if (number.starts_with('#')) number.remove_prefix(1);
    if (number.size() != number_at(number)) continue;
    rest = behind_closing_marks(rest);
    if (is_colon(rest)) rest.remove_prefix(rest.front() == ':' ? 1 : 3);
    rest = without_blanks(behind_closing_marks(rest));
    if (pair->open == "[" && (rest.starts_with("http") || rest.starts_with('#'))) continue;
    return Label{entry->kind, lone_letter, number, rest};
  }
  return std::nullopt;
}

/// Whether a text that begins with two letters begins with those of a quality of an answer, or of
/// "answer": few do.
bool may_begin_with_quality(std::string_view text) {
  static constexpr auto place_of = [](std::string_view word) {
    return static_cast<std::size_t>((word[0] & 0x1F) << 5 | (word[1] & 0x1F));
  };
  static constexpr auto known = [] {
    std::array<bool, 1024> pairs{};
    for (const std::string_view word : answer_qualities) {
      if (word.size() > 1) pairs[place_of(word)] = true;
    }
    pairs[place_of("answer")] = true;
    return pairs;
  }();
  return text.size() < 2 || !is_letter(text[0]) || !is_letter(text[1]) || known[place_of(text)];
}

/// `text` from "answer" on where nothing but qualities of it stand before; else `text`.
std::string_view behind_qualities(std::string_view text) {
  constexpr std::size_t longest = 40;  // bytes
  static constexpr ByteSet between(" -;/");
  if (text.empty() || !(is_letter_or_digit(text[0]) || between.contains(text[0])) ||
      !may_begin_with_quality(text) || !holds(text.substr(0, longest), "nswer"))
    return text;
  std::size_t end = text.substr(0, longest).find("nswer");
  constexpr std::size_t letters_behind = 5;
  const bool many = end != std::string_view::npos && end + letters_behind < text.size() &&
                    text[end + letters_behind] == 's';
  if (end == std::string_view::npos || end < 2 || many) return text;
  --end;
  for (std::size_t begin = 0; begin < end;) {
    if (!is_letter_or_digit(text[begin])) {
      if (!between.contains(text[begin])) return text;
      ++begin;
      continue;
    }
    std::size_t behind = begin;
    if (is_digit(text[begin])) {
      while (behind < end && is_digit(text[behind])) ++behind;
    } else {
      while (behind <= end && is_letter(text[behind])) ++behind;
      const std::string_view word = text.substr(begin, behind - begin);
      const bool known = std::ranges::any_of(answer_qualities, [word](std::string_view quality) {
        return quality.size() == word.size() && equals_ignoring_case(word, quality);
      });
      if (behind > end || !known) return text;
    }
    begin = behind;
  }
  return text.substr(end);
}

}  // namespace

std::optional<Label> leading_label(std::string_view text) {
  std::string_view marked = behind_marks(text);
  const std::size_t sign = sign_at(marked);
  if (sign > 0) marked = behind_marks(marked.substr(sign));
  const std::string_view begin = behind_qualities(marked);
  const bool emphasised =
      marked.size() < text.size() && marked.data() > text.data() &&
      (*(marked.data() - 1) == '*' || *(marked.data() - 1) == '_' || *(marked.data() - 1) == '>');
  if (begin.empty()) return std::nullopt;
  if (is_digit(begin.front())) return label_behind_number(begin);
  if (begin.front() == '[' || begin.starts_with("【")) return label_in_brackets(begin);
  for (const LabelWord* const entry : words_at(begin)) {
    const auto& [word, kind] = *entry;
    if (begin.size() < word.size()) continue;
    // Most differ in the second letter, or go on: "Qno. 4" alone does so and is a label.
    const bool ascii = word.size() > 1 && ((word[1] | begin[1]) & 0x80) == 0;
    if (ascii && (begin[1] | 0x20) != word[1]) continue;
    std::string_view rest = begin.substr(word.size());
    if (!rest.empty() && is_letter(rest.front()) &&
        ((rest.front() | 0x20) != 'n' || !starts_with_ignoring_case(rest, "no.")))
      continue;
    if (!equals_ignoring_case(begin, word)) continue;
    const bool lone_letter = word.size() == 1 || (word.size() == 2 && (word[0] & 0x80) != 0) ||
                             word == "Ｑ" || word == "Ａ";
    if (lone_letter && rest.starts_with('&')) continue;  // "Q&A"
    // "a." and "F)" are a list's, "✅ A)" is an option; only "Q." and "A)" are labels without a
    // colon.
    const bool colon_only =
        word.size() == 1 && (sign > 0 || (begin.front() != 'Q' && begin.front() != 'A'));
    Label label{kind, lone_letter, {}, {}};
    std::string_view after = behind_closing_marks(rest);
    // The number: "Question 17a", "Q.7", "Q#3", "Question No. 4".
    std::string_view number = without_blanks(after);
    if (starts_with_ignoring_case(number, "no.") ||
        (starts_with_ignoring_case(number, "no ") && number.size() > 3 && is_digit(number[3])))
      number = without_blanks(number.substr(3));
    if (number.starts_with('#') || (number.starts_with('-') && number.data() == rest.data()) ||
        (number.starts_with('.') && number.size() > 1 && is_digit(number[1])))
      number.remove_prefix(1);
    // "Q. 1 What …": one that is the question's own is followed by a word in lower case.
    if (lone_letter && kind == LabelKind::question && number.starts_with(". ") &&
        number.size() > 2 && is_digit(number[2])) {
      const std::string_view spaced = number.substr(2);
      const std::string_view behind = spaced.substr(number_at(spaced));
      const bool counts =
          separator_at(behind) > 0 || (behind.size() > 1 && behind[0] == ' ' &&
                                       (is_upper(behind[1]) || (behind[1] & 0x80) != 0));
      if (counts) number = spaced;
    }
    if (number.starts_with("№")) number = without_blanks(number.substr(3));
    const std::size_t digits = number_at(number);
    if (digits > 0 && number.data() - rest.data() <= 8) {
      label.number = number.substr(0, digits);
      after = behind_closing_marks(number.substr(digits));
    }
    std::string_view gap = without_blanks(after);
    // "Answer (short):", "Antwort (Deutsch):"
    if (kind == LabelKind::answer && !lone_letter && gap.starts_with('(')) {
      constexpr std::size_t longest_remark = 40;  // bytes
      const std::size_t close = gap.substr(0, longest_remark).find(')');
      const std::string_view behind =
          close == std::string_view::npos ? gap : behind_closing_marks(gap.substr(close + 1));
      if (is_colon(behind)) gap = behind;
    }
    std::size_t separator = separator_at(gap);
    const std::size_t dash = dash_at(gap);
    if (separator == 0 && !label.number.empty()) separator = dash;
    if (separator > 0 && is_colon(gap)) separator += dash_at(gap.substr(separator));  // "Ans:- …"
    const bool ends = gap.empty();
    const bool blank_before = gap.size() < after.size();
    bool taken = false;
    if (separator > 0 && (!blank_before || is_colon(gap) || !label.number.empty())) {
      // "Answer. The …" is a sentence unless it stands emphasised; a letter is a label with any.
      // "Ans. The …" is short for one.
      const bool colon = is_colon(gap) || !label.number.empty() || lone_letter || emphasised ||
                         word == "ans" || word == "soln" || word == "sol";
      const std::string_view behind = behind_closing_marks(gap.substr(separator));
      // "questions." may end a sentence of the line above.
      taken = colon || (is_blank(behind) && !is_lower(begin.front()));
      if (colon_only && !is_colon(gap)) taken = false;
      // "q.v.", "a.k.a.", "D.C.": a letter and a dot directly before the next letter; but "Q.料金".
      if (lone_letter && gap.starts_with('.') && label.number.empty() && !behind.empty() &&
          behind.size() == gap.size() - separator && behind.front() != ' ' &&
          behind.front() != '\t' && behind.front() != '\n' && !is_dense(behind.front()))
        taken = false;
      label.rest = behind;
    } else if (!label.number.empty()) {
      // "Q3 Which …"; but "A4 paper", "R2 score", "F1 measure", "Q1 = 12".
      taken = (!lone_letter || word == "q") && (ends || (blank_before && !gap.starts_with('=')));
      label.rest = gap;
    } else if (dash > 0 && gap.size() < rest.size() && is_upper(begin.front()) &&
               (!lone_letter || begin.front() == 'Q' || begin.front() == 'A')) {
      // "Question - What …", "Q - What …"; but "question - answer".
      taken = true;
      label.rest = behind_closing_marks(gap.substr(dash));
    } else if (ends && !lone_letter) {
      taken = true;
      label.rest = gap;
    }
    if (!taken) {
      // "Question" may be the beginning of a longer label no more: words are sorted that way.
      continue;
    }
    label.rest = without_blanks(label.rest);
    return label;
  }
  return std::nullopt;
}

std::optional<Label> speaker_label(std::string_view text) {
  constexpr std::size_t longest_name = 26;  // bytes
  std::string_view begin = behind_marks(text);
  const bool yours = starts_with_ignoring_case(begin, "your ");  // "Your response:"
  if (yours) begin.remove_prefix(5);
  std::size_t end = 0;
  while (
      end < begin.size() && end <= longest_name &&
      (is_letter(begin[end]) || ((begin[end] & 0x80) != 0 && !begin.substr(end).starts_with("："))))
    ++end;
  // Nearly all lines end here.
  std::string_view behind = begin.substr(end);
  if (end < 2 || end > longest_name ||
      !(behind.empty() || behind.starts_with("：") || starts_with_ignoring_case(behind, " said") ||
        std::string_view(":*_< #").find(behind.front()) != std::string_view::npos))
    return std::nullopt;
  const std::string_view name = begin.substr(0, end);
  const auto* const speaker = std::ranges::find_if(speaker_words, [name](const LabelWord& row) {
    return row.word.size() == name.size() && equals_ignoring_case(name, row.word);
  });
  if (speaker == std::end(speaker_words)) return std::nullopt;
  if (yours && speaker->kind != LabelKind::answer) return std::nullopt;
  if (starts_with_ignoring_case(behind, " said")) behind.remove_prefix(5);
  // "Prompt 3:", "User #3"
  std::string_view number = behind;
  while (!number.empty() && (number[0] == ' ' || number[0] == '#')) number.remove_prefix(1);
  const std::size_t digits = std::min(number.find_first_not_of("0123456789"), number.size());
  if (digits > 0 && digits < 5) behind = number.substr(digits);
  const std::string_view rest = behind_closing_marks(behind);
  const bool alone = is_blank(rest) && begin.size() < text.size();
  if (!alone && !is_colon(rest)) return std::nullopt;
  Label label{speaker->kind, false, digits < 5 ? number.substr(0, digits) : std::string_view(),
              rest};
  if (!alone) label.rest = behind_closing_marks(rest.substr(rest.starts_with(':') ? 1 : 3));
  label.rest = without_blanks(label.rest);
  return label;
}

namespace {

struct Hash : std::hash<std::string_view> {
  using is_transparent = void;
};
using WordSet = std::unordered_set<std::string, Hash, std::equal_to<>>;

WordSet folded_set(std::span<const std::string_view> words) {
  WordSet set;
  for (const std::string_view word : words) set.insert(folded_words(word));
  return set;
}

/// How the words of a short text divide among two sets and the rest; numbers count as `around`.
/// Counting ends where there are `enough` others.
struct Division {
  std::size_t nouns = 0;
  std::size_t around = 0;
  std::size_t others = 0;
};

Division divide(const std::string& folded, const WordSet& nouns, const WordSet& around,
                std::size_t enough) {
  Division division;
  for (std::size_t begin = 0; begin < folded.size() && division.others < enough;) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string_view word = std::string_view(folded).substr(begin, end - begin);
    const bool number = word.find_first_not_of("0123456789") == std::string::npos;
    if (nouns.contains(word)) {
      ++division.nouns;
    } else if (number || around.contains(word)) {
      ++division.around;
    } else {
      ++division.others;
    }
    begin = end + 1;
  }
  return division;
}

constexpr std::size_t longest_label = 120;  // bytes

const WordSet& words_around_labels() {
  static const WordSet set = folded_set(around_answer_words);
  return set;
}

}  // namespace

bool is_answer_label(std::string_view text) {
  if (text.size() > longest_label) return false;
  if (const auto label = leading_label(text); label && label->kind == LabelKind::answer)
    return !label->lone_letter && folded_words(label->rest).empty();
  return says_answer(text);
}

bool says_answer(std::string_view text) {
  static const WordSet nouns = folded_set(answer_nouns);
  static const WordSet whole = folded_set(answer_phrases);
  // Nearly every text ends here.
  static const KnownWords beginnings = [] {
    KnownWords words;
    words.add_all(around_answer_words);
    words.add_all(answer_nouns);
    words.add_all(answer_phrases);
    return words;
  }();
  static const KnownWords telling = [] {
    KnownWords words;
    words.add_all(answer_nouns);
    words.add_all(answer_phrases);
    return words;
  }();
  if (text.size() > longest_label || !beginnings.may_begin(text) || !telling.may_stand_in(text))
    return false;
  const std::string folded = folded_words(text);
  if (whole.contains(folded)) return true;
  const Division division = divide(folded, nouns, words_around_labels(), 1);
  return division.nouns > 0 && division.others == 0;
}

bool only_opens(std::string_view text) {
  static const WordSet nouns = folded_set(opening_nouns);
  static const WordSet whole = folded_set(opening_phrases);
  if (text.size() > longest_label || ends_in_question_mark(text)) return false;
  const std::string folded = folded_words(text);
  return folded.empty() || whole.contains(folded) ||
         divide(folded, nouns, words_around_labels(), 1).others == 0;
}

bool is_summary_label(std::string_view text) {
  static const WordSet nouns = folded_set(summary_nouns);
  static const WordSet whole = folded_set(summary_phrases);
  if (text.size() > longest_label) return false;
  if (only_opens(text) || is_answer_label(text)) return true;
  const std::string folded = folded_words(text);
  if (whole.contains(folded)) return true;
  if (ends_in_question_mark(text)) return false;
  const Division division = divide(folded, nouns, words_around_labels(), 2);
  if (division.others == 0) return true;
  // "See Class", "Show Components": a verb of folding and one word more.
  static const WordSet verbs = folded_set(folding_verbs);
  return division.others == 1 && division.nouns + division.around == 1 &&
         verbs.contains(folded.substr(0, folded.find(' ')));
}

}  // namespace answers
