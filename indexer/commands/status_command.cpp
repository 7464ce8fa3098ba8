#include "indexer/commands/status_command.h"

#include "corpus/characters/printable.h"
#include "corpus/values/json_text.h"
#include "indexer/building/collection_files.h"
#include "indexer/commands/amounts.h"
#include "indexer/commands/with_index.h"
#include "indexer/generations/acronym_table.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_averages.h"
#include "indexer/generations/index_check.h"
#include "indexer/generations/index_directory.h"

#include <fmt/chrono.h>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ctime>
#include <ostream>
#include <sys/stat.h>
#include <vector>

namespace answers {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

struct Status {
  fs::path directory{};
  Manifest manifest{};
  IndexAverages averages{};
  std::uint64_t generation = 0;
  std::time_t built = 0;
  std::uint64_t bytes = 0;
  std::uint64_t records = 0;
  std::uint64_t files = 0;  ///< that hold records
  std::uint64_t unanswered = 0;
  DiskChanges changes{};
};

Status status_of(const Index& index) {
  const fs::path& directory = index.members().front().directory;
  Status status{.directory = directory, .generation = index.members().front().generation};
  status.manifest = read_manifest(directory, status.generation);
  status.averages = read_averages(index.members().front().database);
  struct stat head {};
  stat((directory / generation_name(status.generation) / "head").c_str(), &head);
  status.built = head.st_mtime;
  status.bytes = generation_bytes(directory, status.generation);
  for (const auto& file : status.manifest.files) {
    std::uint64_t of_file = 0;
    for (const Part& part : file.parts) of_file += part.records;
    status.records += of_file;
    status.files += of_file > 0 ? 1 : 0;
    status.unanswered += file.unanswered;
  }
  status.changes = changes_since(status.manifest, directory);
  return status;
}

std::string age(std::time_t seconds) {
  if (seconds < 120) return "just now";
  if (seconds < 7200) return fmt::format("{} minutes ago", seconds / 60);
  if (seconds < 172'800) return fmt::format("{} hours ago", seconds / 3600);
  return fmt::format("{} days ago", seconds / 86'400);
}

std::string text_of(const IndexAverages& averages) {
  const auto& [lengths, given] = averages;
  return fmt::format("{:.6g} bytes a question, {:.6g} an answer{}", lengths.question,
                     lengths.answer, given ? ", as given" : "");
}

Json json_of(const IndexAverages& averages) {
  return {{"question", averages.lengths.question},
          {"answer", averages.lengths.answer},
          {"given", averages.given}};
}

void print_text(const Status& status, bool verbose, std::ostream& out) {
  const std::time_t now = std::time(nullptr);
  const auto row = [&out](std::string_view name, const std::string& value) {
    out << fmt::format("{:<12} {}\n", name, printable_line(value));
  };
  row("index", whole_path(status.directory).string());
  row("generation",
      fmt::format("{}, built {:%F %H:%M} ({}), {} in {}", status.generation,
                  fmt::localtime(status.built), age(std::max<std::time_t>(0, now - status.built)),
                  sized(status.bytes),
                  plural(status.manifest.segments.size(), "segment", "segments")));
  row("records", fmt::format("{} in {}", plural(status.records, "record", "records"),
                             plural(status.files, "file", "files")));
  if (status.unanswered > 0)
    row("unanswered", plural(status.unanswered, "question", "questions") + " without an answer");
  row("averages", text_of(status.averages));
  const auto& roots = status.manifest.roots;
  for (std::size_t i = 0; i < roots.size(); ++i) row(i == 0 ? "collections" : "", roots[i]);

  const auto& [added, changed, gone, missing] = status.changes;
  for (const auto& root : missing) row("missing", root);
  if (added.empty() && changed.empty() && gone.empty()) {
    row("since then", "nothing changed");
  } else {
    row("since then",
        fmt::format("{} changed, {} new, {} gone; bring it up to date with: answers "
                    "index",
                    counted(changed.size()), counted(added.size()), counted(gone.size())));
  }
  if (!verbose) return;
  for (const auto& name : changed) row("  changed", name);
  for (const auto& name : added) row("  new", name);
  for (const auto& name : gone) row("  gone", name);
}

void print(const Json& json, std::ostream& out) { out << json_text(json, 2) << '\n'; }

void print_json(const Status& status, std::ostream& out) {
  const auto& [added, changed, gone, missing] = status.changes;
  print({{"schema", "answers.status/1"},
         {"index", whole_path(status.directory).string()},
         {"generation", status.generation},
         {"built", fmt::format("{:%FT%TZ}", fmt::gmtime(status.built))},
         {"bytes", status.bytes},
         {"segments", status.manifest.segments.size()},
         {"records", status.records},
         {"files", status.files},
         {"unanswered", status.unanswered},
         {"averages", json_of(status.averages)},
         {"collections", status.manifest.roots},
         {"missing", missing},
         {"changed", changed},
         {"new", added},
         {"gone", gone}},
        out);
}

void list_acronyms(const Index& index, bool json, std::ostream& out) {
  Json all = Json::array();
  for (const auto& [acronym, term, words] : Acronyms(index).all()) {
    if (json) {
      all.push_back({{"short", acronym.short_form},
                     {"long", acronym.long_form},
                     {"records", acronym.records}});
    } else {
      out << fmt::format("{}\t{}\t{}\n", printable_line(acronym.short_form),
                         printable_line(acronym.long_form), acronym.records);
    }
  }
  if (json) print({{"schema", "answers.acronyms/1"}, {"acronyms", std::move(all)}}, out);
}

/// An index of several that are searched as one.
struct MemberStatus {
  std::string name{};
  std::string why{};  ///< it cannot be asked; empty: it can
  double records = 0;
  IndexAverages averages{};
  std::string generation{};  ///< its number in a folder, elsewhere Xapian's name for it
};

std::vector<MemberStatus> statuses_of(const Index& index) {
  std::vector<MemberStatus> members;
  for (const Index::Member& member : index.members()) {
    members.push_back({.name = whole_path(member.directory).string(),
                       .records = static_cast<double>(member.database.get_doccount()),
                       .averages = read_averages(member.database),
                       .generation = std::to_string(member.generation)});
  }
  for (const Index::RemoteMember& member : index.remotes()) {
    MemberStatus& one =
        members.emplace_back(MemberStatus{.name = member.remote->name(), .why = member.why});
    if (!member.session) continue;
    one.records = member.session->records();
    one.averages = averages_from(member.session->averages());
    one.generation = member.session->uuid();
  }
  return members;
}

void print_members(const Index& index, std::ostream& out) {
  const auto row = [&out](std::string_view name, const std::string& value) {
    out << fmt::format("{:<12} {}\n", name, printable_line(value));
  };
  const std::vector<MemberStatus> members = statuses_of(index);
  for (const MemberStatus& member : members) {
    row("index", member.name);
    if (!member.why.empty()) {
      row("missing", member.why);
    } else {
      row("generation", member.generation);
      row("records", counted(static_cast<std::size_t>(member.records)));
      row("averages", text_of(member.averages));
    }
    out << '\n';
  }
  const auto there =
      std::ranges::count_if(members, [](const MemberStatus& member) { return member.why.empty(); });
  row("together",
      fmt::format(
          "{} in {} of {}", plural(static_cast<std::size_t>(index.records()), "record", "records"),
          counted(static_cast<std::size_t>(there)), plural(members.size(), "index", "indexes")));
  if (!index.difference().empty()) row("ranking", index.difference());
}

void print_members_json(const Index& index, std::ostream& out) {
  Json all = Json::array();
  for (const MemberStatus& member : statuses_of(index)) {
    Json one = {{"name", member.name}};
    if (member.why.empty()) {
      one["generation"] = member.generation;
      one["records"] = static_cast<std::uint64_t>(member.records);
      one["averages"] = json_of(member.averages);
    } else {
      one["missing"] = member.why;
    }
    all.push_back(std::move(one));
  }
  Json status = {{"schema", "answers.members/1"},
                 {"indexes", std::move(all)},
                 {"records", static_cast<std::uint64_t>(index.records())}};
  if (!index.difference().empty()) status["difference"] = index.difference();
  print(status, out);
}

}  // namespace

int run_status(const StatusCommand& command, std::ostream& out, std::ostream& talk) {
  const IndexPlaces places = find_indexes(command.indexes);
  const bool is_alone = places.remotes.empty() && places.directories.size() == 1;
  return with_index(places, Verify::little, talk, [&](const Index& index) {
    if (command.acronyms) {
      list_acronyms(index, command.json, out);
    } else if (!is_alone) {
      command.json ? print_members_json(index, out) : print_members(index, out);
    } else {
      const Status status = status_of(index);
      command.json ? print_json(status, out) : print_text(status, command.verbose, out);
    }
    return 0;
  });
}

}  // namespace answers
