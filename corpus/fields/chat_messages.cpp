#include "corpus/fields/chat_messages.h"

#include "corpus/characters/characters.h"
#include "corpus/characters/encoding.h"
#include "corpus/characters/references.h"
#include "corpus/fields/record_members.h"
#include "corpus/markup/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>

namespace answers {

/// Where a service writes what of a message: paths of keys from the message down, '/' between two,
/// '|' between several of which the first that is there counts.
struct ChatForm {
  std::string_view service{};
  /// Keys that no other list of objects has together, '|' between two of which it has one.
  std::array<std::string_view, 2> marks{};
  std::string_view author{};
  std::string_view date{};
  std::string_view text{};
  std::string_view id{};
  std::string_view reply_to{};
  std::string_view thread{};
  std::string_view room{};
};

namespace {

constexpr std::size_t fewest_members = 3;  // who, when, what

constexpr ChatForm forms[] = {
    {"Telegram",
     {"from_id|actor_id", "date"},
     "from|actor",
     "date_unixtime|date",
     "text",
     "id",
     "reply_to_message_id",
     "",
     ""},
    {"Slack",
     {"ts", "text"},
     "user_profile/display_name|user_profile/real_name|username|user",
     "ts",
     "text",
     "ts",
     "",
     "thread_ts",
     ""},
    {"Discord",
     {"author", "timestamp"},
     "author/nickname|author/global_name|author/name|author/username",
     "timestamp",
     "content",
     "id",
     "reference/messageId|message_reference/message_id",
     "",
     ""},
    {"Zulip",
     {"sender_full_name", "timestamp"},
     "sender_full_name",
     "timestamp",
     "content",
     "id",
     "",
     "",
     "subject|topic"},
    {"Zulip's archive",
     {"date_sent", "recipient"},
     "sender",
     "date_sent",
     "content",
     "id",
     "",
     "",
     "subject"},
    {"Messenger",
     {"sender_name", "timestamp_ms"},
     "sender_name",
     "timestamp_ms",
     "content",
     "",
     "",
     "",
     ""},
    {"Google Chat",
     {"creator", "created_date"},
     "creator/name",
     "created_date",
     "text",
     "message_id",
     "",
     "topic_id",
     ""},
    {"Teams",
     {"createdDateTime", "body"},
     "from/user/displayName|from/application/displayName",
     "createdDateTime",
     "body/content",
     "id",
     "replyToId",
     "",
     ""},
    {"Skype",
     {"originalarrivaltime", "content"},
     "displayName|from",
     "originalarrivaltime",
     "content",
     "id",
     "",
     "",
     ""},
    {"Matrix",
     {"origin_server_ts", "sender"},
     "sender",
     "origin_server_ts",
     "content/body",
     "event_id",
     "content/m.relates_to/m.in_reply_to/event_id",
     "",
     ""},
    {"Rocket.Chat",
     {"rid", "msg"},
     "u/name|u/username",
     "ts/$date|ts",
     "msg",
     "_id",
     "tmid",
     "",
     ""},
    {"Rocket.Chat's export of a room",
     {"msg", "ts"},
     "username|u/name|u/username",
     "ts/$date|ts",
     "msg",
     "_id",
     "tmid",
     "",
     ""},
    {"Mattermost",
     {"create_at", "message"},
     "username|user|user_id",
     "create_at",
     "message",
     "id",
     "root_id",
     "",
     "channel"},
};

const DataValue* value_at(const DataValue& object, std::string_view paths) {
  while (!paths.empty()) {
    const std::size_t end = std::min(paths.find('|'), paths.size());
    std::string_view path = paths.substr(0, end);
    const DataValue* value = &object;
    while (value != nullptr && !path.empty()) {
      const std::size_t slash = std::min(path.find('/'), path.size());
      value = value->is_object() ? value->find(path.substr(0, slash)) : nullptr;
      path.remove_prefix(std::min(path.size(), slash + 1));
    }
    const bool empty = value == nullptr || value->kind == DataValue::Kind::null ||
                       (value->is_string() && value->text.empty());
    if (!empty) return value;
    paths.remove_prefix(std::min(paths.size(), end + 1));
  }
  return nullptr;
}

std::string scalar_at(const DataValue& object, std::string_view paths) {
  const DataValue* value = value_at(object, paths);
  return value != nullptr && value->is_scalar() ? std::string(value->text) : std::string();
}

bool has_one_of(const DataValue& object, std::string_view keys) {
  while (!keys.empty()) {
    const std::size_t end = std::min(keys.find('|'), keys.size());
    if (object.find(keys.substr(0, end)) != nullptr) return true;
    keys.remove_prefix(std::min(keys.size(), end + 1));
  }
  return false;
}

bool has_form(const DataValue& message, const ChatForm& form) {
  for (const std::string_view mark : form.marks) {
    if (!has_one_of(message, mark)) return false;
  }
  return value_at(message, form.author) != nullptr;
}

/// Whether a service says it, not a person: its type or subtype names what happened.
bool is_notice(const DataValue& message) {
  static constexpr std::string_view said =
      " message default reply 0 19 user bot_message me_message thread_broadcast file_share text "
      "richtext richtext/html generic stream private channel m.room.message regular ";
  for (const char* key : {"type", "subtype", "messageType", "messagetype", "t"}) {
    const DataValue* type = message.find(key);
    if (type == nullptr || !type->is_scalar() || type->text.empty() ||
        type->kind == DataValue::Kind::null)
      continue;
    if (said.find(" " + lower_ascii(type->text) + " ") == std::string_view::npos) return true;
  }
  return false;
}

/// Messenger writes each byte of its UTF-8 as a character: undone where all of a text is such.
std::string with_whole_characters(std::string text) {
  std::string bytes;
  bool beyond = false;
  for (std::string_view rest = text; !rest.empty();) {
    const char32_t sign = take_character(rest);
    if (sign > 0xFF) return text;
    beyond = beyond || sign >= 0x80;
    bytes += static_cast<char>(sign);
  }
  return beyond && is_utf8(bytes) ? bytes : text;
}

/// Slack's "<https://…|here>", "<@U1>", "<#C1|general>" as Markdown.
std::string without_slack_links(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('<'), text.size());
    plain += text.substr(0, open);
    text.remove_prefix(open);
    if (text.empty()) break;
    const std::size_t close = text.find_first_of(">\n");
    if (close == std::string_view::npos || text[close] == '\n' || close < 2) {
      plain += '<';
      text.remove_prefix(1);
      continue;
    }
    const std::string_view inner = text.substr(1, close - 1);
    const std::size_t bar = inner.find('|');
    const std::string_view target = inner.substr(0, bar);
    const std::string_view label =
        bar == std::string_view::npos ? std::string_view() : inner.substr(bar + 1);
    if (target.find(':') != std::string_view::npos) {
      if (label.empty() || label == target)
        plain += target;
      else
        plain.append("[").append(label).append("](").append(target).append(")");
    } else if (target.starts_with('@') || target.starts_with('#')) {
      plain += target.substr(0, 1);
      plain += label.empty() ? target.substr(1) : label;
    } else if (!target.starts_with('!')) {
      plain.append("<").append(inner).append(">");
    }
    text.remove_prefix(close + 1);
  }
  return without_references(plain);
}

