#pragma once

#include <chrono>
#include <csignal>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace answers {

/// Hears when something in collections changes, through inotify(7). It tells only that there was a
/// change: the update that follows compares every file, so nothing is lost when events are (a full
/// queue, a folder that was made and filled before it was watched).
class CollectionWatch {
 public:
  /// `collections` are files and folders; what lies in `index_directory` is no change. Throws
  /// std::system_error when the system has no inotify to give.
  CollectionWatch(const std::vector<std::filesystem::path>& collections,
                  const std::filesystem::path& index_directory);
  ~CollectionWatch();
  CollectionWatch(const CollectionWatch&) = delete;
  CollectionWatch& operator=(const CollectionWatch&) = delete;

  /// Watches every folder that is there now. To be called before each update, so that nothing can
  /// come between. Returns false when some folder could not be watched: the system's limit
  /// (fs.inotify.max_user_watches) is reached, or a collection is not there.
  bool renew();

  enum class Woken { by_change, by_timeout, by_signal };
  /// Waits for a change and then for a moment without one, since an editor makes several: 0.1 s,
  /// but no longer than 1 s. Comes back without a change after `timeout` (negative: never), and at
  /// once when a signal comes that `unblocked` lets through.
  Woken wait(std::chrono::milliseconds timeout, const sigset_t& unblocked);

 private:
  bool watch(const std::filesystem::path& folder);
  bool watch_below(const std::filesystem::path& folder);
  bool read_events();

  /// What is of interest in a watched folder: all, or the files of these names.
  struct Watched {
    bool all = false;
    std::vector<std::string> names{};
  };

  std::vector<std::filesystem::path> collections_;
  std::filesystem::path index_directory_;
  int descriptor_ = -1;
  std::map<int, Watched> watched_;
};

}  // namespace answers
