#include "corpus/markdown/document.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/wording/counting_letters.h"

#include <algorithm>
#include <iterator>

namespace answers::markdown {
namespace {

constexpr bool is_space(char byte) { return byte == ' ' || byte == '\t'; }

/// How many times the first byte of `text` stands at its beginning.
std::size_t run_of_first(std::string_view text) {
  const std::size_t end = text.find_first_not_of(text.front());
  return end == std::string_view::npos ? text.size() : end;
}

/// How many signs of a fence begin `text`; 0 where they open none ("```a```" is code in a line).
std::size_t opening_signs(std::string_view text) {
  if (!text.starts_with("```") && !text.starts_with("~~~")) return 0;
  const std::size_t signs = run_of_first(text);
  return text.front() == '`' && text.find('`', signs) != std::string_view::npos ? 0 : signs;
}

constexpr std::uint8_t narrow(std::size_t count) {
  return static_cast<std::uint8_t>(std::min<std::size_t>(count, 255));
}

/// "---", "* * *": three or more of one sign and nothing else.
bool is_rule(std::string_view text) {
  std::size_t signs = 0;
  for (const char byte : text) {
    if (byte == text.front()) {
      ++signs;
    } else if (!is_space(byte)) {
      return false;
    }
  }
  return signs >= 3;
}

/// The marks of a list item at the beginning, the blank behind them too: "- ", "12. ", "3) ".
std::size_t list_marks(std::string_view text) {
  std::size_t marks = 0;
  if (text.front() == '-' || text.front() == '*' || text.front() == '+') {
    marks = 1;
  } else {
    while (marks < text.size() && marks < 9 && is_digit(text[marks])) ++marks;
    if (marks == 0 || marks == text.size() || (text[marks] != '.' && text[marks] != ')')) return 0;
    ++marks;
  }
  if (marks == text.size()) return marks;
  if (!is_space(text[marks])) return 0;
  const std::size_t content = text.find_first_not_of(" \t", marks);
  return content == std::string_view::npos ? text.size() : content;
}

/// The marks of a heading, the blanks behind them too. A blank is not needed behind two or more
/// ("##题目"), as a single one may be a tag ("#include").
std::size_t heading_marks(std::string_view text) {
  const std::size_t signs = run_of_first(text);
  if (signs > 6) return 0;
  if (signs == text.size()) return signs;
  if (!is_space(text[signs]) && signs == 1) return 0;
  const std::size_t content = text.find_first_not_of(" \t", signs);
  return content == std::string_view::npos ? text.size() : content;
}

/// Without the '#' signs that close a heading and the blanks at its end.
std::string_view without_closing_signs(std::string_view title) {
  title = trimmed(title);
  const std::size_t last = title.find_last_not_of('#');
  if (last == std::string_view::npos) return {};
  if (last + 1 < title.size() && is_space(title[last])) return trimmed(title.substr(0, last));
  return title;
}

/// 1–6 for "<h3 …>", else 0.
int html_heading_level(std::string_view text) {
  if (text.size() < 4 || text[0] != '<' || (text[1] != 'h' && text[1] != 'H')) return 0;
  if (text[2] < '1' || text[2] > '6' || (text[3] != '>' && text[3] != ' ')) return 0;
  return text[2] - '0';
}

constexpr std::size_t longest_front_matter = 1000;  // lines
constexpr std::size_t longest_html_heading = 12;    // lines

}  // namespace

bool says_something(std::string_view line) {
  bool inside = false;
  for (const char byte : line) {
    if (byte == '<') inside = true;
    if (!inside && is_word_byte(byte)) return true;
    if (byte == '>') inside = false;
  }
  return false;
}

Document::Document(const TextLines& text) : text_(&text), lines_(text.count()) { read(); }

Document::Document(const TextLines& text, std::span<const Range> contents)
    : text_(&text),
      lines_(text.count()),
      contents_(contents.begin(), contents.end()),
      is_page_(true) {
  read();
}

void Document::read() {
  unlabelled_.resize(count());
  classify();
  mark_code();
  find_folds();
  std::vector<LevelledTitle> titles;
  titles.reserve(headings_.size());
  for (const Heading& heading : headings_) titles.push_back({heading.title, heading.level});
  const std::vector<bool> lettered = counted_by_letters(titles);
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    Heading& heading = headings_[i];
    heading.lettered = lettered[i];
    if (!heading.lettered) heading.label = leading_label(heading.title);
    heading.announces_answer = heading.label && heading.label->kind == LabelKind::answer
                                   ? !heading.label->lone_letter
                                   : says_answer(heading.title);
    heading.furniture = furniture_of(heading.title);
    heading.announced = announced_by(heading.title);
  }
  for (auto heading = headings_.begin(); heading != headings_.end(); ++heading) {
    if (heading->furniture != Furniture::contents || is_code(heading->line)) continue;
    const auto next = std::find_if(std::next(heading), headings_.end(),
                                   [this](const Heading& h) { return !is_code(h.line); });
    const std::size_t limit = next == headings_.end() ? count() : next->line;
    contents_.push_back({heading->end_line, contents_end(heading->end_line, limit)});
  }
  if (is_page_) unite_contents();
}

