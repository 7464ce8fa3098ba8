#include "corpus/markdown/line_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/markdown/bold_lines.h"
#include "corpus/markdown/bold_numbers.h"
#include "corpus/markdown/item_statements.h"
#include "corpus/markdown/question_ends.h"
#include "corpus/markdown/trouble_parts.h"
#include "corpus/outline/about.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/tool_marks.h"
#include "corpus/wording/trouble_labels.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

namespace answers::markdown {
namespace {

/// How a bold line, an item looks beside its level.
enum Look : std::uint32_t { whole, numbered, lead, bullet, number, task, bold_bullet, bold_number };

/// Whether a line is nothing but a link into this page: an entry of a table of contents.
bool is_link_into_page(std::string_view content) {
  content = trimmed(content);
  while (content.starts_with('[') && content.size() > 2 && content[2] == ']')  // its box
    content = trimmed(content.substr(3));
  content.remove_prefix(std::min(content.find('['), content.size()));
  const std::size_t middle = content.rfind("](#");
  return content.starts_with('[') && middle != std::string_view::npos &&
         content.find(')', middle) + 2 >= content.size();
}

/// What stands behind "**Question:**", or "**Code:** **Question:**"; empty where neither stands.
std::string_view behind_question_label(std::string_view text) {
  constexpr std::size_t longest = 40;  // bytes, of the other
  auto label = leading_label(text);
  if (!label && text.starts_with("**")) {
    const std::size_t close = text.substr(0, longest).find("**", 2);
    const bool labels = close != std::string_view::npos && text[close - 1] == ':';
    if (labels) label = leading_label(trimmed(text.substr(close + 2)));
  }
  const bool asks = label && label->kind == LabelKind::question && !label->lone_letter;
  return asks ? label->rest : std::string_view();
}

constexpr std::size_t longest_lead = 80;  // bytes: "How it helps:"

class Lines {
 public:
  Lines(const Document& document, std::vector<Candidate>& candidates)
      : document_(document), candidates_(candidates) {
    const std::string_view path = document.text().path;
    const auto headings = document.headings();
    const About about =
        about_of_file(path, {}, headings.empty() ? std::string_view() : headings.front().title);
    asks_somewhere_ = about != nothing;
    file_of_troubles_ = about == troubles;
    file_of_faq_ = about == faq;
    const auto says = [](std::string_view text) {
      const std::string lower = lower_ascii(text);
      return lower.find("flashcard") != lower.npos || lower.find("flash card") != lower.npos ||
             lower.find("flash-card") != lower.npos;
    };
    cards_ = says(path.substr(path.rfind('/') + 1)) ||
             (!document.headings().empty() && says(document.headings().front().title));
  }

  void look_at_all() {
    auto heading = document_.headings().begin();
    std::size_t known = 0;  // candidates of others, in the order of the text
    const std::size_t others = candidates_.size();
    for (std::size_t line = document_.body_line(); line < document_.count(); ++line) {
      // Those of a heading in tags.
      for (; heading != document_.headings().end() && heading->end_line <= line; ++heading) {
        section_.enter(static_cast<std::uint32_t>(heading->level), heading->announced.troubles);
        askers_.enter(static_cast<std::uint32_t>(heading->level),
                      heading->announced.troubles || heading->announced.faq);
        trouble_parts_.enter_title();
        if (!document_.is_code(heading->line))  // a comment
          bold_numbers_.enter(ends_in_question_mark(heading->title) ||
                              (heading->label && heading->label->kind == LabelKind::question));
      }
      if (heading != document_.headings().end() && heading->line <= line) {
        if (!document_.is_code(line)) open_items_.clear();
        continue;
      }
      while (known < others && candidates_[known].block.begin < document_.byte(line)) ++known;
      if (known < others && candidates_[known].block.begin == document_.byte(line)) continue;
      const Line& here = document_[line];
      if (here.code != Code::no || document_.is_contents(line)) continue;
      if (here.kind != Kind::text && here.kind != Kind::html && here.kind != Kind::list_item)
        continue;
      look_at(line);
    }
    bold_numbers_.tell(candidates_);
    // Items below a line that sets a task answer it where those below lines that ask do.
    constexpr std::size_t fewest_asking = 2;
    if (asking_over_items_ >= std::max(fewest_asking, tasks_over_items_.size()))
      std::ranges::move(tasks_over_items_, std::back_inserter(candidates_));
    trouble_parts_.give(candidates_);
    if (!item_asks_) return;
    for (const Block& block : listed_) candidates_.push_back({block, {}});
  }

