#include "corpus/outline/about.h"

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

}  // namespace

bool names_glossary(std::string_view text) {
  constexpr std::size_t longest_title = 60;  // bytes
  if (text.size() > longest_title) return false;
  const std::string folded = ' ' + folded_words(text) + ' ';
  for (const std::string_view word :
       {" glossary ", " glossar ", " glossaire ", " glosario ", " glossario ", " глоссарий ",
        " terminology ", " 用語集 ", " 术语表 ", " 詞彙表 ", " 용어집 "}) {
    if (folded.find(word) != std::string::npos) return true;
  }
  return false;
}

About about_of_file(std::string_view path, std::string_view title, std::string_view first_heading) {
  const std::string_view near = end_of_path(path, 2);
  const Announced by_path = announced_by(near);
  const Announced by_title = announced_by(title);
  if (by_path.faq || by_title.faq || name_holds_faq(path) || names_glossary(file_name(path)) ||
      names_glossary(title) || names_glossary(first_heading))
    return faq;
  if (by_path.troubles || by_title.troubles || announces_troubles(first_heading)) return troubles;
  // Together, since "Interview tips" in a file called interview is advice.
  constexpr std::size_t longest = 200;  // bytes
  const std::string_view path_end = end_of_path(path, 3);
  std::string together(path_end);
  for (const std::string_view name : {title, first_heading}) together.append(" ").append(name);
  if (together.size() <= longest) return smells_of_questions(together) ? questions : nothing;
  for (const std::string_view name : {path_end, title, first_heading}) {
    if (smells_of_questions(name)) return questions;
  }
  return nothing;
}

About about_of_title(std::string_view title) { return about_of_title(title, announced_by(title)); }

About about_of_title(std::string_view title, const Announced& announced) {
  constexpr std::size_t longest_name = 80;  // bytes
  if (announced.faq && title.size() <= longest_name) return faq;
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
