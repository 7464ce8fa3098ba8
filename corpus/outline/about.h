#pragma once

#include "corpus/outline/decision.h"
#include "corpus/wording/furniture.h"

#include <cstdint>
#include <string_view>

namespace answers {

/// What a file's name and folders, its `title` and its first heading say of all that it holds.
About about_of_file(std::string_view path, std::string_view title, std::string_view first_heading);

/// Whether a name or title is that of a list of short forms and what they stand for: "Acronyms".
bool names_acronyms(std::string_view text);

/// Whether a file's name is that of a deck of cards: "flashcards.md".
bool names_deck(std::string_view path);

/// What the words of a heading say of what stands below it.
About about_of_title(std::string_view title);
/// The same where it is known what the title announces.
About about_of_title(std::string_view title, const Announced& announced);

/// Follows the headings of a text from above, and knows whether one that names troubles stands over
/// what comes next.
class SectionOfTroubles {
 public:
  /// `level`: from 1, the outermost.
  void enter(std::uint32_t level, bool names_troubles) {
    if (level <= level_) level_ = 0;
    if (level_ == 0 && names_troubles) level_ = level;
  }
  bool holds() const { return level_ != 0; }

 private:
  std::uint32_t level_ = 0;  // of that heading; 0: there is none
};

/// Whether a title, which asks so, leads in to what follows and says nothing alone: "How it
/// helps:", "How do I …".
bool leads_in(std::string_view title, Asking asking);

/// What the words of a title, in plain text, say of it as a block: how it asks, what it announces.
Block block_of_title(std::string_view title);

}  // namespace answers