/// The pieces of a text run on: "See ", {"type": "link", "text": "example.org"}, ".".
std::string text_of_message(const DataValue& value) {
  if (!value.is_list()) return text_of(&value);
  std::string joined;
  for (const auto& [key, piece] : value.members) {
    const DataValue* type = piece.find("type");
    const std::string_view kind = type == nullptr ? std::string_view() : type->text;
    const std::string_view around = kind == "code" ? "`" : kind == "pre" ? "\n```\n" : "";
    joined.append(around).append(text_of(&piece)).append(around);
  }
  return joined;
}

}  // namespace

const ChatForm* chat_form_of(const DataValue& list) {
  constexpr std::size_t looked_at = 20;  // who joined is told before anybody speaks
  for (std::size_t i = 0; i < list.members.size() && i < looked_at; ++i) {
    const DataValue& message = list.members[i].value;
    if (message.members.size() < fewest_members) return nullptr;
    if (const ChatForm* form = chat_form_of_message(message)) return form;
  }
  return nullptr;
}

const ChatForm* chat_form_of_message(const DataValue& message) {
  if (!message.is_object() || message.members.size() < fewest_members) return nullptr;
  const auto form =
      std::ranges::find_if(forms, [&](const ChatForm& one) { return has_form(message, one); });
  return form == std::end(forms) ? nullptr : form;
}

bool is_of_chat(const DataValue& message) { return chat_form_of_message(message) != nullptr; }

bool is_newest_first(const DataValue& list, const ChatForm& form) {
  const auto moment = [&form](const DataMember& member) {
    Record dated;
    if (const DataValue* date = value_at(member.value, form.date))
      set_member(FieldRole::date, *date, dated);
    return minute_of(dated.date);
  };
  if (list.members.empty()) return false;
  const auto first = moment(list.members.front());
  const auto last = moment(list.members.back());
  return first && last && *first > *last;
}

std::optional<ChatMessage> chat_message_of(const DataValue& object, const ChatForm& form) {
  const DataValue* text = object.is_object() ? value_at(object, form.text) : nullptr;
  if (text == nullptr || is_notice(object)) return std::nullopt;
  ChatMessage message;
  message.author = scalar_at(object, form.author);
  message.text = text_of_message(*text);
  if (form.service == "Messenger") {
    message.author = with_whole_characters(std::move(message.author));
    message.text = with_whole_characters(std::move(message.text));
  }
  if (form.service == "Slack") message.text = without_slack_links(message.text);
  if (is_html(message.text)) message.text = html_to_markdown(message.text);
  Record dated;
  if (const DataValue* date = value_at(object, form.date))
    set_member(FieldRole::date, *date, dated);
  message.minute = minute_of(dated.date);
  message.date = std::move(dated.date);
  message.id = scalar_at(object, form.id);
  message.reply_to = scalar_at(object, form.reply_to);
  message.thread = scalar_at(object, form.thread);
  message.room = message.thread.empty() ? scalar_at(object, form.room) : message.thread;
  return message;
}

std::string chat_name_of(const DataValue& object) {
  return with_whole_characters(
      scalar_at(object, "room_name|title|displayName|channel/name|channel_name|name"));
}

std::optional<std::int64_t> minute_of(std::string_view moment) {
  if (moment.size() < 16 || moment[4] != '-' || moment[7] != '-' || moment[13] != ':')
    return std::nullopt;
  const auto number = [moment](std::size_t begin, std::size_t size) {
    int value = -1;
    const char* const end = moment.data() + begin + size;
    const auto [stopped, error] = std::from_chars(moment.data() + begin, end, value);
    return error == std::errc() && stopped == end ? value : -1;
  };
  const int hour = number(11, 2);
  const int minute = number(14, 2);
  const std::chrono::year_month_day day{std::chrono::year{number(0, 4)},
                                        std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                        std::chrono::day{static_cast<unsigned>(number(8, 2))}};
  if (!day.ok() || hour < 0 || minute < 0) return std::nullopt;
  const auto days = std::chrono::sys_days{day}.time_since_epoch().count();
  return (std::int64_t{days} * 24 + hour) * 60 + minute;
}

}  // namespace answers
