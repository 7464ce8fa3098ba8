#include "corpus/markdown/pairing.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/listener.h"
#include "corpus/markdown/body_and_answer.h"
#include "corpus/markdown/file_as_question.h"
#include "corpus/markdown/link_definitions.h"
#include "corpus/markdown/slug.h"
#include "corpus/outline/sections.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/comment_fields.h"
#include "corpus/wording/counting_letters.h"
#include "corpus/wording/difficulty.h"
#include "corpus/wording/option_key.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/written_signs.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace answers::markdown {
namespace {

struct TopicText {
  std::string name{};
  std::string difficulty{};  ///< of all questions below
};

/// A topic's name, and what it says of the difficulty of its questions: by its name ("Advanced"),
/// or in a line below it ("Difficulty: *easy*").
TopicText text_of_topic(const Document& document, const Heading& heading) {
  constexpr std::size_t most_lines = 8;
  constexpr std::size_t longest_line = 60;  // bytes
  constexpr std::size_t longest_count = 3;  // digits: "2024" is a topic
  TopicText topic;
  topic.name = clean_heading(heading.whole);
  if (topic.name.size() <= longest_count && std::ranges::all_of(topic.name, is_digit))
    topic.name.clear();  // it counts the question below
  std::string& difficulty = topic.difficulty;
  difficulty = difficulty_named(topic.name);
  for (std::size_t line = heading.end_line; line < heading.end_line + most_lines; ++line) {
    if (!difficulty.empty() || line >= document.count()) break;
    if (document[line].kind == Kind::heading || document[line].code != Code::no) break;
    const std::string_view whole = document.content(line);
    const std::size_t colon = whole.substr(0, longest_line).find(':');
    if (colon == std::string_view::npos || whole.size() > longest_line) continue;
    Record said;
    const std::string value = difficulty_named(plain_inline(whole.substr(colon + 1)));
    if (!value.empty() && set_field(said, plain_inline(whole.substr(0, colon)), value))
      difficulty = said.difficulty;
  }
  return topic;
}

/// Levels whose headings stand directly above a question somewhere: there they are topics.
std::array<bool, 8> levels_of_topics(const Document& document,
                                     const std::vector<Found>& questions) {
  std::array<bool, 8> levels{};
  std::size_t next = 0;
  for (const Heading& heading : document.headings()) {
    if (document.is_code(heading.line)) continue;
    const std::size_t begin = document.byte(heading.line);
    while (next < questions.size() && questions[next].begin < begin) ++next;
    if (next == questions.size()) break;
    if (questions[next].begin == begin) continue;
    const std::size_t below = document.skip_blank(heading.end_line, document.count());
    if (below < document.count() && document.byte(below + 1) > questions[next].begin)
      levels[static_cast<std::size_t>(heading.level)] = true;
  }
  return levels;
}

/// The beginning of a body, in one line: the question of a heading that has none ("#### Q20").
std::string first_words_of(std::string_view body) {
  constexpr std::size_t enough = 200;  // bytes
  std::string words;
  while (!body.empty() && words.size() < enough) {
    const std::string_view line = trimmed(body.substr(0, body.find('\n')));
    body.remove_prefix(std::min(body.size(), std::min(body.find('\n'), body.size() - 1) + 1));
    if (line.starts_with("```") || line.starts_with("~~~") || line.empty()) continue;
    if (line.starts_with("- [") && !words.empty()) break;
    if (!words.empty()) words += ' ';
    words += line;
  }
  return clean_question(words).text;
}

/// What tells questions apart that share a title: "What's the output?". A hash of 64 bits.
std::uint64_t key_of(std::string_view question, std::string_view body) {
  const std::string key = folded_words(question) + '\n' + folded_words(body);
  return XXH3_64bits(key.data(), key.size());
}

/// The questions that are answered, from word to word. In most documents nobody asks for them.
class Answered {
 public:
  void add(const Record& record) {
    constexpr std::size_t longest_kept = 1000;  // bytes: what is longer is not held twice
    if (record.question.size() + record.body.size() > longest_kept)
      keys_.insert(key_of(record.question, record.body));
    else
      texts_.emplace_back(record.question, record.body);
  }

