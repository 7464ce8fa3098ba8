#include "corpus/input/folder.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <ftw.h>
#include <memory>
#include <span>
#include <string_view>

namespace answers {
namespace fs = std::filesystem;
namespace {

fs::file_type type_of(const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG:
      return fs::file_type::regular;
    case DT_DIR:
      return fs::file_type::directory;
    case DT_LNK:
      return fs::file_type::symlink;
    case DT_BLK:
      return fs::file_type::block;
    case DT_CHR:
      return fs::file_type::character;
    case DT_FIFO:
      return fs::file_type::fifo;
    case DT_SOCK:
      return fs::file_type::socket;
    default:
      return fs::file_type::none;
  }
}

int is_no_dot(const dirent* entry) {
  const std::string_view name = entry->d_name;
  return name != "." && name != ".." ? 1 : 0;
}

}  // namespace

std::vector<FolderEntry> list_folder(const fs::path& folder, std::error_code& error) {
  error.clear();
  dirent** list = nullptr;
  const int count = scandir(folder.c_str(), &list, is_no_dot, nullptr);
  if (count < 0) {
    error.assign(errno, std::generic_category());
    return {};
  }
  struct Free {
    std::size_t count;
    void operator()(dirent** entries) const {
      for (dirent* entry : std::span(entries, count)) std::free(entry);
      std::free(entries);
    }
  };
  const auto size = static_cast<std::size_t>(count);
  const std::unique_ptr<dirent*, Free> owned(list, Free{size});
  std::vector<FolderEntry> entries;
  entries.reserve(size);
  for (const dirent* entry : std::span(list, size))
    entries.push_back({entry->d_name, type_of(*entry)});
  std::ranges::sort(entries, {}, &FolderEntry::name);
  return entries;
}

void remove_folder(const fs::path& path) {
  std::error_code error;
  remove_folder(path, error);
  if (error) throw std::system_error(error, path.string());
}

void remove_folder(const fs::path& path, std::error_code& error) noexcept {
  const auto remove_one = [](const char* name, const struct stat* /*status*/, int /*type*/,
                             FTW* /*place*/) {
    return std::remove(name) == 0 || errno == ENOENT ? 0 : errno;
  };
  constexpr int most_open = 16;  // folders at once; deeper ones are opened again
  const int failed = nftw(path.c_str(), remove_one, most_open, FTW_DEPTH | FTW_PHYS);
  const int why = failed < 0 ? errno : failed;
  error.assign(why == ENOENT ? 0 : why, std::generic_category());
}

}  // namespace answers
