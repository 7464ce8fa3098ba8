#include "indexer/generations/index_check.h"

#include "indexer/generations/document.h"
#include "indexer/generations/index_directory.h"
#include "indexer/schema.h"

#include <fmt/core.h>
#include <xapian.h>

#include <sstream>

namespace answers {
namespace fs = std::filesystem;
namespace {

std::string said(const Xapian::Error& error) {
  std::string text = error.get_msg();
  if (error.get_error_string() != nullptr) text += fmt::format(" ({})", error.get_error_string());
  return text;
}

void check_database(const fs::path& path, std::vector<std::string>& wrong) try {
  std::ostringstream details;
  if (Xapian::Database::check(path.string(), 0, &details) == 0) return;
  std::istringstream lines(details.str());
  std::string line;
  std::getline(lines, line);
  wrong.push_back(fmt::format("{}: {}", path.filename().string(), line));
} catch (const Xapian::Error& error) {
  wrong.push_back(fmt::format("{}: {}", path.filename().string(), said(error)));
}

void check_records(const fs::path& path, std::uint64_t records, RecordUnpacker& unpacker,
                   std::vector<std::string>& wrong) {
  const std::string name = path.filename().string();
  Xapian::docid id = 0;
  try {
    const Xapian::Database database(path.string());
    if (database.get_doccount() != records) {
      wrong.push_back(fmt::format("{}: holds {} records instead of {}", name,
                                  database.get_doccount(), records));
      return;
    }
    for (id = 1; id <= records; ++id)
      read_record(unpacker.unpack(database.get_document(id).get_data()));
  } catch (const Xapian::Error& error) {
    wrong.push_back(fmt::format("{}: record {}: {}", name, id, said(error)));
  } catch (const std::exception& error) {
    wrong.push_back(fmt::format("{}: record {}: {}", name, id, error.what()));
  }
}

}  // namespace

Manifest read_manifest(const fs::path& directory, std::uint64_t number) {
  const Xapian::Database head((directory / generation_name(number) / "head").string());
  return manifest_from_bytes(head.get_metadata(std::string(schema::manifest_key)));
}

std::vector<std::string> check_generation(const fs::path& directory, std::uint64_t number) {
  const fs::path folder = directory / generation_name(number);
  std::vector<std::string> wrong;
  check_database(folder / "head", wrong);
  Manifest manifest;
  RecordUnpacker unpacker;
  try {
    const Xapian::Database whole(folder.string());
    const std::string format = whole.get_metadata(std::string(schema::format_key));
    if (format != schema::format) {
      wrong.push_back(
          fmt::format("it has format \"{}\", this program writes {}; make it anew with: "
                      "answers index --rebuild",
                      format, schema::format));
      return wrong;
    }
    unpacker.add_dictionary(whole.get_metadata(std::string(schema::dictionary_key)));
    manifest = read_manifest(directory, number);
  } catch (const Xapian::Error& error) {
    wrong.push_back(said(error));
    return wrong;
  } catch (const std::exception& error) {
    wrong.emplace_back(error.what());
    return wrong;
  }
  for (const auto& segment : manifest.segments) {
    const std::size_t before = wrong.size();
    check_database(folder / segment.name, wrong);
    if (wrong.size() == before)
      check_records(folder / segment.name, segment.records, unpacker, wrong);
  }
  return wrong;
}

}  // namespace answers
