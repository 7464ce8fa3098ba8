#include "searcher/printers.h"

#include "searcher/json_printer.h"
#include "searcher/markdown_view.h"
#include "searcher/passage_view.h"
#include "searcher/styled_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace answers {
namespace {

constexpr std::size_t indent = 4;           // of everything below a hit's first line
constexpr std::size_t widest_column = 100;  // longer lines are hard to read
constexpr std::size_t most_passage_lines = 8;

std::string place_of(const Record& record) {
  if (record.place.line == 0) return record.place.path;
  return fmt::format("{}:{}", record.place.path, record.place.line);
}

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
      fmt::format("{}  {}  score {:.2f}", place_of(hit.record), hit.record.id, hit.score);
  if (hit.more_answers > 0) {
    place += fmt::format("  +{} more answer{}", hit.more_answers, hit.more_answers == 1 ? "" : "s");
  }
  print_dim(place);
}

/// For one field of a line: no tabs, no line ends.
std::string flat(std::string_view text) {
  std::string line = printable(text);
  std::ranges::replace(line, '\t', ' ');
  std::ranges::replace(line, '\n', ' ');
  return line;
}

}  // namespace

void print_results(const Results& results, const PrintOptions& options, std::ostream& out) {
  switch (options.format) {
    case Format::json:
      return print_json(results, options, out);
    case Format::jsonl:
      return print_json_lines(results, options, out);
    case Format::text:
    case Format::tsv:
    case Format::paths:
    case Format::trec:
      break;
  }
  bool first = true;
  for (const Hit& hit : results.hits) {
    const Record& record = hit.record;
    if (options.format == Format::text) {
      if (!first) out << '\n';
      print_hit(hit, options.terminal, out);
    } else if (options.format == Format::tsv) {
      if (!options.topic.empty()) out << flat(options.topic) << '\t';
      out << fmt::format("{}\t{:.4f}\t{}\t{}\t{}\n", hit.rank, hit.score, flat(record.id),
                         flat(place_of(record)), flat(record.question));
    } else if (options.format == Format::paths) {
      out << (options.path_end == '\0' ? record.place.path : flat(place_of(record)))
          << options.path_end;
    } else {
      out << fmt::format("{} Q0 {} {} {:.6f} answers\n",
                         options.topic.empty() ? "0" : options.topic, record.id, hit.rank,
                         hit.score);
    }
    first = false;
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
  print_dim(fmt::format("{}  {}", place_of(record), record.id));
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
