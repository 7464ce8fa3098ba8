#pragma once

#include "corpus/listener.h"

#include <filesystem>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

/// Settings that hold without being typed, in TOML. Flags > environment > project > user:
///
///   project  the nearest answers.toml or .answers/config.toml upwards from the working directory
///   user     $ANSWERS_CONFIG, else $XDG_CONFIG_HOME/answers/config.toml
///
/// A project's file may have come with a collection from anywhere. So it can name no command and no
/// link, no sets of indexes, and its index must lie in its own folder. The user's index counts only
/// where there is no .answers/ upwards.
namespace answers {

/// What can be set.
struct Setting {
  std::string_view name;
  std::string_view variable;  ///< of the environment; "" where there is none
  std::string_view flag;      ///< "" where there is none
  std::string_view meaning;
  bool own_files_only;  ///< a project's file cannot set it
};
std::span<const Setting> settings();

/// One setting as it stands.
struct SettingValue {
  const Setting* setting = nullptr;
  std::string value{};   ///< "" where nothing says anything and there is no default
  std::string origin{};  ///< "default", "$ANSWERS_INDEX", "/home/me/notes/answers.toml:2:1"
  bool from_file = false;
};

struct Configuration {
  std::vector<SettingValue> values{};  ///< of every setting, in the order of settings()
  /// [indexes]: what "@NAME" stands for, see find_indexes().
  std::map<std::string, std::vector<std::string>> index_sets{};
  std::vector<std::string>
      warnings{};  ///< what a project's file may not say: "path:line:column: …"
};

/// A configuration file that cannot be understood; what() begins with path, line and column.
class ConfigurationError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Reads the files and the environment. Throws ConfigurationError.
Configuration read_configuration(const std::filesystem::path& working_directory);

/// Makes what files say the default: of the flags of `app`'s commands, and of variables that are
/// not set; gives the sets of indexes. To be called before the command line is parsed.
void apply(const Configuration& configuration, CLI::App& app);

}  // namespace answers