  /// Adds a question; false where it is there.
  bool add_new(const Record& record) {
    for (const auto& [question, body] : texts_) keys_.insert(key_of(question, body));
    texts_.clear();
    return keys_.insert(key_of(record.question, record.body)).second;
  }

 private:
  std::vector<std::pair<std::string, std::string>> texts_{};
  std::unordered_set<std::uint64_t> keys_{};
};

/// Without the short bold paragraphs at the end of what a list item holds: they are topics of the
/// items that follow ("**Decision trees**", "7、 最优化问题").
std::size_t without_bold_topics(const Document& document, std::size_t begin, std::size_t end) {
  constexpr std::size_t longest_topic = 80;  // bytes
  while (end > begin) {
    std::size_t line = document.line_at(end - 1);
    while (document.byte(line) > begin && document[line].kind == Kind::blank) --line;
    const std::string_view text = trimmed(document.whole(line));
    const bool bold =
        text.size() > 4 && text.starts_with("**") && text.find("**", 2) == text.size() - 2;
    const bool numbered = document[line].kind == Kind::text && leading_number(text).size > 0 &&
                          !text.ends_with('.') && !text.ends_with("。");
    if (text.size() > longest_topic || (!bold && !numbered) || document.byte(line) <= begin ||
        document[line].indent > 0)
      return end;
    end = document.byte(line);
  }
  return end;
}

void set_row_fields(const Found& found, Record& record) {
  for (const auto& [name, value] : found.fields) {
    std::vector<std::string> path = record.section;
    set_field(record, name, value);
    if (record.section == path) continue;
    // A section in a column stands below those of the headings.
    path.push_back(std::move(record.section.back()));
    record.section = std::move(path);
  }
}

void fill(const Document& document, const Found& found, std::size_t end, Record& record) {
  const TextLines& text = document.text();
  QuestionText question =
      clean_question(found.question.empty() ? found.title : std::string_view(found.question));
  if (!found.answer.empty()) {
    record.answer = trim_answer(found.answer);
    record.body = trim_answer(found.answer_body);
  } else {
    BodyAndAnswer parts = body_and_answer(document, found, end);
    record.body = std::move(parts.body);
    record.answer = std::move(parts.answer);
  }
  record.question = found.lettered ? std::string(behind_counting_letter(question.text))
                                   : std::move(question.text);
  // "## Question 7" alone: its first paragraph asks.
  if (record.question.empty() && is_blank(record.body) && !question.number.empty()) {
    const std::size_t paragraph = record.answer.find("\n\n");
    if (paragraph != std::string::npos && !record.answer.starts_with("```")) {
      record.body = record.answer.substr(0, paragraph);
      record.answer = trim_answer(record.answer.substr(paragraph));
      record.question = first_words_of(record.body);
      if (folded_words(record.question) == folded_words(record.body)) record.body.clear();
    }
  }
  if (record.question.empty()) record.question = first_words_of(record.body);
  if (record.question.empty()) record.question = words_of_name(text.path);
  if (!question.difficulty.empty()) record.difficulty = std::move(question.difficulty);
  if (!question.source.empty()) record.source = std::move(question.source);
  if (!question.anchor.empty()) record.url.assign("#").append(question.anchor);
  set_row_fields(found, record);
  const std::size_t first = document.line_at(found.begin);
  std::size_t last = document.line_at(std::max(end, found.begin + 1) - 1);
  while (last > first && document[last].kind == Kind::blank) --last;
  record.place = {text.path, first + 1, last + 1, text.bytes_in_file[first],
                  text.bytes_in_file[last] + text.line(last).size()};
}

}  // namespace

