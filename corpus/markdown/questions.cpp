#include "corpus/markdown/questions.h"

#include "corpus/characters/characters.h"
#include "corpus/listener.h"
#include "corpus/markdown/file_as_question.h"
#include "corpus/markdown/page.h"
#include "corpus/outline/about.h"
#include "corpus/outline/answer_key.h"
#include "corpus/outline/telling.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/questions_alone.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace answers::markdown {
namespace {

std::string plain_title(const Found& found) {
  return plain_inline(found.question.empty() ? found.title : std::string_view(found.question));
}

/// Questions whose answers stand in keys, which are no part of the document then.
struct Keyed {
  std::vector<Candidate> candidates{};
  std::vector<Range> keys{};
};

Keyed take_keyed_questions(Document& document) {
  const KeyedQuestions keyed = keyed_questions(document.text(), [&document](std::size_t line) {
    return line < document.body_line() || document.is_code(line);
  });
  Keyed taken;
  for (const auto& [first, last] : keyed.keys) taken.keys.push_back({first, last});
  if (!taken.keys.empty()) document.add_contents(taken.keys);
  for (const KeyedQuestion& question : keyed.questions) {
    Found found;
    found.begin = document.byte(question.line);
    found.title = question.title;
    found.answer = question.answer;
    found.rest = found.end = document.byte(question.end);
    const std::size_t below = document.byte(question.text);
    found.answer_body = std::string_view(document.text().text).substr(below, found.end - below);
    Block block = block_of(BlockKind::card, found, how_asks(plain_inline(found.title)));
    block.told = true;
    block.answered = true;
    taken.candidates.push_back({block, std::move(found)});
  }
  return taken;
}

/// Paragraphs right above labels of answers ("Answer: …") that no question stands above: where the
/// same comes again they are the questions, whether they ask or not.
void add_paragraphs_above_answers(const Document& document, std::vector<Candidate>& candidates) {
  constexpr std::size_t most_lines = 4;
  constexpr std::size_t fewest = 2;
  std::vector<std::pair<std::size_t, Candidate>> questions;  // in front of which candidate
  std::size_t labels = 0;
  std::size_t below_headings = 0;  // which are the questions, where it comes again
  const Block* next_heading = nullptr;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Block& label = candidates[i].block;
    if (label.kind == BlockKind::heading && !label.is_answer) next_heading = &label;
    if (!label.is_answer || label.kind != BlockKind::label || label.look != 0) continue;
    ++labels;
    const Block* const heading = std::exchange(next_heading, nullptr);  // no answer between
    std::size_t last = document.line_at(label.begin);
    while (last > document.body_line() && document[last - 1].kind == Kind::blank) --last;
    std::size_t first = last;
    while (first > document.body_line() && document[first - 1].kind == Kind::text &&
           !document.is_code(first - 1) && last - first <= most_lines)
      --first;
    if (first == last || last - first > most_lines) continue;
    const std::size_t begin = document.byte(first);
    const Candidate* const above = i == 0 ? nullptr : &candidates[i - 1];
    const bool listed = above != nullptr && above->block.begin >= begin &&
                        (above->block.kind != BlockKind::paragraph || above->block.begin > begin);
    const bool asked = above != nullptr && above->block.begin < begin && !above->block.is_answer &&
                       above->block.kind != BlockKind::heading;
    const bool headed = heading != nullptr && (heading->told || heading->asking != Asking::no);
    if (listed || asked || headed) continue;
    below_headings += heading != nullptr ? 1U : 0U;
    Candidate question;
    question.found.begin = begin;
    question.found.rest = document.byte(last);
    question.found.title =
        std::string_view(document.text().text).substr(begin, question.found.rest - begin);
    question.block.kind = BlockKind::label;
    question.block.level = level_of_label;
    question.block.begin = begin;
    question.block.asking = how_asks(plain_inline(question.found.title));
    question.block.told = true;
    questions.emplace_back(above != nullptr && above->block.begin == begin ? i - 1 : i,
                           std::move(question));
  }
  if (questions.size() < fewest || questions.size() * 2 < labels ||
      below_headings * 2 > questions.size())
    return;
  std::vector<Candidate> all;
  all.reserve(candidates.size() + questions.size());
  auto next = questions.begin();
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const bool above = next != questions.end() && next->first == i;
    const bool same = above && candidates[i].block.begin == next->second.block.begin;
    if (above) all.push_back(std::move(next++->second));
    if (!same) all.push_back(std::move(candidates[i]));
  }
  candidates = std::move(all);
}

