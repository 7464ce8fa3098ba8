#include "corpus/outline/labelled_text.h"

#include "corpus/characters/characters.h"
#include "corpus/characters/indent.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/labels.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace answers {
namespace {

struct LabelLine {
  std::size_t line = 0;
  LabelKind kind = LabelKind::question;
  char32_t letter = 0;  ///< of a label that is one letter, lower case; 0 for a word
  std::string number{};
  std::string_view rest{};
  bool glued = false;  ///< nothing stands between the letter and the text
};

/// What closes a label that begins with `open`; '\0' for what opens none.
char closing(char open) {
  switch (open) {
    case '[':
      return ']';
    case '(':
      return ')';
    case '<':
      return '>';
    default:
      return '\0';
  }
}

/// "[Q]", "(A3)", "<Q>", "Q - ", "A> ", "Q > ": labels of plain text that Markdown does not have.
std::optional<Label> bracketed_label(std::string_view text) {
  const char close = text.empty() ? '\0' : closing(text.front());
  const bool bracket = close != '\0';
  std::string_view rest = text.substr(bracket ? 1 : 0);
  if (rest.size() < 3 || (rest[0] != 'Q' && rest[0] != 'A')) return std::nullopt;
  Label label;
  label.kind = rest[0] == 'Q' ? LabelKind::question : LabelKind::answer;
  label.lone_letter = true;
  rest.remove_prefix(1);
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789."), rest.size());
  label.number = rest.substr(0, digits);
  rest.remove_prefix(digits);
  if (bracket) {
    if (rest.starts_with(':')) rest.remove_prefix(1);
    if (!rest.starts_with(close)) return std::nullopt;
    rest.remove_prefix(1);
    if (rest.starts_with(':')) rest.remove_prefix(1);
  } else if (rest.starts_with(" - ") || rest.starts_with(" : ") || rest.starts_with(" > ")) {
    rest.remove_prefix(3);
  } else if (rest.starts_with("> ") || rest.starts_with("] ")) {
    rest.remove_prefix(2);
  } else {
    return std::nullopt;
  }
  label.rest = trimmed(rest);
  return label;
}

/// "Q料金は", "A月五百円": a letter right before kana or Chinese signs.
std::optional<Label> glued_label(std::string_view text) {
  constexpr unsigned char first_of_dense = 0xE3;
  constexpr unsigned char last_of_dense = 0xE9;
  if (text.size() < 4 || (text[0] != 'Q' && text[0] != 'A')) return std::nullopt;
  const auto next = static_cast<unsigned char>(text[1]);
  if (next < first_of_dense || next > last_of_dense) return std::nullopt;
  return Label{text[0] == 'Q' ? LabelKind::question : LabelKind::answer, true, {}, text.substr(1)};
}

std::optional<LabelLine> label_line(const PlainText& text, std::size_t line) {
  const std::string_view whole = text.at(line);
  std::optional<Label> label = bracketed_label(whole);
  // ":Q: …" is a field list.
  if (!label) label = leading_label(whole.starts_with(':') ? whole.substr(1) : whole);
  if (!label) label = speaker_label(whole);
  const bool glued = !label;
  if (!label) label = glued_label(whole);
  if (!label) return std::nullopt;
  LabelLine found{line, label->kind, 0, std::string(label->number), label->rest, glued};
  if (label->lone_letter) {
    const std::string folded = folded_words(whole.substr(0, 12));
    found.letter = static_cast<unsigned char>(folded.empty() ? '\0' : folded[0]);
    if (folded.size() > 1 && (folded[0] & 0x80) != 0)
      found.letter = found.letter << 8U | static_cast<unsigned char>(folded[1]);
  }
  return found;
}

/// "Answer. It is hot.": a sentence elsewhere, but not below a question with a label.
std::optional<LabelLine> answer_in_sentence(const PlainText& text, std::size_t line) {
  constexpr std::size_t longest_word = 30;  // bytes
  const std::string_view whole = text.at(line);
  if (whole.substr(0, longest_word).find(". ") == std::string_view::npos) return std::nullopt;
  const std::string emphasised = '*' + std::string(whole);
  const auto label = leading_label(emphasised);
  if (!label || label->kind != LabelKind::answer || label->lone_letter) return std::nullopt;
  return LabelLine{line, label->kind, 0, std::string(label->number),
                   whole.substr(whole.size() - label->rest.size())};
}

template <typename Key>
Key most_frequent(const std::map<Key, std::size_t>& counts) {
  const auto most =
      std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
  return most == counts.end() ? Key{} : most->first;
}

/// A question further in than the others by more than this is quoted.
constexpr std::size_t widest_drift = 3;  // columns

/// Whether a line asks, with a mark or as such do that have none: "予約は必要ですか", "贵吗。".
bool asks_densely(std::string_view line) {
  while (line.ends_with("。")) line.remove_suffix(std::string_view("。").size());
  for (const std::string_view end : {"か", "吗", "呢", "嗎"}) {
    if (line.ends_with(end)) return true;
  }
  return asks(line);
}

/// Letters right before their text are labels where they take turns and ask, and no others stand in
/// the text: "A社" and "Q値" are words.
void leave_out_glued(std::vector<LabelLine>& labels) {
  constexpr std::size_t fewest = 2;
  std::size_t glued = 0;
  std::size_t turns = 0;
  std::size_t asking = 0;
  bool others = false;
  const LabelLine* above = nullptr;
  for (const LabelLine& label : labels) {
    others = others || (!label.glued && label.letter != 0);
    if (!label.glued) continue;
    ++glued;
    const bool answers = above != nullptr && above->kind == LabelKind::question &&
                         label.kind == LabelKind::answer && label.line == above->line + 1;
    turns += answers ? 1U : 0U;
    asking += label.kind == LabelKind::question && asks_densely(label.rest) ? 1U : 0U;
    above = &label;
  }
  if (!others && turns >= fewest && asking >= fewest && asking * 4 >= glued) return;
  std::erase_if(labels, [](const LabelLine& label) { return label.glued; });
}

/// The labels that are of the same kind as most: one letter for questions, one for answers, near
/// the left edge.
std::vector<LabelLine> labels_of(const PlainText& text) {
  std::vector<LabelLine> all;
  std::map<char32_t, std::size_t> letters[2];
  std::map<std::size_t, std::size_t> indents;
  for (std::size_t i = 0; i < text.count(); ++i) {
    if (text.kinds[i] != LineKind::text) continue;
    auto label = label_line(text, i);
    // Right below a question or its paragraph.
    if (!label && !all.empty() && all.back().kind == LabelKind::question &&
        i <= text.next_text(text.paragraph_end(all.back().line)))
      label = answer_in_sentence(text, i);
    if (!label) continue;
    const bool question = label->kind == LabelKind::question;
    if (label->letter != 0) ++letters[question ? 0 : 1][label->letter];
    if (question) ++indents[text.indents[i]];
    all.push_back(std::move(*label));
    if (!question) continue;
    // "Q: Is it? A: Yes."
    LabelLine& asked = all.back();
    const std::size_t mark = asked.rest.find("? ");
    if (mark == std::string_view::npos) continue;
    const auto told = leading_label(asked.rest.substr(mark + 2));
    if (!told || told->kind != LabelKind::answer || told->rest.empty()) continue;
    asked.rest = asked.rest.substr(0, mark + 1);
    all.push_back({i, LabelKind::answer, 0, {}, told->rest});
  }
  leave_out_glued(all);
  const char32_t question_letter = most_frequent(letters[0]);
  const char32_t answer_letter = most_frequent(letters[1]);
  const std::size_t indent = most_frequent(indents);
  std::erase_if(all, [&](const LabelLine& label) {
    const bool question = label.kind == LabelKind::question;
    const bool odd =
        label.letter != 0 && label.letter != (question ? question_letter : answer_letter);
    const std::size_t most = indent + (question ? widest_drift : 2 * widest_drift + 2);
    return odd || text.indents[label.line] > most;
  });
  // A question goes on to the first answer: further "A:" inside that are drives and lists.
  std::vector<LabelLine> labels;
  for (LabelLine& label : all) {
    const bool second = label.kind == LabelKind::answer && label.number.empty() &&
                        !labels.empty() && labels.back().kind == LabelKind::answer;
    if (!second) labels.push_back(std::move(label));
  }
  return labels;
}

struct Pair {
  const LabelLine* question = nullptr;
  const LabelLine* answer = nullptr;  ///< null: none
  std::size_t question_end = 0;       ///< line of the label that follows the question
  std::size_t end = 0;                ///< line of the question or answer that follows the answer
};

bool same_number(const LabelLine& one, const LabelLine& other) {
  return one.number.empty() || other.number.empty() || one.number == other.number;
}

std::vector<Pair> pairs_of(const PlainText& text, const std::vector<LabelLine>& labels) {
  std::vector<Pair> pairs;
  const auto line_of = [&](std::size_t index) {
    return index < labels.size() ? labels[index].line : text.count();
  };
  std::unordered_map<std::string, std::size_t> loose;  // answers that follow no question of theirs
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i].kind == LabelKind::answer) {
      const bool taken = i > 0 && labels[i - 1].kind == LabelKind::question &&
                         same_number(labels[i - 1], labels[i]);
      if (!taken && !labels[i].number.empty()) loose.emplace(labels[i].number, i);
      continue;
    }
    Pair pair{&labels[i], nullptr, line_of(i + 1), line_of(i + 1)};
    if (i + 1 < labels.size() && labels[i + 1].kind == LabelKind::answer &&
        same_number(labels[i], labels[i + 1])) {
      pair.answer = &labels[i + 1];
      pair.end = line_of(i + 2);
    }
    pairs.push_back(pair);
  }
  for (Pair& pair : pairs) {
    const auto found = loose.find(pair.question->number);
    if (pair.answer != nullptr || found == loose.end()) continue;
    pair.answer = &labels[found->second];
    pair.end = line_of(found->second + 1);
  }
  return pairs;
}