Outline::Outline(const Document& document, std::vector<Found> questions) : document_(&document) {
  const auto topic_levels = levels_of_topics(document, questions);
  int deepest_topic = 0;
  for (int level = 1; level < 7; ++level) {
    if (topic_levels[static_cast<std::size_t>(level)]) deepest_topic = level;
  }
  const std::size_t end_of_text = document.text().text.size();
  std::size_t topic = none;  // the innermost that is open
  const auto level_of_topic = [&] { return topic == none ? 0 : topics_[topic].heading->level; };
  const auto open_topic = [&](const Heading& heading) {
    while (level_of_topic() >= heading.level) topic = topics_[topic].above;
    if (heading.furniture != Furniture::none || heading.announces_answer) return;
    topics_.push_back({&heading, topic});
    topic = topics_.size() - 1;
  };
  const auto headings = document.headings();
  std::size_t next_heading = 0;
  bool open = false;     // whether the last placed question still takes lines
  int answer_level = 7;  // of the heading that announces its answer
  const auto end_at = [&](std::size_t byte) {
    if (open)
      placed_.back().end =
          std::min({placed_.back().found.end, placed_.back().found.latest_end, byte});
    open = false;
  };
  const auto pass_headings = [&](std::size_t until, bool questions_follow) {
    for (; next_heading < headings.size(); ++next_heading) {
      const Heading& heading = headings[next_heading];
      const std::size_t begin = document.byte(heading.line);
      if (begin >= until) break;
      if (document.is_code(heading.line)) continue;
      if (!placed_.empty()) {
        const Found& question = placed_.back().found;
        // A note is a section of those below it.
        if (question.begin == begin && sections_are_taken()) open_topic(heading);
        if (question.begin == begin || begin < question.rest || begin < question.at_least)
          continue;  // its own
        if (question.end != Found::open && begin < question.end) continue;
        if (open) {
          // Whatever is folded up below the question belongs to its answer.
          const Range* fold = document.fold_at(heading.line);
          if (fold != nullptr && document.byte(fold->first) > question.begin) continue;
          const bool deeper = question.level < 7 ? heading.level > question.level
                                                 : heading.level > deepest_topic && topic != none &&
                                                       heading.level > level_of_topic() &&
                                                       heading.furniture != Furniture::project;
          const bool part = heading.furniture == Furniture::part;
          // Under an answer's own heading stands what is not shallower than that.
          const bool under_answer =
              heading.level >= answer_level && heading.furniture != Furniture::project;
          // "# Answers" above other headings is the topic of all that follow.
          const std::size_t below = document.skip_blank(heading.end_line, document.count());
          const bool below_topic = heading.level > level_of_topic();
          const bool answers = heading.announces_answer &&
                               (question.level < 7 || (below_topic && below < document.count() &&
                                                       document[below].kind != Kind::heading));
          const bool stays = deeper || under_answer || answers ||
                             (part && (heading.level == question.level || questions_follow));
          if (answers) answer_level = std::min(answer_level, heading.level);
          if (stays) continue;
          end_at(begin);
        }
      }
      open_topic(heading);
    }
  };
  for (Found& question : questions) {
    if (!placed_.empty() && question.begin < placed_.back().found.begin) continue;
    pass_headings(question.begin, true);
    if (open && placed_.back().found.list_item) {
      const Found& item = placed_.back().found;
      end_at(without_bold_topics(document, item.rest, std::min(item.latest_end, question.begin)));
    }
    end_at(question.begin);
    // Topics above are those shallower than a heading that asks.
    std::size_t above = topic;
    while (above != none && topics_[above].heading->level >= question.level)
      above = topics_[above].above;
    placed_.push_back({std::move(question), end_of_text, above});
    open = true;
    answer_level = 7;
  }
  pass_headings(end_of_text, false);
  end_at(end_of_text);
  for (Placed& placed : placed_) placed.end = std::max(placed.end, placed.found.rest);
}

