#include "corpus/data/yaml_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/fields/data_records.h"
#include "corpus/fields/field_names.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/listener.h"
#include "corpus/values/yaml_documents.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

namespace answers {
namespace {

/// Whether `line` is "---" or "...", alone or with something behind it.
bool is_marker(std::string_view line, std::string_view marker) {
  return line.starts_with(marker) && (line.size() == 3 || line[3] == ' ' || line[3] == '\t');
}

/// Lines [begin, end) of a file.
struct Document {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The documents of a file that hold anything. (YAML::LoadAll of 0.7 gives empty documents for ever
/// where a ',' follows "...", so each is loaded by itself.)
std::vector<Document> documents_of(const TextLines& lines) {
  std::vector<Document> documents;
  std::size_t begin = 0;
  bool has_content = false;
  const auto end_at = [&](std::size_t line) {
    if (has_content) documents.push_back({begin, line});
    begin = line;
    has_content = false;
  };
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const std::string_view line = lines.line(i);
    if (is_marker(line, "...")) {
      end_at(i + 1);
      continue;
    }
    const bool opens = is_marker(line, "---");
    if (opens) end_at(i);
    const std::string_view content = trimmed(opens ? line.substr(3) : line);
    has_content = has_content || !(content.empty() || content[0] == '#' || content[0] == '%');
  }
  end_at(lines.count());
  return documents;
}

/// Whether a line of the head begins with a key that asks, and one with a key that answers.
bool speaks_of_questions(std::string_view head) {
  bool asks = false;
  bool answers = false;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    std::string_view line = trimmed(head.substr(0, end));
    head.remove_prefix(std::min(head.size(), end + 1));
    while (line.starts_with("- ")) line = trimmed(line.substr(2));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon > 40) continue;
    const FieldRole role = field_name(line.substr(0, colon)).role;
    asks = asks || role == FieldRole::question || role == FieldRole::patterns ||
           role == FieldRole::turns;
    answers = answers || role == FieldRole::answer || role == FieldRole::responses ||
              role == FieldRole::turns;
  }
  return asks && answers;
}

}  // namespace

int recognises_yaml(std::string_view path, std::string_view head) {
  if (head.starts_with("### YamlMime:FAQ")) return 98;
  const std::size_t dot = path.rfind('.');
  const std::string extension = lower_ascii(dot == std::string_view::npos ? "" : path.substr(dot));
  if (extension != ".yml" && extension != ".yaml") return 0;
  return speaks_of_questions(head) ? 96 : 60;
}

void read_yaml(Input& input) {
  const TextLines lines = read_text(input);
  const auto place_of = [&](const DataValue& value) {
    const std::size_t first = std::min(value.begin, lines.count() - 1);
    const std::size_t last = std::clamp(value.end, first, lines.count() - 1);
    return Place{input.path(), first + 1, last + 1, lines.bytes_in_file[first],
                 lines.bytes_in_file[last + 1]};
  };
  if (lines.count() == 0) return;
  DataRecords records(input.listener());
  std::size_t doubtful_line = 0;
  std::string doubt;
  try {
    YamlDocuments documents(lines.text);
    if (documents.whole()) {
      for (std::size_t i = 0; i < documents.size(); ++i)
        records.read(documents.build(i), place_of, {});
      return;
    }
    doubtful_line = documents.trouble_line();
    doubt = documents.trouble();
  } catch (const std::runtime_error& error) {
    input.listener().on_trouble({input.path(), 0, error.what(), "the file was left out"});
    return;
  }
  // What libyaml refuses may be YAML 1.2; and yaml-cpp says better what is wrong.
  for (const auto& [begin, end] : documents_of(lines)) {
    const auto left_out = [&](std::size_t line, const std::string& why) {
      input.listener().on_trouble({input.path(), line, why, "the document was left out"});
    };
    try {
      const LenientYamlDocument document(lines.lines(begin, end), begin);
      records.read(document.root(), place_of, {});
      // yaml-cpp stops without a word where "-key" stands for "- key".
      const bool is_item = doubtful_line >= begin && doubtful_line < end &&
                           trimmed(lines.line(doubtful_line)).starts_with('-');
      if (is_item)
        input.listener().on_trouble(
            {input.path(), doubtful_line + 1, "no YAML: " + doubt, "what comes before was read"});
    } catch (const YamlError& error) {
      left_out(begin + error.line + 1, "no YAML: " + error.what);
    } catch (const std::runtime_error& error) {
      left_out(begin + 1, error.what());
    }
  }
}

}  // namespace answers