std::size_t Document::contents_end(std::size_t first, std::size_t limit) const {
  const auto links = [this](std::size_t line) {
    return whole(line).find("](") != std::string_view::npos ||
           whole(line).find("href=") != std::string_view::npos;
  };
  bool begun = false;
  bool all_link = true;  // the items so far
  for (std::size_t line = first; line < limit; ++line) {
    const Line& here = lines_[line];
    const bool item = here.kind == Kind::list_item;
    const bool is_list = item || here.indent > 0 || links(line);
    const bool goes_on = !item && here.kind != Kind::text && here.kind != Kind::quote &&
                         !(here.kind == Kind::html && says_something(whole(line)));
    if (is_list && (!item || here.indent > 0 || links(line) || !all_link || !begun)) {
      begun = true;
      all_link = all_link && (!item || links(line));
      continue;
    }
    if (!begun || (!is_list && goes_on)) continue;
    // The name of a group of links is theirs.
    const std::size_t next = skip_blank(line + 1, limit);
    if (next < limit && lines_[next].kind == Kind::list_item && links(next)) continue;
    return line;
  }
  return limit;
}

void Document::add_contents(std::span<const Range> ranges) {
  contents_.insert(contents_.end(), ranges.begin(), ranges.end());
  unite_contents();
}

void Document::unite_contents() {
  std::ranges::sort(contents_, {}, &Range::first);
  // The longer of two that overlap tells of both.
  std::size_t kept = 0;
  for (const Range& range : contents_) {
    if (kept > 0 && range.first < contents_[kept - 1].last)
      contents_[kept - 1].last = std::max(contents_[kept - 1].last, range.last);
    else
      contents_[kept++] = range;
  }
  contents_.resize(kept);
}

std::optional<Label> Document::label(std::size_t line) const {
  if (unlabelled_[line]) return std::nullopt;
  auto label = leading_label(content(line));
  if (!label) unlabelled_[line] = true;
  return label;
}

bool Document::asks_by_label(Range lines) const {
  for (std::size_t line = lines.first; line < lines.last; ++line) {
    const auto found = label(line);
    if (found && found->kind == LabelKind::question) return true;
  }
  return false;
}

std::span<const Heading> Document::headings_in(Range range) const {
  const auto first = std::ranges::lower_bound(headings_, range.first, {}, &Heading::line);
  const auto last = std::lower_bound(
      first, headings_.end(), range.last,
      [](const Heading& heading, std::size_t line) { return heading.line < line; });
  return {first, last};
}

std::size_t Document::line_at(std::size_t byte) const {
  const auto& begins = text_->begins;
  const auto behind = std::upper_bound(begins.begin(), begins.end(), byte);
  const auto line = static_cast<std::size_t>(std::distance(begins.begin(), behind));
  return std::min(line == 0 ? 0 : line - 1, count() == 0 ? 0 : count() - 1);
}

std::string_view Document::front_matter() const {
  if (front_matter_end_ <= 1) return {};
  return text_->lines(1, front_matter_end_);
}

bool Document::is_contents(std::size_t line) const {
  const auto after = std::ranges::upper_bound(contents_, line, {}, &Range::first);
  return after != contents_.begin() && line < std::prev(after)->last;
}

const Range* Document::fold_at(std::size_t line) const {
  const auto after = std::ranges::upper_bound(folds_, line, {}, &Range::first);
  if (after == folds_.begin() || line >= std::prev(after)->last) return nullptr;
  return &*std::prev(after);
}

void Document::find_folds() {
  const std::string_view all = text_->text;
  std::vector<std::size_t> open;  // lines
  std::size_t line = 0;
  for (std::size_t at = all.find('<'); at != std::string_view::npos; at = all.find('<', at + 1)) {
    const bool opens = all.substr(at + 1).starts_with("details");
    if (!opens && !all.substr(at + 1).starts_with("/details")) continue;
    while (line + 1 < count() && byte(line + 1) <= at) ++line;
    if (lines_[line].code == Code::yes) continue;
    if (opens) {
      open.push_back(line);
    } else if (!open.empty()) {
      // The outermost so far: those inside of it go.
      while (!folds_.empty() && folds_.back().first >= open.back()) folds_.pop_back();
      folds_.push_back({open.back(), line + 1});
      open.pop_back();
    }
  }
}

