#include "corpus/translated/man_page_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/translated/translated_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// Names of signs, behind "\\(" or in "\\[…]".
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> signs = {{
    {"bu", "•"}, {"aq", "'"},  {"dq", "\""}, {"em", "—"}, {"en", "–"}, {"hy", "-"},
    {"lq", "“"}, {"rq", "”"},  {"oq", "‘"},  {"cq", "’"}, {"co", "©"}, {"rg", "®"},
    {"mu", "×"}, {"de", "°"},  {"->", "→"},  {"<-", "←"}, {"ti", "~"}, {"ha", "^"},
    {"ga", "`"}, {"rs", "\\"}, {"sl", "/"},  {"la", "⟨"}, {"ra", "⟩"}, {"ss", "ß"},
}};

/// A text without its escapes; fonts become Markdown's, unless `plain`.
std::string without_escapes(std::string_view text, bool plain = false) {
  std::string result;
  std::string_view open;  // the mark of the font that is on
  const auto set_font = [&](std::string_view font) {
    const std::string_view mark = font == "B" || font == "3"   ? "**"
                                  : font == "I" || font == "2" ? "*"
                                                               : "";
    if (plain || mark == open) return;
    // A mark stands before a blank as little as behind one.
    const std::size_t blanks = result.size() - (result.find_last_not_of(' ') + 1);
    result.resize(result.size() - blanks);
    if (open.empty() && !mark.empty()) {
      result.append(blanks, ' ').append(mark);
    } else {
      result.append(open).append(blanks, ' ').append(mark);
    }
    open = mark;
  };
  const auto append_sign = [&result](std::string_view name) {
    const auto* const found =
        std::ranges::find(signs, name, [](const auto& sign) { return sign.first; });
    if (found != signs.end()) result.append(found->second);
  };
  while (!text.empty()) {
    const std::size_t at = std::min(text.find('\\'), text.size());
    result.append(text.substr(0, at));
    text.remove_prefix(std::min(text.size(), at + 1));
    if (text.empty()) break;
    const char kind = text[0];
    if ((kind & 0x80) != 0) continue;  // a character that needs no escape
    text.remove_prefix(1);
    const auto take = [&text](std::size_t bytes) {  // and what is left of the last character
      while (bytes > 0 && bytes < text.size() && (text[bytes] & 0xC0) == 0x80) ++bytes;
      const std::string_view taken = text.substr(0, bytes);
      text.remove_prefix(taken.size());
      return taken;
    };
    const auto take_name = [&]() -> std::string_view {  // "x", "(xx", "[xxx]"
      if (text.starts_with('(')) return take(3).substr(1);
      if (!text.starts_with('[')) return take(1);
      const std::string_view name = take(std::min(text.find(']'), text.size())).substr(1);
      take(1);
      return name;
    };
    switch (kind) {
      case 'f':
        set_font(take_name());
        break;
      case '(':
        append_sign(take(2));
        break;
      case '[':
        append_sign(take(std::min(text.find(']'), text.size())));
        take(1);
        break;
      case '*':
      case 'n':
      case 'm':
        take_name();
        break;
      case 's':
        if (text.starts_with('+') || text.starts_with('-')) take(1);
        take(1);
        break;
      case '"':
        text = {};
        break;
      case '-':
      case '.':
      case '\'':
      case '`':
        result += kind == '`' ? '`' : kind;
        break;
      case 'e':
      case '\\':
        result += '\\';
        break;
      case '~':
      case '0':
      case ' ':
        result += ' ';
        break;
      default:  // \\& \\| \\^ \\/ \\, \\c: nothing that is seen
        break;
    }
  }
  set_font("R");
  return result;
}

