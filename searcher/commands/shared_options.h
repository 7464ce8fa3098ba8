#pragma once

#include "indexer/commands/index_places.h"
#include "searcher/commands/command_line.h"
#include "searcher/display/printers.h"
#include "searcher/display/terminal.h"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Flags that several commands have, with the same names and words. What is written to must outlive
/// the parse.
namespace answers {

/// The values of an option by their names, in the order in which people are told of them.
template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

/// The name becomes the number that CLI11 reads an enumerator from. `choices` must outlive it.
template <class Value>
CLI::Validator one_of(const Choices<Value>& choices) {
  const auto choose = [&choices](std::string& typed) {
    std::vector<std::string> names;
    for (const auto& [name, value] : choices) {
      if (name == typed) {
        typed = std::to_string(static_cast<int>(value));
        return std::string();
      }
      names.push_back(name);
    }
    return none_of(typed, names);
  };
  return CLI::Validator(choose, "");
}

void add_color_option(CLI::App& command, ColorChoice& color);

/// `--index`, as often as there are indexes, and how long those elsewhere are waited for.
/// `--all-or-nothing` where `has_gaps`: it can do without some of them.
void add_indexes_option(CLI::App& command, TypedIndexes& indexes, bool has_gaps);

/// Throws CLI::RuntimeError with the exit code of a version that is not ours.
void add_format_version(CLI::App& command);

/// "id,score" -> its parts. Throws CLI::ValidationError of `flag` with the one that is none of
/// `known`.
std::vector<std::string> parse_list(const std::string& flag, std::string_view list,
                                    const std::vector<std::string>& known);

/// `--format`, one of `forms` by its name, `--json` where that is one, and `--format-version`.
/// `forms` must outlive the command.
template <class Form>
void add_format_option(CLI::App& command, Form& form, const Choices<Form>& forms,
                       const std::string& help) {
  command.add_option("--format", form, help)
      ->transform(one_of(forms))
      ->type_name("FORM")
      ->group("Output");
  for (const auto& [name, value] : forms) {
    if (name != "json") continue;
    command
        .add_flag_callback(
            "--json", [&form, json = value] { form = json; }, "The same as --format json")
        ->group("Output");
  }
  add_format_version(command);
}

/// text or json.
void add_json_option(CLI::App& command, bool& json,
                     const std::string& help = "text or json [text]");

CLI::Option* add_number(CLI::App& command, const std::string& name, std::size_t& number,
                        const std::string& help);

/// How results are printed: alike for every command that prints them.
void add_print_options(CLI::App& command, PrintOptions& print, ColorChoice& color);

/// Flags that become the filters of a query: --tag "a b" is tag:"a b".
void add_filter_options(CLI::App& command, std::string& filters, std::vector<std::string>& paths);

}  // namespace answers
