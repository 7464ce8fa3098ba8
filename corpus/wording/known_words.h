#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace answers {

/// The words that phrases of a kind begin with. By them nearly every text is known to be none of
/// the kind, without folding it: words of ASCII are looked up as they stand there, those that begin
/// with a Chinese sign by that. What has another sign beyond ASCII may be anything, and now and
/// then a word is taken for another.
class KnownWords {
 public:
  KnownWords() = default;
  explicit KnownWords(std::span<const std::string_view> phrases) { add_all(phrases); }

  /// The first word of a phrase; numbers before it do not count.
  void add(std::string_view phrase);

  void add_all(std::span<const std::string_view> phrases) {
    for (const std::string_view phrase : phrases) add(phrase);
  }

  /// False: the first word of folded_words(text) that is no number is none of these. True also
  /// where there is no word. O(the first word), in the text's own length where marks precede it.
  bool may_begin(std::string_view text) const;

  /// False: no word of folded_words(text) is one of these. O(length).
  bool may_stand_in(std::string_view text) const;

 private:
  bool contains(std::uint64_t word) const;

  static constexpr std::size_t bits = 4096;
  std::array<std::uint64_t, bits / 64> held_{};  ///< a bit for each hash of a word
};

}  // namespace answers
