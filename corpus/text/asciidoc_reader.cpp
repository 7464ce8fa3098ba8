#include "corpus/text/asciidoc_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/outline/labelled_text.h"
#include "corpus/outline/outline.h"
#include "corpus/text/table_headings.h"
#include "corpus/wording/asking.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// How far emphasis, a macro or a link may reach: what a hostile line costs at most a sign.
constexpr std::size_t longest_span = 400;

std::string_view without_end(std::string_view line) {
  const std::size_t end = line.find_last_not_of(" \t");
  return line.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

/// The line of signs that opens and closes a block: "----", "====", "|===", "```java" (without its
/// word), "--"; else empty.
std::string_view delimiter_of(std::string_view line) {
  line = without_end(line);
  if (line == "--") return line;
  if (line.starts_with("```")) return line.substr(0, 3);
  if (line == "|===" || line == ",===" || line == ":===" || line == "!===") return line;
  if (line.size() < 4 || std::string_view("-.=*_+/").find(line.front()) == std::string_view::npos)
    return {};
  return line.find_first_not_of(line.front()) == std::string_view::npos ? line : std::string_view();
}

/// The level of "== Title", or 0.
std::size_t marks_of(std::string_view line) {
  if (line.empty() || (line.front() != '=' && line.front() != '#')) return 0;
  const std::size_t marks = std::min(line.find_first_not_of(line.front()), line.size());
  const bool title =
      marks <= 6 && marks < line.size() && line[marks] == ' ' && !is_blank(line.substr(marks));
  return title ? marks : 0;
}

/// Where "name:target[text]" or "https://…[text]" begins behind the blank before `bracket`; npos
/// when the bracket belongs to no macro.
std::size_t macro_begin(std::string_view plain, std::string_view& kind) {
  std::size_t begin = plain.size();
  const std::size_t least = begin > longest_span ? begin - longest_span : 0;
  while (begin > least && plain[begin - 1] != ' ' && plain[begin - 1] != '(') --begin;
  const std::string_view word = plain.substr(begin);
  for (const std::string_view name : {"http://", "https://", "link:", "xref:", "mailto:", "kbd:",
                                      "btn:", "menu:", "image:", "footnote:", "icon:"}) {
    if (!word.starts_with(name)) continue;
    kind = name;
    return begin;
  }
  return std::string_view::npos;
}

/// The text of a title without emphasis, macros and references; `code` and +code+ become `code`.
std::string plain_text(std::string_view adoc) {
  std::string plain;
  for (std::size_t at = 0; at < adoc.size();) {
    const char sign = adoc[at];
    const std::string_view rest = adoc.substr(at, longest_span);
    if (rest.starts_with("<<")) {
      const std::size_t end = rest.find(">>");
      if (end != std::string_view::npos) {
        const std::string_view inner = rest.substr(2, end - 2);
        const std::size_t comma = inner.find(',');
        plain += trimmed(comma == std::string_view::npos ? inner : inner.substr(comma + 1));
        at += end + 2;
        continue;
      }
    }
    if (rest.starts_with("[[") && rest.find("]]") != std::string_view::npos) {
      at += rest.find("]]") + 2;
      continue;
    }
    if (sign == '[' && rest.find(']') != std::string_view::npos) {
      std::string_view kind;
      const std::size_t begin = macro_begin(plain, kind);
      if (begin != std::string_view::npos) {
        std::string_view text = rest.substr(1, rest.find(']') - 1);
        const std::string target = plain.substr(begin);
        plain.resize(begin);
        if (kind != "footnote:") plain += text.empty() && kind != "image:" ? target : text;
        at += rest.find(']') + 1;
        continue;
      }
    }
    if (sign == '`' || sign == '+' || sign == '*' || sign == '_' || sign == '#') {
      const std::size_t run = rest.find_first_not_of(sign) == 2 ? 2 : 1;
      const bool word_before = at > 0 && is_word_byte(adoc[at - 1]);
      const std::size_t end = rest.find(rest.substr(0, run), run);
      const std::string_view inner =
          end == std::string_view::npos ? std::string_view() : rest.substr(run, end - run);
      const bool word_after =
          end != std::string_view::npos && end + run < rest.size() && is_word_byte(rest[end + run]);
      if (!inner.empty() && inner.front() != ' ' && inner.back() != ' ' &&
          (run == 2 || (!word_before && !word_after))) {
        const bool code = sign == '`' || sign == '+';
        if (code) plain += '`';
        plain += inner;
        if (code) plain += '`';
        at += end + run;
        continue;
      }
    }
    plain += sign;
    ++at;
  }
  return std::string(trimmed(plain));
}

/// The id in "[[id]]", "[#id]", "[#id.role]", "[id=\"x\"]"; empty when the line gives none.
std::string anchor_of(std::string_view line) {
  line = trimmed(line);
  if (line.size() < 3 || line.front() != '[' || line.back() != ']') return {};
  if (line.starts_with("[[")) return std::string(line.substr(2, line.find_first_of(",]", 2) - 2));
  if (line.starts_with("[#")) return std::string(line.substr(2, line.find_first_of(".,%]", 2) - 2));
  const std::size_t id = line.find("id=");
  if (id == std::string_view::npos) return {};
  std::string_view value = line.substr(id + 3);
  if (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.remove_prefix(1);
  return std::string(value.substr(0, value.find_first_of("\"',]")));
}

/// "[qanda]", "[source,java]", ".A title": lines that belong to the block below them.
bool is_block_attribute(std::string_view line) {
  line = without_end(line);
  if (line.size() < 2) return false;
  return (line.front() == '[' && line.back() == ']') ||
         (line.front() == '.' && line[1] != '.' && line[1] != ' ');
}

/// Without the " +" that breaks a line.
std::string_view without_break(std::string_view line) {
  return line.ends_with(" +") ? trimmed(line.substr(0, line.size() - 2)) : line;
}

/// "ifdef::name[]" and its kin.
bool is_directive(std::string_view line) {
  return line.starts_with("ifdef::") || line.starts_with("ifndef::") ||
         line.starts_with("endif::") || line.starts_with("include::") || line.starts_with("toc::");
}

struct Term {
  std::string_view term{};
  std::string_view marker{};  ///< "::", ";;", ":::"; empty: no term
  std::string_view rest{};
};

/// "Question:: answer".
Term term_of(std::string_view line) {
  line = trimmed(line);
  for (std::size_t at = line.find_first_of(":;"); at != std::string_view::npos;
       at = line.find_first_of(":;", at)) {
    const std::size_t end = std::min(line.find_first_not_of(line[at], at), line.size());
    const bool marks = end - at >= 2 && end - at <= 4 && (line[at] == ':' || end - at == 2);
    if (marks && at > 0 && (end == line.size() || line[end] == ' ' || line[end] == '\t'))
      return {trimmed(line.substr(0, at)), line.substr(at, end - at), trimmed(line.substr(end))};
    at = end;
    if (at == line.size()) break;
  }
  return {};
}

class AsciidocDocument {
 public:
  explicit AsciidocDocument(const TextLines& lines) : lines_(lines), kept_(lines.count(), 1) {
    outline_.lines = &lines;
    outline_.plain_text = plain_text;
    outline_.form = "AsciiDoc";
    outline_.lines_stand_alone = true;
    outline_.rows_are_markup = true;
    outline_.text_of = [this](std::size_t first, std::size_t last) { return text_of(first, last); };
    find_delimiters();
    scan();
  }

  /// May be called once; the document has to outlive what it gives.
  Outline take_outline() {
    add_labels(outline_);
    return std::move(outline_);
  }

 private:
  /// A delimiter that does not come again opens nothing.
  void find_delimiters() {
    for (std::size_t i = 0; i < lines_.count(); ++i) {
      const std::string_view line = lines_.line(i);
      if (const std::string_view delimiter = delimiter_of(line); !delimiter.empty())
        last_of_[delimiter] = i;
      one_line_titles_ |= marks_of(line) > 1;
    }
  }

  void scan() {
    std::string_view open;          // the delimiter of the block we are in
    std::size_t attributes = none;  // the first of the attribute lines just above
    for (std::size_t i = 0; i < lines_.count(); ++i) {
      const std::string_view line = lines_.line(i);
      const std::string_view delimiter = delimiter_of(line);
      if (!open.empty()) {
        if (open.starts_with("//")) kept_[i] = 0;
        if (delimiter == open && without_end(line) == open) open = {};
        continue;
      }
      if (!delimiter.empty() && underlines(i)) {
        add_title(i - 1, level_of_underline(line.front()), trimmed(lines_.line(i - 1)), attributes);
        outline_.headings.back().text = i + 1;
        attributes = none;
        continue;
      }
      if (!delimiter.empty() && last_of_[delimiter] > i) {
        if (attributes != none) collapsible(attributes, i, delimiter);
        if (delimiter.starts_with('|')) add_table_headings(outline_, rows_of_table(attributes, i));
        open = delimiter;
        if (open.starts_with("//")) kept_[i] = 0;
        attributes = none;
        continue;
      }
      if (is_block_attribute(line) && !is_sentence(i)) {
        if (attributes == none) attributes = i;
        if (trimmed(line).starts_with("[qanda")) {
          in_qanda_ = true;
          outline_.about = questions;
        }
        continue;
      }
      if (is_blank(line) && attributes != none) continue;
      if (const std::size_t marks = marks_of(line)) {
        std::string_view title = trimmed(line.substr(marks));
        const std::string closing(marks, line.front());
        if (title.ends_with(' ' + closing)) title = trimmed(title.substr(0, title.size() - marks));
        add_title(i, static_cast<std::uint32_t>(marks), title, attributes);
      } else {
        add_lesser(i, attributes);
      }
      attributes = none;
    }
  }

  /// ".NET is a framework.": a line that begins like a title and has no block below it.
  bool is_sentence(std::size_t line) const {
    const std::string_view text = trimmed(lines_.line(line));
    return text.starts_with('.') && text.ends_with('.') &&
           (line + 1 == lines_.count() || is_blank(lines_.line(line + 1)));
  }

  /// The rows of the table that opens at line `begin`. How many cells a row has is said by "cols"
  /// above it, or by its first line.
  std::vector<MarkupRow> rows_of_table(std::size_t attributes, std::size_t begin) const {
    std::size_t columns = attributes == none ? 0 : columns_of(attributes, begin);
    std::vector<MarkupRow> rows;
    for (std::size_t line = begin + 1; line < lines_.count(); ++line) {
      std::string_view text = trimmed(lines_.line(line));
      if (text == "|===") break;
      std::size_t cells = 0;
      for (std::size_t bar = next_bar(text, 0); bar != std::string_view::npos; ++cells) {
        const std::size_t next = next_bar(text, bar + 1);
        const std::string_view cell = text.substr(bar + 1, next - bar - 1);
        if (rows.empty() || (columns > 0 && rows.back().cells.size() == columns))
          rows.push_back({line, line, {}});
        rows.back().cells.emplace_back(
            trimmed(next == std::string_view::npos ? cell : without_span(cell)));
        bar = next;
      }
      if (cells == 0 && !rows.empty() && !rows.back().cells.empty())
        rows.back().cells.back().append("\n").append(text);
      if (columns == 0 && cells > 0) columns = cells;
      if (!rows.empty() && (cells > 0 || !text.empty())) rows.back().last = line + 1;
    }
    return rows;
  }

  /// The next bar that begins a cell.
  static std::size_t next_bar(std::string_view text, std::size_t at) {
    at = text.find('|', at);
    while (at != std::string_view::npos && at > 0 && text[at - 1] == '\\')
      at = text.find('|', at + 1);
    return at;
  }

  /// Without what says of the next cell how it is set: "a", "2+", "^.^s".
  static std::string_view without_span(std::string_view cell) {
    const std::size_t blank = cell.find_last_of(" \t");
    if (blank == std::string_view::npos) return cell;
    const bool span =
        cell.find_first_not_of("0123456789.+*<>^aehlmsdv", blank + 1) == std::string_view::npos &&
        cell.size() - blank <= 5;
    return span ? cell.substr(0, blank) : cell;
  }

  /// By "cols" among the attributes of a table: "1,2", "2*"; 0 where they do not say.
  std::size_t columns_of(std::size_t attributes, std::size_t begin) const {
    for (std::size_t line = attributes; line < begin; ++line) {
      const std::string_view text = lines_.line(line);
      const std::size_t at = text.find("cols=");
      if (at == std::string_view::npos) continue;
      std::string_view value = text.substr(at + 5);
      const char quote = value.empty() ? ' ' : value.front();
      const bool quoted = quote == '"' || quote == '\'';
      value = quoted ? value.substr(1, value.find(quote, 1) - 1)
                     : value.substr(0, value.find_first_of(",]"));
      if (const std::size_t star = value.find('*'); star == 1 && is_digit(value.front()))
        return static_cast<std::size_t>(value.front() - '0');
      return static_cast<std::size_t>(std::ranges::count(value, ',')) + 1;
    }
    return 0;
  }

  /// A title of two lines, as AsciiDoc had them at first: the second as long as the first.
  bool underlines(std::size_t line) const {
    if (line == 0) return false;
    // Where titles have one line, that of the document may still have two.
    const bool of_document = outline_.headings.empty() && lines_.line(line).starts_with('=');
    if (one_line_titles_ && !of_document) return false;
    const std::string_view title = lines_.line(line - 1);
    const std::size_t length = without_end(lines_.line(line)).size();
    if (std::string_view("=-~^+").find(lines_.line(line).front()) == std::string_view::npos)
      return false;
    return !is_blank(title) && is_word_byte(title.front()) && title.size() <= length + 2 &&
           length <= title.size() + 2 &&
           (line == 1 || is_blank(lines_.line(line - 2)) || is_directive(lines_.line(line - 2)));
  }

  static std::uint32_t level_of_underline(char sign) {
    return static_cast<std::uint32_t>(std::string_view("=-~^+").find(sign) + 1);
  }

  void add_title(std::size_t line, std::uint32_t level, std::string_view raw,
                 std::size_t attributes) {
    in_qanda_ = false;
    Heading heading;
    heading.level = level;
    heading.line = attributes == none ? line : attributes;
    heading.text = line + 1;
    for (std::size_t i = heading.line; i < line; ++i) {
      if (const std::string anchor = anchor_of(lines_.line(i)); !anchor.empty())
        heading.says().url = '#' + anchor;
    }
    const std::size_t anchor = raw.find("[[");
    if (anchor != std::string_view::npos && !heading.given) {
      const std::string id = anchor_of(raw.substr(anchor, raw.find("]]", anchor) + 2 - anchor));
      if (!id.empty()) heading.says().url = '#' + id;
    }
    heading.title = plain_text(raw);
    outline_.headings.push_back(std::move(heading));
  }

  /// Terms, bold lines, items that ask, paragraphs with a title that asks.
  void add_lesser(std::size_t line, std::size_t attributes) {
    const std::string_view text = trimmed(lines_.line(line));
    if (text.starts_with("//") || is_directive(text)) {
      kept_[line] = 0;
      return;
    }
    if (text == "+") kept_[line] = blank;  // it joins what stands around it
    Heading heading;
    heading.line = attributes == none ? line : attributes;
    heading.text = line + 1;
    const Term term = term_of(text);
    const std::string_view line_of_bold = without_break(text);
    const bool bold = line_of_bold.size() > 2 && line_of_bold.front() == '*' &&
                      line_of_bold.back() == '*' && line_of_bold[1] != ' ' &&
                      (line_of_bold.size() < text.size() || is_paragraph(lines_, line));
    const std::size_t stars = std::min(text.find_first_not_of("*-."), text.size());
    const std::string_view title =
        attributes == none ? std::string_view() : title_of(attributes, line);
    if (!term.marker.empty()) {
      heading.kind = BlockKind::definition;
      heading.level = level_of_term + depth_of(term.marker);
      heading.told = in_qanda_ && marker_fits(term.marker);
      heading.title = plain_text(term.term);
      heading.lead = term.rest;
    } else if (bold) {
      heading.kind = BlockKind::bold;
      heading.level = level_of_bold;
      heading.title = plain_text(line_of_bold);
    } else if (stars > 0 && stars < 6 && stars < text.size() && text[stars] == ' ' &&
               ends_in_question_mark(text)) {
      heading.kind = BlockKind::item;
      heading.level = level_of_item + static_cast<std::uint32_t>(stars);
      heading.title = plain_text(trimmed(text.substr(stars)));
      heading.end = item_end(line, stars);
    } else if (has_question_mark(title)) {
      heading.kind = BlockKind::bold;
      heading.level = level_of_bold;
      heading.text = line;
      heading.title = plain_text(title);
    } else {
      return;
    }
    outline_.headings.push_back(std::move(heading));
  }

  /// The title of a block among its attributes: ".A title".
  std::string_view title_of(std::size_t attributes, std::size_t line) const {
    for (std::size_t i = attributes; i < line; ++i) {
      const std::string_view title = trimmed(lines_.line(i));
      if (title.starts_with('.')) return title.substr(1);
    }
    return {};
  }

  /// "::" stands further out than ":::", and that than ";;".
  static std::uint32_t depth_of(std::string_view marker) {
    return marker.front() == ';' ? 3 : static_cast<std::uint32_t>(marker.size() - 2);
  }

  /// One past the last line of an item with so many stars: the next item like it, or what follows a
  /// blank line and is neither an item nor indented.
  std::size_t item_end(std::size_t line, std::size_t stars) const {
    bool apart = false;
    std::size_t end = line + 1;
    for (; end < lines_.count(); ++end) {
      const std::string_view text = lines_.line(end);
      const std::size_t marks = std::min(text.find_first_not_of("*-."), text.size());
      const bool item = marks > 0 && marks < text.size() && text[marks] == ' ';
      if (marks_of(text) > 0 || (item && marks <= stars)) break;
      const bool joined = without_end(lines_.line(end - 1)) == "+";
      if (apart && !is_blank(text) && !item && !joined && text.front() != ' ') break;
      apart = is_blank(text);
    }
    return end;
  }

  /// A list has one marker; another one is of a list inside an answer.
  bool marker_fits(std::string_view marker) {
    const bool first =
        outline_.headings.empty() || outline_.headings.back().kind != BlockKind::definition;
    if (first) marker_ = marker;
    return marker == marker_;
  }

  /// ".Question" above "[%collapsible]" and a block with the answer.
  void collapsible(std::size_t attributes, std::size_t begin, std::string_view delimiter) {
    bool folds = false;
    std::string_view title;
    for (std::size_t i = attributes; i < begin; ++i) {
      const std::string_view line = trimmed(lines_.line(i));
      if (line.starts_with("[%collapsible")) folds = true;
      if (line.starts_with('.')) title = line.substr(1);
    }
    if (!folds || title.empty()) return;
    Heading heading;
    heading.kind = BlockKind::fold;
    heading.level = level_of_fold;
    heading.line = attributes;
    heading.text = begin + 1;
    heading.end = begin + 1;
    while (heading.end < lines_.count() && without_end(lines_.line(heading.end)) != delimiter)
      ++heading.end;
    heading.title = plain_text(title);
    outline_.headings.push_back(std::move(heading));
  }

  /// Lines as written, without what is no text.
  std::string text_of(std::size_t first, std::size_t last) const {
    std::string text;
    for (std::size_t i = first; i < last; ++i) {
      if (kept_[i] == 1) text += lines_.line(i);
      if (kept_[i] != 0) text += '\n';
    }
    return text;
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  static constexpr char blank = 2;  // of `kept_`

  const TextLines& lines_;
  std::vector<char> kept_;  // a line each: 1 for text, 0 for a comment or a directive, `blank`
  std::unordered_map<std::string_view, std::size_t> last_of_{};  // by delimiter: its last line
  Outline outline_{};
  bool one_line_titles_ = false;
  bool in_qanda_ = false;
  std::string_view marker_{};
};

}  // namespace

int recognises_asciidoc(std::string_view path, std::string_view head) {
  const std::string name = lower_ascii(path);
  if (name.ends_with(".adoc") || name.ends_with(".asciidoc") || name.ends_with(".asc")) return 95;
  std::size_t titles = 0;
  bool told = false;  // by something that only AsciiDoc has
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    if (line.starts_with("==") && marks_of(line) > 0) ++titles;
    told |= line.starts_with("[[") || line.starts_with("[source,") || line.starts_with("[qanda]") ||
            line.starts_with(":toc:") || line.starts_with("= ") || is_directive(line);
    head.remove_prefix(std::min(head.size(), end + 1));
  }
  return told && titles > 0 ? 70 : 0;
}

void read_asciidoc(Input& input) {
  const TextLines lines = read_text(input);
  AsciidocDocument document(lines);
  deliver(decide(document.take_outline()), input.listener());
}

}  // namespace answers
