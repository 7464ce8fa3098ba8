#pragma once

#include "corpus/listener.h"
#include "indexer/generations/manifest.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The files of the collections on disk, and what the index calls them.
namespace answers {

/// `path` absolute and normal, without a slash at the end. Symbolic links stay.
std::filesystem::path whole_path(const std::filesystem::path& path);

/// Whether `path` is `folder` or lies in it; both as whole_path() gives them.
bool is_within(const std::filesystem::path& path, const std::filesystem::path& folder);

/// Files and folders, to be asked which of them a path lies in.
class Folders {
 public:
  /// `folder`, and every path asked for below: as whole_path() gives it, or "-", which holds
  /// itself.
  void add(const std::filesystem::path& folder) { all_.insert(folder.native()); }
  /// The innermost of them that `path` is or lies in; nullptr: none. Takes a look-up for each part
  /// of the path, however many they are. Valid until the next add().
  const std::string* around(const std::filesystem::path& path) const;
  bool hold(const std::filesystem::path& path) const { return around(path) != nullptr; }

 private:
  std::set<std::string, std::less<>> all_{};
};

/// How an index names files. An index in a folder named ".answers" belongs to the folder that holds
/// it, names what lies in there relative to it, and may be moved with it; all else is named by
/// absolute paths. "-" is standard input.
class FileNames {
 public:
  explicit FileNames(const std::filesystem::path& index_directory);
  std::string name_of(const std::filesystem::path& path) const;
  std::filesystem::path path_of(const std::string& name) const;

  /// Calls `visit` as walk_collection() does, but for the files of the index itself, each with the
  /// name that name_of() gives it. Asks the system once where `root` is, and not for each file.
  void walk(const std::filesystem::path& root, Listener& listener,
            const std::function<void(const std::filesystem::path&, std::string)>& visit) const;

 private:
  std::string name_of_whole(std::string_view path) const;
  std::filesystem::path index_directory_;
  std::filesystem::path base_;
};

struct FileState {
  std::uint64_t size = 0;
  std::int64_t modified = 0;  ///< nanoseconds, as the file's times below
  std::int64_t changed = 0;   ///< ctime: nobody sets it back
  bool operator==(const FileState&) const = default;
};

/// Zeros where there is no regular file.
FileState state_of(const std::filesystem::path& path);

/// `state` with the times that a file is known by: zeros where it was changed so short ago that it
/// may be changed again without a new time. Then it is compared by its bytes next time.
FileState lasting_times(const FileState& state);

/// A digest of the bytes of a regular file; 0 when there is none or it cannot be read. Never waits.
std::uint64_t digest_of(const std::filesystem::path& path);

enum class Sameness { same, same_bytes, different };
/// By size and times, else by the bytes.
Sameness compare(const ManifestFile& before, const FileState& now,
                 const std::filesystem::path& path);

/// Whether `manifest` has files that are or lie in the collection that the index calls `root`.
bool holds_files_of(const Manifest& manifest, const std::string& root);

/// What changed on disk since the generation with `manifest` was built: names as the index has
/// them. Reads files only where their times tell nothing.
struct DiskChanges {
  std::vector<std::string> added{};
  std::vector<std::string> changed{};
  std::vector<std::string> gone{};
  std::vector<std::string> missing_collections{};
};
DiskChanges changes_since(const Manifest& manifest, const std::filesystem::path& index_directory);

}  // namespace answers
