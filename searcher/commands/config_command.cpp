#include "searcher/commands/config_command.h"

#include "corpus/values/json_text.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/index_file.h"
#include "searcher/display/pager.h"
#include "searcher/display/terminal.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <ostream>

namespace answers {
namespace {

/// What holds where nobody says anything.
std::string default_of(std::string_view name) {
  if (name == "index") {
    try {
      return find_index("").string();
    } catch (const IndexUnusable& error) {
      return error.what();
    }
  }
  if (name == "limit") return "10";
  if (name == "color") return "auto";
  if (name == "pager") return pager_command();
  return "";
}

}  // namespace

int run_config(const ConfigCommand& command, const Configuration& configuration, std::ostream& out,
               std::ostream& talk) {
  nlohmann::ordered_json json = {{"schema", "answers.config/1"},
                                 {"settings", nlohmann::ordered_json::array()}};
  bool found = false;
  for (const auto& [setting, set, origin, from_file] : configuration.values) {
    const std::string value = origin == "default" ? default_of(setting->name) : set;
    if (!command.name.empty() && command.name != setting->name) continue;
    found = true;
    if (command.json) {
      json["settings"].push_back({{"name", setting->name}, {"value", value}, {"origin", origin}});
    } else if (!command.name.empty()) {
      out << value << '\n';
    } else {
      out << fmt::format("{:<12} {:<30} {}\n", setting->name,
                         printable_line(value.empty() ? "–" : value), printable_line(origin));
    }
  }
  if (!found) {
    talk << fmt::format("answers: there is no setting '{}'; see: answers config\n",
                        printable_line(command.name));
    return 2;
  }
  if (command.json) out << json_text(json) << '\n';
  return 0;
}

}  // namespace answers
