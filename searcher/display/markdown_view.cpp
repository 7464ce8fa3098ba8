#include "searcher/display/markdown_view.h"

#include "corpus/characters/characters.h"
#include "searcher/display/formula_text.h"
#include "searcher/display/styled_text.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ostream>
#include <string>
#include <vector>

namespace answers {
namespace {

/// Deeper nesting is set in no further: the text would have no room left.
constexpr std::size_t deepest_indent = 24;

std::string utf8(unsigned long code_point) {
  if (code_point == 0 || code_point > 0x10FFFF) return "\xEF\xBF\xBD";
  const auto byte = [](unsigned long bits) { return static_cast<char>(bits); };
  if (code_point < 0x80) return {byte(code_point)};
  if (code_point < 0x800) return {byte(0xC0 | code_point >> 6), byte(0x80 | (code_point & 0x3F))};
  if (code_point < 0x10000) {
    return {byte(0xE0 | code_point >> 12), byte(0x80 | (code_point >> 6 & 0x3F)),
            byte(0x80 | (code_point & 0x3F))};
  }
  return {byte(0xF0 | code_point >> 18), byte(0x80 | (code_point >> 12 & 0x3F)),
          byte(0x80 | (code_point >> 6 & 0x3F)), byte(0x80 | (code_point & 0x3F))};
}

/// The entities that people write in Markdown; any other stays as it stands.
std::string decode_entity(const std::string& entity) {
  static constexpr struct {
    std::string_view name, text;
  } named[] = {{"&amp;", "&"},    {"&lt;", "<"},    {"&gt;", ">"},    {"&quot;", "\""},
               {"&apos;", "'"},   {"&nbsp;", " "},  {"&ndash;", "–"}, {"&mdash;", "—"},
               {"&hellip;", "…"}, {"&times;", "×"}, {"&rarr;", "→"},  {"&copy;", "©"}};
  for (const auto& [name, text] : named) {
    if (entity == name) return std::string(text);
  }
  if (entity.starts_with("&#x") || entity.starts_with("&#X")) {
    return utf8(std::strtoul(entity.c_str() + 3, nullptr, 16));
  }
  if (entity.starts_with("&#")) return utf8(std::strtoul(entity.c_str() + 2, nullptr, 10));
  return entity;
}

class View {
 public:
  View(std::size_t indent, const Terminal& terminal, std::ostream& out)
      : indent_(indent), terminal_(terminal), out_(out) {}

