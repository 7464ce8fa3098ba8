#include "corpus/data/script_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/data/data_records.h"
#include "corpus/data/field_names.h"
#include "corpus/data/script_literals.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/listener.h"

#include <algorithm>
#include <array>
#include <string>

namespace answers {
namespace {

constexpr std::size_t largest_script = std::size_t{16} << 20;  // bytes; bundles, not collections

std::string extension_of(std::string_view path) {
  const std::size_t dot = path.find_last_of("./");
  return dot == std::string_view::npos || path[dot] == '/' ? std::string()
                                                           : lower_ascii(path.substr(dot));
}

bool is_script_name(std::string_view extension) {
  static constexpr std::array<std::string_view, 10> extensions = {
      ".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx", ".vue", ".svelte"};
  return std::ranges::find(extensions, extension) != extensions.end();
}

/// Whether a list is one of objects, three at least, most of which hold a text that asks.
bool most_ask(const DataValue& list) {
  constexpr std::size_t fewest = 3;
  const auto asking =
      static_cast<std::size_t>(std::ranges::count_if(list.members, [](const DataMember& item) {
        return item.value.is_object() &&
               std::ranges::any_of(item.value.members, [](const DataMember& member) {
                 return member.value.is_string() && ends_in_question_mark(member.value.text);
               });
      }));
  return asking >= fewest && asking * 5 >= list.members.size() * 4;
}

/// Whether some object in a literal has a question, and beside it an answer or options.
bool holds_questions(const DataValue& value, int depth) {
  constexpr int deepest = 12;
  if (depth > deepest) return false;
  if (value.is_object()) {
    bool asks = false;
    bool answers = false;
    for (const DataMember& member : value.members) {
      const bool says = !text_of(&member.value).empty() || member.value.is_list();
      // "q1", "answer2": what counts a name is none of it.
      const std::string_view name =
          member.key.substr(0, member.key.find_last_not_of("0123456789") + 1);
      switch (says ? field_name(name).role : FieldRole::other) {
        case FieldRole::question:
          asks = true;
          break;
        case FieldRole::title:
        case FieldRole::term:
          asks = asks || (member.value.is_string() && ends_in_question_mark(member.value.text));
          break;
        case FieldRole::answer:
        case FieldRole::text:
        case FieldRole::body:
        case FieldRole::definition:
        case FieldRole::options:
        case FieldRole::correct:
        case FieldRole::explanation:
          answers = true;
          break;
        default:
          answers = answers || ends_in_question_mark(member.key);
          asks = asks || (ends_in_question_mark(member.key) && says);
          break;
      }
    }
    if (asks && answers) return true;
  }
  if (value.is_list() && most_ask(value)) return true;
  return std::ranges::any_of(value.members, [depth](const DataMember& member) {
    return holds_questions(member.value, depth + 1);
  });
}

/// A component's text with all but its scripts made blank, so that places stay.
std::string scripts_of(std::string_view component) {
  std::string kept(component.size(), ' ');
  for (std::size_t i = 0; i < component.size(); ++i) {
    if (component[i] == '\n') kept[i] = '\n';
  }
  for (std::size_t at = component.find("<script"); at != std::string_view::npos;
       at = component.find("<script", at + 1)) {
    const std::size_t begin = component.find('>', at);
    const std::size_t end = component.find("</script", at);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) break;
    std::ranges::copy(component.substr(begin + 1, end - begin - 1),
                      kept.begin() + static_cast<std::ptrdiff_t>(begin) + 1);
  }
  return kept;
}

std::size_t line_at(const TextLines& lines, std::size_t offset) {
  const auto behind = std::ranges::upper_bound(lines.begins, offset);
  const auto line = static_cast<std::size_t>(behind - lines.begins.begin());
  return std::min(line == 0 ? 0 : line - 1, lines.count() - 1);
}

}  // namespace

int recognises_script(std::string_view path, std::string_view head) {
  if (is_script_name(extension_of(path))) return head.starts_with("<?xml") ? 0 : 97;
  const std::string_view start = trimmed(head).substr(0, 40);
  for (const std::string_view word :
       {"export const ", "export default ", "module.exports", "const "})
    if (start.starts_with(word) && head.find('[') != std::string_view::npos) return 91;
  return 0;
}

void read_script(Input& input) {
  if (input.size_hint() > largest_script) {
    input.listener().on_skipped(input.path(), "a script of more than 16 MiB");
    return;
  }
  const TextLines lines = read_text(input);
  if (lines.count() == 0) return;
  const std::string extension = extension_of(input.path());
  const bool component = extension == ".vue" || extension == ".svelte";
  const std::string scripts = component ? scripts_of(lines.text) : std::string();
  const DataRecords::PlaceOf place_of = [&](const DataValue& value) {
    const std::size_t first = line_at(lines, value.begin);
    const std::size_t last = line_at(lines, value.end > value.begin ? value.end - 1 : value.end);
    return Place{input.path(), first + 1, last + 1, lines.bytes_in_file[first],
                 lines.bytes_in_file[last + 1]};
  };
  DataRecords records(input.listener());
  ScriptLiterals literals(component ? std::string_view(scripts) : std::string_view(lines.text));
  const bool whole = literals.each([&](const DataValue& value) {
    if (!holds_questions(value, 0)) return false;
    records.read(value, place_of, {});
    return true;
  });
  if (!whole)
    input.listener().on_trouble({input.path(), 0, "a script whose brackets lead nowhere",
                                 "what stands before that was read"});
}

}  // namespace answers
