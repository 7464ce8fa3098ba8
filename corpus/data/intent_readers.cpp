#include "corpus/data/intent_readers.h"

#include "corpus/characters/characters.h"
#include "corpus/fields/data_records.h"
#include "corpus/input/folder.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/input/walk.h"
#include "corpus/listener.h"
#include "corpus/values/json_parser.h"
#include "corpus/values/yaml_documents.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

namespace answers {
namespace {
namespace fs = std::filesystem;

constexpr std::string_view replies_alone = "replies of intents, which are read with their phrases";

struct Intent {
  std::string name{};
  std::vector<std::string> phrases{};
  std::vector<std::string> replies{};  ///< any of them will do
  std::size_t line = 0;                ///< from 0
  std::size_t last_line = 0;
};

/// An intent as one object, as those are that keep both in one file.
class IntentRecords {
 public:
  IntentRecords(const TextLines& lines, Listener& listener) : lines_(lines), records_(listener) {}

  void tell(const Intent& intent, const Record& base) {
    DataValue object;
    object.kind = DataValue::Kind::object;
    object.begin = intent.line;
    object.end = intent.last_line;
    object.members = {{"intent", text(intent.name)},
                      {"patterns", list(intent.phrases)},
                      {"responses", list(intent.replies)}};
    const auto place_of = [this](const DataValue& value) {
      const std::size_t first = std::min(value.begin, lines_.count() - 1);
      const std::size_t last = std::clamp(value.end, first, lines_.count() - 1);
      return Place{lines_.path, first + 1, last + 1, lines_.bytes_in_file[first],
                   lines_.bytes_in_file[last + 1]};
    };
    records_.read(object, place_of, base);
  }

 private:
  static DataValue text(std::string_view string) {
    DataValue value;
    value.kind = DataValue::Kind::string;
    value.text = string;
    return value;
  }
  static DataValue list(const std::vector<std::string>& strings) {
    DataValue value;
    value.kind = DataValue::Kind::list;
    for (const std::string& string : strings) value.members.push_back({{}, text(string)});
    return value;
  }

