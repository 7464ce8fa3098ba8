#include "corpus/text/asciidoc_markup.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/indent.h"
#include "corpus/text/asciidoc_tables.h"
#include "corpus/text/code_fence.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace answers {
namespace {

/// How far emphasis, a macro or a link may reach: what a hostile line costs at most a sign.
constexpr std::size_t longest_span = 400;

/// Where "name:target[text]" or "https://…[text]" begins behind the blank before `bracket`; npos
/// when the bracket belongs to no macro.
std::size_t macro_begin(std::string_view plain, std::string_view& kind) {
  std::size_t begin = plain.size();
  const std::size_t least = begin > longest_span ? begin - longest_span : 0;
  while (begin > least && std::string_view(" (\n").find(plain[begin - 1]) == std::string_view::npos)
    --begin;
  const std::string_view word = plain.substr(begin);
  if (word.ends_with("footnote:")) {
    kind = "footnote:";
    return plain.size() - kind.size();
  }
  for (const std::string_view name : {"http://", "https://", "link:", "xref:", "mailto:", "kbd:",
                                      "btn:", "menu:", "image:", "icon:"}) {
    if (!word.starts_with(name)) continue;
    kind = name;
    return begin;
  }
  return std::string_view::npos;
}

enum class Dress { plain, markdown };

/// What stands in the brackets of a link: without "^", which opens a window, and named attributes.
std::string_view words_of_link(std::string_view text) {
  if (const std::size_t named = text.find('='); named != std::string_view::npos)
    text = text.substr(0, std::min(text.rfind(',', named), named));
  if (text.ends_with(',')) text.remove_suffix(1);
  if (text.size() > 1 && text.starts_with('"') && text.ends_with('"'))
    text = text.substr(1, text.size() - 2);
  if (text.ends_with('^')) text.remove_suffix(1);
  return trimmed(text);
}

/// A macro in plain text, or as Markdown says it.
std::string macro_text(std::string_view kind, std::string_view target, std::string_view text,
                       Dress dress) {
  if (kind == "footnote:") return dress == Dress::plain ? "" : " (" + std::string(text) + ')';
  if (dress == Dress::plain) return std::string(text.empty() && kind != "image:" ? target : text);
  if (kind == "icon:") return {};
  if (kind == "kbd:" || kind == "btn:") return "**" + std::string(text) + "**";
  const std::string_view address = kind.ends_with('/') ? target : target.substr(kind.size());
  if (kind == "menu:") return "**" + std::string(address) + " > " + std::string(text) + "**";
  if (kind == "image:")
    return "![" + std::string(text.substr(0, text.find(','))) + "](" + std::string(address) + ')';
  const std::string_view words = words_of_link(text);
  if (words.empty() || address.find_first_of(" ()<>") != std::string_view::npos)
    return std::string(words.empty() ? address : words);
  std::string link = "[" + std::string(words) + "](";
  return link.append(kind == "mailto:" ? target : address) + ')';
}

/// The text between signs of emphasis, as Markdown has it.
std::string emphasised(char sign, std::string_view inner) {
  if (sign == '#') return std::string(inner);
  if (sign == '`' && inner.size() > 2 && inner.starts_with('+') && inner.ends_with('+'))
    inner = inner.substr(1, inner.size() - 2);
  const std::string_view mark = sign == '*' ? "**" : sign == '_' ? "_" : "`";
  std::string dressed(mark);
  return dressed.append(inner).append(mark);
}

/// Text without inline markup, or with that of Markdown; +code+ becomes `code`.
std::string inline_text(std::string_view adoc, Dress dress) {
  const bool markdown = dress == Dress::markdown;
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
    if ((sign == '"' || sign == '\'') && rest.substr(1, 1) == "`") {  // "`quoted`"
      const std::size_t end = rest.find(sign == '"' ? "`\"" : "`'", 2);
      if (end != std::string_view::npos) {
        plain.append(1, sign).append(rest.substr(2, end - 2)) += sign;
        at += end + 2;
        continue;
      }
    }
    if (sign == '[' && rest.find(']') != std::string_view::npos) {
      std::string_view kind;
      const std::size_t begin = macro_begin(plain, kind);
      if (begin != std::string_view::npos) {
        const std::string_view text = rest.substr(1, rest.find(']') - 1);
        const std::string target = plain.substr(begin);
        plain.resize(begin);
        plain += macro_text(kind, target, text, dress);
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
        plain += markdown ? emphasised(sign, inner) : std::string(inner);
        if (code && !markdown) plain.insert(plain.size() - inner.size(), 1, '`') += '`';
        at += end + run;
        continue;
      }
    }
    plain += sign;
    ++at;
  }
  return plain;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> notes = {
    {{"NOTE", "Note"},
     {"TIP", "Tip"},
     {"IMPORTANT", "Important"},
     {"WARNING", "Warning"},
     {"CAUTION", "Caution"}}};

/// "**Note:**" of "NOTE"; empty of any other word.
std::string head_of_note(std::string_view word) {
  const auto* const note = std::ranges::find(notes, word, &decltype(notes)::value_type::first);
  return note == notes.end() ? std::string() : "**" + std::string(note->second) + ":**";
}

/// What stands in brackets above a block: "[source,ruby]", "[quote, Somebody]".
struct Style {
  std::string_view whole{};
  std::string_view name{};
  std::string_view second{};  ///< behind the first comma: the language of a listing
};

Style style_of(std::string_view line) {
  line = trimmed(line);
  Style style{line.substr(1, line.size() - 2)};
  const std::size_t comma = std::min(style.whole.find(','), style.whole.size());
  style.name = trimmed(style.whole.substr(0, comma));
  style.name = style.name.substr(0, style.name.find_first_of("#%."));
  if (comma < style.whole.size()) {
    style.second = style.whole.substr(comma + 1);
    style.second = trimmed(style.second.substr(0, style.second.find(',')));
  }
  return style;
}

/// Where the marks of "** item", ". item", "1. item", "- item" end; 0: no item.
std::size_t marks_of_item(std::string_view text) {
  if (text.empty()) return 0;
  const std::string_view signs = is_digit(text.front()) ? "0123456789" : text.substr(0, 1);
  if (!is_digit(text.front()) &&
      std::string_view("*.-").find(text.front()) == std::string_view::npos)
    return 0;
  std::size_t end = text.find_first_not_of(signs);
  if (is_digit(text.front()) && end != std::string_view::npos && end < 4 && text[end] == '.') ++end;
  const std::size_t most = text.front() == '-' ? 1 : 5;
  return end != std::string_view::npos && end <= most && text[end] == ' ' &&
                 !(is_digit(text.front()) && text[end - 1] != '.')
             ? end
             : 0;
}

/// Blocks within blocks: deeper ones stay as they are.
constexpr int deepest_block = 4;

class Converter {
 public:
  Converter(std::string_view adoc, const AsciidocAttributes& attributes, int depth)
      : attributes_(attributes), depth_(depth), lines_(lines_in(adoc)) {
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      const std::string_view delimiter = asciidoc_delimiter(trimmed(lines_[line]));
      if (!delimiter.empty()) last_of_[delimiter] = line;
    }
  }

