#include "corpus/text/asciidoc_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/outline/labelled_text.h"
#include "corpus/outline/outline.h"
#include "corpus/text/asciidoc_attributes.h"
#include "corpus/text/asciidoc_markup.h"
#include "corpus/text/asciidoc_tables.h"
#include "corpus/text/table_headings.h"
#include "corpus/wording/asking.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace answers {
namespace {

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

/// A title as AsciiDoc had them at first: the line below is as long.
bool is_title_of_two_lines(std::string_view title, std::string_view below) {
  const std::size_t length = without_end(below).size();
  return length > 0 && std::string_view("=-~^+").find(below.front()) != std::string_view::npos &&
         below.substr(0, length).find_first_not_of(below.front()) == std::string_view::npos &&
         !is_blank(title) && is_word_byte(title.front()) && title.size() <= length + 2 &&
         length <= title.size() + 2;
}

/// Without the " +" that breaks a line.
std::string_view without_break(std::string_view line) {
  return line.ends_with(" +") ? trimmed(line.substr(0, line.size() - 2)) : line;
}

std::string as_markdown(std::string_view text) {
  return std::string(trimmed(asciidoc_to_markdown(text)));
}

class AsciidocDocument {
 public:
  explicit AsciidocDocument(const TextLines& lines) : lines_(lines), kept_(lines.count(), 1) {
    outline_.lines = &lines;
    outline_.plain_text = plain_asciidoc;
    outline_.lead_text = as_markdown;
    outline_.form = "AsciiDoc";
    outline_.lines_stand_alone = true;
    outline_.rows_are_markup = true;
    outline_.text_of = [this](std::size_t first, std::size_t last) {
      return asciidoc_to_markdown(kept_lines(lines_, kept_, first, last), attributes_);
    };
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
      if (const std::string_view delimiter = asciidoc_delimiter(line); !delimiter.empty())
        last_of_[delimiter] = i;
      one_line_titles_ |= asciidoc_title_marks(line) > 1;
    }
  }

  void scan() {
    std::string_view open;          // the delimiter of the block we are in
    std::size_t attributes = none;  // the first of the attribute lines just above
    for (std::size_t i = 0; i < lines_.count(); ++i) {
      const std::string_view line = lines_.line(i);
      const std::string_view delimiter = asciidoc_delimiter(line);
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
        if (delimiter.starts_with('|')) add_table(attributes, i);
        open = delimiter;
        if (open.starts_with("//")) kept_[i] = 0;
        attributes = none;
        continue;
      }
      if (take_attribute_entry(line, attributes_)) {
        kept_[i] = 0;
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
      if (const std::size_t marks = asciidoc_title_marks(line)) {
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

  /// The questions of a table that opens at line `begin`.
  void add_table(std::size_t attributes, std::size_t begin) {
    std::size_t columns = 0;
    for (std::size_t line = attributes; line < begin && columns == 0; ++line)
      columns = asciidoc_columns(lines_.line(line));
    std::vector<std::string_view> inside;
    for (std::size_t line = begin + 1; trimmed(lines_.line(line)) != "|==="; ++line)
      inside.push_back(lines_.line(line));
    std::vector<MarkupRow> rows = asciidoc_rows(inside, columns);
    for (MarkupRow& row : rows) {
      row.first += begin + 1;
      row.last += begin + 1;
    }
    add_table_headings(outline_, rows, as_markdown);
  }

  bool underlines(std::size_t line) const {
    if (line == 0) return false;
    // Where titles have one line, that of the document may still have two.
    const bool of_document = outline_.headings.empty() && lines_.line(line).starts_with('=');
    if (one_line_titles_ && !of_document) return false;
    return is_title_of_two_lines(lines_.line(line - 1), lines_.line(line)) &&
           (line == 1 || is_blank(lines_.line(line - 2)) ||
            is_asciidoc_directive(lines_.line(line - 2)));
  }

  static std::uint32_t level_of_underline(char sign) {
    return static_cast<std::uint32_t>(std::string_view("=-~^+").find(sign) + 1);
  }

  std::string title_text(std::string_view adoc) const {
    return plain_asciidoc(with_attributes(adoc, attributes_));
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
    heading.title = title_text(raw);
    outline_.headings.push_back(std::move(heading));
  }

  bool begins_paragraph(std::size_t line) const {
    return line == 0 || is_blank(lines_.line(line - 1)) ||
           asciidoc_title_marks(lines_.line(line - 1)) > 0;
  }

  /// Terms, bold lines, items that ask, paragraphs with a title that asks.
  void add_lesser(std::size_t line, std::size_t attributes) {
    const std::string_view text = trimmed(lines_.line(line));
    if (text.starts_with("//") || is_asciidoc_directive(text)) {
      kept_[line] = 0;
      return;
    }
    Heading heading;
    heading.line = attributes == none ? line : attributes;
    heading.text = line + 1;
    const AsciidocTerm term = asciidoc_term(text);
    const std::string_view line_of_bold = without_break(text);
    const bool bold =
        line_of_bold.size() > 2 && line_of_bold.front() == '*' && line_of_bold.back() == '*' &&
        line_of_bold[1] != ' ' &&
        (line_of_bold.size() < text.size() || attributes != none || begins_paragraph(line));
    const std::size_t stars = std::min(text.find_first_not_of("*-."), text.size());
    const std::string_view title =
        attributes == none ? std::string_view() : title_of(attributes, line);
    if (!term.marker.empty()) {
      heading.kind = BlockKind::definition;
      heading.level = level_of_term + depth_of(term.marker);
      heading.told = in_qanda_ && marker_fits(term.marker);
      heading.title = title_text(term.term);
      heading.lead = term.rest;
    } else if (bold) {
      heading.kind = BlockKind::bold;
      heading.level = level_of_bold;
      heading.title = title_text(line_of_bold);
    } else if (stars > 0 && stars < 6 && stars < text.size() && text[stars] == ' ' &&
               ends_in_question_mark(text)) {
      heading.kind = BlockKind::item;
      heading.level = level_of_item + static_cast<std::uint32_t>(stars);
      heading.title = title_text(text.substr(stars));
      heading.end = item_end(line, stars);
    } else if (has_question_mark(title) || speaks_as_asker(title)) {
      heading.kind = BlockKind::bold;
      heading.level = level_of_bold;
      heading.text = line;
      heading.title = title_text(title);
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
      if (asciidoc_title_marks(text) > 0 || (item && marks <= stars)) break;
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
    heading.title = title_text(title);
    outline_.headings.push_back(std::move(heading));
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const TextLines& lines_;
  std::vector<char> kept_;  // a line each: 1 for text, 0 for a comment, a directive, an entry
  AsciidocAttributes attributes_{};
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
  std::size_t underlined = 0;
  std::size_t terms = 0;
  bool told = false;  // by something that only AsciiDoc has
  std::string_view before;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    if (line.starts_with("==") && asciidoc_title_marks(line) > 0) ++titles;
    if (is_title_of_two_lines(before, line)) ++underlined;
    if (!asciidoc_term(line).term.empty()) ++terms;
    before = line;
    told |= line.starts_with("[[") || line.starts_with("[source,") || line.starts_with("[qanda]") ||
            line.starts_with(":toc:") || line.starts_with("= ") || is_asciidoc_directive(line);
    head.remove_prefix(std::min(head.size(), end + 1));
  }
  return told && (titles > 0 || (underlined > 0 && terms > 0)) ? 70 : 0;
}

void read_asciidoc(Input& input) {
  const TextLines lines = read_text(input);
  AsciidocDocument document(lines);
  deliver(decide(document.take_outline()), input.listener());
}

}  // namespace answers
