#include "indexer/status_command.h"

#include "indexer/acronyms.h"
#include "indexer/amounts.h"
#include "indexer/collection_files.h"
#include "indexer/index.h"
#include "indexer/index_check.h"
#include "indexer/index_directory.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <ostream>
#include <sys/stat.h>
#include <vector>

namespace answers {
namespace fs = std::filesystem;
namespace {

std::string age(std::time_t seconds) {
  if (seconds < 120) return "just now";
  if (seconds < 7200) return fmt::format("{} minutes ago", seconds / 60);
  if (seconds < 172'800) return fmt::format("{} hours ago", seconds / 3600);
  return fmt::format("{} days ago", seconds / 86'400);
}

}  // namespace

int run_status(const StatusCommand& command, std::ostream& out, std::ostream& talk) {
  const fs::path directory = find_index(command.index);
  const Index index = open_index({directory});
  for (const auto& warning : index.warnings()) talk << "answers: " << warning << '\n';
  if (command.acronyms) {
    for (const auto& [acronym, term, words] : Acronyms(index).all())
      out << fmt::format("{}\t{}\t{}\n", acronym.short_form, acronym.long_form, acronym.records);
    return 0;
  }
  const std::uint64_t number = index.members().front().generation;
  const Manifest manifest = read_manifest(directory, number);

  struct stat built {};
  stat((directory / generation_name(number) / "head").c_str(), &built);
  const std::time_t now = std::time(nullptr);
  const auto row = [&out](std::string_view name, const std::string& value) {
    out << fmt::format("{:<12} {}\n", name, value);
  };
  std::uint64_t records = 0;
  std::uint64_t files = 0;
  std::uint64_t unanswered = 0;
  for (const auto& file : manifest.files) {
    std::uint64_t of_file = 0;
    for (const Part& part : file.parts) of_file += part.records;
    records += of_file;
    files += of_file > 0 ? 1 : 0;
    unanswered += file.unanswered;
  }
  row("index", whole_path(directory).string());
  row("generation",
      fmt::format("{}, built {:%F %H:%M} ({}), {} in {}", number, fmt::localtime(built.st_mtime),
                  age(std::max<std::time_t>(0, now - built.st_mtime)),
                  sized(generation_bytes(directory, number)),
                  plural(manifest.segments.size(), "segment", "segments")));
  row("records", fmt::format("{} in {}", plural(records, "record", "records"),
                             plural(files, "file", "files")));
  if (unanswered > 0)
    row("unanswered", plural(unanswered, "question", "questions") + " without an answer");
  for (std::size_t i = 0; i < manifest.roots.size(); ++i)
    row(i == 0 ? "collections" : "", manifest.roots[i]);

  const DiskChanges changes = changes_since(manifest, directory);
  const std::size_t changed = changes.added.size() + changes.changed.size() + changes.gone.size();
  for (const auto& root : changes.missing_collections) row("missing", root);
  if (changed == 0) {
    row("since then", "nothing changed");
  } else {
    row("since then", fmt::format("{} changed, {} new, {} gone; bring it up to date with: answers "
                                  "index",
                                  counted(changes.changed.size()), counted(changes.added.size()),
                                  counted(changes.gone.size())));
  }
  if (command.verbose) {
    for (const auto& name : changes.changed) row("  changed", name);
    for (const auto& name : changes.added) row("  new", name);
    for (const auto& name : changes.gone) row("  gone", name);
  }
  return 0;
}

}  // namespace answers