  std::string convert() {
    while (at_ < lines_.size()) step();
    finish_prose();
    return std::move(out_);
  }

 private:
  void step() {
    const std::string_view line = lines_[at_];
    const std::string_view text = trimmed(line);
    if (text.empty()) {
      prose_ += '\n';
      ++at_;
      return;
    }
    if (text == "+") {  // what follows belongs to the item above
      prose_ += '\n';
      joined_ = true;
      ++at_;
      return;
    }
    if (const std::string_view delimiter = asciidoc_delimiter(text);
        !delimiter.empty() && last_of_[delimiter] > at_) {
      take_block(delimiter);
    } else if (is_block_attribute(text) && at_ + 1 < lines_.size() && !is_blank(lines_[at_ + 1])) {
      take_attribute(text);
      return;  // `joined_` and the style are of what follows
    } else if (const std::size_t marks = asciidoc_title_marks(line)) {
      leave_lists();
      prose_.append(marks, '#').append(line.substr(marks)) += '\n';
      ++at_;
    } else if (!style_.name.empty() && take_styled_paragraph()) {
      // taken
    } else {
      take_line(line, text);
    }
    joined_ = false;
    style_ = {};
  }

  /// "[source,ruby]", ".A title".
  void take_attribute(std::string_view text) {
    ++at_;
    if (text.starts_with('[')) {
      const Style style = style_of(text);
      const bool says = !style.name.empty() || text.starts_with("[,") || style_.whole.empty();
      if (says && !text.starts_with("[[")) style_ = style;
      return;
    }
    const std::size_t margin = margin_of_block();
    prose_.append(margin, ' ').append("**").append(text.substr(1)).append("**\n\n");
  }

