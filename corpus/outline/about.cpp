#include "corpus/outline/about.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/input/walk.h"

#include <cstddef>
#include <string>

namespace answers {
namespace {

/// The last `parts` parts of a path.
std::string_view end_of_path(std::string_view path, int parts) {
  std::size_t slash = path.size();
  for (int i = 0; i < parts && slash != std::string_view::npos && slash > 0; ++i)
    slash = path.rfind('/', slash - 1);
  return slash == std::string_view::npos || slash == path.size() ? path : path.substr(slash + 1);
}

/// "perlfaq5", "00FAQ", "sedfaq" are one word each.
bool name_holds_faq(std::string_view path) {
  const std::string_view name = file_name(path);
  return lower_ascii(name.substr(0, name.find('.'))).find("faq") != std::string::npos;
}

/// Whether a word begins at `at` within a run of letters and digits: "JavaQuestions", "quiz2".
bool begins_word(std::string_view name, std::size_t at) {
  const char before = name[at - 1];
  const char here = name[at];
  const bool hump = is_lower(before) && is_upper(here) && at + 1 < name.size();
  return (hump && is_lower(name[at + 1])) ||  // no "QnA"
         (is_word_byte(before) && is_word_byte(here) && is_digit(before) != is_digit(here));
}

/// The words of a path: "javaquestions/InterviewPart2" is "java questions/Interview Part 2".
std::string words_of_path(std::string_view path) {
  std::string words;
  std::size_t begin = 0;  // of the word that is read
  const auto end_word = [&words, &begin] {
    static constexpr std::string_view ends[] = {"questions", "interview", "flashcards",
                                                "preguntas", "perguntas", "quiz"};
    for (const std::string_view end : ends) {
      if (words.size() - begin <= end.size()) continue;
      const std::size_t at = words.size() - end.size();
      if (!starts_with_ignoring_case(std::string_view(words).substr(at), end)) continue;
      words.insert(at, 1, ' ');
      return;
    }
  };
  for (std::size_t at = 0; at < path.size(); ++at) {
    const bool begins = at > 0 && begins_word(path, at);
    if (begins || !is_letter(path[at])) {
      end_word();
      if (begins) words += ' ';
      begin = words.size();
    }
    words += path[at];
  }
  end_word();
  return words;
}

}  // namespace

bool names_acronyms(std::string_view text) {
  constexpr std::size_t longest_title = 60;  // bytes
  if (text.size() > longest_title) return false;
  const std::string folded = ' ' + folded_words(text) + ' ';
  for (const std::string_view word :
       {" acronyms ", " abbreviations ", " acronymes ", " sigles ", " abkürzungen ",
        " abkürzungsverzeichnis ", " siglas ", " acrónimos ", " abreviaturas ", " acronimi ",
        " сокращения ", " аббревиатуры ", " 缩略语 ", " 略語 "}) {
    if (folded.find(word) != std::string::npos) return true;
  }
  return false;
}

bool names_deck(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::string words = folded_words(name.substr(0, name.find('.')));
  return words.ends_with("flashcards") || words.ends_with("flash cards");
}

About about_of_file(std::string_view path, std::string_view title, std::string_view first_heading) {
  const std::string words = words_of_path(end_of_path(path, 3));
  const Announced by_path = announced_by(end_of_path(words, 2));
  const Announced by_title = announced_by(title);
  const Announced by_heading = announced_by(first_heading);
  const auto shows_faq = [](std::string_view name) {
    return names_program(folded_words(name), "faq");
  };
  const bool program = shows_faq(file_name(words)) || shows_faq(title) || shows_faq(first_heading);
  if ((!program && (by_path.faq || by_title.faq || name_holds_faq(path))) ||
      announces_glossary(file_name(path)) || by_title.glossary || by_heading.glossary)
    return faq;
  if (by_path.troubles || by_title.troubles || by_heading.troubles) return troubles;
  if (program) return nothing;
  // Together, since "Interview tips" in a file called interview is advice.
  constexpr std::size_t longest = 200;  // bytes
  std::string together(words);
  for (const std::string_view name : {title, first_heading}) together.append(" ").append(name);
  if (together.size() <= longest) return smells_of_questions(together) ? questions : nothing;
  for (const std::string_view name : {std::string_view(words), title, first_heading}) {
    if (smells_of_questions(name)) return questions;
  }
  return nothing;
}

About about_of_title(std::string_view title) { return about_of_title(title, announced_by(title)); }

About about_of_title(std::string_view title, const Announced& announced) {
  constexpr std::size_t longest_name = 80;  // bytes
  if ((announced.faq && title.size() <= longest_name) || announced.glossary) return faq;
  if (announced.troubles) return troubles;
  return announced.questions ? questions : nothing;
}

bool leads_in(std::string_view title, Asking asking) {
  constexpr std::size_t longest = 80;  // bytes
  if (asking == Asking::mark || title.size() >= longest) return false;
  if (title.ends_with(':') || title.ends_with("：")) return true;
  return asking >= Asking::clause && (title.ends_with("...") || title.ends_with("…"));
}

Block block_of_title(std::string_view title) {
  Block block;
  block.asking = how_asks(title);
  block.furniture = furniture_of(title);
  block.announces = leads_in(title, block.asking);
  block.about = about_of_title(title);
  return block;
}

}  // namespace answers
