#include "corpus/wording/option_key.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/byte_set.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/sixteen_bytes.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/labels.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t most_options = 10;

bool is_option_letter(char byte) {
  const char letter = static_cast<char>(byte | 0x20);
  return letter >= 'a' && letter < static_cast<char>('a' + most_options);
}
std::size_t index_of(char letter) { return static_cast<std::size_t>((letter | 0x20) - 'a'); }

void skip_marks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of("*_# \t`"), text.size()));
}

/// "Option", "choice (", "opción", "вариант": what stands before a letter.
void skip_option_words(std::string_view& text) {
  static constexpr std::array<std::string_view, 14> words = {
      "options", "option", "choices", "choice", "answers", "answer", "letter",
      "opción",  "opcion", "opção",   "opcao",  "вариант", "选项",   "respuesta"};
  for (const std::string_view word : words) {
    if (!starts_with_ignoring_case(text, word)) continue;
    std::string_view rest = text.substr(word.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" :#_-"), rest.size()));
    if (rest.empty() || rest.size() == text.size() - word.size()) return;
    text = rest;
    return;
  }
}

/// One letter with its brackets: takes it away. nullopt, and nothing taken, where there is none.
std::optional<std::size_t> take_letter(std::string_view& text) {
  std::string_view rest = text;
  const bool bracket = rest.starts_with('(') || rest.starts_with('[');
  if (bracket) rest.remove_prefix(1);
  if (rest.empty() || !is_option_letter(rest[0])) return std::nullopt;
  const std::size_t index = index_of(rest[0]);
  rest.remove_prefix(1);
  if (bracket) {
    if (!rest.starts_with(')') && !rest.starts_with(']')) return std::nullopt;
    rest.remove_prefix(1);
  } else if (!rest.empty() && is_word_byte(rest[0])) {
    return std::nullopt;
  }
  text = rest;
  return index;
}

