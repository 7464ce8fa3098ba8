#pragma once

#include "corpus/record.h"
#include "indexer/generations/checksums.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index_file.h"

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace answers {

/// A stored record turned out not to be what was written.
class IndexDamaged : public IndexUnusable {
  using IndexUnusable::IndexUnusable;
};

/// How much of a generation is looked at before it is used. What is opened is never of another
/// size than was written, and of one below 16 MiB every byte is as it was written.
enum class Verify {
  little,  ///< of a larger one its head and small files; its records when they are read
  all,     ///< every byte, some 5 GB/s
};

/// An index open for reading, or several as one. What it reads never changes and stays readable
/// however many generations are published meanwhile. Not thread-safe: each thread opens its own.
class Index {
 public:
  /// One of the directories that were opened.
  struct Member {
    std::filesystem::path directory{};
    std::filesystem::path project{};  ///< as project_of() says
    std::uint64_t generation = 0;
    Xapian::Database database{};   ///< its generation alone; get_metadata() answers for the whole
    std::vector<FileSum> files{};  ///< of the generation
  };

  /// All documents of all members as one database with one ranking.
  const Xapian::Database& database() const { return database_; }
  const std::vector<Member>& members() const { return members_; }
  /// The databases of which database() consists, in its order: record n of segment i of s is
  /// database()'s (n − 1) × s + i + 1, i from 0.
  const std::vector<Xapian::Database>& segments() const { return segments_; }
  /// What a person should know: an older generation had to be used, and why. Usually empty.
  const std::vector<std::string>& warnings() const { return warnings_; }

  /// The record of a document of database(), its place an absolute path (or "-"). Throws
  /// Xapian::Error and IndexDamaged when the index turns out to be damaged.
  Record record(Xapian::docid id) const {
    return record(database_.get_document(id, Xapian::DOC_ASSUME_VALID));
  }
  Record record(const Xapian::Document& document) const;

 private:
  friend Index open_index(const std::vector<std::filesystem::path>& directories, Verify verify);

  Xapian::Database database_;
  std::vector<Member> members_;
  std::vector<Xapian::Database> segments_;
  std::vector<std::size_t> members_of_segments_;
  std::vector<std::string> warnings_;
  mutable RecordUnpacker unpacker_;
};

/// Opens the live generation of each directory, the newest that is whole. Where a newer one is
/// damaged, or CURRENT names none, there is a warning. Throws IndexUnusable when a directory has
/// none that can be used, and std::system_error when it cannot be read.
Index open_index(const std::vector<std::filesystem::path>& directories,
                 Verify verify = Verify::little);

}  // namespace answers