/// So many questions above one answer may share it; more are a list.
constexpr std::size_t most_sharing = 3;

/// Leaves out the questions that come again with an answer, and longer lists of questions; gives
/// questions right above another one its answer.
void share_answers(const PlainText& text, std::vector<Pair>& pairs) {
  std::unordered_set<std::string> answered;
  const auto words_of = [&](const Pair& pair) {
    return folded_words(
        text.joined(pair.question->rest, pair.question->line + 1,
                    std::min(text.paragraph_end(pair.question->line), pair.question_end)));
  };
  for (const Pair& pair : pairs) {
    if (pair.answer != nullptr) answered.insert(words_of(pair));
  }
  // Some write no label where the answer follows in paragraphs of its own.
  const auto holds_answer = [&](const Pair& pair) {
    constexpr std::ptrdiff_t fewest = 3;  // lines
    const auto first = static_cast<std::ptrdiff_t>(
        std::min(text.paragraph_end(pair.question->line), pair.question_end));
    return pair.answer == nullptr &&
           std::count(text.kinds.begin() + first,
                      text.kinds.begin() + static_cast<std::ptrdiff_t>(pair.question_end),
                      LineKind::text) >= fewest;
  };
  std::vector<Pair> kept;
  for (std::size_t begin = 0; begin < pairs.size();) {
    std::size_t end = begin;
    if (holds_answer(pairs[begin])) {
      if (!answered.contains(words_of(pairs[begin]))) kept.push_back(pairs[begin]);
      ++begin;
      continue;
    }
    while (end < pairs.size() && pairs[end].answer == nullptr && !holds_answer(pairs[end])) ++end;
    const bool shares = end < pairs.size() && pairs[end].answer != nullptr &&
                        pairs[end].answer->number.empty() && end - begin <= most_sharing;
    for (std::size_t i = begin; i < end; ++i) {
      if (answered.contains(words_of(pairs[i]))) continue;
      if (end - begin > most_sharing && !answered.empty()) continue;
      Pair pair = pairs[i];
      if (shares) {
        pair.answer = pairs[end].answer;
        pair.end = pairs[end].end;
      }
      kept.push_back(pair);
    }
    if (end < pairs.size()) kept.push_back(pairs[end]);
    begin = end + 1;
  }
  pairs = std::move(kept);
}

