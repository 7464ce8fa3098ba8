#pragma once

#include "indexer/analysis/analysis.h"
#include "indexer/generations/coded_text.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace answers {

/// What an analyser makes of the words of wordbooks, remembered from query to query. Not
/// thread-safe.
class WordbookTerms {
 public:
  struct Terms {
    /// Token::id as Analyser::analyse() has it, and as Others::unstemmed has it.
    std::uint32_t stemmed = unknown;
    std::uint32_t unstemmed = unknown;
    std::array<char, 2> beginning{};  ///< of the unstemmed term, for WordBeginnings
    bool exact = false;               ///< Token::exact of `stemmed`
  };

  /// The words of one wordbook in texts of one language, or in code there.
  class Table {
   public:
    /// All but `stemmed` is known.
    Terms& of(std::uint32_t number, Analyser& analyser) {
      Terms& terms = terms_[number];
      if (terms.unstemmed == unknown) find(number, Analyser::Others::unstemmed, analyser);
      return terms;
    }
    std::uint32_t stemmed(std::uint32_t number, Analyser& analyser) {
      if (terms_[number].stemmed == unknown) find(number, Analyser::Others::left_out, analyser);
      return terms_[number].stemmed;
    }

   private:
    friend class WordbookTerms;
    void find(std::uint32_t number, Analyser::Others others, Analyser& analyser);

    const Wordbook* wordbook_ = nullptr;
    std::string_view language_{};
    Analyser::Inside inside_ = Analyser::Inside::text;
    std::vector<Terms> terms_{};
  };

  /// Valid until the analyser forgets, `wordbook` and `language` being there. The analyser must be
  /// the same each time.
  Table& table(const Wordbook& wordbook, std::string_view language, Analyser::Inside inside,
               Analyser& analyser);

 private:
  static constexpr std::uint32_t unknown = Analyser::no_id - 1;

  /// By the rules of the language, twice, for text and for code.
  std::unordered_map<const Wordbook*, std::vector<Table>> tables_{};
  std::size_t forgotten_ = 0;
};

}  // namespace answers
