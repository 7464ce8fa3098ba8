#include "searcher/commands/command_line.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "searcher/display/styled_text.h"
#include "searcher/display/terminal.h"
#include "searcher/query/edit_distance.h"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <span>

namespace answers {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<std::string> flags_of(const CLI::App& command) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : command.get_options()) {
    for (const auto& name : option->get_lnames()) flags.push_back("--" + name);
    for (const auto& name : option->get_snames()) flags.push_back("-" + name);
  }
  return flags;
}

bool knows(const CLI::App& command, const std::string& argument) {
  const std::string flag = argument.substr(0, argument.find('='));
  const auto flags = flags_of(command);
  if (std::ranges::find(flags, flag) != flags.end()) return true;
  return !argument.starts_with("--") &&  // "-n5"
         std::ranges::find(flags, argument.substr(0, 2)) != flags.end();
}

std::string did_you_mean(const std::string& typed, const std::vector<std::string>& candidates) {
  const std::string near = nearest(typed, candidates);
  return near.empty() ? "" : fmt::format(" Did you mean '{}'?", near);
}

/// Of the flags of a command whose description says the word that was typed as a flag, the one that
/// says least besides, with that: "--port" is told of "--listen", Where: HOST:PORT. Empty for none.
std::string described_by(std::string_view typed, const CLI::App& command) {
  constexpr std::size_t shortest = 3;
  std::string word = lower_ascii(typed.substr(0, typed.find('=')));
  word.erase(0, std::min(word.find_first_not_of('-'), word.size()));
  if (word.size() < shortest) return {};
  const CLI::Option* found = nullptr;
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_lnames().empty()) continue;
    const std::string text = lower_ascii(option->get_description());
    bool says_it = false;
    for (std::size_t at = text.find(word); at != std::string::npos && !says_it;
         at = text.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      says_it = (at == 0 || !is_word_byte(text[at - 1])) &&
                (end == text.size() || !is_word_byte(text[end]));
    }
    const auto length_of = [](const CLI::Option& one) { return one.get_description().size(); };
    if (says_it && (found == nullptr || length_of(*option) < length_of(*found))) found = option;
  }
  if (found == nullptr) return {};
  return fmt::format(" Perhaps '--{}': {}.", found->get_lnames().front(), found->get_description());
}

/// Stands before an argument that CLI11 would take for a list, [a,b], or for a flag behind a lone
/// --. No shell can give one a NUL.
constexpr char as_typed_mark = '\0';

/// `words` as a shell is to be given them.
std::string quoted(std::span<const std::string> words) {
  std::string line;
  for (const auto& word : words) {
    if (!line.empty()) line += ' ';
    const bool is_plain = !word.empty() && std::ranges::all_of(word, [](char c) {
      return is_word_byte(c) || std::string_view("-_./:,+=@%").find(c) != std::string_view::npos;
    });
    if (is_plain) {
      line += word;
      continue;
    }
    line += '\'';
    for (const char c : word) line += c == '\'' ? "'\\''" : std::string(1, c);
    line += '\'';
  }
  return line;
}

/// What was wrong, in other words than CLI11's where those help nobody.
std::string reason_of(const CLI::App& command, const CLI::ParseError& error) {
  std::string what = error.what();
  if (error.get_name() == "ArgumentMismatch") {
    const std::string flag = what.substr(0, what.find(':'));
    if (const CLI::Option* option = command.get_option_no_throw(flag))
      return fmt::format("{} lacks its value, {}", flag, option->get_type_name());
  }
  // Of this one CLI11 gives the command's name for its own.
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError)) {
    what = "nothing can stand here:";
    for (std::string extra : command.remaining()) {
      std::erase(extra, as_typed_mark);
      what += ' ' + extra;
    }
  }
  return what;
}

constexpr std::size_t help_columns = 80;
constexpr std::size_t help_indent = 26;  // where descriptions begin

/// "  name          description", the description wrapped.
void append_entry(std::string& text, const std::string& name, const std::string& description) {
  std::string line = "  " + name;
  if (line.size() + 2 > help_indent) {
    text += line + '\n';
    line.clear();
  }
  StyledText words;
  words.append(description);
  for (const StyledText& part : wrap(words, help_columns - help_indent)) {
    line.resize(help_indent, ' ');
    text += line + part.text() + '\n';
    line.clear();
  }
  if (description.empty()) text += line + '\n';
}