 private:
  void look_at(std::size_t line) {
    const Line& here = document_[line];
    const std::string_view content = document_.content(line);
    if (content.empty()) return;
    if (here.kind == Kind::html && content.find("<summary") != std::string_view::npos)
      bold_numbers_.enter(ends_in_question_mark(plain_inline(content)));
    if (const auto label = document_.label(line); label) {
      if (add_label(line, *label)) return;
    } else if ((content[0] == '*' || content[0] == '<') && says_answer(content)) {
      return add_answer(line);
    }
    if (here.kind == Kind::list_item) return add_item(line);
    if (here.indent > 3 || (!begins_paragraph(line) && !asks_between_items(line))) return;
    if (add_bold(line)) return;
    if (here.kind == Kind::text) add_paragraph(line);
  }

  void add(Block block, Found found) {
    block.begin = found.begin;
    if (found.end != Found::open) block.end = found.end;
    candidates_.push_back({block, std::move(found)});
  }

  /// Whether a bold title names what goes wrong, where troubles are announced.
  bool is_trouble(std::string_view plain) const {
    return (file_of_troubles_ || section_.holds()) &&
           (names_trouble(plain) || quotes_error(trimmed(plain)));
  }

  /// Whether what is above speaks of those who look for help.
  bool expects_askers() const { return file_of_faq_ || file_of_troubles_ || askers_.holds(); }

  /// An item that is no question tells of those that may be. Pages are full of lists: there it
  /// waits whether one is.
  void add_listed(const Block& block) {
    if (document_.is_page())
      listed_.push_back(block);
    else
      candidates_.push_back({block, {}});
  }

  void add_answer(std::size_t line) {
    Block block;
    block.kind = BlockKind::label;
    block.level = level_of_answer_line;
    block.begin = document_.byte(line);
    block.is_answer = true;
    candidates_.push_back({block, {}});
  }

  /// Whether a label was what it seems.
  bool add_label(std::size_t line, const Label& label) {
    const Line& here = document_[line];
    const std::string_view content = document_.content(line);
    if (here.indent > 8) return false;
    if (label.kind == LabelKind::answer) {
      // An answer may stand in a list within the question's; in one of its own "A." is an option.
      if (here.indent > 4 && here.kind != Kind::list_item) return false;
      const bool bold = content.starts_with("**");
      const bool option = here.kind == Kind::list_item && !bold && !content.starts_with("A:");
      const bool counted = content.starts_with("**A. ") && content.ends_with("?**");
      if (label.lone_letter && (option || counted)) return false;
      add_answer(line);
      candidates_.back().block.look = label.lone_letter ? 1 : 0;
      return true;
    }
    if (here.indent > 3 && here.kind != Kind::list_item) return false;
    const std::string plain = plain_inline(label.rest);
    Block block;
    block.kind = BlockKind::label;
    block.level = level_of_label;
    block.asking = how_asks(plain);
    block.look = label.lone_letter ? 1 : 0;
    block.told = true;
    const bool q = content.find_first_of("Qq") < 4 && content.find_first_of("Qq") != content.npos;
    // Other letters are options and initials: they need an answer's label.
    if (label.lone_letter && !q) {
      if (here.kind == Kind::list_item) return false;
      block.told = false;
    }
    // "Q1 2024: revenue" and "Q: a vitamin".
    if (label.lone_letter && block.asking < Asking::words) block.told = false;
    bold_numbers_.enter(block.told || block.asking == Asking::mark);
    Found found;
    found.begin = document_.byte(line);
    // The question's paragraph: up to a blank line, an answer's label, or anything but text.
    std::size_t end = line + 1;
    while (end < document_.count() && document_[end].kind == Kind::text && !is_labelled(end)) ++end;
    const std::size_t title = here.content;
    found.title =
        std::string_view(document_.text().text).substr(title, document_.byte(line + 1) - title);
    found.rest = document_.byte(line + 1);
    found.lone_letters = true;
    if (here.kind == Kind::list_item) {
      block.level = level_of_item + indent_of(line) * 2;
      found.end = end_of_item_byte(line);
      const std::size_t below = document_.skip_blank(line + 1, document_.count());
      if (below < document_.count() && document_[below].indent > here.indent)
        found.indent = document_[below].indent;
    } else if (const Range* const fold = document_.fold_at(line);
               fold != nullptr && !document_.asks_by_label({line + 1, fold->last})) {
      found.end = document_.byte(fold->last);
    }
    found.paragraph_end = document_.byte(end);
    if (take_answer_behind(line, label, block, found)) {
      add(block, std::move(found));
      return true;
    }
    // A question that goes on below goes on to its mark.
    if (block.asking != Asking::mark) {
      for (std::size_t below = line + 1; below < end; ++below) {
        if (!ends_in_question_mark(document_.whole(below))) continue;
        block.asking = Asking::mark;
        found.rest = document_.byte(below + 1);
        found.title = std::string_view(document_.text().text).substr(title, found.rest - title);
        break;
      }
    }
    add(block, std::move(found));
    return true;
  }

