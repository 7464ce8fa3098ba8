#include "searcher/display/formula_text.h"

#include "corpus/characters/ascii.h"
#include "searcher/display/tex_names.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t deepest = 20;
constexpr std::size_t longest_passage = 64 << 10;
constexpr std::size_t longest = 2000;  // what is longer is no formula in a line

struct Symbol {
  std::string_view name;
  std::string_view text;
};

constexpr Symbol double_struck[] = {{"C", "ℂ"}, {"E", "𝔼"}, {"N", "ℕ"}, {"P", "ℙ"}, {"Q", "ℚ"},
                                    {"R", "ℝ"}, {"V", "𝕍"}, {"Z", "ℤ"}, {"1", "𝟙"}};

constexpr Symbol raised[] = {
    {"0", "⁰"}, {"1", "¹"}, {"2", "²"}, {"3", "³"}, {"4", "⁴"}, {"5", "⁵"}, {"6", "⁶"}, {"7", "⁷"},
    {"8", "⁸"}, {"9", "⁹"}, {"+", "⁺"}, {"-", "⁻"}, {"=", "⁼"}, {"(", "⁽"}, {")", "⁾"}, {"a", "ᵃ"},
    {"b", "ᵇ"}, {"c", "ᶜ"}, {"d", "ᵈ"}, {"e", "ᵉ"}, {"f", "ᶠ"}, {"g", "ᵍ"}, {"h", "ʰ"}, {"i", "ⁱ"},
    {"j", "ʲ"}, {"k", "ᵏ"}, {"l", "ˡ"}, {"m", "ᵐ"}, {"n", "ⁿ"}, {"o", "ᵒ"}, {"p", "ᵖ"}, {"r", "ʳ"},
    {"s", "ˢ"}, {"t", "ᵗ"}, {"u", "ᵘ"}, {"v", "ᵛ"}, {"w", "ʷ"}, {"x", "ˣ"}, {"y", "ʸ"}, {"z", "ᶻ"},
    {"A", "ᴬ"}, {"B", "ᴮ"}, {"D", "ᴰ"}, {"E", "ᴱ"}, {"G", "ᴳ"}, {"H", "ᴴ"}, {"I", "ᴵ"}, {"J", "ᴶ"},
    {"K", "ᴷ"}, {"L", "ᴸ"}, {"M", "ᴹ"}, {"N", "ᴺ"}, {"O", "ᴼ"}, {"P", "ᴾ"}, {"R", "ᴿ"}, {"T", "ᵀ"},
    {"U", "ᵁ"}, {"W", "ᵂ"}, {"⊤", "ᵀ"}, {"β", "ᵝ"}, {"γ", "ᵞ"}, {"δ", "ᵟ"}, {"θ", "ᶿ"}, {"φ", "ᵠ"},
    {"χ", "ᵡ"}, {"′", "′"}, {"∗", "*"}, {"*", "*"}, {"∘", "°"}, {" ", ""},
};

constexpr Symbol lowered[] = {
    {"0", "₀"}, {"1", "₁"}, {"2", "₂"}, {"3", "₃"}, {"4", "₄"}, {"5", "₅"}, {"6", "₆"}, {"7", "₇"},
    {"8", "₈"}, {"9", "₉"}, {"+", "₊"}, {"-", "₋"}, {"=", "₌"}, {"(", "₍"}, {")", "₎"}, {"a", "ₐ"},
    {"e", "ₑ"}, {"h", "ₕ"}, {"i", "ᵢ"}, {"j", "ⱼ"}, {"k", "ₖ"}, {"l", "ₗ"}, {"m", "ₘ"}, {"n", "ₙ"},
    {"o", "ₒ"}, {"p", "ₚ"}, {"r", "ᵣ"}, {"s", "ₛ"}, {"t", "ₜ"}, {"u", "ᵤ"}, {"v", "ᵥ"}, {"x", "ₓ"},
    {"β", "ᵦ"}, {"γ", "ᵧ"}, {"ρ", "ᵨ"}, {"φ", "ᵩ"}, {"χ", "ᵪ"}, {" ", ""},
};

