#pragma once

#include "indexer/analysis/stemming.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// One term where it stands in a text.
///
/// `k-NN`, `linear_model`, `node.js`, `LinearRegression` and `word2vec` give several: what is
/// written together, joined (knn, linearmodel, nodejs), and its parts, so that each way of writing
/// finds the others. `v18.2.0` gives its parts too (18.2.0, 18.2, v18), and a run of signs that
/// stands alone is a word: `==`, `?.`; of one sign only where it is quoted or code by itself.
struct Token {
  enum class Kind : std::uint8_t {
    word,   ///< a word that has no parts, a number, two neighbouring characters of Chinese
    whole,  ///< what a word with parts is when joined; its parts follow
    part,   ///< between connecting signs: "linear" of linear_model
    piece,  ///< between changes of case or to digits: "linear" of LinearRegression; weaker evidence
    tail,   ///< the last character of a run of Chinese, Japanese or Thai, by itself; only a text of
            ///< one such character is searched by it
  };
  std::string_view term{};     ///< valid until the analyser is asked for more; at most 64 bytes
  std::uint32_t id = 0;        ///< same term, same id, until Analyser::forget()
  std::uint32_t position = 0;  ///< counts words from 0; a whole has that of its first part
  std::size_t begin = 0;       ///< bytes of the text
  std::size_t end = 0;
  Kind kind = Kind::word;
  std::uint8_t positions = 1;  ///< how many positions a whole takes
  bool in_fence = false;       ///< it stands in a fence of code
  bool in_code = false;        ///< or in any code
  bool exact = false;  ///< not stemmed: capitals, digits, signs, code, languages without a stemmer
};

/// `text` as words are compared: compatibility forms, case, accents and apostrophes folded
/// (NFKC_Casefold, and without marks on Latin letters). O(length).
std::string fold(std::string_view text);

/// Text -> terms: the one analysis for records, queries and highlighting. Terms are lower case, so
/// none begins with A–Z, which filter terms do. Not thread-safe: each thread has its own.
class Analyser {
 public:
  /// Id of a term that found no more room; see forget().
  static constexpr std::uint32_t no_id = 0xFFFFFFFF;
  /// How many different words are remembered until forget().
  static constexpr std::size_t capacity = std::size_t{1} << 18;

  /// What becomes of the words that begin otherwise than those one looks for.
  enum class Others : std::uint8_t {
    left_out,   ///< some may come all the same; positions count them
    unstemmed,  ///< they come, most of them as they are written but for a plural s: enough to
                ///< compare texts by, in half the time
  };
  /// Where a text stands that is analysed by itself: in a text, or in code.
  enum class Inside : std::uint8_t { text, code };

  Analyser();
  ~Analyser();
  Analyser(const Analyser&) = delete;
  Analyser& operator=(const Analyser&) = delete;
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  /// Calls on_token(const Token&) for every term of `text`, in the order of their beginnings.
  /// `language` is ISO 639-1; English rules where it is unknown. `on_token` must not use this
  /// analyser. O(length); memory does not depend on the length. Who looks for a few terms alone
  /// says with `looked_for` how their words begin, and with `others` what the rest is for.
  template <class OnToken>
  void analyse(std::string_view text, std::string_view language, OnToken&& on_token,
               const WordBeginnings* looked_for = nullptr, Others others = Others::left_out,
               Inside inside = Inside::text) {
    start(text, language, looked_for, others, inside);
    while (read_some()) {
      for (const Token& token : tokens_) on_token(token);
    }
  }

  /// The term of one folded word by itself, as a record's plain text would have it. Valid until the
  /// analyser is asked for more.
  std::string_view stem(std::string_view folded, std::string_view language);

  /// How many positions the text took that was analysed last.
  std::uint32_t positions() const;

  /// What Token::id is of this very term, which is remembered; no_id when there is no room.
  std::uint32_t id_of(std::string_view term);
  /// The term with this id, which is not no_id. Valid until forget().
  std::string_view term(std::uint32_t id) const;

  /// The number of the rules for texts of `language`: the same number, the same terms.
  std::size_t rules_for(std::string_view language) const;
  /// Whether by these rules only words that begin like a term can have it, see WordBeginnings.
  static bool keeps_beginnings(std::size_t rules) { return Stemmers::keeps_beginnings(rules); }

  /// Calls on_word(word, term) for every word that was stemmed to another term, as far as it is
  /// remembered; both folded. In no order, perhaps more than once.
  void for_each_stemmed(
      const std::function<void(std::string_view word, std::string_view term)>& on_word) const;

  /// How many different words are remembered.
  std::size_t remembered() const;
  /// Forgets all words: ids begin anew. When `capacity` is reached, further new terms come with
  /// `no_id`.
  void forget();
  /// How often that was.
  std::size_t forgotten() const;

 private:
  struct State;

  void start(std::string_view text, std::string_view language, const WordBeginnings* looked_for,
             Others others, Inside inside);
  /// Fills tokens_ with the next few hundred; false when there are none.
  bool read_some();

  std::unique_ptr<State> state_;
  std::vector<Token> tokens_;
};

}  // namespace answers
