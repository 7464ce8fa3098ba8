#include "corpus/text/org_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/indent.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/input/walk.h"
#include "corpus/outline/about.h"
#include "corpus/outline/glossary_entry.h"
#include "corpus/outline/labelled_text.h"
#include "corpus/outline/outline.h"
#include "corpus/text/table_headings.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/comment_fields.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace answers {
namespace {

std::size_t stars_of(std::string_view line) {
  const std::size_t stars = std::min(line.find_first_not_of('*'), line.size());
  return stars > 0 && stars < line.size() && line[stars] == ' ' ? stars : 0;
}

/// ":NAME:" alone on its line, lower case and without the colons; else empty.
std::string drawer_of(std::string_view line) {
  line = trimmed(line);
  if (line.size() < 3 || line.front() != ':' || line.back() != ':') return {};
  const std::string_view name = line.substr(1, line.size() - 2);
  const bool word = name.find_first_of(" \t:") == std::string_view::npos;
  return word ? lower_ascii(name) : std::string();
}

struct Keyword {
  std::string name{};  ///< lower case
  std::string_view value{};
};

/// "#+title: FAQ"; the name is empty for any other line.
Keyword keyword_of(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with("#+")) return {};
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || line.substr(0, colon).find(' ') != std::string_view::npos)
    return {};
  return {lower_ascii(line.substr(2, colon - 2)), trimmed(line.substr(colon + 1))};
}

bool is_planning(std::string_view line) {
  line = trimmed(line);
  return line.starts_with("SCHEDULED:") || line.starts_with("DEADLINE:") ||
         line.starts_with("CLOSED:");
}

/// How far emphasis and a link may reach: what a hostile line of marks costs at most a sign.
constexpr std::size_t longest_span = 400;

/// How long the link is that begins at text[at], brackets and all; 0 when none does.
std::size_t link_at(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("[[")) return 0;
  const std::size_t length = text.substr(at, longest_span).find("]]");
  return length == std::string_view::npos ? 0 : length + 2;
}

/// Where the emphasis that begins at text[at] ends, not in a link; npos when none does.
std::size_t closing_mark(std::string_view text, std::size_t at) {
  text = text.substr(0, at + longest_span);
  const char mark = text[at];
  if (at > 0 && is_word_byte(text[at - 1])) return std::string_view::npos;
  if (at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == mark)
    return std::string_view::npos;
  const std::size_t last_link = text.rfind("]]");
  for (std::size_t end = at + 1; end < text.size(); ++end) {
    if (last_link != std::string_view::npos && end < last_link &&
        text.substr(end).starts_with("[[")) {
      end = text.find("]]", end) + 1;
      continue;
    }
    if (text[end] != mark || end == at + 1) continue;
    if (text[end - 1] != ' ' && (end + 1 == text.size() || !is_word_byte(text[end + 1])))
      return end;
  }
  return std::string_view::npos;
}

/// A heading's text without links and emphasis; ~code~ and =verbatim= become `code`.
std::string plain_text(std::string_view org) {
  std::string plain;
  for (std::size_t at = 0; at < org.size();) {
    const char sign = org[at];
    if (const std::size_t length = link_at(org, at); length > 0) {
      const std::string_view link = org.substr(at + 2, length - 4);
      const std::size_t middle = link.find("][");
      plain += middle == std::string_view::npos ? link : link.substr(middle + 2);
      at += length;
      continue;
    }
    const bool mark =
        sign == '*' || sign == '/' || sign == '_' || sign == '+' || sign == '~' || sign == '=';
    if (mark) {
      const std::size_t end = closing_mark(org, at);
      if (end != std::string_view::npos) {
        const std::string_view inner = org.substr(at + 1, end - at - 1);
        const char fence = sign == '~' || sign == '=' ? '`' : '\0';
        if (fence != '\0') plain += fence;
        plain += fence == '\0' ? plain_text(inner) : std::string(inner);
        if (fence != '\0') plain += fence;
        at = end + 1;
        continue;
      }
    }
    plain += sign;
    ++at;
  }
  return std::string(trimmed(plain));
}

