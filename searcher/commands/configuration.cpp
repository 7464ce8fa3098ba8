#include "searcher/commands/configuration.h"

#include "corpus/characters/characters.h"
#include "corpus/values/toml_parser.h"
#include "indexer/commands/index_places.h"
#include "indexer/generations/index_directory.h"
#include "searcher/commands/command_line.h"
#include "searcher/display/terminal.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace answers {
namespace fs = std::filesystem;
namespace {

constexpr std::array known{
    Setting{"index", "ANSWERS_INDEX", "--index", "the folder of the index", false},
    Setting{"limit", "", "--limit", "how many hits search and related show", false},
    Setting{"color", "", "--color", "auto, always or never", false},
    Setting{"columns", "", "--columns", "names of columns: question=X,answer=Y", false},
    Setting{"sections", "", "--sections", "a record of every heading with text", false},
    Setting{"pager", "ANSWERS_PAGER", "", "the command that shows long text", true},
    Setting{"editor_uri", "ANSWERS_EDITOR_URI", "", "the links of places, with {path} and {line}",
            true},
    Setting{"log_searches", "ANSWERS_LOG_SEARCHES", "", "keep the searches that find nothing",
            true},
};

/// What is larger is no configuration.
constexpr std::uintmax_t largest_file = 16 << 10;

enum class Owner { user, project };

std::string variable(std::string_view name) {
  const char* value = name.empty() ? nullptr : std::getenv(std::string(name).c_str());
  return value != nullptr ? value : "";
}

fs::path user_file() {
  if (const std::string given = variable("ANSWERS_CONFIG"); !given.empty()) return given;
  fs::path folder = variable("XDG_CONFIG_HOME");
  // The XDG specification: a relative path is to be ignored.
  if (!folder.is_absolute()) folder = fs::path(variable("HOME")) / ".config";
  // Without a home it would be a stranger's file in the working directory.
  if (!folder.is_absolute()) return {};
  return folder / "answers" / "config.toml";
}

/// The project's file and its folder.
std::optional<std::pair<fs::path, fs::path>> project_file(const fs::path& working_directory) {
  std::error_code ignored;
  for (fs::path folder = working_directory; !folder.empty(); folder = folder.parent_path()) {
    for (const char* name : {"answers.toml", ".answers/config.toml"}) {
      if (fs::is_regular_file(folder / name, ignored)) return std::pair(folder / name, folder);
    }
    if (folder == folder.root_path()) break;
  }
  return std::nullopt;
}

/// Whether `path` is `folder` or lies in it, links followed.
bool is_inside(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  if (error) return false;
  const fs::path home = fs::weakly_canonical(folder, error);
  if (error) return false;
  return std::mismatch(home.begin(), home.end(), real.begin(), real.end()).first == home.end();
}

/// The nearest .answers/ upwards; empty when there is none.
fs::path index_folder_above(const fs::path& working_directory) {
  std::error_code ignored;
  for (fs::path folder = working_directory; !folder.empty(); folder = folder.parent_path()) {
    if (fs::is_directory(folder / ".answers", ignored)) return folder / ".answers";
    if (folder == folder.root_path()) break;
  }
  return {};
}

class FileReader {
 public:
  FileReader(fs::path path, fs::path folder, Owner owner, Configuration& configuration)
      : path_(std::move(path)),
        folder_(std::move(folder)),
        owner_(owner),
        configuration_(configuration) {}

  void read() {
    std::error_code error;
    if (fs::file_size(path_, error) > largest_file && !error)
      throw ConfigurationError(
          fmt::format("{}:1:1: too large for a configuration", path_.string()));
    try {
      const toml::table table = toml::parse_file(path_.string());
      for (const auto& [key, value] : table) take(key, value);
    } catch (const toml::parse_error& wrong) {
      throw ConfigurationError(at(wrong.source().begin) + std::string(wrong.description()));
    }
  }

 private:
  std::string at(const toml::source_position& position) const {
    return fmt::format("{}:{}:{}: ", path_.string(), position.line, position.column);
  }

  /// A folder is named from that of the file.
  std::string index_named(const std::string& typed) const {
    if (typed.starts_with('@') || typed.find("://") != std::string::npos) return typed;
    if (typed.starts_with("~/")) return variable("HOME") + typed.substr(1);
    return (folder_ / typed).lexically_normal().string();
  }