  bool is_listing(std::string_view delimiter) const {
    const char sign = delimiter.front();
    return sign == '`' || (sign == '-' && delimiter.size() > 2) || sign == '.' ||
           (delimiter == "--" && (style_.name == "source" || style_.name == "listing"));
  }

  void take_block(std::string_view delimiter) {
    const std::size_t begin = at_ + 1;
    std::size_t end = begin;
    while (end < lines_.size() && trimmed(lines_[end]) != delimiter) ++end;
    const std::size_t margin = margin_of_block();
    const std::string_view head = lines_[at_];
    at_ = std::min(end + 1, lines_.size());
    if (is_listing(delimiter)) {
      const bool fence = delimiter.starts_with('`');
      const bool told = style_.name == "source" || style_.name.empty();
      const std::string_view language = fence  ? trimmed(trimmed(head).substr(3))
                                        : told ? style_.second
                                               : std::string_view();
      return add_fence(margin, language, begin, end);
    }
    if (delimiter.starts_with('|')) return add_table(margin, begin, end);
    if (delimiter.starts_with('+') || depth_ >= deepest_block)
      return add_lines(margin, "", joined_lines(begin, end));
    std::string inner = Converter(joined_lines(begin, end), attributes_, depth_ + 1).convert();
    if (delimiter.starts_with('_')) {
      if (!style_.second.empty()) inner.append("\n— ").append(style_.second);
      return add_lines(margin, "> ", inner);
    }
    add_noted(margin, inner);
  }

  /// "[NOTE]", "[quote]", "[source]" over a paragraph.
  bool take_styled_paragraph() {
    const bool listing =
        style_.name == "source" || style_.name == "listing" || style_.name == "literal";
    const bool quotes = style_.name == "quote" || style_.name == "verse";
    if ((!listing && !quotes && head_of_note(style_.name).empty()) || depth_ >= deepest_block)
      return false;
    const std::size_t margin = margin_of_block();
    const std::size_t begin = at_;
    while (at_ < lines_.size() && !is_blank(lines_[at_]) && trimmed(lines_[at_]) != "+") ++at_;
    if (listing) {
      add_fence(margin, style_.second, begin, at_);
      return true;
    }
    const std::string inner =
        Converter(joined_lines(begin, at_), attributes_, depth_ + 1).convert();
    if (quotes) {
      add_lines(margin, "> ", inner);
    } else {
      add_noted(margin, inner);
    }
    return true;
  }

