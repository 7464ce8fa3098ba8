#pragma once

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

/// Folders listed and removed by the C library. libstdc++ does both in functions that may not
/// throw, so it ends the process where there is no memory, and it looks at each file once more.
namespace answers {

/// What stands in a folder.
struct FolderEntry {
  std::string name{};
  /// As the folder has it: a link is a link; `none` where the file system does not say.
  std::filesystem::file_type type = std::filesystem::file_type::none;
};

/// What stands in `folder`, but "." and "..", in byte order of the names. When it cannot be listed
/// nothing, and `error` says why.
std::vector<FolderEntry> list_folder(const std::filesystem::path& folder, std::error_code& error);

/// Removes `path` and all below it, links and not where they lead. What is not there is removed
/// already. Stops at what cannot be removed, and throws std::system_error or sets `error`.
void remove_folder(const std::filesystem::path& path);
void remove_folder(const std::filesystem::path& path, std::error_code& error) noexcept;

}  // namespace answers
