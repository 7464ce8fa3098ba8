#pragma once

#include "corpus/record.h"
#include "indexer/generations/document.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// Records on their way from the readers to the segments, one behind the other in a scratch file.
/// Those of some kilobytes or more are packed, and what was indexed is let go, so that the file and
/// the index together take less than twice what the index will.
class RecordSpool {
 public:
  /// Makes the file. This and all below throw std::system_error when it cannot be written or read.
  explicit RecordSpool(const std::filesystem::path& path);
  ~RecordSpool();
  RecordSpool(const RecordSpool&) = delete;
  RecordSpool& operator=(const RecordSpool&) = delete;

  /// Appends the bytes of a record.
  void add(std::string_view bytes);
  std::uint64_t size() const { return size_; }  ///< of the file, with what add() gave it last
  /// To be called between the last add() and the first Cursor.
  void finish();
  /// Gives the room of these bytes back, which nobody reads any more, where the file system can
  /// do that. May be called while cursors read elsewhere.
  void let_go(std::uint64_t begin, std::uint64_t end) const;

  /// Reads records from `offset`, which was size() before the first of them was added. Several
  /// cursors may be used at once, each by one thread.
  class Cursor {
   public:
    Cursor(const RecordSpool& spool, std::uint64_t offset);
    /// The bytes of the next record, valid until the next call.
    std::string_view next();
    std::uint64_t offset() const { return offset_ - (window_.size() - at_); }  ///< of that after it
    /// Gives back the memory that the last record took: worth while behind a large one.
    void release();

   private:
    std::string_view take(std::size_t bytes);
    const RecordSpool& spool_;
    std::uint64_t offset_;  ///< behind the window
    std::string window_{};
    std::size_t at_ = 0;
    RecordUnpacker unpacker_{};
  };

 private:
  void write_out(std::string_view bytes);

  std::filesystem::path path_;
  int descriptor_;
  std::uint64_t size_ = 0;
  std::string unwritten_{};
  RecordPacker packer_{""};
};

/// What became of the records that were read, by their ordinals.
struct Verdicts {
  std::vector<bool> dropped{};  ///< identical to one that is kept
  std::vector<bool> renamed{};  ///< its given id belongs to another record: see derived_id()
  std::uint64_t identical = 0;
  std::uint64_t as_before = 0;  ///< the index held it already
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t gone = 0;
};

/// Finds the records that share an id, and what is new. Memory: 32 MB, or what 1/64 of the records
/// need at 32 bytes each; the rest stands in scratch files.
class IdLedger {
 public:
  /// `scratch` is a folder for its files.
  explicit IdLedger(std::filesystem::path scratch);
  ~IdLedger();
  IdLedger(const IdLedger&) = delete;
  IdLedger& operator=(const IdLedger&) = delete;

  /// A record that was read, the next ordinal from 0.
  void add(const Record& record);
  /// A record of the index whose file is read again or gone.
  void add_old(const Record& record);
  std::uint64_t records() const { return records_; }

  /// Of the records that share an id the first is kept, in the order of `precedes` (of ordinals);
  /// those that differ from it keep a derived id. `on_shared` hears of each that is not the first,
  /// with the first and whether they are identical. To be called once, at the end.
  Verdicts settle(const std::function<bool(std::uint64_t, std::uint64_t)>& precedes,
                  const std::function<void(std::uint64_t first, std::uint64_t other,
                                           bool identical)>& on_shared);

 private:
  struct Entry {
    std::uint64_t question = 0;  ///< hashes
    std::uint64_t id = 0;
    std::uint64_t content = 0;
    std::uint64_t ordinal = 0;
  };
  static constexpr std::size_t partitions = 64;
  static constexpr std::uint64_t old_record = ~std::uint64_t{0};

  void enter(const Record& record, std::uint64_t ordinal);
  void spill();
  std::vector<Entry> take_partition(std::size_t number);

  std::filesystem::path scratch_;
  std::vector<Entry> entries_[partitions];
  std::size_t in_memory_ = 0;
  bool spilled_ = false;
  std::uint64_t records_ = 0;
};

/// The id of a record whose given id another one has: the id, '~', and eight digits that depend on
/// its text alone.
std::string derived_id(const Record& record);

}  // namespace answers
