#include "searcher/display/printers.h"

#include "searcher/display/explanation_view.h"
#include "searcher/display/formula_text.h"
#include "searcher/display/hit_fields.h"
#include "searcher/display/json_printer.h"
#include "searcher/display/markdown_view.h"
#include "searcher/display/passage_view.h"
#include "searcher/display/styled_text.h"
#include "searcher/ranking/passage_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <set>
#include <sstream>
#include <string_view>
#include <unordered_map>
#include <utility>

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

/// What leads on from a hit: id and place, whole so that they can be copied, and of the rest what
/// has room on their line; where the place has none beside the id, it has a line of its own.
std::vector<StyledText> hit_footer(const Hit& hit, const Terminal& terminal, std::size_t room) {
  const StyledText place = linked_place(hit.record, terminal);
  const StyledText id = StyledText().append(short_id(hit.record), dim);
  const bool on_one_line = id.width() + display_width(between) + place.width() <= room;
  StyledText line = id;
  if (on_one_line) line.append(between, dim).append(place);
  const auto add = [&](const std::string& text) {
    const std::string shown = printable_line(text);
    if (shown.empty()) return true;
    if (line.width() + display_width(between) + display_width(shown) > room) return false;
    line.append(between, dim).append(shown, dim);
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
  return on_one_line ? std::vector{line} : std::vector{line, place};
}

void print_indented(const StyledText& line, const Terminal& terminal, std::ostream& out) {
  out << std::string(indent, ' ');
  write(out, line, terminal);
  out << '\n';
}

/// Whether a line of a body is one that could tell it from another.
bool is_text(std::string_view line) {
  return line.find_first_not_of(" \t\r`~") != std::string_view::npos && !line.starts_with("```");
}

/// Calls visit(line) for every line of `text`, until that returns false.
template <typename Visit>
void each_line(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (!visit(text.substr(0, end))) return;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// For each hit the first line of its body, or its topics, that no other hit with the same question
/// has: "What is the output of this code?" is asked often. Empty where none asks the same. O(bytes
/// of the bodies), however many ask the same.
std::vector<std::string> what_tells_apart(std::span<const Hit> all) {
  std::vector<std::string> apart(all.size());
  std::unordered_map<std::string_view, std::vector<std::size_t>> asking;
  for (std::size_t i = 0; i < all.size(); ++i) asking[all[i].record.question].push_back(i);
  for (const auto& [question, hits] : asking) {
    if (hits.size() < 2) continue;
    constexpr auto several = static_cast<std::size_t>(-1);
    std::unordered_map<std::string, std::size_t> owners_of_topics;
    std::unordered_map<std::string_view, std::size_t> owners;  // of lines
    const auto note = [](std::size_t& owner, bool is_new, std::size_t hit) {
      owner = is_new || owner == hit ? hit : several;
    };
    for (const std::size_t hit : hits) {
      const auto [topic, is_new_topic] = owners_of_topics.try_emplace(topics(all[hit].record));
      note(topic->second, is_new_topic, hit);
      each_line(all[hit].record.body, [&](std::string_view line) {
        const auto [known, is_new] = owners.try_emplace(line);
        note(known->second, is_new, hit);
        return true;
      });
    }
    for (const std::size_t hit : hits) {
      each_line(all[hit].record.body, [&](std::string_view line) {
        if (is_text(line) && owners.at(line) == hit) apart[hit] = line;
        return apart[hit].empty();
      });
      if (std::string own = topics(all[hit].record);
          apart[hit].empty() && owners_of_topics.at(own) == hit)
        apart[hit] = std::move(own);
    }
  }
  return apart;
}

StyledText shown_question(const Hit& hit, const Terminal& terminal) {
  Passage question{.text = hit.record.question.empty() ? "(no question)" : hit.record.question,
                   .matches = hit.question_matches};
  if (terminal.is_terminal) question = with_formulas(question);
  return highlighted(question.text, question.matches, bold, underlined | red);
}

/// `apart`: what tells it from other hits with the same question; so below.
void print_short(const Hit& hit, std::string_view apart, const Terminal& terminal,
                 std::ostream& out) {
  StyledText question = shown_question(hit, terminal);
  if (!apart.empty()) question.append("  ").append(printable_line(apart), dim);
  const StyledText place = linked_place(hit.record, terminal);
  StyledText line = StyledText().append(fmt::format("{:>2}  ", hit.rank));
  // On a terminal the place stands at the right, and the question takes what is left of the line.
  const std::size_t used = line.width() + 2 + place.width();
  const bool has_room = terminal.columns >= used + narrowest_column;
  if (terminal.is_terminal && has_room) {
    question = cut(question, terminal.columns - used);
    question.append(std::string(terminal.columns - used - question.width(), ' '));
  }
  line.append(question).append("  ").append(place);
  write(out, line, terminal);
  out << '\n';
}

void print_hit(const Hit& hit, std::string_view apart, const Terminal& terminal,
               std::ostream& out) {
  const std::size_t room =
      std::max(std::min(terminal.columns, widest_column), narrowest_column) - indent;
  bool first = true;
  const StyledText question = shown_question(hit, terminal);
  for (const StyledText& line : wrap(question, room)) {
    out << (first ? fmt::format("{:>2}  ", hit.rank) : std::string(indent, ' '));
    write(out, line, terminal);
    out << '\n';
    first = false;
  }
  if (!apart.empty())
    print_indented(cut(StyledText().append(printable_line(apart), magenta), room), terminal, out);
  for (const Passage& passage : hit.passages) {
    const auto lines = passage_lines(terminal.is_terminal ? with_formulas(passage) : passage, room,
                                     hit.record.answer);
    const std::size_t shown = std::min(lines.size(), most_passage_lines);
    for (std::size_t i = 0; i < shown; ++i) print_indented(lines[i], terminal, out);
    if (lines.size() > shown) print_indented(StyledText().append("…", dim), terminal, out);
  }
  for (const StyledText& line : hit_footer(hit, terminal, room)) {
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

std::string hit_text(const Hit& hit, std::string_view apart, const PrintOptions& options) {
  if (options.format == Format::tsv) return tsv_line(hit, options);
  if (options.format == Format::trec) {
    return fmt::format("{} Q0 {} {} {:.6f} {}\n",
                       options.topic.empty() ? "0" : without_blanks(options.topic),
                       without_blanks(hit.record.id), hit.rank, hit.score, options.run_name);
  }
  if (options.format == Format::vimgrep) {
    return fmt::format("{}:{}:1:{}\n", printable_line(path_from_here(hit.record.place.path)),
                       std::max<std::size_t>(hit.record.place.line, 1),
                       column_text(hit, *find_hit_field("question")));
  }
  if (options.format == Format::paths) {
    const std::string path = path_from_here(hit.record.place.path);
    if (options.null_separated)
      return (options.terminal.is_terminal ? printable_line(path) : path) + '\0';
    return column_text(hit, *find_hit_field("place")) + '\n';
  }
  std::ostringstream out;
  options.is_short ? print_short(hit, apart, options.terminal, out)
                   : print_hit(hit, apart, options.terminal, out);
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

std::size_t print_results(const Results& results, const PrintOptions& options, std::ostream& out) {
  if (options.format == Format::json) return print_json(results, options, out);
  if (options.format == Format::jsonl) return print_json_lines(results, options, out);
  if (options.count || !results.facets.empty()) {
    print_counts(results, options, out);
    return 0;
  }
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
  const auto apart = options.format == Format::text ? what_tells_apart(results.hits)
                                                    : std::vector<std::string>(results.hits.size());
  bool first = true;
  for (std::size_t i = 0; i < results.hits.size(); ++i) {
    std::string text = hit_text(results.hits[i], apart[i], options);
    if (options.format == Format::text && !options.is_short && !first) text.insert(0, 1, '\n');
    first = false;
    if (options.format == Format::paths && !printed_paths.insert(text).second) continue;
    characters += count_characters(text);
    if (options.max_chars > 0 && characters > options.max_chars) return i;
    out << text;
  }
  return results.hits.size();
}

bool prints_passages(const PrintOptions& options) {
  if (options.count || options.format == Format::paths || options.format == Format::trec ||
      options.format == Format::vimgrep)
    return false;
  if (options.format == Format::text) return true;
  if (options.fields.empty()) return options.format != Format::tsv;
  return std::ranges::any_of(options.fields, [](const HitField* field) {
    return field->name == "passage" || field->name == "passages" ||
           field->name == "question_matches";
  });
}

bool prints_similar(const PrintOptions& options) {
  return std::ranges::find(options.fields, find_hit_field("similar")) != options.fields.end();
}

void locate_printed_passages(Results& results, const PrintOptions& options) {
  if (options.format != Format::json && options.format != Format::jsonl) return;
  const bool are_printed =
      options.fields.empty() ||
      std::ranges::find(options.fields, find_hit_field("passages")) != options.fields.end();
  if (!are_printed) return;
  for (Hit& hit : results.hits) locate_passages(hit);
}

void print_error(const BatchQuery& query, const PrintOptions& options, std::ostream& out) {
  if (options.format == Format::json || options.format == Format::jsonl) {
    print_json_error(query, options, out);
  }
}

StyledText linked_place(const Record& record, const Terminal& terminal) {
  std::string shown = place_text(record.place);
  if (terminal.is_terminal && shown.starts_with('/')) {
    const char* home = std::getenv("HOME");
    if (home != nullptr && *home == '/' && shown.starts_with(std::string(home) + '/'))
      shown.replace(0, std::string_view(home).size(), "~");
  }
  StyledText text;
  text.append(printable_line(shown), dim);
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
  print(shown_question({.record = question}, terminal));
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