std::size_t Document::skip_blank(std::size_t line, std::size_t end) const {
  while (line < end && lines_[line].kind == Kind::blank) ++line;
  return line;
}

void Document::end_fences_at(std::span<const std::size_t> lines) {
  ends_.insert(ends_.end(), lines.begin(), lines.end());
  std::ranges::sort(ends_);
  mark_code();
}

void Document::classify() {
  if (count() == 0) return;
  // Front matter: "---" on the very first line and again below.
  const std::string_view first = trimmed(whole(0));
  if (!is_page_ && (first == "---" || first == "+++")) {
    for (std::size_t line = 1; line < std::min(count(), longest_front_matter); ++line) {
      const std::string_view end = trimmed(whole(line));
      if (end != first && !(first == "---" && end == "...")) continue;
      front_matter_end_ = line;
      body_line_ = line + 1;
      hidden_.push_back({0, line + 1});
      break;
    }
  }
  const std::string_view all = text_->text;
  bool comments_close = true;  // until one was looked for in vain
  bool pre_closes = true;
  bool in_fence = false;  // roughly: mark_code() knows better
  std::size_t hidden_until = body_line_;
  for (std::size_t number = 0; number < lines_.size(); ++number) {
    Line& line = lines_[number];
    const std::size_t begin = byte(number);
    const std::string_view text = whole(number);
    std::size_t at = 0;
    std::size_t columns = 0;
    for (; at < text.size() && is_space(text[at]); ++at)
      columns = text[at] == '\t' ? columns / 4 * 4 + 4 : columns + 1;
    line.indent = narrow(columns);
    line.content = static_cast<std::uint32_t>(begin + at);
    const std::string_view rest = text.substr(at);
    if (rest.empty()) {
      line.kind = Kind::blank;
      continue;
    }
    const auto behind_marks = [&](Kind kind, std::size_t marks) {
      line.kind = kind;
      line.marks = narrow(marks);
      line.content = static_cast<std::uint32_t>(begin + at + marks);
    };
    switch (rest.front()) {
      case '#': {
        const std::size_t marks = heading_marks(rest);
        if (marks == 0 || columns > 3) break;
        behind_marks(Kind::heading, marks);
        headings_.push_back({number,
                             number + 1,
                             without_closing_signs(rest.substr(marks)),
                             rest,
                             static_cast<int>(run_of_first(rest)),
                             false,
                             {},
                             false,
                             {}});
        break;
      }
      case '`':
      case '~': {
        const std::size_t signs = opening_signs(rest);
        if (signs == 0) break;
        behind_marks(Kind::fence, signs);
        if (number < hidden_until) break;
        fences_.push_back({number, rest.front(), narrow(signs), is_blank(rest.substr(signs))});
        if (!in_fence) {
          in_fence = true;
        } else if (fences_.back().bare) {
          in_fence = false;
        }
        break;
      }
      case '>':
        behind_marks(Kind::quote, rest.size() > 1 && rest[1] == ' ' ? 2 : 1);
        break;
      case '|':
        line.kind = Kind::table_row;
        break;
      case '<': {
        if (is_page_) break;  // somebody's words
        line.kind = Kind::html;
        if (number < hidden_until || in_fence) break;
        if (rest.starts_with("<!--")) {
          const std::size_t close = comments_close ? all.find("-->", begin + at + 4) : all.npos;
          comments_close = close != std::string_view::npos;
          if (!comments_close) break;
          const std::size_t last = line_at(close);
          if (last > number) hidden_.push_back({number, last + 1});
          hidden_until = std::max(hidden_until, last + 1);
        } else if (starts_with_ignoring_case(rest, "<pre")) {
          const std::size_t close = pre_closes ? all.find("</pre>", begin + at) : all.npos;
          pre_closes = close != std::string_view::npos;
          if (!pre_closes) break;
          const std::size_t last = line_at(close);
          if (last > number) hidden_.push_back({number, last + 1});
          hidden_until = std::max(hidden_until, last + 1);
        } else if (html_heading_level(rest) > 0) {
          read_html_heading(number);
        }
        break;
      }
      case '-':
      case '*':
      case '_':
      case '+':
      case '=':
        if (rest.front() != '+' && is_rule(rest)) {
          line.kind = Kind::rule;
          // A line of text with a rule of '=' (or '-', if it stands alone) below is a heading.
          const bool underlines = rest.front() == '=' || rest.front() == '-';
          if (underlines && number > body_line_ && columns < 4 &&
              lines_[number - 1].kind == Kind::text && lines_[number - 1].indent < 4 &&
              (number < 2 || lines_[number - 2].kind != Kind::text || number - 2 < body_line_)) {
            const std::string_view title = content(number - 1);
            const auto label = leading_label(title);
            if (label && label->kind == LabelKind::answer) break;  // a rule for its answer
            lines_[number - 1].kind = Kind::heading;
            headings_.push_back({number - 1,
                                 number + 1,
                                 title,
                                 title,
                                 rest.front() == '=' ? 1 : 2,
                                 false,
                                 {},
                                 false,
                                 {}});
          }
          break;
        }
        [[fallthrough]];
      default: {
        const char byte = rest.front();
        if (byte != '-' && byte != '*' && byte != '+' && !is_digit(byte)) break;
        const std::size_t marks = list_marks(rest);
        if (marks == 0) break;
        const std::string_view item = rest.substr(marks);
        if (item.starts_with('#') && columns <= 4) {
          const std::size_t more = heading_marks(item);
          if (more > 0 && more < item.size()) {
            behind_marks(Kind::heading, marks + more);
            headings_.push_back(
                {number,
                 number + 1,
                 without_closing_signs(item.substr(more)),
                 item,
                 static_cast<int>(run_of_first(item)),
                 true,
                 is_digit(byte) ? rest.substr(0, rest.find_first_of(".)")) : std::string_view(),
                 false,
                 {}});
            break;
          }
        }
        behind_marks(Kind::list_item, marks);
        if (const std::size_t signs = opening_signs(item); signs > 0 && number >= hidden_until) {
          fences_.push_back({number, item.front(), narrow(signs), false, true});
          in_fence = true;
        }
        break;
      }
    }
  }
}

