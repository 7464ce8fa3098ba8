#pragma once

#include "corpus/record.h"
#include "indexer/analysis/analysis.h"

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {

/// How long the searched fields of the records are: of one record, or summed over many.
/// Measured in bytes of text, which can be had without analysis.
struct FieldLengths {
  std::uint64_t records = 0;
  std::uint64_t question = 0;
  std::uint64_t answer = 0;

  FieldLengths& operator+=(const FieldLengths& other);
};
FieldLengths lengths_of(const Record& record);

/// The average lengths that BM25F divides by. Folded into every wdf of an index, so they are
/// rounded coarsely: small edits of a collection leave them alone.
struct AverageLengths {
  double question = 1;
  double answer = 1;

  bool operator==(const AverageLengths&) const = default;
  /// As and from metadata.
  std::string to_string() const;
  static AverageLengths from_string(std::string_view text);
};
AverageLengths rounded_averages(const FieldLengths& total);

/// A term of a record with its BM25F sum (Robertson, Zaragoza, Taylor 2004), quantised:
/// wdf = round(scale × Σ_f w_f·tf_f / (1 − b_f + b_f·len_f/avg_f)), at least 1; see schema.h.
struct Posting {
  std::string term{};
  Xapian::termcount wdf = 0;
};

/// Record -> postings, sorted by term. One for each thread.
class PostingMaker {
 public:
  explicit PostingMaker(const AverageLengths& averages);
  /// Valid until the next call.
  std::span<const Posting> postings(const Record& record);

  /// The tokens of the texts of the record that was read last, where they are not longer than
  /// longest_kept; but for their terms, which are known by their ids.
  struct Tokens {
    std::vector<Token> question{};
    std::vector<Token> answer{};
    std::vector<Token> body{};
  };
  const Tokens& tokens() const { return tokens_; }
  static constexpr std::size_t longest_kept = 65536;
  /// Who gave them.
  Analyser& analyser() { return analyser_; }

  /// The words of the records since it was called last that are found by another term than
  /// themselves, each with that term, sorted.
  std::vector<std::pair<std::string, std::string>> take_words();

 private:
  void add_field(std::string_view text, std::string_view language, double weight,
                 std::vector<Token>* tokens = nullptr);

  void note_words();

  AverageLengths averages_;
  std::vector<std::pair<std::string, std::string>> words_;  ///< of what the analyser forgot
  Analyser analyser_;
  struct Sum {
    std::uint64_t beginning = 0;  ///< first eight bytes of the term, for sorting
    std::uint32_t id = 0;
    std::string_view term{};
  };
  std::vector<float> sums_;  ///< by Token::id; all 0 between records
  std::vector<Sum> terms_;   ///< of this record
  Tokens tokens_;
  std::vector<Posting> postings_;  ///< never shrinks, so its strings keep their memory
};

}  // namespace answers
