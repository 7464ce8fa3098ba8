#include "corpus/fields/quiz_options.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/fields/field_names.h"
#include "corpus/fields/option_names.h"
#include "corpus/markup/html_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

namespace answers {
namespace {

/// "B) 42", "(b) 42", "B. 42": the text behind the option's own letter; empty without one.
std::string_view behind_label(std::string_view text, std::string_view label) {
  text = trimmed(text);
  const bool bracket = text.starts_with('(');
  if (bracket) text.remove_prefix(1);
  if (label.size() != 1 || text.size() < 4 || (text[0] | 0x20) != (label[0] | 0x20)) return {};
  const bool marked = text[1] == ')' || (!bracket && (text[1] == '.' || text[1] == ':'));
  return marked && text[2] == ' ' ? trimmed(text.substr(3)) : std::string_view();
}

/// Letters that all options say again in their texts are taken off.
void take_labels(std::vector<Option>& options) {
  if (std::ranges::any_of(options, [](const Option& option) {
        return behind_label(option.text, option.label).empty();
      }))
    return;
  for (Option& option : options) option.text = std::string(behind_label(option.text, option.label));
}

/// Takes the tick off an option's text; false where it has none.
bool take_tick(std::string& text) {
  std::string_view rest = trimmed(text);
  bool found = false;
  for (const std::string_view tick : {"✓", "✔", "✅", "☑", "[x]", "[X]", "(*)", "*", "="}) {
    if (found || !rest.starts_with(tick) || rest.size() == tick.size()) continue;
    if (tick == "*" && (rest.starts_with("**") || rest.ends_with('*'))) continue;
    if (tick == "=" && rest.starts_with("==")) continue;
    rest = trimmed(rest.substr(tick.size()));
    if (rest.starts_with("\uFE0F")) rest = trimmed(rest.substr(3));
    found = true;
  }
  for (const std::string_view tick :
       {"✓", "✔", "✅", "☑", "(correct)", "(Correct)", "(CORRECT)", "(right)", "[correct]"}) {
    if (found || !rest.ends_with(tick) || rest.size() == tick.size()) continue;
    rest = trimmed(rest.substr(0, rest.size() - tick.size()));
    found = true;
  }
  if (found) text = std::string(rest);
  return found;
}

/// Where some of the options have a tick and some have not, those with it are right.
void take_ticks(std::vector<Option>& options) {
  std::vector<Option> ticked = options;
  std::size_t ticks = 0;
  for (Option& option : ticked) {
    const bool tick = take_tick(option.text);
    option.correct = option.correct || tick;
    ticks += tick ? 1U : 0U;
  }
  // "[ ] wrong" stands beside "[x] right".
  for (Option& option : ticked) {
    const std::string_view text = trimmed(option.text);
    if (text.starts_with("[ ]")) option.text = std::string(trimmed(text.substr(3)));
  }
  if (ticks > 0 && ticks < options.size()) options = std::move(ticked);
}

/// A flag of an option's object that says that it is right, in whatever language.
bool says_right(const DataMember& member) {
  if (names_right_option(member.key)) return is_true(&member.value);
  // {"option": "Wren", "answer": true}
  if (lower_ascii(member.key) == "answer" && lower_ascii(member.value.text) == "true") return true;
  if (folded_letters(member.key) == "fraction") return whole_number(&member.value).value_or(0) > 0;
  return false;
}

/// Whether some of a list's objects have a flag that says that they are right, and the others have
/// none.
bool flags_right_ones(const DataValue& list) {
  const auto right = std::ranges::count_if(list.members, [](const DataMember& item) {
    return std::ranges::any_of(item.value.members, says_right);
  });
  return right > 0 && static_cast<std::size_t>(right) < list.members.size();
}

/// The one key of objects that is true in some of them, false in the others, and no word known.
std::string_view key_of_flag(const DataValue& list) {
  std::string_view key;
  std::size_t yes = 0;
  for (const auto& [none, item] : list.members) {
    const DataMember* flag = nullptr;
    for (const DataMember& member : item.members) {
      if (member.value.kind != DataValue::Kind::boolean) continue;
      if (flag != nullptr) return {};
      flag = &member;
    }
    if (flag == nullptr || (!key.empty() && flag->key != key)) return {};
    key = flag->key;
    yes += is_true(&flag->value) ? 1U : 0U;
  }
  return yes > 0 && yes < list.members.size() ? key : std::string_view();
}

/// The text of an option's object: under one of the names for it, or the first text that is no
/// label.
std::string text_of_option(const DataValue& item) {
  std::string text = text_of(&item);
  const auto is_flag = [](std::string_view word) {
    return lower_ascii(word) == "true" || lower_ascii(word) == "false";
  };
  const DataValue* answer = item.find("answer");  // {"option": "Wren", "answer": true}
  if (answer != nullptr && item.members.size() > 1 && is_flag(answer->text)) text.clear();
  if (!text.empty() || !item.is_object()) return text;
  for (const DataMember& member : item.members) {
    const std::string name = folded_letters(member.key);
    for (const std::string_view part : {"text", "option", "answer", "choice", "content", "html",
                                        "title", "statement", "response"}) {
      if (text.empty() && member.value.is_scalar() && name.find(part) != std::string::npos &&
          !name.starts_with("is") && !(name == "answer" && is_flag(member.value.text)) &&
          member.value.kind != DataValue::Kind::boolean)
        text = text_of(&member.value);
    }
  }
  if (text.empty()) text = text_of(item.find("label"));
  if (!text.empty()) return text;
  const auto is_text = [](const DataMember& member) {  // in YAML a flag is text as well
    return member.value.is_string() && field_name(member.key).role != FieldRole::correct;
  };
  const auto only = std::ranges::find_if(item.members, is_text);  // whatever its name
  if (only == item.members.end() || std::ranges::count_if(item.members, is_text) != 1) return {};
  return text_of(&only->value);
}

/// "A) Seine B) Danube C) Thames": the texts behind the letters in their order.
std::vector<std::string> cut_at_letters(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const bool starts_word =
        at == 0 || std::string_view(" \t\n;,|(").find(text[at - 1]) != std::string_view::npos;
    const char expected = static_cast<char>('a' + begins.size());
    if (starts_word && (text[at] | 0x20) == expected && is_letter(text[at]) &&
        (text[at + 1] == ')' || text[at + 1] == '.' || text[at + 1] == ':'))
      begins.push_back(at);
  }
  std::vector<std::string> parts;
  if (begins.size() < 2 ||
      text.substr(0, begins[0]).find_first_not_of(" (\t\n") != std::string_view::npos)
    return parts;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
    std::string_view part = trimmed(text.substr(begins[i] + 2, end - begins[i] - 2));
    while (part.ends_with(';') || part.ends_with(',') || part.ends_with('|') || part.ends_with('('))
      part = trimmed(part.substr(0, part.size() - 1));
    parts.emplace_back(part);
  }
  return parts;
}

