#include "corpus/data/gift_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/listener.h"
#include "corpus/markup/html_text.h"
#include "corpus/markup/prompt_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

std::string extension_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string() : lower_ascii(path.substr(dot));
}

/// The first of `signs` from `at` on that no backslash stands before; text.size(): none.
std::size_t find_sign(std::string_view text, std::string_view signs, std::size_t at) {
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (signs.find(text[at]) != std::string_view::npos) {
      return at;
    }
  }
  return text.size();
}

std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' || at + 1 == text.size()) {
      plain += text[at];
      continue;
    }
    const char next = text[++at];
    if (next == 'n') {
      plain += '\n';
    } else {
      if (std::string_view("~=#{}:").find(next) == std::string_view::npos) plain += '\\';
      plain += next;
    }
  }
  return plain;
}

/// A text behind the name of its format ("[html]"), as Markdown.
std::string text_of(std::string_view text, bool html = false) {
  text = trimmed(text);
  for (const std::string_view format : {"[html]", "[moodle]", "[plain]", "[markdown]"}) {
    if (!text.starts_with(format)) continue;
    html = format == "[html]" || format == "[moodle]";
    text = trimmed(text.substr(format.size()));
  }
  const std::string plain = unescaped(text);
  return html && plain.find('<') != std::string::npos ? html_to_markdown(plain)
                                                      : std::string(trimmed(plain));
}

struct Choice {
  bool right = false;
  std::string text{};
};

/// What stands between the braces of a question.
struct Answers {
  std::vector<Choice> choices{};
  bool offers = false;  ///< wrong ones, too: the choices are options
  std::string feedback{};
};

/// "1822:5" is 1822 ± 5, "1..5" is 1–5.
std::string number_text(std::string_view text) {
  text = trimmed(text.substr(0, find_sign(text, "#", 0)));
  if (const std::size_t range = text.find(".."); range != std::string_view::npos)
    return std::string(trimmed(text.substr(0, range))) + "–" +
           std::string(trimmed(text.substr(range + 2)));
  if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
    const std::string_view tolerance = trimmed(text.substr(colon + 1));
    std::string number(trimmed(text.substr(0, colon)));
    return tolerance == "0" ? number : number + " ± " + std::string(tolerance);
  }
  return std::string(text);
}

Answers answers_of(std::string_view inner, bool html) {
  Answers answers;
  inner = trimmed(inner);
  if (const std::size_t general = inner.find("####"); general != std::string_view::npos) {
    answers.feedback = text_of(inner.substr(general + 4), html);
    inner = trimmed(inner.substr(0, general));
  }
  if (inner.empty()) return answers;
  const std::string_view word = trimmed(inner.substr(0, find_sign(inner, "#", 0)));
  const std::string lower = lower_ascii(word);
  if (lower == "t" || lower == "true" || lower == "f" || lower == "false") {
    answers.choices.push_back({true, lower[0] == 't' ? "True" : "False"});
    return answers;
  }
  const bool numeric = inner.starts_with('#');
  if (numeric) inner = trimmed(inner.substr(1));
  if (numeric && find_sign(inner, "=~", 0) == inner.size()) {
    answers.choices.push_back({true, number_text(inner)});
    return answers;
  }
  for (std::size_t at = find_sign(inner, "=~", 0); at < inner.size();) {
    // "->" holds no '=', and a feedback may hold any sign but these two.
    const std::size_t end = find_sign(inner, "=~", at + 1);
    std::string_view one = inner.substr(at + 1, end - at - 1);
    Choice choice{inner[at] == '=', {}};
    one = trimmed(one);
    if (one.starts_with('%')) {
      const std::size_t close = one.find('%', 1);
      if (close != std::string_view::npos) {
        const std::string_view weight = one.substr(1, close - 1);
        choice.right =
            !weight.starts_with('-') && weight.find_first_of("123456789") != std::string_view::npos;
        one.remove_prefix(close + 1);
      }
    }
    answers.offers = answers.offers || inner[at] == '~';
    one = one.substr(0, find_sign(one, "#", 0));
    choice.text = numeric ? number_text(one) : text_of(one, html);
    if (const std::size_t arrow = choice.text.find("->"); arrow != std::string::npos)
      choice.text = std::string(trimmed(std::string_view(choice.text).substr(0, arrow))) + " → " +
                    std::string(trimmed(std::string_view(choice.text).substr(arrow + 2)));
    if (!choice.text.empty()) answers.choices.push_back(std::move(choice));
    at = end;
  }
  return answers;
}