  void enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        flush();
        containers_.push_back({"│ ", "│ "});
        break;
      case MD_BLOCK_UL:
        flush();
        part_from_block();
        lists_.push_back(0);
        tight_ = static_cast<const MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0;
        break;
      case MD_BLOCK_OL:
        flush();
        part_from_block();
        lists_.push_back(std::max(1U, static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start));
        tight_ = static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->is_tight != 0;
        break;
      case MD_BLOCK_LI: {
        flush();
        std::string marker = "• ";
        if (!lists_.empty() && lists_.back() > 0) marker = std::to_string(lists_.back()++) + ". ";
        containers_.push_back({marker, std::string(display_width(marker), ' ')});
        break;
      }
      case MD_BLOCK_HR:
        flush();
        line_.append("────────", dim);
        flush();
        break;
      case MD_BLOCK_H:
        flush();
        styles_.push_back(bold);
        break;
      case MD_BLOCK_CODE:
        flush();
        gap();
        code_ = true;
        break;
      case MD_BLOCK_HTML:
        flush();
        html_ = true;
        break;
      case MD_BLOCK_TABLE:
        flush();
        rows_.clear();
        alignments_.clear();
        break;
      case MD_BLOCK_TR:
        rows_.emplace_back();
        break;
      case MD_BLOCK_TH:
        alignments_.push_back(static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align);
        styles_.push_back(bold);
        break;
      case MD_BLOCK_P:
        flush();
        break;
      default:
        break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    while (!spans_.empty()) close_span();
    switch (type) {
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_LI:
        flush();
        containers_.pop_back();
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        flush();
        lists_.pop_back();
        tight_ = false;
        want_gap_ = true;
        break;
      case MD_BLOCK_H:
        flush();
        styles_.pop_back();
        break;
      case MD_BLOCK_CODE:
        print_code();
        code_ = false;
        want_gap_ = true;
        after_block_ = true;
        break;
      case MD_BLOCK_HTML:
        html_ = false;
        flush();
        break;
      case MD_BLOCK_TH:
        styles_.pop_back();
        [[fallthrough]];
      case MD_BLOCK_TD:
        rows_.back().push_back(std::move(line_));
        line_ = StyledText();
        break;
      case MD_BLOCK_TABLE:
        print_table();
        after_block_ = true;
        break;
      case MD_BLOCK_P:
        flush();
        want_gap_ = true;
        break;
      default:
        break;
    }
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    spans_.push_back(type);
    switch (type) {
      case MD_SPAN_EM:
        styles_.push_back(italic);
        break;
      case MD_SPAN_STRONG:
        styles_.push_back(bold);
        break;
      case MD_SPAN_CODE:
        if (!terminal_.color) line_.append("`");
        styles_.push_back(magenta);
        break;
      case MD_SPAN_A: {
        const auto& href = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
        hrefs_.emplace_back(href.text == nullptr ? "" : std::string(href.text, href.size));
        link_begins_.push_back(line_.size());
        styles_.push_back(underlined);
        break;
      }
      case MD_SPAN_IMG:
        line_.append("[image: ", dim);
        styles_.push_back(dim);
        break;
      case MD_SPAN_LATEXMATH:
      case MD_SPAN_LATEXMATH_DISPLAY:
        formula_.clear();
        styles_.push_back(italic);
        break;
      default:
        styles_.push_back(plain);
        break;
    }
  }

  /// md4c 0.4.8 leaves spans that it never entered, where an address stands in broken UTF-8.
  void leave_span(MD_SPANTYPE type) {
    if (std::find(spans_.rbegin(), spans_.rend(), type) == spans_.rend()) return;
    while (spans_.back() != type) close_span();
    close_span();
  }

  void close_span() {
    const MD_SPANTYPE type = spans_.back();
    spans_.pop_back();
    styles_.pop_back();
    switch (type) {
      case MD_SPAN_CODE:
        if (!terminal_.color) line_.append("`");
        break;
      case MD_SPAN_A: {
        // An address that the text does not show already, and that leads out of the page.
        const std::string href = std::move(hrefs_.back());
        hrefs_.pop_back();
        const std::size_t begin = std::min(link_begins_.back(), line_.size());
        link_begins_.pop_back();
        const bool is_shown = line_.text().find(href, begin) != std::string::npos;
        // Shown although it is a link, too: not every terminal follows links.
        if (!href.empty() && href[0] != '#' && !is_shown) line_.append(" <" + href + ">", dim);
        line_.add_link(begin, line_.size(), safe_uri(href));
        break;
      }
      case MD_SPAN_IMG:
        line_.append("]", dim);
        break;
      case MD_SPAN_LATEXMATH:
      case MD_SPAN_LATEXMATH_DISPLAY:
        print_formula(type == MD_SPAN_LATEXMATH ? "$" : "$$");
        break;
      default:
        break;
    }
  }

  bool is_in_formula() const {
    return !spans_.empty() &&
           (spans_.back() == MD_SPAN_LATEXMATH || spans_.back() == MD_SPAN_LATEXMATH_DISPLAY);
  }