/// Where an answer that no label follows ends: where the text returns to the left edge while
/// answers hang, or at a row.
std::size_t last_end(const PlainText& text, std::size_t begin, std::size_t label_indent,
                     bool hangs) {
  for (std::size_t line = begin + 1; line < text.count(); ++line) {
    if (text.kinds[line] == LineKind::row) return line;
    if (hangs && text.is_text(line) && text.indents[line] <= label_indent &&
        text.kinds[line - 1] == LineKind::blank)
      return line;
  }
  return text.count();
}

class LabelledText {
 public:
  explicit LabelledText(const PlainText& text)
      : text_(text), labels_(labels_of(text)), outline_(outline_of(text, "labelled text")) {
    std::vector<Pair> pairs = pairs_of(text, labels_);
    const auto answered = static_cast<std::size_t>(
        std::ranges::count_if(pairs, [](const Pair& pair) { return pair.answer != nullptr; }));
    const bool labelled = answered * 10 >= pairs.size() * 3;
    // One that asks and is answered is enough alone.
    const bool sure = text.about != nothing || std::ranges::any_of(pairs, [](const Pair& pair) {
                        return pair.answer != nullptr && ends_in_question_mark(pair.question->rest);
                      });
    if (labelled ? answered >= (sure ? 1U : 2U)
                 : pairs.size() >= (text.about != nothing ? 2U : 3U)) {
      if (labelled) share_answers(text, pairs);
      build(pairs);
    }
  }

  Outline take() { return std::move(outline_); }

