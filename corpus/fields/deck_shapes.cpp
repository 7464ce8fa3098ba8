#include "corpus/deliver.h"
#include "corpus/fields/anki_notes.h"
#include "corpus/fields/record_shapes.h"
#include "corpus/listener.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {

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