  void take_index_sets(const toml::node& node) {
    const auto wrong = [this](const toml::node& one) {
      return ConfigurationError(
          at(one.source().begin) +
          R"(sets of indexes are written so: [indexes] NAME = ["DIR", "tcp://HOST:PORT"])");
    };
    if (!node.is_table()) throw wrong(node);
    for (const auto& [name, list] : *node.as_table()) {
      std::vector<std::string>& set = configuration_.index_sets[std::string(name.str())];
      set.clear();
      if (!list.is_array()) throw wrong(list);
      for (const toml::node& one : *list.as_array()) {
        const auto typed = one.value_exact<std::string>();
        if (!typed || typed->empty() || typed->starts_with('@')) throw wrong(one);
        set.push_back(index_named(*typed));
      }
      if (set.empty()) throw wrong(list);
    }
  }

  void take(const toml::key& key, const toml::node& node) {
    if (key.str() == "indexes" && owner_ == Owner::user) {
      take_index_sets(node);
      return;
    }
    if (key.str() == "indexes") {
      configuration_.warnings.push_back(
          fmt::format("{}'indexes' counts only in your own configuration, {}",
                      at(key.source().begin), user_file().string()));
      return;
    }
    const auto setting = std::ranges::find(known, key.str(), &Setting::name);
    const std::string where = at(key.source().begin);
    if (setting == known.end()) {
      std::vector<std::string> names;
      names.reserve(std::size(known));
      for (const Setting& one : known) names.emplace_back(one.name);
      const std::string near = nearest(key.str(), names);
      configuration_.warnings.push_back(
          fmt::format("{}there is no setting '{}'{}", where, printable_line(key.str()),
                      near.empty() ? "; see: answers config" : ". Did you mean '" + near + "'?"));
      return;
    }
    std::string value = text_of(*setting, node);
    if (owner_ == Owner::project && setting->own_files_only) {
      configuration_.warnings.push_back(
          fmt::format("{}'{}' counts only in your own configuration, {}", where, setting->name,
                      user_file().string()));
      return;
    }
    if (setting->name == "index") {
      if (owner_ == Owner::project && !is_inside(folder_ / value, folder_)) {
        configuration_.warnings.push_back(
            fmt::format("{}the index of a project must lie in {}", where, folder_.string()));
        return;
      }
      value = owner_ == Owner::user ? index_named(value)
                                    : (folder_ / value).lexically_normal().string();
    }
    auto& slot = configuration_.values.at(static_cast<std::size_t>(setting - known.begin()));
    slot.value = std::move(value);
    slot.origin = where.substr(0, where.size() - 2);
    slot.from_file = true;
  }

  /// Throws where the value is not of the setting's kind.
  std::string text_of(const Setting& setting, const toml::node& node) const {
    const auto wrong = [&](std::string_view what) {
      return ConfigurationError(
          fmt::format("{}'{}' must be {}", at(node.source().begin), setting.name, what));
    };
    if (setting.name == "limit") {
      const auto number = node.value_exact<std::int64_t>();
      if (!number || *number < 1 || *number > 1'000'000) throw wrong("a number from 1 to 1000000");
      return std::to_string(*number);
    }
    if (setting.name == "log_searches" || setting.name == "sections") {
      const auto flag = node.value_exact<bool>();
      if (!flag) throw wrong("true or false");
      return *flag ? "true" : "false";
    }
    const auto text = node.value_exact<std::string>();
    if (!text || text->find('\0') != std::string::npos) throw wrong("a string");
    if (setting.name == "color" && *text != "auto" && *text != "always" && *text != "never")
      throw wrong(R"("auto", "always" or "never")");
    return *text;
  }

  fs::path path_;
  fs::path folder_;
  Owner owner_;
  Configuration& configuration_;
};

/// Somebody has decided about colour in the environment.
bool color_is_decided() {
  return std::ranges::any_of(std::array{"NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR"},
                             [](const char* name) { return !variable(name).empty(); });
}

}  // namespace

std::span<const Setting> settings() { return known; }

Configuration read_configuration(const fs::path& working_directory) {
  Configuration configuration;
  for (const Setting& setting : known)
    configuration.values.push_back({&setting, "", "default", false});
  std::error_code ignored;
  if (const fs::path own = user_file(); fs::is_regular_file(own, ignored))
    FileReader(own, own.parent_path(), Owner::user, configuration).read();
  // Where one stands counts before what one has set for everywhere.
  if (auto& index = configuration.values.front();
      index.from_file && !index_folder_above(working_directory).empty()) {
    index = {index.setting, "", "default", false};
  }
  if (const auto project = project_file(working_directory))
    FileReader(project->first, project->second, Owner::project, configuration).read();
  for (SettingValue& value : configuration.values) {
    const std::string in_environment = variable(value.setting->variable);
    if (in_environment.empty()) continue;
    value = {value.setting, in_environment, "$" + std::string(value.setting->variable), false};
  }
  return configuration;
}

void apply(const Configuration& configuration, CLI::App& app) {
  give_index_sets(configuration.index_sets);
  for (const auto& [setting, value, origin, from_file] : configuration.values) {
    if (!from_file) continue;
    if (!setting->variable.empty()) {
      setenv(std::string(setting->variable).c_str(), value.c_str(), 0);
      continue;
    }
    if (setting->name == "color" && color_is_decided()) continue;
    for (CLI::App* command : app.get_subcommands({})) {
      if (setting->name == "limit" && command->get_name() != "search" &&
          command->get_name() != "related") {
        continue;
      }
      if (CLI::Option* option = command->get_option_no_throw(std::string(setting->flag)))
        option->default_val(value);
    }
  }
}

}  // namespace answers