  const TextLines& lines_;
  DataRecords records_;
};

/// What files beside the one that is read would say is told when they are read themselves.
class NobodyListens : public Listener {
 public:
  // NOLINTNEXTLINE(performance-unnecessary-value-param): the listener's own form
  void on_record(Record /*record*/) override {}
};

/// Another file, decoded; empty where it cannot be read, or is larger.
std::string text_beside(const fs::path& path, std::size_t most) try {
  NobodyListens nobody;
  Input input(path, nobody);
  std::string text;
  while (const auto block = input.next_block()) {
    text += block->text;
    if (text.size() > most) return {};
  }
  return text;
} catch (const std::system_error&) {
  return {};
}

bool is_regular(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

void add_text(std::vector<std::string>& texts, std::string_view text) {
  text = trimmed(text);
  if (!text.empty()) texts.emplace_back(text);
}

// Dialogflow

constexpr std::string_view mark_of_phrases = "_usersays_";

/// The texts of messages of one platform ("" for all); several messages are one reply, and of
/// several wordings of one message any will do.
std::vector<std::string> texts_of_messages(const DataValue& response, std::string_view platform,
                                           std::string_view language) {
  std::vector<std::vector<std::string>> messages;
  const DataValue* list = response.find("messages");
  if (list == nullptr) return {};
  for (const auto& [key, message] : list->members) {
    if (text_of(message.find("platform")) != platform) continue;
    const std::string lang = text_of(message.find("lang"));
    if (!language.empty() && !lang.empty() && lower_ascii(lang) != language) continue;
    const DataValue* speech = message.find("speech");
    std::vector<std::string> wordings;
    if (speech != nullptr && speech->is_list()) {
      for (const auto& [none, wording] : speech->members) add_text(wordings, text_of(&wording));
    } else if (speech != nullptr) {
      add_text(wordings, text_of(speech));
    }
    if (!wordings.empty()) messages.push_back(std::move(wordings));
  }
  if (messages.size() == 1) return messages.front();
  std::string whole;
  for (const auto& wordings : messages) whole += (whole.empty() ? "" : "\n\n") + wordings.front();
  return whole.empty() ? std::vector<std::string>() : std::vector<std::string>{whole};
}

std::vector<std::string> replies_of(const DataValue& intent, std::string_view language) {
  std::vector<std::string> replies;
  const DataValue* responses = intent.find("responses");
  if (responses == nullptr) return replies;
  for (const auto& [key, response] : responses->members) {
    auto texts = texts_of_messages(response, "", language);
    if (const DataValue* list = response.find("messages"); texts.empty() && list != nullptr) {
      const auto speaks = std::ranges::find_if(list->members, [](const DataMember& message) {
        return !text_of(message.value.find("speech")).empty();
      });
      if (speaks != list->members.end())
        texts = texts_of_messages(response, text_of(speaks->value.find("platform")), language);
    }
    for (const std::string& text : texts) add_text(replies, text);
  }
  return replies;
}

/// The phrases in a list: each in pieces, since Dialogflow marks names and numbers in them.
std::vector<std::string> phrases_of(const DataValue& list) {
  std::vector<std::string> phrases;
  for (const auto& [key, phrase] : list.members) {
    const DataValue* pieces = phrase.find("data");
    if (pieces == nullptr) continue;
    std::string text;
    for (const auto& [none, piece] : pieces->members) text += text_of(piece.find("text"));
    add_text(phrases, text);
  }
  return phrases;
}

}  // namespace

int recognises_dialogflow(std::string_view path, std::string_view head) {
  const bool json = path.ends_with(".json");
  if (json && head.starts_with('[') &&
      file_name(path).find(mark_of_phrases) != std::string_view::npos)
    return 97;
  const std::string_view start = head.substr(0, std::size_t{16} << 10);
  return json && head.starts_with('{') &&
                 start.find("\"fallbackIntent\"") != std::string_view::npos &&
                 start.find("\"responses\"") != std::string_view::npos
             ? 97
             : 0;
}

void read_dialogflow(Input& input) {
  const TextLines lines = read_text(input);
  if (lines.count() == 0) return;
  JsonParser parser;
  const DataValue* root = parser.parse_copy(lines.text);
  if (root == nullptr)
    return input.listener().on_trouble(
        {input.path(), 0, "no JSON: " + parser.error(), "the file was left out"});
  Intent intent;
  intent.last_line = lines.count() - 1;
  Record base;
  if (root->is_object()) {  // an older export has the phrases here
    const DataValue* phrases = root->find("userSays");
    if (phrases != nullptr) intent.phrases = phrases_of(*phrases);
    if (intent.phrases.empty()) return input.listener().on_skipped(input.path(), replies_alone);
    intent.name = text_of(root->find("name"));
    intent.replies = replies_of(*root, "");
    return IntentRecords(lines, input.listener()).tell(intent, base);
  }
  const fs::path path(input.path());
  std::string name = path.filename().string();
  const std::size_t mark = name.rfind(mark_of_phrases);
  if (mark == std::string::npos) return;
  const std::size_t code = mark + mark_of_phrases.size();
  const std::string language = lower_ascii(name.substr(code, name.find('.', code) - code));
  base.language = language.substr(0, language.find_first_of("-_"));
  intent.phrases = phrases_of(*root);
  intent.name = name.substr(0, mark);
  if (intent.phrases.empty()) return;
  const fs::path beside = path.parent_path() / (intent.name + ".json");
  input.listener().on_read_with(beside.string());
  constexpr std::size_t largest = std::size_t{4} << 20;
  const std::string other = is_regular(beside) ? text_beside(beside, largest) : std::string();
  JsonParser other_parser;
  if (const DataValue* replies = other.empty() ? nullptr : other_parser.parse_copy(other))
    intent.replies = replies_of(*replies, language);
  if (other.empty())
    input.listener().on_trouble(
        {input.path(), 0,
         "the replies to these phrases, " + intent.name + ".json, do not stand beside it",
         "the phrases have no answer"});
  IntentRecords(lines, input.listener()).tell(intent, base);
}

// Rasa

namespace {

bool is_yaml(std::string_view path) {
  const std::string name = lower_ascii(file_name(path));
  return name.ends_with(".yml") || name.ends_with(".yaml");
}

/// Whether a line of `text` begins with one of `keys`.
bool has_key(std::string_view text, std::initializer_list<std::string_view> keys) {
  return std::ranges::any_of(keys, [text](std::string_view key) {
    const std::string line = "\n" + std::string(key) + ":";
    return text.starts_with(std::string_view(line).substr(1)) ||
           text.find(line) != std::string_view::npos;
  });
}

/// What a bot says, by the name of the action, and which action follows an intent.
class RasaReplies {
 public:
  void learn(const DataValue& document) {
    for (const char* key : {"responses", "templates"}) {
      const DataValue* responses = document.find(key);
      if (responses == nullptr) continue;
      for (const auto& [action, wordings] : responses->members) {
        for (const auto& [none, wording] : wordings.members)
          add_text(texts_[std::string(action)], text_of(&wording));
      }
    }
    for (const char* key : {"rules", "stories"}) {
      const DataValue* stories = document.find(key);
      if (stories == nullptr) continue;
      for (const auto& [none, story] : stories->members) {
        if (const DataValue* steps = story.find("steps")) learn_steps(*steps);
      }
    }
  }