  /// As people read it on a terminal, else as it was written.
  void print_formula(std::string_view signs) {
    const auto said = terminal_.is_terminal ? formula_text(formula_) : std::nullopt;
    if (said) {
      line_.append(*said, italic);
    } else {
      line_.append(signs).append(formula_, italic).append(signs);
    }
    formula_.clear();
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    switch (type) {
      case MD_TEXT_BR:
        break_line();
        break;
      case MD_TEXT_SOFTBR:
        if (is_in_formula()) {
          formula_ += ' ';
        } else {
          line_.append(" ");
        }
        break;
      case MD_TEXT_LATEXMATH:
        formula_ += text;
        break;
      case MD_TEXT_ENTITY:
        line_.append(decode_entity(std::string(text)), style());
        break;
      case MD_TEXT_NULLCHAR:
        line_.append("\xEF\xBF\xBD");
        break;
      case MD_TEXT_HTML:
        html(text);
        break;
      default:
        if (code_) {
          code_text_ += text;
        } else {
          line_.append(text, style());
        }
        break;
    }
  }

  void finish() { flush(); }

 private:
  struct Container {
    std::string first;  ///< before the first line: a bullet
    std::string rest;   ///< before every further line
  };

  std::uint8_t style() const {
    unsigned sum = plain;
    for (const auto one : styles_) sum |= one;
    return static_cast<std::uint8_t>(sum);
  }

  /// Tags say nothing on a terminal, except that a line or a cell ends.
  void html(std::string_view text) {
    while (!text.empty()) {
      const auto open = text.find('<');
      line_.append(text.substr(0, open), style());
      if (open == std::string_view::npos) return;
      const auto close = text.find('>', open);
      if (close == std::string_view::npos) {
        line_.append(text.substr(open), style());
        return;
      }
      const std::string_view tag = text.substr(open + 1, close - open - 1);
      end_at(lower_ascii(tag.substr(0, tag.find_first_of(" \t\n/", 1))));
      text.remove_prefix(close + 1);
    }
  }

  void end_at(std::string_view tag) {
    constexpr std::array<std::string_view, 10> of_lines = {"tr",   "/tr", "p",   "/p", "div",
                                                           "/div", "li",  "/li", "dt", "dd"};
    const bool blank = line_.text().find_first_not_of(" \n\t") == std::string::npos;
    if (tag == "br" || (!blank && std::ranges::find(of_lines, tag) != of_lines.end())) {
      break_line();
    } else if (!blank && (tag == "td" || tag == "th")) {
      line_.append(line_.text().find_last_of(" \n\t") + 1 == line_.size() ? "│ " : " │ ", dim);
    }
  }

  /// Ends a line inside a paragraph.
  void break_line() {
    if (!rows_.empty()) {  // inside a table's cell
      line_.append(" ");
      return;
    }
    print_wrapped();
  }

  void gap() {
    if (want_gap_ && printed_ && !(tight_ && !lists_.empty())) out_ << '\n';
    want_gap_ = false;
  }

  /// A list follows a paragraph closely, but not code or a table.
  void part_from_block() {
    if (after_block_) gap();
  }

  std::string prefix() {
    std::string text(indent_, ' ');
    for (auto& container : containers_) {
      if (text.size() < indent_ + deepest_indent) text += container.first;
      container.first = container.rest;
    }
    return text;
  }

  void print_line(const StyledText& line) {
    StyledText whole;
    whole.append(prefix(), dim).append(line);
    write(out_, whole, terminal_);
    out_ << '\n';
    printed_ = true;
    after_block_ = false;
  }

  std::size_t room() const {
    std::size_t taken = indent_;
    for (const auto& container : containers_) taken += display_width(container.rest);
    taken = std::min(taken, indent_ + deepest_indent);
    return std::max<std::size_t>(20, terminal_.columns > taken ? terminal_.columns - taken : 0);
  }

  void print_wrapped() {
    for (const StyledText& line : wrap(line_, room())) print_line(line);
    line_ = StyledText();
  }

  void flush() {
    if (html_ && line_.text().find_first_not_of(" \n\t") == std::string::npos) line_ = StyledText();
    if (line_.empty()) return;
    gap();
    print_wrapped();
    want_gap_ = true;
  }

