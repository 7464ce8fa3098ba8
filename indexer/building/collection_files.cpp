#include "indexer/building/collection_files.h"

#include "corpus/input/walk.h"
#include "indexer/generations/index_directory.h"

#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <ctime>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// is_within(), of texts: both are normal, so what lies in a folder begins with its text.
bool begins_with_folder(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) &&
         (path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/');
}

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

fs::path whole_path(const fs::path& path) {
  fs::path normal = fs::absolute(path).lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

bool is_within(const fs::path& path, const fs::path& folder) {
  return begins_with_folder(path.native(), folder.native());
}

const std::string* Folders::around(const fs::path& path) const {
  for (std::string_view outer = path.native();;) {
    if (const auto found = all_.find(outer); found != all_.end()) return &*found;
    const std::size_t slash = outer.rfind('/');
    if (slash == std::string_view::npos || outer == "/") return nullptr;
    outer = outer.substr(0, std::max<std::size_t>(slash, 1));  // "/" holds all
  }
}

FileNames::FileNames(const fs::path& index_directory)
    : index_directory_(whole_path(index_directory)), base_(project_of(index_directory)) {}

std::string FileNames::name_of(const fs::path& path) const {
  return path == "-" ? "-" : name_of_whole(whole_path(path).native());
}

std::string FileNames::name_of_whole(std::string_view path) const {
  const std::string_view base = base_.native();
  if (base.empty() || !begins_with_folder(path, base)) return std::string(path);
  if (path.size() == base.size()) return ".";
  return std::string(path.substr(base.ends_with('/') ? base.size() : base.size() + 1));
}

void FileNames::walk(const fs::path& root, Listener& listener,
                     const std::function<void(const fs::path&, std::string)>& visit) const {
  if (root == "-") return visit(root, "-");
  const std::string whole = whole_path(root).native();
  std::string file;
  walk_collection(root, listener, [&](const fs::path& path) {
    std::string_view below = std::string_view(path.native()).substr(root.native().size());
    file = whole;
    if (!below.empty() && !file.ends_with('/') && !below.starts_with('/')) file += '/';
    if (file.ends_with('/') && below.starts_with('/')) below.remove_prefix(1);
    file += below;
    if (!begins_with_folder(file, index_directory_.native())) visit(path, name_of_whole(file));
  });
}

fs::path FileNames::path_of(const std::string& name) const {
  if (name == "-" || fs::path(name).is_absolute()) return name;
  return whole_path(base_ / name);
}

FileState state_of(const fs::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  return {static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
          nanoseconds(status.st_ctim)};
}

FileState lasting_times(const FileState& state) {
  constexpr std::int64_t time_is_sure_after = 2'000'000'000;
  const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(
                       std::chrono::system_clock::now().time_since_epoch())
                       .count();
  const bool sure = now - std::max(state.modified, state.changed) > time_is_sure_after;
  return sure ? state : FileState{state.size, 0, 0};
}

std::uint64_t digest_of(const fs::path& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) return 0;
  struct stat status {};
  if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {  // a pipe is read once
    close(descriptor);
    return 0;
  }
  std::uint64_t digest = 1;
  std::string window(std::size_t{256} << 10, '\0');
  ssize_t count = 0;
  while ((count = read(descriptor, window.data(), window.size())) > 0 ||
         (count < 0 && errno == EINTR)) {
    if (count > 0)
      digest = XXH3_64bits_withSeed(window.data(), static_cast<std::size_t>(count), digest);
  }
  close(descriptor);
  return count < 0 ? 0 : std::max<std::uint64_t>(1, digest);
}

Sameness compare(const ManifestFile& before, const FileState& now, const fs::path& path) {
  if (before.digest == 0 || before.size != now.size) return Sameness::different;
  if (before.modified != 0 && before.modified == now.modified && before.changed == now.changed)
    return Sameness::same;
  return digest_of(path) == before.digest ? Sameness::same_bytes : Sameness::different;
}

bool holds_files_of(const Manifest& manifest, const std::string& root) {
  const auto is_first = [&manifest](const std::string& beginning) {
    const auto at = std::ranges::lower_bound(manifest.files, beginning, {}, &ManifestFile::path);
    return at != manifest.files.end() && at->path.starts_with(beginning);
  };
  if (root == ".") {  // the project, in which names are relative
    return std::ranges::any_of(manifest.files, [](const ManifestFile& file) {
      return !file.path.starts_with('/') && file.path != "-";
    });
  }
  const auto same = std::ranges::lower_bound(manifest.files, root, {}, &ManifestFile::path);
  return (same != manifest.files.end() && same->path == root) ||
         is_first(root.ends_with('/') ? root : root + '/');
}

DiskChanges changes_since(const Manifest& manifest, const fs::path& index_directory) {
  class Silent : public Listener {
    void on_record(Record /*record*/) override {}
  } silent;
  const FileNames names(index_directory);
  DiskChanges changes;
  Folders missing;
  std::set<std::string> seen;
  for (const auto& root : manifest.roots) {
    const fs::path path = names.path_of(root);
    std::error_code error;
    if (root == "-") continue;
    if (!fs::exists(path, error)) {
      changes.missing_collections.push_back(root);
      missing.add(path);
      continue;
    }
    names.walk(path, silent, [&](const fs::path& file, std::string name) {
      if (!seen.insert(name).second) return;
      const auto known = std::ranges::lower_bound(manifest.files, name, {}, &ManifestFile::path);
      if (known == manifest.files.end() || known->path != name) {
        changes.added.push_back(std::move(name));
      } else if (compare(*known, state_of(file), file) == Sameness::different) {
        changes.changed.push_back(std::move(name));
      }
    });
  }
  for (const auto& file : manifest.files) {
    if (file.path == "-" || seen.contains(file.path)) continue;
    if (!missing.hold(names.path_of(file.path))) changes.gone.push_back(file.path);
  }
  return changes;
}

}  // namespace answers