void tell_quiz(Record record, std::string_view question, const Answers& answers,
               Listener& listener) {
  set_prompt(question, record);
  std::string options;
  std::string right;
  for (std::size_t i = 0; i < answers.choices.size(); ++i) {
    const Choice& choice = answers.choices[i];
    if (answers.offers)
      options += (options.empty() ? "- " : "\n- ") +
                 std::string(1, static_cast<char>('A' + i % 26)) + ") " + choice.text;
    if (choice.right) right += (right.empty() ? "" : "\n") + choice.text;
  }
  add_body(options, record);
  if (!right.empty() && !answers.feedback.empty()) right += "\n\n" + answers.feedback;
  record.answer = std::move(right);
  deliver(std::move(record), listener);
}

class Gift {
 public:
  explicit Gift(Input& input) : lines_(read_text(input)), listener_(input.listener()) {
    for (std::size_t i = 0; i < lines_.count(); ++i) {
      const std::string_view line = trimmed(lines_.line(i));
      // Comments go, their lines stay, so that places are right.
      text_ += line.starts_with("//") ? std::string_view(" \x01") : lines_.line(i);
      text_ += '\n';
      begins_.push_back(text_.size());
    }
  }

  void read() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string_view line = trimmed(std::string_view(text_).substr(at, end - at));
      if (line.empty() || line[0] == '\x01') {
        at = end + 1;
      } else if (line.starts_with("$CATEGORY:")) {
        set_category(trimmed(line.substr(10)));
        at = end + 1;
      } else {
        at = read_question(at);
      }
    }
  }

 private:
  void set_category(std::string_view path) {
    for (const std::string_view root : {"$course$", "$system$", "top", "/"}) {
      if (path.starts_with(root)) path.remove_prefix(root.size());
      while (path.starts_with('/')) path.remove_prefix(1);
    }
    section_.clear();
    while (!path.empty()) {
      const std::size_t end = std::min(path.find('/'), path.size());
      if (const auto part = trimmed(path.substr(0, end)); !part.empty())
        section_.emplace_back(part);
      path.remove_prefix(std::min(path.size(), end + 1));
    }
  }

  std::size_t line_of(std::size_t at) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(begins_, at) - begins_.begin());
  }

  /// Reads what begins at `at`; where the next one may begin.
  std::size_t read_question(std::size_t at) {
    const std::string_view all = text_;
    const std::size_t begin = at;
    std::string_view title;
    if (const std::size_t colons = all.find_first_not_of(" \t", at);
        all.substr(colons).starts_with("::")) {
      std::size_t close = colons + 2;
      while (close < all.size() && all[close] != '\n' && !all.substr(close).starts_with("::"))
        close += all[close] == '\\' ? 2U : 1U;
      if (close < all.size() && all[close] == ':') {
        title = all.substr(colons + 2, close - colons - 2);
        at = close + 2;
      }
    }
    const std::size_t blank = end_of_block(at);
    const std::size_t open = find_sign(all.substr(0, blank), "{", at);
    if (open >= blank) return blank;  // a description
    const std::size_t close = find_sign(all, "}", open + 1);
    if (close >= all.size()) {
      listener_.on_trouble(
          {lines_.path, line_of(begin) + 1, "a '{' that is never closed", "the rest was left out"});
      return all.size();
    }
    const std::size_t end = end_of_block(close + 1);
    const std::string_view before = all.substr(at, open - at);
    const std::string_view behind = trimmed(all.substr(close + 1, end - close - 1));
    std::string whole(before);
    if (!folded_words(behind).empty()) whole += "_____ " + std::string(behind);
    std::erase(whole, '\x01');
    std::string inner(all.substr(open + 1, close - open - 1));
    std::erase(inner, '\x01');
    const bool html =
        trimmed(before).starts_with("[html]") || trimmed(before).starts_with("[moodle]");
    Record record;
    record.section = section_;
    const std::size_t first = std::min(line_of(begin), lines_.count() - 1);
    const std::size_t last = std::min(line_of(end > begin ? end - 1 : end), lines_.count() - 1);
    record.place = {lines_.path, first + 1, last + 1, lines_.bytes_in_file[first],
                    lines_.bytes_in_file[last + 1]};
    std::string question = text_of(whole);
    if (question.empty()) question = text_of(title);
    tell_quiz(std::move(record), question, answers_of(inner, html), listener_);
    return end;
  }

  /// The next blank line, or the end.
  std::size_t end_of_block(std::size_t at) const {
    for (std::size_t end = text_.find('\n', at); end != std::string::npos;
         end = text_.find('\n', end + 1)) {
      const std::size_t next = text_.find_first_not_of(" \t", end + 1);
      if (next == std::string::npos || text_[next] == '\n') return end;
      // People forget the blank line; no text begins with either of these.
      const std::string_view line = std::string_view(text_).substr(next);
      if (line.starts_with("::") || line.starts_with("$CATEGORY:")) return end;
    }
    return text_.size();
  }

  TextLines lines_;
  Listener& listener_;
  std::string text_{};
  std::vector<std::size_t> begins_{};  // of the line behind each
  std::vector<std::string> section_{};
};

