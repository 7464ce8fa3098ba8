#pragma once

#include "corpus/record.h"
#include "indexer/analysis/postings.h"
#include "indexer/generations/coded_text.h"
#include "indexer/schema.h"

#include <xapian.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace answers {

/// A record as bytes: a version, then each field in turn, numbers as varints. O(size).
std::string write_record(const Record& record);

/// The record again: read_record(write_record(r)) equals r. Throws std::runtime_error on bytes that
/// write_record of this version did not make.
Record read_record(std::string_view bytes);

/// What many records of a collection have in common: a wordbook for their texts, and what zstd may
/// refer to. 0.3 s for the usual sample of 6 MB of write_record(). Empty when there is too little
/// to learn from; that is a fine dictionary too.
std::string train_dictionary(std::span<const std::string_view> samples);

/// The number that data compressed with `dictionary` carries; 0 for an empty one.
std::uint32_t dictionary_number(std::string_view dictionary);

/// A record on its way out of a document's data. Where its texts are coded, they wait to be asked
/// for: what ranking reads of the hundreds of records that are never shown are the codes.
struct StoredRecord {
  /// Id, question, section, tags, source and language are always there; the rest once it
  /// is_complete, or without a wordbook.
  Record record{};
  bool is_complete = false;            ///< for Index::complete()
  const Wordbook* wordbook = nullptr;  ///< of the codes; nullptr: nothing is coded
  std::string_view question{};         ///< coded, as are the next two
  std::string_view answer{};
  std::string_view body{};
  std::string_view rest{};                    ///< what read_rest() reads
  std::unique_ptr<const std::string> data{};  ///< in which these four stand
};

/// Reads what of the record was left. Throws std::runtime_error on damaged data.
void read_rest(StoredRecord& stored);

/// A record -> data of a document: its texts coded (coded_text.h), or where that is not possible
/// its bytes in a zstd frame (RFC 8878) with a checksum that names its dictionary by number, or
/// where that is shorter the bytes themselves. Coded ones and those of the last kind end in four
/// bytes of their checksum. Not thread-safe.
class RecordPacker {
 public:
  explicit RecordPacker(std::string_view dictionary);
  ~RecordPacker();
  RecordPacker(const RecordPacker&) = delete;
  RecordPacker& operator=(const RecordPacker&) = delete;
  RecordPacker(RecordPacker&&) noexcept;
  RecordPacker& operator=(RecordPacker&&) noexcept;

  /// Bytes of write_record() as a frame, or as they are. Valid until the next call of this or
  /// code().
  std::string_view pack(std::string_view bytes);
  /// The record with its texts coded, `postings` having read it last; nullopt where that cannot be.
  std::optional<std::string_view> code(const Record& record, PostingMaker& postings);
  /// Gives back the memory that the last call took: worth while behind a large record.
  void release();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Data of a document -> a record. Not thread-safe.
class RecordUnpacker {
 public:
  RecordUnpacker();
  ~RecordUnpacker();
  RecordUnpacker(const RecordUnpacker&) = delete;
  RecordUnpacker& operator=(const RecordUnpacker&) = delete;
  RecordUnpacker(RecordUnpacker&&) noexcept;
  RecordUnpacker& operator=(RecordUnpacker&&) noexcept;

  /// Of several, each has frames of its own, but coded are the records by the first that has a
  /// wordbook.
  void add_dictionary(std::string_view dictionary);
  /// Whether the dictionary that `data` was packed with has been added (or it needs none).
  bool knows_dictionary_of(std::string_view data) const;
  /// Of RecordPacker::pack(), the bytes; valid until the next call. Throws std::runtime_error on
  /// damaged data, and when its dictionary has not been added.
  std::string_view unpack(std::string_view data);
  /// What ranking reads of the record, which must not outlive this. Throws as unpack() does.
  StoredRecord stored(std::string data);
  /// All of the record. Throws as unpack() does.
  Record record(std::string data);
  /// Gives back the memory that the last call took: worth while behind a large record.
  void release();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What the index knows of a record beside its data.
struct IndexedRecord {
  std::span<const Posting> words{};    ///< valid as PostingMaker::postings() says
  std::vector<std::string> filters{};  ///< terms that count nothing; one may stand twice
  std::string question_key{};          ///< of schema::question_key
  std::string votes{};                 ///< of schema::votes; empty: none
};
IndexedRecord indexed(const Record& record, PostingMaker& postings);

/// The term of questions that begin so; of a shorter text their terms begin with it.
std::string beginning_term(std::string_view text);

/// The term that filters by `value` ("tag", "Boosting" -> "Kboosting"): ASCII letters are folded,
/// except in ids; a value too long for a term is cut and its hash appended. Throws
/// std::out_of_range when schema::filter_fields has no such field.
std::string filter_term(std::string_view field, std::string_view value);

/// The terms that mark the answers to a question: each of them has one of the two.
std::array<std::string, 2> terms_of_question(std::string_view question_id);

}  // namespace answers
