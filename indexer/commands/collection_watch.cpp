#include "indexer/commands/collection_watch.h"

#include "indexer/building/collection_files.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/inotify.h>
#include <system_error>
#include <unistd.h>

namespace answers {
namespace fs = std::filesystem;
namespace {

using std::chrono::milliseconds;

constexpr milliseconds quiet_for{100};
constexpr milliseconds at_the_latest{1000};

constexpr std::uint32_t changes = IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE |
                                  IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF;

timespec to_timespec(milliseconds time) {
  return {time.count() / 1000, (time.count() % 1000) * 1'000'000};
}

}  // namespace

CollectionWatch::CollectionWatch(const std::vector<fs::path>& collections,
                                 const fs::path& index_directory)
    : index_directory_(whole_path(index_directory)),
      descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "inotify");
  for (const auto& path : collections) collections_.push_back(whole_path(path));
}

CollectionWatch::~CollectionWatch() { close(descriptor_); }

bool CollectionWatch::watch(const fs::path& folder) {
  const int number =
      inotify_add_watch(descriptor_, folder.c_str(), changes | IN_EXCL_UNLINK | IN_ONLYDIR);
  if (number < 0) return false;
  watched_[number].all = true;
  return true;
}

bool CollectionWatch::watch_below(const fs::path& folder) {
  bool complete = watch(folder);
  std::error_code error;
  for (fs::recursive_directory_iterator
           entry(folder, fs::directory_options::skip_permission_denied, error),
       end;
       !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_symlink(ignored) || !entry->is_directory(ignored)) continue;
    // Hidden folders are not read either (corpus/input/walk.h); the index may be one of them or
    // not.
    if (entry->path().filename().native().starts_with('.') || entry->path() == index_directory_) {
      entry.disable_recursion_pending();
    } else {
      complete = watch(entry->path()) && complete;
    }
  }
  return complete && !error;
}

bool CollectionWatch::renew() {
  watched_.clear();
  bool complete = true;
  for (const auto& path : collections_) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      complete = watch_below(path) && complete;
    } else if (fs::exists(path, error)) {
      // The folder and not the file: an editor puts a new file in the place of the old one.
      const int number = inotify_add_watch(descriptor_, path.parent_path().c_str(),
                                           changes | IN_EXCL_UNLINK | IN_ONLYDIR);
      if (number < 0) {
        complete = false;
      } else {
        watched_[number].names.push_back(path.filename().string());
      }
    } else {
      complete = false;
    }
  }
  return complete;
}

/// Empties the queue; says whether there was anything of interest in it.
bool CollectionWatch::read_events() {
  alignas(inotify_event) char buffer[16384];
  bool changed = false;
  ssize_t size = 0;
  while ((size = read(descriptor_, buffer, sizeof buffer)) > 0) {
    for (const char* at = buffer; at < buffer + size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(at);
      at += sizeof(inotify_event) + event->len;
      if ((event->mask & IN_Q_OVERFLOW) != 0) changed = true;
      const auto watched = watched_.find(event->wd);
      if (watched == watched_.end()) continue;
      const std::string_view name = event->len > 0 ? event->name : "";
      // Hidden: locks and unfinished copies of editors, and an index among its collections.
      const bool of_interest =
          watched->second.all
              ? !name.starts_with('.')
              : std::ranges::find(watched->second.names, name) != watched->second.names.end();
      changed = changed || (of_interest && (event->mask & IN_IGNORED) == 0);
    }
  }
  return changed;
}

CollectionWatch::Woken CollectionWatch::wait(milliseconds timeout, const sigset_t& unblocked) {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  std::optional<Clock::time_point> first_change;
  while (true) {
    const auto now = Clock::now();
    milliseconds left = timeout;
    if (first_change) {
      left = std::min(
          quiet_for, std::chrono::duration_cast<milliseconds>(*first_change + at_the_latest - now));
      if (left <= milliseconds(0)) return Woken::by_change;
    } else if (timeout >= milliseconds(0)) {
      left = std::max(milliseconds(0),
                      timeout - std::chrono::duration_cast<milliseconds>(now - begin));
    }
    pollfd events{descriptor_, POLLIN, 0};
    const timespec limit = to_timespec(left);
    const int ready = ppoll(&events, 1, left < milliseconds(0) ? nullptr : &limit, &unblocked);
    if (ready < 0) {
      if (errno == EINTR) return Woken::by_signal;
      throw std::system_error(errno, std::generic_category(), "waiting for changes");
    }
    if (ready == 0) return first_change ? Woken::by_change : Woken::by_timeout;
    if (read_events() && !first_change) first_change = Clock::now();
  }
}

}  // namespace answers
