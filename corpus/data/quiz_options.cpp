#include "corpus/data/quiz_options.h"

#include "corpus/characters/characters.h"
#include "corpus/data/field_names.h"

#include <fmt/core.h>

#include <optional>
#include <utility>

namespace answers {
namespace {

/// "A", "b)", "(C)", "d.": the index of an option's letter.
std::optional<std::size_t> letter_index(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('(')) text.remove_prefix(1);
  while (text.ends_with(')') || text.ends_with('.')) text.remove_suffix(1);
  if (text.size() != 1) return std::nullopt;
  const char letter = static_cast<char>(text[0] | 0x20);
  if (letter < 'a' || letter > 'j') return std::nullopt;
  return static_cast<std::size_t>(letter - 'a');
}

/// "option1", "optionB", "opc", "choice_d", "C": which option the key holds.
std::optional<std::size_t> option_of_key(std::string_view key) {
  std::string name = folded_words(key);
  std::erase(name, ' ');
  bool prefixed = false;
  for (const std::string_view prefix : {"option", "choice", "answer", "opt", "op"}) {
    if (name.starts_with(prefix) && name.size() > prefix.size()) {
      name.erase(0, prefix.size());
      prefixed = true;
      break;
    }
  }
  if (name.size() != 1) return std::nullopt;
  if (const auto letter = letter_index(name)) return letter;
  if (prefixed && name[0] >= '1' && name[0] <= '9') return static_cast<std::size_t>(name[0] - '1');
  return std::nullopt;
}

/// The letter that an option has been given, or its number as one.
std::string label_of(std::size_t index) { return {static_cast<char>('A' + index % 26)}; }

bool same_words(std::string_view a, std::string_view b) {
  return a == b || folded_words(a) == folded_words(b);
}

/// Whether the text is the part of an option's text that its letter has been taken from: "B) 42".
std::string_view without_option_label(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 2 && (text[1] == ')' || text[1] == '.' || text[1] == ':') &&
      letter_index(text.substr(0, 1))) {
    return trimmed(text.substr(2));
  }
  return text;
}

}  // namespace

std::vector<Option> options_of(const DataValue& value) {
  std::vector<Option> options;
  if (value.is_object()) {
    // {"text": [...], "label": [...]}, or {"A": "...", "B": "..."}.
    const DataValue* texts = value.find("text");
    const DataValue* labels = value.find("label");
    const bool parallel = texts != nullptr && texts->is_list();
    const std::vector<DataMember>& members = parallel ? texts->members : value.members;
    for (std::size_t i = 0; i < members.size(); ++i) {
      Option option{std::string(members[i].key), text_of(&members[i].value)};
      if (parallel && labels != nullptr && i < labels->members.size()) {
        option.label = text_of(&labels->members[i].value);
      }
      options.push_back(std::move(option));
    }
  }
  if (value.is_list()) {
    for (const auto& [key, item] : value.members) {
      Option option{{}, text_of(&item)};
      if (item.is_object()) {
        for (const char* label : {"label", "key", "id", "letter", "option_label"}) {
          if (option.label.empty()) option.label = text_of(item.find(label));
        }
        if (option.text.empty()) option.text = text_of(item.find("option"));
        for (const auto& [name, flag] : item.members) {
          if (field_name(name).role == FieldRole::correct ||
              lower_ascii(name).starts_with("iscorrect") || lower_ascii(name) == "is_correct" ||
              lower_ascii(name) == "is_right") {
            option.correct = is_true(&flag);
          }
        }
      }
      options.push_back(std::move(option));
    }
  }
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i].label.empty()) options[i].label = label_of(i);
  }
  return options;
}

/// Options that stand under keys of their own: "A", "B" …; "option1" …; "opa" ….
std::vector<Option> options_of_keys(const DataValue& object, const DataValue* asked,
                                    const DataValue* answer) {
  std::vector<Option> options;
  for (const DataMember& member : object.members) {
    if (&member.value == asked || &member.value == answer || !member.value.is_scalar()) continue;
    const auto index = option_of_key(member.key);
    if (!index || *index != options.size() || member.value.text.empty()) continue;
    options.push_back({label_of(*index), std::string(member.value.text)});
  }
  if (options.size() < 2) options.clear();
  return options;
}

std::vector<Option> options_with_right_one(const DataValue& wrong, std::string right) {
  std::vector<Option> options = options_of(wrong);
  options.insert(options.begin(), {{}, std::move(right), true});
  for (std::size_t i = 0; i < options.size(); ++i) options[i].label = label_of(i);
  return options;
}

std::string list_options(const std::vector<Option>& options) {
  std::string list;
  for (const Option& option : options) {
    list += fmt::format("{}- {}) {}", list.empty() ? "" : "\n", option.label,
                        without_option_label(option.text));
  }
  return list;
}

std::string right_options(const std::vector<Option>& options, const DataValue* correct,
                          std::string_view key, bool counts_from_one) {
  std::string right;
  const auto add = [&right](std::string_view text) {
    right += (right.empty() ? "" : "\n") + std::string(without_option_label(text));
  };
  for (const Option& option : options) {
    if (option.correct) add(option.text);
  }
  if (!right.empty() || correct == nullptr) return right;
  std::vector<const DataValue*> keys;
  if (correct->is_list()) {
    for (const auto& [name, item] : correct->members) keys.push_back(&item);
  } else {
    keys.push_back(correct);
  }
  for (const DataValue* one : keys) {
    const std::string text = text_of(one);
    if (text.empty()) continue;
    const Option* found = nullptr;
    for (const Option& option : options) {
      if (found == nullptr &&
          (same_words(option.text, text) || same_words(without_option_label(option.text), text))) {
        found = &option;
      }
    }
    for (const Option& option : options) {
      if (found == nullptr && lower_ascii(option.label) == lower_ascii(trimmed(text)))
        found = &option;
    }
    if (const auto letter = letter_index(text);
        found == nullptr && letter && *letter < options.size()) {
      found = &options[*letter];
    }
    if (const auto number = whole_number(one); found == nullptr && number) {
      const bool index = folded_words(key).find("ind") != std::string::npos && !counts_from_one;
      const std::int64_t at = *number - (counts_from_one && !index ? 1 : 0);
      const auto count = static_cast<std::int64_t>(options.size());
      if (at >= 0 && at < count) found = &options[static_cast<std::size_t>(at)];
      if (found == nullptr && at == count) found = &options.back();
    }
    add(found != nullptr ? found->text : text);
  }
  return right;
}

}  // namespace answers
