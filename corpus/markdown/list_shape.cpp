#include "corpus/markdown/list_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/input/walk.h"
#include "corpus/markdown/evidence.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/question_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace answers::markdown {
namespace {

enum class Marker { bullet, number, task };

struct Item {
  std::size_t line;
  Marker marker;
  int number;
};

bool is_item(const Document& document, std::size_t line) {
  const Line& here = document[line];
  return here.kind == Kind::list_item && here.code == Code::no && here.indent <= 3 &&
         !document.is_contents(line);
}

/// The items of a list that is not nested in another.
std::vector<Item> top_items(const Document& document, Range range) {
  std::vector<Item> items;
  for (std::size_t line = range.first; line < range.last; ++line) {
    if (!is_item(document, line)) continue;
    const std::string_view marks =
        std::string_view(document.text().text)
            .substr(document[line].content - document[line].marks, document[line].marks);
    const std::string_view content = document.content(line);
    if (content.starts_with("[ ]") || content.starts_with("[x]") || content.starts_with("[X]")) {
      items.push_back({line, Marker::task, 0});
    } else if (marks.front() >= '0' && marks.front() <= '9') {
      int number = 0;
      std::from_chars(marks.data(), marks.data() + marks.size(), number);
      items.push_back({line, Marker::number, number});
    } else {
      items.push_back({line, Marker::bullet, 0});
    }
  }
  return items;
}

/// Where the questions at the beginning of a line end: behind the last question mark that ends a
/// sentence before any sentence that asks nothing. 0 when the first sentence asks nothing.
std::size_t end_of_questions(std::string_view line) {
  std::size_t end = 0;
  std::size_t code_until = 0;
  bool bracket = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (at < code_until) continue;
    const std::string_view rest = line.substr(at);
    std::size_t mark = 0;
    if (line[at] == '[' || line[at] == ']') bracket = line[at] == '[';
    if (line[at] == '`') {
      const std::size_t close = line.find('`', at + 1);
      code_until = close == std::string_view::npos ? line.size() : close + 1;
    } else if (line[at] == '?') {
      mark = 1;
    } else if (rest.starts_with("？") || rest.starts_with("؟")) {
      mark = rest.starts_with("？") ? 3 : 2;
    } else if (end > 0 && (((line[at] == '.' || line[at] == '!') &&
                            (at + 1 == line.size() || line[at + 1] == ' ')) ||
                           rest.starts_with("。"))) {
      break;
    }
    if (mark == 0) continue;
    std::size_t behind = at + mark;
    while (behind < line.size() && (line[behind] == '*' || line[behind] == '"' ||
                                    line[behind] == ')' || line[behind] == '_'))
      ++behind;
    // The question may be a link's text: its address belongs to it.
    if (line.substr(behind).starts_with("](") ||
        (bracket && line.substr(behind).find("](") < 200)) {
      const std::size_t close = line.find(')', line.find("](", behind));
      if (close == std::string_view::npos) break;
      behind = close + 1;
    }
    // "?source=…" in an address ends no sentence.
    if (mark == 1 && behind < line.size() && line[behind] != ' ') continue;
    end = behind;
    at = behind - 1;
  }
  return end;
}

/// Without what joins a question and its answer and is neither's: "Is it? - Yes.", "Is it? → Yes."
std::string_view behind_joint(std::string_view text) {
  for (const std::string_view joint : {" - ", ": ", " – ", " — ", " → ", " -> ", " => "}) {
    if (!text.starts_with(joint)) continue;
    const std::string_view behind = text.substr(joint.size());
    return behind.substr(std::min(behind.find_first_not_of(" -:"), behind.size()));
  }
  return text;
}

