#include "searcher/commands/export_command.h"

#include "corpus/characters/printable.h"
#include "corpus/values/record_json.h"
#include "indexer/commands/with_index.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index_directory.h"
#include "searcher/commands/paths_from_here.h"
#include "searcher/display/anki_deck.h"
#include "searcher/display/hit_fields.h"
#include "searcher/display/opensearch.h"
#include "searcher/display/terminal.h"
#include "searcher/ranking/searcher.h"
#include "searcher/site/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <map>
#include <optional>
#include <ostream>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <vector>

namespace answers {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  return fmt::format("{}", fmt::join(parts, between));
}

/// RFC 4180; `guarded`: what a spreadsheet would run as a formula begins with an apostrophe.
std::string csv_field(std::string_view text, bool guarded) {
  const bool runs = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != text.npos;
  std::string field = guarded && runs ? "'" : "";
  field += text;
  if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

constexpr std::string_view csv_header =
    "id,question,body,answer,section,tags,source,difficulty,author,date,url,language,votes,"
    "accepted,path,line\r\n";

std::string csv_line(const Record& record, bool guarded) {
  const std::string fields[] = {record.id,
                                record.question,
                                record.body,
                                record.answer,
                                joined(record.section, " > "),
                                joined(record.tags, ", "),
                                record.source,
                                record.difficulty,
                                record.author,
                                record.date,
                                record.url,
                                record.language,
                                record.votes ? std::to_string(*record.votes) : "",
                                record.accepted ? "true" : "",
                                record.place.path,
                                std::to_string(record.place.line)};
  const auto* const votes = &fields[12];  // a number may begin with its sign
  std::string line;
  for (const auto& field : fields)
    line += (line.empty() ? "" : ",") + csv_field(field, guarded && &field != votes);
  return line + "\r\n";
}

/// The headings of topics that are new since the record before, and the question below them.
std::string markdown_of(const Record& record, std::vector<std::string>& open_topics) {
  std::string text;
  const auto heading = [&](std::size_t level, const std::string& words) {
    text += (text.empty() ? "" : "\n") + std::string(std::min<std::size_t>(level, 6), '#') + ' ' +
            words + '\n';
  };
  const auto same = std::ranges::mismatch(record.section, open_topics).in1;
  for (auto topic = same; topic != record.section.end(); ++topic)
    heading(static_cast<std::size_t>(topic - record.section.begin()) + 1, *topic);
  open_topics = record.section;
  heading(record.section.size() + 1, record.question.empty() ? record.id : record.question);
  if (!record.body.empty()) text += '\n' + record.body + '\n';
  text += '\n' + record.answer + '\n';
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) text += fmt::format("\n<!-- {}: {} -->\n", name, value);
  };
  field("tags", joined(record.tags, ", "));
  field("difficulty", record.difficulty);
  field("source", record.source);
  return text + '\n';
}

/// In the order of files and lines: all of the index, or what a query and filters find.
template <class Visit>
void for_each_record(const ExportCommand& command, Index&& index, Visit&& visit) {
  std::string query;
  for (const auto& word : command.words) query += (query.empty() ? "" : " ") + word;
  query = query_from_here(query, find_index(command.index));
  if (query.empty() && command.filters.empty()) {
    const Xapian::Database& database = index.database();
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id)
      visit(index.record(*id));
    return;
  }
  SearchOptions options;
  options.limit = index.database().get_doccount();
  options.order = Order::path;
  options.passages = false;
  options.filters = command.filters;
  for (Hit& hit : Searcher(std::move(index)).search(query, options).hits)
    visit(std::move(hit.record));
}

int export_records(const ExportCommand& command, Index& index, std::ostream& out) {
  const bool is_seen = look_at_terminal(STDOUT_FILENO, ColorChoice::never).is_terminal;
  const auto put = [&](const std::string& lines) { out << (is_seen ? printable(lines) : lines); };
  if (command.format == ExportFormat::csv) out << csv_header;
  if (command.format == ExportFormat::anki) out << anki_text_header();
  std::optional<AnkiDeck> package;
  if (command.format == ExportFormat::apkg) package.emplace(std::time(nullptr));
  std::vector<std::string> open_topics;
  std::map<std::string, std::size_t> languages;
  bool found = false;
  for_each_record(command, std::move(index), [&](Record record) {
    found = true;
    switch (command.format) {
      case ExportFormat::jsonl:
        record.place.path = path_from_here(record.place.path);
        put(record_json(record) + '\n');
        break;
      case ExportFormat::csv:
        record.place.path = path_from_here(record.place.path);
        put(csv_line(record, !command.raw));
        break;
      case ExportFormat::md:
        put(markdown_of(record, open_topics));
        break;
      case ExportFormat::anki:
        put(anki_text_line(anki_card(record)));
        break;
      case ExportFormat::apkg:
        package->add(anki_card(record));
        break;
      case ExportFormat::opensearch:
        record.place.path = path_from_here(record.place.path);
        put(bulk_lines(record));
        break;
      case ExportFormat::opensearch_index:
        ++languages[record.language];
        break;
      case ExportFormat::site:
        break;
    }
  });
  if (package && found) out << package->packed();
  if (command.format == ExportFormat::opensearch_index && found) {
    const auto count = &std::pair<const std::string, std::size_t>::second;
    put(index_definition(std::ranges::max_element(languages, {}, count)->first));
  }
  return found ? 0 : 1;
}

/// The records of an export in their order, as documents of the index.
std::vector<Xapian::docid> chosen_documents(const ExportCommand& command, const Index& index) {
  const Xapian::Database& database = index.database();
  std::vector<Xapian::docid> documents;
  if (command.words.empty() && command.filters.empty()) {
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id)
      documents.push_back(*id);
    return documents;
  }
  for_each_record(command, open_index({index.members().front().directory}),
                  [&](const Record& record) {
                    const std::string term = filter_term("id", record.id);
                    documents.push_back(*database.postlist_begin(term));
                  });
  return documents;
}

int export_site(const ExportCommand& command, const Index& index, const std::string& folder,
                std::ostream& talk) {
  const std::vector<Xapian::docid> documents = chosen_documents(command, index);
  if (documents.empty()) return 1;
  const SiteSize size = write_site(index, documents, folder);
  talk << fmt::format("answers: {} {} as a site of {} files, {:.1f} MB: {}\n", size.records,
                      size.records == 1 ? "record" : "records", size.files,
                      static_cast<double>(size.bytes) / 1e6,
                      printable_line((std::filesystem::path(folder) / "index.html").string()));
  return 0;
}

}  // namespace

int run_export(const ExportCommand& typed, std::ostream& out, std::ostream& talk) {
  if (typed.format == ExportFormat::apkg && isatty(STDOUT_FILENO) == 1) {
    talk << "answers: a package is nothing to read: answers export --format apkg > deck.apkg\n";
    return 2;
  }
  ExportCommand command = typed;
  for (const auto& path : command.paths)
    command.filters += path_filter(path, find_index(command.index));
  std::string folder;
  if (command.format == ExportFormat::site) {
    if (command.words.empty()) {
      talk << "answers: say into which folder the site goes: answers export --format site DIR\n";
      return 2;
    }
    folder = command.words.front();
    command.words.erase(command.words.begin());
  }
  return with_index(command.index, Verify::all, talk, [&](Index& index) {
    const int exit_code = command.format == ExportFormat::site
                              ? export_site(command, index, folder, talk)
                              : export_records(command, index, out);
    if (exit_code == 1) talk << "answers: there is nothing to export: no record fits\n";
    return exit_code;
  });
}

}  // namespace answers