/// The words of a request: in quotes they may hold blanks.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!(text = trimmed(text)).empty()) {
    const bool quoted = text.starts_with('"');
    if (quoted) text.remove_prefix(1);
    const std::size_t end = std::min(text.find(quoted ? '"' : ' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return words;
}

std::string joined(std::string_view text, std::string_view between) {
  std::string result;
  for (const std::string_view word : words_of(text))
    result.append(result.empty() ? "" : between).append(without_escapes(word, true));
  return result;
}

class ManPage {
 public:
  ManPage(const TextLines& lines, TranslatedLines& made) : lines_(lines), made_(made) {}

  void translate() {
    for (std::size_t at = 0; at < lines_.count(); ++at) {
      const std::string_view line = lines_.line(at);
      const bool request = !line.empty() && (line[0] == '.' || line[0] == '\'');
      if (!request) {
        add_text(in_code_ ? without_escapes(line, true) : without_escapes(line), at);
        continue;
      }
      std::string_view rest = trimmed(line.substr(1));
      const std::string_view name = rest.substr(0, rest.find_first_of(" \t"));
      rest.remove_prefix(name.size());
      take(name, trimmed(rest), at);
    }
    if (in_code_) made_.add("```", lines_.count() - 1);
  }

 private:
  static bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
  }

  /// Sections that every page has.
  static bool is_about_the_page(std::string_view title) {
    const std::string words = folded_words(title);
    return is_one_of(words, {"name", "synopsis", "see also", "author", "authors", "copyright",
                             "history", "reporting bugs", "colophon"});
  }

  void add_text(std::string text, std::size_t at) {
    if (heading_ > 0) {  // ".SH" alone: the next line is its title
      left_out_ = is_about_the_page(text);
      text = std::string(std::exchange(heading_, 0), '#') + " " + text;
    } else if (term_ && !left_out_) {
      term_ = false;
      made_.add("", at);
      if (!ends_in_question_mark(text) || count_words(text) < 3) return made_.add("- " + text, at);
      made_.add("**" + without_marks(std::move(text)) + "**", at);
      return made_.add("", at);
    } else if (item_) {
      item_ = false;
      text = "- " + text;
    }
    if (!left_out_) made_.add(text, at);
  }

  static std::string without_marks(std::string text) {
    std::erase(text, '*');
    return text;
  }

  void take(std::string_view name, std::string_view rest, std::size_t at) {
    if (is_one_of(name, {"SH", "Sh", "SS", "Ss"})) {
      made_.add("", at);
      heading_ = name == "SH" || name == "Sh" ? 1 : 2;
      if (!rest.empty()) {
        add_text(joined(rest, " "), at);
        made_.add("", at);
      }
    } else if (is_one_of(name, {"PP", "P", "LP", "Pp", "HP", "sp", "br"})) {
      made_.add("", at);
    } else if (is_one_of(name, {"EX", "nf", "Bd", "Vb", "TS"})) {
      if (!std::exchange(in_code_, true)) made_.add("```", at);
    } else if (is_one_of(name, {"EE", "fi", "Ed", "Ve", "TE"})) {
      if (std::exchange(in_code_, false)) made_.add("```", at);
    } else if (name == "TP") {
      term_ = true;
    } else if (is_one_of(name, {"IP", "It"})) {
      const auto words = words_of(rest);
      const std::string mark =
          words.empty() ? std::string() : without_escapes(name == "IP" ? words[0] : rest, true);
      made_.add("", at);
      const bool says =
          count_words(mark) > 0 && mark.find_first_not_of("0123456789.()") < mark.size();
      if (says) {
        term_ = true;
        add_text(mark, at);
      } else {
        item_ = true;
      }
    } else if (is_one_of(name, {"B", "SB", "Sy", "Nm", "Cm"})) {
      add_text("**" + joined(rest, " ") + "**", at);
    } else if (is_one_of(name, {"I", "Em", "Ar", "Pa"})) {
      add_text("*" + joined(rest, " ") + "*", at);
    } else if (is_one_of(name, {"BR", "IR", "RB", "RI", "BI", "IB"})) {
      add_text(joined(rest, ""), at);
    } else if (name == "Fl") {
      add_text("-" + joined(rest, " "), at);
    } else if (is_one_of(name,
                         {"Xr", "Ql", "Li", "Dq", "Sq", "Op", "Ev", "Va", "SM", "Lk", "UR"})) {
      add_text(joined(rest, " "), at);
    }
  }

  const TextLines& lines_;
  TranslatedLines& made_;
  bool in_code_ = false;
  bool left_out_ = false;  // the section that is read
  bool term_ = false;      // the next line is one
  bool item_ = false;      // … begins one
  std::size_t heading_ = 0;
};

}  // namespace

int recognises_man_page(std::string_view, std::string_view head) {
  // Comments and macros may stand above the title.
  const std::string_view start = head.substr(0, std::size_t{16} << 10);
  if (!start.starts_with('.') && !start.starts_with('\'')) return 0;
  const auto has = [start](std::string_view request) {
    const std::string line = "\n" + std::string(request);
    return start.starts_with(request) || start.find(line) != std::string_view::npos;
  };
  return (has(".TH ") && has(".SH")) || (has(".Dd ") && has(".Sh ")) ? 97 : 0;
}

void read_man_page(Input& input) {
  const TextLines lines = read_text(input);
  TranslatedLines made(lines);
  if (lines.count() > 0) ManPage(lines, made).translate();
  made.read(input);
}

}  // namespace answers
