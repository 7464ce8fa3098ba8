#include "corpus/fields/right_options.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/fields/option_names.h"
#include "corpus/wording/option_key.h"

#include <algorithm>
#include <string>
#include <vector>

namespace answers {
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
    if (auto parts = parts_between(text, separator); parts.size() > 1) return parts;
  }
  if (auto one = parts_between(text, "\n"); one.size() == 1) return one;
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
      const auto label = key->is_number ? std::string() : option_label(key->index);
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

bool names_option(const Options& options, const DataValue& correct, std::string_view key,
                  const Numbering& numbering) {
  const Key named_by(options, key, numbering);
  const std::vector<std::string> texts = scalars_of(correct);
  return !texts.empty() && std::ranges::all_of(texts, [&](const std::string& text) {
    return !is_blank(text) && !named_by.named(text).empty();
  });
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
