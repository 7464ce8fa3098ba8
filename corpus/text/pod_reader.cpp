#include "corpus/text/pod_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/outline/outline.h"
#include "corpus/wording/furniture.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::array<std::string_view, 9> commands = {"head", "pod",   "encoding", "over", "item",
                                                      "back", "begin", "for",      "end"};

/// The name of the command that a line begins, "head2"; empty for any other line.
std::string_view command_of(std::string_view line) {
  if (line.size() < 2 || line.front() != '=' || line[1] < 'a' || line[1] > 'z') return {};
  const std::string_view name = line.substr(1, line.find_first_of(" \t", 1) - 1);
  const bool known = name == "cut" || std::ranges::any_of(commands, [&](std::string_view command) {
                       return name.starts_with(command) && name.size() <= command.size() + 1;
                     });
  return known ? name : std::string_view();
}

std::string_view behind_command(std::string_view line) {
  const std::size_t blank = line.find_first_of(" \t");
  return blank == std::string_view::npos ? std::string_view() : trimmed(line.substr(blank));
}

/// Commands that say nothing to a reader.
constexpr std::array<std::string_view, 5> wordless = {"over", "back", "cut", "pod", "encoding"};

struct Escape {
  std::string_view name;
  std::string_view sign;
};
constexpr Escape escapes[] = {{"lt", "<"}, {"gt", ">"}, {"verbar", "|"}, {"sol", "/"}};

/// Formatting codes may stand in one another; none was seen deeper than three.
constexpr std::size_t deepest_code = 8;

/// The text of a heading without its formatting codes, C<…> as `…`; X<…> are added to `tags`.
std::string plain_text(std::string_view pod, std::vector<std::string>& tags) {
  struct Code {
    char letter;
    std::size_t brackets;
    std::size_t begin;  // of its content, in `plain`
  };
  std::string plain;
  std::vector<Code> open;
  for (std::size_t at = 0; at < pod.size();) {
    const char sign = pod[at];
    if (sign >= 'A' && sign <= 'Z' && open.size() < deepest_code &&
        pod.substr(at + 1).starts_with('<')) {
      std::size_t brackets = 1;
      while (at + 1 + brackets < pod.size() && pod[at + 1 + brackets] == '<') ++brackets;
      at += 1 + brackets;
      open.push_back({sign, brackets, plain.size()});
      continue;
    }
    const bool closes = sign == '>' && !open.empty() &&
                        pod.substr(at, open.back().brackets) ==
                            std::string(open.back().brackets, '>').substr(0, pod.size() - at);
    if (!closes) {
      plain += sign;
      ++at;
      continue;
    }
    const Code code = open.back();
    open.pop_back();
    at += code.brackets;
    std::string content(trimmed(std::string_view(plain).substr(code.begin)));
    if (code.letter == 'X') {
      if (!content.empty()) tags.push_back(std::move(content));
      content.clear();
    } else if (code.letter == 'Z') {
      content.clear();
    } else if (code.letter == 'C' && !content.empty()) {
      content.insert(0, 1, '`');
      content += '`';
    } else if (code.letter == 'L') {
      content = content.substr(0, content.find('|'));
    } else if (code.letter == 'E') {
      const auto* const escape = std::ranges::find(escapes, content, &Escape::name);
      if (escape != std::end(escapes)) content = escape->sign;
    }
    plain.resize(code.begin);
    plain += content;
  }
  std::string line;
  for (const char sign : trimmed(plain)) {
    const bool blank = sign == ' ' || sign == '\t' || sign == '\n';
    if (!blank || line.back() != ' ') line += blank ? ' ' : sign;
  }
  return line;
}

/// The headings that every manual page has: they name no topic.
constexpr std::array<std::string_view, 16> headings_of_manuals = {
    "NAME",    "DESCRIPTION", "VERSION",   "SYNOPSIS",
    "AUTHOR",  "AUTHORS",     "SEE ALSO",  "MODIFICATION HISTORY",
    "HISTORY", "BUGS",        "COPYRIGHT", "COPYRIGHT AND LICENSE",
    "LICENSE", "SUPPORT",     "TODO",      "AUTHOR AND COPYRIGHT"};

class PodDocument {
 public:
  explicit PodDocument(const TextLines& lines) : lines_(lines), is_pod_(lines.count(), 0) {
    outline_.lines = &lines;
    outline_.form = "POD";
    outline_.lines_stand_alone = true;
    outline_.text_of = [this](std::size_t first, std::size_t last) { return text_of(first, last); };
    scan();
    close_items(0, lines_.count());
    name_topic();
  }

