#include "corpus/markdown/box_shape.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace answers::markdown {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// What the name of a box says of it.
enum class Nature {
  other,    ///< a note, a warning, any component
  folds,    ///< shows its title alone until it is opened
  asks,     ///< a question
  answers,  ///< of the question above it, if its title does not say otherwise
};

struct Box {
  std::size_t first = 0;  ///< line
  std::size_t last = 0;   ///< one past its last line
  Nature nature = Nature::other;
  std::string title{};
  std::string content{};
};

constexpr bool is_name(char byte) {
  return is_letter_or_digit(byte) || byte == '-' || byte == '_' || byte == '.' || byte == ':';
}

/// The name at the beginning of `text`.
std::string_view leading_name(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, is_name);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

Nature nature_of(std::string_view name, bool is_folded) {
  const std::string lower = lower_ascii(name);
  const auto holds = [&lower](std::string_view part) { return lower.find(part) != lower.npos; };
  if (holds("faq") || holds("question") || lower == "help" || lower == "qa" || lower == "q&a")
    return Nature::asks;
  for (const std::string_view part : {"answer", "solution", "success", "check", "done"}) {
    if (holds(part)) return Nature::answers;
  }
  for (const std::string_view part : {"detail", "accordion", "collaps", "expand", "toggle",
                                      "dropdown", "spoiler", "disclosure", "fold"}) {
    if (holds(part)) return Nature::folds;
  }
  return is_folded ? Nature::folds : Nature::other;
}

/// What stands between quotes at the beginning of `text`, and how many bytes both take.
std::pair<std::string_view, std::size_t> quoted(std::string_view text) {
  if (text.empty() || (text[0] != '"' && text[0] != '\'' && text[0] != '`')) return {{}, 0};
  const std::size_t end = text.find(text[0], 1);
  if (end == std::string_view::npos) return {{}, 0};
  return {text.substr(1, end - 1), end + 1};
}

/// Name and value of the attributes of a tag: `name="value"`, `name={'value'}`, `name=value`, and
/// values alone, which have no name.
std::vector<std::pair<std::string, std::string>> attributes_of(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> attributes;
  while (!(text = trimmed(text)).empty()) {
    std::string name(leading_name(text));
    text.remove_prefix(name.size());
    const bool has_value = name.empty() || text.starts_with('=');
    if (!has_value) continue;
    if (!name.empty()) text.remove_prefix(1);
    text = trimmed(text);
    std::string_view value;
    if (const auto [inside, size] = quoted(text); size > 0) {
      value = inside;
      text.remove_prefix(size);
    } else if (text.starts_with('{')) {
      std::string_view expression = text.substr(1);
      if (const auto [string, bytes] = quoted(trimmed(expression)); bytes > 0) {
        value = string;
        expression.remove_prefix(static_cast<std::size_t>(value.data() - expression.data()) +
                                 value.size());
      }
      const std::size_t close = expression.find('}');
      text = close == std::string_view::npos ? std::string_view() : expression.substr(close + 1);
    } else {
      value = text.substr(0, std::max<std::size_t>(1, text.find_first_of(" \t\n")));
      text.remove_prefix(value.size());
      if (name.empty()) continue;
    }
    attributes.emplace_back(lower_ascii(name), value);
  }
  return attributes;
}

/// The value of the first of `names` that `attributes` has; empty when it has none of them.
std::string value_of(const std::vector<std::pair<std::string, std::string>>& attributes,
                     std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = std::ranges::find(attributes, name, [](const auto& a) { return a.first; });
    if (found != attributes.end()) return found->second;
  }
  return {};
}

std::string title_in(const std::vector<std::pair<std::string, std::string>>& attributes) {
  return value_of(attributes, {"question", "q", "title", "summary", "header", "heading", "label",
                               "trigger", ""});
}