  /// Empty where nothing is known.
  std::vector<std::string> to(const std::string& intent) const {
    if (const auto own = texts_.find("utter_" + intent); own != texts_.end()) return own->second;
    const auto action = actions_.find(intent);
    const auto texts = action == actions_.end() ? texts_.end() : texts_.find(action->second);
    return texts == texts_.end() ? std::vector<std::string>() : texts->second;
  }

  bool empty() const { return texts_.empty(); }

 private:
  void learn_steps(const DataValue& steps) {
    std::string intent;
    for (const auto& [key, step] : steps.members) {
      const std::string action = text_of(step.find("action"));
      if (!intent.empty() && action.starts_with("utter_")) actions_.emplace(intent, action);
      intent = text_of(step.find("intent"));
    }
  }

  std::unordered_map<std::string, std::vector<std::string>> texts_{};
  std::unordered_map<std::string, std::string> actions_{};
};

void learn_file(std::string_view text, RasaReplies& replies) try {
  YamlDocuments documents(text);
  for (std::size_t i = 0; i < documents.size(); ++i) replies.learn(documents.build(i));
} catch (const std::runtime_error&) {
  return;  // told where that file itself is read
}

/// The folder of the bot that a file belongs to: the nearest one, two above it at most, that has a
/// domain; else the file's own.
fs::path project_of(const fs::path& file) {
  std::error_code error;
  fs::path own = fs::absolute(file, error).lexically_normal().parent_path();
  fs::path folder = own;
  for (int up = 0; up <= 2; ++up, folder = folder.parent_path()) {
    for (const char* name : {"domain.yml", "domain.yaml", "domain"}) {
      if (fs::exists(folder / name, error)) return folder;
    }
  }
  return own;
}

/// Reads what may hold replies: files of YAML in `folder`, and in all below those named.
class Project {
 public:
  Project(RasaReplies& replies, const fs::path& own, Listener& listener)
      : replies_(replies), own_(own), listener_(listener) {}

  void read(const fs::path& folder, bool below) {
    std::error_code error;
    for (const FolderEntry& entry : list_folder(folder, error)) {
      if (entry.name.starts_with('.') || looked_at_ == most_files) continue;
      const fs::path path = folder / entry.name;
      if (entry.type == fs::file_type::directory) {
        if (below || entry.name == "data" || entry.name == "domain") read(path, true);
      } else if (entry.type == fs::file_type::regular && is_yaml(entry.name) && path != own_) {
        ++looked_at_;
        const std::string text = text_beside(path, room_);
        room_ -= std::min(room_, text.size());
        if (!has_key(text, {"responses", "templates", "rules", "stories"})) continue;
        listener_.on_read_with(path.string());
        learn_file(text, replies_);
      }
    }
  }