  /// May be called once; the document has to outlive what it gives.
  Outline take_outline() { return std::move(outline_); }

 private:
  void scan() {
    bool inside = false;
    for (std::size_t i = 0; i < lines_.count(); ++i) {
      const std::string_view command = command_of(lines_.line(i));
      if (!command.empty()) inside = command != "cut";
      is_pod_[i] = inside ? 1 : 0;
      if (command == "over") items_.emplace_back();
      if (command == "back" && !items_.empty()) close_items(items_.size() - 1, i);
      if (command == "item") add(i, BlockKind::item, level_of_item + depth());
      if (command.starts_with("head")) {
        close_items(0, i);
        add(i, BlockKind::heading,
            command.size() == 5 ? static_cast<std::uint32_t>(command[4] - '0') : 1);
      }
    }
  }

  /// A heading's paragraph ends at a blank line.
  void add(std::size_t line, BlockKind kind, std::uint32_t level) {
    Heading heading;
    heading.kind = kind;
    heading.level = level;
    heading.line = line;
    heading.text = line + 1;
    std::string raw(behind_command(lines_.line(line)));
    while (heading.text < lines_.count() && !is_blank(lines_.line(heading.text)) &&
           command_of(lines_.line(heading.text)).empty()) {
      raw += '\n';
      raw += lines_.line(heading.text++);
    }
    if (kind != BlockKind::heading) {
      std::string_view term = trimmed(raw);
      if (term.starts_with("* ")) term.remove_prefix(2);
      raw = std::string(term.substr(std::min(term.find_first_not_of("0123456789. "), term.size())));
      if (!items_.empty()) items_.back().push_back(outline_.headings.size());
    }
    std::vector<std::string> tags;
    heading.title = plain_text(raw, tags);
    if (!tags.empty()) heading.says().tags = std::move(tags);
    if (std::ranges::find(headings_of_manuals, heading.title) != headings_of_manuals.end()) {
      if (heading.title == "NAME") name_ = heading.text;
      heading.title.clear();
    }
    outline_.headings.push_back(std::move(heading));
  }

  /// The items of all lists from depth `depth` on end at `line`.
  void close_items(std::size_t depth, std::size_t line) {
    while (items_.size() > depth) {
      for (const std::size_t item : items_.back()) outline_.headings[item].end = line;
      items_.pop_back();
    }
  }

  /// "perlfaq5 - Files and formats": what the document is about stands behind the dash.
  void name_topic() {
    if (name_ == 0) return;
    while (name_ < lines_.count() && is_blank(lines_.line(name_))) ++name_;
    if (name_ == lines_.count() || !command_of(lines_.line(name_)).empty()) return;
    std::vector<std::string> tags;
    outline_.title = plain_text(lines_.line(name_), tags);
    const std::size_t dash = outline_.title.find(" - ");
    if (dash != std::string::npos) outline_.topics = {outline_.title.substr(dash + 3)};
  }

  std::string text_of(std::size_t first, std::size_t last) const {
    std::string text;
    for (std::size_t i = first; i < last; ++i) {
      const std::string_view command = command_of(lines_.line(i));
      if (is_pod_[i] == 0 || std::ranges::find(wordless, command) != wordless.end()) continue;
      text += lines_.line(i);
      text += '\n';
    }
    return text;
  }

  /// How many lists are open; deeper ones count as that deep.
  std::uint32_t depth() const {
    constexpr std::size_t deepest = 8;
    return static_cast<std::uint32_t>(std::min(items_.size(), deepest));
  }

  const TextLines& lines_;
  std::vector<char> is_pod_;  // a line each: whether it is documentation, not code
  Outline outline_{};
  std::vector<std::vector<std::size_t>> items_{};  // the headings in each list that is open
  std::size_t name_ = 0;                           // the line below =head1 NAME
};

}  // namespace

int recognises_pod(std::string_view path, std::string_view head) {
  if (lower_ascii(path).ends_with(".pod")) return 95;
  const std::size_t begin = head.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos || (begin > 0 && head[begin - 1] != '\n')) return 0;
  head.remove_prefix(begin);
  return command_of(head.substr(0, head.find('\n'))).empty() ? 0 : 70;
}

void read_pod(Input& input) {
  const TextLines lines = read_text(input);
  PodDocument document(lines);
  deliver(decide(document.take_outline()), input.listener());
}

}  // namespace answers