  void print_code() {
    if (!code_text_.empty() && code_text_.back() == '\n') code_text_.pop_back();
    std::size_t begin = 0;
    while (begin <= code_text_.size()) {
      const std::size_t end = std::min(code_text_.find('\n', begin), code_text_.size());
      StyledText line;
      if (end > begin)
        line.append("    ").append(std::string_view(code_text_).substr(begin, end - begin));
      print_line(line);
      begin = end + 1;
    }
    code_text_.clear();
  }

  /// How much of what a cell leaves free stands before its text.
  std::size_t spare_before(std::size_t column, std::size_t spare) const {
    const MD_ALIGN align = column < alignments_.size() ? alignments_[column] : MD_ALIGN_DEFAULT;
    return align == MD_ALIGN_RIGHT ? spare : align == MD_ALIGN_CENTER ? spare / 2 : 0;
  }

  void print_table() {
    std::vector<std::size_t> widths;
    for (const auto& row : rows_) {
      if (row.size() > widths.size()) widths.resize(row.size(), 3);
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].width());
    }
    // The widest columns give way until the table fits.
    std::size_t total = 0;
    for (const auto width : widths) total += width + 2;
    while (total > room() + 2 && !widths.empty()) {
      auto widest = std::ranges::max_element(widths);
      if (*widest <= 8) break;
      --*widest;
      --total;
    }
    gap();
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      std::vector<std::vector<StyledText>> cells;
      std::size_t height = 1;
      for (std::size_t i = 0; i < rows_[r].size(); ++i) {
        cells.push_back(wrap(rows_[r][i], widths[i]));
        height = std::max(height, cells.back().size());
      }
      for (std::size_t h = 0; h < height; ++h) {
        StyledText line;
        for (std::size_t i = 0; i < cells.size(); ++i) {
          const StyledText cell = h < cells[i].size() ? cells[i][h] : StyledText();
          const std::size_t spare = widths[i] - std::min(cell.width(), widths[i]);
          const std::size_t before = spare_before(i, spare);
          line.append(std::string(before, ' ')).append(cell);
          if (i + 1 < cells.size()) line.append(std::string(spare - before + 2, ' '));
        }
        print_line(line);
      }
      if (r == 0) {
        StyledText rule;
        for (std::size_t i = 0; i < widths.size(); ++i) {
          std::string dashes;
          for (std::size_t n = 0; n < widths[i]; ++n) dashes += "─";
          rule.append(dashes + (i + 1 < widths.size() ? "  " : ""), dim);
        }
        print_line(rule);
      }
    }
    rows_.clear();
    want_gap_ = true;
  }

  std::size_t indent_;
  const Terminal& terminal_;
  std::ostream& out_;
  std::vector<Container> containers_;
  std::vector<unsigned> lists_;  ///< the next number of each open list, 0 for bullets
  std::vector<std::uint8_t> styles_;
  std::vector<MD_SPANTYPE> spans_;  ///< that are open; none is from one block to the next
  std::vector<std::string> hrefs_;
  std::vector<std::size_t> link_begins_;
  std::vector<std::vector<StyledText>> rows_;
  std::vector<MD_ALIGN> alignments_;  ///< of the columns of the table that is open
  StyledText line_;
  std::string code_text_;
  std::string formula_;  ///< that is open
  bool code_ = false;
  bool html_ = false;
  bool tight_ = false;
  bool printed_ = false;
  bool want_gap_ = false;
  bool after_block_ = false;  ///< the last line was of code or a table
};

}  // namespace

void print_markdown(std::string_view markdown, std::size_t indent, const Terminal& terminal,
                    std::ostream& out) {
  View view(indent, terminal, out);
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    static_cast<View*>(user)->enter(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    static_cast<View*>(user)->leave(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    static_cast<View*>(user)->enter_span(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    static_cast<View*>(user)->leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    static_cast<View*>(user)->text(type, {text, size});
    return 0;
  };
  // md4c 0.4.8 looks a byte behind an address at the very end.
  const std::string ended = std::string(markdown) + '\n';
  md_parse(ended.data(), static_cast<MD_SIZE>(ended.size()), &parser, &view);
  view.finish();
}

}  // namespace answers
