#include "corpus/fields/chat_messages.h"
#include "corpus/fields/record_shapes.h"
#include "corpus/listener.h"

#include <algorithm>
#include <string>
#include <utility>

namespace answers {

bool RecordShapes::read_chat(const DataValue& list, std::string name, const Record& base) {
  const ChatForm* const form = chat_form_of(list);
  if (form == nullptr) return false;
  Record below = base;
  if (!name.empty()) below.section.push_back(std::move(name));
  Chat chat(listener_, std::move(below));
  const auto say = [&](const DataValue& value) {
    auto message = chat_message_of(value, *form);
    if (!message) return;
    message->place = (*place_of_)(value);
    chat.add(std::move(*message));
  };
  if (is_newest_first(list, *form)) {
    std::for_each(list.members.rbegin(), list.members.rend(),
                  [&say](const DataMember& member) { say(member.value); });
  } else {
    for (const auto& [key, value] : list.members) say(value);
  }
  chat.finish();
  ++told_;
  return true;
}

}  // namespace answers