  /// "问：如何退款？答：联系客服。": what stands behind the question in its line is its answer.
  bool take_answer_behind(std::size_t line, const Label& label, Block& block, Found& found) const {
    const std::size_t question = end_of_questions(label.rest);
    if (question == 0) return false;
    const auto behind = leading_label(label.rest.substr(question));
    if (!behind || behind->kind != LabelKind::answer || behind->rest.empty() ||
        behind->lone_letter != label.lone_letter)
      return false;
    const std::string_view text = document_.text().text;
    const auto place = [text](std::string_view part) {
      return static_cast<std::size_t>(part.data() - text.data());
    };
    const std::size_t title = document_[line].content;
    found.title = text.substr(title, place(label.rest) + question - title);
    found.rest = place(behind->rest);
    found.paragraph_end = 0;
    block.told = block.answered = block.has_text = true;
    return true;
  }

  bool is_labelled(std::size_t line) const { return document_.label(line).has_value(); }

  bool begins_paragraph(std::size_t line) const {
    if (line == document_.body_line()) return true;
    const Kind above = document_[line - 1].kind;
    // The tag of a template, the opening of a box, attributes.
    const std::string_view words = trimmed(document_.whole(line - 1));
    if (words.starts_with("{%") || words.starts_with(":::") || is_attribute_list(words))
      return true;
    return above == Kind::blank || above == Kind::html || above == Kind::heading ||
           above == Kind::rule || above == Kind::fence;
  }

  /// Whether a line asks right below one list and above another: "- On the keel", "How to lower
  /// it?", "- With a pole".
  bool asks_between_items(std::size_t line) const {
    return document_[line].kind == Kind::text && document_[line].indent == 0 &&
           line + 1 < document_.count() && document_[line - 1].kind == Kind::list_item &&
           document_[line + 1].kind == Kind::list_item &&
           ends_in_question_mark(document_.content(line));
  }

  /// Whether what stands behind a bold question in its line, from `end` on, is its answer and no
  /// remark on it ("(easy)"): it says something, or nothing else does before the next heading.
  bool answers_behind(std::size_t line, std::size_t end) const {
    constexpr std::size_t longest_remark = 3;  // words
    const std::string said = plain_inline(document_.content(line).substr(end));
    const std::size_t words = count_words(said);
    if (words == 0) return false;
    if (words > longest_remark || trimmed(said).ends_with('.')) return true;
    const std::size_t next = document_.skip_blank(line + 1, document_.count());
    return next >= document_.count() || document_[next].kind == Kind::heading ||
           document_[next].kind == Kind::rule || how_bold(document_.content(next)).has_value();
  }

