#include "corpus/wording/difficulty.h"

#include "corpus/characters/byte_set.h"
#include "corpus/characters/characters.h"
#include "corpus/wording/word_table.h"

#include <algorithm>
#include <cstddef>

namespace answers {
namespace {

enum class Where : bool {
  anywhere,
  as_a_value,  ///< no grade in the brackets of a question: "a distribution (normal)", "norm (L1)"
};

struct Grade {
  std::string_view word;
  std::string_view difficulty;
  Where where = Where::anywhere;
};

constexpr Grade words[] = {
    {"easy", "easy"},
    {"beginner", "easy"},
    {"beginners", "easy"},
    {"junior", "easy"},
    {"fundamental", "easy"},
    {"entry level", "easy"},
    {"e", "easy", Where::as_a_value},
    {"entry", "easy", Where::as_a_value},
    {"basic", "easy", Where::as_a_value},
    {"basics", "easy", Where::as_a_value},
    {"simple", "easy", Where::as_a_value},
    {"novice", "easy", Where::as_a_value},
    {"elementary", "easy", Where::as_a_value},
    {"fundamentals", "easy", Where::as_a_value},
    {"low", "easy", Where::as_a_value},
    {"l1", "easy", Where::as_a_value},
    {"level 1", "easy", Where::as_a_value},
    {"leicht", "easy"},
    {"einfach", "easy"},
    {"facile", "easy"},
    {"facil", "easy"},
    {"fácil", "easy"},
    {"легкий", "easy"},
    {"лёгкий", "easy"},
    {"простой", "easy"},
    {"легко", "easy"},
    {"简单", "easy"},
    {"簡單", "easy"},
    {"容易", "easy"},
    {"基础", "easy", Where::as_a_value},
    {"初级", "easy"},
    {"初級", "easy"},
    {"쉬움", "easy"},
    {"medium", "medium"},
    {"intermediate", "medium"},
    {"m", "medium", Where::as_a_value},
    {"mid", "medium", Where::as_a_value},
    {"middle", "medium", Where::as_a_value},
    {"moderate", "medium", Where::as_a_value},
    {"normal", "medium", Where::as_a_value},
    {"l2", "medium", Where::as_a_value},
    {"level 2", "medium", Where::as_a_value},
    {"mittel", "medium"},
    {"moyen", "medium"},
    {"medio", "medium"},
    {"médio", "medium"},
    {"intermedio", "medium"},
    {"средний", "medium"},
    {"средняя", "medium"},
    {"中等", "medium"},
    {"中级", "medium"},
    {"中級", "medium"},
    {"一般", "medium", Where::as_a_value},
    {"보통", "medium"},
    {"hard", "hard"},
    {"advanced", "hard"},
    {"difficult", "hard"},
    {"senior", "hard"},
    {"h", "hard", Where::as_a_value},
    {"advance", "hard", Where::as_a_value},
    {"expert", "hard", Where::as_a_value},
    {"challenging", "hard", Where::as_a_value},
    {"high", "hard", Where::as_a_value},
    {"l3", "hard", Where::as_a_value},
    {"level 3", "hard", Where::as_a_value},
    {"schwer", "hard"},
    {"schwierig", "hard"},
    {"difficile", "hard"},
    {"difícil", "hard"},
    {"dificil", "hard"},
    {"avanzado", "hard"},
    {"сложный", "hard"},
    {"трудный", "hard"},
    {"сложно", "hard"},
    {"困难", "hard"},
    {"困難", "hard"},
    {"高级", "hard"},
    {"高級", "hard"},
    {"难", "hard"},
    {"어려움", "hard"},
};

const Grade* grade_of_word(std::string_view text) {
  static const WordTable table(words, &Grade::word);
  return table.find(folded_words(text));
}

constexpr Grade emoji[] = {
    {"👶", "easy"},      {"🐣", "easy"},      {"🟢", "easy"}, {"⭐", "medium"}, {"🌟", "medium"},
    {"🟡", "medium"}, {"🟠", "medium"}, {"🚀", "hard"},    {"🔴", "hard"},
};

constexpr std::string_view grades[] = {"easy", "medium", "hard"};

/// "★★☆", "2/3", "★★" with `of` stars in all (0: not said).
std::string_view of_three(std::size_t reached, std::size_t of) {
  if (reached == 0 || (of != 0 && of < reached)) return {};
  if (of == 0) return reached <= 3 ? grades[reached - 1] : grades[2];
  if (of == 1) return {};
  return grades[std::min<std::size_t>(2, (reached - 1) * 3 / of)];
}

std::size_t count_of(std::string_view text, std::string_view sign) {
  std::size_t count = 0;
  for (std::size_t at = text.find(sign); at != std::string_view::npos;
       at = text.find(sign, at + sign.size()))
    ++count;
  return count;
}

std::string_view stars(std::string_view text) {
  const std::size_t black = count_of(text, "★");
  const std::size_t white = count_of(text, "☆");
  if (black + white == 0 || (black + white) * 3 != text.size()) return {};
  return of_three(black, black + white == black ? 0 : black + white);
}

/// What the same emoji again and again means: "⭐⭐⭐" is the third grade, not the second.
std::string repeated(const Grade& grade, std::size_t count) {
  return std::string(count > 1 && grade.word == "⭐" ? of_three(count, 0) : grade.difficulty);
}

/// "2/3"
std::string_view fraction(std::string_view text) {
  const auto is_digit = [](char byte) { return byte >= '1' && byte <= '9'; };
  if (text.size() != 3 || text[1] != '/' || !is_digit(text[0]) || !is_digit(text[2])) return {};
  return of_three(static_cast<std::size_t>(text[0] - '0'), static_cast<std::size_t>(text[2] - '0'));
}

struct Brackets {
  std::string_view open;
  std::string_view close;
};

constexpr Brackets brackets[] = {{"[", "]"}, {"(", ")"}, {"（", "）"}, {"【", "】"}};

/// The grade in the brackets of a question, without them. Of letters only "[E]", "[M]" and "[H]"
/// count: "(e)" is a list's.
std::string grade_in_brackets(const Brackets& kind, std::string_view inside) {
  inside = trimmed(inside);
  if (inside.size() == 1 && kind.open == "[") {
    if (inside == "E" || inside == "M" || inside == "H") return difficulty_named(inside);
    return {};
  }
  if (const Grade* grade = grade_of_word(inside); grade != nullptr)
    return grade->where == Where::anywhere ? std::string(grade->difficulty) : std::string();
  return difficulty_named(inside);
}

constexpr std::size_t longest_grade = 40;  // bytes between brackets

/// The byte that the last character begins with.
char lead_of_last(std::string_view text) {
  while (text.size() > 1 && (text.back() & 0xC0) == 0x80) text.remove_suffix(1);
  return text.back();
}

}  // namespace

std::string difficulty_named(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 2 * longest_grade) return {};
  for (const auto& [open, close] : brackets) {
    if (text.starts_with(open) && text.ends_with(close) && text.size() > open.size() + close.size())
      text = trimmed(text.substr(open.size(), text.size() - open.size() - close.size()));
  }
  if (const auto found = stars(text); !found.empty()) return std::string(found);
  if (const auto found = fraction(text); !found.empty()) return std::string(found);
  for (const Grade& grade : emoji) {
    if (text.starts_with(grade.word)) return repeated(grade, count_of(text, grade.word));
  }
  const Grade* grade = grade_of_word(text);
  return grade == nullptr ? std::string() : std::string(grade->difficulty);
}

