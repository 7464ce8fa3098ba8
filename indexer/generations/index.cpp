#include "indexer/generations/index.h"

#include "indexer/generations/index_directory.h"
#include "indexer/schema.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <system_error>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// A generation's databases, and all of them as one.
struct Generation {
  Xapian::Database database{};
  std::vector<Xapian::Database> segments{};
};

/// The generation, or nullopt with the reason in `damage`. Throws IndexUnusable when it is whole
/// but not for this program.
std::optional<Generation> open_generation(const fs::path& directory, std::uint64_t number,
                                          std::string& damage) {
  const fs::path path = directory / generation_name(number);
  Generation generation;
  Xapian::Database& database = generation.database;
  std::string format;
  fs::path opening = path;
  try {
    for (const std::string& name : databases_of(path)) {
      opening = path / name;
      generation.segments.emplace_back(opening.string());
      database.add_database(generation.segments.back());
    }
    format = database.get_metadata(std::string(schema::format_key));
  } catch (const Xapian::Error& error) {
    damage = fmt::format("{}: {}", opening.string(), error.get_msg());
    if (error.get_error_string() != nullptr)
      damage += fmt::format(" ({})", error.get_error_string());
    return std::nullopt;
  } catch (const std::system_error& error) {
    std::error_code ignored;
    damage = fs::exists(path, ignored) ? error.what() : "CURRENT names it and it is not there";
    return std::nullopt;
  }
  if (format.empty()) {
    damage = "it has no format version";
    return std::nullopt;
  }
  if (format != schema::format) {
    throw IndexUnusable(
        fmt::format("the index {} was made by another version of answers (its format is {}, this "
                    "program's {}); "
                    "make it anew, of the same collections, with: answers index --rebuild",
                    directory.string(), format, schema::format));
  }
  return generation;
}

struct OpenMember {
  Index::Member member{};
  std::vector<Xapian::Database> segments{};
};

OpenMember open_member(const fs::path& directory, std::vector<std::string>& warnings) {
  std::optional<std::uint64_t> current = current_generation(directory);
  if (!current && finished_generations(directory).empty()) {
    throw IndexUnusable(fmt::format("there is no index in {}; make one with: answers index PATH…",
                                    directory.string()));
  }
  std::string damage = "CURRENT names no generation";
  while (current) {
    std::string why;
    if (auto found = open_generation(directory, *current, why))
      return {{directory, *current, std::move(found->database)}, std::move(found->segments)};
    // Two builds may have been published since CURRENT was read, and this one swept away.
    const auto now = current_generation(directory);
    if (now == current) {
      damage = why;
      break;
    }
    current = now;
  }
  std::vector<std::uint64_t> finished = finished_generations(directory);
  std::ranges::reverse(finished);
  for (const std::uint64_t number : finished) {
    if (current && number >= *current) continue;
    std::string ignored;
    if (auto found = open_generation(directory, number, ignored)) {
      warnings.push_back(fmt::format(
          "the index {} is damaged{}: {}; using generation {} instead; mend it with: answers check "
          "--repair",
          directory.string(), current ? fmt::format(" in generation {}", *current) : "", damage,
          number));
      return {{directory, number, std::move(found->database)}, std::move(found->segments)};
    }
  }
  throw IndexUnusable(
      fmt::format("the index {} is damaged: {}; make it anew with: answers index --rebuild PATH…",
                  directory.string(), damage));
}

}  // namespace

Record Index::record(const Xapian::Document& document) const {
  const std::string data = document.get_data();
  if (!unpacker_.knows_dictionary_of(data)) {
    for (const Member& member : members_)
      unpacker_.add_dictionary(member.database.get_metadata(std::string(schema::dictionary_key)));
  }
  return read_record(unpacker_.unpack(data));
}

Index open_index(const std::vector<fs::path>& directories) {
  Index index;
  for (const auto& directory : directories) {
    OpenMember opened = open_member(directory, index.warnings_);
    index.database_.add_database(opened.member.database);
    index.members_.push_back(std::move(opened.member));
    index.segments_.insert(index.segments_.end(), opened.segments.begin(), opened.segments.end());
  }
  return index;
}

}  // namespace answers