/// Goes through the lines once and collects the boxes that stand in no other.
class Boxes {
 public:
  Boxes(const Document& document, Range range) : document_(document), range_(range) {
    match_colons();
    for (std::size_t line = range.first; line < range.last;) {
      auto box = box_at(line);
      line = box ? std::max(box->last, line + 1) : line + 1;
      if (box) boxes_.push_back(std::move(*box));
    }
  }

  std::vector<Box> take() { return std::move(boxes_); }

 private:
  std::string_view text() const { return document_.text().text; }
  std::string_view lines(std::size_t first, std::size_t last) const {
    return text().substr(document_.byte(first), document_.byte(last) - document_.byte(first));
  }

  std::optional<Box> box_at(std::size_t line) {
    if (document_.is_code(line) || document_[line].kind == Kind::blank) return std::nullopt;
    const std::string_view content = document_.content(line);
    if (document_[line].kind == Kind::quote) return callout_at(line);
    if (content.starts_with("???") || content.starts_with("!!!")) return admonition_at(line);
    if (content.starts_with(":::")) return container_at(line);
    if (content.starts_with("{{<") || content.starts_with("{{%")) return shortcode_at(line);
    if (content.size() > 2 && content.starts_with('<') && is_letter(content[1]))
      return component_at(line);
    return std::nullopt;
  }

  /// `??? question "Title"`, with what is indented below.
  std::optional<Box> admonition_at(std::size_t line) {
    std::string_view head = document_.content(line);
    const bool folded = head.starts_with("???");
    head.remove_prefix(head.starts_with("???+") ? 4 : 3);
    if (!head.starts_with(' ')) return std::nullopt;
    head = trimmed(head);
    const std::size_t quote = head.find('"');
    if (!head.ends_with('"') || quote + 1 >= head.size()) return std::nullopt;
    const std::size_t indent = document_[line].indent + 2U;
    std::size_t last = line + 1;
    for (std::size_t below = line + 1; below < range_.last; ++below) {
      if (document_[below].kind == Kind::blank) continue;
      if (document_[below].indent < indent) break;
      last = below + 1;
    }
    return Box{line, last, nature_of(leading_name(head), folded),
               std::string(head.substr(quote + 1, head.size() - quote - 2)),
               content_of(line + 1, last)};
  }

  /// `::: details Title`, `:::details[Title]`, `:::{dropdown} Title`, `:::faq{title="Title"}`.
  std::optional<Box> container_at(std::size_t line) {
    const auto close = std::ranges::lower_bound(colons_, line, {}, [](auto& c) { return c.first; });
    if (close == colons_.end() || close->first != line) return std::nullopt;
    std::string_view head = document_.content(line);
    head = trimmed(head.substr(head.find_first_not_of(':')));
    const bool braced = head.starts_with('{');
    if (braced) head.remove_prefix(1);
    const std::string_view name = leading_name(head);
    std::string title;
    std::string_view rest = trimmed(head.substr(name.size()));
    if (braced) rest = trimmed(rest.substr(std::min(rest.size(), rest.find('}') + 1)));
    if (rest.starts_with('[') && rest.find(']') != std::string_view::npos) {
      title = rest.substr(1, rest.rfind(']') - 1);
    } else if (rest.starts_with('{')) {
      title = title_in(attributes_of(rest.substr(1, rest.rfind('}') - 1)));
    } else {
      title = rest;
    }
    const Nature nature = nature_of(name, false);
    if (nature == Nature::other) return std::nullopt;
    return Box{line, close->second + 1, nature, std::move(title),
               content_of(line + 1, close->second)};
  }

  /// `> [!question]- Title`, with the rest of the quotation.
  std::optional<Box> callout_at(std::size_t line) {
    std::string_view head = document_.content(line);
    if (!head.starts_with("[!")) return std::nullopt;
    const std::size_t close = head.find(']');
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view name = head.substr(2, close - 2);
    head.remove_prefix(close + 1);
    const bool folded = head.starts_with('-') || head.starts_with('+');
    if (folded) head.remove_prefix(1);
    std::size_t last = line + 1;
    std::string content;
    while (last < range_.last && document_[last].kind == Kind::quote &&
           !document_.content(last).starts_with("[!")) {
      content.append(document_.content(last)).append("\n");
      ++last;
    }
    return Box{line, last, nature_of(name, folded), std::string(trimmed(head)), std::move(content)};
  }

