#include "searcher/commands/export_command.h"

#include "corpus/characters/printable.h"
#include "corpus/data/record_json.h"
#include "indexer/commands/with_index.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index_directory.h"
#include "searcher/commands/search_command.h"
#include "searcher/display/card_html.h"
#include "searcher/display/hit_fields.h"
#include "searcher/display/terminal.h"
#include "searcher/ranking/searcher.h"
#include "searcher/site/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
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

/// `text` between quotes, where one of it has to be.
std::string quoted(std::string_view text, std::string_view where) {
  if (text.find_first_of(where) == std::string_view::npos) return std::string(text);
  std::string field = "\"";
  for (const char c : text) field += c == '"' ? "\"\"" : std::string(1, c);
  return field + '"';
}

/// RFC 4180; `guarded`: what a spreadsheet would run as a formula begins with an apostrophe.
std::string csv_field(std::string_view text, bool guarded) {
  const bool runs = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != text.npos;
  return quoted((guarded && runs ? "'" : "") + std::string(text), ",\"\r\n");
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

/// docs.ankiweb.net/importing/text-files.html
constexpr std::string_view anki_header =
    "#separator:tab\n#html:true\n#columns:Id\tDeck\tFront\tBack\tDifficulty\tSource\tPlace\tTags\n"
    "#guid column:1\n#deck column:2\n#tags column:8\n";

/// A column of Anki's that is no HTML.
std::string anki_column(const std::string& text) { return quoted(text, "\t\n\""); }

/// The same where a field of a card is HTML.
std::string anki_text(std::string_view text) {
  std::string html;
  for (const char c : text) {
    if (c == '&') html += "&amp;";
    if (c == '<') html += "&lt;";
    if (c == '>') html += "&gt;";
    if (c == '"') html += "&quot;";
    if (c != '&' && c != '<' && c != '>' && c != '"')
      html += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return html;
}

std::string anki_line(const Record& record) {
  std::string tags;
  for (std::string tag : record.tags) {
    std::ranges::replace_if(
        tag, [](unsigned char c) { return c <= ' '; }, '_');
    if (!tag.empty()) tags += (tags.empty() ? "" : " ") + tag;
  }
  const std::string columns[] = {anki_column(record.id),
                                 anki_column(joined(record.section, "::")),
                                 card_html_of_line(record.question) + card_html(record.body),
                                 card_html(record.answer),
                                 anki_text(record.difficulty),
                                 anki_text(record.source),
                                 anki_text(place_text(record.place)),
                                 anki_column(tags)};
  return fmt::format("{}\n", fmt::join(columns, "\t"));
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
  if (command.format == ExportFormat::anki) out << anki_header;
  std::vector<std::string> open_topics;
  bool found = false;
  for_each_record(command, std::move(index), [&](Record record) {
    found = true;
    if (command.format == ExportFormat::anki) {
      put(anki_line(record));
      return;
    }
    record.place.path = path_from_here(record.place.path);
    switch (command.format) {
      case ExportFormat::jsonl:
        put(record_json(std::move(record)) + '\n');
        break;
      case ExportFormat::csv:
        put(csv_line(record, !command.raw));
        break;
      case ExportFormat::md:
        put(markdown_of(record, open_topics));
        break;
      case ExportFormat::anki:
      case ExportFormat::site:
        break;
    }
  });
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
  talk << fmt::format("answers: {} records as a site of {} files, {:.1f} MB: {}\n", size.records,
                      size.files, static_cast<double>(size.bytes) / 1e6,
                      printable_line((std::filesystem::path(folder) / "index.html").string()));
  return 0;
}

}  // namespace

int run_export(const ExportCommand& typed, std::ostream& out, std::ostream& talk) {
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
    return command.format == ExportFormat::site ? export_site(command, index, folder, talk)
                                                : export_records(command, index, out);
  });
}

}  // namespace answers