template <std::size_t Size>
std::optional<std::string_view> find(const Symbol (&table)[Size], std::string_view name) {
  const auto* const found = std::ranges::find(table, name, &Symbol::name);
  return found == std::end(table) ? std::nullopt : std::optional(found->text);
}

/// The bytes of the character that `text` begins with.
std::size_t character_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
  return size;
}

/// Each character in another form; nothing where one has none.
template <std::size_t Size>
std::optional<std::string> in_form(const Symbol (&table)[Size], std::string_view text) {
  std::string formed;
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    const auto form = find(table, text.substr(0, size));
    if (!form) return std::nullopt;
    formed += *form;
    text.remove_prefix(size);
  }
  return formed;
}

/// In brackets where it is more than one number or name: of a fraction.
std::string bracketed(const std::string& text) {
  const bool is_one = std::ranges::all_of(text, is_word_byte) ||
                      (text.starts_with('(') && text.find(')') == text.size() - 1);
  return is_one ? text : '(' + text + ')';
}

class FormulaReader {
 public:
  explicit FormulaReader(std::string_view tex) : rest_(tex) {}

  /// Up to the end, or to the brace that closes.
  std::optional<std::string> read(bool in_braces) {
    if (++depth_ > deepest) return std::nullopt;
    std::string text;
    while (!rest_.empty() && rest_.front() != '}') {
      const char sign = rest_.front();
      if (sign == '^' || sign == '_') {
        rest_.remove_prefix(1);
        const auto script = argument();
        const auto small = !script       ? std::nullopt
                           : sign == '^' ? in_form(raised, *script)
                                         : in_form(lowered, *script);
        if (!small) return std::nullopt;
        text += *small;
        continue;
      }
      const auto part = atom();
      if (!part) return std::nullopt;
      text += *part;
    }
    --depth_;
    if (in_braces != rest_.starts_with('}')) return std::nullopt;
    if (in_braces) rest_.remove_prefix(1);
    return text;
  }

 private:
  /// What a command or a script stands for: the next brace or the next atom.
  std::optional<std::string> argument() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    if (rest_.empty() || rest_.front() == '}') return std::nullopt;
    return atom();
  }

  std::optional<std::string> atom() {
    const char first = rest_.front();
    if (first == '{') {
      rest_.remove_prefix(1);
      return read(true);
    }
    if (first == '\\') return command();
    if (first == '&' || first == '#' || first == '%') return std::nullopt;  // an array, a comment
    const std::size_t size = character_size(rest_);
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    if (text == "'") return "′";
    if (text == "~" || text == "\n") return " ";
    return text;
  }

  std::optional<std::string> command() {
    rest_.remove_prefix(1);
    if (rest_.empty()) return std::nullopt;
    const auto letters = std::min(
        static_cast<std::size_t>(std::ranges::find_if_not(rest_, is_letter) - rest_.begin()),
        rest_.size());
    if (letters == 0) {
      const char sign = rest_.front();
      rest_.remove_prefix(1);
      if (sign == ',' || sign == ';' || sign == ':' || sign == ' ') return " ";
      if (sign == '!') return "";
      if (sign == '|') return "‖";
      if (std::string_view("{}%$#&_").find(sign) != std::string_view::npos)
        return std::string(1, sign);
      return std::nullopt;  // a line end among others
    }
    const std::string_view name = rest_.substr(0, letters);
    rest_.remove_prefix(letters);
    if (const auto symbol = tex_symbol(name)) {
      if ((name == "left" || name == "right") && rest_.starts_with('.')) rest_.remove_prefix(1);
      return std::string(*symbol);
    }
    if (is_tex_function(name)) return std::string(name);
    if (is_tex_dress(name)) return argument();
    if (const auto accent = tex_accent(name)) {
      const auto letter = argument();
      if (!letter || letter->empty() || character_size(*letter) != letter->size())
        return std::nullopt;
      return *letter + std::string(*accent);
    }
    if (name == "mathbb" || name == "mathds") {
      const auto letters_of = argument();
      return letters_of ? in_form(double_struck, *letters_of) : std::nullopt;
    }
    if (name == "sqrt") {
      if (rest_.starts_with('[')) return std::nullopt;
      const auto inside = argument();
      return inside ? std::optional("√" + bracketed(*inside)) : std::nullopt;
    }
    if (name == "frac" || name == "tfrac" || name == "dfrac") {
      const auto above = argument();
      const auto below = above ? argument() : std::nullopt;
      return below ? std::optional(bracketed(*above) + '/' + bracketed(*below)) : std::nullopt;
    }
    return std::nullopt;
  }

  std::string_view rest_;
  std::size_t depth_ = 0;
};