/// "question: …" right above a heading, again and again: the headings are its answer's.
void hold_headings_below_labels(const Document& document, std::vector<Candidate>& candidates) {
  constexpr std::size_t fewest = 2;
  std::vector<std::size_t> above_headings;
  std::size_t labels = 0;
  for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
    const Block& block = candidates[i].block;
    if (block.kind != BlockKind::label || block.is_answer || !block.told) continue;
    ++labels;
    const Block& next = candidates[i + 1].block;
    const std::size_t below =
        document.skip_blank(document.line_at(candidates[i].found.rest), document.count());
    if (next.kind == BlockKind::heading && below < document.count() &&
        document.byte(below) == next.begin)
      above_headings.push_back(i);
  }
  if (above_headings.size() < fewest || above_headings.size() * 2 < labels) return;
  for (const std::size_t i : above_headings) {
    Candidate& label = candidates[i];
    label.block.level = candidates[i + 1].block.level - 5;
    label.found.level = static_cast<int>(candidates[i + 1].block.level / 10) - 1;
  }
}

/// What stands in the order of the text; of what begins at the same place what holds the other.
std::vector<Candidate> gather(const Document& document, Page* page, const Keyed& keyed) {
  std::vector<Candidate> candidates = keyed.candidates;
  if (page != nullptr) std::ranges::move(page->marked, std::back_inserter(candidates));
  for (const Shape& shape : shapes()) {
    if (!document.is_page() || shape.in_pages) shape.add(document, candidates);
  }
  if (!keyed.keys.empty()) {
    std::erase_if(candidates, [&](const Candidate& candidate) {
      const std::size_t line = document.line_at(candidate.block.begin);
      const auto behind = std::ranges::upper_bound(keyed.keys, line, {}, &Range::first);
      return behind != keyed.keys.begin() && line < std::prev(behind)->last;
    });
  }
  const auto place = [&candidates](std::size_t index) {
    const Block& block = candidates[index].block;
    return std::pair(block.begin, block.level != level_of_part);
  };
  std::vector<std::size_t> order(candidates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, place);
  // A candidate is large: each is moved once, to its place, cycle by cycle.
  for (std::size_t begin = 0; begin < order.size(); ++begin) {
    if (order[begin] == begin) continue;
    Candidate first = std::move(candidates[begin]);
    std::size_t at = begin;
    while (order[at] != begin) {
      const std::size_t from = std::exchange(order[at], at);
      candidates[at] = std::move(candidates[from]);
      at = from;
    }
    order[at] = at;
    candidates[at] = std::move(first);
  }
  // "# Why another tool?" over a README is about its project.
  if (document.headings().size() == 1 && is_page_of_folder(document.text().path)) {
    for (Candidate& candidate : candidates)
      candidate.block.never |= candidate.block.kind == BlockKind::heading;
  }
  // The line of a card is no item beside it.
  const auto same = std::unique(candidates.begin(), candidates.end(),
                                [](const Candidate& one, const Candidate& two) {
                                  return one.block.begin == two.block.begin && !one.block.is_answer;
                                });
  candidates.erase(same, candidates.end());
  add_paragraphs_above_answers(document, candidates);
  hold_headings_below_labels(document, candidates);
  if (page != nullptr && !page->asked.empty()) {
    for (Candidate& candidate : candidates)
      candidate.block.told |= page->asked.contains(folded_words(plain_title(candidate.found)));
  }
  return candidates;
}

bool is_text(const Document& document, std::size_t line) {
  switch (document[line].kind) {
    case Kind::blank:
    case Kind::rule:
    case Kind::heading:
      return document.is_code(line) && document[line].kind != Kind::blank;
    case Kind::html:
    case Kind::text: {
      const std::string_view content = document.content(line);
      if (document.is_code(line) || !content.starts_with('<')) return true;  // no anchor alone
      return content.find("<details") != content.npos || content.find("<img") != content.npos ||
             says_something(content);
    }
    default:
      return true;
  }
}

