#include "indexer/generations/index_check.h"

#include "indexer/generations/checksums.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/index_file.h"
#include "indexer/generations/subject_table.h"
#include "indexer/generations/term_place_table.h"
#include "indexer/schema.h"

#include <fmt/core.h>
#include <xapian.h>

#include <algorithm>
#include <exception>
#include <map>
#include <optional>

namespace answers {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t largest_list = std::size_t{16} << 20;  ///< of collections

std::string said(const Xapian::Error& error) {
  std::string text = error.get_msg();
  if (error.get_error_string() != nullptr) text += fmt::format(" ({})", error.get_error_string());
  return text;
}

/// What `look` finds wrong with the file `name`, or what it throws.
template <typename Look>
void note(std::vector<std::string>& wrong, const std::string& name, Look look) {
  std::string what;
  try {
    what = look();
  } catch (const Xapian::Error& error) {
    what = said(error);
  } catch (const std::exception& error) {
    what = error.what();
  }
  if (!what.empty()) wrong.push_back(name.empty() ? what : fmt::format("{}: {}", name, what));
}

std::string compare(const fs::path& folder, const FileSum& sum) {
  const IndexFile file(folder / sum.name);
  if (file.size() != sum.size)
    return fmt::format("it has {} bytes instead of {}", file.size(), sum.size);
  return file.digest() == sum.digest ? "" : "its bytes are not those that were written";
}

/// Of files that are all as they were written: whether they belong together.
void check_together(const fs::path& folder, const Checksums& checksums,
                    std::vector<std::string>& wrong) {
  std::map<std::string, std::uint64_t> records;
  for (const FileSum& sum : checksums.files) {
    if (!is_segment(sum.name)) continue;
    note(wrong, sum.name, [&] {
      records[sum.name] = IndexFile(folder / sum.name).database().get_doccount();
      return std::string();
    });
  }
  note(wrong, std::string(stub_name), [&]() -> std::string {
    const std::string stub = stub_of(folder.filename().string(), checksums.files);
    const bool same = IndexFile(folder / stub_name).text(largest_list) == stub;
    return same ? "" : "it does not list the databases";
  });
  note(wrong, std::string(head_name), [&]() -> std::string {
    const Xapian::Database head = IndexFile(folder / head_name).database();
    const std::string format = head.get_metadata(std::string(schema::format_key));
    if (format != schema::format) return fmt::format("it has format \"{}\"", format);
    const Manifest manifest =
        manifest_from_bytes(head.get_metadata(std::string(schema::manifest_key)));
    if (manifest.segments.size() != records.size())
      return fmt::format("it knows of {} segments instead of {}", manifest.segments.size(),
                         records.size());
    for (const auto& segment : manifest.segments) {
      const auto found = records.find(segment.name);
      if (found == records.end()) return fmt::format("{} is not there", segment.name);
      if (found->second != segment.records)
        return fmt::format("{} holds {} records instead of {}", segment.name, found->second,
                           segment.records);
    }
    const Subjects subjects = read_subjects(head);
    const bool fit =
        subjects.dimensions == 0 || std::ranges::equal(
                                        subjects.places, manifest.segments, {},
                                        [&](const std::string& places) {
                                          return std::uint64_t{places.size() / subjects.dimensions};
                                        },
                                        &ManifestSegment::records);
    const TermPlaces terms = read_term_places(head);
    if (terms.dimensions() != 0 && terms.dimensions() != subjects.dimensions)
      return "what its words are about is of another space";
    if (!fit) return "it does not say of every record what it is about";
    const bool same =
        IndexFile(folder / collections_name).text(largest_list) == to_lines(manifest.roots);
    return same ? "" : fmt::format("{} names others", collections_name);
  });
}

}  // namespace

Manifest read_manifest(const fs::path& directory, std::uint64_t number) {
  const Xapian::Database head =
      IndexFile(directory / generation_name(number) / head_name).database();
  return manifest_from_bytes(head.get_metadata(std::string(schema::manifest_key)));
}

std::vector<std::string> read_collections(const fs::path& directory, std::uint64_t number) {
  const fs::path folder = directory / generation_name(number);
  std::vector<std::string> roots;
  std::vector<std::string> ignored;
  note(ignored, "", [&] {
    const auto sums = read_checksums(folder).files;
    const auto sum = std::ranges::find(sums, collections_name, &FileSum::name);
    if (sum != sums.end() && compare(folder, *sum).empty())
      roots = from_lines(IndexFile(folder / collections_name).text(largest_list));
    return std::string();
  });
  if (!roots.empty()) return roots;
  note(ignored, "", [&] {
    const Xapian::Database head = IndexFile(folder / head_name).database();
    roots = roots_from_bytes(head.get_metadata(std::string(schema::manifest_key)));
    return std::string();
  });
  return roots;
}

std::string format_of_head(const fs::path& folder) try {
  return IndexFile(folder / head_name).database().get_metadata(std::string(schema::format_key));
} catch (const std::exception&) {
  return {};
} catch (const Xapian::Error&) {
  return {};
}

std::vector<std::string> check_generation(const fs::path& directory, std::uint64_t number) {
  const fs::path folder = directory / generation_name(number);
  std::vector<std::string> wrong;
  Checksums checksums;
  note(wrong, std::string(checksums_name), [&]() -> std::string {
    checksums = read_checksums(folder);
    return checksums.whole ? "" : "it is damaged";
  });
  const std::string format = wrong.empty() ? checksums.format : format_of_head(folder);
  if (!format.empty() && format != schema::format) {
    return {
        fmt::format("it has format \"{}\", this program writes {}; make it anew with: answers "
                    "index --rebuild",
                    format, schema::format)};
  }
  for (const FileSum& sum : checksums.files)
    note(wrong, sum.name, [&] { return compare(folder, sum); });
  if (wrong.empty()) check_together(folder, checksums, wrong);
  return wrong;
}

}  // namespace answers
