#include "searcher/commands/export_command.h"

#include "corpus/data/record_json.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string_view>

namespace answers {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  return fmt::format("{}", fmt::join(parts, between));
}

/// RFC 4180: quoted where it must be.
std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string field = "\"";
  for (const char c : text) field += c == '"' ? "\"\"" : std::string(1, c);
  return field + '"';
}

constexpr std::string_view csv_header =
    "id,question,body,answer,section,tags,source,difficulty,author,date,url,language,votes,"
    "accepted,path,line\r\n";

std::string csv_line(const Record& record) {
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
  std::string line;
  for (const auto& field : fields) line += (line.empty() ? "" : ",") + csv_field(field);
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
  return record.id + '\t' + anki_field(question) + '\t' + anki_field(record.answer) + '\t' +
         anki_field(tags) + '\n';
}

}  // namespace

int run_export(const ExportCommand& command, std::ostream& out, std::ostream& talk) {
  const Index index = open_index({find_index(command.index)});
  for (const auto& warning : index.warnings()) talk << "answers: " << warning << '\n';
  if (command.format == ExportFormat::csv) out << csv_header;
  if (command.format == ExportFormat::anki) out << anki_header;
  const Xapian::Database& database = index.database();
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Record record = index.record(*id);
    switch (command.format) {
      case ExportFormat::jsonl:
        out << record_json(record) << '\n';
        break;
      case ExportFormat::csv:
        out << csv_line(record);
        break;
      case ExportFormat::anki:
        out << anki_line(record);
        break;
    }
  }
  return database.get_doccount() > 0 ? 0 : 1;
}

}  // namespace answers
