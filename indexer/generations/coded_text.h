#pragma once

#include "corpus/record.h"
#include "indexer/analysis/analysis.h"
#include "indexer/analysis/term_table.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Texts as numbers of their words: smaller than what zstd makes of them, and read word by word
/// without being unpacked and cut into words once more. (Moura, Navarro, Ziviani, Baeza-Yates, Fast
/// and flexible word searching on compressed text, TOIS 2000; a blank between two words goes
/// without saying.)
///
/// A coded text is a row of codes: one byte or two for an entry of the wordbook; for what is not in
/// it a byte that says what it is, its length (a varint) and its bytes; a byte where a TextUnit
/// ends, or code begins or ends (Token::in_code).
namespace answers {

/// What is frequent in the texts of a collection, by numbers: the most frequent first.
class Wordbook {
 public:
  enum class Kind : std::uint8_t {
    word,      ///< a word of one token, as it is written
    gap,       ///< what stands between words
    last_gap,  ///< the same, and a TextUnit ends in it or before it
    name,      ///< the whole of a short field: a tag, a path
  };
  struct Entry {
    const char* begin = nullptr;
    std::uint8_t length = 0;
    Kind kind = Kind::word;

    std::string_view text() const { return {begin, length}; }
  };
  /// How many entries have a code of one byte, and of one or two.
  static constexpr std::size_t short_codes = 0x80 - 6;
  static constexpr std::size_t capacity = short_codes + 0x8000;
  static constexpr std::size_t longest = 63;  ///< bytes of an entry

  Wordbook() = default;
  /// What a WordbookLearner made; throws IndexDamaged on anything else. O(size).
  explicit Wordbook(std::string_view bytes);

  std::span<const Entry> entries() const { return entries_; }

 private:
  std::vector<char> texts_;
  std::vector<Entry> entries_;
};

/// Counts what is frequent in some records. Memory: some 15 MB for records of 6.
class WordbookLearner {
 public:
  void add(const Record& record);
  /// The bytes of a wordbook for records like these; empty where they are too few to learn from.
  std::string wordbook() const;

 private:
  void add_text(std::string_view text, std::string_view language);
  void note(Wordbook::Kind kind, std::string_view text);

  Analyser analyser_{};
  std::vector<Token> tokens_{};
  std::array<std::unordered_map<std::string, std::size_t>, 4> counts_{};  ///< by Wordbook::Kind
  std::size_t records_ = 0;
};

/// Throws IndexDamaged: a stored text is not what was written.
[[noreturn]] void coded_text_damaged();

/// Goes through a coded text, part by part. Both must outlive it.
class CodedTextReader {
 public:
  enum class Part : std::uint8_t {
    word,      ///< number() is that of the entry
    spelled,   ///< a word, or several written together, which is in no wordbook: text() analysed by
               ///< itself gives its tokens, but that a whole is a part where is_part()
    sign,      ///< a token whose term is text()
    gap,       ///< without any token
    unit_end,  ///< a TextUnit has ended, here or in the gap before
    code,      ///< code begins, or ends
  };

  CodedTextReader(const Wordbook& wordbook, std::string_view codes)
      : entries_(wordbook.entries()), at_(codes.data()), end_(codes.data() + codes.size()) {}

  /// Moves to the next part; false at the end. Throws IndexDamaged on damaged codes, and reads
  /// nothing beyond them.
  bool next() {
    if (ends_unit_) {
      ends_unit_ = false;
      part_ = Part::unit_end;
      return true;
    }
    if (at_ == end_) return false;
    const auto code = static_cast<unsigned char>(*at_++);
    if (code < first_entry) return read_special(code);
    std::size_t number = code - std::size_t{first_entry};
    if (code >= 0x80) {
      if (at_ == end_) coded_text_damaged();
      number = Wordbook::short_codes + ((code & 0x7FU) << 8U | static_cast<unsigned char>(*at_++));
    }
    if (number >= entries_.size()) coded_text_damaged();
    const Wordbook::Entry& entry = entries_[number];
    number_ = static_cast<std::uint32_t>(number);
    place(entry.text(), entry.kind == Wordbook::Kind::word);
    part_ = after_word_ ? Part::word : Part::gap;
    ends_unit_ = entry.kind == Wordbook::Kind::last_gap;
    return true;
  }
  Part part() const { return part_; }
  std::uint32_t number() const { return number_; }
  std::string_view text() const { return text_; }
  std::size_t begin() const { return begin_; }  ///< of text(), bytes of the text
  std::size_t end() const { return begin_ + text_.size(); }
  bool is_part() const { return is_part_; }

  /// What a code below the first entry's stands for.
  enum Special : unsigned char {
    gap_bytes,
    word_bytes,
    part_bytes,
    sign_bytes,
    unit_ends,
    code_turns,
    first_entry
  };

 private:
  bool read_special(unsigned char code);
  void place(std::string_view text, bool is_word) {
    begin_ = end() + (is_word && after_word_ ? 1 : 0);
    text_ = text;
    after_word_ = is_word;
  }

  std::span<const Wordbook::Entry> entries_;
  const char* at_;
  const char* end_;
  Part part_ = Part::gap;
  std::uint32_t number_ = 0;
  std::string_view text_{};
  std::size_t begin_ = 0;
  bool after_word_ = false;
  bool ends_unit_ = false;
  bool is_part_ = false;
};

/// The text again. Throws IndexDamaged on damaged codes. O(length).
std::string decoded(const Wordbook& wordbook, std::string_view codes);

/// Texts -> codes. Not thread-safe.
class TextCoder {
 public:
  /// Longer texts are not coded.
  static constexpr std::size_t longest_text = 65536;

  /// The wordbook must outlive it.
  explicit TextCoder(const Wordbook& wordbook);

  /// Appends the codes of `text`, whose tokens are these, of this analyser. False where a reader
  /// would not find these very tokens, but that some parts are words for it (a text in capitals),
  /// or where little of it is in the wordbook; what was appended means nothing then. O(length).
  bool code(std::string_view text, std::string_view language, std::span<const Token> tokens,
            Analyser& analyser, std::string& codes);
  /// The same for a short field, of which nobody needs the tokens.
  void code_name(std::string_view name, std::string& codes) const;

 private:
  /// What the analyser says of an entry that stands by itself.
  struct Alone {
    std::uint32_t id = Analyser::no_id;
    enum class State : std::uint8_t { unknown, one_word, other } state = State::unknown;
    bool exact = false;
  };
  struct Known {
    TermTable texts{};
    std::vector<std::uint32_t> numbers{};
  };

  std::uint32_t find(Wordbook::Kind kind, std::string_view text) const;
  void put_entry(std::uint32_t number, std::string& codes) const;
  void code_gap(std::string_view gap, std::size_t units, bool after_word, bool before_word,
                std::string& codes);
  std::optional<std::uint32_t> code_word(std::string_view text, std::string_view language,
                                         std::size_t rules, std::span<const Token> cluster,
                                         Analyser& analyser, std::string& codes);
  const Alone& alone(std::uint32_t number, std::string_view language, std::size_t rules,
                     Analyser::Inside inside, Analyser& analyser);

  const Wordbook& wordbook_;
  std::array<Known, 4> known_{};  ///< by Wordbook::Kind
  /// By the analyser's rules and Inside, while the analyser does not forget.
  std::vector<std::array<std::vector<Alone>, 2>> alone_{};
  std::size_t forgotten_ = 0;
  std::size_t spelled_ = 0;  ///< bytes of the text that are in no wordbook
};

}  // namespace answers
