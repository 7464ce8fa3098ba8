#include "corpus/wording/template_text.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/known_words.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>

namespace answers {
namespace {

/// Whether all of a line is one bracket with words in it: "[Your question]", "{{answer}}". No link.
bool is_bracket(std::string_view line) {
  line = trimmed(line);
  while (line.starts_with("¿")) line.remove_prefix(std::string_view("¿").size());
  while (line.ends_with('?') || line.ends_with('.')) line.remove_suffix(1);
  while (line.ends_with("？")) line.remove_suffix(std::string_view("？").size());
  if (line.size() < 3) return false;
  const char open = line.front();
  const char close = open == '[' ? ']' : open == '{' ? '}' : '\0';
  if (close == '\0' || line.back() != close) return false;
  return line.find(close) >= line.size() - 2 && !folded_words(line).empty();
}

/// "[Question title]", "Design: [Technical question]": where a question is to be put in.
bool ends_in_gap_for_question(std::string_view question) {
  constexpr std::size_t longest = 60;  // bytes
  question = trimmed(question);
  const std::size_t open = question.rfind('[');
  if (open == std::string_view::npos || !question.ends_with(']') ||
      question.size() - open > longest)
    return false;
  const std::string words = folded_words(question.substr(open));
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"question", "pregunta", "pergunta", "frage",
                                              "domanda", "вопрос", "питання", "问题", "質問",
                                              "질문", "soru"},
      [&words](std::string_view word) {
        return words.starts_with(word) || words.find(' ' + std::string(word)) != words.npos;
      });
}

/// "Question goes here", "<insert question>": where a question is to be put in.
bool is_gap_for_question(std::string_view question) {
  constexpr std::size_t longest = 60;  // bytes
  static constexpr std::string_view phrases[] = {"question goes here",
                                                 "your question goes here",
                                                 "the question goes here",
                                                 "your question here",
                                                 "insert question",
                                                 "insert question here",
                                                 "insert your question",
                                                 "insert your question here",
                                                 "question text",
                                                 "question text here",
                                                 "sample question",
                                                 "add question here",
                                                 "question is required",
                                                 "the question is required",
                                                 "question field is required",
                                                 "the question field is required",
                                                 "frage hier einfügen",
                                                 "votre question ici",
                                                 "escriba su pregunta aquí",
                                                 "sua pergunta aqui",
                                                 "ваш вопрос",
                                                 "在此输入问题",
                                                 "ここに質問を記入"};
  static const KnownWords first_words(phrases);
  if (question.size() > longest || !first_words.may_begin(question)) return false;
  const std::string words = folded_words(question);
  return std::ranges::any_of(phrases,
                             [&words](std::string_view phrase) { return words == phrase; });
}

/// Text that stands for text: "Lorem ipsum dolor sit amet, …".
bool is_filler(std::string_view answer) {
  static constexpr std::string_view latin = "lorem ipsum dolor";
  static const KnownWords first_words(std::span(&latin, 1));
  return first_words.may_begin(answer) &&
         folded_words(trimmed(answer).substr(0, 3 * latin.size())).starts_with(latin);
}

/// Whether a line begins a loop of a template ("{% for q in questions %}"), above any code.
bool has_loop(std::string_view text) {
  if (text.find("{% for ") == std::string_view::npos) return false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (trimmed(line).starts_with("{% for ")) return true;
    if (line.find("```") != std::string_view::npos) return false;
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return false;
}

/// "{{ faq.question }}", "{{ loop.index }}. {% trans q %}": what a program puts in, and no word
/// beside it.
bool is_put_in(std::string_view question) {
  bool found = false;
  std::string rest;
  while (!question.empty()) {
    const std::size_t open = question.find('{');
    rest += question.substr(0, open);
    if (open == std::string_view::npos) break;
    question.remove_prefix(open);
    const std::string_view ends = question.starts_with("{{")    ? "}}"
                                  : question.starts_with("{%")  ? "%}"
                                  : question.starts_with("{!!") ? "!!}"
                                                                : "";
    const std::size_t close =
        ends.empty() ? std::string_view::npos : question.find(ends, ends.size());
    if (close == std::string_view::npos) return false;
    found = true;
    question.remove_prefix(close + ends.size());
  }
  return found && folded_letters(rest).find_first_not_of("0123456789") == std::string::npos;
}

/// "required|string|max:255" (Laravel), "string": what a text has to be.
bool is_rule_for_text(std::string_view text) {
  text = trimmed(text);
  if (text.find_first_of(" \n") != std::string_view::npos) return false;
  const std::string word = lower_ascii(text.substr(0, text.find('|')));
  return (text.size() > word.size() && (word == "required" || word == "nullable")) ||
         word == "string" || word == "required";
}

/// What a program writes and a page would show otherwise: "{ja ?", ")); return x ?"
bool is_cut_code(std::string_view question) {
  for (const std::string_view begin : {"))", ");", "})", "}}"}) {
    if (question.starts_with(begin)) return true;
  }
  return question.starts_with('{') &&
         std::ranges::count(question, '{') != std::ranges::count(question, '}');
}

}  // namespace

bool is_template(std::string_view question, std::string_view answer) {
  if (ends_in_gap_for_question(question) || is_gap_for_question(question) || is_put_in(question) ||
      has_loop(answer) || is_filler(answer) || is_cut_code(question) ||
      (is_rule_for_text(question) && is_rule_for_text(answer)))
    return true;
  if (question.empty() || (question.find('[') > 2 && question.find('{') > 2)) return false;
  if (!is_bracket(question)) return false;
  const std::string words = ' ' + folded_words(question) + ' ';
  const std::string_view said = trimmed(answer);
  return is_bracket(said.substr(0, said.find('\n'))) ||
         std::ranges::any_of(
             std::initializer_list<std::string_view>{" question ", " title ", " your ", " insert ",
                                                     " here "},
             [&words](auto word) { return words.find(word) != std::string::npos; });
}

}  // namespace answers