 private:
  static constexpr std::size_t most_files = 64;
  RasaReplies& replies_;
  const fs::path& own_;
  Listener& listener_;
  std::size_t looked_at_ = 0;
  std::size_t room_ = std::size_t{4} << 20;
};

/// "[Berlin](city)" and "[Berlin]{"entity": "city"}" are "Berlin".
std::string without_entities(std::string_view phrase) {
  constexpr std::size_t longest = 400;  // bytes, of a name and of what is said about it
  std::string text;
  while (!phrase.empty()) {
    const std::size_t open = std::min(phrase.find('['), phrase.size());
    text.append(phrase.substr(0, open));
    phrase.remove_prefix(open);
    const std::size_t close = phrase.substr(0, longest).find(']');
    const std::string_view behind =
        close == std::string_view::npos ? std::string_view() : phrase.substr(close + 1, longest);
    const std::size_t end = behind.starts_with('(')   ? behind.find(')')
                            : behind.starts_with('{') ? behind.find('}')
                                                      : std::string_view::npos;
    if (end != std::string_view::npos) {
      text.append(phrase.substr(1, close - 1));
      phrase.remove_prefix(close + 1 + end + 1);
    } else if (!phrase.empty()) {
      text += '[';
      phrase.remove_prefix(1);
    }
  }
  return text;
}

/// The lines of a text that are items of a list, or the texts of a list.
std::vector<std::string> examples_of(const DataValue& examples) {
  std::vector<std::string> phrases;
  const auto add = [&phrases](std::string_view text) {
    add_text(phrases, without_entities(trimmed(text)));
  };
  if (examples.is_list()) {
    for (const auto& [key, example] : examples.members) add(trimmed(text_of(&example)));
    return phrases;
  }
  for (std::string_view rest = examples.text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (const std::string_view line = trimmed(rest.substr(0, end)); line.starts_with('-'))
      add(line.substr(1));
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return phrases;
}

}  // namespace

int recognises_rasa(std::string_view path, std::string_view head) {
  if (!is_yaml(path)) return 0;
  if (has_key(head, {"nlu"}) && head.find("- intent:") != std::string_view::npos) return 97;
  return has_key(head, {"responses"}) && head.find("\n  utter_") != std::string_view::npos ? 97 : 0;
}

void read_rasa(Input& input) {
  const TextLines lines = read_text(input);
  if (lines.count() == 0) return;
  RasaReplies replies;
  std::vector<Intent> intents;
  try {
    YamlDocuments documents(lines.text);
    if (!documents.whole())
      return input.listener().on_trouble({input.path(), documents.trouble_line() + 1,
                                          "no YAML: " + documents.trouble(),
                                          "the file was left out"});
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const DataValue document = documents.build(i);
      replies.learn(document);
      const DataValue* nlu = document.find("nlu");
      if (nlu == nullptr) continue;
      for (const auto& [key, entry] : nlu->members) {
        const DataValue* examples = entry.find("examples");
        if (examples == nullptr || entry.find("intent") == nullptr) continue;
        intents.push_back(
            {text_of(entry.find("intent")), examples_of(*examples), {}, entry.begin, entry.end});
      }
    }
  } catch (const std::runtime_error& error) {
    return input.listener().on_trouble({input.path(), 0, error.what(), "the file was left out"});
  }
  if (intents.empty()) return input.listener().on_skipped(input.path(), replies_alone);
  std::error_code error;
  const fs::path own = fs::absolute(input.path(), error).lexically_normal();
  const fs::path project = project_of(own);
  if (is_regular(own))
    Project(replies, own, input.listener()).read(project, project == own.parent_path());
  if (replies.empty())
    input.listener().on_trouble({input.path(), 0, "no replies to these intents stand beside it",
                                 "the phrases have no answer"});
  IntentRecords records(lines, input.listener());
  for (Intent& intent : intents) {
    intent.replies = replies.to(intent.name);
    // What only moves a conversation on ("yes", "goodbye") is answered by the bot's program.
    const bool asks = std::ranges::any_of(intent.phrases, ends_in_question_mark);
    if (!intent.phrases.empty() && (!intent.replies.empty() || asks)) records.tell(intent, {});
  }
}

}  // namespace answers
