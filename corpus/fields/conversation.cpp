#include "corpus/fields/conversation.h"

#include "corpus/characters/characters.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace answers {
namespace {

constexpr std::string_view users =
    " user human prompter customer student question questioner client patient input me asker "
    "instruction ";
constexpr std::string_view assistants =
    " assistant gpt bot chatbot chatgpt model ai agent answer answerer claude bard bing gemini "
    "teacher tutor output doctor "
    "response expert ";

Speaker speaker_named(std::string_view name) {
  if (name.size() > 20 || name.find(' ') != std::string_view::npos) return Speaker::other;
  const std::string word = " " + lower_ascii(name) + " ";
  if (users.find(word) != std::string_view::npos) return Speaker::user;
  return assistants.find(word) != std::string_view::npos ? Speaker::assistant : Speaker::other;
}

/// The message of a node of ChatGPT's tree that a reader of the conversation saw.
std::optional<Turn> turn_of_node(const DataValue& node) {
  const DataValue* message = node.find("message");
  if (message == nullptr || !message->is_object()) return std::nullopt;
  const auto text_at = [&](const char* key) {
    const DataValue* found = message->find(key);
    return found == nullptr ? std::string_view() : found->text;
  };
  if (text_at("weight") == "0" || text_at("weight") == "0.0") return std::nullopt;
  const std::string_view recipient = text_at("recipient");
  if (!recipient.empty() && recipient != "all") return std::nullopt;
  if (const DataValue* metadata = message->find("metadata")) {
    if (is_true(metadata->find("is_visually_hidden_from_conversation"))) return std::nullopt;
  }
  return turn_of(*message);
}

}  // namespace

std::string message_text(const DataValue* content) {
  if (content == nullptr) return {};
  if (content->is_list()) {
    std::string joined;
    for (const auto& [key, part] : content->members) {
      const DataValue* type = part.find("type");
      if (type != nullptr && type->text.find("text") == std::string_view::npos) continue;
      const std::string text = text_of(&part);
      if (!text.empty()) joined += (joined.empty() ? "" : "\n") + text;
    }
    return joined;
  }
  if (content->is_object()) {
    const DataValue* type = content->find("content_type");
    if (type != nullptr && type->text != "text" && type->text != "multimodal_text") return {};
    if (const DataValue* parts = content->find("parts"); parts != nullptr && parts->is_list()) {
      std::string joined;
      for (const auto& [key, part] : parts->members) {
        // A part is a text; or, where people spoke, an object with what they said.
        const DataValue* kind = part.find("content_type");
        const bool spoken = kind != nullptr && kind->text == "audio_transcription";
        const std::string said = part.is_string() || spoken ? text_of(&part) : std::string();
        if (!said.empty()) joined += (joined.empty() ? "" : "\n") + said;
      }
      return joined;
    }
  }
  return text_of(content);
}

std::optional<Turn> turn_of(const DataValue& value) {
  if (!value.is_object()) return std::nullopt;
  const DataValue* speaker = nullptr;
  for (const char* key :
       {"role", "from", "sender", "speaker", "author", "type", "who", "user_type"}) {
    speaker = value.find(key);
    if (speaker != nullptr && speaker->is_object()) speaker = speaker->find("role");
    if (speaker != nullptr && speaker->is_string()) break;
    speaker = nullptr;
  }
  if (speaker == nullptr) return std::nullopt;
  Turn turn{speaker_named(speaker->text), {}, &value};
  for (const char* key : {"content", "value", "text", "message", "parts", "utterance", "body"}) {
    const DataValue* content = value.find(key);
    if (content == nullptr) continue;
    turn.text = message_text(content);
    if (!turn.text.empty()) return turn;
  }
  // A call of a tool has no text; a list of other objects has no "role" of the known ones.
  if (turn.speaker == Speaker::other && value.find("content") == nullptr &&
      value.find("value") == nullptr) {
    return std::nullopt;
  }
  return turn;
}

bool names_user(std::string_view key) { return speaker_named(key) == Speaker::user; }
bool names_assistant(std::string_view key) { return speaker_named(key) == Speaker::assistant; }

bool add_exchange(const DataValue& item, std::vector<Turn>& turns) {
  if (is_list_of_texts(&item) && item.members.size() == 2) {
    turns.push_back({Speaker::user, text_of(&item.members[0].value), &item});
    turns.push_back({Speaker::assistant, text_of(&item.members[1].value), &item});
    return true;
  }
  bool found = false;
  if (!item.is_object()) return false;
  for (const auto& [key, value] : item.members) {
    const Speaker speaker = speaker_named(key);
    if (speaker == Speaker::other || !value.is_string()) continue;
    turns.push_back({speaker, std::string(value.text), &item});
    found = true;
  }
  return found;
}

std::vector<Turn> turns_of_mapping(const DataValue& mapping, const DataValue* current) {
  std::unordered_map<std::string_view, const DataValue*> nodes;
  for (const auto& [key, node] : mapping.members) nodes.emplace(key, &node);
  std::string_view at =
      current != nullptr && current->is_string() ? current->text : std::string_view();
  if (!nodes.contains(at) && !mapping.members.empty()) at = mapping.members.back().key;
  std::vector<Turn> turns;
  for (std::size_t steps = 0; steps <= nodes.size(); ++steps) {  // a damaged tree may go round
    const auto found = nodes.find(at);
    if (found == nodes.end()) break;
    if (auto turn = turn_of_node(*found->second)) turns.push_back(std::move(*turn));
    const DataValue* parent = found->second->find("parent");
    if (parent == nullptr || !parent->is_string()) break;
    at = parent->text;
  }
  std::ranges::reverse(turns);
  return turns;
}

std::vector<Turn> turns_of_transcript(std::string_view text, const DataValue& value) {
  struct Marks {
    std::string_view user;
    std::string_view assistant;
  };
  static constexpr std::array all = {Marks{"### Human:", "### Assistant:"},
                                     Marks{"\n\nHuman:", "\n\nAssistant:"},
                                     Marks{"### Instruction:", "### Response:"},
                                     Marks{"[INST]", "[/INST]"},
                                     Marks{"<|user|>", "<|assistant|>"},
                                     Marks{"<|im_start|>user", "<|im_start|>assistant"},
                                     Marks{"### User:", "### Assistant:"},
                                     Marks{"\nUser:", "\nAssistant:"}};
  const std::string with_break = "\n" + std::string(text);
  for (const Marks& marks : all) {
    if (text.find(marks.assistant) == std::string_view::npos) continue;
    std::vector<Turn> turns;
    const std::string_view all_said = with_break;
    std::size_t at = 0;
    std::size_t user = all_said.find(marks.user);
    std::size_t assistant = all_said.find(marks.assistant);
    Speaker speaker = Speaker::other;
    for (;;) {
      const std::size_t end = std::min(user, assistant);
      std::string_view said = all_said.substr(at, end - at);
      for (const std::string_view stop : {"</s>", "<|im_end|>", "<|endoftext|>"})
        said = said.substr(0, said.find(stop));
      if (speaker != Speaker::other) turns.push_back({speaker, std::string(trimmed(said)), &value});
      if (end == std::string_view::npos) break;
      speaker = user < assistant ? Speaker::user : Speaker::assistant;
      at = end + (user < assistant ? marks.user : marks.assistant).size();
      // Only what has been passed is looked for again, or one mark alone would take n² steps.
      if (user < at) user = all_said.find(marks.user, at);
      if (assistant < at) assistant = all_said.find(marks.assistant, at);
    }
    if (!turns.empty() && turns.front().speaker == Speaker::user) return turns;
  }
  return {};
}

}  // namespace answers
