#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// The words of an index, as they travel to a searcher on another machine: Xapian's remote backend
/// sends no synonyms, terms one by one, and metadata key by key. Some 11 bytes a record, 1.2 % of
/// an index (39,547 records, 1 December 2026).
class RemoteWords {
 public:
  /// As bytes, compressed: all terms of `segments` with the number of their records, except those
  /// that are one to a record (ids, beginnings); what its table of synonyms says; `rows` as they
  /// are. O(its terms).
  static std::string pack(const Xapian::Database& segments,
                          const std::map<std::string, std::string>& rows);

  RemoteWords() = default;
  /// Throws std::runtime_error when `packed` is not what pack() makes.
  explicit RemoteWords(std::string_view packed);

  /// How many records have a term; 0 for terms that it leaves out.
  std::uint32_t frequency(std::string_view term) const;
  /// Calls on_term(term, frequency) for all that begin so, in order, until it returns false.
  template <class OnTerm>
  void terms_beginning(std::string_view beginning, OnTerm&& on_term) const {
    for (std::size_t i = first_term(beginning); i < terms_.size(); ++i) {
      if (!text(terms_[i]).starts_with(beginning)) return;
      if (!on_term(text(terms_[i]), terms_[i].number)) return;
    }
  }
  /// Calls on_word(word) for the keys of the table of synonyms that begin so, until it returns
  /// false.
  template <class OnWord>
  void keys_beginning(std::string_view beginning, OnWord&& on_word) const {
    for (std::size_t i = first_key(beginning); i < keys_.size(); ++i) {
      if (!text(keys_[i]).starts_with(beginning) || !on_word(text(keys_[i]))) return;
    }
  }
  /// The values of a key of the table of synonyms, in order.
  std::vector<std::string_view> values_of(std::string_view key) const;
  /// One of `rows`; empty where it has none.
  std::string row(const std::string& key) const;
  const std::map<std::string, std::string>& rows() const { return rows_; }

 private:
  /// Bytes of text_, and a number: a term's records, a key's first value.
  struct Entry {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
    std::uint32_t number = 0;
  };
  std::string_view text(const Entry& entry) const {
    return std::string_view(text_).substr(entry.begin, entry.length);
  }
  std::size_t first_term(std::string_view beginning) const;
  std::size_t first_key(std::string_view beginning) const;

  std::string text_;
  std::vector<Entry> terms_;
  std::vector<Entry> keys_;
  std::vector<Entry> values_;
  std::map<std::string, std::string> rows_;
};

}  // namespace answers
