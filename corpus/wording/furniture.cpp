#include "corpus/wording/furniture.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/wording/furniture_words.h"
#include "corpus/wording/invitations.h"
#include "corpus/wording/known_words.h"
#include "corpus/wording/word_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <unordered_set>
#include <vector>

namespace answers {
namespace {

/// Words to be found in texts, all folded, of several kinds: a bit each.
class Phrases {
 public:
  template <std::size_t size>
  void add(const std::string_view (&table)[size], unsigned kind) {
    for (const std::string_view entry : table) {
      std::string words = folded_words(entry);
      if (words.size() < fewest_bytes) continue;
      std::vector<Phrase>& alike = row(words);
      alike.push_back({std::move(words), kind});
    }
  }

  /// The kinds that stand in `words`, as folded_words() gives them, from word to word; a Chinese
  /// phrase stands anywhere. O(length).
  unsigned kinds_in(std::string_view words) const {
    unsigned kinds = 0;
    bool begins = true;  // a word
    for (std::string_view rest = words; rest.size() >= fewest_bytes; rest.remove_prefix(1)) {
      const bool dense = is_dense(rest);
      if (begins || dense) {
        for (const Phrase& phrase : rows_[row_of(rest)]) {
          const std::size_t size = phrase.words.size();
          if (rest.starts_with(phrase.words) && (dense || rest.size() == size || rest[size] == ' '))
            kinds |= phrase.kind;
        }
      }
      begins = rest.front() == ' ';
    }
    return kinds;
  }

 private:
  static constexpr std::size_t fewest_bytes = 2;

  struct Phrase {
    std::string words;
    unsigned kind;
  };

  static bool is_dense(std::string_view text) {
    return static_cast<unsigned char>(text.front()) >= 0xE3;
  }

  /// By the first bytes in which those of one writing differ.
  static std::size_t row_of(std::string_view text) {
    const std::size_t at = is_dense(text) && text.size() > 2 ? 1 : 0;
    return (static_cast<unsigned char>(text[at]) * 8U + static_cast<unsigned char>(text[at + 1])) %
           rows;
  }
  std::vector<Phrase>& row(std::string_view text) { return rows_[row_of(text)]; }

  static constexpr std::size_t rows = 1024;
  std::array<std::vector<Phrase>, rows> rows_{};
};

/// Without the number of a section, "3. License" and "12 FAQ".
std::string_view without_number(std::string_view words) {
  std::size_t letter = 0;
  while (letter < words.size() && (is_digit(words[letter]) || words[letter] == ' ')) ++letter;
  return letter == words.size() ? words : words.substr(letter);
}

constexpr std::size_t longest_heading = 200;  // bytes

/// Whether a heading has more ASCII letters than any of the table has bytes: most questions have.
bool has_more_letters(std::string_view heading) {
  static const std::size_t most =
      std::ranges::max(furniture_headings, {}, [](const FurnitureHeading& each) {
        return each.words.size();
      }).words.size();
  if (heading.size() <= most) return false;
  std::size_t letters = 0;
  for (const char byte : heading) {
    const char lower = static_cast<char>(byte | 0x20);
    letters += lower >= 'a' && lower <= 'z' ? 1U : 0U;
  }
  return letters > most;
}

}  // namespace

Furniture furniture_of(std::string_view heading) {
  static const WordTable table(furniture_headings, &FurnitureHeading::words);
  if (invites_to_ask(heading) || offers_more(heading)) return Furniture::closing;
  static const KnownWords first_words = [] {
    KnownWords words;
    for (const FurnitureHeading& row : furniture_headings) words.add(row.words);
    return words;
  }();
  if (heading.size() > longest_heading || !first_words.may_begin(heading) ||
      has_more_letters(heading))
    return Furniture::none;
  const std::string words = folded_words(heading);
  const FurnitureHeading* found = table.find(without_number(words));
  return found == nullptr ? Furniture::none : found->kind;
}

bool names_program(std::string_view words, std::string_view thing) {
  const std::size_t at = words.find(thing);
  if (at == std::string_view::npos) return false;
  const std::string_view front = trimmed(words.substr(0, at));
  const std::string_view word_in_front = front.substr(front.rfind(' ') + 1);
  if (std::ranges::find(program_words_in_front, word_in_front) != std::end(program_words_in_front))
    return true;
  static const Phrases phrases = [] {
    Phrases all;
    all.add(program_words, 1);
    return all;
  }();
  return phrases.kinds_in(words.substr(at + thing.size())) != 0;
}

Announced announced_by(std::string_view text) {
  constexpr unsigned faq = 1;
  constexpr unsigned troubles = 2;
  constexpr unsigned questions = 4;
  constexpr unsigned interview = 8;
  constexpr unsigned advice = 16;
  constexpr unsigned glossary = 32;
  constexpr std::size_t longest_glossary = 60;  // bytes, of its title
  static const Phrases phrases = [] {
    Phrases all;
    all.add(faq_words, faq);
    all.add(trouble_words, troubles);
    all.add(question_words, questions);
    all.add(interview_words, interview);
    all.add(advice_words, advice);
    all.add(glossary_words, glossary);
    return all;
  }();
  if (text.size() > longest_heading) return {};
  const std::string words = folded_words(text);
  const unsigned kinds = phrases.kinds_in(words);
  Announced announced;
  announced.troubles = (kinds & troubles) != 0;
  announced.glossary = (kinds & glossary) != 0 && text.size() <= longest_glossary &&
                       !names_program(words, "glossary");
  if ((kinds & faq) != 0 && names_program(words, "faq")) return announced;
  announced.faq = (kinds & faq) != 0;
  announced.questions =
      (kinds & (faq | questions)) != 0 || (kinds & (interview | advice)) == interview;
  return announced;
}

bool announces_faq(std::string_view text) { return announced_by(text).faq; }

bool names_faq_alone(std::string_view heading) {
  static const std::unordered_set<std::string> names = [] {
    std::unordered_set<std::string> folded;
    for (const std::string_view words : faq_words) folded.insert(folded_words(words));
    return folded;
  }();
  constexpr std::size_t longest_name = 60;  // bytes
  return heading.size() <= longest_name && names.contains(folded_words(heading));
}

bool announces_glossary(std::string_view text) { return announced_by(text).glossary; }

bool announces_troubles(std::string_view text) { return announced_by(text).troubles; }

bool smells_of_questions(std::string_view text) { return announced_by(text).questions; }

}  // namespace answers