  /// A line of prose, of a list, of a literal paragraph.
  void take_line(std::string_view line, std::string_view text) {
    ++at_;
    if (const std::size_t marks = marks_of_item(text)) return add_item(text, marks);
    const bool apart = at_ < 2 || is_blank(lines_[at_ - 2]);
    if (apart && !joined_) {
      if (indent_of(line) > 0 && lists_.empty() && has_prose_) return add_literal();
      if (indent_of(line) == 0) leave_lists();
    }
    has_prose_ |= indent_of(line) == 0;
    if (text.starts_with("image::")) {
      text.remove_prefix(6);
      prose_.append(margin_of_block(), ' ').append("image").append(text) += '\n';
      return;
    }
    if (text == "'''" || text == "<<<") {
      prose_ += text == "'''" ? "---\n" : "\n";
      return;
    }
    const std::size_t colon = text.find(": ");
    const std::string note = apart || joined_ ? head_of_note(text.substr(0, colon)) : std::string();
    if (colon != std::string_view::npos && !note.empty()) {
      prose_.append(margin_of_block(), ' ').append(note).append(text.substr(colon + 1)) += '\n';
      return;
    }
    if (const AsciidocTerm term = asciidoc_term(text); !term.marker.empty()) {
      prose_.append(term.rest.empty() ? "**" : "- **").append(term.term).append("**");
      if (!term.rest.empty()) prose_.append(": ").append(term.rest);
      prose_ += '\n';
      return;
    }
    const bool breaks = text.ends_with(" +");
    const std::string_view said = breaks ? trimmed(text.substr(0, text.size() - 2)) : line;
    // A line that goes on with an item stands below its text.
    if (!lists_.empty()) {
      prose_.append(margin_, ' ').append(trimmed(said));
    } else {
      prose_ += said;
    }
    prose_ += breaks ? "  \n" : "\n";
  }

  void add_item(std::string_view text, std::size_t marks) {
    has_prose_ = true;
    const bool number = is_digit(text.front());
    const std::string_view mark = number ? std::string_view("1.") : text.substr(0, marks);
    const auto known = std::ranges::find(lists_, mark, &List::mark);
    if (known == lists_.end()) {
      lists_.push_back({mark, lists_.empty() ? 0 : margin_, 0});
    } else {
      lists_.erase(known + 1, lists_.end());
    }
    List& list = lists_.back();
    ++list.count;
    const std::string shown = number                ? std::string(text.substr(0, marks))
                              : mark.front() == '.' ? std::to_string(list.count) + '.'
                                                    : "-";
    margin_ = list.margin + shown.size() + 1;
    prose_.append(list.margin, ' ').append(shown).append(text.substr(marks)) += '\n';
  }

  void leave_lists() {
    lists_.clear();
    margin_ = 0;
  }

  /// How far in a block stands that begins here: below its item where "+" joins it, or where it is
  /// indented, as people write who know Markdown.
  std::size_t margin_of_block() {
    if (joined_ || indent_of(lines_[std::min(at_, lines_.size() - 1)]) > 0) return margin_;
    if (at_ == 0 || is_blank(lines_[at_ - 1])) leave_lists();
    return 0;
  }

  /// An indented paragraph apart from others is shown as written.
  void add_literal() {
    const std::size_t begin = at_ - 1;
    while (at_ < lines_.size() && (is_blank(lines_[at_]) || indent_of(lines_[at_]) > 0)) ++at_;
    while (at_ > begin && is_blank(lines_[at_ - 1])) --at_;
    add_fence(0, "", begin, at_);
  }