 private:
  void build(std::vector<Pair>& pairs) {
    const std::size_t indent = usual_indent(pairs);
    std::vector<TitleBlock> blocks;
    std::unordered_map<std::size_t, std::size_t> cuts;  // by line of a question: of its titles
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const std::size_t line = pairs[i].question->line;
      std::size_t floor = i == 0 ? 0 : pairs[i - 1].question->line + 1;
      if (i > 0 && pairs[i - 1].answer != nullptr && pairs[i - 1].answer->line < line)
        floor = std::max(floor, pairs[i - 1].answer->line + 1);
      blocks.push_back(titles_above(text_, line, floor, indent));
      cuts.emplace(line, blocks.back().line);
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      for (std::uint32_t part = 0; part < blocks[i].path.size(); ++part) {
        Heading section;
        section.level = part + 1;
        section.line = blocks[i].line;
        section.text = pairs[i].question->line;
        section.title = blocks[i].path[part];
        outline_.headings.push_back(std::move(section));
      }
      if (const auto cut = cuts.find(pairs[i].end); cut != cuts.end()) pairs[i].end = cut->second;
      add(pairs[i], indent);
    }
  }

  /// How far most answers' second lines stand from the left.
  std::size_t usual_indent(const std::vector<Pair>& pairs) const {
    std::map<std::size_t, std::size_t> counts;
    for (const Pair& pair : pairs) {
      const std::size_t begin = pair.answer != nullptr ? pair.answer->line : pair.question->line;
      const std::size_t line = text_.next_text(begin + 1);
      if (line < pair.end) ++counts[text_.indents[line]];
    }
    return most_frequent(counts);
  }

  void add(const Pair& pair, std::size_t indent) {
    const std::size_t begin = pair.question->line;
    Heading heading;
    heading.kind = BlockKind::label;
    heading.level = level_of_label;
    heading.line = begin;
    heading.told = true;
    heading.answered = pair.answer != nullptr;
    if (!text_.date.empty()) heading.says().date = text_.date;
    // A bare "Q:" stands above its question.
    const std::size_t first = pair.question->rest.empty() ? text_.next_text(begin + 1) : begin + 1;
    std::size_t question_end = std::min(
        pair.question->rest.empty() ? text_.paragraph_end(first) : text_.paragraph_end(begin),
        pair.question_end);
    if (pair.answer == nullptr && text_.next_text(question_end) >= pair.question_end) {
      // All in one paragraph: the question ends with its mark.
      std::size_t line = begin;
      while (line < question_end && !ends_in_question_mark(text_.at(line))) ++line;
      if (line + 1 < question_end) question_end = line + 1;
    }
    heading.title = text_.joined(pair.question->rest, first, question_end);
    if (pair.answer == nullptr) {
      heading.text = question_end;
      heading.end = pair.end;
    } else {
      heading.text = pair.answer->line + 1;
      heading.lead = pair.answer->rest;
      heading.apart = true;
      heading.end = pair.end;
      if (question_end < pair.question_end) heading.body = body(question_end, pair.question_end);
    }
    if (heading.end == text_.count())
      heading.end =
          last_end(text_, heading.text, text_.indents[begin], indent > text_.indents[begin]);
    outline_.headings.push_back(std::move(heading));
  }

  /// What stands between a question's first paragraph and its answer.
  std::string body(std::size_t first, std::size_t last) const {
    while (last > first && !text_.is_text(last - 1)) --last;
    first = std::min(text_.next_text(first), last);
    std::string text = without_common_indent(text_.as_written(first, last));
    while (text.ends_with('\n')) text.pop_back();
    return text;
  }

  const PlainText& text_;
  std::vector<LabelLine> labels_;
  Outline outline_;
};

}  // namespace

Outline labelled_outline(const PlainText& text) { return LabelledText(text).take(); }

void add_labels(Outline& outline) {
  const PlainText text = look_at_text(*outline.lines);
  Outline labelled = labelled_outline(text);
  std::vector<Heading> all;
  auto heading = outline.headings.begin();
  std::size_t title_end = 0;  // of the last heading proper
  const auto pass = [&](std::size_t line) {
    for (; heading != outline.headings.end() && heading->line < line; ++heading) {
      if (heading->kind == BlockKind::heading) title_end = heading->text;
      all.push_back(std::move(*heading));
    }
  };
  for (Heading& label : labelled.headings) {
    if (!label.answered) continue;
    if (outline.text_of(label.line, label.line + 1).empty()) continue;
    pass(label.line);
    const bool same = heading != outline.headings.end() && heading->line == label.line;
    if (label.line < title_end || (same && heading->kind == BlockKind::heading)) continue;
    if (same) ++heading;  // a bold line with a label is a label
    if (outline.plain_text != nullptr) label.title = outline.plain_text(label.title);
    all.push_back(std::move(label));
  }
  pass(outline.lines->count() + 1);
  // An answer right below its question ends at the next heading.
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].kind == BlockKind::label && (i + 1 == all.size() || all[i].text <= all[i + 1].line))
      all[i].apart = false;
  }
  outline.headings = std::move(all);
}

}  // namespace answers
