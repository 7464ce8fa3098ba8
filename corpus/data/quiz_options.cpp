#include "corpus/data/quiz_options.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/data/field_names.h"
#include "corpus/markup/html_text.h"
#include "corpus/wording/option_key.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t most_options = 26;

struct KeyOfOption {
  std::size_t index = 0;  // of a letter: from 0; of a number: the number
  bool is_number = false;
};

/// "option1", "optionB", "opc", "choice_d", "C", "Answer 2 - max 75 characters": which option the
/// key holds.
std::optional<KeyOfOption> option_of_key(std::string_view key) {
  constexpr std::size_t longest = 60;
  if (key.size() > longest) return std::nullopt;
  std::string name = folded_words(key);
  for (const std::string_view limit : {" max ", " required", " optional", " text", " correct"}) {
    if (const std::size_t at = name.find(limit); at != std::string::npos) name.resize(at);
  }
  std::erase(name, ' ');
  bool prefixed = false;
  for (const std::string_view prefix :
       {"option", "choice", "answer", "alternative", "opción", "opcion", "opção", "opcao",
        "respuesta", "réponse", "reponse", "antwort", "вариант", "ответ", "选项", "distractor",
        "opt", "op", "ans"}) {
    if (name.starts_with(prefix) && name.size() > prefix.size()) {
      name.erase(0, prefix.size());
      prefixed = true;
      break;
    }
  }
  if (name.size() == 1 && is_letter(name[0])) {
    const char letter = static_cast<char>(name[0] | 0x20);
    if (letter <= 'j') return KeyOfOption{static_cast<std::size_t>(letter - 'a'), false};
    return std::nullopt;
  }
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (!prefixed || name.empty() || error != std::errc() || end != name.data() + name.size() ||
      number > most_options)
    return std::nullopt;
  return KeyOfOption{number, true};
}

/// The letter that an option has been given, or its number as one.
std::string label_of(std::size_t index) { return {static_cast<char>('A' + index % 26)}; }

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
  if (!text.empty() || !item.is_object()) return text;
  for (const DataMember& member : item.members) {
    const std::string name = folded_letters(member.key);
    for (const std::string_view part : {"text", "option", "answer", "choice", "content", "html",
                                        "title", "statement", "response"}) {
      if (text.empty() && member.value.is_scalar() && name.find(part) != std::string::npos &&
          !name.starts_with("is") && member.value.kind != DataValue::Kind::boolean)
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

/// Cuts at each `separator`, outside of quotes.
std::vector<std::string> cut(std::string_view text, std::string_view separator) {
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
    if (auto parts = cut(text, separator); parts.size() > 1) return parts;
  }
  return {};
}

}  // namespace

bool is_option_key(std::string_view key) { return option_of_key(key).has_value(); }

bool is_quiz_in_order(const DataValue& list) {
  if (!list.is_list() || list.members.size() < 3) return false;
  const DataValue& options = list.members[1].value;
  const DataValue& right = list.members[2].value;
  return ends_in_question_mark(list.members[0].value.text) && is_list_of_texts(&options) &&
         options.members.size() > 1 && right.is_scalar() && right.kind != DataValue::Kind::null;
}

