#pragma once

#include "corpus/values/data_value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

enum class Speaker { other, user, assistant };

/// What one said in a conversation.
struct Turn {
  Speaker speaker = Speaker::other;  ///< other: the system, a tool
  std::string text{};                ///< empty for a call of a tool, a picture
  const DataValue* value = nullptr;  ///< the message
};

/// One message of a conversation: {"role" or "from" or "sender" …, "content" or "value" or "text"
/// …}, the content a string or parts. nullopt when the object is none.
std::optional<Turn> turn_of(const DataValue& value);

/// What a message's "content" says: a string, or parts of which the texts count.
std::string message_text(const DataValue* content);

/// Whether a key or column is named after who asks ("user", "Customer"), or who answers ("Bot").
bool names_user(std::string_view key);
bool names_assistant(std::string_view key);

/// Adds {"human": …, "assistant": …} or ["question", "answer"]; false when the item is neither.
bool add_exchange(const DataValue& item, std::vector<Turn>& turns);

/// The turns of a ChatGPT export that its reader saw: from the root of the tree `mapping` to the
/// node that `current` names (the last one if it names none).
std::vector<Turn> turns_of_mapping(const DataValue& mapping, const DataValue* current);

/// The turns of a conversation that was written as one text ("\n\nHuman: … \n\nAssistant: …",
/// "### Instruction: … ### Response: …"); empty when it is none. O(length).
std::vector<Turn> turns_of_transcript(std::string_view text, const DataValue& value);

}  // namespace answers