/// 'a', "b, c": what stands in quotes, with commas between; empty where there is anything else.
std::vector<std::string> quoted_parts(std::string_view text) {
  std::vector<std::string> parts;
  while (!(text = trimmed(text)).empty()) {
    if (text.front() != '"' && text.front() != '\'') return {};
    const std::size_t end = text.find(text.front(), 1);
    if (end == std::string_view::npos) return {};
    parts.emplace_back(text.substr(1, end - 1));
    text = trimmed(text.substr(end + 1));
    if (text.empty()) break;
    if (text.front() != ',') return {};
    text.remove_prefix(1);
  }
  return parts;
}

std::vector<std::string> options_in_text(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 1 &&
      ((text.front() == '[' && text.back() == ']') || (text.front() == '(' && text.back() == ')')))
    text = trimmed(text.substr(1, text.size() - 2));
  if (auto parts = quoted_parts(text); parts.size() > 1) return parts;
  if (auto parts = cut_at_letters(text); !parts.empty()) return parts;
  for (const std::string_view separator : {"\n", "||", "|", ";", ", ", ",", " / "}) {
    if (auto parts = parts_between(text, separator); parts.size() > 1) return parts;
  }
  return {};
}

}  // namespace

std::vector<std::string> parts_between(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view part = trimmed(text.substr(0, end));
    for (const char quote : {'"', '\''}) {
      if (part.size() > 1 && part.front() == quote && part.back() == quote)
        part = part.substr(1, part.size() - 2);
    }
    if (!part.empty()) parts.emplace_back(part);
    if (end == text.size()) return parts;
    text.remove_prefix(end + separator.size());
  }
}

bool is_quiz_in_order(const DataValue& list) {
  if (!list.is_list() || list.members.size() < 3) return false;
  const DataValue& options = list.members[1].value;
  const DataValue& right = list.members[2].value;
  return ends_in_question_mark(list.members[0].value.text) && is_list_of_texts(&options) &&
         options.members.size() > 1 && right.is_scalar() && right.kind != DataValue::Kind::null;
}

bool is_list_of_flagged_options(const DataValue& value) {
  return is_list_of_objects(&value) && value.members.size() > 1 &&
         value.members.size() <= most_options &&
         (!key_of_flag(value).empty() || flags_right_ones(value)) &&
         std::ranges::all_of(value.members, [](const DataMember& item) {
           return std::ranges::count_if(item.value.members, [](const DataMember& member) {
                    return member.value.is_string();
                  }) == 1;
         });
}