  std::string joined_lines(std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t line = begin; line < end; ++line) text.append(lines_[line]) += '\n';
    return text;
  }

  /// `text` behind "**Note:**", where the style says so.
  void add_noted(std::size_t margin, const std::string& text) {
    const std::string head = head_of_note(style_.name);
    const bool beside = !text.empty() && is_word_byte(text.front());
    add_lines(margin, "", head.empty() ? text : head + (beside ? " " : "\n\n") + text);
  }

  /// `text` apart from what stands around it, each line behind `mark`.
  void add_lines(std::size_t margin, std::string_view mark, std::string_view text) {
    finish_prose();
    part();
    while (text.ends_with('\n')) text.remove_suffix(1);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      if (!line.empty() || !mark.empty()) out_.append(margin, ' ').append(mark).append(line);
      while (out_.ends_with(' ') && line.empty()) out_.pop_back();
      out_ += '\n';
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void add_fence(std::size_t margin, std::string_view language, std::size_t begin,
                 std::size_t end) {
    while (end > begin && is_blank(lines_[end - 1])) --end;
    std::string code = without_common_indent(joined_lines(begin, end));
    if (style_.whole.find("attributes") != std::string_view::npos)
      code = with_attributes(code, attributes_);
    const std::string fence = fence_around(code);
    if (language.find('=') != std::string_view::npos) language = {};
    std::string block = fence;
    block.append(language) += '\n';
    add_lines(margin, "", block + code + fence);
  }

  void add_table(std::size_t margin, std::size_t begin, std::size_t end) {
    const std::vector<MarkupRow> rows = asciidoc_rows(std::span(lines_).subspan(begin, end - begin),
                                                      asciidoc_columns(style_.whole));
    if (rows.empty()) return;
    const std::size_t columns = std::ranges::max(rows, {}, [](const MarkupRow& row) {
                                  return row.cells.size();
                                }).cells.size();
    std::string table;
    for (const MarkupRow& row : rows) {
      table += '|';
      for (const std::string& cell : row.cells) table.append(" ").append(shown_cell(cell)) += " |";
      table += '\n';
      if (&row != &rows.front()) continue;
      table += '|';
      for (std::size_t column = 0; column < columns; ++column) table += "---|";
      table += '\n';
    }
    add_lines(margin, "", table);
  }

  std::string shown_cell(const std::string& cell) const {
    std::string shown = inline_text(with_attributes(trimmed(cell), attributes_), Dress::markdown);
    std::ranges::replace(shown, '\n', ' ');
    return shown;
  }

  void part() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }

  void finish_prose() {
    const std::string prose = std::exchange(prose_, {});
    const std::string text = inline_text(with_attributes(prose, attributes_), Dress::markdown);
    if (out_.ends_with("\n") && !text.starts_with('\n') && !is_blank(text)) part();
    out_ += text;
  }

  struct List {
    std::string_view mark{};
    std::size_t margin = 0;
    std::size_t count = 0;
  };

  const AsciidocAttributes& attributes_;
  int depth_;
  std::vector<std::string_view> lines_;
  std::unordered_map<std::string_view, std::size_t> last_of_{};  // by delimiter: its last line
  std::size_t at_ = 0;
  std::vector<List> lists_{};  // those we are in, the outermost first
  std::size_t margin_ = 0;     // where the text of the item we are in begins
  bool joined_ = false;        // a "+" stands just above
  bool has_prose_ = false;     // a line that is not indented was seen
  Style style_{};              // of the block that begins
  std::string prose_{};        // not yet in `out_`: spans may go over lines
  std::string out_{};
};

}  // namespace

std::string_view without_end(std::string_view line) {
  const std::size_t end = line.find_last_not_of(" \t");
  return line.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

std::string_view asciidoc_delimiter(std::string_view line) {
  line = without_end(line);
  if (line == "--") return line;
  if (line.starts_with("```")) return line.substr(0, 3);
  if (line == "|===" || line == ",===" || line == ":===" || line == "!===") return line;
  if (line.size() < 4 || std::string_view("-.=*_+/").find(line.front()) == std::string_view::npos)
    return {};
  return line.find_first_not_of(line.front()) == std::string_view::npos ? line : std::string_view();
}

std::size_t asciidoc_title_marks(std::string_view line) {
  if (line.empty() || (line.front() != '=' && line.front() != '#')) return 0;
  const std::size_t marks = std::min(line.find_first_not_of(line.front()), line.size());
  const bool title =
      marks <= 6 && marks < line.size() && line[marks] == ' ' && !is_blank(line.substr(marks));
  return title ? marks : 0;
}

bool is_block_attribute(std::string_view line) {
  line = without_end(line);
  if (line.size() < 2) return false;
  return (line.front() == '[' && line.back() == ']') ||
         (line.front() == '.' && line[1] != '.' && line[1] != ' ');
}

bool is_asciidoc_directive(std::string_view line) {
  return line.starts_with("ifdef::") || line.starts_with("ifndef::") ||
         line.starts_with("endif::") || line.starts_with("include::") || line.starts_with("toc::");
}

AsciidocTerm asciidoc_term(std::string_view line) {
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

std::string plain_asciidoc(std::string_view adoc) {
  return std::string(trimmed(inline_text(adoc, Dress::plain)));
}

std::string asciidoc_to_markdown(std::string_view adoc, const AsciidocAttributes& attributes) {
  return Converter(adoc, attributes, 0).convert();
}

}  // namespace answers
