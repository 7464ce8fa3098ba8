#pragma once

#include "indexer/analysis/term_table.h"
#include "indexer/building/glass_table.h"
#include "indexer/generations/document.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {

/// A small database of Xapian's, for compact(), of records that are numbered from 1 as they come.
/// What Xapian::WritableDatabase does with a search tree of terms, and one of records for each, and
/// what its documents do with a third, is a list here that is put in order once, when all are
/// there: the segments are the same byte for byte, and take half of the time. Not thread-safe.
class ScratchDatabase {
 public:
  /// Makes `folder`, which may not be there yet. Throws std::filesystem::filesystem_error.
  explicit ScratchDatabase(std::filesystem::path folder);

  /// `data` is stored as it is.
  void add(const IndexedRecord& record, std::string_view data);

  /// Writes all, and the words that are found by another term, sorted (PostingMaker::take_words()).
  /// Throws std::system_error.
  void write(std::span<const std::pair<std::string, std::string>> words);

 private:
  struct Posted {
    std::uint32_t term;
    std::uint32_t wdf;
  };
  /// Of one value slot: its chunks are made as the values come.
  struct Slot {
    std::uint32_t values = 0;
    std::string least{};
    std::string most{};
    std::uint32_t first = 0;  ///< record of the chunk that is open
    std::uint32_t last = 0;
    std::string chunk{};
    std::vector<std::pair<std::uint32_t, std::string>> chunks{};  ///< first record, chunk
  };

  void post(std::string_view term, std::uint32_t wdf);
  void add_value(std::uint32_t slot, std::string_view value);
  std::string write_postings();
  void write_version(std::string_view postings, std::string_view documents,
                     std::string_view synonyms) const;

  std::filesystem::path folder_;
  GlassTable documents_;
  TermTable terms_;
  std::vector<std::uint32_t> frequencies_;  ///< by term
  std::vector<std::uint32_t> last_;         ///< record that has the term
  std::vector<Posted> posted_;
  std::vector<std::size_t> ends_;  ///< of each record, in `posted_`
  std::vector<std::uint32_t> lengths_;
  std::map<std::uint32_t, Slot> slots_;
  std::uint32_t largest_wdf_ = 0;
};

}  // namespace answers
