#include "searcher/printers.h"

#include "searcher/hit_fields.h"
#include "searcher/json_printer.h"
#include "searcher/markdown_view.h"
#include "searcher/passage_view.h"
#include "searcher/styled_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <sstream>

namespace answers {
namespace {

constexpr std::size_t indent = 4;           // of everything below a hit's first line
constexpr std::size_t widest_column = 100;  // longer lines are hard to read
constexpr std::size_t most_passage_lines = 8;

/// "Mathematics › Vectors · hard · HuyenChip 5.1.1"
std::string circumstances(const Record& record) {
  std::string text;
  for (const auto& topic : record.section) text += (text.empty() ? "" : " › ") + topic;
  const auto add = [&](const std::string& more) {
    if (!more.empty()) text += (text.empty() ? "" : " · ") + more;
  };
  add(record.difficulty);
  add(record.source);
  if (record.accepted) add("accepted");
  if (record.votes) add(fmt::format("{} votes", *record.votes));
  return text;
}

void print_indented(const StyledText& line, const Terminal& terminal, std::ostream& out) {
  out << std::string(indent, ' ');
  write(out, line, terminal);
  out << '\n';
}

void print_hit(const Hit& hit, const Terminal& terminal, std::ostream& out) {
  const std::size_t room = std::min(terminal.columns, widest_column) - indent;
  bool first = true;
  const StyledText question = highlighted(
      hit.record.question.empty() ? "(no question)" : std::string_view(hit.record.question),
      hit.question_matches, bold, underlined | yellow);
  for (const StyledText& line : wrap(question, room)) {
    out << (first ? fmt::format("{:>2}  ", hit.rank) : std::string(indent, ' '));
    write(out, line, terminal);
    out << '\n';
    first = false;
  }
  const auto print_dim = [&](const std::string& text) {
    StyledText line;
    line.append(text, dim);
    for (const StyledText& part : wrap(line, room)) print_indented(part, terminal, out);
  };
  if (const std::string text = circumstances(hit.record); !text.empty()) print_dim(text);
  for (const Passage& passage : hit.passages) {
    const auto lines = passage_lines(passage, room);
    for (std::size_t i = 0; i < std::min(lines.size(), most_passage_lines); ++i) {
      print_indented(lines[i], terminal, out);
    }
    if (lines.size() > most_passage_lines) print_dim("…");
  }
  std::string place =
      fmt::format("{}  {}  score {:.2f}", place_text(hit.record.place), hit.record.id, hit.score);
  if (hit.more_answers > 0) {
    place += fmt::format("  +{} more answer{}", hit.more_answers, hit.more_answers == 1 ? "" : "s");
  }
  print_dim(place);
}

/// For TREC's columns, which blanks separate.
std::string without_blanks(std::string_view text) {
  std::string word = printable(text);
  std::ranges::replace_if(
      word, [](unsigned char c) { return c <= ' '; }, '_');
  return word;
}

std::string tsv_line(const Hit& hit, const PrintOptions& options) {
  static constexpr std::string_view usual[] = {"rank", "score", "id", "place", "question"};
  std::vector<std::string> columns;
  if (!options.topic.empty()) columns.push_back(printable_line(options.topic));
  for (const HitField* field : options.fields) columns.push_back(column_text(hit, *field));
  if (options.fields.empty()) {
    for (const auto name : usual) columns.push_back(column_text(hit, *find_hit_field(name)));
  }
  return fmt::format("{}{}", fmt::join(columns, "\t"), options.null_separated ? '\0' : '\n');
}

std::string hit_text(const Hit& hit, const PrintOptions& options) {
  if (options.format == Format::tsv) return tsv_line(hit, options);
  if (options.format == Format::trec) {
    return fmt::format("{} Q0 {} {} {:.6f} {}\n",
                       options.topic.empty() ? "0" : without_blanks(options.topic),
                       without_blanks(hit.record.id), hit.rank, hit.score, options.run_name);
  }
  if (options.format == Format::paths) {
    if (options.null_separated) return hit.record.place.path + '\0';
    return column_text(hit, *find_hit_field("place")) + '\n';
  }
  std::ostringstream out;
  print_hit(hit, options.terminal, out);
  return out.str();
}

}  // namespace

void print_results(const Results& results, const PrintOptions& options, std::ostream& out) {
  if (options.format == Format::json) return print_json(results, options, out);
  if (options.format == Format::jsonl) return print_json_lines(results, options, out);
  std::size_t characters = 0;
  std::set<std::string> printed_paths;
  bool first = true;
  for (const Hit& hit : results.hits) {
    std::string text = hit_text(hit, options);
    if (options.format == Format::text && !first) text.insert(0, 1, '\n');
    first = false;
    if (options.format == Format::paths && !printed_paths.insert(text).second) continue;
    characters += count_characters(text);
    if (options.max_chars > 0 && characters > options.max_chars) return;
    out << text;
  }
}

void print_error(const BatchQuery& query, const PrintOptions& options, std::ostream& out) {
  if (options.format == Format::json || options.format == Format::jsonl) {
    print_json_error(query, options, out);
  }
}

void print_record(const Record& record, const Terminal& terminal, std::ostream& out) {
  const std::size_t room = std::min(terminal.columns, widest_column);
  StyledText question;
  question.append(record.question.empty() ? "(no question)" : std::string_view(record.question),
                  bold);
  for (const StyledText& line : wrap(question, room)) {
    write(out, line, terminal);
    out << '\n';
  }
  const auto print_dim = [&](const std::string& text) {
    if (text.empty()) return;
    StyledText line;
    line.append(text, dim);
    for (const StyledText& part : wrap(line, room)) {
      write(out, part, terminal);
      out << '\n';
    }
  };
  print_dim(circumstances(record));
  std::string tags;
  for (const auto& tag : record.tags) tags += (tags.empty() ? "" : ", ") + tag;
  print_dim(tags.empty() ? tags : "tags: " + tags);
  print_dim(fmt::format("{}  {}", place_text(record.place), record.id));
  if (!record.url.empty() && record.url[0] != '#') print_dim(record.url);
  Terminal narrowed = terminal;
  narrowed.columns = room;
  if (!record.body.empty()) {
    out << '\n';
    print_markdown(record.body, 0, narrowed, out);
  }
  out << '\n';
  print_markdown(record.answer, 0, narrowed, out);
}

}  // namespace answers
