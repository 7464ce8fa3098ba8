#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/fields/anki_notes.h"
#include "corpus/fields/record_members.h"
#include "corpus/fields/record_shapes.h"
#include "corpus/listener.h"
#include "corpus/markup/prompt_text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// "english", "de", "Español": what the two sides of a card are called that teaches words.
bool names_language(std::string_view key) {
  static constexpr std::string_view names =
      " english german deutsch french francais spanish espanol italian italiano portuguese "
      "portugues dutch nederlands swedish svenska norwegian norsk danish dansk finnish suomi "
      "polish "
      "polski czech slovak slovenian croatian serbian hungarian magyar romanian bulgarian russian "
      "ukrainian greek turkish turkce arabic hebrew persian farsi hindi urdu bengali tamil telugu "
      "thai vietnamese burmese khmer lao indonesian malay tagalog chinese mandarin cantonese "
      "japanese korean mongolian georgian armenian latin esperanto swahili amharic irish welsh "
      "basque catalan galician icelandic estonian latvian lithuanian albanian ";
  return names.find(' ' + without_accents(folded_words(key)) + ' ') != std::string_view::npos ||
         (is_language_code(key) && key != "id");
}

}  // namespace

bool RecordShapes::read_card(const DataValue& object, const Fields& fields, const Record& base) {
  if (!in_list_ || fields[FieldRole::question] != nullptr || fields[FieldRole::answer] != nullptr)
    return false;
  const auto text_under = [&object](std::string_view key) {
    const DataValue* value = object.find(key);
    return value != nullptr && value->is_string() && !trimmed(value->text).empty() ? value
                                                                                   : nullptr;
  };
  const DataValue* front = text_under("f");
  const DataValue* back = text_under("b");
  const bool letters = front != nullptr && back != nullptr && object.members.size() <= 4;
  if (!letters) front = back = nullptr;
  if (!letters && in_deck_) {
    const auto is_text = [](const DataValue* value) {
      return value != nullptr && value->is_string() && !trimmed(value->text).empty();
    };
    front = is_text(fields[FieldRole::title]) ? fields[FieldRole::title] : nullptr;
    for (const FieldRole role :
         {FieldRole::text, FieldRole::body, FieldRole::definition, FieldRole::explanation}) {
      if (front != nullptr && back == nullptr && is_text(fields[role])) back = fields[role];
    }
    if (back == nullptr) {
      front = nullptr;
      for (const auto& [key, value] : object.members) {
        if (!is_text(&value) || !names_language(key)) continue;
        (front == nullptr ? front : back) = &value;
        if (back != nullptr) break;
      }
    }
  }
  // A deck has a title and a description, too.
  if (front == nullptr || back == nullptr ||
      std::ranges::any_of(object.members, [](const DataMember& member) {
        return is_list_of_objects(&member.value);
      }))
    return false;
  Record record = start(object, base);
  set_members(object, fields, record);
  set_prompt(text_of(front), record);
  tell(std::move(record), text_of(back));
  return true;
}

bool RecordShapes::read_anki_deck(const DataValue& object, const Record& base) {
  const DataValue* type = object.find("__type__");
  if (type == nullptr || type->text != "Deck") return false;
  if (const DataValue* models = object.find("note_models"); models != nullptr) {
    for (const auto& [key, model] : models->members) {
      std::vector<std::string> names;
      if (const DataValue* fields = model.find("flds")) {
        for (const auto& [unused, field] : fields->members)
          names.push_back(text_of(field.find("name")));
      }
      note_types_[text_of(model.find("crowdanki_uuid"))] = std::move(names);
    }
  }
  Record deck = base;
  for (std::string& topic : deck_path(text_of(object.find("name")))) {
    // A deck within says the names of those above it again.
    if (std::ranges::find(deck.section, topic) == deck.section.end())
      deck.section.push_back(std::move(topic));
  }
  if (const DataValue* notes = object.find("notes"); notes != nullptr) {
    for (const auto& [key, note] : notes->members) {
      const DataValue* fields = note.find("fields");
      if (fields == nullptr || !fields->is_list()) continue;
      std::vector<std::string_view> texts;
      for (const auto& [unused, field] : fields->members) texts.push_back(field.text);
      Record record = start(note, deck);
      if (const DataValue* tags = note.find("tags")) set_member(FieldRole::tags, *tags, record);
      record.id = text_of(note.find("guid"));
      const auto& names = note_types_[text_of(note.find("note_model_uuid"))];
      if (auto told = record_of({texts, names}, std::move(record)))
        deliver(std::move(*told), listener_);
    }
  }
  if (const DataValue* children = object.find("children"); children != nullptr) {
    for (const auto& [key, child] : children->members) read_anki_deck(child, deck);
  }
  return true;
}

}  // namespace answers