  /// `{{< details "Title" >}}` or `{{% expand title="Title" %}}` until `{{< /details >}}`.
  std::optional<Box> shortcode_at(std::size_t line) {
    std::string_view head = document_.content(line);
    const std::string_view end = head[2] == '<' ? ">}}" : "%}}";
    const std::size_t close = head.find(end);
    if (close == std::string_view::npos) return std::nullopt;
    head = trimmed(head.substr(3, close - 3));
    const std::string name(leading_name(head));
    const Nature nature = nature_of(name, false);
    if (name.empty() || nature == Nature::other) return std::nullopt;
    std::string title = title_in(attributes_of(head.substr(name.size())));
    const std::size_t open_end = document_[line].content + close + 3;
    const std::size_t closing = find_close(open_end, std::string("/").append(name));
    if (closing == none) return std::nullopt;
    const std::size_t content_end = text().rfind("{{", closing);
    if (content_end < open_end) return std::nullopt;
    return box_of_bytes(line, open_end, content_end, closing + 1, nature, std::move(title));
  }

  /// `<Accordion title="Title">` until `</Accordion>`, `<FAQ question="…" answer="…"/>`, or
  /// `<AccordionTrigger>Title</AccordionTrigger>` with the element that follows.
  std::optional<Box> component_at(std::size_t line) {
    constexpr std::size_t longest_tag = 2000;  // bytes
    const std::size_t begin = document_[line].content;
    const std::string_view rest = text().substr(begin, longest_tag);
    const std::string name(leading_name(rest.substr(1)));
    // Components have a capital or, as elements of one's own, a hyphen in their names.
    const bool own = (name[0] >= 'A' && name[0] <= 'Z') || name.find('-') != std::string::npos;
    if (!own) return std::nullopt;
    const std::size_t tag_end = end_of_tag(rest);
    if (tag_end == none) return std::nullopt;
    const bool empty = rest[tag_end - 1] == '/';
    const std::size_t open_end = begin + tag_end + 1;
    const auto attributes =
        attributes_of(rest.substr(1 + name.size(), tag_end - 1 - name.size() - (empty ? 1 : 0)));
    const Nature nature = nature_of(name, false);
    std::string answer = value_of(attributes, {"answer", "a"});
    std::string title = title_in(attributes);
    const bool names_question = !value_of(attributes, {"question", "q"}).empty();
    if (!answer.empty() && !title.empty())
      return Box{line, document_.line_at(open_end - 1) + 1, Nature::asks, std::move(title),
                 std::move(answer)};
    if (empty) return std::nullopt;
    if (title.empty()) return trigger_at(line, name, open_end);
    if (nature == Nature::other && !names_question) return std::nullopt;
    const std::size_t closing = find_close(open_end, std::string("</").append(name));
    if (closing == none) return std::nullopt;
    return box_of_bytes(line, open_end, closing, closing + 1,
                        names_question ? Nature::asks : nature, std::move(title));
  }

