#pragma once

#include "indexer/generations/glass_file.h"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace answers {

/// How many records of a segment have a term. Throws IndexDamaged.
Xapian::doccount frequency_in(GlassFile& segment, std::string_view term);

/// The records of one segment that have a term, and what it counts in each: what Xapian's
/// PostingIterator gives, read from the segment's blocks with a tenth of its instructions (figures
/// in tests/bench/results/latency.md). The file must outlive it. Throws IndexDamaged where the
/// postings cannot be what was written; what is damaged otherwise the checksums tell.
class PostingList {
 public:
  static constexpr Xapian::docid end = std::numeric_limits<Xapian::docid>::max();

  /// Stands at the first record; at `end` where no record has the term.
  PostingList(GlassFile& file, std::string_view term);
  PostingList(PostingList&&) = default;
  PostingList& operator=(PostingList&&) = default;
  PostingList(const PostingList&) = delete;
  PostingList& operator=(const PostingList&) = delete;
  ~PostingList() = default;

  /// Records that have the term.
  Xapian::doccount frequency() const { return frequency_; }
  /// Where it stands, counted as the segment does from 1; `end` behind the last one.
  Xapian::docid id() const { return id_; }
  Xapian::termcount wdf() const { return wdf_; }

  void next() {
    if (at_ >= chunk_end_) {
      end_chunk();
      return;
    }
    std::uint64_t id = id_;
    at_ = read_posting(at_, id, wdf_);
    take(id);
  }

  /// To the first one that is `wanted` or above, where it does not stand there already.
  void skip_to(Xapian::docid wanted);

  /// Calls visit(id, wdf) for all from where it stands to `last`, which is below `end`, and stands
  /// behind them then.
  template <class Visit>
  void visit_to(Xapian::docid last, Visit&& visit) {
    while (id_ <= last) {
      // What a chunk needs stays in registers.
      const unsigned char* at = at_;
      const unsigned char* const chunk_end = chunk_end_;
      std::uint64_t id = id_;
      Xapian::termcount wdf = wdf_;
      do {
        visit(static_cast<Xapian::docid>(id), wdf);
        if (at >= chunk_end) break;
        at = read_posting(at, id, wdf);
      } while (id <= last);
      at_ = at;
      wdf_ = wdf;
      if (id <= last) {
        id_ = static_cast<Xapian::docid>(id);
        end_chunk();
      } else {
        take(id);
      }
    }
  }

 private:
  /// The next record, and what the term counts there; behind a chunk stand bytes to be read in
  /// vain.
  const unsigned char* read_posting(const unsigned char* at, std::uint64_t& id,
                                    Xapian::termcount& wdf) const {
    // A step is hardly ever longer than a byte, what a word counts never than two.
    if (at[0] < 0x80) {
      if (at[1] < 0x80) {
        id += std::uint64_t{1} + at[0];
        wdf = at[1];
        return at + 2;
      }
      if (at[2] < 0x80) {
        id += std::uint64_t{1} + at[0];
        wdf = (at[1] & 0x7FU) | static_cast<unsigned>(at[2]) << 7;
        return at + 3;
      }
    }
    return read_long_posting(at, id, wdf);
  }
  const unsigned char* read_long_posting(const unsigned char* at, std::uint64_t& id,
                                         Xapian::termcount& wdf) const;
  /// A number of at most 32 bits; leaves `at` behind it.
  std::uint32_t number(const unsigned char*& at) const;
  void take(std::uint64_t id) {
    if (id > last_of_chunk_) cursor_.damaged();
    id_ = static_cast<Xapian::docid>(id);
  }
  /// Nothing is left of the chunk, which must have ended as it said.
  void end_chunk();
  /// To the first record of the next one.
  void leave_chunk();
  /// Reads the chunk at which the cursor stands.
  void read_chunk(std::string_view key);
  /// To the first record of the chunk in which `wanted` would be.
  void find_chunk(Xapian::docid wanted);

  GlassCursor cursor_;
  std::string key_;  ///< of the list
  std::string chunk_{};
  const unsigned char* at_ = nullptr;  ///< behind the posting where it stands
  const unsigned char* chunk_end_ = nullptr;
  bool is_last_chunk_ = true;
  Xapian::docid id_ = end;
  Xapian::termcount wdf_ = 0;
  Xapian::doccount frequency_ = 0;
  Xapian::docid first_of_chunk_ = 0;
  Xapian::docid last_of_chunk_ = 0;
};

}  // namespace answers
