#include "searcher/commands/export_command.h"

#include "corpus/data/record_json.h"
#include "indexer/commands/with_index.h"
#include "searcher/display/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string_view>
#include <unistd.h>

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
    "#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n";

/// Text as the HTML of a field on one line. Markdown stays as it is written; code keeps its lines.
std::string anki_field(std::string_view text) {
  std::string html;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '&') {
      html += "&amp;";
    } else if (c == '<') {
      html += "&lt;";
    } else if (c == '>') {
      html += "&gt;";
    } else if (c == '"') {
      html += "&quot;";
    } else if (c == '\n') {
      html += "<br>";
    } else if (c == '\t') {
      html += "&#9;";
    } else if (c == ' ' && i > 0 && (text[i - 1] == ' ' || text[i - 1] == '\n')) {
      html += "&nbsp;";
    } else if (c != '\r') {
      html += c;
    }
  }
  return html;
}

std::string anki_line(const Record& record) {
  std::string tags;
  const auto add_tag = [&](std::string tag) {
    std::ranges::replace_if(
        tag, [](unsigned char c) { return c <= ' '; }, '_');
    if (!tag.empty()) tags += (tags.empty() ? "" : " ") + tag;
  };
  for (const auto& tag : record.tags) add_tag(tag);
  add_tag(joined(record.section, "::"));  // Anki shows them as a tree
  add_tag(record.difficulty);
  std::string question = record.question;
  if (!record.body.empty()) question += "\n\n" + record.body;
  return quoted(record.id, "\t\r\n\"") + '\t' + anki_field(question) + '\t' +
         anki_field(record.answer) + '\t' + anki_field(tags) + '\n';
}

int export_records(const ExportCommand& command, const Index& index, std::ostream& out) {
  const bool is_seen = look_at_terminal(STDOUT_FILENO, ColorChoice::never).is_terminal;
  const auto put = [&](const std::string& lines) { out << (is_seen ? printable(lines) : lines); };
  if (command.format == ExportFormat::csv) out << csv_header;
  if (command.format == ExportFormat::anki) out << anki_header;
  const Xapian::Database& database = index.database();
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Record record = index.record(*id);
    switch (command.format) {
      case ExportFormat::jsonl:
        put(record_json(record) + '\n');
        break;
      case ExportFormat::csv:
        put(csv_line(record, !command.raw));
        break;
      case ExportFormat::anki:
        put(anki_line(record));
        break;
    }
  }
  return database.get_doccount() > 0 ? 0 : 1;
}

}  // namespace

int run_export(const ExportCommand& command, std::ostream& out, std::ostream& talk) {
  return with_index(command.index, Verify::all, talk,
                    [&](const Index& index) { return export_records(command, index, out); });
}

}  // namespace answers