/// Whether a line is an item that is nothing but a link.
bool is_link_alone(const Document& document, std::size_t line) {
  if (document[line].kind != Kind::list_item || document.is_code(line)) return false;
  const std::string_view content = trimmed(document.content(line));
  const std::size_t middle = content.find("](");
  return content.starts_with('[') && content.ends_with(')') && middle != content.npos &&
         content.find("](", middle + 1) == content.npos;
}

/// Whether a line below an item is one of a list of questions, or of contents where the item is a
/// link of such.
bool asks_again(const Document& document, std::size_t line, bool link) {
  if (document[line].kind != Kind::list_item || document.is_code(line)) return false;
  const std::string_view content = document.content(line);
  return (link && content.find("](#") != std::string_view::npos) || ends_in_question_mark(content);
}

/// One past the last line that begins before `byte`.
std::size_t line_behind(const Document& document, std::size_t byte) {
  const std::size_t line = document.line_at(byte);
  return line < document.count() && document.byte(line) < byte ? line + 1 : line;
}

/// Whether what stands below a question, up to `end`, is code and no prose.
bool holds_code_alone(const Document& document, const Found& found, std::size_t end) {
  std::size_t line = document.skip_blank(document.line_at(found.rest), document.count());
  const std::size_t last = line_behind(document, end);
  if (line >= last || document[line].kind != Kind::fence) return false;
  for (++line; line < last; ++line) {
    const Kind kind = document[line].kind;
    if (!document.is_code(line) && kind != Kind::blank && kind != Kind::fence) return false;
  }
  return true;
}

/// What follows a list of questions at the margin belongs to none of them, least to the last one:
/// where as many lists end so as have items with an answer of that kind, it is taken from them.
void take_text_behind_lists(const Document& document, std::vector<Candidate>& candidates) {
  std::vector<std::size_t> ends;  // of lists whose last item alone has text
  std::size_t answered = 0;
  const Candidate* above = nullptr;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Block& block = candidates[i].block;
    const Found& found = candidates[i].found;
    if (block.kind != BlockKind::item) {
      if (block.kind == BlockKind::heading) above = nullptr;
      continue;
    }
    if (block.never || found.end != Found::open || found.rest == 0) continue;
    const std::size_t behind = document.line_at(found.rest);
    if (block.has_text && !found.title.empty() && behind < document.count() &&
        document[behind].kind == Kind::blank) {
      const bool tight = above != nullptr && !above->block.has_text &&
                         above->block.level == block.level && above->found.rest == block.begin;
      if (tight)
        ends.push_back(i);
      else
        ++answered;
    }
    above = &candidates[i];
  }
  if (ends.size() <= answered) return;
  for (const std::size_t index : ends) candidates[index].block.has_text = false;
}

/// Whether a title may be one of questions that nobody has answered yet.
bool may_be_topic(const Block& block) {
  return (block.kind == BlockKind::heading || block.kind == BlockKind::bold) && block.has_text &&
         block.asking <= Asking::clause && !block.told && !block.answered && !block.is_answer &&
         !block.never;
}

/// Below a title that asks nothing a list of questions is no text of it, nor do they answer one
/// another; but among troubles it is what to look at. `limit` is where each candidate's text ends.
void leave_out_questions_alone(const Document& document, std::vector<Candidate>& candidates,
                               const std::vector<std::size_t>& limit, About about) {
  SectionOfTroubles section;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Block& block = candidates[i].block;
    const std::size_t begin = candidates[i].found.rest;
    if (block.kind == BlockKind::heading) section.enter(block.level, block.about == troubles);
    if (about == troubles || section.holds() || !may_be_topic(block) || begin >= limit[i] ||
        !is_questions_alone(std::string_view(document.text().text).substr(begin, limit[i] - begin)))
      continue;
    block.has_text = false;
    const std::size_t end = limit[i];
    for (; i + 1 < candidates.size() && candidates[i + 1].block.begin < end; ++i) {
      Block& below = candidates[i + 1].block;
      if (below.kind == BlockKind::paragraph) below.never = true;
    }
  }
}