  bool add_bold(std::size_t line) {
    std::string_view text = document_.content(line);
    if (text[0] != '*' && text[0] != '_' && text[0] != '<') return false;
    const std::size_t below = end_of_bold(document_, line);
    if (below > line + 1)
      text = trimmed(
          std::string_view(document_.text().text)
              .substr(document_[line].content, document_.byte(below) - document_[line].content));
    Block block;
    block.kind = BlockKind::bold;
    block.level = level_of_bold;
    Found found;
    found.begin = document_.byte(line);
    found.title = text;
    found.rest = document_.byte(below);
    const std::size_t end = end_of_marked_question(text);
    const std::optional<Bold> bold = how_bold(text);
    const bool answers_itself = bold == Bold::numbered && end > 0 && answers_behind(line, end);
    if (bold && !answers_itself) {
      if (is_summary_label(text)) return true;
      const std::string plain = plain_inline(text);
      block.look = *bold == Bold::whole ? whole : numbered;
      block.asking = how_asks(plain);
      block.furniture = furniture_of(text);
      block.counted = *bold == Bold::numbered;
      if (block.counted) bold_numbers_.add(candidates_.size(), plain);
      block.told = *bold == Bold::whole && is_trouble(plain);
      if (*bold == Bold::whole && block.asking < Asking::words && expects_askers() &&
          speaks_as_asker(plain))
        block.asking = Asking::words;
      const std::string_view words = trimmed(plain);
      block.announces = block.asking != Asking::mark && words.size() < longest_lead &&
                        (words.ends_with(':') || words.ends_with("："));
      const Announced announced = announced_by(plain);
      block.about = announced.faq ? faq : announced.questions ? questions : nothing;
      if (found.title.ends_with("**\\")) found.title.remove_suffix(1);  // a line break
      Candidate candidate{block, std::move(found)};
      candidate.block.begin = candidate.found.begin;
      const auto part = trouble_label(plain);
      if (part && trouble_parts_.take(*part, candidate)) return true;
      trouble_parts_.enter_title();
      candidates_.push_back(std::move(candidate));
      return true;
    }
    if (end == 0) return false;
    block.look = answers_itself ? numbered : lead;
    block.counted = answers_itself;
    if (block.counted) bold_numbers_.add(candidates_.size(), plain_inline(text));
    block.asking = Asking::mark;
    block.has_text = !is_blank(text.substr(end));
    found.title = text.substr(0, end);
    block.furniture = furniture_of(found.title);
    if (block.has_text) found.rest = document_[line].content + end;
    add(block, std::move(found));
    return true;
  }

  /// How far an item stands to the right, in columns up to 8; one is a slip.
  std::uint32_t indent_of(std::size_t line) const {
    const std::uint32_t indent = document_[line].indent;
    return indent < 2 ? 0 : std::min<std::uint32_t>(indent, 8);
  }

  /// One past the last line of the item at `line`: what is indented below it, or follows at once.
  std::size_t end_of_item(std::size_t line) const {
    const std::size_t indent = document_[line].indent;
    std::size_t next = line + 1;
    bool blank = false;
    for (; next < document_.count(); ++next) {
      const Line& here = document_[next];
      if (here.kind == Kind::blank) {
        blank = true;
        continue;
      }
      if (here.code != Code::no) continue;
      if (here.kind == Kind::heading || here.kind == Kind::rule) break;
      if (here.kind == Kind::list_item && here.indent <= indent) break;
      if (blank && here.indent <= indent) break;
    }
    return next;
  }

  /// Where an item ends whose text is indented; open for one that has none such.
  std::size_t end_of_item_byte(std::size_t line) const {
    const std::size_t below = document_.skip_blank(line + 1, document_.count());
    if (below >= document_.count() || document_[below].indent <= document_[line].indent)
      return Found::open;
    return document_.byte(end_of_item(line));
  }

  /// Items of the same list that are still open for text at the margin end where the next begins.
  void end_open_items(std::size_t line, std::uint32_t look, int value) {
    const std::size_t indent = indent_of(line);
    std::erase_if(open_items_, [&](const OpenItem& item) {
      if (item.indent < indent) return false;
      if (item.indent == indent && item.ordered != (look == number || look == bold_number))
        return false;
      // Steps count from 1 again.
      if (item.indent == indent && item.ordered && value <= item.value) return false;
      candidates_[item.candidate].found.latest_end = document_.byte(line);
      return true;
    });
  }

  /// Whether a line stands between lists.
  bool ends_list(std::size_t line) const {
    if (line >= document_.count()) return true;
    const Kind kind = document_[line].kind;
    return kind == Kind::blank || kind == Kind::rule || kind == Kind::heading;
  }

