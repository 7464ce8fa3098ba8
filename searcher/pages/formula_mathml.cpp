#include "searcher/pages/formula_mathml.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/encoding.h"
#include "searcher/display/tex_names.h"
#include "searcher/pages/html_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t longest = 2000;  // bytes; what is longer is no formula
constexpr std::size_t deepest = 20;

struct Pair {
  std::string_view name;
  std::string_view text;
};

template <std::size_t Size>
const Pair* find(const Pair (&table)[Size], std::string_view name) {
  const auto* const found = std::ranges::find(table, name, &Pair::name);
  return found == std::end(table) ? nullptr : found;
}

bool is_among(std::string_view words, std::string_view word) {
  return words.find(fmt::format(" {} ", word)) != std::string_view::npos;
}

/// What stands below and above them in a formula by itself.
constexpr std::string_view with_limits =
    " sum prod bigcup bigcap lim liminf limsup max min sup inf argmax argmin det gcd Pr ";
/// Signs that are names or numbers and no operators.
constexpr std::string_view names_beyond_greek = "ℓℏ∞∅∂";
constexpr std::string_view spaces_of_signs = ",:;! ";

constexpr Pair spacing_accents[] = {
    {"hat", "^"},       {"widehat", "^"}, {"bar", "¯"}, {"overline", "‾"}, {"tilde", "~"},
    {"widetilde", "~"}, {"vec", "→"},     {"dot", "˙"}, {"ddot", "¨"},     {"overbrace", "⏞"}};
constexpr Pair accents_below[] = {{"underline", "_"}, {"underbrace", "⏟"}};

/// Tables, by what stands before and behind them.
struct Environment {
  std::string_view name;
  std::string_view open;
  std::string_view close;
};
constexpr Environment environments[] = {
    {"matrix", "", ""},    {"smallmatrix", "", ""}, {"array", "", ""},     {"pmatrix", "(", ")"},
    {"bmatrix", "[", "]"}, {"Bmatrix", "{", "}"},   {"vmatrix", "|", "|"}, {"Vmatrix", "‖", "‖"},
    {"cases", "{", ""},    {"aligned", "", ""},     {"align", "", ""},     {"align*", "", ""},
    {"gathered", "", ""},  {"gather", "", ""},      {"gather*", "", ""},   {"split", "", ""},
    {"equation", "", ""},  {"equation*", "", ""}};

/// Letters of another alphabet: where its A, a and 0 stand, 0 for none, and those that Unicode had
/// before.
struct Alphabet {
  std::string_view names;
  char32_t capitals;
  char32_t small;
  char32_t digits;
  std::string_view exceptions;  ///< "Cℂ": a letter and what it is
};
constexpr Alphabet alphabets[] = {
    {" mathbb mathds ", 0x1D538, 0x1D552, 0x1D7D8, "CℂHℍNℕPℙQℚRℝZℤ"},
    {" mathbf boldsymbol bm textbf ", 0x1D400, 0x1D41A, 0x1D7CE, ""},
    {" mathcal mathscr ", 0x1D49C, 0x1D4B6, 0, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"},
    {" mathfrak ", 0x1D504, 0x1D51E, 0, "CℭHℌIℑRℜZℨ"}};

std::size_t character_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
  return size;
}

std::string element(std::string_view tag, std::string_view text) {
  return fmt::format("<{0}>{1}</{0}>", tag, html_text(text));
}

bool is_greek(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  return lead == 0xCE || lead == 0xCF;  // U+0380 to U+03FF
}

/// A sign as the element that sets it well. Brackets grow with what stands in them only behind
/// \left and \right.
std::string sign_html(std::string_view text) {
  constexpr std::string_view brackets = "()[]{}|‖⟨⟩⌊⌋⌈⌉∣∥/";
  if (brackets.find(text) != std::string_view::npos)
    return fmt::format("<mo stretchy='false'>{}</mo>", text);
  if (is_greek(text)) {
    const bool is_capital = text[0] == '\xCE' && static_cast<unsigned char>(text[1]) < 0xB0;
    return is_capital ? fmt::format("<mi mathvariant='normal'>{}</mi>", text) : element("mi", text);
  }
  return element(names_beyond_greek.find(text) != std::string_view::npos ? "mi" : "mo", text);
}