/// What stands below each candidate: text of its own, and what announces its answer.
void look_below(const Document& document, std::vector<Candidate>& candidates, About about) {
  const std::size_t count = candidates.size();
  // The next of the same level or further out, and the next heading.
  std::vector<std::size_t> open;
  std::vector<std::size_t> limit(count, document.text().text.size());
  std::size_t next_heading = document.text().text.size();
  for (std::size_t i = count; i-- > 0;) {
    const Block& block = candidates[i].block;
    while (!open.empty() && candidates[open.back()].block.level > block.level) open.pop_back();
    // What has an end of its own holds blocks of any level.
    if (block.end != 0)
      limit[i] = block.end;
    else if (!open.empty())
      limit[i] = candidates[open.back()].block.begin;
    limit[i] = std::min(limit[i], next_heading);
    if (block.kind == BlockKind::heading && !block.is_answer) next_heading = block.begin;
    open.push_back(i);
  }
  for (std::size_t i = 0; i < count; ++i) {
    Block& block = candidates[i].block;
    const Found& found = candidates[i].found;
    // Of what has an end of its own its shape knows it.
    const bool known = block.level == level_of_part && block.end != 0;
    if (block.has_text || block.is_answer || block.never || known) continue;
    block.has_text = block.answered;
    if (limit[i] > found.latest_end) limit[i] = found.latest_end;
    const std::size_t last = line_behind(document, limit[i]);
    // A heading over nothing but links is one of contents, or of what to read elsewhere.
    const bool may_hold_links = block.kind == BlockKind::heading && block.asking == Asking::no &&
                                !block.told && !block.counted;
    bool links = false;
    for (std::size_t line = document.line_at(found.rest); !block.has_text && line < last; ++line) {
      if (may_hold_links && is_link_alone(document, line)) {
        links = true;
        continue;
      }
      // No list goes on behind a rule.
      if (block.kind == BlockKind::item && document[line].kind == Kind::rule &&
          !document.is_code(line))
        break;
      block.has_text = is_text(document, line) &&
                       !(block.kind == BlockKind::item && asks_again(document, line, found.link));
    }
    // Items that ask nothing, right below a line that asks: they are its text.
    if (found.paragraph && i + 1 < count) {
      const Block& next = candidates[i + 1].block;
      const std::size_t below = document.skip_blank(document.line_at(found.rest), document.count());
      block.has_text |= next.kind == BlockKind::item && next.asking == Asking::no &&
                        below < document.count() && next.begin == document.byte(below);
    }
    if ((found.link || links) && !block.has_text && !block.boxed) {
      block.never = true;
      block.furniture = Furniture::contents;
    }
  }
  take_text_behind_lists(document, candidates);
  leave_out_questions_alone(document, candidates, limit, about);
  open.clear();
  for (std::size_t i = 0; i < count; ++i) {
    Block& block = candidates[i].block;
    // "Question: …" with its code below and nothing else is an exercise without an answer.
    if (block.kind == BlockKind::label && !block.is_answer && !block.answered)
      candidates[i].found.answer_marked = holds_code_alone(document, candidates[i].found, limit[i]);
    while (!open.empty()) {
      const Block& above = candidates[open.back()].block;
      const bool holds = above.end == 0 ? above.level < block.level : block.begin < above.end;
      if (holds) break;
      open.pop_back();
    }
    if (block.is_answer && block.kind != BlockKind::heading) {
      Candidate* asked = open.empty() ? nullptr : &candidates[open.back()];
      const bool lone_letter = block.kind == BlockKind::label && block.look == 1;
      // "A." is an option, but not behind "Q.".
      if (lone_letter && (asked == nullptr || asked->block.kind != BlockKind::label)) {
        block.is_answer = false;
        block.never = true;
        block.furniture = Furniture::part;
      } else if (asked != nullptr && !asked->block.is_answer && !asked->block.never &&
                 (block.kind == BlockKind::label ||
                  is_answer_label(plain_title(candidates[i].found)))) {
        asked->block.answered = true;
        asked->block.has_text = true;
        if (asked->block.kind == BlockKind::label) {
          asked->block.told = true;
          Found& found = asked->found;
          found.answer_marked = true;
          if (found.paragraph_end > found.rest) {
            const auto begin =
                static_cast<std::size_t>(found.title.data() - document.text().text.data());
            found.title =
                std::string_view(document.text().text).substr(begin, found.paragraph_end - begin);
            found.rest = found.paragraph_end;
          }
        }
      }
    }
    open.push_back(i);
  }
}

