#include "corpus/text/rst_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/indent.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/outline/labelled_text.h"
#include "corpus/outline/outline.h"
#include "corpus/outline/underlined_titles.h"
#include "corpus/text/rst_markup.h"
#include "corpus/text/rst_tables.h"
#include "corpus/text/table_headings.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/labels.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// docutils' rule for the id that a name becomes in HTML: "Why not?" is "why-not".
std::string id_of(std::string_view name) {
  std::string id;
  for (char sign : lower_ascii(name)) {
    const bool kept = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
    if (kept)
      id += sign;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  const std::size_t letter = id.find_first_of("abcdefghijklmnopqrstuvwxyz");
  id.erase(0, std::min(letter, id.size()));
  while (id.ends_with('-')) id.pop_back();
  return id;
}

/// ".. _name:" alone; empty for any other line.
std::string_view target_of(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with(".. _") || !line.ends_with(':')) return {};
  std::string_view name = line.substr(4, line.size() - 5);
  if (name.size() > 2 && name.front() == '`' && name.back() == '`')
    name = name.substr(1, name.size() - 2);
  return name;
}

/// ".. Somebody should look this up": no directive, target, footnote nor substitution.
bool is_comment(std::string_view line) {
  if (trimmed(line) == "..") return true;
  if (!line.starts_with(".. ")) return false;
  const std::string_view rest = trimmed(line.substr(3));
  return rst_directive(line).name.empty() && !rest.starts_with('_') && !rest.starts_with('[') &&
         !rest.starts_with('|');
}

/// Directives whose argument is a title with the indented text below it.
constexpr std::array<std::string_view, 8> titled = {"dropdown", "collapse", "details", "admonition",
                                                    "topic",    "rubric",   "toggle",  "tab-item"};

/// Directives that say nothing to a reader of the source, with what is indented below them.
constexpr std::array<std::string_view, 8> silent = {"contents",  "index",   "meta", "toctree",
                                                    "highlight", "sectnum", "role", "default-role"};

class RstDocument {
 public:
  explicit RstDocument(const TextLines& lines) : lines_(lines), kept_(lines.count(), 1) {
    for (std::size_t line = 0; line < lines.count(); ++line)
      add_rst_target(lines.line(line), targets_);
    outline_.lines = &lines;
    outline_.plain_text = plain_rst;
    outline_.form = "reStructuredText";
    outline_.lines_stand_alone = true;
    outline_.text_of = [this](std::size_t first, std::size_t last) {
      return rst_to_markdown(kept_lines(lines_, kept_, first, last), targets_);
    };
    scan();
  }

  /// May be called once; the document has to outlive what it gives.
  Outline take_outline() {
    add_labels(outline_);
    return std::move(outline_);
  }

 private:
  void scan() {
    const std::vector<UnderlinedTitle> titles = underlined_titles(lines_, 1, true);
    auto next = titles.begin();
    for (std::size_t i = 0; i < lines_.count();) {
      if (next != titles.end() && next->line == i) {
        add_title(*next);
        i = next++->text;
        continue;
      }
      const std::string_view line = lines_.line(i);
      if (const RstTable table = rst_table(lines_, i); table.end > i) {
        add_table_headings(outline_, table.rows, [this](std::string_view cell) {
          return rst_to_markdown(cell, targets_);
        });
        i = table.end;
        while (next != titles.end() && next->line < i) ++next;
        continue;
      }
      if (!is_blank(line) && indent_of(line) == 0) look(i);
      ++i;
    }
  }

  void add_title(const UnderlinedTitle& title) {
    Heading heading;
    heading.level = title.level;
    heading.line = title.line;
    heading.text = title.text;
    // Targets and silent directives just above belong to the title.
    for (std::size_t line = title.line; line > 0; --line) {
      const std::string_view above = lines_.line(line - 1);
      const std::string_view target = target_of(above);
      if (!is_blank(above) && target.empty() && kept_[line - 1] != 0) break;
      if (!target.empty()) heading.says().url = '#' + id_of(target);
      if (!is_blank(above)) heading.line = line - 1;
    }
    heading.title = plain_rst(title.title);
    if (!index_.empty()) heading.says().tags = std::exchange(index_, {});
    outline_.headings.push_back(std::move(heading));
  }

  bool is_indented(std::size_t line) const {
    return line < lines_.count() && !is_blank(lines_.line(line)) &&
           indent_of(lines_.line(line)) > 0;
  }