  void add_item(std::size_t line) {
    const Line& here = document_[line];
    const std::string_view content = document_.content(line);
    if (starts_with_ignoring_case(content, "<details")) return;  // a fold
    if (line > 0 && line == bold_bullet_ + 1 && here.indent == document_[line - 1].indent &&
        !how_bold(content))
      return;  // what stands below a bold one that is no list of its own
    Block block;
    block.kind = BlockKind::item;
    block.begin = document_.byte(line);
    const std::string_view marks =
        std::string_view(document_.text().text).substr(here.content - here.marks, here.marks);
    const bool ordered = marks.front() >= '0' && marks.front() <= '9';
    // Options and steps with another mark stand below the item above them.
    block.level = level_of_item + indent_of(line) * 2 + (ordered ? 0 : 1);
    const bool boxed =
        content.starts_with("[ ]") || content.starts_with("[x]") || content.starts_with("[X]");
    const bool bold = !boxed && how_bold(content).has_value();
    if (bold && !ordered && line > 0 && ends_list(line - 1) && line + 1 < document_.count() &&
        document_[line + 1].kind == Kind::list_item && document_[line + 1].indent == here.indent &&
        !how_bold(document_.content(line + 1)) && ends_list(line + 2)) {
      bold_bullet_ = line;
      block.answered = asks_somewhere_;
    }
    block.boxed = boxed;
    block.look = boxed     ? task
                 : ordered ? (bold ? bold_number : number)
                           : (bold ? bold_bullet : bullet);
    const std::string plain = plain_inline(content.substr(0, 400));
    block.asking = how_asks(plain);
    // One with a box that asks holds the numbered steps below it.
    const std::string_view labelled =
        behind_question_label(boxed ? trimmed(content.substr(3)) : content);
    if (boxed && (block.asking >= Asking::words || !labelled.empty())) block.level -= 2;
    int value = 0;
    if (ordered) std::from_chars(marks.data(), marks.data() + marks.size(), value);
    end_open_items(line, block.look, value);
    if (ordered) {
      // Steps inside of an answer count from 1 again, and mostly ask nothing.
      int& last = last_number_[std::min<std::size_t>(here.indent, 8)];
      block.counted = value == last + 1;
      if (block.asking >= Asking::task || block.counted) last = value;
    }
    block.told = !labelled.empty() || (cards_ && ordered && is_all_bold(content)) ||
                 (is_all_bold(content) && is_trouble(plain));
    const bool may_ask =
        block.asking >= Asking::task || bold || (ordered && block.counted) || block.told;
    if (!may_ask || here.indent > 3) {
      block.never = true;
      return add_listed(block);
    }
    Found found;
    found.begin = block.begin;
    found.title = content;
    found.rest = document_.byte(line + 1);
    found.list_item = true;
    found.link = is_link_into_page(content);
    std::size_t question = block.asking == Asking::mark ? end_of_questions(content) : 0;
    // "What is NaN? How can you" goes on to ask.
    const bool asks_on =
        question > 0 && how_asks(plain_inline(content.substr(question))) == Asking::words;
    // The question goes on below where that line ends it.
    std::size_t end = line + 1;
    if (block.asking != Asking::mark || asks_on) {
      std::size_t wrapped = line + 1;  // one past what is the question's for sure
      for (; end < document_.count() && end < line + 3; ++end) {
        if (document_[end].kind != Kind::text || document_[end].code != Code::no) break;
        const std::string_view below = document_.content(end);
        if (wrapped == end && below[0] >= 'a' && below[0] <= 'z') wrapped = end + 1;
        if (!ends_in_question_mark(below)) continue;
        block.asking = Asking::mark;
        wrapped = end + 1;
        break;
      }
      found.rest = document_.byte(wrapped);
      found.title = trimmed(
          std::string_view(document_.text().text).substr(here.content, found.rest - here.content));
    }
    if (question == 0) question = end_of_bold_task(content);
    const std::string rest = question > 0 ? plain_inline(content.substr(question)) : std::string();
    bool bold_above_text = false;
    if (question > 0 && !folded_words(rest).empty() && !asks_on && !ends_in_question_mark(rest) &&
        !trimmed(rest).starts_with('(')) {
      found.list_item = false;
      found.title = content.substr(0, question);
      const std::string_view behind = behind_joint(content.substr(question));
      found.rest = here.content + content.size() - behind.size();
      block.has_text = true;
      block.states = count_words(rest) >= 3 && states_something(rest);
      // "Q: Is it? A: Yes."
      const auto asked = leading_label(content);
      const auto told = leading_label(behind);
      if (asked && told && asked->lone_letter && told->lone_letter &&
          asked->kind == LabelKind::question && told->kind == LabelKind::answer) {
        found.title.remove_prefix(static_cast<std::size_t>(asked->rest.data() - content.data()));
        found.rest += static_cast<std::size_t>(told->rest.data() - behind.data());
      }
      found.end = document_.byte(end_of_item(line));
    } else {
      const std::size_t below = document_.skip_blank(line + 1, document_.count());
      if (below < document_.count() && document_[below].indent > here.indent) {
        found.indent = document_[below].indent;
        block.states = states_below(document_, below, end_of_item(line));
        bold_above_text = content.starts_with("**");
        // "- **Term**" above text of its own is a term with its definition.
        if (block.asking <= Asking::clause && !ordered && is_all_bold(content))
          block.kind = BlockKind::definition;
      }
      found.end = end_of_item_byte(line);
    }
    if (!labelled.empty() && found.title.data() <= labelled.data() &&
        found.title.data() + found.title.size() > labelled.data())
      found.title.remove_prefix(static_cast<std::size_t>(labelled.data() - found.title.data()));
    const bool asks_above_text = block.asking == Asking::mark && found.end != Found::open;
    if (document_.is_page() && !block.has_text && !bold_above_text && !asks_above_text) {
      block.never = true;
      return add_listed(block);
    }
    item_asks_ = true;
    if (found.end == Found::open) {
      if (open_items_.size() == most_open) open_items_.erase(open_items_.begin());
      open_items_.push_back({candidates_.size(), indent_of(line), ordered, value});
    }
    add(block, std::move(found));
  }

