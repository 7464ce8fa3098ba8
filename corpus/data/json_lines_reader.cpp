#include "corpus/data/json_lines_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/fields/chat.h"
#include "corpus/fields/chat_messages.h"
#include "corpus/fields/data_records.h"
#include "corpus/input/input.h"
#include "corpus/listener.h"
#include "corpus/values/json_parser.h"
#include "corpus/values/record_json.h"

#include <utility>

namespace answers {
namespace {

bool ends_with_any(std::string_view path, std::initializer_list<std::string_view> extensions) {
  for (const auto extension : extensions) {
    if (path.size() >= extension.size() &&
        lower_ascii(path.substr(path.size() - extension.size())) == extension) {
      return true;
    }
  }
  return false;
}

void tell(Record record, Listener& listener) {
  if (record.answer.empty()) {
    listener.on_unanswered(std::move(record));
  } else {
    listener.on_record(std::move(record));
  }
}

/// Messages of a chat, a line each.
class ChatLines {
 public:
  explicit ChatLines(Listener& listener) : chat_(listener, {}) {}

  /// False where the line is no message.
  bool add(const DataValue& line, const Place& place) {
    const DataValue& object = message_in(line);
    const ChatForm* const form = chat_form_of_message(object);
    if (form == nullptr) return false;
    auto message = chat_message_of(object, *form);
    if (!message) return true;
    message->place = place;
    // Mattermost's bulk export has what answers a message in it.
    const DataValue* replies = object.find("replies");
    const bool has_replies = is_list_of_objects(replies);
    if (has_replies) message->thread = message->room = "line " + std::to_string(place.line);
    const std::string thread = message->thread;
    chat_.add(std::move(*message));
    if (!has_replies) return true;
    for (const auto& [key, reply] : replies->members) {
      auto answer = chat_message_of(reply, *form);
      if (!answer) continue;
      answer->place = place;
      answer->thread = answer->room = thread;
      chat_.add(std::move(*answer));
    }
    return true;
  }
  void finish() { chat_.finish(); }

 private:
  /// Of {"type": "post", "post": {…}} the post.
  static const DataValue& message_in(const DataValue& line) {
    const DataValue* type = line.is_object() ? line.find("type") : nullptr;
    const DataValue* inner = type != nullptr && type->is_string() ? line.find(type->text) : nullptr;
    return inner != nullptr && inner->is_object() ? *inner : line;
  }

  Chat chat_;
};

}  // namespace

int recognises_json_lines(std::string_view path, std::string_view head) {
  const std::size_t begin = head.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos || head[begin] != '{') return 0;
  const std::size_t inside = head.find_first_not_of(" \t\n", begin + 1);
  if (inside == std::string_view::npos || (head[inside] != '"' && head[inside] != '}')) return 0;
  const std::size_t end = head.find('\n', begin);
  const std::string_view first = trimmed(head.substr(begin, end - begin));
  const bool named = ends_with_any(path, {".jsonl", ".ndjson", ".jsonlines", ".ldjson"});
  // {"messages": [ …: the values are there one behind the other, over many lines.
  const bool goes_on = end != std::string_view::npos &&
                       (first.ends_with('[') || first.ends_with(',') || first.ends_with('{'));
  if (named && inside < end && !goes_on) return 95;
  if (end == std::string_view::npos || !first.ends_with('}')) return 0;
  const std::size_t next = head.find_first_not_of(" \t\n", end);
  return next != std::string_view::npos && head[next] == '{' ? 93 : 0;
}

void read_json_lines(Input& input) {
  JsonParser parser;
  DataRecords records(input.listener());
  ChatLines chat(input.listener());
  std::optional<InputLine> line;
  const DataRecords::PlaceOf place_of = [&](const DataValue&) {
    return Place{input.path(), line->number, line->number, line->byte,
                 line->byte + line->text.size()};
  };
  const Record base;
  static_assert(Input::padding >= JsonParser::padding);
  while ((line = input.next_line())) {
    if (is_blank(line->text)) continue;
    if (const DataValue* value = parser.parse(line->text)) {
      if (auto record = record_from(*value)) {
        record->place = place_of(*value);
        tell(std::move(*record), input.listener());
      } else if (!chat.add(*value, place_of(*value))) {
        records.read(*value, place_of, base);
      }
    } else {
      input.listener().on_trouble(
          {input.path(), line->number, "no JSON: " + parser.error(), "the line was left out"});
    }
  }
  chat.finish();
}

}  // namespace answers
