#include "searcher/display/printers.h"

#include "searcher/display/explanation_view.h"
#include "searcher/display/hit_fields.h"
#include "searcher/display/json_printer.h"
#include "searcher/display/markdown_view.h"
#include "searcher/display/passage_view.h"
#include "searcher/display/styled_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <set>
#include <sstream>

namespace answers {
namespace {

constexpr std::size_t indent = 4;           // of everything below a hit's first line
constexpr std::size_t widest_column = 100;  // longer lines are hard to read
constexpr std::size_t narrowest_column = 20;
constexpr std::size_t most_passage_lines = 8;

constexpr std::string_view between = " · ";

/// "Mathematics › Vectors"
std::string topics(const Record& record) {
  std::string text;
  for (const auto& topic : record.section) text += (text.empty() ? "" : " › ") + topic;
  return text;
}

std::vector<std::string> about_answer(const Record& record) {
  std::vector<std::string> list;
  if (record.accepted) list.emplace_back("accepted");
  if (record.votes) {
    list.push_back(fmt::format("{} vote{}", *record.votes, *record.votes == 1 ? "" : "s"));
  }
  return list;
}

std::vector<std::string> about_question(const Record& record) {
  std::vector<std::string> list;
  for (std::string text : {topics(record), record.difficulty, record.source}) {
    if (!text.empty()) list.push_back(std::move(text));
  }
  return list;
}

/// A path as a person would type it: from the working directory or his home.
std::string as_seen_from_here(const std::string& path) {
  constexpr std::ptrdiff_t most_upwards = 2;
  const std::filesystem::path whole(path);
  std::error_code error;
  const auto here = std::filesystem::current_path(error);
  if (error || !whole.is_absolute()) return path;
  const auto relative = whole.lexically_relative(here);
  const auto upwards = std::ranges::count(relative, std::filesystem::path(".."));
  const bool shares_more_than_the_root =
      upwards < std::distance(here.begin(), here.end()) - 1 && here.has_relative_path();
  if (!relative.empty() && upwards <= most_upwards && shares_more_than_the_root)
    return relative.string();
  const char* home = std::getenv("HOME");
  if (home != nullptr && *home == '/' && path.starts_with(std::string(home) + '/'))
    return '~' + path.substr(std::string_view(home).size());
  return path;
}

/// The beginning or the end of printable text that fits into `columns`.
std::string beginning_of(std::string_view text, std::size_t columns) {
  while (display_width(text) > columns) {
    do {
      text.remove_suffix(1);
    } while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80);
  }
  return std::string(text);
}
std::string end_of(std::string_view text, std::size_t columns) {
  while (display_width(text) > columns) {
    do {
      text.remove_prefix(1);
    } while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0) == 0x80);
  }
  return std::string(text);
}

/// "…/notes/faq.md:12": as many folders as have room, and of a longer name its two ends.
std::string shortened_place(const std::string& place, std::size_t columns) {
  if (display_width(place) <= columns) return place;
  for (auto slash = place.find('/'); slash != std::string::npos;
       slash = place.find('/', slash + 1)) {
    std::string rest = "…" + place.substr(slash);
    if (display_width(rest) <= columns) return rest;
  }
  const auto slash = place.rfind('/');
  const std::string name = slash == std::string::npos ? place : "…" + place.substr(slash);
  const std::size_t half = std::max<std::size_t>(columns, 8) / 2;
  return beginning_of(name, half - 1) + "…" + end_of(name, half);
}

/// What leads on from a hit, on one line: id and place always, of the rest what has room beside
/// half a line for the place, which then takes what is left.
StyledText hit_footer(const Hit& hit, const Terminal& terminal, std::size_t room) {
  const std::size_t for_place =
      std::min(linked_place(hit.record, terminal).width(), room / 2) + display_width(between);
  StyledText rest;
  const auto add = [&](const std::string& text) {
    const std::string shown = printable_line(text);
    if (shown.empty()) return true;
    const std::size_t width = rest.width() + display_width(between) + display_width(shown);
    if (display_width(short_id(hit.record)) + for_place + width > room) return false;
    rest.append(between, dim).append(shown, dim);
    return true;
  };
  if (hit.more_answers > 0) {
    add(fmt::format("+{} more answer{}", hit.more_answers, hit.more_answers == 1 ? "" : "s"));
  }
  if (hit.similar > 0) add(fmt::format("{} similar", hit.similar));
  for (const auto& text : about_answer(hit.record)) add(text);
  if (!add(topics(hit.record)) && !hit.record.section.empty()) add(hit.record.section.back());
  add(hit.record.difficulty);
  add(hit.record.source);
  StyledText line;
  line.append(short_id(hit.record), dim).append(between, dim);
  const std::size_t used = line.width() + rest.width();
  line.append(linked_place(hit.record, terminal, room > used ? room - used : 1)).append(rest);
  return line;
}

void print_indented(const StyledText& line, const Terminal& terminal, std::ostream& out) {
  out << std::string(indent, ' ');
  write(out, line, terminal);
  out << '\n';
}