/// Takes ":one:two:" off the end of a heading.
std::vector<std::string> take_tags(std::string_view& title) {
  std::vector<std::string> tags;
  if (!title.ends_with(':')) return tags;
  const std::size_t blank = title.find_last_of(" \t");
  if (blank == std::string_view::npos || title[blank + 1] != ':') return tags;
  std::string_view list = title.substr(blank + 2);
  while (!list.empty()) {
    const std::size_t end = list.find(':');
    const std::string_view tag = list.substr(0, end);
    if (tag.empty() || tag.find_first_of("<>()[]\"'") != std::string_view::npos) return {};
    tags.emplace_back(tag);
    list.remove_prefix(end + 1);
  }
  title = trimmed(title.substr(0, blank));
  return tags;
}

/// Whether a heading says that it and all below it are not to be shown: "COMMENT …", ":noexport:".
bool is_silent(std::string_view title) {
  title = trimmed(title);
  const auto tags = take_tags(title);
  return title == "COMMENT" || title.starts_with("COMMENT ") ||
         std::ranges::find(tags, "noexport") != tags.end();
}

class OrgDocument {
 public:
  explicit OrgDocument(const TextLines& lines)
      : lines_(lines),
        is_list_(names_acronyms(file_name(lines.path)) ||
                 announces_glossary(file_name(lines.path))),
        kept_(lines.count(), 1) {
    outline_.lines = &lines;
    outline_.plain_text = plain_text;
    outline_.form = "Org";
    outline_.lines_stand_alone = true;
    if (is_list_) outline_.about = faq;
    outline_.text_of = [this](std::size_t first, std::size_t last) {
      return kept_lines(lines_, kept_, first, last);
    };
    scan();
    join_sides();
    if (file_.author.empty() && file_.date.empty() && file_.language.empty() && file_.tags.empty())
      return;
    for (Heading& heading : outline_.headings) {
      Record& says = heading.says();
      if (says.author.empty()) says.author = file_.author;
      if (says.date.empty()) says.date = file_.date;
      if (says.language.empty()) says.language = file_.language;
      says.tags.insert(says.tags.end(), file_.tags.begin(), file_.tags.end());
    }
  }

  /// May be called once; the document has to outlive what it gives.
  Outline take_outline() {
    add_labels(outline_);
    return std::move(outline_);
  }

 private:
  void scan() {
    bool in_block = false;
    std::string drawer;
    std::size_t silent = 0;  // stars of the heading above that nobody shall see
    for (std::size_t i = 0; i < lines_.count(); ++i) {
      const std::string_view line = lines_.line(i);
      if (const std::size_t stars = stars_of(line)) {
        in_block = false;  // a star in column 0 begins a heading whatever it stands in
        drawer.clear();
        if (silent == 0 || stars <= silent) silent = is_silent(line.substr(stars)) ? stars : 0;
        if (silent == 0) add(i, static_cast<std::uint32_t>(stars));
      }
      if (silent > 0) kept_[i] = 0;
      if (silent > 0 || stars_of(line) > 0) continue;
      const std::string name = in_block ? std::string() : drawer_of(line);
      if (!drawer.empty() || (!name.empty() && name != "end" && closes(i))) {
        kept_[i] = 0;
        if (drawer == "properties") property(line);
        if (drawer.empty()) drawer = name;
        if (name == "end") drawer.clear();
        continue;
      }
      if (starts_with_ignoring_case(trimmed(line), "#+begin_")) in_block = true;
      if (starts_with_ignoring_case(trimmed(line), "#+end_")) in_block = false;
      if (in_block) continue;
      if (is_planning(line) && i > 0 && stars_of(lines_.line(i - 1)) > 0) kept_[i] = 0;
      if (const Keyword keyword = keyword_of(line); !keyword.name.empty()) {
        file_keyword(keyword, i);
      } else if (trimmed(line).starts_with('|')) {
        if (i == 0 || !trimmed(lines_.line(i - 1)).starts_with('|'))
          add_table_headings(outline_, rows_of_table(i));
      } else {
        add_lesser(i);
      }
    }
  }

