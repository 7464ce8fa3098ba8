#pragma once

#include "indexer/generations/index.h"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace answers {

/// What was written.
struct SiteSize {
  std::size_t records = 0;
  std::size_t files = 0;
  std::uint64_t bytes = 0;
};

/// Writes `records` of `index`, in that order, as a site that needs no server: a page, its style
/// and scripts, the index of their words (site_index.h) and their texts, some dozens in a file. A
/// browser searches in them, from a web server or from the disk. `folder` is made where it is not
/// there; what an older site left in it is replaced, the page last. Throws std::system_error where
/// it cannot be written, and std::runtime_error where the folder holds anything else.
SiteSize write_site(const Index& index, std::span<const Xapian::docid> records,
                    const std::filesystem::path& folder);

}  // namespace answers