  /// Whether a line without a mark sets a task: "Explain osmosis:".
  static bool is_task(std::string_view text) {
    constexpr std::size_t longest_task = 160;  // bytes
    return text.size() <= longest_task && how_asks(plain_inline(text)) >= Asking::task;
  }

  /// A line that asks and is a paragraph of its own, with another or items below.
  void add_paragraph(std::size_t line) {
    const std::string_view text = trimmed(document_.content(line));
    if (line + 1 >= document_.count()) return;
    const bool counted = leading_number(text).size > 0;  // "1.What is it?" is no item
    const bool has_mark = ends_in_question_mark(text) ||
                          (counted && !is_link_into_page(text) && has_question_mark(text));
    const bool over_items = document_[line + 1].kind == Kind::list_item;
    if (!has_mark && (!over_items || !is_task(text))) return;
    // Phrases that all ask are a list.
    if (document_[line + 1].kind == Kind::text &&
        ends_in_question_mark(document_.content(line + 1)))
      return;
    Block block;
    block.kind = BlockKind::paragraph;
    block.level = level_of_paragraph;
    block.asking = has_mark ? Asking::mark : Asking::words;  // for a task see look_at_all()
    block.furniture = furniture_of(plain_inline(text));
    block.counted = counted;
    Found found;
    found.paragraph = true;
    found.begin = document_.byte(line);
    found.title = text;
    found.rest = document_.byte(line + 1);
    if (has_mark) {
      asking_over_items_ += over_items ? 1 : 0;
      return add(block, std::move(found));
    }
    block.begin = found.begin;
    tasks_over_items_.push_back({block, std::move(found)});
  }

  static constexpr std::size_t most_open = 16;  // all may be numbered "1."

  struct OpenItem {
    std::size_t candidate;
    std::size_t indent;
    bool ordered;
    int value;
  };

  const Document& document_;
  std::vector<Candidate>& candidates_;
  std::vector<OpenItem> open_items_{};
  BoldNumbers bold_numbers_{};
  std::vector<Block> listed_{};
  std::vector<Candidate> tasks_over_items_{};
  std::size_t asking_over_items_ = 0;  ///< lines that ask right above items
  bool item_asks_ = false;
  std::array<int, 9> last_number_{};
  bool cards_ = false;
  bool asks_somewhere_ = false;  ///< the file's name or title speaks of questions
  bool file_of_troubles_ = false;
  bool file_of_faq_ = false;
  SectionOfTroubles section_{};
  SectionOfTroubles askers_{};  ///< or an FAQ's
  TroubleParts trouble_parts_{};
  std::size_t bold_bullet_ = static_cast<std::size_t>(-2);  ///< "- **Why?**" above "- Because."
};

}  // namespace

void add_lines(const Document& document, std::vector<Candidate>& candidates) {
  Lines(document, candidates).look_at_all();
}

}  // namespace answers::markdown