void Document::read_html_heading(std::size_t number) {
  const std::size_t begin = lines_[number].content;
  const std::size_t end_of_search = byte(std::min(count(), number + longest_html_heading));
  const std::string_view text = std::string_view(text_->text).substr(begin, end_of_search - begin);
  const int level = html_heading_level(text);
  const char close[] = {'<', '/', text[1], text[2], '>', '\0'};
  const std::size_t open_end = text.find('>');
  const std::size_t close_at = text.find(close);
  if (open_end == std::string_view::npos || close_at == std::string_view::npos ||
      close_at < open_end)
    return;
  const std::string_view title = trimmed(text.substr(open_end + 1, close_at - open_end - 1));
  lines_[number].kind = Kind::heading;
  headings_.push_back({number,
                       line_at(begin + close_at) + 1,
                       title,
                       text.substr(0, close_at + sizeof(close) - 1),
                       level,
                       false,
                       {},
                       false,
                       {}});
}

void Document::mark_code() {
  for (Line& line : lines_) line.code = Code::no;
  const auto mark = [this](std::size_t first, std::size_t last, Code code) {
    for (std::size_t line = first; line < last; ++line) lines_[line].code = code;
  };
  for (const Range& range : hidden_) mark(range.first, range.last, Code::yes);
  auto hidden = hidden_.begin();
  auto end = ends_.begin();
  const Fence* open = nullptr;
  bool doubtful = false;
  const auto close = [&](std::size_t behind) {
    mark(open->line + (open->in_item ? 1 : 0), behind, doubtful ? Code::doubtful : Code::yes);
    open = nullptr;
    doubtful = false;
  };
  for (const Fence& fence : fences_) {
    while (hidden != hidden_.end() && hidden->last <= fence.line) ++hidden;
    if (hidden != hidden_.end() && hidden->first <= fence.line) continue;
    while (end != ends_.end() && *end < fence.line) {
      if (open != nullptr && *end > open->line) {
        doubtful = true;
        close(*end);
      }
      ++end;
    }
    if (open == nullptr) {
      open = &fence;
    } else if (fence.bare && fence.sign == open->sign && fence.length >= open->length) {
      close(fence.line + 1);
    } else if (fence.sign == open->sign && fence.length == open->length) {
      // Another one opens: somebody forgot to close the first, at the latest before a heading.
      doubtful = true;
      if (const std::size_t heading = heading_between(open->line, fence.line)) {
        close(heading);
        open = &fence;
      }
    }
  }
  while (open != nullptr && end != ends_.end()) {
    doubtful = true;
    if (*end > open->line) close(*end);
    ++end;
  }
  if (open != nullptr) {
    doubtful = true;
    const std::size_t heading = heading_between(open->line, count());
    close(heading > 0 ? heading : count());
  }
}

std::size_t Document::heading_between(std::size_t first, std::size_t last) const {
  auto heading = std::ranges::upper_bound(headings_, first, {}, &Heading::line);
  for (; heading != headings_.end() && heading->line < last; ++heading) {
    // "# …" is also how shell and Python comment.
    const Kind above = lines_[heading->line - 1].kind;
    const bool stands_alone = above == Kind::blank || above == Kind::html || above == Kind::rule;
    if (heading->level > 1 && stands_alone) return heading->line;
  }
  return 0;
}

}  // namespace answers::markdown