constexpr std::string_view aiken_key = "ANSWER:";

/// The letter behind "ANSWER:"; a blank where there is none, or what cannot be one.
std::optional<char> aiken_answer(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with(aiken_key)) return std::nullopt;
  line = trimmed(line.substr(aiken_key.size()));
  return line.size() == 1 && is_letter(line[0]) ? static_cast<char>(line[0] & ~0x20) : ' ';
}

bool is_aiken_option(std::string_view line, char letter) {
  return line.size() > 3 && line[0] == letter && (line[1] == '.' || line[1] == ')') &&
         (line[2] == ' ' || line[2] == '\t');
}

}  // namespace

int recognises_gift(std::string_view path, std::string_view head) {
  const bool named = extension_of(path) == ".gift";
  if (named) return 97;
  // Elsewhere "::title:: question {", or a category, and in the braces what is right.
  const std::size_t category = head.find("$CATEGORY:");
  std::size_t at =
      category == 0 || (category != std::string_view::npos && head[category - 1] == '\n')
          ? category
          : std::string_view::npos;
  for (std::size_t line = head.starts_with("::") ? 0 : head.find("\n::");
       at == std::string_view::npos && line != std::string_view::npos;
       line = head.find("\n::", line + 1)) {
    const std::size_t begin = head.find("::", line);
    const std::string_view rest = head.substr(begin + 2, head.find('\n', begin) - begin - 2);
    const std::size_t close = rest.find("::");
    if (close != std::string_view::npos && close > 0) at = begin + close + 4;
  }
  if (at == std::string_view::npos) return 0;
  const std::size_t open = find_sign(head, "{", at);
  if (open >= head.size()) return 0;
  const std::string_view inner = trimmed(head.substr(open + 1, 200));
  const bool number = inner.size() > 1 && inner[0] == '#' &&
                      (is_digit(inner[1]) || inner[1] == '-' || inner[1] == '=');
  const bool signs = inner.starts_with('=') || inner.starts_with('~') || number ||
                     inner.starts_with("T}") || inner.starts_with("F}") ||
                     inner.starts_with("TRUE") || inner.starts_with("FALSE");
  return signs ? 93 : 0;
}

void read_gift(Input& input) { Gift(input).read(); }

int recognises_aiken(std::string_view, std::string_view head) {
  if (head.find(aiken_key) == std::string_view::npos) return 0;
  char next = 'A';
  std::size_t quizzes = 0;
  while (!head.empty()) {
    const std::string_view line = trimmed(head.substr(0, head.find('\n')));
    head.remove_prefix(std::min(head.size(), head.find('\n') == std::string_view::npos
                                                 ? head.size()
                                                 : head.find('\n') + 1));
    if (line.empty()) continue;
    if (aiken_answer(line)) {
      if (next < 'C') return 0;
      ++quizzes;
      next = 'A';
    } else if (is_aiken_option(line, next)) {
      ++next;
    } else if (next > 'A') {
      return 0;
    }
  }
  return quizzes > 0 ? 94 : 0;
}

void read_aiken(Input& input) {
  const TextLines lines = read_text(input);
  std::string question;
  Answers answers;
  answers.offers = true;
  std::size_t first = 0;
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const std::string_view line = trimmed(lines.line(i));
    if (line.empty()) continue;
    const auto next = static_cast<char>('A' + answers.choices.size());
    if (const auto key = aiken_answer(line)) {
      const auto index = static_cast<std::size_t>(*key - 'A');  // of a blank: far behind all
      const bool named = index < answers.choices.size();
      if (!question.empty() && (named || *key == ' ')) {
        if (named) answers.choices[index].right = true;
        Record record;
        record.place = {lines.path, first + 1, i + 1, lines.bytes_in_file[first],
                        lines.bytes_in_file[i + 1]};
        tell_quiz(std::move(record), question, answers, input.listener());
      } else {
        input.listener().on_trouble(
            {lines.path, i + 1, "an answer that names no option", "the question was left out"});
      }
      question.clear();
      answers.choices.clear();
    } else if (!question.empty() && is_aiken_option(line, next)) {
      answers.choices.push_back({false, std::string(trimmed(line.substr(2)))});
    } else {
      if (question.empty()) first = i;
      question += (question.empty() ? "" : "\n") + std::string(line);
    }
  }
}

}  // namespace answers