  void drop_block(std::size_t line) {
    std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(line),
              kept_.begin() + static_cast<std::ptrdiff_t>(hanging_end(lines_, line)), 0);
  }

  /// A line in column 0 that is no title: a directive, a bold line, a term, a list item.
  void look(std::size_t line) {
    const std::string_view text = trimmed(lines_.line(line));
    const RstDirective directive = rst_directive(text);
    if (std::ranges::find(silent, directive.name) != silent.end()) {
      if (directive.name == "index") take_index(directive.argument);
      return drop_block(line);
    }
    if (directive.name == "glossary") return add_glossary(line);
    if (is_comment(text)) return drop_block(line);
    if (!target_of(text).empty()) kept_[line] = 0;
    Heading heading;
    heading.line = line;
    heading.text = line + 1;
    if (std::ranges::find(titled, directive.name) != titled.end() &&
        (directive.name == "dropdown" || has_question_mark(directive.argument))) {
      heading.kind = BlockKind::fold;
      heading.level = level_of_fold;
      heading.title = plain_rst(directive.argument);
      if (directive.name != "rubric") heading.end = hanging_end(lines_, line);
      while (heading.text < lines_.count() && is_option(lines_.line(heading.text))) ++heading.text;
    } else if (is_bold(text) && is_paragraph(lines_, line)) {
      heading.kind = BlockKind::bold;
      heading.level = level_of_bold;
      heading.title = plain_rst(text);
    } else if (const std::size_t end = end_of_marked_question(text); end > 0) {
      heading.kind = text.front() == ':' ? BlockKind::definition : BlockKind::bold;
      heading.level = text.front() == ':' ? level_of_term : level_of_bold;
      heading.title = plain_rst(text.substr(0, end).substr(text.front() == ':' ? 1 : 0));
      if (heading.title.ends_with(':')) heading.title.pop_back();
      heading.lead = trimmed(behind_joint(text.substr(end)));
    } else if (is_asking_term(line, text) || is_item_over_text(line, text)) {
      heading.kind = BlockKind::definition;
      heading.level = level_of_term;
      heading.title = plain_rst(behind_item_mark(text));
      heading.told = is_labelled(text);
      heading.end = hanging_end(lines_, line);
      if (behind_item_mark(text).size() < text.size()) {
        heading.kind = BlockKind::item;
        heading.level = level_of_item;
      }
    } else if (is_term(line, text)) {
      heading.kind = BlockKind::definition;
      heading.level = level_of_term;
      heading.title = plain_term(text);
      heading.end = hanging_end(lines_, line);
    } else {
      return;
    }
    outline_.headings.push_back(std::move(heading));
  }

  /// The terms of ".. glossary::", each with its definition indented below it; those that stand
  /// right above one another share it.
  void add_glossary(std::size_t directive) {
    const std::size_t end = hanging_end(lines_, directive);
    std::size_t line = first_text(directive + 1);
    while (line < end && is_option(lines_.line(line))) line = first_text(line + 1);
    if (line >= end) return;
    const std::size_t margin = indent_of(lines_.line(line));
    Heading term;
    for (; line < end; ++line) {
      const std::string_view text = lines_.line(line);
      if (is_blank(text) || indent_of(text) != margin || trimmed(text).starts_with("..")) continue;
      if (term.title.empty()) term.line = line;
      term.title.append(term.title.empty() ? "" : ", ").append(plain_term(trimmed(text)));
      if (line + 1 >= end || indent_of(lines_.line(line + 1)) <= margin) continue;
      term.kind = BlockKind::definition;
      term.level = level_of_term;
      term.text = line + 1;
      term.end = hanging_end(lines_, line);
      term.told = true;
      outline_.headings.push_back(std::exchange(term, {}));
    }
  }

  /// "term : classifier" is "term".
  static std::string plain_term(std::string_view text) {
    return plain_rst(text.substr(0, text.find(" : ")));
  }

  /// A short line with its definition indented right below it.
  bool is_term(std::size_t line, std::string_view text) const {
    constexpr std::size_t longest = 80;  // bytes
    return text.size() <= longest && is_indented(line + 1) && !text.ends_with(':') &&
           !text.starts_with("..") && !text.starts_with('|') && !text.starts_with(':') &&
           behind_item_mark(text).size() == text.size() &&
           (line == 0 || is_blank(lines_.line(line - 1)) || is_indented(line - 1));
  }

  /// A question with its answer indented below it; behind a blank line only if it is numbered.
  bool is_asking_term(std::size_t line, std::string_view text) const {
    const bool term = is_indented(line + 1) && (line == 0 || is_blank(lines_.line(line - 1)));
    if (term && (how_asks(text) >= Asking::clause || is_labelled(text))) return true;
    if (!ends_in_question_mark(text)) return false;
    const bool item = behind_item_mark(text).size() < text.size() && line + 1 < lines_.count();
    // The next item right below what hangs under the one before.
    if (item && is_indented(line + 1) && is_indented(line - 1)) return true;
    return item && is_blank(lines_.line(line + 1)) && is_indented(first_text(line + 1));
  }

  /// An item whose text hangs below it behind a blank line: an entry, where others like it ask.
  bool is_item_over_text(std::size_t line, std::string_view text) const {
    const bool item = behind_item_mark(text).size() < text.size() && is_paragraph(lines_, line);
    return item && line + 1 < lines_.count() && is_indented(first_text(line + 1));
  }

  /// "Q: How it is done"
  static bool is_labelled(std::string_view text) {
    const auto label = leading_label(text);
    return label && label->kind == LabelKind::question && !label->rest.empty() &&
           (!label->lone_letter || text.starts_with("Q:"));
  }

  /// Whether nothing of a line is plain text: "**Why does** ``make`` **fail?**".
  static bool is_bold(std::string_view text) {
    bool bold = false;
    while (!(text = trimmed(text)).empty()) {
      const std::string_view mark = text.substr(0, 2);
      if (mark != "**" && mark != "``") return false;
      const std::size_t end = text.find(mark, 2);
      if (end == std::string_view::npos || end == 2) return false;
      bold |= mark == "**";
      text.remove_prefix(end + 2);
    }
    return bold;
  }

  /// Where the question ends that a line begins with and marks: "**Is it?** - Yes.", ":Is it?:
  /// Yes."; 0 when it begins with none.
  static std::size_t end_of_marked_question(std::string_view text) {
    const std::string_view close = text.starts_with("**") ? "**" : "?:";
    if (!text.starts_with("**") && !text.starts_with(':')) return 0;
    const std::size_t end = text.find(close, 2);
    if (end == std::string_view::npos) return 0;
    const bool asks = close == "?:" || ends_in_question_mark(text.substr(2, end - 2));
    return asks && !is_blank(text.substr(end + 2)) ? end + 2 : 0;
  }

  std::size_t first_text(std::size_t line) const {
    while (line < lines_.count() && is_blank(lines_.line(line))) ++line;
    return line;
  }

  static bool is_option(std::string_view line) {
    line = trimmed(line);
    return line.size() > 2 && line.front() == ':' && line.find(':', 1) != std::string_view::npos;
  }

  void take_index(std::string_view entries) {
    while (!entries.empty()) {
      const std::size_t end = std::min(entries.find_first_of(",;"), entries.size());
      std::string_view entry = trimmed(entries.substr(0, end));
      for (const std::string_view kind : {"single:", "pair:", "triple:"}) {
        if (entry.starts_with(kind)) entry = trimmed(entry.substr(kind.size()));
      }
      if (!entry.empty()) index_.emplace_back(entry);
      entries.remove_prefix(std::min(entries.size(), end + 1));
    }
  }

  const TextLines& lines_;
  std::vector<char> kept_;  // a line each: whether it is text
  RstTargets targets_;
  Outline outline_{};
  std::vector<std::string> index_{};  // entries of the last .. index::
};

constexpr std::array<std::string_view, 10> telling = {
    "contents", "toctree", "code-block", "note",  "highlight",
    "image",    "module",  "sectnum",    "index", "sourcecode"};

}  // namespace

int recognises_rst(std::string_view path, std::string_view head) {
  const std::string name = lower_ascii(path);
  if (name.ends_with(".rst") || name.ends_with(".rest")) return 95;
  if (head.find(".. ") == std::string_view::npos) return 0;
  bool told = false;  // by a directive, a target or a role
  std::size_t rows = 0;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    if (is_row(line)) ++rows;
    if (const std::string_view text = trimmed(line); text.starts_with(".. "))
      told = told || !target_of(text).empty() ||
             std::ranges::find(telling, rst_directive(text).name) != telling.end();
    head.remove_prefix(std::min(head.size(), end + 1));
  }
  return told && rows > 0 ? 70 : 0;
}

void read_rst(Input& input) {
  const TextLines lines = read_text(input);
  RstDocument document(lines);
  deliver(decide(document.take_outline()), input.listener());
}

}  // namespace answers