namespace {

/// How often a pointer elsewhere has to stand to be none of the answers.
constexpr std::size_t often = 3;

/// A line that links elsewhere, without its digits; empty for any other text. The same one below
/// question after question is no answer ("Read the answer on our site").
std::string elsewhere(std::string_view text) {
  constexpr std::size_t longest = 300;  // bytes
  text = trimmed(text);
  if (text.size() > longest) return {};
  const bool links = text.find("](") != std::string_view::npos ||
                     text.find("<a ") != std::string_view::npos ||
                     text.find("://") != std::string_view::npos;
  if (!links || text.find('\n') != std::string_view::npos) return {};
  std::string words(text);
  std::erase_if(words, is_digit);
  return words;
}

}  // namespace

void Outline::deliver_all(const Record& defaults, Listener& listener) const {
  std::unordered_map<std::string, std::size_t> pointers;  // how many questions each answers
  std::size_t with_options = 0;                           // and nothing else
  const auto text_below = [this](const Placed& placed) {
    if (placed.end <= placed.found.rest || !placed.found.answer.empty()) return std::string_view();
    return std::string_view(document_->text().text)
        .substr(placed.found.rest, placed.end - placed.found.rest);
  };
  for (const Placed& placed : placed_) {
    const std::string_view below = text_below(placed);
    std::string words = elsewhere(below);
    if (!words.empty()) ++pointers[std::move(words)];
    with_options += is_options_alone(below) ? 1U : 0U;
  }
  // Of a quiz without a key options are no answers.
  const bool without_key = with_options > 1 && 2 * with_options > placed_.size();
  std::erase_if(pointers, [](const auto& pointer) { return pointer.second < often; });
  const LinkDefinitions definitions(*document_);
  std::optional<Slugs> slugs;  // where a heading is a question
  Answered answered;
  // A table of contents in the questions' own syntax has no answers: what is answered somewhere, or
  // was unanswered before, is not told of as unanswered. So from the first unanswered one on all
  // wait for the end.
  std::vector<Record> waiting;
  std::vector<std::optional<TopicText>> texts(topics_.size());  // of topics that hold questions
  for (const Placed& placed : placed_) {
    Record record = defaults;
    fill(*document_, placed.found, placed.end, record);
    if (without_key && is_options_alone(text_below(placed))) {
      record.body = trim_answer(text_below(placed));
      record.answer.clear();
    }
    if (!document_->is_page()) {
      resolve_written_signs(record.body);
      resolve_written_signs(record.answer);
    }
    definitions.settle(record.body);
    definitions.settle(record.answer);
    if (!pointers.empty() && pointers.contains(elsewhere(record.answer))) record.answer.clear();
    std::string difficulty;
    std::vector<std::string> section;
    for (std::size_t topic = placed.topic; topic != none; topic = topics_[topic].above) {
      auto& text = texts[topic];
      if (!text) text = text_of_topic(*document_, *topics_[topic].heading);
      if (!text->name.empty()) section.push_back(text->name);
      if (difficulty.empty()) difficulty = text->difficulty;
    }
    record.section.insert(
        record.section.begin() + static_cast<std::ptrdiff_t>(defaults.section.size()),
        std::make_move_iterator(section.rbegin()), std::make_move_iterator(section.rend()));
    if (record.difficulty.empty()) record.difficulty = std::move(difficulty);
    if (record.url.empty() && placed.found.level < 7 && !document_->is_page() &&
        placed.found.title.size() <= Slugs::longest_title) {
      if (!slugs) slugs.emplace(*document_);
      record.url.assign("#").append(slugs->of_heading_at(document_->line_at(placed.found.begin)));
    }
    const bool unanswered = is_placeholder(record.answer);
    if (!unanswered) answered.add(record);
    if (unanswered || !waiting.empty()) {
      waiting.reserve(placed_.size());
      waiting.push_back(std::move(record));
    } else {
      deliver(std::move(record), listener);
    }
  }
  for (Record& record : waiting) {
    if (is_placeholder(record.answer) && !answered.add_new(record)) continue;
    deliver(std::move(record), listener);
  }
}

}  // namespace answers::markdown