std::string take_difficulty(std::string_view& question) {
  const std::string_view text = trimmed(question);
  if (text.empty()) return {};
  // Of most neither a bracket nor an emoji stands before it or behind it.
  static constexpr ByteSet begin_signs("[]()\xE2\xE3\xEF\xF0");
  static constexpr ByteSet begin_emoji("\xE2\xF0");
  const char first = text.front();
  const char last = lead_of_last(text);
  if (!begin_signs.contains(first) && !begin_signs.contains(last)) return {};
  const auto leave = [&question](std::string_view rest) { question = trimmed(rest); };
  for (const Brackets& kind : brackets) {
    if (text.starts_with(kind.open)) {
      const std::size_t end = text.find(kind.close);
      if (end == std::string_view::npos || end > longest_grade) continue;
      const std::string_view rest = text.substr(end + kind.close.size());
      std::string difficulty =
          grade_in_brackets(kind, text.substr(kind.open.size(), end - kind.open.size()));
      if (difficulty.empty() || is_blank(rest)) continue;
      leave(rest);
      return difficulty;
    }
    if (text.ends_with(kind.close)) {
      const std::size_t begin = text.rfind(kind.open);
      if (begin == std::string_view::npos || begin == 0 || text.size() - begin > longest_grade)
        continue;
      const std::size_t inside = begin + kind.open.size();
      std::string difficulty =
          grade_in_brackets(kind, text.substr(inside, text.size() - inside - kind.close.size()));
      if (difficulty.empty()) continue;
      leave(text.substr(0, begin));
      return difficulty;
    }
  }
  if (!begin_emoji.contains(first) && !begin_emoji.contains(last)) return {};
  for (const Grade& grade : emoji) {
    std::string_view rest = text;
    std::size_t count = 0;
    for (; rest.ends_with(grade.word); ++count) {
      rest.remove_suffix(grade.word.size());
      rest = trimmed(rest);
    }
    if (count > 0 && !rest.empty()) {
      std::string difficulty = repeated(grade, count);
      leave(rest);
      return difficulty;
    }
    if (text.starts_with(grade.word) && !is_blank(text.substr(grade.word.size()))) {
      leave(text.substr(grade.word.size()));
      return std::string(grade.difficulty);
    }
  }
  return {};
}

}  // namespace answers