/// Where most paragraphs that ask have nothing below them, they are a list of questions, and what
/// stands below the others is the next one, worded otherwise.
void leave_out_lists_of_paragraphs(std::vector<Candidate>& candidates) {
  constexpr std::size_t fewest = 4;
  constexpr std::size_t most = 3;  // bare ones for each that has text
  const auto asks = [](const Candidate& candidate) {
    return candidate.block.kind == BlockKind::paragraph && candidate.found.paragraph &&
           candidate.block.asking == Asking::mark && !candidate.block.counted;
  };
  std::size_t bare = 0;
  std::size_t with_text = 0;
  for (const Candidate& candidate : candidates) {
    if (asks(candidate)) ++(candidate.block.has_text ? with_text : bare);
  }
  if (bare < fewest || bare < most * with_text) return;
  for (Candidate& candidate : candidates) {
    if (asks(candidate)) candidate.block.has_text = false;
  }
}

/// Items without text that stand again further down, with their text, are a table of contents.
void drop_earlier_of_the_same(std::vector<Candidate>& candidates) {
  std::unordered_map<std::string, std::size_t> last;
  std::vector<std::pair<std::size_t, const std::size_t*>> items;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Block& block = candidates[i].block;
    if (block.kind != BlockKind::item || block.never || block.asking == Asking::no) continue;
    std::size_t& place = last[folded_words(plain_inline(candidates[i].found.title))];
    place = i;
    items.emplace_back(i, &place);
  }
  for (const auto& [index, place] : items) {
    Block& block = candidates[index].block;
    if (*place == index) continue;
    if (!block.has_text && candidates[*place].block.has_text) {
      block.never = true;
      block.furniture = Furniture::contents;
    }
  }
}

std::size_t count_paragraphs(const Document& document) {
  std::size_t paragraphs = 0;
  for (std::size_t line = document.body_line(); line < document.count(); ++line) {
    const bool begins = line == 0 || document[line - 1].kind != Kind::text;
    paragraphs += begins && document[line].kind == Kind::text && !document.is_code(line) ? 1U : 0U;
  }
  return paragraphs;
}

/// Where nothing above it speaks of questions, a paragraph that asks is one of its prose: in a
/// page, and in a document where few do.
void drop_prose(const Document& document, std::vector<Candidate>& candidates, About about) {
  constexpr std::size_t few = 8;  // one of so many
  const auto asks = [](const Candidate& candidate) {
    return candidate.block.kind == BlockKind::paragraph && candidate.found.question.empty();
  };
  const auto told = [](const Candidate& candidate) { return candidate.block.told; };
  if (about != nothing || std::ranges::any_of(candidates, told)) return;
  if (!document.is_page()) {
    const auto asking = static_cast<std::size_t>(std::ranges::count_if(candidates, asks));
    if (asking * few >= count_paragraphs(document)) return;
  }
  std::vector<Candidate> kept;
  std::vector<Block> above;
  for (Candidate& candidate : candidates) {
    const Block& block = candidate.block;
    if (block.kind == BlockKind::heading) {
      while (!above.empty() && above.back().level >= block.level) above.pop_back();
      above.push_back(block);
    }
    const bool spoken_of =
        block.about != nothing ||
        std::ranges::any_of(above, [](const Block& one) { return one.about != nothing; });
    if (!asks(candidate) || spoken_of) kept.push_back(std::move(candidate));
  }
  candidates = std::move(kept);
}

/// Whether a file is a deck of which the headings are the fronts of cards: below topics of two
/// levels stand none.
bool is_deck(const Document& document) {
  if (!names_deck(document.text().path)) return false;
  std::set<int> levels;
  for (const Heading& heading : document.headings()) {
    if (!document.is_code(heading.line)) levels.insert(heading.level);
  }
  return levels.size() <= 2;
}

