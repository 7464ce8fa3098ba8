#include "corpus/translated/mediawiki_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/translated/translated_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace answers {
namespace {

constexpr std::size_t longest_link = 1000;  // bytes, of a link or a template in one line

/// The level of "== Heading =="; 0 for any other line.
std::size_t heading_level(std::string_view line) {
  line = trimmed(line);
  const std::size_t open = std::min(line.find_first_not_of('='), line.size());
  if (open == 0 || open > 6 || open == line.size()) return 0;
  const std::size_t close = line.size() - 1 - line.find_last_not_of('=');
  return std::min(open, close);
}

/// "[[Page|text]]" is text; what is no text (files, categories) is nothing.
std::string text_of_link(std::string_view inside) {
  for (const std::string_view other : {"file:", "image:", "category:", "media:"}) {
    if (starts_with_ignoring_case(inside, other)) return {};
  }
  return std::string(trimmed(inside.substr(inside.rfind('|') + 1)));
}

/// "[https://x.example text]" as Markdown.
std::string outer_link(std::string_view inside) {
  const std::size_t blank = inside.find(' ');
  if (blank == std::string_view::npos) return "<" + std::string(inside) + ">";
  return "[" + std::string(trimmed(inside.substr(blank))) + "](" +
         std::string(inside.substr(0, blank)) + ")";
}

/// Of "{{code|x}}" and of boxes the text; of all other templates nothing.
std::string text_of_template(std::string_view inside) {
  const std::size_t bar = inside.find('|');
  const std::string name = folded_words(inside.substr(0, bar));
  if (bar == std::string_view::npos) return {};
  const std::string text(trimmed(inside.substr(inside.rfind('|') + 1)));
  static constexpr std::array code{"code", "tt", "ic", "kbd", "key", "samp", "cmd"};
  static constexpr std::array boxes{"note", "tip", "warning", "caution", "important", "nowrap"};
  if (std::ranges::find(code, name) != code.end()) return "`" + text + "`";
  return std::ranges::find(boxes, name) != boxes.end() ? text : std::string();
}

std::string inline_markdown(std::string_view line) {
  std::string text;
  while (!line.empty()) {
    const std::size_t at = std::min(line.find_first_of("'[{<"), line.size());
    text.append(line.substr(0, at));
    line.remove_prefix(at);
    if (line.empty()) break;
    const std::string_view near = line.substr(0, longest_link);
    const auto take = [&](std::size_t bytes, std::string_view made) {
      text.append(made);
      line.remove_prefix(bytes);
    };
    /// Where what begins here ends, behind `close`; 0 where it does not.
    const auto end_of = [near](std::string_view close) {
      const std::size_t found = near.find(close);
      return found == std::string_view::npos ? 0 : found + close.size();
    };
    if (line.starts_with("'''''")) {
      take(5, "***");
      continue;
    }
    if (line.starts_with("''")) {
      const bool bold = line.starts_with("'''");
      take(bold ? 3 : 2, bold ? "**" : "*");
      continue;
    }
    std::string made;
    std::size_t end = 0;  // of what is made something of
    if (line.starts_with("[[")) {
      end = end_of("]]");
      if (end > 0) made = text_of_link(near.substr(2, end - 4));
    } else if (line.starts_with("[http")) {
      end = end_of("]");
      if (end > 0) made = outer_link(near.substr(1, end - 2));
    } else if (line.starts_with("{{")) {
      end = end_of("}}");
      if (end > 0) made = text_of_template(near.substr(2, end - 4));
    } else if (starts_with_ignoring_case(line, "<ref")) {
      const std::size_t tag = end_of(">");
      end = tag > 1 && near[tag - 2] == '/' ? tag : end_of("</ref>");
    } else if (starts_with_ignoring_case(line, "<nowiki>")) {
      end = end_of("</nowiki>");
      if (end > 0) made = near.substr(8, end - 17);
    }
    if (end > 0) {
      take(end, made);
    } else {
      take(1, line.substr(0, 1));
    }
  }
  return text;
}

class Wiki {
 public:
  Wiki(const TextLines& lines, TranslatedLines& made) : lines_(lines), made_(made) {}

  void translate() {
    for (std::size_t at = 0; at < lines_.count(); ++at) take(lines_.line(at), at);
  }

 private:
  /// The tag that begins code of several lines; empty for any other line.
  static std::string_view code_tag(std::string_view line) {
    for (const std::string_view tag : {"syntaxhighlight", "source", "pre"}) {
      if (line.starts_with('<') && starts_with_ignoring_case(line.substr(1), tag)) return tag;
    }
    return {};
  }

