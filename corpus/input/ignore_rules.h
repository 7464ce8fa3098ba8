#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// What a file in a folder says that is to be left out of it, in the syntax of gitignore(5): a
/// pattern a line, '!' before one takes back, '/' at its end means folders, '/' before or within it
/// binds it to the folder; '*', '?', '[a-z]', "**" between slashes. The last that matches decides.
class IgnoreRules {
 public:
  IgnoreRules() = default;
  explicit IgnoreRules(std::string_view text);

  /// Whether `path`, which is relative to the folder of the file, is to be left out; nothing where
  /// no pattern matches it. What lies in a folder that is left out need not be asked for.
  /// O(patterns × length²).
  std::optional<bool> leaves_out(std::string_view path, bool is_folder) const;

 private:
  struct Rule {
    std::vector<std::string> parts{};  ///< between slashes; "**" is any number of them
    bool takes_back = false;
    bool folders_only = false;
  };
  std::vector<Rule> rules_;
};

/// The rules of `folder`/.answersignore; none where there is no such file or it cannot be read.
IgnoreRules read_ignore_rules(const std::filesystem::path& folder);

}  // namespace answers