About about_of(const Document& document, std::string_view title) {
  const auto headings = document.headings();
  const std::string& path = document.text().path;
  if (is_deck(document)) return faq;
  const About about =
      about_of_file(path, title, headings.empty() ? std::string_view() : headings.front().title);
  return about == nothing && folder_is_about_questions(path) ? questions : about;
}

/// "### 3. Weft faults" right above "**Q: What is the fault?**" is what that question is called,
/// and no question that nobody answered.
void leave_titles_of_labels(const Document& document, const std::vector<Candidate>& candidates,
                            Decision& decision) {
  const Candidate* title = nullptr;
  std::size_t index_of_title = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (decision.roles[i] != BlockRole::question) continue;
    const Block& block = candidates[i].block;
    if (title != nullptr && block.told && block.level > title->block.level &&
        document.skip_blank(document.line_at(title->found.rest), document.count()) ==
            document.line_at(block.begin))
      decision.roles[index_of_title] = BlockRole::section;
    const bool may_be_title = block.kind == BlockKind::heading && block.asking <= Asking::clause &&
                              !block.told && !block.answered;
    title = may_be_title ? &candidates[i] : nullptr;
    index_of_title = i;
  }
}

}  // namespace

std::vector<Found> find_questions(Document& document, std::string_view title, Listener& listener,
                                  Page* page) {
  constexpr int rounds = 3;  // each mends all that the one before brought to light
  About about = about_of(document, title);
  if (page != nullptr && std::ranges::any_of(page->marked, [](const Candidate& candidate) {
        return candidate.block.told;
      }))
    about = std::max(about, questions);
  const Keyed keyed = take_keyed_questions(document);
  std::vector<Candidate> candidates;
  std::vector<Block> blocks;
  Decision decision;
  for (int round = 0; round < rounds; ++round) {
    candidates = gather(document, page, keyed);
    drop_prose(document, candidates, about);
    look_below(document, candidates, about);
    drop_earlier_of_the_same(candidates);
    leave_out_lists_of_paragraphs(candidates);
    blocks.clear();
    blocks.reserve(candidates.size());
    for (const Candidate& candidate : candidates) blocks.push_back(candidate.block);
    decision = decide(blocks, about, page != nullptr);
    std::vector<std::size_t> hidden;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      // A pair within a fence is no sign that the fence ends there.
      if (decision.roles[i] != BlockRole::question || !candidates[i].found.answer.empty()) continue;
      const std::size_t line = document.line_at(candidates[i].block.begin);
      if (document.is_code(line)) hidden.push_back(line);
    }
    if (hidden.empty()) break;
    document.end_fences_at(hidden);
    if (page == nullptr || round + 1 == rounds) continue;
    page->marked.clear();
    for (Candidate& candidate : candidates) {
      if (!candidate.found.question.empty()) page->marked.push_back(std::move(candidate));
    }
  }
  tell({document.text().path, page == nullptr ? "Markdown" : "HTML",
        [&document](std::size_t byte) { return document.line_at(byte) + 1; }, page != nullptr},
       blocks, about, decision, listener);
  leave_titles_of_labels(document, candidates, decision);
  std::vector<Found> questions;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Block& block = candidates[i].block;
    if (decision.roles[i] == BlockRole::question) {
      questions.push_back(std::move(candidates[i].found));
    } else if (block.kind == BlockKind::bold && block.announces && !questions.empty()) {
      // "**Hard questions:**" is the topic of what follows, and no part of the answer above.
      const std::size_t below =
          document.skip_blank(document.line_at(candidates[i].found.rest), document.count());
      const bool above_question = i + 1 < candidates.size() && below < document.count() &&
                                  candidates[i + 1].block.begin == document.byte(below) &&
                                  decision.roles[i + 1] == BlockRole::question;
      Found& above = questions.back();
      // "**How to say it in an interview:**" right below a question begins its answer.
      const bool begins_answer =
          document.skip_blank(document.line_at(above.rest), document.count()) ==
          document.line_at(block.begin);
      if (above_question || (block.about != nothing && !begins_answer))
        above.latest_end = std::min(above.latest_end, block.begin);
    }
  }
  return questions;
}

}  // namespace answers::markdown
