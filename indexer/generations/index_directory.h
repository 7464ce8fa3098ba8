#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The folder of an index and its generations:
///
///     DIR/CURRENT          one line, the name of the live generation; replaced by rename
///     DIR/LOCK             held by the one writer (index_lock.h)
///     DIR/gen-000042/      a finished generation: never written again
///     DIR/gen-000041/      the one before it, kept for the day the live one is damaged
///     DIR/gen-000043-….tmp/  one that is being built; swept away if its builder died
///
/// A generation is a folder that opens as one Xapian database by its path:
///
///     XAPIANDB             a stub file: lists the databases below by relative paths
///     head                 no documents; the metadata of the whole generation
///     segment-<digest>     finished single-file databases with the records; a generation
///                          hard-links the segments that it shares with the one before it
namespace answers {

/// Where an index is: `given` (--index) > $ANSWERS_INDEX > the nearest .answers/ upwards from the
/// working directory > $XDG_DATA_HOME/answers/default.
std::filesystem::path find_index(const std::string& given);

/// "gen-000042" <-> 42.
std::string generation_name(std::uint64_t number);
std::optional<std::uint64_t> generation_number(std::string_view name);

/// The generation that CURRENT names; nullopt when there is no CURRENT in `directory`, or it is
/// damaged. Throws std::system_error when it is there and cannot be read.
std::optional<std::uint64_t> current_generation(const std::filesystem::path& directory);

/// The finished generations in `directory`, oldest first, whether CURRENT names them or not.
std::vector<std::uint64_t> finished_generations(const std::filesystem::path& directory);

/// The file names that the stub file of the finished generation in the folder `path` lists, in its
/// order. Throws std::system_error when it cannot be read.
std::vector<std::string> databases_of(const std::filesystem::path& path);

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

  /// Lists `databases` (file names, the head first) in the stub file, syncs everything to disk and
  /// makes this the live generation. Throws std::system_error, and the live one is as it was; or,
  /// when the very last sync fails, this one, which a loss of power may still undo.
  void publish(const std::vector<std::string>& databases);

 private:
  std::filesystem::path directory_;
  std::filesystem::path path_;
  std::uint64_t number_ = 0;
  bool is_live_ = false;
};

/// Makes a finished generation the live one. For the holder of the IndexLock. Throws
/// std::system_error, and the live one is as it was.
void make_current(const std::filesystem::path& directory, std::uint64_t number);

/// What a generation takes on disk; segments that it shares with another count as its own.
std::uint64_t generation_bytes(const std::filesystem::path& directory, std::uint64_t number);

/// Removes what nobody needs: *.tmp of builders that died and all finished generations but the live
/// one and the one before it. For the holder of the IndexLock. What cannot be removed stays.
void sweep(const std::filesystem::path& directory);

}  // namespace answers
