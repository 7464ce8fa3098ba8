#pragma once

#include "corpus/record.h"
#include "indexer/generations/checksums.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index_file.h"
#include "indexer/generations/vocabulary.h"
#include "indexer/remote/remote.h"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace answers {

class GlassFile;

/// How much of a generation is looked at before it is used. What is opened is never of another
/// size than was written, and of one below 16 MiB every byte is as it was written.
enum class Verify {
  little,  ///< of a larger one its head and small files; its records when they are read
  all,     ///< every byte, some 5 GB/s
};

/// Where the parts of an index are that are read as one: folders here, and what is served
/// elsewhere. Copies share the latter.
struct IndexPlaces {
  std::vector<std::filesystem::path> directories{};
  std::vector<std::shared_ptr<Remote>> remotes{};
};

/// An index open for reading, or several as one. What it reads never changes and stays readable
/// however many generations are published meanwhile. Not thread-safe: each thread opens its own.
///
/// Of its members elsewhere it holds what they were when renew() last looked. What they say of
/// words was read then; their records are asked for. One that fails takes no part until then.
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

  /// One of the indexes elsewhere.
  struct RemoteMember {
    std::shared_ptr<Remote> remote{};
    std::shared_ptr<RemoteSession> session{};  ///< none where it cannot be asked
    std::string why{};                         ///< then
  };

  /// All documents of all members here as one database with one ranking.
  const Xapian::Database& database() const { return database_; }
  const std::vector<Member>& members() const { return members_; }
  const std::vector<RemoteMember>& remotes() const { return remotes_; }
  /// The folder that paths may be said from: of an index that is alone; else empty.
  std::filesystem::path root() const {
    return members_.size() == 1 && remotes_.empty() ? members_.front().project
                                                    : std::filesystem::path();
  }
  /// Looks how the members elsewhere stand; true where one went, came or has another generation.
  /// From here on they have the time of an answer, for all that they are asked.
  bool renew();

  /// Here and elsewhere: how many records there are, and how many have a term. Of members elsewhere
  /// no term is known that is one to a record.
  double records() const;
  double frequency(const std::string& term) const;
  bool has_term(const std::string& term) const;
  /// Calls on_term(term, frequency) for all that begin so, in order, until it returns false.
  template <class OnTerm>
  void terms_beginning(const std::string& beginning, OnTerm&& on_term) const {
    if (remotes_.empty()) {
      for (auto term = database_.allterms_begin(beginning);
           term != database_.allterms_end(beginning); ++term) {
        if (!on_term(*term, static_cast<double>(term.get_termfreq()))) return;
      }
      return;
    }
    for (const auto& [term, records] : merged_terms(beginning)) {
      if (!on_term(term, records)) return;
    }
  }
  /// As words_beginning() and terms_of_word() of a database say.
  std::vector<KnownWord> words_beginning(const std::string& beginning, std::size_t most) const;
  std::vector<std::string> terms_of_word(const std::string& word) const;
  /// AverageLengths of the first member that is there.
  std::string averages() const;

  /// The databases of which database() consists, in its order: record n of segment i of s is
  /// database()'s (n − 1) × s + i + 1, i from 0.
  const std::vector<Xapian::Database>& segments() const { return segments_; }
  /// The files of segments(), for PostingList.
  std::span<const std::shared_ptr<GlassFile>> segment_files() const { return segment_files_; }
  /// What a person should know: an older generation had to be used, and why. Usually empty.
  const std::vector<std::string>& warnings() const { return warnings_; }
  /// Where members were not ranked as one index of all would be when they were opened, a sentence
  /// that says which and what to do; else empty.
  const std::string& difference() const { return difference_; }

  /// The record of a document of database(), its place an absolute path (or "-"). Throws
  /// Xapian::Error and IndexDamaged when the index turns out to be damaged.
  Record record(Xapian::docid id) const;

  /// The same, of which all may be missing that ranking does not read: complete() finds it.
  StoredRecord stored(Xapian::docid id) const;
  void complete(StoredRecord& stored, Xapian::docid id) const;
  /// Of a record that fetch() found. Where it is damaged its member is broken off.
  void complete_remote(StoredRecord& stored, std::size_t member) const;

  /// Of remotes(), for a RemoteRound.
  std::vector<std::shared_ptr<RemoteSession>> sessions() const;

  /// A record of remotes()[member].
  struct RemoteRecord {
    std::size_t member = 0;
    Xapian::docid id = 0;
    StoredRecord stored{};
    bool is_there = false;
  };
  /// Fills `records`, in one round trip to all members; of each all may be missing that ranking
  /// does not read, as above. They are valid until renew(). Those of a member that fails on the way
  /// are not there.
  void fetch(std::span<RemoteRecord> records) const;
  /// Until when a member elsewhere is waited for that is asked now: the deadline of the query, or,
  /// where another member that is mute used that up, a quarter of it more.
  Clock::time_point deadline(const RemoteMember& member) const {
    const auto answer = member.remote->deadlines().answer;
    return std::max(renewed_ + answer, Clock::now() + answer / 4);
  }

 private:
  std::size_t member_of(Xapian::docid id) const {
    return members_of_segments_[(id - 1) % segments_.size()];
  }

  friend Index open_index(const IndexPlaces& places, Verify verify);

  std::map<std::string, double> merged_terms(const std::string& beginning) const;

  Xapian::Database database_;
  std::vector<Member> members_;
  std::vector<RemoteMember> remotes_;
  Clock::time_point renewed_{};
  std::vector<Xapian::Database> segments_;
  std::vector<std::shared_ptr<GlassFile>> segment_files_;
  std::vector<std::size_t> members_of_segments_;
  std::vector<std::string> warnings_;
  std::string difference_;
  mutable std::vector<RecordUnpacker> unpackers_;  ///< of each member
  mutable std::vector<RecordUnpacker> remote_unpackers_;
};

/// Opens the live generation of each directory, the newest that is whole. Where a newer one is
/// damaged, or CURRENT names none, there is a warning. Throws IndexUnusable when a directory has
/// none that can be used, and std::system_error when it cannot be read.
Index open_index(const IndexPlaces& places, Verify verify = Verify::little);
inline Index open_index(const std::vector<std::filesystem::path>& directories,
                        Verify verify = Verify::little) {
  return open_index(IndexPlaces{directories, {}}, verify);
}

}  // namespace answers