std::vector<Option> options_of(const DataValue& value) {
  std::vector<Option> options;
  // <options><option>…</option><option>…</option></options>
  if (value.is_object() && value.members.size() == 1 && value.members.front().value.is_list())
    return options_of(value.members.front().value);
  if (value.is_object()) {
    // {"text": [...], "label": [...]}, or {"A": "...", "B": "..."}.
    const DataValue* texts = value.find("text");
    const DataValue* labels = value.find("label");
    const bool parallel = texts != nullptr && texts->is_list();
    const std::vector<DataMember>& members = parallel ? texts->members : value.members;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (members[i].value.kind == DataValue::Kind::null) continue;
      Option option{std::string(members[i].key), text_of(&members[i].value)};
      if (parallel && labels != nullptr && i < labels->members.size()) {
        option.label = text_of(&labels->members[i].value);
      } else if (const auto key = option_of_key(option.label); key && !key->is_number) {
        option.label = option_label(key->index);
      }
      options.push_back(std::move(option));
    }
  } else if (value.is_list()) {
    const std::string_view flag = key_of_flag(value);
    for (const auto& [key, item] : value.members) {
      Option option{{}, text_of_option(item)};
      if (item.is_object() && item.members.size() == 1) {  // {"correct": "Grebe"}, {"incorrect": …}
        const auto& [name, text] = item.members.front();
        const FieldRole role = field_name(name).role;
        const bool says =
            text.is_string() && (role == FieldRole::correct || role == FieldRole::wrong_options);
        if (says) option = {{}, std::string(text.text), role == FieldRole::correct};
      } else if (item.is_object()) {
        for (const char* label : {"label", "key", "id", "letter", "option_label"}) {
          if (option.label.empty()) option.label = text_of(item.find(label));
        }
        for (const DataMember& member : item.members) {  // a letter, whatever its name
          const std::string_view letter = trimmed(member.value.text);
          if (option.label.empty() && member.value.is_string() && letter.size() == 1 &&
              is_letter(letter[0]))
            option.label = std::string(1, letter[0]);
        }
        if (option.label == option.text) option.label.clear();
        const auto id = std::ranges::find_if(item.members, [](const DataMember& member) {
          return lower_ascii(member.key).ends_with("id") && member.value.is_scalar() &&
                 !names_right_option(member.key);  // "valid"
        });
        if (id != item.members.end()) option.id = trimmed(id->value.text);
        option.correct = std::ranges::any_of(item.members, says_right) ||
                         (!flag.empty() && is_true(item.find(flag)));
      }
      options.push_back(std::move(option));
    }
  } else if (value.is_string()) {
    for (std::string& text : options_in_text(value.text)) options.push_back({{}, std::move(text)});
  }
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (options[i].label.empty()) options[i].label = option_label(i);
  }
  take_ticks(options);
  take_labels(options);
  return options;
}

Options options_of_keys(const DataValue& object, const DataValue* asked, const DataValue* answer) {
  Options options;
  options.under_own_keys = true;
  for (const DataMember& member : object.members) {
    if (&member.value == asked || &member.value == answer || !member.value.is_scalar()) continue;
    const auto key = option_of_key(member.key);
    if (!key || trimmed(member.value.text).empty()) continue;
    if (key->is_number && options.list.empty() && key->index < 2)
      options.first = static_cast<int>(key->index);
    const std::size_t index =
        key->index - static_cast<std::size_t>(key->is_number ? options.first.value_or(0) : 0);
    if (index != options.list.size() || key->is_number != options.first.has_value()) continue;
    options.list.push_back({option_label(index), std::string(trimmed(member.value.text))});
  }
  if (options.list.size() < 2) options.list.clear();
  take_ticks(options.list);
  take_labels(options.list);
  return options;
}

std::vector<Option> options_with_right_one(const DataValue& wrong, std::string right) {
  std::vector<Option> options;
  if (wrong.is_string()) {  // a column, which may hold one alone
    for (std::string& text : options_in_text(wrong.text)) options.push_back({{}, std::move(text)});
    if (options.empty() && !trimmed(wrong.text).empty())
      options.push_back({{}, std::string(wrong.text)});
  } else {
    options = options_of(wrong);
  }
  options.insert(options.begin(), {{}, std::move(right), true});
  for (std::size_t i = 0; i < options.size(); ++i) options[i].label = option_label(i);
  return options;
}

std::string list_options(const std::vector<Option>& options) {
  std::string list;
  for (const Option& option : options) {
    // A tag alone is what the option says: "<div>".
    std::string text = is_html(option.text) ? html_to_line(option.text) : std::string();
    if (text.empty()) text = trimmed(option.text);
    list += fmt::format("{}- {}) {}", list.empty() ? "" : "\n", option.label, text);
  }
  return list;
}

}  // namespace answers