  /// The rows of the table that begins at a line: "| a | b |".
  std::vector<MarkupRow> rows_of_table(std::size_t line) const {
    std::vector<MarkupRow> rows;
    for (; line < lines_.count(); ++line) {
      std::string_view text = trimmed(lines_.line(line));
      if (!text.starts_with('|')) break;
      if (text.starts_with("|-")) continue;
      text.remove_prefix(1);
      if (text.ends_with('|')) text.remove_suffix(1);
      MarkupRow& row = rows.emplace_back(MarkupRow{line, line + 1, {}});
      for (std::size_t bar = text.find('|'); bar != std::string_view::npos; bar = text.find('|')) {
        row.cells.emplace_back(trimmed(text.substr(0, bar)));
        text.remove_prefix(bar + 1);
      }
      row.cells.emplace_back(trimmed(text));
    }
    return rows;
  }

  /// A drawer that is never closed is none.
  bool closes(std::size_t begin) {
    while (next_end_ <= begin && next_end_ < lines_.count()) {
      ++next_end_;
      while (next_end_ < lines_.count() && drawer_of(lines_.line(next_end_)) != "end") ++next_end_;
    }
    return next_end_ < lines_.count() && next_end_ - begin <= longest_drawer;
  }

  void add(std::size_t line, std::uint32_t stars) {
    Heading heading;
    heading.level = stars;
    heading.line = line;
    heading.text = line + 1;
    std::string_view title = trimmed(lines_.line(line).substr(stars));
    const std::string_view first = title.substr(0, title.find(' '));
    if (waiting_words_.contains(std::string(first))) heading.waiting = true;
    if (heading.waiting || done_words_.contains(std::string(first)))
      title = trimmed(title.substr(first.size()));
    if (title.starts_with("[#") && title.size() > 3 && title[3] == ']')
      title = trimmed(title.substr(4));
    if (auto tags = take_tags(title); !tags.empty()) heading.says().tags = std::move(tags);
    heading.title = plain_text(title);
    outline_.headings.push_back(std::move(heading));
  }

  /// "** Front" and "** Back" beside each other, as anki-editor has them: what stands below the one
  /// asks, what stands below the other answers.
  void join_sides() {
    auto& headings = outline_.headings;
    std::size_t joined = 0;
    for (std::size_t i = 0; i < headings.size(); ++i, ++joined) {
      if (joined < i) headings[joined] = std::move(headings[i]);
      if (i + 1 == headings.size()) continue;
      Heading& front = headings[joined];
      const Heading& back = headings[i + 1];
      if (lower_ascii(front.title) != "front" || lower_ascii(back.title) != "back" ||
          front.level != back.level || front.kind != BlockKind::heading)
        continue;
      const std::string asked(trimmed(kept_lines(lines_, kept_, front.text, back.line)));
      if (asked.empty()) continue;
      const std::size_t end = std::min(asked.find('\n'), asked.size());
      front.title = plain_text(asked.substr(0, end));
      front.body = std::string(trimmed(asked.substr(end)));
      front.text = back.text;
      front.answered = true;
      ++i;  // the other side is part of it now
    }
    headings.resize(joined);
  }

  /// "- Keel :: Keeps her upright", "*Why?*" alone on its line, "- Why?" above what is indented.
  void add_lesser(std::size_t line) {
    const std::string_view text = trimmed(lines_.line(line));
    const std::string_view item = behind_item_mark(text);
    Heading heading;
    heading.line = line;
    heading.text = line + 1;
    if (text.size() > 2 && text.front() == '*' && text.find('*', 1) == text.size() - 1) {
      heading.kind = BlockKind::bold;
      heading.level = level_of_bold;
      heading.title = plain_text(text);
    } else if (const std::size_t colons = item.find(" ::");
               item.size() < text.size() &&
               (colons != std::string_view::npos || has_question_mark(item))) {
      const std::size_t end = hanging_end(lines_, line);
      if (colons != std::string_view::npos) {
        heading.kind = BlockKind::definition;
        heading.level = level_of_term;
        heading.lead = trimmed(item.substr(colons + 3));
      } else if (ends_in_question_mark(item) && end > line + 1) {
        heading.kind = BlockKind::item;
        heading.level = level_of_item + static_cast<std::uint32_t>(
                                            std::min(indent_of(lines_.line(line)), deepest_item));
      } else {
        return;
      }
      heading.title = plain_text(item.substr(0, colons));
      heading.end = end;
    } else if (const auto entry =
                   is_list_ && item.size() < text.size() && indent_of(lines_.line(line)) == 0
                       ? glossary_entry(item)
                       : std::nullopt) {
      heading.kind = BlockKind::definition;
      heading.level = level_of_term;
      heading.title = plain_text(entry->term);
      heading.lead = entry->text;
      heading.end = hanging_end(lines_, line);
    } else {
      return;
    }
    outline_.headings.push_back(std::move(heading));
  }