struct Formula {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< with its signs
  std::string text{};
};

/// The next one that can be said in Unicode, from `at` on. Nothing in code is one, and "$5 and $6"
/// is none either: a dollar that opens has no blank behind it, one that closes none before it and
/// no digit behind it, as Pandoc has it.
std::optional<Formula> next_formula(std::string_view text, std::size_t at) {
  static constexpr std::pair<std::string_view, std::string_view> signs[] = {
      {"$$", "$$"}, {"$", "$"}, {"\\(", "\\)"}, {"\\[", "\\]"}};
  for (; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (rest.front() == '`') {
      const auto run = std::min(rest.find_first_not_of('`'), rest.size());
      const auto close = rest.find(rest.substr(0, run), run);
      at += close == rest.npos ? run - 1 : close + run - 1;
      continue;
    }
    if (rest.front() == '\\' && rest.substr(1, 1) != "(" && rest.substr(1, 1) != "[") {
      ++at;
      continue;
    }
    const auto* const sign =
        std::ranges::find_if(signs, [&](const auto& one) { return rest.starts_with(one.first); });
    if (sign == std::end(signs)) continue;
    const std::size_t from = sign->first.size();
    const auto close = rest.substr(0, longest).find(sign->second, from);
    if (close == rest.npos || close == from) {
      at += from - 1;
      continue;
    }
    const std::string_view inside = rest.substr(from, close - from);
    const std::size_t end = close + sign->second.size();
    const bool is_dollar = sign->first == "$";
    if (is_dollar && (inside.front() == ' ' || inside.back() == ' ' ||
                      (end < rest.size() && is_digit(rest[end]))))
      continue;
    if (auto said = formula_text(inside)) return Formula{at, at + end, std::move(*said)};
    at += end - 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> formula_text(std::string_view tex) {
  if (tex.size() > longest) return std::nullopt;
  auto text = FormulaReader(tex).read(false);
  if (!text) return std::nullopt;
  const auto first = text->find_first_not_of(" \n");
  if (first == std::string::npos) return std::nullopt;
  return text->substr(first, text->find_last_not_of(" \n") + 1 - first);
}

Passage with_formulas(const Passage& passage) {
  Passage changed = passage;
  std::size_t at = 0;
  if (changed.text.size() > longest_passage) return changed;
  while (const auto formula = next_formula(changed.text, at)) {
    const std::size_t length = formula->end - formula->begin;
    std::erase_if(changed.matches, [&](const Range& match) {
      return match.end > formula->begin && match.begin < formula->end;
    });
    for (Range& match : changed.matches) {
      if (match.begin < formula->end) continue;
      match.begin = match.begin - length + formula->text.size();
      match.end = match.end - length + formula->text.size();
    }
    changed.text.replace(formula->begin, length, formula->text);
    at = formula->begin + formula->text.size();
  }
  return changed;
}

}  // namespace answers