bool names_right_option(std::string_view key) {
  static constexpr std::string_view names =
      " iscorrect isright right istrue isanswer iscorrectanswer isvalid valid truth ";
  return names.find(' ' + folded_letters(key) + ' ') != std::string_view::npos ||
         field_name(key).role == FieldRole::correct;
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
        option.label = label_of(key->index);
      }
      options.push_back(std::move(option));
    }
  } else if (value.is_list()) {
    const std::string_view flag = key_of_flag(value);
    for (const auto& [key, item] : value.members) {
      Option option{{}, text_of_option(item)};
      if (item.is_object()) {
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
    if (options[i].label.empty()) options[i].label = label_of(i);
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
    options.list.push_back({label_of(index), std::string(trimmed(member.value.text))});
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
  for (std::size_t i = 0; i < options.size(); ++i) options[i].label = label_of(i);
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

namespace {

/// The one option whose text it is: as written, or by its words where that is one only.
const Option* with_text(const std::vector<Option>& options, std::string_view text) {
  text = trimmed(text);
  for (const Option& option : options) {
    if (trimmed(option.text) == text) return &option;
  }
  const std::string words = folded_words(text);
  const Option* found = nullptr;
  if (words.empty()) return nullptr;
  for (const Option& option : options) {
    if (folded_words(option.text) != words) continue;
    if (found != nullptr) return nullptr;
    found = &option;
  }
  return found;
}

/// The option whose one letter it is.
const Option* with_label(const std::vector<Option>& options, std::string_view text) {
  const std::string letter = lower_ascii(trimmed(text));
  if (letter.size() != 1 || !is_letter(letter[0])) return nullptr;
  const auto found = std::ranges::find_if(
      options, [&letter](const Option& option) { return lower_ascii(option.label) == letter; });
  return found == options.end() ? nullptr : &*found;
}

/// The parts of a key that names several: "1,3", "[0, 2]", "Seine; Thames".
std::vector<std::string> parts_of_key(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 1 && text.front() == '[' && text.back() == ']')
    text = text.substr(1, text.size() - 2);
  for (const std::string_view separator : {"\n", ";", "|", ",", "&", " and ", "/"}) {
    if (auto parts = cut(text, separator); parts.size() > 1) return parts;
  }
  if (auto one = cut(text, "\n"); one.size() == 1) return one;
  return {std::string(text)};
}

std::optional<std::int64_t> number_in(std::string_view text) {
  DataValue value;
  value.kind = DataValue::Kind::string;
  value.text = text;
  return whole_number(&value);
}

/// The option of an object with that id: {"a_id": 7, "caption": "…"}.
const Option* with_id(const std::vector<Option>& options, std::string_view id) {
  const auto found = std::ranges::find(options, id, &Option::id);
  return found == options.end() || id.empty() ? nullptr : &*found;
}

class Key {
 public:
  Key(const Options& options, std::string_view key, const Numbering& numbering)
      : options_(options), numbering_(numbering) {
    const std::string name = folded_words(key);
    index_ = name.find("ind") != std::string::npos || name.find("idx") != std::string::npos;
    // Numbers that count from 0 where no option has that id are places.
    by_id_ = !index_ && (!numbering.has_zero || with_id(options.list, "0") != nullptr);
  }

  /// What one value names; nothing where it names no option.
  std::vector<const Option*> named(std::string_view text) const {
    const auto& list = options_.list;
    if (const Option* found = by_id_ ? with_id(list, trimmed(text)) : nullptr) return {found};
    const auto number = number_in(text);
    const bool counts = number && (index_ || numbering_.as_numbers > numbering_.as_text);
    if (counts) {
      if (const Option* found = at(*number)) return {found};
    }
    const Option* labelled = with_label(list, text);
    if (labelled != nullptr && numbering_.has_letters) return {labelled};
    if (const Option* found = with_text(list, text)) return {found};
    if (labelled != nullptr) return {labelled};
    if (const auto key = option_of_key(text)) {
      if (!key->is_number && key->index < list.size()) return {&list[key->index]};
      const auto base = static_cast<std::size_t>(options_.first.value_or(1));
      if (key->is_number && key->index >= base && key->index - base < list.size())
        return {&list[key->index - base]};
    }
    if (number) {
      if (const Option* found = at(*number)) return {found};
    }
    if (const auto letters = leading_option_key(text, list.size());
        letters && (letters->rest.empty() || letters->options.size() == 1)) {
      std::vector<const Option*> found;
      for (const std::size_t index : letters->options) found.push_back(&list[index]);
      return found;
    }
    return {};
  }

 private:
  const Option* at(std::int64_t number) const {
    const auto count = static_cast<std::int64_t>(options_.list.size());
    std::int64_t base = options_.under_own_keys ? 1 : 0;
    if (options_.first) {
      base = *options_.first;
    } else if (numbering_.has_zero || (index_ && !numbering_.has_count)) {
      base = 0;
    } else if (numbering_.has_count) {
      base = 1;
    }
    if (number >= base && number - base < count)
      return &options_.list[static_cast<std::size_t>(number - base)];
    // One number past the last, or before the first: another base than one would think.
    if (number == count && base == 0) return &options_.list.back();
    if (number == 0 && base == 1 && !options_.first) return &options_.list.front();
    return nullptr;
  }

  const Options& options_;
  const Numbering& numbering_;
  bool index_ = false;
  bool by_id_ = false;
};

/// The numbers that a value is, or holds.
std::vector<std::string> scalars_of(const DataValue& value) {
  std::vector<std::string> texts;
  if (value.is_list()) {
    for (const auto& [key, item] : value.members) texts.push_back(text_of(&item));
  } else {
    texts.push_back(text_of(&value));
  }
  return texts;
}

/// Right options that are ticked beside the list: [false, true, false], {"answer_b_correct":
/// "true"}. Empty where they are not.
std::vector<const Option*> ticked(const std::vector<Option>& options, const DataValue& correct) {
  std::vector<const Option*> right;
  if (correct.is_list() && correct.members.size() == options.size()) {
    for (std::size_t i = 0; i < options.size(); ++i) {
      const DataValue& flag = correct.members[i].value;
      if (flag.kind != DataValue::Kind::boolean) return {};
      if (is_true(&flag)) right.push_back(&options[i]);
    }
  } else if (correct.is_object()) {
    for (const auto& [name, flag] : correct.members) {
      const auto key = option_of_key(name);
      if (!key || !is_true(&flag)) continue;
      const auto label = key->is_number ? std::string() : label_of(key->index);
      for (const Option& option : options) {
        if (option.label == label) right.push_back(&option);
      }
    }
  }
  return right;
}

}  // namespace

void learn_numbering(const Options& options, const DataValue* correct, Numbering& numbering) {
  if (correct == nullptr || options.list.empty() || correct->is_object()) return;
  for (const std::string& text : scalars_of(*correct)) {
    for (const std::string& part : parts_of_key(text)) {
      const auto number = number_in(part);
      if (!number) {
        numbering.has_letters =
            numbering.has_letters ||
            (with_label(options.list, part) != nullptr && with_text(options.list, part) == nullptr);
        continue;
      }
      if (with_text(options.list, part) != nullptr) {
        ++numbering.as_text;
        continue;
      }
      ++numbering.as_numbers;
      numbering.has_zero = numbering.has_zero || *number == 0;
      numbering.has_count =
          numbering.has_count || *number == static_cast<std::int64_t>(options.list.size());
    }
  }
}

std::string right_options(const Options& options, const DataValue* correct, std::string_view key,
                          const Numbering& numbering) {
  std::vector<std::string_view> right;
  const auto add = [&right](std::string_view text) {
    text = trimmed(text);
    if (!text.empty() && std::ranges::find(right, text) == right.end()) right.push_back(text);
  };
  for (const Option& option : options.list) {
    if (option.correct) add(option.text);
  }
  std::vector<std::string> texts;
  if (right.empty() && correct != nullptr) {
    for (const Option* option : ticked(options.list, *correct)) add(option->text);
    if (right.empty()) texts = scalars_of(*correct);
  }
  const Key named_by(options, key, numbering);
  for (const std::string& text : texts) {
    if (trimmed(text).empty()) continue;
    auto found = named_by.named(text);
    if (found.empty()) {
      for (const std::string& part : parts_of_key(text)) {
        const auto one = named_by.named(part);
        if (one.empty()) {
          found.clear();
          break;
        }
        found.insert(found.end(), one.begin(), one.end());
      }
    }
    if (found.empty()) add(text);
    for (const Option* option : found) add(option->text);
  }
  std::string joined;
  for (const std::string_view text : right) joined.append(joined.empty() ? "" : "\n").append(text);
  return joined;
}

}  // namespace answers
