#pragma once

#include "indexer/generations/checksums.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The folder of an index and its generations:
///
///     DIR/CURRENT          one line, the name of the live generation; replaced by rename
///     DIR/live             a link to its folder, for xapian-tcpsrv; replaced by rename. Where the
///                          file system has no links, there is none; nothing here follows it
///     DIR/LOCK             held by the one writer (index_lock.h)
///     DIR/gen-000042/      a finished generation: never written again
///     DIR/gen-000041/      the one before it, kept for the day the live one is damaged
///     DIR/gen-000043-….tmp/  one that is being built; swept away if its builder died
///
/// A generation is whole from the rename of its folder on, and the newest whole one is the live
/// one: CURRENT follows, for people and for other programs, and a wrong one does no harm. Its
/// folder holds
///
///     checksums            of all that follows (checksums.h)
///     head                 no documents; the metadata of the whole generation
///     segment-<digest>     finished single-file databases with the records; a generation
///                          hard-links the segments that it shares with the one before it
///     collections          what it was made of, a line each
///     XAPIANDB             a stub file for Xapian's own programs: lists the databases
namespace answers {

/// Where an index is: `given` (--index) > $ANSWERS_INDEX > the nearest .answers/ upwards from the
/// working directory > $XDG_DATA_HOME/answers/default. Throws IndexUnusable, with a sentence that
/// says how to allow it, when the .answers/ that was found is a link or belongs to somebody else:
/// it may have come with a folder of a stranger. Throws it, too, where an
/// address of an index elsewhere or a set is named.
std::filesystem::path find_index(const std::string& given);

/// The folder that an index belongs to, absolute: the one that holds its ".answers". What lies in
/// there the index names relative to it, and both may be moved together. Empty for an index of
/// another name, which names all files by absolute paths.
std::filesystem::path project_of(const std::filesystem::path& index_directory);

/// "gen-000042" <-> 42, and nothing else.
std::string generation_name(std::uint64_t number);
std::optional<std::uint64_t> generation_number(std::string_view name);

/// The generation that CURRENT names; nullopt when there is no CURRENT in `directory`, or it is
/// damaged. Throws std::system_error when it is there and cannot be read, IndexUnusable when it is
/// no regular file.
std::optional<std::uint64_t> current_generation(const std::filesystem::path& directory);

/// The finished generations in `directory`, oldest first, whether CURRENT names them or not. Links
/// are none.
std::vector<std::uint64_t> finished_generations(const std::filesystem::path& directory);

/// A generation that is being built. Whoever makes one holds the IndexLock. When it is not
/// published it is removed again, with all that was written into it.
class NewGeneration {
 public:
  /// Makes DIR/gen-N-X.tmp/, where N follows every number in use and X is random: should another
  /// builder be at work in spite of the lock, each has a folder of its own.
  explicit NewGeneration(const std::filesystem::path& directory);
  ~NewGeneration();
  NewGeneration(const NewGeneration&) = delete;
  NewGeneration& operator=(const NewGeneration&) = delete;

  std::uint64_t number() const { return number_; }
  /// Where its files are to be written. Sub-folders are scratch: publish() removes them.
  const std::filesystem::path& path() const { return path_; }

  /// Makes this the live generation: its `databases` (file names, the head first), `roots` as its
  /// collections, the checksums of all (those of `known` are taken over), synced to disk. Throws
  /// std::system_error, and the live one is as it was; or, when a sync at the very end fails, this
  /// one, which a loss of power may still undo.
  void publish(const std::vector<std::string>& databases, std::span<const std::string> roots,
               std::span<const FileSum> known);

 private:
  std::filesystem::path directory_;
  std::filesystem::path path_;
  std::uint64_t number_ = 0;
  bool is_live_ = false;
};

/// Makes a finished generation the live one. For the holder of the IndexLock. Throws
/// std::system_error, and the live one is as it was.
void make_current(const std::filesystem::path& directory, std::uint64_t number);
/// Whether CURRENT and the link name it. Throws as current_generation() does.
bool is_current(const std::filesystem::path& directory, std::uint64_t number);

/// What a generation takes on disk; segments that it shares with another count as its own.
std::uint64_t generation_bytes(const std::filesystem::path& directory, std::uint64_t number);

/// Removes *.tmp of builders that died. For the holder of the IndexLock, as the next. What cannot
/// be removed stays.
void sweep_unfinished(const std::filesystem::path& directory);
/// Removes all finished generations but these: for whoever has seen that they are whole.
void sweep_all_but(const std::filesystem::path& directory, std::span<const std::uint64_t> kept);

}  // namespace answers