std::string positional_name(const CLI::Option& option) {
  return option.get_name(true) +
         (option.get_expected_max() >= CLI::detail::expected_max_vector_size ? "..." : "");
}

/// "-n, --limit N"
std::string flag_name(const CLI::Option& option) {
  std::string name;
  for (const auto& one : option.get_snames()) name += (name.empty() ? "-" : ", -") + one;
  if (name.empty()) name = "   ";
  bool first = option.get_snames().empty();
  for (const auto& one : option.get_lnames()) {
    name += (first ? " --" : ", --") + one;
    first = false;
  }
  if (option.get_type_size() != 0 && !option.get_type_name().empty()) {
    const std::string type = option.get_type_name();  // "N:FLOAT in [0 - 9]": N is what people read
    name += ' ' + type.substr(0, type.find(':'));
  }
  return name;
}

}  // namespace

std::string help_text(const CLI::App& command) {
  std::string text;
  StyledText description;
  description.append(command.get_description());
  for (const StyledText& line : wrap(description, help_columns)) text += line.text() + '\n';
  text += "\nUsage: answers";
  if (command.get_parent() != nullptr) text += ' ' + command.get_name();
  const auto commands = commands_of(command);
  if (!commands.empty()) text += " COMMAND";
  text += " [OPTIONS]";
  const auto options = command.get_options();
  for (const CLI::Option* option : options) {
    if (!option->get_positional()) continue;
    const std::string name = positional_name(*option);
    text += option->get_required() ? ' ' + name : " [" + name + ']';
  }
  text += '\n';

  const std::string whole_footer = command.get_footer();
  std::string_view footer = whole_footer;
  while (footer.starts_with('\n')) footer.remove_prefix(1);
  if (footer.starts_with("Examples:")) {
    const auto end = std::min(footer.find("\n\n"), footer.size());
    text += '\n' + std::string(footer.substr(0, end)) + '\n';
    footer.remove_prefix(end);
    while (footer.starts_with('\n')) footer.remove_prefix(1);
  }

  const auto add_group = [&](const std::string& name, const auto& members, const auto& add) {
    bool empty = true;
    for (const auto* member : members) {
      if (member->get_group() != name) continue;
      if (empty) text += '\n' + name + ":\n";
      empty = false;
      add(*member);
    }
  };
  std::vector<std::string> groups;
  const auto add_name = [&](const std::string& group) {
    if (!group.empty() && std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
  };
  for (const CLI::App* one : commands) add_name(one->get_group());
  for (const auto& group : groups) {
    add_group(group, commands, [&](const CLI::App& one) {
      append_entry(text, one.get_name(), one.get_description());
    });
  }
  bool has_arguments = false;
  for (const CLI::Option* option : options) {
    if (!option->get_positional()) continue;
    if (!has_arguments) text += "\nArguments:\n";
    has_arguments = true;
    append_entry(text, positional_name(*option), option->get_description());
  }
  groups.clear();
  for (const CLI::Option* option : options) add_name(option->get_group());
  // --help is the first option of every command and stands in the default group: show that last.
  if (!groups.empty()) std::rotate(groups.begin(), groups.begin() + 1, groups.end());
  std::vector<const CLI::Option*> flags = options;
  std::erase_if(flags, [](const CLI::Option* option) { return option->get_positional(); });
  for (const auto& group : groups) {
    add_group(group, flags, [&](const CLI::Option& option) {
      append_entry(text, flag_name(option), option.get_description());
    });
  }
  if (!footer.empty()) text += '\n' + std::string(footer) + '\n';
  return text;
}

std::string nearest(std::string_view typed, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t fewest = typed.size() <= 4 ? 2 : 3;  // 'date' is not meant for 'path'
  for (const auto& candidate : candidates) {
    const std::size_t distance = edit_distance(typed, candidate, fewest);
    if (distance < fewest) {
      fewest = distance;
      best = candidate;
    }
  }
  return best;
}

std::string none_of(std::string_view typed, const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) {
    if (!list.empty()) list += name == names.back() ? " or " : ", ";
    list += name;
  }
  std::string lower(typed);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  std::string near = nearest(lower, names);
  const auto begins_so = [&](const std::string& name) { return name.starts_with(lower); };
  if (near.empty() && !lower.empty() && std::ranges::count_if(names, begins_so) == 1)
    near = *std::ranges::find_if(names, begins_so);
  return fmt::format("'{}' is none of {}{}", printable_line(typed), list,
                     near.empty() ? "" : fmt::format(". Did you mean '{}'?", near));
}

