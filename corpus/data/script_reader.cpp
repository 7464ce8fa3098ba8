#include "corpus/data/script_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/data/script_literals.h"
#include "corpus/fields/data_records.h"
#include "corpus/fields/field_names.h"
#include "corpus/fields/quiz_options.h"
#include "corpus/fields/record_members.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/listener.h"

#include <algorithm>
#include <string>

namespace answers {
namespace {

constexpr std::size_t largest_script = std::size_t{16} << 20;  // bytes; bundles, not collections

std::string extension_of(std::string_view path) {
  const std::size_t dot = path.find_last_of("./");
  return dot == std::string_view::npos || path[dot] == '/' ? std::string()
                                                           : lower_ascii(path.substr(dot));
}

struct Extension {
  std::string_view name;
  ScriptLanguage language;
};

constexpr Extension extensions[] = {
    {".js", ScriptLanguage::javascript},  {".mjs", ScriptLanguage::javascript},
    {".cjs", ScriptLanguage::javascript}, {".ts", ScriptLanguage::javascript},
    {".mts", ScriptLanguage::javascript}, {".cts", ScriptLanguage::javascript},
    {".py", ScriptLanguage::python},      {".rb", ScriptLanguage::ruby},
};

const Extension* script_named(std::string_view path) {
  const std::string extension = extension_of(path);
  const auto* const found = std::ranges::find(extensions, extension, &Extension::name);
  return found == std::end(extensions) ? nullptr : found;
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

/// Whether a list is of pairs: lists of two texts each, of which the first asks, or quizzes.
bool is_list_of_pairs(const DataValue& value) {
  constexpr std::size_t fewest = 3;
  return value.is_list() && value.members.size() >= fewest &&
         std::ranges::all_of(value.members, [](const DataMember& member) {
           return is_quiz_in_order(member.value) ||
                  (is_list_of_texts(&member.value) && member.value.members.size() == 2 &&
                   ends_in_question_mark(member.value.members[0].value.text));
         });
}

constexpr int deepest_held = 12;

/// "q1", "answer2", "faq.q1", "faqA2": what counts a name is none of it, and its last word says
/// what it is.
FieldRole role_of(std::string_view key) {
  const std::string_view name = key.substr(0, key.find_last_not_of("0123456789") + 1);
  const FieldRole role = field_name(name).role;
  if (role != FieldRole::other || name.size() == key.size()) return role;
  const FieldRole last = field_name(name.substr(last_word_of(name))).role;
  return is_side(last) ? last : FieldRole::other;
}

/// Whether some object in a literal has a question, and beside it an answer or options; or some
/// list is one of pairs.
bool holds_questions(const DataValue& value, int depth) {
  if (depth > deepest_held) return false;
  if (value.is_object()) {
    bool asks = false;
    bool answers = false;
    bool is_term = false;
    bool counted = false;
    bool flagged = false;
    const DataMember* before = nullptr;
    for (const DataMember& member : value.members) {
      const bool says = !text_of(&member.value).empty() || member.value.is_list() ||
                        is_object_of_languages(&member.value);
      switch (says ? role_of(member.key) : FieldRole::other) {
        case FieldRole::question:
          asks = true;
          break;
        case FieldRole::term:
          is_term = true;
          [[fallthrough]];
        case FieldRole::title:
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
          answers =
              answers || ends_in_question_mark(member.key) || lower_ascii(member.key) == "blocks";
          asks = asks || (ends_in_question_mark(member.key) && says);
          break;
      }
      // {"text": "It rusts:", "answers": [{"text": "Tin", "correct": false}, …]}
      flagged = flagged || is_list_of_flagged_options(member.value);
      // {"text_1": "What is …?", "text_2": "It is …"}, {"faq_1_title": "What is …?", …}
      if (member.value.is_string() && ends_in_question_mark(member.value.text) &&
          member.key.find_first_of("0123456789") != std::string_view::npos)
        counted = true;
      // {"title": "What is …?", "p-1": "It is …"}
      if (member.value.is_string() && !member.key.empty() && is_digit(member.key.back()))
        answers = true;
      // {"price": "What is …?", "price_text": "It is …"}
      counted = counted || (before != nullptr && ends_in_question_mark(before->value.text) &&
                            !before->key.empty() && member.key.starts_with(before->key));
      before = &member;
    }
    // {"term": "Sill", "definition": "The lower edge of a window."}
    const DataValue* defined = is_term ? value.find("definition") : nullptr;
    asks = asks || (defined != nullptr && !text_of(defined).empty());
    // {"text": "A slug's blood is green.", "answer": "True"}
    const DataValue* told = value.find("answer");
    asks = asks ||
           (answers && told != nullptr && !told->text.empty() && value.find("text") != nullptr);
    if ((asks && answers) || counted || flagged) return true;
  }
  if (value.is_list() && most_ask(value)) return true;
  if (is_list_of_pairs(value)) return true;
  return std::ranges::any_of(value.members, [depth](const DataMember& member) {
    return holds_questions(member.value, depth + 1);
  });
}

/// Visits the outermost lists of objects of which one asks and answers itself.
template <typename Visit>
void each_list(const DataValue& value, int depth, Visit visit) {
  constexpr int deepest = 30;
  if (depth > deepest) return;
  const auto is_pair = [](const DataMember& member) {
    return member.value.is_object() && holds_questions(member.value, deepest_held);
  };
  if (value.is_list() && std::ranges::any_of(value.members, is_pair)) return visit(value);
  for (const DataMember& member : value.members) each_list(member.value, depth + 1, visit);
}

std::size_t line_at(const TextLines& lines, std::size_t offset) {
  const auto behind = std::ranges::upper_bound(lines.begins, offset);
  const auto line = static_cast<std::size_t>(behind - lines.begins.begin());
  return std::min(line == 0 ? 0 : line - 1, lines.count() - 1);
}

Place place_in(const TextLines& lines, const std::string& path, const DataValue& value) {
  const std::size_t first = line_at(lines, value.begin);
  const std::size_t last = line_at(lines, value.end > value.begin ? value.end - 1 : value.end);
  return Place{path, first + 1, last + 1, lines.bytes_in_file[first],
               lines.bytes_in_file[last + 1]};
}

/// Whether a script begins with data that it gives a name, as "JSON" that a page or a program loads
/// as it is: `var questions = [`, `faq_data = {`, `window.DATA["x"] = [`.
bool gives_data_a_name(std::string_view script) {
  constexpr std::size_t longest = 200;  // bytes of words and name
  const std::size_t sign = script.substr(0, longest).find('=');
  if (sign == std::string_view::npos || sign == 0) return false;
  const std::string_view name = script.substr(0, sign);
  const bool named = std::ranges::all_of(name, [](char byte) {
    return is_letter_or_digit(byte) ||
           std::string_view(" _$.[]\"'").find(byte) != std::string_view::npos;
  });
  const std::string_view value = trimmed(script.substr(sign + 1, longest));
  return named && is_letter_or_digit(name[0]) && (value.starts_with('[') || value.starts_with('{'));
}

}  // namespace

bool read_literals(std::string_view script, ScriptLanguage language,
                   const DataRecords::PlaceOf& place_of, const Record& base, Listener& listener) {
  DataRecords records(listener);
  ScriptLiterals literals(script, language);
  return literals.each([&](const DataValue& value) {
    if (!holds_questions(value, 0)) return false;
    records.read(value, place_of, base);
    return true;
  });
}

void read_lists(std::string_view script, const DataRecords::PlaceOf& place_of, const Record& base,
                Listener& listener) {
  DataRecords records(listener);
  ScriptLiterals literals(script, ScriptLanguage::javascript);
  literals.each([&](const DataValue& value) {
    each_list(value, 0, [&](const DataValue& list) { records.read(list, place_of, base); });
    return true;
  });
}

int recognises_script(std::string_view path, std::string_view head) {
  if (script_named(path) != nullptr) return head.starts_with("<?xml") ? 0 : 97;
  if (extension_of(path) == ".json" && gives_data_a_name(trimmed(head))) return 97;
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
  const Extension* const extension = script_named(input.path());
  const bool whole = read_literals(
      lines.text, extension == nullptr ? ScriptLanguage::javascript : extension->language,
      [&](const DataValue& value) { return place_in(lines, input.path(), value); }, {},
      input.listener());
  if (!whole)
    input.listener().on_trouble({input.path(), 0, "a script whose brackets lead nowhere",
                                 "what stands before that was read"});
}

}  // namespace answers