  std::optional<Box> trigger_at(std::size_t line, const std::string& name, std::size_t open_end) {
    const bool triggers = std::ranges::any_of(
        std::initializer_list<std::string_view>{"Trigger", "Title", "Header", "Summary", "Question",
                                                "Button"},
        [&name](std::string_view end) { return name.ends_with(end); });
    if (!triggers) return std::nullopt;
    constexpr std::size_t longest_title = 500;  // bytes
    const std::string_view inside = text().substr(open_end, longest_title);
    const std::size_t title_end = inside.find(std::string("</").append(name));
    if (title_end == std::string_view::npos) return std::nullopt;
    // Behind the trigger, and what it stands in: the next element that opens.
    std::size_t at = open_end + title_end;
    while ((at = text().find('<', at)) != std::string_view::npos && at + 1 < text().size() &&
           text()[at + 1] == '/')
      ++at;
    if (at == std::string_view::npos || at + 1 >= text().size()) return std::nullopt;
    const std::string panel(leading_name(text().substr(at + 1, longest_title)));
    const std::size_t panel_end = text().find('>', at);
    if (panel.empty() || panel_end == std::string_view::npos) return std::nullopt;
    const bool holds = std::ranges::any_of(
        std::initializer_list<std::string_view>{"Content", "Panel", "Body", "Answer", "Details"},
        [&panel](std::string_view end) { return panel.ends_with(end); });
    const std::size_t closing =
        holds ? find_close(panel_end + 1, std::string("</").append(panel)) : none;
    if (closing == none) return std::nullopt;
    return box_of_bytes(line, panel_end + 1, closing, closing + 1, Nature::folds,
                        std::string(inside.substr(0, title_end)));
  }

  /// The '>' that ends the tag `rest` begins with, quoted ones and those of arrows aside.
  static std::size_t end_of_tag(std::string_view rest) {
    char quote = '\0';
    for (std::size_t at = 1; at < rest.size(); ++at) {
      const char byte = rest[at];
      if (quote != '\0') {
        if (byte == quote) quote = '\0';
      } else if (byte == '"' || byte == '\'' || byte == '`') {
        quote = byte;
      } else if (byte == '<') {
        return none;
      } else if (byte == '>' && rest[at - 1] != '=') {
        return at;
      }
    }
    return none;
  }

  /// Where `mark` stands from `from` on, followed by no further letter of a name. What was looked
  /// for in vain is not looked for again: hostile text is read in linear time.
  std::size_t find_close(std::size_t from, const std::string& mark) {
    constexpr std::size_t most_absent = 50;
    if (absent_.contains(mark) || absent_.size() == most_absent) return none;
    const std::size_t end = document_.byte(range_.last);
    for (std::size_t at = text().find(mark, from); at < end; at = text().find(mark, at + 1)) {
      const std::size_t behind = at + mark.size();
      if (behind >= text().size() || !is_name(text()[behind])) return at;
    }
    absent_.insert(mark);
    return none;
  }

  Box box_of_bytes(std::size_t line, std::size_t begin, std::size_t end, std::size_t behind,
                   Nature nature, std::string title) const {
    const std::string_view inside = text().substr(begin, end - begin);
    const std::size_t first_line = inside.find('\n');
    // What stands beside the tag has no indent to lose.
    std::string content(inside.substr(0, first_line));
    if (first_line != std::string_view::npos) {
      const std::string_view below = inside.substr(first_line + 1);
      if (!is_blank(content)) content += '\n';
      content = is_blank(content) ? std::string() : content;
      content += dedent(below, common_indent(below));
    }
    return {line, document_.line_at(behind) + 1, nature, std::move(title), std::move(content)};
  }

  std::string content_of(std::size_t first, std::size_t last) const {
    const std::string_view inside = lines(first, last);
    return dedent(inside, common_indent(inside));
  }

  /// Each ":::" that opens a container with the one that closes it.
  void match_colons() {
    std::vector<std::size_t> open;
    for (std::size_t line = range_.first; line < range_.last; ++line) {
      if (document_[line].kind != Kind::text || document_.is_code(line)) continue;
      const std::string_view content = document_.content(line);
      if (!content.starts_with(":::")) continue;
      if (trimmed(content).find_first_not_of(':') != std::string_view::npos) {
        open.push_back(line);
      } else if (!open.empty()) {
        colons_.emplace_back(open.back(), line);
        open.pop_back();
      }
    }
    std::ranges::sort(colons_);
  }

