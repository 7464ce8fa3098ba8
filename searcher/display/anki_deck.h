#pragma once

#include "corpus/record.h"

#include <cstddef>
#include <ctime>
#include <memory>
#include <string>

/// Records as Anki takes them: notes with the same fields whether as lines of text or in a package.
namespace answers {

/// A record as a note.
struct AnkiCard {
  std::string id{};     ///< by which a second import finds it again
  std::string deck{};   ///< the section, "Nets::Training"; empty without one
  std::string front{};  ///< HTML on one line, as the fields below
  std::string back{};
  std::string difficulty{};
  std::string source{};
  std::string place{};
  std::string tags{};  ///< between blanks; those in a tag are '_'
};

AnkiCard anki_card(const Record& record);

/// The lines before the first of the cards, and a card as a line: a text for Anki's File > Import.
std::string anki_text_header();
std::string anki_text_line(const AnkiCard& card);

/// A package (.apkg) of notes with a card each, in the form of before 2022, which every Anki takes.
class AnkiDeck {
 public:
  /// `now` is when the notes were changed: Anki takes a note that it has when this is newer.
  explicit AnkiDeck(std::time_t now);
  ~AnkiDeck();
  AnkiDeck(const AnkiDeck&) = delete;
  AnkiDeck& operator=(const AnkiDeck&) = delete;

  void add(const AnkiCard& card);
  /// The bytes of the package; at the end, once. Throws std::runtime_error where memory is short.
  std::string packed();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace answers