/// A part of a formula, one element.
struct Part {
  std::string html{};
  bool has_limits = false;   ///< scripts stand below and above it
  bool is_function = false;  ///< a blank parts it from what follows
};

class Reader {
 public:
  Reader(std::string_view tex, bool is_display) : rest_(tex), is_display_(is_display) {}

  /// All of it; nothing where it is not understood.
  std::optional<std::string> all() {
    auto html = row();
    return rest_.empty() ? html : std::nullopt;
  }

 private:
  bool takes(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  void skip_blanks() {
    while (!rest_.empty() &&
           std::string_view(" \t\r\n").find(rest_.front()) != std::string_view::npos)
      rest_.remove_prefix(1);
  }
  bool ends_row() const {
    for (const std::string_view end : {"}", "&", "\\\\", "\\right", "\\end"}) {
      const bool is_longer_name =
          end == "\\right" && rest_.size() > end.size() && is_letter(rest_[end.size()]);
      if (rest_.starts_with(end) && !is_longer_name) return true;
    }
    return rest_.empty();
  }

  /// Parts up to the end of a group, a cell, a pair of brackets.
  std::optional<std::string> row() {
    if (++depth_ > deepest) return std::nullopt;
    std::string html;
    for (skip_blanks(); !ends_row(); skip_blanks()) {
      auto part = with_scripts();
      if (!part) return std::nullopt;
      html += part->html;
      skip_blanks();
      const bool wants_blank =
          part->is_function && !rest_.empty() &&
          std::string_view("([{)]}|,=&^_").find(rest_.front()) == std::string_view::npos &&
          !rest_.starts_with("\\left");
      if (wants_blank) html += "<mspace width='.17em'></mspace>";
    }
    --depth_;
    return html;
  }

  std::optional<Part> with_scripts() {
    Part base{.html = "<mrow></mrow>"};
    if (rest_.front() != '^' && rest_.front() != '_' && rest_.front() != '\'') {
      auto part = atom();
      if (!part) return std::nullopt;
      base = *std::move(part);
    }
    std::string below;
    std::string above;
    for (skip_blanks(); !rest_.empty(); skip_blanks()) {
      if (takes("\\limits")) {
        base.has_limits = true;
      } else if (takes("\\nolimits")) {
        base.has_limits = false;
      } else if (rest_.front() == '\'') {
        std::string primes;
        while (takes("'")) primes += "′";
        above += element("mo", primes);
      } else if (rest_.front() == '^' || rest_.front() == '_') {
        std::string& script = rest_.front() == '^' ? above : below;
        rest_.remove_prefix(1);
        const auto said = argument();
        if (!said) return std::nullopt;
        script += *said;
      } else {
        break;
      }
    }
    if (below.empty() && above.empty()) return base;
    const bool apart = base.has_limits && is_display_;
    const std::string tag = below.empty()   ? (apart ? "mover" : "msup")
                            : above.empty() ? (apart ? "munder" : "msub")
                                            : (apart ? "munderover" : "msubsup");
    const auto in_row = [](const std::string& html) {
      return html.empty() ? html : "<mrow>" + html + "</mrow>";
    };
    base.html = fmt::format("<{0}>{1}{2}{3}</{0}>", tag, base.html, in_row(below), in_row(above));
    return base;
  }

  /// What a command or a script stands for, as one element.
  std::optional<std::string> argument() {
    skip_blanks();
    if (ends_row()) return std::nullopt;
    if (is_digit(rest_.front())) {  // \frac12 is a half
      const std::string digit = element("mn", rest_.substr(0, 1));
      rest_.remove_prefix(1);
      return digit;
    }
    auto part = atom();
    if (!part) return std::nullopt;
    return std::move(part->html);
  }

  /// Of {…} what stands in it, as it is.
  std::optional<std::string_view> raw_argument() {
    skip_blanks();
    if (!takes("{")) return std::nullopt;
    int open = 1;
    for (std::size_t i = 0; i < rest_.size(); ++i) {
      if (rest_[i] == '\\') {
        ++i;
        continue;
      }
      if (rest_[i] == '{') ++open;
      if (rest_[i] == '}' && --open == 0) {
        const std::string_view inside = rest_.substr(0, i);
        rest_.remove_prefix(i + 1);
        return inside;
      }
    }
    return std::nullopt;
  }

  std::optional<Part> atom() {
    const char first = rest_.front();
    if (takes("{")) {
      auto inside = row();
      if (!inside || !takes("}")) return std::nullopt;
      return Part{"<mrow>" + *inside + "</mrow>"};
    }
    if (first == '\\') return command();
    if (first == '#' || first == '%' || first == '$') return std::nullopt;
    if (first == '~') {
      rest_.remove_prefix(1);
      return Part{"<mspace width='.33em'></mspace>"};
    }
    if (is_digit(first)) return Part{element("mn", number())};
    const std::string_view text = rest_.substr(0, character_size(rest_));
    rest_.remove_prefix(text.size());
    if (is_letter(first)) return Part{element("mi", text)};
    if (first == '-') return Part{"<mo>−</mo>"};
    if (first == '*') return Part{"<mo>∗</mo>"};
    return Part{sign_html(text)};
  }

  std::string_view number() {
    std::size_t end = 1;
    while (end < rest_.size() &&
           (is_digit(rest_[end]) ||
            (rest_[end] == '.' && end + 1 < rest_.size() && is_digit(rest_[end + 1]))))
      ++end;
    const std::string_view digits = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return digits;
  }

  std::optional<Part> command() {
    rest_.remove_prefix(1);
    const auto letters = std::min<std::size_t>(
        static_cast<std::size_t>(std::ranges::find_if_not(rest_, is_letter) - rest_.begin()),
        rest_.size());
    if (letters == 0) return command_of_sign();
    const std::string_view name = rest_.substr(0, letters);
    rest_.remove_prefix(letters);
    if (name == "frac" || name == "dfrac" || name == "tfrac" || name == "cfrac")
      return of_two("<mfrac>{0}{1}</mfrac>");
    if (name == "binom" || name == "dbinom" || name == "tbinom")
      return of_two("<mrow><mo>(</mo><mfrac linethickness='0'>{0}{1}</mfrac><mo>)</mo></mrow>");
    if (name == "overset" || name == "stackrel") return of_two("<mover>{1}{0}</mover>");
    if (name == "underset") return of_two("<munder>{1}{0}</munder>");
    if (name == "sqrt") return root();
    if (name == "left") return brackets();
    if (name == "begin") return table();
    if (name == "middle") return delimiter_part();
    if (name == "bmod" || name == "mod") return Part{"<mo>mod</mo>"};
    if (name == "pmod") {
      const auto of = argument();
      if (!of) return std::nullopt;
      return Part{"<mrow><mo>(</mo><mo>mod</mo>" + *of + "<mo>)</mo></mrow>"};
    }
    if (name == "label" || name == "tag") {
      return raw_argument() ? std::optional(Part{}) : std::nullopt;
    }
    if (name == "nonumber" || name == "notag" || name == "textstyle") return Part{};
    if (const Pair* accent = find(spacing_accents, name)) {
      const auto below = argument();
      if (!below) return std::nullopt;
      return Part{fmt::format("<mover accent='true'>{}<mo>{}</mo></mover>", *below, accent->text),
                  name == "overbrace"};
    }
    if (const Pair* accent = find(accents_below, name)) {
      const auto above = argument();
      if (!above) return std::nullopt;
      return Part{fmt::format("<munder>{}<mo>{}</mo></munder>", *above, accent->text),
                  name == "underbrace"};
    }
    if (is_among(" text textrm textit textsf texttt mbox hbox ", name)) {
      const auto text = raw_argument();
      if (!text) return std::nullopt;
      return Part{element("mtext", *text)};
    }
    for (const Alphabet& alphabet : alphabets) {
      if (is_among(alphabet.names, name)) return in_alphabet(alphabet);
    }
    if (name == "operatorname" || name == "mathrm" || name == "mathsf" || name == "mathtt")
      return upright(name == "operatorname");
    if (is_tex_dress(name)) {
      auto inside = argument();
      return inside ? std::optional(Part{*std::move(inside)}) : std::nullopt;
    }
    if (is_tex_function(name)) return Part{element("mi", name), is_among(with_limits, name), true};
    if (const auto symbol = tex_symbol(name)) {
      if (symbol->empty()) return Part{};
      if (symbol->front() == ' ')
        return Part{fmt::format("<mspace width='{}em'></mspace>", symbol->size() / 2)};
      return Part{sign_html(*symbol), is_among(with_limits, name)};
    }
    return std::nullopt;
  }

  std::optional<Part> command_of_sign() {
    if (rest_.empty()) return std::nullopt;
    const char sign = rest_.front();
    rest_.remove_prefix(1);
    if (spaces_of_signs.find(sign) != std::string_view::npos)
      return Part{sign == '!' ? "" : "<mspace width='.2em'></mspace>"};
    if (sign == '|') return Part{sign_html("‖")};
    if (std::string_view("{}%$#&_").find(sign) != std::string_view::npos)
      return Part{sign_html(std::string_view(&sign, 1))};
    return std::nullopt;
  }

  std::optional<Part> of_two(const char* form) {
    const auto first = argument();
    const auto second = first ? argument() : std::nullopt;
    if (!second) return std::nullopt;
    return Part{fmt::format(fmt::runtime(form), *first, *second)};
  }

  std::optional<Part> root() {
    skip_blanks();
    std::string index;
    if (takes("[")) {
      const auto close = rest_.find(']');
      if (close == std::string_view::npos) return std::nullopt;
      const auto inside = Reader(rest_.substr(0, close), false).all();
      if (!inside) return std::nullopt;
      index = "<mrow>" + *inside + "</mrow>";
      rest_.remove_prefix(close + 1);
    }
    const auto of = argument();
    if (!of) return std::nullopt;
    return Part{index.empty() ? "<msqrt>" + *of + "</msqrt>"
                              : "<mroot>" + *of + index + "</mroot>"};
  }

  /// The sign behind \left, \right, \middle; "" of a full stop.
  std::optional<std::string> delimiter() {
    skip_blanks();
    if (rest_.empty()) return std::nullopt;
    if (takes(".")) return std::string();
    if (takes("\\{")) return "{";
    if (takes("\\}")) return "}";
    if (takes("\\|")) return "‖";
    if (takes("\\")) {
      const auto letters =
          static_cast<std::size_t>(std::ranges::find_if_not(rest_, is_letter) - rest_.begin());
      const auto symbol = tex_symbol(rest_.substr(0, letters));
      rest_.remove_prefix(letters);
      return symbol ? std::optional(std::string(*symbol)) : std::nullopt;
    }
    const std::string text(rest_.substr(0, character_size(rest_)));
    rest_.remove_prefix(text.size());
    return text;
  }
  std::optional<Part> delimiter_part() {
    const auto sign = delimiter();
    return sign ? std::optional(Part{element("mo", *sign)}) : std::nullopt;
  }

  std::optional<Part> brackets() {
    const auto open = delimiter();
    const auto inside = open ? row() : std::nullopt;
    if (!inside || !takes("\\right")) return std::nullopt;
    const auto close = delimiter();
    if (!close) return std::nullopt;
    const auto sign = [](const std::string& text) {
      return text.empty() ? text : element("mo", text);
    };
    return Part{"<mrow>" + sign(*open) + *inside + sign(*close) + "</mrow>"};
  }

  std::optional<Part> table() {
    const auto name = raw_argument();
    if (!name) return std::nullopt;
    const auto* const environment = std::ranges::find(environments, *name, &Environment::name);
    if (environment == std::end(environments)) return std::nullopt;
    if (environment->name == "array" && !raw_argument()) return std::nullopt;
    std::string rows = "<mtr>";
    while (true) {
      const auto cell = row();
      if (!cell) return std::nullopt;
      rows += "<mtd>" + *cell + "</mtd>";
      if (takes("&")) continue;
      if (!takes("\\\\")) break;
      skip_blanks();
      if (rest_.starts_with("\\end")) break;
      rows += "</mtr><mtr>";
    }
    if (!takes("\\end") || raw_argument() != name) return std::nullopt;
    const auto sign = [](std::string_view text) {
      return text.empty() ? std::string() : element("mo", text);
    };
    return Part{"<mrow>" + sign(environment->open) + "<mtable>" + rows + "</mtr></mtable>" +
                sign(environment->close) + "</mrow>"};
  }

  /// A name of several letters, which browsers set upright.
  std::optional<Part> upright(bool is_function) {
    skip_blanks();
    if (!rest_.starts_with('{')) {
      auto one = argument();
      return one ? std::optional(Part{*std::move(one)}) : std::nullopt;
    }
    const auto text = raw_argument();
    if (!text || text->find('\\') != std::string_view::npos) return std::nullopt;
    return Part{fmt::format("<mi mathvariant='normal'>{}</mi>", html_text(*text)),
                is_function && is_among(with_limits, *text), is_function};
  }

  std::optional<Part> in_alphabet(const Alphabet& alphabet) {
    skip_blanks();
    if (rest_.empty()) return std::nullopt;
    if (rest_.front() == '\\') {  // \mathbf\mu
      auto one = argument();
      return one ? std::optional(Part{*std::move(one)}) : std::nullopt;
    }
    std::string_view text = rest_.substr(0, 1);
    if (rest_.front() == '{') {
      const auto inside = raw_argument();
      if (!inside) return std::nullopt;
      text = *inside;
      if (text.find_first_of("\\^_{") != std::string_view::npos) {
        const auto plain = Reader(text, is_display_).all();
        return plain ? std::optional(Part{"<mrow>" + *plain + "</mrow>"}) : std::nullopt;
      }
    } else {
      rest_.remove_prefix(1);
    }
    std::string letters;
    for (const char c : text) {
      const auto exception = alphabet.exceptions.find(c);
      if (exception != std::string_view::npos && is_letter(c)) {
        const std::string_view behind = alphabet.exceptions.substr(exception + 1);
        letters += behind.substr(0, character_size(behind));
      } else if (c >= 'A' && c <= 'Z') {
        append_utf8(letters, alphabet.capitals + static_cast<char32_t>(c - 'A'));
      } else if (c >= 'a' && c <= 'z') {
        append_utf8(letters, alphabet.small + static_cast<char32_t>(c - 'a'));
      } else if (is_digit(c) && alphabet.digits != 0) {
        append_utf8(letters, alphabet.digits + static_cast<char32_t>(c - '0'));
      } else {
        letters += c;
      }
    }
    return Part{fmt::format("<mi mathvariant='normal'>{}</mi>", html_text(letters))};
  }

  std::string_view rest_;
  bool is_display_;
  std::size_t depth_ = 0;
};

}  // namespace

std::optional<std::string> formula_mathml(std::string_view tex, bool is_display) {
  if (tex.size() > longest) return std::nullopt;
  const auto html = Reader(tex, is_display).all();
  if (!html || html->empty()) return std::nullopt;
  return fmt::format("<math{}>{}</math>", is_display ? " display='block' tabindex='0'" : "", *html);
}

}  // namespace answers
