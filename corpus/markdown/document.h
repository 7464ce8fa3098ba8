#pragma once

#include "corpus/input/text_lines.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// Reading Markdown: what a file's lines are (document), where its questions stand (the shapes),
/// and what of the lines below a question is its answer (pairing).
namespace answers::markdown {

enum class Kind : std::uint8_t {
  blank,
  text,
  heading,  ///< "## …", also "3. ### …", "<h3>…</h3>", and a text line underlined with "==="
  list_item,  ///< "- …", "3. …", "2) …"
  quote,      ///< "> …"
  table_row,  ///< begins with '|'
  rule,       ///< "---", "***"
  fence,      ///< "```", "~~~"
  html,       ///< begins with a tag
};

/// Whether a line is to be taken as code (or comment, front matter, <pre>) rather than as Markdown.
enum class Code : std::uint8_t {
  no,
  yes,
  doubtful,  ///< inside a fence that is not closed before another one opens or the file ends
};

struct Line {
  Kind kind = Kind::text;
  Code code = Code::no;
  std::uint8_t indent = 0;    ///< in columns, at most 255; a TAB goes to the next multiple of 4
  std::uint8_t marks = 0;     ///< how many bytes of marks stand before the content
  std::uint32_t content = 0;  ///< byte in the text where what stands behind the marks begins
};

struct Heading {
  std::size_t line = 0;
  std::size_t end_line = 0;       ///< one past the last line of its title
  std::string_view title{};       ///< as written, without '#' marks or tags around it
  std::string_view whole{};       ///< with them: what clean_question() finds anchors in
  int level = 0;                  ///< 1–6
  bool in_list_item = false;      ///< "3. ### …"; `number` is the item's
  std::string_view number{};      ///< of the list item; empty for other headings
  bool announces_answer = false;  ///< "#### Answer", "#### Answer: 4"
  Furniture furniture = Furniture::none;
  Announced announced{};         ///< by its title
  bool lettered = false;         ///< a letter counts it: "B. …" behind "A. …"
  std::optional<Label> label{};  ///< that its title begins with
};

/// Whether a line has words outside of its tags: an anchor alone has none. O(length).
bool says_something(std::string_view line);

/// Lines [first, last) of a document.
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// A Markdown file, classified line by line in one pass. Unlike CommonMark, a line is looked at for
/// itself: an indent, an open list or a forgotten fence never hides a heading for good.
class Document {
 public:
  /// `text` must outlive the document. O(size of text).
  explicit Document(const TextLines& text);
  /// The text of a page of HTML, which has lists and lines that ask of its own; `contents` are
  /// lines known to be such, in order and apart.
  Document(const TextLines& text, std::span<const Range> contents);

  bool is_page() const { return is_page_; }
  const TextLines& text() const { return *text_; }
  std::size_t count() const { return lines_.size(); }
  const Line& operator[](std::size_t line) const { return lines_[line]; }
  /// What stands behind the marks of a line, without its end.
  std::string_view content(std::size_t line) const {
    const std::string_view whole_line = whole(line);
    return whole_line.substr(
        std::min<std::size_t>(whole_line.size(), lines_[line].content - byte(line)));
  }
  /// A line without its end.
  std::string_view whole(std::size_t line) const { return text_->line(line); }
  /// The label that content() begins with. It is looked for once where there is none.
  std::optional<Label> label(std::size_t line) const;
  /// Whether one of these lines begins with the label of a question. O(lines) up to that.
  bool asks_by_label(Range lines) const;
  bool is_code(std::size_t line) const { return lines_[line].code != Code::no; }
  /// Where a line begins in the text; count() is allowed.
  std::size_t byte(std::size_t line) const { return text_->begins[line]; }
  /// The line that a byte of the text stands in. O(log lines).
  std::size_t line_at(std::size_t byte) const;

  /// Behind the front matter.
  std::size_t body_line() const { return body_line_; }
  /// What stands between the two "---" (or "+++") of the front matter; empty when there is none.
  std::string_view front_matter() const;

  /// All headings, those inside of code too (see is_code()), in order.
  std::span<const Heading> headings() const { return headings_; }
  /// Those that begin in `range`. O(log headings).
  std::span<const Heading> headings_in(Range range) const;
  /// Below "Table of contents" until the next heading or the end of its list, and what else is
  /// known to be such: what stands there repeats the questions.
  bool is_contents(std::size_t line) const;

  /// Takes `ranges` (in order and apart) for contents as well. O(all of them).
  void add_contents(std::span<const Range> ranges);

  /// The lines of the outermost <details> that `line` stands in, or nullptr. Valid until the
  /// document goes. O(log folds).
  const Range* fold_at(std::size_t line) const;

  /// The first line at or after `line` that is not blank, or `end`.
  std::size_t skip_blank(std::size_t line, std::size_t end) const;

  /// Takes a fence that is open at one of `lines` (sorted) as ended there: somebody forgot to close
  /// it. O(lines of the document).
  void end_fences_at(std::span<const std::size_t> lines);

 private:
  struct Fence {
    std::size_t line;
    char sign;
    std::uint8_t length;
    bool bare;             ///< nothing behind the signs: only such a one closes
    bool in_item = false;  ///< behind the marks of an item, which is no code itself
  };

  void read();
  void classify();
  void find_folds();
  /// Where the list that begins at `first` has ended, at most `limit`: at text, or at items that
  /// link to nothing below such as do.
  std::size_t contents_end(std::size_t first, std::size_t limit) const;
  void unite_contents();
  void mark_code();
  void read_html_heading(std::size_t line);
  /// The first heading of level 2 or deeper behind a blank line, between two lines; 0 for none.
  std::size_t heading_between(std::size_t first, std::size_t last) const;

  const TextLines* text_;
  std::vector<Line> lines_;
  std::vector<Heading> headings_;
  std::vector<Fence> fences_;
  std::vector<Range> hidden_;  ///< comments, <pre>, front matter: never code by mistake
  std::vector<std::size_t> ends_;
  mutable std::vector<bool> unlabelled_;  ///< lines that are known to have no label
  std::vector<Range> contents_;
  std::vector<Range> folds_;  ///< outermost <details> with their </details>
  bool is_page_ = false;
  std::size_t body_line_ = 0;
  std::size_t front_matter_end_ = 0;
};

}  // namespace answers::markdown