std::vector<std::string> arguments_for(CLI::App& app, const std::vector<std::string>& typed) {
  std::vector<std::string> arguments = typed;
  if (!typed.empty() && typed[0] == "version") arguments[0] = "--version";
  if (!typed.empty() && typed[0] == "help") {
    arguments.erase(arguments.begin());
    arguments.resize(std::min<std::size_t>(arguments.size(), 1));
    arguments.emplace_back("--help");
  }
  const auto is_named = [&](const CLI::App* one) {
    return !arguments.empty() && one->get_name() == arguments.front();
  };
  const std::vector<CLI::App*> named = app.get_subcommands(is_named);
  if (named.empty() && arguments.size() == 2 && typed[0] == "help") arguments.pop_back();
  if (named.empty()) return arguments;
  const CLI::App* command = named.front();
  bool is_marked = false;
  bool are_flags_over = false;
  for (auto argument = arguments.begin(); argument != arguments.end(); ++argument) {
    // Behind a lone -- CLI11 takes no more words where it has had one before.
    if (!are_flags_over && *argument == "--") {
      are_flags_over = true;
      argument = arguments.erase(argument);
      if (argument == arguments.end()) break;
    }
    const bool is_word = are_flags_over && argument->starts_with('-');
    if (is_word || (argument->starts_with('[') && argument->ends_with(']'))) {
      argument->insert(argument->begin(), as_typed_mark);
      is_marked = true;
    }
    // CLI11 would give --flag= the next argument for its value.
    if (are_flags_over || !argument->starts_with("--") || !argument->ends_with('=')) continue;
    const std::string flag = argument->substr(0, argument->size() - 1);
    const CLI::Option* option = command->get_option_no_throw(flag);
    if (option == nullptr || option->get_items_expected_max() == 0) continue;
    *argument = flag;
    argument = arguments.insert(std::next(argument), "");
  }
  if (!is_marked) return arguments;
  for (CLI::Option* option : named.front()->get_options()) {
    if (option->get_items_expected_max() == 0) continue;
    option->transform([](std::string value) {
      if (value.starts_with(as_typed_mark)) value.erase(0, 1);
      return value;
    });
  }
  return arguments;
}

std::string explain_parse_error(const CLI::App& app, const CLI::ParseError& error,
                                const std::vector<std::string>& typed) {
  const std::span<const std::string> arguments =
      std::span(typed).subspan(typed.size() > 1 && typed.front() == "help" ? 1 : 0);
  const std::string& name = arguments.front();
  const CLI::App* command = name.starts_with('-') ? &app : nullptr;
  std::vector<std::string> names;
  for (const CLI::App* one : commands_of(app)) {
    names.push_back(one->get_name());
    if (one->get_name() == name) command = one;
  }
  if (command == nullptr) {
    names.insert(names.end(), {"help", "version"});
    const std::string near = did_you_mean(name, names);
    std::string text =
        fmt::format("unknown command '{}'.{} (answers --help lists them)", printable(name), near);
    if (near.empty())
      text += "\nTo search for it: answers search " + printable_line(quoted(arguments));
    return text;
  }
  const std::string whole_name = command == &app ? "answers" : "answers " + command->get_name();
  const bool is_of_value = error.get_name() == "ValidationError" ||
                           error.get_name() == "ArgumentMismatch" ||
                           error.get_name() == "ConversionError";
  for (const auto& argument : arguments) {
    if (argument == "--" || is_of_value) break;
    if (argument.size() < 2 || argument[0] != '-' || knows(*command, argument)) continue;
    // Every letter is near every other one.
    std::string near =
        argument.size() > 2 ? did_you_mean(argument, flags_of(*command)) : std::string();
    if (near.empty()) near = described_by(argument, *command);
    std::string text = fmt::format("{} has no flag '{}'.{} ({} --help lists them)", whole_name,
                                   printable(argument), near, whole_name);
    if (command->get_name() == "search") {
      text += "\nWords that begin with a dash stand behind a lone '--': answers search -- pca -svd";
    }
    return text;
  }
  return fmt::format("{} ({} --help)", printable(reason_of(*command, error)), whole_name);
}

}  // namespace answers