  void take(std::string_view line, std::size_t at) {
    if (!code_.empty()) return take_code(line, at);
    if (template_depth_ > 0) return count_braces(line);
    const std::string_view plain = trimmed(line);
    if (const std::string_view tag = code_tag(plain); !tag.empty()) {
      code_ = "</" + std::string(tag) + ">";
      made_.add("```", at);
      const std::size_t behind = plain.find('>');
      if (behind != std::string_view::npos && !is_blank(plain.substr(behind + 1)))
        take_code(plain.substr(behind + 1), at);
      return;
    }
    if (plain.starts_with("{{") && plain.find("}}") == std::string_view::npos) {
      return count_braces(plain);
    }
    if (const std::size_t level = heading_level(line); level > 0) {
      const std::string_view title = plain.substr(level, plain.size() - 2 * level);
      made_.add("", at);
      made_.add(std::string(level, '#') + " " + inline_markdown(trimmed(title)), at);
      return made_.add("", at);
    }
    if (plain.starts_with("{|") || plain.starts_with("|-") || plain.starts_with("|}") ||
        (plain.starts_with("__") && plain.ends_with("__")))
      return made_.add("", at);
    if (plain.starts_with("----")) return made_.add("---", at);
    if (line.starts_with(' ') && !plain.empty()) return made_.add("    " + std::string(line), at);
    const std::size_t marks = std::min(line.find_first_not_of("*#:"), line.size());
    if (marks > 0 && marks < line.size()) return take_item(line, marks, at);
    if (line.starts_with(';')) {
      const std::size_t colon = line.find(" : ");
      made_.add("", at);
      made_.add("**" + inline_markdown(trimmed(line.substr(1, colon - 1))) + "**", at);
      made_.add("", at);
      if (colon != std::string_view::npos)
        made_.add(inline_markdown(trimmed(line.substr(colon + 3))), at);
      return;
    }
    if (line.starts_with('|') || line.starts_with('!'))
      return made_.add(inline_markdown(trimmed(line.substr(1))), at);
    made_.add(inline_markdown(line), at);
  }

  void take_item(std::string_view line, std::size_t marks, std::size_t at) {
    const char last = line[marks - 1];
    const std::string text = inline_markdown(trimmed(line.substr(marks)));
    if (last == ':') return made_.add(text, at);
    made_.add(std::string(3 * (marks - 1), ' ') + (last == '#' ? "1. " : "- ") + text, at);
  }

  void take_code(std::string_view line, std::size_t at) {
    const std::size_t end = line.find(code_);
    if (end == std::string_view::npos) return made_.add(line, at);
    if (end > 0) made_.add(line.substr(0, end), at);
    made_.add("```", at);
    code_.clear();
  }

  /// A template of several lines is left out as a whole.
  void count_braces(std::string_view line) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      if (line[i] == '{' && line[i + 1] == '{') {
        ++template_depth_;
        ++i;
      } else if (line[i] == '}' && line[i + 1] == '}' && template_depth_ > 0) {
        --template_depth_;
        ++i;
      }
    }
  }

  const TextLines& lines_;
  TranslatedLines& made_;
  std::string code_{};  // what ends it
  std::size_t template_depth_ = 0;
};

}  // namespace

int recognises_mediawiki(std::string_view path, std::string_view head) {
  const std::string lower = lower_ascii(path);
  const auto named = [&lower](std::string_view extension) { return lower.ends_with(extension); };
  if (named(".mediawiki") || named(".wikitext")) return 90;
  if (!named(".wiki") && !named(".txt")) return 0;
  std::size_t headings = 0;
  std::size_t terms = 0;
  std::size_t signs = 0;
  for (std::string_view rest = head; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    headings += heading_level(line) > 1 ? 1U : 0U;
    terms += line.starts_with(';') ? 1U : 0U;
    signs += line.find("'''") != std::string_view::npos || line.find("[[") != std::string_view::npos
                 ? 1U
                 : 0U;
  }
  if (named(".wiki")) return headings + terms > 1 ? 88 : 0;
  return headings > 1 && signs > 0 ? 88 : 0;
}

void read_mediawiki(Input& input) {
  const TextLines lines = read_text(input);
  TranslatedLines made(lines);
  Wiki(lines, made).translate();
  made.read(input);
}

}  // namespace answers