  const Document& document_;
  Range range_;
  std::vector<Box> boxes_{};
  std::vector<std::pair<std::size_t, std::size_t>> colons_{};
  std::unordered_set<std::string> absent_{};
};

bool holds_answer(const Box& box) {
  if (box.nature == Nature::asks) return false;
  const std::string title = plain_inline(box.title);
  return is_answer_label(title) || (box.nature == Nature::answers && !ends_in_question_mark(title));
}

/// Cuts the box with the answer that stands in `content` out of it.
std::optional<std::string> take_answer(std::string& content) {
  if (content.find("???") == std::string::npos && content.find("!!!") == std::string::npos &&
      content.find(":::") == std::string::npos && content.find("[!") == std::string::npos)
    return std::nullopt;
  TextLines lines;
  lines.text = content;
  lines.begins.push_back(0);
  for (std::size_t at = content.find('\n'); at != std::string::npos;
       at = content.find('\n', at + 1))
    lines.begins.push_back(at + 1);
  if (lines.begins.back() != content.size()) lines.begins.push_back(content.size());
  lines.bytes_in_file.assign(lines.begins.begin(), lines.begins.end());
  const Document document(lines);
  for (Box& box : Boxes(document, {0, document.count()}).take()) {
    if (!holds_answer(box)) continue;
    content.erase(document.byte(box.first));
    return std::move(box.content);
  }
  return std::nullopt;
}

/// Cuts off what says of an answer that it is one: "A: Wind.", "<p>A: Wind.</p>".
void cut_answer_label(std::string& answer) {
  std::string_view text = trimmed(answer);
  if (text.starts_with("<p>")) text = trimmed(text.substr(3));
  const auto label = leading_label(text.substr(0, text.find('\n')));
  if (label && label->kind == LabelKind::answer && !label->rest.empty())
    answer.erase(0, static_cast<std::size_t>(label->rest.data() - answer.data()));
}

}  // namespace

void add_boxes(const Document& document, std::vector<Candidate>& candidates) {
  const Range range{document.body_line(), document.count()};
  std::vector<Box> boxes = Boxes(document, range).take();
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    Box& box = boxes[i];
    const std::string title = plain_inline(box.title);
    if (box.nature != Nature::asks && box.nature != Nature::folds) continue;
    if (is_blank(title) || is_answer_label(title) || furniture_of(title) != Furniture::none)
      continue;
    std::size_t last = box.last;
    auto answer = take_answer(box.content);
    if (!answer && i + 1 < boxes.size() && holds_answer(boxes[i + 1]) &&
        document.skip_blank(last, range.last) == boxes[i + 1].first) {
      answer = std::move(boxes[i + 1].content);
      last = boxes[i + 1].last;
    }
    const bool reads = reads_like_question(title);
    // "Exercise 3", "Show the output": its content asks, or it is a label; "Q: Why?" asks itself.
    const auto label = leading_label(title);
    const bool asks =
        label && label->kind == LabelKind::question && reads_like_question(label->rest);
    if (!answer && (is_summary_label(title) || (label && !asks))) continue;
    Found found;
    found.begin = document.byte(box.first);
    found.question = std::move(box.title);
    found.rest = found.end = document.byte(last);
    if (answer) {
      found.answer = std::move(*answer);
      found.answer_body = trimmed(box.content);
      // "Exercise 3": its text asks.
      if (!reads && !found.answer_body.empty()) {
        const std::size_t line = std::min(found.answer_body.find('\n'), found.answer_body.size());
        found.question = found.answer_body.substr(0, line);
        found.answer_body.erase(0, line);
      }
    } else {
      found.answer = std::move(box.content);
      if (asks) cut_answer_label(found.answer);
    }
    if (is_blank(found.answer)) continue;
    Block block = block_of(BlockKind::fold, found, how_asks(title));
    block.told = box.nature == Nature::asks && (block.asking >= Asking::words || answer);
    block.answered = answer.has_value();
    candidates.push_back({block, std::move(found)});
  }
}

}  // namespace answers::markdown
