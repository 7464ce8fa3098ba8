#include "corpus/characters/characters.h"
#include "corpus/fields/record_shapes.h"
#include "corpus/markup/html_text.h"
#include "corpus/markup/prompt_text.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace answers {
namespace {

constexpr std::string_view prompted = "Prompted ";  // what Google writes before it, in English

/// A text with words between stars ("The *keel/spine* holds *it:the boat*") with gaps for them, and
/// those words, a line each; of alternatives the first, without hints.
std::pair<std::string, std::string> gaps_of(std::string_view text) {
  std::string asked;
  std::string words;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('*'), text.size());
    asked.append(text.substr(0, open));
    text.remove_prefix(open);
    const std::size_t close = text.find('*', 1);
    if (close == std::string_view::npos || close == 1) {
      asked.append(text);
      break;
    }
    const std::string_view word = text.substr(1, close - 1);
    words.append(words.empty() ? "" : "\n").append(word.substr(0, word.find_first_of("/:")));
    asked += "____";
    text.remove_prefix(close + 1);
  }
  return {std::move(asked), std::move(words)};
}

}  // namespace

bool RecordShapes::read_service(const DataValue& object, const Fields& fields, const Record& base) {
  return read_activity(object, base) || read_discussion(object, fields, base) ||
         read_h5p(object, base);
}

bool RecordShapes::read_activity(const DataValue& object, const Record& base) {
  const DataValue* title = object.find("title");
  const DataValue* shown = object.find("safeHtmlItem");
  if (title == nullptr || !title->is_string() || !is_list_of_objects(shown)) return false;
  Record record = start(object, base);
  std::string_view asked = title->text;
  if (asked.starts_with(prompted)) asked.remove_prefix(prompted.size());
  if (const DataValue* time = object.find("time")) set_member(FieldRole::date, *time, record);
  set_prompt(asked, record);
  tell(std::move(record), text_of(shown));
  return true;
}

bool RecordShapes::read_discussion(const DataValue& object, const Fields& fields,
                                   const Record& base) {
  const DataValue* title = object.find("title");
  const DataValue* category = object.find("category");
  if (title == nullptr || !title->is_string() || category == nullptr ||
      !is_true(category->find("isAnswerable")))
    return false;
  Record topic = start(object, base);
  set_members(object, fields, topic);
  topic.section = base.section;
  if (const std::string name = text_of(category->find("name")); !name.empty())
    topic.section.push_back(name);
  set_prompt(title->text, topic);
  add_body(text_of(object.find("body")), topic);
  const auto tell_one = [&](const DataValue& answer, bool accepted) {
    Record record = topic;
    record.place = (*place_of_)(answer);
    record.accepted = accepted;
    record.votes.reset();
    if (const DataValue* votes = answer.find("upvoteCount"))
      set_member(FieldRole::votes, *votes, record);
    if (const DataValue* author = answer.find("author"))
      record.author = text_of(author->find("login"));
    tell(std::move(record), text_of(answer.find("body")));
  };
  const DataValue* comments = object.find("comments");
  if (comments != nullptr && comments->is_object()) comments = comments->find("nodes");
  if (comments != nullptr && is_list_of_objects(comments)) {
    for (const auto& [key, comment] : comments->members)
      tell_one(comment, is_true(comment.find("isAnswer")));
    return true;
  }
  const DataValue* answer = object.find("answer");
  if (answer != nullptr && answer->is_object()) {
    tell_one(*answer, true);
  } else {
    tell(std::move(topic), "");
  }
  return true;
}

bool RecordShapes::read_h5p(const DataValue& object, const Record& base) {
  const auto tell_text = [&](const DataValue& at, const std::string& question, std::string answer) {
    Record record = start(at, base);
    set_prompt(question, record);
    tell(std::move(record), std::move(answer));
  };
  for (const char* key : {"dialogs", "cards"}) {  // cards: a text, and what is behind it
    const DataValue* cards = object.find(key);
    if (!is_list_of_objects(cards)) continue;
    const bool all = std::ranges::all_of(cards->members, [](const DataMember& card) {
      return card.value.find("text") != nullptr && card.value.find("answer") != nullptr &&
             card.value.find("question") == nullptr;
    });
    if (!all) continue;
    for (const auto& [none, card] : cards->members)
      tell_text(card, text_of(card.find("text")), text_of(card.find("answer")));
    return true;
  }
  if (const DataValue* panels = object.find("panels"); is_list_of_objects(panels)) {
    for (const auto& [none, panel] : panels->members) {
      const DataValue* content = panel.find("content");
      const DataValue* params = content != nullptr ? content->find("params") : nullptr;
      tell_text(panel, text_of(panel.find("title")),
                params != nullptr ? text_of(params->find("text")) : std::string());
    }
    return true;
  }
  if (const DataValue* choices = object.find("choices");
      is_list_of_objects(choices) &&
      std::ranges::all_of(choices->members, [](const DataMember& choice) {
        return choice.value.find("subContentId") != nullptr &&
               is_list_of_texts(choice.value.find("answers"));
      })) {
    for (const auto& [none, choice] : choices->members) {  // the first is right
      const auto options = options_of(*choice.find("answers"));
      Record record = start(choice, base);
      set_prompt(text_of(choice.find("question")), record);
      add_body(list_options(options), record);
      tell(std::move(record), options.empty() ? std::string() : options.front().text);
    }
    return true;
  }
  const DataValue* library = object.find("library");
  const DataValue* params = object.find("params");
  if (library == nullptr || params == nullptr || !library->text.starts_with("H5P.Blanks"))
    return false;
  const DataValue* texts = params->find("questions");
  if (!is_list_of_texts(texts)) return false;
  for (const auto& [none, text] : texts->members) {
    auto [asked, words] = gaps_of(text.text);
    tell_text(text, html_to_line(asked), std::move(words));
  }
  return true;
}

}  // namespace answers
