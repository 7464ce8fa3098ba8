#include "searcher/commands/shared_options.h"

#include "indexer/commands/typed_numbers.h"
#include "searcher/display/hit_fields.h"
#include "searcher/serving/search_request.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <string_view>

namespace answers {
namespace {

/// The version of the forms that programs read: JSON, TSV, TREC.
constexpr std::size_t format_version = 1;

std::string names_of_hit_fields() {
  std::string names;
  for (const HitField& field : hit_fields()) {
    names += (names.empty() ? "" : ", ") + std::string(field.name);
  }
  return names;
}

std::vector<const HitField*> parse_fields(std::string_view names) {
  std::vector<std::string> known;
  for (const HitField& one : hit_fields()) known.emplace_back(one.name);
  std::vector<const HitField*> fields;
  for (const auto& name : parse_list("--fields", names, known))
    fields.push_back(find_hit_field(name));
  return fields;
}

const Choices<Format>& formats() {
  static const Choices<Format> names = {{"text", Format::text},   {"json", Format::json},
                                        {"jsonl", Format::jsonl}, {"tsv", Format::tsv},
                                        {"paths", Format::paths}, {"vimgrep", Format::vimgrep},
                                        {"trec", Format::trec}};
  return names;
}

}  // namespace

void add_color_option(CLI::App& command, ColorChoice& color) {
  static const Choices<ColorChoice> choices = {{"auto", ColorChoice::automatic},
                                               {"always", ColorChoice::always},
                                               {"never", ColorChoice::never}};
  command.add_option("--color", color, "auto, always or never")
      ->transform(one_of(choices))
      ->type_name("WHEN");
}

void add_format_version(CLI::App& command) {
  auto* option = command.add_option_function<std::size_t>(
      "--format-version",
      [](std::size_t wanted) {
        if (wanted == format_version) return;
        std::cerr << "answers: the output has format version " << format_version << "; version "
                  << wanted << " is not known\n";
        throw CLI::RuntimeError(wanted < format_version ? 20 : 21);  // as notmuch does
      },
      "Exit 20 or 21 if the output is no longer, or not yet, of version N [1]");
  takes_whole_number(option)->type_name("N")->group("Output");
}

void add_indexes_option(CLI::App& command, TypedIndexes& indexes, bool has_gaps) {
  const auto takes_seconds = [&command](const char* flag, std::chrono::milliseconds& deadline,
                                        const char* describes) {
    auto* option = command.add_option_function<double>(
        flag,
        [&deadline](double seconds) {
          deadline = std::chrono::milliseconds(std::llround(seconds * 1000));
        },
        describes);
    takes_decimal(option, 0.001, 3600)->type_name("SECONDS")->group("Indexes");
  };
  command
      .add_option("--index", indexes.names,
                  "The folder of the index; several are searched as one, as are those of other "
                  "machines: tcp://HOST:PORT, ssh://HOST/PATH; @NAME is a set of the configuration")
      ->type_name("DIR")
      ->allow_extra_args(false)
      ->group("Indexes");
  takes_seconds("--connect-deadline", indexes.deadlines.connect,
                "How long to wait for an index elsewhere to be there [1]");
  takes_seconds("--answer-deadline", indexes.deadlines.answer,
                "How long to wait for what it answers to a query [3]");
  if (!has_gaps) return;
  command
      .add_flag("--all-or-nothing", indexes.all_or_nothing,
                "Exit 3 where one of the indexes does not answer, instead of doing without it")
      ->group("Indexes");
}

std::vector<std::string> parse_list(const std::string& flag, std::string_view list,
                                    const std::vector<std::string>& known) {
  std::vector<std::string> parts;
  while (true) {
    const auto comma = std::min(list.find(','), list.size());
    parts.emplace_back(list.substr(0, comma));
    if (std::ranges::find(known, parts.back()) == known.end())
      throw CLI::ValidationError(flag, none_of(parts.back(), known));
    if (comma == list.size()) return parts;
    list.remove_prefix(comma + 1);
  }
}

void add_json_option(CLI::App& command, bool& json, const std::string& help) {
  static const Choices<bool> forms = {{"text", false}, {"json", true}};
  add_format_option(command, json, forms, help);
}

CLI::Option* add_number(CLI::App& command, const std::string& name, std::size_t& number,
                        const std::string& help) {
  return takes_whole_number(command.add_option(name, number, help))->type_name("N");
}

void add_print_options(CLI::App& command, PrintOptions& print, ColorChoice& color) {
  add_format_option(command, print.format, formats(),
                    "text, json, jsonl, tsv, paths, vimgrep or trec [text]");
  command
      .add_option_function<std::string>(
          "--fields", [&print](const std::string& names) { print.fields = parse_fields(names); },
          "Of each hit in json, jsonl, tsv: " + names_of_hit_fields())
      ->type_name("A,B")
      ->group("Output");
  command.add_flag("--short", print.is_short, "Of text: a line a hit")->group("Output");
  command
      .add_flag("-0,--null", print.null_separated,
                "A NUL byte ends each line of tsv and paths, and paths come without line numbers")
      ->group("Output");
  add_number(command, "--max-chars", print.max_chars,
             "Print no more than N characters: as many whole hits as go into them")
      ->group("Output");
  add_color_option(command, color);
}

void add_filter_options(CLI::App& command, std::string& filters, std::vector<std::string>& paths) {
  static constexpr struct {
    const char* flag;
    const char* field;
    const char* value;
    const char* describes;
  } table[] = {
      {"--tag", "tag", "TAG", "Only records with this tag"},
      {"--section", "section", "TOPIC", "… below this heading"},
      {"--source", "source", "NAME", "… from this source"},
      {"--difficulty", "difficulty", "LEVEL", "… of this difficulty"},
      {"--lang", "lang", "CODE", "… in this language"},
      {"--votes", "votes", "A..B", "… with so many votes: 3.., ..10, 3..10"},
  };
  const auto is_range = [](const std::string& text) {
    return is_range_of_votes(text)
               ? std::string()
               : "'" + text + "' is no range of votes such as 3.., ..10 or 3..10";
  };
  for (const auto& row : table) {
    const bool is_votes = std::string_view(row.field) == "votes";
    command
        .add_option_function<std::vector<std::string>>(
            row.flag,
            [&filters, field = std::string(row.field)](const std::vector<std::string>& values) {
              for (const std::string& value : values) add_filter(filters, field, value);
            },
            row.describes)
        ->check(is_votes ? CLI::Validator(is_range, "") : CLI::Validator())
        ->type_name(row.value)
        ->allow_extra_args(false)
        ->take_all()
        ->group("Filters");
  }
  command.add_option("--path", paths, "… of this file, or below this folder")
      ->type_name("PATH")
      ->allow_extra_args(false)
      ->take_all()
      ->group("Filters");
  command
      .add_flag_callback(
          "--accepted", [&filters] { filters += " is:accepted"; },
          "… marked as the accepted answer")
      ->group("Filters");
}

}  // namespace answers
