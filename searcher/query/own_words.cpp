#include "searcher/query/own_words.h"

#include "corpus/values/toml_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace answers {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_file = 1 << 20;
constexpr std::size_t most_entries = 10'000;
constexpr std::size_t longest_text = 200;  // bytes of a word or phrase
constexpr std::size_t most_lines_left_out = 20;

/// Line `number` (from 1) of a text, with its line end; empty behind the last.
std::string_view line_of(std::string_view text, std::size_t number) {
  while (--number > 0 && !text.empty())
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
}

/// Reads one file.
class Reader {
 public:
  Reader(const fs::path& path, OwnWords& own, Analyser& analyser,
         std::vector<std::string>& warnings)
      : path_(path), own_(own), analyser_(analyser), warnings_(warnings) {}

  /// A line that is no TOML is left out, and the others are read without it.
  void read(std::string text) {
    while (!read_all(text)) {
      const std::string_view line = line_of(text, told_.back().line);
      if (line.find_first_not_of(" \t\r\n") == std::string_view::npos ||
          told_.size() == most_lines_left_out)
        break;
      std::fill_n(text.begin() + (line.data() - text.data()),
                  line.size() - (line.ends_with('\n') ? 1U : 0U), ' ');
    }
    std::ranges::stable_sort(told_, {}, &Told::line);
    for (Told& one : told_) warnings_.push_back(std::move(one.text));
  }

 private:
  struct Told {
    toml::source_index line = 0;
    std::string text{};
  };

  /// False where it is no TOML: what is wrong first is told last, and nothing was read.
  bool read_all(std::string_view text) try {
    const toml::table table = toml::parse(text);
    for (const auto& [key, value] : table) {
      if (key == "same") {
        read_groups(value);
      } else if (key == "also") {
        read_table(value, false);
      } else if (key == "acronyms") {
        read_table(value, true);
      } else if (key == "forget") {
        read_forgotten(value);
      } else {
        tell(value.source(), fmt::format("nothing is called \"{}\" here: same, also, acronyms, "
                                         "forget",
                                         std::string_view(key)));
      }
    }
    return true;
  } catch (const toml::parse_error& error) {
    tell(error.source(), std::string(error.description()));
    return false;
  }

  void tell(const toml::source_region& where, const std::string& what) {
    told_.push_back({where.begin.line, fmt::format("{}:{}:{}: {}", path_.string(), where.begin.line,
                                                   where.begin.column, what)});
  }

  /// A word or some words; empty, and told, when it is anything else.
  std::string text_of(const toml::node& node) {
    const auto* text = node.as_string();
    if (text == nullptr || key_of(text->get(), analyser_).empty() ||
        text->get().size() > longest_text) {
      tell(node.source(), "a word or a few words are expected, in quotes");
      return {};
    }
    return text->get();
  }

  std::vector<std::string> texts_of(const toml::node& node) {
    std::vector<std::string> texts;
    const auto note = [&](const toml::node& one) {
      if (std::string text = text_of(one); !text.empty()) texts.push_back(std::move(text));
    };
    if (const auto* list = node.as_array()) {
      for (const toml::node& one : *list) note(one);
    } else {
      note(node);
    }
    return texts;
  }

  void add(const std::string& word, const std::string& other) {
    if (own_.entries.size() < most_entries)
      own_.entries.push_back({key_of(word, analyser_), other});
  }

  void read_groups(const toml::node& node) {
    const auto* groups = node.as_array();
    if (groups == nullptr) {
      tell(node.source(), R"(same is a list of lists: same = [["laptop", "notebook"]])");
      return;
    }
    for (const toml::node& group : *groups) {
      const std::vector<std::string> texts = texts_of(group);
      if (!group.is_array() || texts.size() < 2)
        tell(group.source(), "two words or more are the same, in a list of their own");
      for (const std::string& one : texts) {
        for (const std::string& other : texts) {
          if (&one != &other) add(one, other);
        }
      }
    }
  }

  void read_table(const toml::node& node, bool is_acronym) {
    const auto* table = node.as_table();
    if (table == nullptr) {
      tell(node.source(), "a table is expected: word = \"other words\"");
      return;
    }
    for (const auto& [key, value] : *table) {
      for (const std::string& text : texts_of(value)) {
        add(std::string(key), text);
        if (is_acronym) add(text, std::string(key));
      }
    }
  }

  void read_forgotten(const toml::node& node) {
    const auto* table = node.as_table();
    const auto* acronyms = table != nullptr ? table->get("acronyms") : nullptr;
    if (acronyms == nullptr || table->size() != 1) {
      tell(node.source(), "what is forgotten are acronyms: acronyms = [\"ALS\"]");
      return;
    }
    for (const std::string& text : texts_of(*acronyms)) own_.forgotten.push_back(fold(text));
  }

  const fs::path& path_;
  OwnWords& own_;
  Analyser& analyser_;
  std::vector<std::string>& warnings_;
  std::vector<Told> told_;
};

}  // namespace

std::string key_of(std::string_view text, Analyser& analyser) {
  std::vector<std::string> words;
  analyser.analyse(text, "en", [&](const Token& token) {
    if (token.kind == Token::Kind::word || token.kind == Token::Kind::part)
      words.push_back(fold(text.substr(token.begin, token.end - token.begin)));
  });
  std::string key;
  for (const std::string& word : words) {
    if (!key.empty()) key += ' ';
    key += analyser.stem(word, "en");
  }
  return key;
}

OwnWords read_own_words(std::span<const fs::path> files, std::vector<std::string>& warnings) {
  OwnWords own;
  std::optional<Analyser> analyser;
  for (const fs::path& path : files) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) continue;
    if (fs::file_size(path, error) > largest_file) {
      warnings.push_back(fmt::format("{}: larger than 1 MB, it is not read", path.string()));
      continue;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) {
      warnings.push_back(fmt::format("{}: it cannot be read", path.string()));
      continue;
    }
    if (!analyser) analyser.emplace();
    Reader(path, own, *analyser, warnings).read(text);
  }
  std::ranges::stable_sort(own.entries, {}, &OwnWords::Entry::key);
  return own;
}

fs::path own_words_of_user() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return fs::path(value != nullptr ? value : "");
  };
  fs::path folder = variable("XDG_CONFIG_HOME");
  // The XDG specification: a relative path is to be ignored.
  if (!folder.is_absolute()) folder = variable("HOME") / ".config";
  return folder.is_absolute() ? folder / "answers" / "synonyms.toml" : fs::path();
}

}  // namespace answers