  void property(std::string_view line) {
    line = trimmed(line);
    const std::size_t colon = line.find(':', 1);
    if (outline_.headings.empty() || colon == std::string_view::npos) return;
    const std::string name = lower_ascii(line.substr(1, colon - 1));
    const std::string_view value = trimmed(line.substr(colon + 1));
    Record& given = outline_.headings.back().says();
    if (value.empty()) return;
    if (name == "custom_id") {
      given.url = '#' + std::string(value);
    } else if (name == "id") {
      if (given.url.empty()) given.url = "id:" + std::string(value);
    } else if (name != "section") {
      set_field(given, name, value);
    }
  }

  void file_keyword(const Keyword& keyword, std::size_t line) {
    const auto& [name, value] = keyword;
    if (name == "title") {
      outline_.title = plain_text(value);
      outline_.topics = {outline_.title};
    } else if (name == "filetags") {
      std::string_view tags = value;
      while (!tags.empty()) {
        const std::size_t end = tags.find_first_of(": ");
        if (end != 0) file_.tags.emplace_back(tags.substr(0, end));
        tags.remove_prefix(std::min(tags.size(), end == std::string_view::npos ? end : end + 1));
      }
    } else if (name == "todo" || name == "seq_todo") {
      todo_words(value);
    } else if (name == "author" || name == "date" || name == "language") {
      set_field(file_, name, value);
    } else if (name != "subtitle" && name != "startup" && name != "options" &&
               name != "setupfile" && name != "property" && name != "email" &&
               name != "description" && name != "keywords") {
      return;  // #+caption: and the like belong to the text
    }
    kept_[line] = 0;
  }

  /// "#+todo: TODO WAIT | DONE": before the bar what waits, behind it what is done.
  void todo_words(std::string_view words) {
    bool done = false;
    while (!(words = trimmed(words)).empty()) {
      std::string_view word = words.substr(0, words.find(' '));
      words.remove_prefix(word.size());
      if (word == "|") done = true;
      word = word.substr(0, word.find('('));
      if (word != "|" && !word.empty()) (done ? done_words_ : waiting_words_).emplace(word);
    }
  }

  static constexpr std::size_t deepest_item = 40;     // columns
  static constexpr std::size_t longest_drawer = 200;  // lines

  const TextLines& lines_;
  const bool is_list_;      // of terms or acronyms
  std::vector<char> kept_;  // a line each: whether it is text
  Outline outline_{};
  std::size_t next_end_ = 0;  // the line of the next :END:
  Record file_{};             // what its keywords say of all records
  std::unordered_set<std::string> waiting_words_{
      "TODO", "NEXT", "WAITING", "WAIT", "HOLD", "STARTED", "STRT", "INPROGRESS", "IN-PROGRESS"};
  std::unordered_set<std::string> done_words_{"DONE", "CANCELLED", "CANCELED"};
};

}  // namespace

int recognises_org(std::string_view path, std::string_view head) {
  if (lower_ascii(path).ends_with(".org")) return 95;
  bool keyword = false;
  bool stars = false;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    stars = stars || stars_of(line) > 0;
    if (const std::string_view text = trimmed(line); text.starts_with("#+")) {
      const std::string name = keyword_of(text).name;
      keyword = keyword || name == "title" || name == "startup" || name == "options" ||
                name == "filetags";
    } else if (text.starts_with(':')) {
      keyword = keyword || drawer_of(text) == "properties";
    }
    head.remove_prefix(std::min(head.size(), end + 1));
  }
  return keyword && stars ? 70 : 0;
}

void read_org(Input& input) {
  const TextLines lines = read_text(input);
  OrgDocument document(lines);
  deliver(decide(document.take_outline()), input.listener());
}

}  // namespace answers
