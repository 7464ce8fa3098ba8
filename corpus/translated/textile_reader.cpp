#include "corpus/translated/textile_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/translated/translated_lines.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace answers {
namespace {

/// What stands behind "h2. ", "h2(class). ", "bq. ": nothing where `line` begins otherwise.
std::string_view behind_signature(std::string_view line, std::string_view name) {
  constexpr std::size_t longest = 60;  // bytes
  if (!line.starts_with(name)) return {};
  const std::size_t dot = line.substr(0, longest).find(". ");
  if (dot == std::string_view::npos) return {};
  const std::string_view style = line.substr(name.size(), dot - name.size());
  const bool plain = style.empty() || style == "." ||
                     std::string_view("({[<>=").find(style[0]) != std::string_view::npos;
  return plain ? trimmed(line.substr(dot + 2)) : std::string_view();
}

/// "text":https://x.example as Markdown at the beginning of `text`; what it takes is 0 where it is
/// no link.
std::size_t link_at(std::string_view text, std::string& made) {
  constexpr std::size_t longest = 1000;  // bytes
  const std::size_t close = text.substr(0, longest).find("\":", 1);
  if (close == std::string_view::npos ||
      text.substr(1, close - 1).find('"') != std::string_view::npos)
    return 0;
  const std::size_t begin = close + 2;
  std::size_t end = std::min(text.find_first_of(" \t\n|)", begin), text.size());
  while (end > begin && std::string_view(".,;:!?").find(text[end - 1]) != std::string_view::npos)
    --end;
  if (end == begin) return 0;
  made.append("[")
      .append(text.substr(1, close - 1))
      .append("](")
      .append(text.substr(begin, end - begin))
      .append(")");
  return end;
}

std::string inline_markdown(std::string_view line) {
  std::string made;
  char before = ' ';
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view rest = line.substr(at);
    const char sign = rest.front();
    const bool begins = !is_word_byte(before) && rest.size() > 2 && rest[1] != ' ';
    std::size_t end = 0;
    if ((sign == '*' || sign == '@') && begins && rest[1] != sign) {
      end = rest.find(sign, 1);
      const bool closes = end != std::string_view::npos && rest[end - 1] != ' ' &&
                          (end + 1 == rest.size() || !is_word_byte(rest[end + 1]));
      if (closes) {
        const std::string_view mark = sign == '@' ? "`" : "**";
        made.append(mark).append(rest.substr(1, end - 1)).append(mark);
      }
      end = closes ? end + 1 : 0;
    } else if (sign == '"' && begins) {
      end = link_at(rest, made);
    }
    if (end == 0) {
      made += sign;
      end = 1;
    }
    before = line[at + end - 1];
    at += end;
  }
  return made;
}

class Textile {
 public:
  Textile(const TextLines& lines, TranslatedLines& made) : lines_(lines), made_(made) {}

  void translate() {
    for (std::size_t at = 0; at < lines_.count(); ++at) take(lines_.line(at), at);
    end_code(lines_.count());
  }

 private:
  void end_code(std::size_t at) {
    if (in_code_) made_.add("```", at == 0 ? 0 : at - 1);
    in_code_ = in_pre_ = false;
  }

  void take(std::string_view line, std::size_t at) {
    if (in_pre_) {
      if (line.find("</pre>") == std::string_view::npos) return made_.add(line, at);
      made_.add("```", at);
      in_code_ = in_pre_ = false;
      return;
    }
    if (in_code_) {
      if (!is_blank(line)) return made_.add(line, at);
      end_code(at);
    }
    for (std::size_t level = 1; level <= 6; ++level) {
      const std::string_view title = behind_signature(line, "h" + std::to_string(level));
      if (title.empty()) continue;
      made_.add("", at);
      made_.add(std::string(level, '#') + " " + inline_markdown(title), at);
      return made_.add("", at);
    }
    for (const std::string_view name : {"bc", "pre"}) {
      const std::string_view code = behind_signature(line, name);
      if (code.empty()) continue;
      in_code_ = true;
      made_.add("```", at);
      return made_.add(code, at);
    }
    if (line.starts_with("<pre")) {
      in_code_ = in_pre_ = line.find("</pre>") == std::string_view::npos;
      if (in_pre_) return made_.add("```", at);
    }
    if (const std::string_view quote = behind_signature(line, "bq"); !quote.empty())
      return made_.add("> " + inline_markdown(quote), at);
    if (const std::string_view text = behind_signature(line, "p"); !text.empty())
      return made_.add(inline_markdown(text), at);
    if (line.starts_with("|")) return take_row(line, at);
    rows_ = 0;
    const std::size_t marks = std::min(line.find_first_not_of("*#"), line.size());
    if (marks > 0 && line.substr(marks).starts_with(' ')) {
      const std::string_view mark = line[marks - 1] == '#' ? "1. " : "- ";
      return made_.add(std::string(3 * (marks - 1), ' ').append(mark) +
                           inline_markdown(trimmed(line.substr(marks))),
                       at);
    }
    // "- Term := its definition"
    const std::size_t defines = line.starts_with("- ") ? line.find(" := ") : std::string_view::npos;
    if (defines != std::string_view::npos) {
      made_.add("", at);
      made_.add(inline_markdown(trimmed(line.substr(2, defines - 2))), at);
      return made_.add(": " + inline_markdown(trimmed(line.substr(defines + 4))), at);
    }
    made_.add(inline_markdown(line), at);
  }

  void take_row(std::string_view line, std::size_t at) {
    std::string row;
    std::size_t cells = 0;
    for (std::string_view rest = trimmed(line).substr(1); !rest.empty();) {
      std::string_view cell = rest.substr(0, rest.find('|'));
      rest.remove_prefix(std::min(rest.size(), cell.size() + 1));
      if (cell.starts_with("_.")) cell.remove_prefix(2);
      row.append("| ").append(inline_markdown(trimmed(cell))).append(" ");
      ++cells;
    }
    made_.add(row + "|", at);
    if (rows_++ > 0) return;
    std::string ruler;
    for (std::size_t i = 0; i < cells; ++i) ruler += "|---";
    made_.add(ruler + "|", at);
  }

  const TextLines& lines_;
  TranslatedLines& made_;
  bool in_code_ = false;
  bool in_pre_ = false;  ///< of that, up to its tag
  std::size_t rows_ = 0;
};

}  // namespace

int recognises_textile(std::string_view path, std::string_view /*head*/) {
  return lower_ascii(path).ends_with(".textile") ? 90 : 0;
}

void read_textile(Input& input) {
  const TextLines lines = read_text(input);
  TranslatedLines made(lines);
  Textile(lines, made).translate();
  made.read(input);
}

}  // namespace answers
