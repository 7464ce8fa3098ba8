#include "indexer/generations/index.h"

#include "indexer/generations/index_check.h"
#include "indexer/generations/index_directory.h"
#include "indexer/schema.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// A generation below this is verified whole at each opening: XXH3 reads it in 2 ms.
constexpr std::uint64_t small_generation = std::uint64_t{16} << 20;

/// A generation's databases, and all of them as one.
struct Generation {
  Xapian::Database database{};
  std::vector<Xapian::Database> segments{};
  std::vector<FileSum> files{};
};

void expect_format(const fs::path& directory, std::string_view format) {
  if (format == schema::format) return;
  throw IndexUnusable(
      fmt::format("the index {} was made by another version of answers (its format is {}, this "
                  "program's {}); "
                  "make it anew, of the same collections, with: answers index --rebuild",
                  directory.string(), format, schema::format));
}

/// Whether a file is as it was written; else why not.
std::string damage_of(const IndexFile& file, const FileSum& sum, bool every_byte) {
  if (file.size() != sum.size)
    return fmt::format("{}: it has {} bytes instead of {}", sum.name, file.size(), sum.size);
  if (every_byte && file.digest() != sum.digest)
    return fmt::format("{}: its bytes are not those that were written", sum.name);
  return {};
}

/// Whether the system did not let us read what may be whole.
bool is_refusal(const std::error_code& code) {
  return code == std::errc::permission_denied || code == std::errc::operation_not_permitted ||
         code == std::errc::too_many_files_open ||
         code == std::errc::too_many_files_open_in_system || code == std::errc::not_enough_memory;
}

/// The generation, or nullopt with the reason in `damage`. Throws IndexUnusable when it is whole
/// but not for this program, std::system_error when it may not be read.
std::optional<Generation> open_generation(const fs::path& directory, std::uint64_t number,
                                          Verify verify, std::string& damage) {
  const fs::path folder = directory / generation_name(number);
  Checksums checksums;
  try {
    checksums = read_checksums(folder);
  } catch (const IndexUnusable& error) {
    damage = error.what();
    return std::nullopt;
  } catch (const std::system_error& error) {
    if (is_refusal(error.code())) throw;
    if (const std::string format = format_of_head(folder); !format.empty())
      expect_format(directory, format);
    damage = error.what();
    return std::nullopt;
  }
  if (!checksums.whole) {
    damage = fmt::format("{} is damaged", checksums_name);
    return std::nullopt;
  }
  expect_format(directory, checksums.format);
  Generation generation;
  std::uint64_t size = 0;
  for (const FileSum& sum : checksums.files) size += sum.size;
  const bool every_byte = verify == Verify::all || size < small_generation;
  try {
    for (const FileSum& sum : checksums.files) {
      IndexFile file(folder / sum.name);
      const bool segment = is_segment(sum.name);
      damage = damage_of(file, sum, every_byte || !segment);
      if (!damage.empty()) return std::nullopt;
      if (!segment && sum.name != head_name) continue;
      damage = sum.name;
      generation.segments.push_back(file.database());
      generation.database.add_database(generation.segments.back());
    }
    expect_format(directory, generation.database.get_metadata(std::string(schema::format_key)));
  } catch (const Xapian::Error& error) {
    damage += fmt::format(": {}", error.get_msg());
    if (error.get_error_string() != nullptr)
      damage += fmt::format(" ({})", error.get_error_string());
    return std::nullopt;
  } catch (const std::system_error& error) {
    if (is_refusal(error.code())) throw;
    damage = error.what();
    return std::nullopt;
  } catch (const IndexUnusable& error) {
    damage = error.what();
    return std::nullopt;
  }
  generation.files = std::move(checksums.files);
  return generation;
}

struct OpenMember {
  Index::Member member{};
  std::vector<Xapian::Database> segments{};
};

/// What is wrong with CURRENT where `number` is the newest generation; empty: nothing that matters.
std::string fault_of_current(const fs::path& directory, std::optional<std::uint64_t> current,
                             const std::vector<std::uint64_t>& finished) {
  if (!current) return "CURRENT names no generation";
  if (std::ranges::find(finished, *current) != finished.end()) return {};
  std::error_code ignored;
  return fs::exists(directory / generation_name(*current), ignored)
             ? std::string()
             : fmt::format("CURRENT names generation {}, which is not there", *current);
}

OpenMember open_member(const fs::path& directory, Verify verify,
                       std::vector<std::string>& warnings) {
  std::string fault;  // of the first try that failed
  while (true) {
    const auto current = current_generation(directory);
    const auto finished = finished_generations(directory);
    if (!current && finished.empty()) {
      throw IndexUnusable(fmt::format("there is no index in {}; make one with: answers index PATH…",
                                      directory.string()));
    }
    fault = fault_of_current(directory, current, finished);
    // Two builds may have been published since, and what was found swept away.
    const auto changed = [&] {
      return finished_generations(directory) != finished ||
             current_generation(directory) != current;
    };
    std::optional<OpenMember> opened;
    bool again = false;
    for (auto at = finished.rbegin(); at != finished.rend() && !opened; ++at) {
      std::string damage;
      if (auto found = open_generation(directory, *at, verify, damage)) {
        opened = {{directory, project_of(directory), *at, std::move(found->database),
                   std::move(found->files)},
                  std::move(found->segments)};
      } else {
        again = changed();
        if (again) break;
        if (fault.empty() || *at == finished.back())
          fault = fmt::format("generation {}: {}", *at, damage);
      }
    }
    if (again || (!fault.empty() && changed())) continue;
    if (!opened) {
      throw IndexUnusable(fmt::format(
          "the index {0} is damaged: {1}; make it anew with: answers check --repair --index {0}",
          directory.string(), fault));
    }
    if (!fault.empty()) {
      warnings.push_back(fmt::format(
          "the index {0} is damaged: {1}; using generation {2} instead; mend it with: answers "
          "check --repair --index {0}",
          directory.string(), fault, opened->member.generation));
    }
    return *std::move(opened);
  }
}

}  // namespace

Record Index::record(const Xapian::Document& document) const {
  const std::string data = document.get_data();
  if (!unpacker_.knows_dictionary_of(data)) {
    for (const Member& member : members_)
      unpacker_.add_dictionary(member.database.get_metadata(std::string(schema::dictionary_key)));
  }
  try {
    Record record = read_record(unpacker_.unpack(data));
    std::string& path = record.place.path;
    const std::size_t segment = (document.get_docid() - 1) % segments_.size();
    const auto& project = members_[members_of_segments_[segment]].project.native();
    if (!project.empty() && !path.starts_with('/') && path != "-")
      path.insert(0, project.ends_with('/') ? project : project + '/');
    return record;
  } catch (const std::runtime_error& error) {
    throw IndexDamaged(fmt::format("the index is damaged: record {}: {}; see: answers check",
                                   document.get_docid(), error.what()));
  }
}

Index open_index(const std::vector<fs::path>& directories, Verify verify) {
  Index index;
  for (const auto& directory : directories) {
    OpenMember opened = open_member(directory, verify, index.warnings_);
    index.database_.add_database(opened.member.database);
    index.members_of_segments_.insert(index.members_of_segments_.end(), opened.segments.size(),
                                      index.members_.size());
    index.members_.push_back(std::move(opened.member));
    index.segments_.insert(index.segments_.end(), opened.segments.begin(), opened.segments.end());
  }
  return index;
}

}  // namespace answers