void print_hit(const Hit& hit, const Terminal& terminal, std::ostream& out) {
  const std::size_t room =
      std::max(std::min(terminal.columns, widest_column), narrowest_column) - indent;
  bool first = true;
  const StyledText question = highlighted(
      hit.record.question.empty() ? "(no question)" : std::string_view(hit.record.question),
      hit.question_matches, bold, underlined | red);
  for (const StyledText& line : wrap(question, room)) {
    out << (first ? fmt::format("{:>2}  ", hit.rank) : std::string(indent, ' '));
    write(out, line, terminal);
    out << '\n';
    first = false;
  }
  for (const Passage& passage : hit.passages) {
    const auto lines = passage_lines(passage, room);
    const std::size_t shown = std::min(lines.size(), most_passage_lines);
    for (std::size_t i = 0; i < shown; ++i) print_indented(lines[i], terminal, out);
    if (lines.size() > shown) print_indented(StyledText().append("…", dim), terminal, out);
  }
  for (const StyledText& line : wrap(hit_footer(hit, terminal, room), room)) {
    print_indented(line, terminal, out);
  }
  if (!hit.explanation) return;
  for (const StyledText& line : explanation_lines(hit, room)) print_indented(line, terminal, out);
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
    const std::string& path = hit.record.place.path;
    if (options.null_separated)
      return (options.terminal.is_terminal ? printable_line(path) : path) + '\0';
    return column_text(hit, *find_hit_field("place")) + '\n';
  }
  std::ostringstream out;
  print_hit(hit, options.terminal, out);
  return out.str();
}

void print_counts(const Results& results, const PrintOptions& options, std::ostream& out) {
  const std::string topic = options.topic.empty() || options.format == Format::text
                                ? ""
                                : printable_line(options.topic) + '\t';
  if (options.count) out << topic << results.total << '\n';
  for (const Facet& facet : results.facets) {
    for (const auto& [value, records] : facet.values) {
      if (options.format == Format::text) {
        out << fmt::format("{:>7}  {}: {}\n", records, facet.field, printable_line(value));
      } else {
        out << fmt::format("{}{}\t{}\t{}\n", topic, facet.field, printable_line(value), records);
      }
    }
  }
}

}  // namespace

void print_results(const Results& results, const PrintOptions& options, std::ostream& out) {
  if (options.format == Format::json) return print_json(results, options, out);
  if (options.format == Format::jsonl) return print_json_lines(results, options, out);
  if (options.count || !results.facets.empty()) return print_counts(results, options, out);
  std::size_t characters = 0;
  std::set<std::string> printed_paths;
  if (results.explanation && options.format == Format::text && !results.hits.empty()) {
    for (const StyledText& line :
         explained_query_lines(*results.explanation, options.terminal.columns)) {
      write(out, line, options.terminal);
      out << '\n';
    }
    out << '\n';
  }
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

bool prints_passages(const PrintOptions& options) {
  if (options.count || options.format == Format::paths || options.format == Format::trec)
    return false;
  if (options.format == Format::text) return true;
  if (options.fields.empty()) return options.format != Format::tsv;
  return std::ranges::any_of(options.fields, [](const HitField* field) {
    return field->name == "passage" || field->name == "passages" ||
           field->name == "question_matches";
  });
}

void print_error(const BatchQuery& query, const PrintOptions& options, std::ostream& out) {
  if (options.format == Format::json || options.format == Format::jsonl) {
    print_json_error(query, options, out);
  }
}

StyledText linked_place(const Record& record, const Terminal& terminal, std::size_t columns) {
  Place place = record.place;
  if (terminal.is_terminal) place.path = as_seen_from_here(place.path);
  std::string shown = printable_line(place_text(place));
  if (terminal.is_terminal && columns > 0) shown = shortened_place(shown, columns);
  StyledText text;
  text.append(shown, dim);
  if (terminal.links && record.place.path != "-") {
    text.add_link(0, text.size(), file_uri(terminal, record.place.path, record.place.line));
  }
  return text;
}

std::string_view short_id(const Record& record) {
  const std::string_view id = record.id;
  return question_id(record) == id ? id : id.substr(0, 7);
}

void print_question(std::span<const Record> records, const Terminal& terminal, std::ostream& out) {
  Terminal narrowed = terminal;
  narrowed.columns = std::max(std::min(terminal.columns, widest_column), narrowest_column);
  const auto print = [&](const StyledText& text) {
    for (const StyledText& line : wrap(text, narrowed.columns)) {
      write(out, line, terminal);
      out << '\n';
    }
  };
  const auto print_dim = [&](const std::vector<std::string>& parts) {
    print(StyledText().append(fmt::format("{}", fmt::join(parts, between)), dim));
  };
  const Record& question = records.front();
  const bool several = records.size() > 1;
  print(
      highlighted(question.question.empty() ? "(no question)" : std::string_view(question.question),
                  {}, bold, plain));
  std::vector<std::string> parts = about_question(question);
  if (!question.tags.empty())
    parts.push_back(fmt::format("tags: {}", fmt::join(question.tags, ", ")));
  print_dim(parts);
  if (!question.body.empty()) {
    out << '\n';
    print_markdown(question.body, 0, narrowed, out);
  }
  std::size_t number = 0;
  for (const Record& record : records) {
    if (several) {
      out << '\n';
      print(StyledText().append(fmt::format("Answer {} of {}", ++number, records.size()), bold));
    }
    parts = about_answer(record);
    if (!record.author.empty()) parts.push_back(record.author);
    if (!record.date.empty()) parts.push_back(record.date);
    print_dim(parts);
    print(StyledText()
              .append(record.id, dim)
              .append(between, dim)
              .append(linked_place(record, terminal)));
    if (!record.url.empty() && record.url[0] != '#') {
      StyledText url;
      url.append(record.url, dim).add_link(0, url.size(), safe_uri(record.url));
      print(url);
    }
    out << '\n';
    print_markdown(record.answer, 0, narrowed, out);
  }
}

}  // namespace answers