/// One past the last line of the item at `line`: what is indented below it, or follows at once.
std::size_t end_of_item(const Document& document, std::size_t line, std::size_t end) {
  const std::size_t indent = document[line].indent;
  std::size_t next = line + 1;
  bool blank = false;
  for (; next < end; ++next) {
    const Line& here = document[next];
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

/// "- [ ] [1-2  What …](#1-2)": a number behind the marks of the list.
bool carries_number(const Document& document, std::size_t line) {
  const std::string plain = folded_words(plain_inline(document.content(line).substr(0, 200)));
  const std::string_view text = plain.starts_with("x ") ? std::string_view(plain).substr(2) : plain;
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

/// Where a good part of the questions stand twice, the first time is a table of contents; so is
/// what stands again below with a text and has none.
void drop_earlier_of_the_same(std::vector<Found>& questions, std::vector<bool>& has_text) {
  std::unordered_map<std::string, std::size_t> last;
  std::vector<const std::size_t*> last_of;  // a question: the last of its words
  for (std::size_t i = 0; i < questions.size(); ++i) {
    std::size_t& place = last[folded_words(plain_inline(questions[i].title))];
    place = i;
    last_of.push_back(&place);
  }
  const bool all_twice = 4 * (questions.size() - last.size()) >= questions.size();
  std::size_t kept = 0;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const bool stands_again = *last_of[i] != i;
    if (stands_again && (all_twice || (!has_text[i] && has_text[*last_of[i]]))) continue;
    has_text[kept] = has_text[i];
    if (kept != i) questions[kept] = std::move(questions[i]);
    ++kept;
  }
  questions.resize(kept);
  has_text.resize(kept);
}

/// Whether a file's name or its first heading says that it holds cards.
bool is_named_for_cards(const Document& document) {
  const std::string_view path = document.text().path;
  const auto says = [](std::string_view text) {
    const std::string lower = lower_ascii(text);
    return lower.find("flashcard") != std::string::npos ||
           lower.find("flash card") != std::string::npos ||
           lower.find("flash-card") != std::string::npos;
  };
  return says(file_name(path)) ||
         (!document.headings().empty() && says(document.headings().front().title));
}

/// "**Term**", as the front of a card has it.
bool is_all_bold(std::string_view content) {
  content = trimmed(content);
  return content.size() > 4 && content.starts_with("**") &&
         content.find("**", 2) == content.size() - 2;
}

}  // namespace

Finding find_answered_list_lines(const Document& document, Range range) {
  Finding finding;
  Tally answered;
  for (const Item& item : top_items(document, range)) {
    const std::string_view content = document.content(item.line);
    const std::size_t question = end_of_questions(content);
    if (question == 0) continue;
    const std::string plain = plain_inline(content.substr(question));
    const bool answers = !folded_words(plain).empty() && !ends_in_question_mark(plain) &&
                         !trimmed(plain).starts_with('(');
    answered.add(answers);
    if (!answers) continue;
    Found found;
    found.begin = document.byte(item.line);
    found.title = content.substr(0, question);
    const std::string_view behind = behind_joint(content.substr(question));
    found.rest = document[item.line].content + content.size() - behind.size();
    // "Q: Is it? A: Yes."
    const auto asked = leading_label(content);
    const auto told = leading_label(behind);
    if (asked && told && asked->lone_letter && told->lone_letter &&
        asked->kind == LabelKind::question && told->kind == LabelKind::answer) {
      found.title.remove_prefix(static_cast<std::size_t>(asked->rest.data() - content.data()));
      found.rest += static_cast<std::size_t>(told->rest.data() - behind.data());
    }
    found.end = document.byte(end_of_item(document, item.line, range.last));
    finding.questions.push_back(std::move(found));
  }
  if (answered.yes < 3 || answered.share() < 0.6) return {};
  finding.evidence = std::to_string(answered.yes) + " of " + std::to_string(answered.all) +
                     " list items answer their question in the same line";
  return finding;
}

Finding find_list_items(const Document& document, Range range) {
  const std::vector<Item> items = top_items(document, range);
  // The marker that asks most often is the questions'; other lists are parts of answers.
  std::array<Tally, 3> asking;
  std::array<std::size_t, 3> marked{};
  std::vector<bool> asks;
  const bool cards = is_named_for_cards(document);
  for (const Item& item : items) {
    const std::string plain = plain_inline(document.content(item.line).substr(0, 400));
    const bool front =
        cards && item.marker == Marker::number && is_all_bold(document.content(item.line));
    asks.push_back(front || reads_like_question(plain));
    if (ends_in_question_mark(plain)) ++marked[static_cast<std::size_t>(item.marker)];
    asking[static_cast<std::size_t>(item.marker)].add(asks.back());
  }
  for (const Marker marker : {Marker::task, Marker::number, Marker::bullet}) {
    const Tally& tally = asking[static_cast<std::size_t>(marker)];
    if (tally.yes < 3) continue;
    // "If …, then", "Explain why", "name {string}": the lists of any manual read like questions.
    if (!document.smells_of_questions() &&
        marked[static_cast<std::size_t>(marker)] < std::max<std::size_t>(3, tally.yes / 2))
      continue;
    Finding finding;
    std::vector<bool> has_text;
    Tally nested_asks;
    int last_number = 0;
    std::size_t expected = 0;
    std::vector<std::size_t> chosen;
    // Where nearly all carry a number or stand at the margin, what does not is a part of an answer.
    Tally numbers;
    Tally margin;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].marker != marker || !asks[i]) continue;
      numbers.add(carries_number(document, items[i].line));
      margin.add(document[items[i].line].indent == 0);
    }
    const bool only_numbers = marker != Marker::number && numbers.share() >= 0.8;
    const bool only_margin = margin.share() >= 0.8;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].marker != marker) continue;
      if (only_numbers && !carries_number(document, items[i].line)) continue;
      if (only_margin && document[items[i].line].indent > 1) continue;
      // Steps inside of an answer count from 1 again, and mostly ask nothing.
      if (marker == Marker::number && !asks[i] && items[i].number != last_number + 1) continue;
      if (marker != Marker::task && !asks[i] && marker == Marker::bullet) continue;
      last_number = items[i].number;
      if (asks[i]) ++expected;
      chosen.push_back(items[i].line);
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const std::size_t line = chosen[i];
      const std::size_t next = i + 1 < chosen.size() ? chosen[i + 1] : range.last;
      std::size_t below = document.skip_blank(line + 1, next);
      while (below < next && document[below].kind == Kind::html &&
             !starts_with_ignoring_case(document.content(below), "<details"))
        below = document.skip_blank(below + 1, next);
      const bool text = below < next && document[below].kind != Kind::heading &&
                        document[below].kind != Kind::rule;
      has_text.push_back(text);
      for (std::size_t nested = line + 1; nested < next && nested < line + 30; ++nested) {
        if (document[nested].kind == Kind::heading && !document.is_code(nested)) break;
        if (document[nested].kind != Kind::list_item || document.is_code(nested)) continue;
        nested_asks.add(ends_in_question_mark(document.content(nested)));
      }
      Found found;
      found.begin = document.byte(line);
      found.title = document.content(line);
      found.rest = document.byte(line + 1);
      found.latest_end = document.byte(next);
      found.list_item = true;
      if (below < next && document[below].indent > document[line].indent)
        found.indent = document[below].indent;
      finding.questions.push_back(std::move(found));
    }
    drop_earlier_of_the_same(finding.questions, has_text);
    const double asks_share =
        chosen.empty() ? 0 : static_cast<double>(expected) / static_cast<double>(chosen.size());
    // A list that does nothing but ask may be answered here and there.
    const double text_needed = marker == Marker::task || tally.share() >= 0.9 ? 0.15 : 0.6;
    const auto with_text = static_cast<std::size_t>(std::ranges::count(has_text, true));
    if (with_text < 3 ||
        static_cast<double>(with_text) < text_needed * static_cast<double>(has_text.size()) ||
        asks_share < 0.5 || nested_asks.share() >= 0.3)
      continue;
    finding.evidence = std::to_string(with_text) + " list items that ask, with text below";
    return finding;
  }
  return {};
}

}  // namespace answers::markdown
