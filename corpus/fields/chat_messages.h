#pragma once

#include "corpus/fields/chat.h"
#include "corpus/values/data_value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace answers {

struct ChatForm;

/// The form of a chat's messages that the first objects of a list have, as a service exports them
/// (Telegram, Slack, Discord, Zulip, Messenger, Google Chat, Teams, Matrix, Rocket.Chat,
/// Mattermost); nullptr where it is none.
const ChatForm* chat_form_of(const DataValue& list);

/// The form of one message; nullptr where an object is none.
const ChatForm* chat_form_of_message(const DataValue& message);

/// Whether an object is a message of one of these forms.
bool is_of_chat(const DataValue& message);

/// Whether the newest message of a list stands first.
bool is_newest_first(const DataValue& list, const ChatForm& form);

/// What a person said in one message, without its place; nullopt for what a service says (who
/// joined, what was pinned).
std::optional<ChatMessage> chat_message_of(const DataValue& message, const ChatForm& form);

/// The name of the chat that an object holds the messages of; empty where it has none.
std::string chat_name_of(const DataValue& object);

/// Minutes from 1970 to a moment as ISO 8601 writes it ("2024-05-01T10:20:30Z"), whatever its zone.
std::optional<std::int64_t> minute_of(std::string_view moment);

}  // namespace answers