/// What parts two letters of a key.
bool take_separator(std::string_view& text) {
  std::string_view rest = text;
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
  for (const std::string_view word : {"and ", "& ", "or ", "und ", "et ", "y ", "e ", "и ",
                                      ", and ", ",", ";", "/", "&", "+", "、", "，"}) {
    if (!starts_with_ignoring_case(rest, word)) continue;
    rest.remove_prefix(word.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    text = rest;
    return true;
  }
  return false;
}

/// "- **B)** Spruce": the option's letter and text. Letters that count the option as `index`.
std::optional<std::string_view> text_of_option(std::string_view line, std::size_t index) {
  line = trimmed(line);
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ "))
    line = trimmed(line.substr(2));
  if (line.starts_with("[ ]") || line.starts_with("[x]") || line.starts_with("[X]"))
    line = trimmed(line.substr(3));
  skip_marks(line);
  const bool bracket = line.starts_with('(');
  if (bracket) line.remove_prefix(1);
  if (line.size() < 3 || !is_option_letter(line[0]) || index_of(line[0]) != index)
    return std::nullopt;
  line.remove_prefix(1);
  const std::size_t mark = line.starts_with("．") ? std::string_view("．").size() : 1;
  const bool marked = bracket ? line.starts_with(')')
                              : line[0] == '.' || line[0] == ')' || line[0] == ':' || mark > 1;
  if (!marked) return std::nullopt;
  line.remove_prefix(mark);
  while (line.starts_with("**")) line.remove_prefix(2);
  line = trimmed(line);
  return line.empty() ? std::nullopt : std::optional(line);
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

struct Run {
  std::size_t begin = 0;  // in the text, of the first option's line
  std::size_t end = 0;    // behind the last option's line
  std::vector<std::string> options{};
  std::vector<std::size_t> ticked{};  // the options that a sign says are right
  std::vector<std::size_t> bold{};    // and those that are all bold
};

/// An option without the sign that says that it is right: "Mars ✅", "Mars (correct)". The text
/// itself where it has none.
std::string_view without_tick(std::string_view option) {
  // Few options begin or end with what a tick may, and emphasis.
  static constexpr ByteSet around("()*_");
  const auto may_be_ticked = [](char byte) { return around.contains(byte) || (byte & 0x80) != 0; };
  if (option.empty() || !(may_be_ticked(option.front()) || may_be_ticked(option.back())))
    return option;
  for (const std::string_view tick :
       {"✅", "✔️", "✔", "✓", "☑", "(correct)", "(correct answer)", "(right)", "(richtig)",
        "(correcta)", "(correta)", "(correcto)", "(верно)", "(правильно)", "（正确）", "(正确)",
        "（正解）"}) {
    for (const std::string_view bare :
         {option, option.substr(0, option.find_last_not_of("*_") + 1)}) {
      if (bare.ends_with(tick)) return trimmed(bare.substr(0, bare.size() - tick.size()));
    }
    if (option.starts_with(tick)) return trimmed(option.substr(tick.size()));
  }
  return option;
}

/// Adds an option, which `line` is or begins.
void add_option(Run& run, std::string_view line, std::string_view option) {
  const std::size_t index = run.options.size();
  line = trimmed(line);
  if (without_tick(option).size() < option.size()) run.ticked.push_back(index);
  // "**B. Mars**", "B. **Mars**"
  const std::size_t opening = line.find("**");
  const bool bold = opening != line.npos && line.ends_with("**") && opening + 4 < line.size() &&
                    opening <= static_cast<std::size_t>(option.data() - line.data()) &&
                    line.find("**", opening + 2) == line.size() - 2;
  if (bold) run.bold.push_back(index);
  run.options.emplace_back(option);
}

/// The options that are marked as right: by a sign, or one that is bold; none where all are.
const std::vector<std::size_t>* marked_options(const Run& run) {
  if (!run.ticked.empty() && run.ticked.size() < run.options.size()) return &run.ticked;
  return run.bold.size() == 1 && run.options.size() > 1 ? &run.bold : nullptr;
}

/// The last run of lettered options in a text. An option goes on in lines that are no option; a
/// blank line may stand between two. `first_is_bare`: the first line is option A without its
/// letter.
Run last_run(std::string_view text, bool first_is_bare) {
  Run best;
  Run run;
  const auto end_run = [&best, &run] {
    if (run.options.size() >= 2) best = std::move(run);
    run = Run{};
  };
  std::size_t line_number = 0;
  for (std::size_t at = 0; at < text.size(); ++line_number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    auto option = text_of_option(line, run.options.size());
    if (!option && !run.options.empty()) {
      if (auto first = text_of_option(line, 0)) {
        end_run();
        option = first;
      }
    }
    if (!option && line_number == 0 && first_is_bare && !is_blank(line)) option = trimmed(line);
    if (option) {
      if (run.options.empty()) run.begin = at;
      run.end = end;
      add_option(run, line, *option);
    } else if (!is_blank(line) && !run.options.empty()) {
      end_run();
    }
    at = end + 1;
    if (run.options.size() >= most_options) break;
  }
  end_run();
  return best;
}

/// Behind the label of a key's line: "Correct answer: ", "**Answer:** ", "Ответ: ", "The right
/// answer is ". nullopt where it has none.
std::optional<std::string_view> behind_key_label(std::string_view line) {
  skip_marks(line);
  if (line.starts_with("- ") || line.starts_with("> ")) {
    line.remove_prefix(2);
    skip_marks(line);
  }
  for (const std::string_view word : {"the ", "correct ", "right "}) {
    if (starts_with_ignoring_case(line, word)) line.remove_prefix(word.size());
  }
  for (const std::string_view word : {"answer is",
                                      "option is",
                                      "choice is",
                                      "option",
                                      "choice",
                                      "answer key",
                                      "answer(s)",
                                      "key",
                                      "ans",
                                      "correct",
                                      "richtige antwort",
                                      "lösung",
                                      "respuesta correcta",
                                      "resposta correta",
                                      "bonne réponse",
                                      "réponse correcte",
                                      "risposta corretta",
                                      "правильный ответ",
                                      "prawidłowa odpowiedź",
                                      "poprawna odpowiedź",
                                      "doğru cevap",
                                      "正确答案",
                                      "正解",
                                      "정답"}) {
    if (!starts_with_ignoring_case(line, word)) continue;
    std::string_view rest = line.substr(word.size());
    while (rest.starts_with('*') || rest.starts_with('_')) rest.remove_prefix(1);
    const bool says = word.ends_with(" is");
    const bool colon = rest.starts_with(':') || rest.starts_with("：") || rest.starts_with('=');
    if (!colon && !says) continue;
    if (colon) rest.remove_prefix(rest.starts_with("：") ? std::string_view("：").size() : 1);
    skip_marks(rest);
    return rest;
  }
  if (const auto label = leading_label(line); label && label->kind == LabelKind::answer) {
    std::string_view rest = label->rest;
    skip_marks(rest);
    return rest;
  }
  return std::nullopt;
}

/// folded_words() of a text; of a long one their beginning, longer than `enough` bytes.
std::string first_folded_words(std::string_view text, std::size_t enough) {
  std::size_t size = 4 * enough + 200;
  if (size < text.size()) {
    while (size > 0 && (text[size] & 0xC0) == 0x80) --size;
    std::string words = folded_words(text.substr(0, size));
    if (words.size() > enough) return words;
  }
  return folded_words(text);
}

/// Puts the text of the right options before the answer as it was written; a letter alone gives way
/// to it. False where `key` names none of the options.
bool put_right_options(std::string_view key, std::string_view written, const Run& run,
                       Record& record) {
  const auto found = leading_option_key(key, run.options.size());
  if (!found) return false;
  std::string answer;
  for (const std::size_t index : found->options) {
    if (!answer.empty()) answer += '\n';
    answer += run.options[index];
  }
  std::string_view rest = found->rest;
  while (rest.ends_with('*') || rest.ends_with('_')) rest.remove_suffix(1);
  written = trimmed(written);
  // "b) Spruce" says it already.
  const std::string right = folded_words(answer);
  const std::string said = first_folded_words(rest, right.size());
  const bool says_it = !rest.empty() && said.starts_with(right);
  if (says_it && said != right) {
    answer = written;  // … and more
  } else if (says_it) {
    const std::string_view below = trimmed(written.substr(first_line(written).size()));
    if (!below.empty() && first_folded_words(below, right.size()) != right)
      answer.append("\n\n").append(below);
  } else if (first_folded_words(written, 1).size() > 1 &&
             (!rest.empty() || written != trimmed(key))) {
    answer.append("\n\n").append(written);
  }
  record.answer = std::move(answer);
  return true;
}

/// "Which is red? a) Venus b) Mars", where the answer is a key alone: the options move to the body.
bool settle_options_in_question(Record& record) {
  const std::string answer(trimmed(record.answer));
  const std::string_view line = first_line(answer);
  const std::string_view key = behind_key_label(line).value_or(line);
  if (key.size() > 40 || !leading_option_key(key, most_options)) return false;
  const std::string_view question = record.question;
  Run run;
  std::size_t begin = 0;
  for (std::size_t at = 1; at + 2 < question.size(); ++at) {
    const auto expected = static_cast<char>('a' + run.options.size());
    const bool starts =
        question[at - 1] == ' ' && is_letter(question[at]) && (question[at] | 0x20) == expected &&
        (question[at + 1] == ')' || question[at + 1] == '.') && question[at + 2] == ' ';
    if (!starts) continue;
    if (run.options.empty()) run.begin = at;
    if (!run.options.empty()) run.options.back() = trimmed(question.substr(begin, at - begin));
    begin = at + 2;
    run.options.emplace_back(trimmed(question.substr(begin)));
  }
  if (run.options.size() < 2 || is_blank(question.substr(0, run.begin))) return false;
  if (!put_right_options(key, answer, run, record)) return false;
  std::string options;
  for (std::size_t i = 0; i < run.options.size(); ++i)
    options += (i == 0 ? "- " : "\n- ") + std::string(1, static_cast<char>('A' + i)) + ") " +
               run.options[i];
  record.question = std::string(trimmed(question.substr(0, run.begin)));
  if (!record.body.empty()) options.insert(0, record.body + "\n\n");
  record.body = std::move(options);
  return true;
}

/// Whether a text may hold a second option, "B." or "b)": most show at once that they hold none.
bool may_hold_options(std::string_view text) {
  return find_pair(text, 0, [](const Sixteen& letter, const Sixteen& mark) {
           return ((letter | 0x20) == 'b') &
                  ((mark == '.') | (mark == ')') | (mark == ':') | (mark == 0xEF));  // "．"
         }) < text.size();
}

/// Options at the head of the answer that are marked as right themselves ("B) Mars ✅", "**B)
/// Mars**"): they are the answer, with what stands below all.
void settle_marked_options(Record& record) {
  const std::string answer(trimmed(record.answer));
  const Run run = last_run(answer, false);
  const auto* const marked = marked_options(run);
  if (marked == nullptr || run.begin != 0) return;
  record.answer.clear();
  for (const std::size_t index : *marked) {
    std::string_view option = without_tick(run.options[index]);
    option = option.substr(0, option.find_last_not_of("*_ ") + 1);
    option.remove_prefix(std::min(option.find_first_not_of("*_ "), option.size()));
    record.answer.append(record.answer.empty() ? "" : "\n").append(option);
  }
  const std::string_view below = trimmed(std::string_view(answer).substr(run.end));
  if (!below.empty()) record.answer.append("\n\n").append(below);
  if (!record.body.empty()) record.body += "\n\n";
  record.body.append(answer, 0, run.end);
}

}  // namespace

std::optional<OptionKey> leading_option_key(std::string_view text, std::size_t count) {
  count = std::min(count, most_options);
  text = trimmed(text);
  skip_marks(text);
  skip_option_words(text);
  OptionKey key;
  const auto add = [&](std::size_t index) {
    if (index >= count) return false;
    if (std::ranges::find(key.options, index) == key.options.end()) key.options.push_back(index);
    return true;
  };
  // "ACD": letters in capitals, ascending.
  std::size_t run = 0;
  while (run < text.size() && is_upper(text[run])) ++run;
  if (run >= 2 && run <= count && (run == text.size() || !is_word_byte(text[run])) &&
      std::ranges::is_sorted(text.substr(0, run)) && index_of(text[run - 1]) < count &&
      std::ranges::adjacent_find(text.substr(0, run)) == text.substr(0, run).end()) {
    const std::string_view line = first_line(text.substr(run));
    if (line.find_first_not_of("*_ .)]\t") == std::string_view::npos) {
      for (const char letter : text.substr(0, run)) add(index_of(letter));
      key.rest = trimmed(text.substr(run + line.size()));
      return key;
    }
  }
  std::string_view rest = text;
  const auto first = take_letter(rest);
  if (!first || !add(*first)) return std::nullopt;
  const bool bracketed = text.starts_with('(') || text.starts_with('[');
  for (;;) {
    std::string_view next = rest;
    if (!take_separator(next)) break;
    skip_marks(next);
    skip_option_words(next);
    const auto letter = take_letter(next);
    if (!letter || !add(*letter)) break;
    rest = next;
  }
  // What follows must part the key from what is no key.
  std::string_view behind = rest;
  while (behind.starts_with('*') || behind.starts_with('_') || behind.starts_with('`'))
    behind.remove_prefix(1);
  const bool ends = behind.empty() || behind[0] == '\n';
  const bool marked =
      !behind.empty() && std::string_view(".):]").find(behind[0]) != std::string_view::npos;
  const bool dash = behind.starts_with(" - ") || behind.starts_with(" – ") ||
                    behind.starts_with(" — ") || behind.starts_with(" (");
  if (!ends && !marked && !dash && !bracketed && !trimmed(first_line(behind)).empty())
    return std::nullopt;
  if (marked) behind.remove_prefix(1);
  if (dash && !behind.starts_with(" (")) behind = trimmed(behind.substr(behind.find(' ', 1)));
  std::ranges::sort(key.options);
  key.rest = trimmed(behind);
  return key;
}

void settle_lettered_options(Record& record) {
  if (record.answer.empty() ||
      (!may_hold_options(record.body) && !may_hold_options(record.answer) &&
       !may_hold_options(record.question)))
    return;
  if (Run run = last_run(record.body, false); !run.options.empty()) {
    const std::string_view answer = trimmed(record.answer);
    const std::string_view line = first_line(answer);
    const auto labelled = behind_key_label(line);
    // Without a label a letter may be the text of an option as well.
    if (!labelled && std::ranges::any_of(run.options, [answer](const std::string& option) {
          return trimmed(option) == answer || trimmed(option) == first_line(answer);
        }))
      return;
    std::string_view key = labelled.value_or(line);
    // "Answer:" with its letter in the next line.
    if (labelled && trimmed(key).empty()) key = first_line(trimmed(answer.substr(line.size())));
    put_right_options(std::string(key), std::string(answer), run, record);
    return;
  }
  if (settle_options_in_question(record)) return;
  // The options stand at the head of the answer, their key below them.
  const std::string answer(trimmed(record.answer));
  for (const bool bare : {false, true}) {
    const Run run = last_run(answer, bare);
    if (run.options.empty() || run.begin != 0) continue;
    // A fold or a label may stand before the key.
    const std::string_view below = trimmed(std::string_view(answer).substr(run.end));
    const std::string_view rest = trimmed(trim_answer(below));
    const std::string_view line = first_line(rest);
    const auto key = rest.size() < below.size() && !behind_key_label(line) ? std::optional(line)
                                                                           : behind_key_label(line);
    if (!key) continue;
    const std::string options = answer.substr(0, run.end);
    if (!put_right_options(*key, rest, run, record)) continue;
    if (!record.body.empty()) record.body += "\n\n";
    record.body += (bare ? "A. " : "") + options;
    return;
  }
  settle_marked_options(record);
}

bool is_options_alone(std::string_view text) {
  text = trimmed(text);
  if (!text_of_option(first_line(text), 0)) return false;
  const Run run = last_run(text, false);
  return run.begin == 0 && run.end == text.size() && !run.options.empty() &&
         marked_options(run) == nullptr;
}

}  // namespace answers
