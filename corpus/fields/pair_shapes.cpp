#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/fields/conversation.h"
#include "corpus/fields/option_names.h"
#include "corpus/fields/record_shapes.h"
#include "corpus/fields/rich_text.h"
#include "corpus/markup/prompt_text.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/invitations.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <utility>

namespace answers {

bool RecordShapes::read_languages(const DataValue& object, const Fields& fields,
                                  const Record& base) {
  const DataValue* question = fields[FieldRole::question];
  if (question == nullptr) question = fields[FieldRole::patterns];
  const DataValue* answer = fields[FieldRole::answer];
  if (!is_object_of_languages(question) || !is_object_of_languages(answer)) return false;
  for (const auto& [language, asked] : question->members) {
    const DataValue* translated = answer->find(language);
    if (translated == nullptr) continue;
    Record record = start(object, base);
    set_members(object, fields, record);
    record.id.clear();
    record.language = lower_ascii(language.substr(0, language.find_first_of("-_")));
    set_phrases(asked, record);
    tell(std::move(record), join_alternatives(*translated));
  }
  return true;
}

std::string RecordShapes::texts_of(const DataValue& object,
                                   std::initializer_list<FieldRole> roles) {
  std::string texts;
  for (const auto& [key, value] : object.members) {
    if (!value.is_string() || std::ranges::find(roles, name_of(key).role) == roles.end()) continue;
    const std::string_view text = trimmed(value.text);
    if (!text.empty()) texts.append(texts.empty() ? "" : "\n\n").append(text);
  }
  return texts;
}

std::string RecordShapes::counted_texts(const DataValue& object) {
  std::string texts;
  std::string_view stem;
  for (const auto& [key, value] : object.members) {
    const std::size_t end = key.find_last_not_of("0123456789") + 1;  // 0 of digits alone
    if (end == key.size()) continue;
    if (!value.is_string() || ends_in_question_mark(value.text)) return {};
    if (stem.empty()) stem = key.substr(0, end);
    if (key.substr(0, end) != stem || is_option_key(key)) return {};
    const std::string_view text = trimmed(value.text);
    if (!text.empty()) texts.append(texts.empty() ? "" : "\n\n").append(text);
  }
  return texts;
}

namespace {

/// Whether a list holds the choices of a test that has no right ones: {"text": "Red", "type":
/// "fire"}, {"text": "Blue", "type": "water"}.
bool are_choices_of_a_test(const DataValue& list) {
  constexpr std::size_t longest = 15;  // words
  static constexpr std::string_view names =
      " type value points weight trait result next personality house ";
  return is_list_of_objects(&list) && list.members.size() > 1 &&
         std::ranges::all_of(list.members, [](const DataMember& choice) {
           const auto& members = choice.value.members;
           return members.size() == 2 && members[0].value.is_string() &&
                  members[1].value.is_scalar() && count_words(members[0].value.text) <= longest &&
                  count_words(members[1].value.text) <= 1 &&
                  names.find(' ' + lower_ascii(members[1].key) + ' ') != std::string_view::npos;
         });
}

/// Whether a text has the words of a dialog's buttons beside it.
bool has_buttons(const DataValue& object) {
  static constexpr std::string_view names =
      " confirm cancel yes no ok okay button buttons submit confirmtext canceltext confirmlabel "
      "cancellabel confirmbutton cancelbutton ";
  return std::ranges::any_of(object.members, [](const DataMember& member) {
    return names.find(' ' + folded_letters(member.key) + ' ') != std::string_view::npos;
  });
}

/// What an object holds that only wraps it, within others or alone: <al><la>…</la></al>.
const DataValue& unwrapped(const DataValue& value) {
  const DataValue* inner = &value;
  while (inner->is_object() && inner->members.size() == 1) inner = &inner->members.front().value;
  return *inner;
}

/// A text as a paragraph, or a list of texts; false for all else.
bool append_paragraph(const DataValue& value, std::string& all) {
  const bool list = is_list_of_texts(&value);
  if (!list && !value.is_string()) return false;
  if (!all.empty()) all += "\n\n";
  if (!list) return all.append(trimmed(value.text)), true;
  for (const auto& [none, text] : value.members)
    all.append(&text == &value.members.front().value ? "- " : "\n- ").append(trimmed(text.text));
  return true;
}

/// The texts and lists in an answer whose keys are not known, in their order: {"intro": "…",
/// "steps": ["…", "…"]}. Empty where there is anything else, or several and no sentence.
std::string texts_in_order(const DataValue& object) {
  std::string all;
  if (const DataValue& only = unwrapped(object); !only.is_object())
    return append_paragraph(only, all) ? all : std::string();
  bool sentence = false;
  for (const auto& [key, wrapped] : object.members) {
    const DataValue& value = unwrapped(wrapped);
    if (is_option_key(key) || !append_paragraph(value, all)) return {};
    sentence = sentence || (value.is_string() && count_words(value.text) > 1);
  }
  return sentence ? all : std::string();
}

}  // namespace

const DataValue* RecordShapes::question_of(const Fields& fields) {
  if (const DataValue* question = fields[FieldRole::question]) return question;
  return fields[FieldRole::title];
}

bool RecordShapes::all_ask(const DataValue& list) {
  return std::ranges::all_of(list.members, [this](const DataMember& member) {
    const Fields fields = fields_of(member.value);
    const DataValue* title = fields[FieldRole::title];
    return fields[FieldRole::question] != nullptr ||
           (title != nullptr && title->is_string() && ends_in_question_mark(title->text));
  });
}

bool RecordShapes::read_pair(const DataValue& object, const Fields& fields, const Record& base) {
  const DataValue* question = question_of(fields);
  const DataValue* answer = fields[FieldRole::answer];
  const bool asked = fields[FieldRole::question] != nullptr ||
                     (question != nullptr && question->is_string() && !titles_.seldom_ask() &&
                      ends_in_question_mark(question->text));
  // {"title": "Which sailor are you?", "description": "…", "questions": [{…}]}
  const bool is_quiz = question != nullptr && question == fields[FieldRole::title] &&
                       std::ranges::any_of(object.members, [](const DataMember& member) {
                         const FieldRole role = field_name(member.key).role;
                         return (role == FieldRole::patterns || role == FieldRole::question) &&
                                is_list_of_objects(&member.value);
                       });
  if (is_quiz) return false;
  // Triplets of a training set: what is found for "anchor" is "positive".
  if (question == nullptr && lower_ascii(fields.key(FieldRole::url)) == "anchor" &&
      lower_ascii(fields.key(FieldRole::answer)).starts_with("pos"))
    question = fields[FieldRole::url];
  if (answer == nullptr) answer = fields[FieldRole::accepted_answer];
  if (answer == nullptr) answer = fields[FieldRole::suggested_answer];
  if (answer == nullptr && asked) answer = fields[FieldRole::output];
  if (answer == nullptr && asked) answer = fields[FieldRole::responses];
  // "What is X" asks, whatever its mark, and a document that has an id, alone in its line, is one
  // that is to be found. Other titles of texts are those of configurations and of parts of a site
  // ("title", "markdown": "kramdown"), unless others beside them ask.
  const bool told = !in_list_ && question != nullptr && question->is_string() &&
                    (how_asks(question->text) >= Asking::words ||
                     (fields[FieldRole::id] != nullptr && fields[FieldRole::id]->is_scalar()));
  if (answer == nullptr && (asked || told)) {
    answer = fields[FieldRole::text];
  }
  if (answer == nullptr && question == fields[FieldRole::title] && (asked || titles_.ask())) {
    // An article of a help centre: what its body says answers what its title asks.
    for (const FieldRole role : {FieldRole::body, FieldRole::text, FieldRole::definition}) {
      if (answer == nullptr) answer = fields[role];
    }
    if (answer != nullptr && !answer->is_string()) answer = nullptr;
  }
  if (answer == nullptr && asked) answer = fields[FieldRole::explanation];
  // {"question": "How deep is it?", "blocks": [{"type": "p", "text": "…"}]}
  if (answer == nullptr && fields[FieldRole::question] != nullptr) {
    const auto text = std::ranges::find_if(object.members, [this](const DataMember& member) {
      const FieldRole role = name_of(member.key).role;
      const bool holds_text = role == FieldRole::text || role == FieldRole::body ||
                              role == FieldRole::definition || lower_ascii(member.key) == "blocks";
      return holds_text && !member.value.is_scalar() && rich_text(member.value);
    });
    if (text != object.members.end()) answer = &text->value;
  }
  if (answer == nullptr && asked) answer = fields[FieldRole::definition];
  if (question == nullptr && fields[FieldRole::term] != nullptr) {
    question = fields[FieldRole::term];
    if (answer == nullptr) answer = fields[FieldRole::definition];
    if (answer == nullptr) answer = fields[FieldRole::explanation];
  }
  // {"acronym": "RNLI", "full form": "…", "description": "…"}: both say what it is.
  std::string spelled_out;
  if (question != nullptr && question == fields[FieldRole::term] &&
      fields[FieldRole::answer] == nullptr && is_abbreviation_key(fields.key(FieldRole::term))) {
    spelled_out =
        texts_of(object, {FieldRole::expansion, FieldRole::definition, FieldRole::explanation});
    if (answer == nullptr) answer = fields[FieldRole::expansion];
  }
  // {"title": "How deep is it?", "p-1": "…", "p-2": "…"}
  const bool paragraphs = answer == nullptr && asked && question == fields[FieldRole::title];
  if (paragraphs) spelled_out = counted_texts(object);
  // {"text": "A slug's blood is green.", "answer": "True"}
  if (question == nullptr && answer != nullptr && answer->is_scalar() &&
      lower_ascii(fields.key(FieldRole::answer)) == "answer" &&
      fields[FieldRole::text] != nullptr && fields[FieldRole::text]->is_string())
    question = fields[FieldRole::text];
  // {"question": ["How do I row?", "rowing"], "answer": "…"}: the same, asked in other words.
  const bool phrases = question != nullptr && question == fields[FieldRole::question] &&
                       is_list_of_texts(question) && answer != nullptr && answer->is_string();
  if (question == nullptr || (question->is_list() && !phrases)) return false;
  // {"title": "Delete it?", "text": "It will be gone.", "confirm": "Delete", "cancel": "Keep"}
  if (question == fields[FieldRole::title] && fields[FieldRole::answer] == nullptr &&
      has_buttons(object))
    return false;
  // Which sailor are you? Each of the choices counts for one.
  if (answer != nullptr && are_choices_of_a_test(*answer)) answer = nullptr;
  // Ragas: what the model said stands beside what is to be said.
  if (lower_ascii(fields.key(FieldRole::question)) == "user_input") {
    const DataValue* reference = object.find("reference");
    if (reference != nullptr && !text_of(reference).empty()) answer = reference;
  }
  // {"title": "Signing up", "text": [{"question": "…", "answer": "…"}]}: a section and its pairs.
  if (!asked && is_list_of_objects(answer) && all_ask(*answer)) return false;
  // {"name": "PublicIp", "target": "…"}: what a name has is a target only where it was asked for.
  if (!asked && question == fields[FieldRole::title] &&
      lower_ascii(fields.key(FieldRole::answer)).starts_with("target"))
    return false;
  const std::string text =
      rich_text(*question).value_or(text_of(phrases ? &question->members.front().value : question));
  // {"custom.stem": "Question (stem)", "custom.answer": "Right letter"}: the labels of a form.
  if (!in_list_ && question == fields[FieldRole::question] &&
      field_name(fields.key(FieldRole::question)).rank >= rank_of_words &&
      field_name(text).role == FieldRole::question)
    return false;
  // What stands above a button of a page: {"title": "Still have questions?", "text": "…"}
  if (question == fields[FieldRole::title] && fields[FieldRole::answer] == nullptr &&
      (invites_to_ask(text) || offers_more(text)))
    return false;
  if (text.empty()) {
    // {"id": "7", "title": "", "text": "…"}: a text that is to be found by what it says.
    if (fields[FieldRole::id] == nullptr || answer == nullptr || !answer->is_string()) return false;
    Record record = start(object, base);
    set_members(object, fields, record);
    tell(std::move(record), std::string(answer->text));
    return true;
  }
  if (answer == nullptr && spelled_out.empty()) {
    const bool record_form = asked && fields.key(FieldRole::question).starts_with("question");
    const bool holds_more = std::ranges::any_of(
        object.members, [](const DataMember& m) { return is_list_of_objects(&m.value); });
    if (!record_form || holds_more || !question->is_string()) return false;
  } else if (answer != nullptr && answer->is_list() && !answer->members.empty() &&
             !is_list_of_texts(answer) && !is_list_of_objects(answer)) {
    return false;
  }

  Record record = start(object, base);
  set_members(object, fields, record);
  if (question == fields[FieldRole::url]) record.url = base.url;
  if (phrases) {
    set_phrases(*question, record);
  } else {
    set_prompt(text, record);
  }
  if (asked && fields[FieldRole::title] != nullptr)
    add_title(text_of(fields[FieldRole::title]), record);
  if (answer != fields[FieldRole::body]) add_body(text_of(fields[FieldRole::body]), record);
  if (fields[FieldRole::accepted_answer] != nullptr ||
      fields[FieldRole::suggested_answer] != nullptr) {
    if (const std::string more = text_of(fields[FieldRole::text]);
        folded_words(more) != folded_words(text)) {
      add_body(more, record);
    }
  }
  if (!spelled_out.empty()) return tell(std::move(record), std::move(spelled_out)), true;
  tell_answers(fields, answer, std::move(record));
  return true;
}

namespace {

/// Whether a key names one answer, whose texts in a list are its paragraphs: "answer", and not
/// "answers" or "responses".
bool names_one_answer(std::string_view key) {
  static constexpr std::string_view names =
      " answer respuesta resposta réponse reponse antwort risposta antwoord ответ відповідь svar "
      "odpowiedź odpověď cevap jawaban 答案 回答 답변 ";
  return names.find(' ' + folded_words(key) + ' ') != std::string_view::npos;
}

}  // namespace

void RecordShapes::add_title(const std::string& title, Record& record) {
  if (!title.empty() && record.section.empty() &&
      folded_words(title) != folded_words(record.question))
    record.section.push_back(title);
}

void RecordShapes::tell_answers(const Fields& fields, const DataValue* answer, Record record) {
  const DataValue* suggested = fields[FieldRole::suggested_answer];
  const DataValue* accepted = fields[FieldRole::accepted_answer];
  if (answer == nullptr) return tell(std::move(record), "");
  std::vector<Record> records;       // the question with each of several answers
  std::optional<std::string> whole;  // … or the one answer
  const auto add = [&](const DataValue& one, bool is_accepted) {
    Record next = record;
    if (one.is_object()) {
      const Fields inner = fields_of(one);
      next.votes.reset();
      next.accepted = is_accepted;
      for (const DataMember& member : one.members) {
        const FieldRole role = name_of(member.key).role;
        if (role == FieldRole::votes || role == FieldRole::accepted || role == FieldRole::author ||
            role == FieldRole::date || role == FieldRole::url) {
          set_member(role, member.value, next);
        }
      }
      if (inner[FieldRole::votes] == nullptr) next.votes = record.votes;
    }
    next.answer = text_of(&one);
    records.push_back(std::move(next));
  };
  const auto add_all = [&](const DataValue& value, bool is_accepted) {
    if (value.is_list()) {
      for (const auto& [key, one] : value.members) add(one, is_accepted);
    } else {
      add(value, is_accepted);
    }
  };
  if (answer == accepted || answer == suggested) {
    if (accepted != nullptr) add_all(*accepted, suggested != nullptr);
    if (suggested != nullptr) add_all(*suggested, false);
  } else if (auto text = rich_text(*answer); text && !text->empty()) {
    whole = std::move(text);
  } else if (is_list_of_objects(answer)) {
    if (answer->members.front().value.find("answer_start") != nullptr) {
      whole = answer_in_context(spans_of(answer), text_of(fields[FieldRole::context]));
    } else {
      add_all(*answer, false);
    }
  } else if (const DataValue* texts = answer->find("text"); texts != nullptr && texts->is_list()) {
    records = answers_with_scores(*answer, *texts, record);
    if (records.empty()) {
      whole = spans_of(answer);
      if (!whole->empty()) whole = answer_in_context(*whole, text_of(fields[FieldRole::context]));
    }
  } else if (is_list_of_texts(answer)) {
    const bool whole_answers = std::ranges::any_of(
        answer->members, [](const DataMember& member) { return member.value.text.size() > 120; });
    const bool is_one =
        answer == fields[FieldRole::answer] && names_one_answer(fields.key(FieldRole::answer));
    if (whole_answers && is_one) {
      whole.emplace();
      for (const auto& [key, paragraph] : answer->members)
        whole->append(whole->empty() ? "" : "\n\n").append(trimmed(paragraph.text));
    } else if (whole_answers) {
      add_all(*answer, false);
    } else {
      whole = join_alternatives(*answer);
    }
  } else {
    whole = text_of(answer);
    if (whole->empty() && answer->is_object()) whole = texts_in_order(*answer);
    const std::string context = text_of(fields[FieldRole::context]);
    if (!context.empty() && whole->size() < context.size() &&
        context.find(*whole) != std::string::npos) {
      whole = answer_in_context(*whole, context);
    } else {
      add_body(context, record);
    }
    if (const std::string why = text_of(fields[FieldRole::explanation]);
        !why.empty() && !whole->empty() && answer != fields[FieldRole::explanation]) {
      *whole += "\n\n" + why;
    }
  }
  if (whole || records.empty()) return tell(std::move(record), std::move(whole).value_or(""));
  const bool several = records.size() > 1;
  for (Record& one : records) {
    if (several) one.id.clear();  // the id is the question's
    std::string text = std::move(one.answer);
    tell(std::move(one), std::move(text));
  }
}

std::vector<Record> RecordShapes::answers_with_scores(const DataValue& answer,
                                                      const DataValue& texts,
                                                      const Record& record) {
  std::vector<Record> records;
  const DataValue* scores = answer.find("score");
  if (scores == nullptr || scores->members.size() != texts.members.size()) return records;
  for (std::size_t i = 0; i < texts.members.size(); ++i) {
    Record next = record;
    next.answer = text_of(&texts.members[i].value);
    if (const auto votes = whole_number(&scores->members[i].value))
      next.votes = static_cast<int>(*votes);
    records.push_back(std::move(next));
  }
  return records;
}

bool RecordShapes::read_language_columns(const DataValue& object, const Record& base) {
  struct Pair {
    std::string language{};
    const DataValue* question = nullptr;
    const DataValue* answer = nullptr;
  };
  std::vector<Pair> pairs;
  std::size_t whole = 0;
  for (const auto& [key, value] : object.members) {
    if (!value.is_string() || trimmed(value.text).empty()) continue;
    // The code stands behind a mark, and a ')' may follow.
    std::string_view name = trimmed(key);
    if (name.ends_with(')') || name.ends_with(']')) name.remove_suffix(1);
    if (name.size() < 4 ||
        std::string_view("_-. ([").find(name[name.size() - 3]) == std::string_view::npos)
      continue;
    const std::string_view code = name.substr(name.size() - 2);
    const FieldRole role = name_of(key).role;
    if (!is_language_code(code) || !is_side(role)) continue;
    const std::string language = lower_ascii(code);
    auto pair = std::ranges::find(pairs, language, &Pair::language);
    if (pair == pairs.end()) pair = pairs.insert(pairs.end(), Pair{language});
    (role == FieldRole::question ? pair->question : pair->answer) = &value;
    whole += pair->question != nullptr && pair->answer != nullptr ? 1U : 0U;
  }
  if (whole < 2) return false;
  for (const Pair& pair : pairs) {
    if (pair.question == nullptr || pair.answer == nullptr) continue;
    Record record = start(object, base);
    set_members(object, fields_of(object), record);
    record.id.clear();
    record.language = pair.language;
    set_prompt(pair.question->text, record);
    tell(std::move(record), std::string(pair.answer->text));
  }
  return true;
}

bool RecordShapes::read_exchange(const DataValue& object, const Record& base) {
  const DataValue* user = nullptr;
  const DataValue* assistant = nullptr;
  for (const auto& [key, value] : object.members) {
    if (!value.is_string() || trimmed(value.text).empty()) continue;
    const FieldRole role = name_of(key).role;  // "input" is no speaker here, "gpt" is one
    if (user == nullptr && role == FieldRole::other && names_user(key)) user = &value;
    if (assistant == nullptr && (role == FieldRole::other || role == FieldRole::answer) &&
        names_assistant(key))
      assistant = &value;
  }
  // {"customer": "Ann", "agent": "Bob"} are names.
  if (user == nullptr || assistant == nullptr ||
      (count_words(user->text) < 2 && count_words(assistant->text) < 3))
    return false;
  Record record = start(object, base);
  set_members(object, fields_of(object), record);
  set_prompt(user->text, record);
  tell(std::move(record), std::string(assistant->text));
  return true;
}

bool RecordShapes::read_thread(const DataValue& object, const Fields& fields, const Record& base) {
  const DataValue* title = fields[FieldRole::title];
  const DataValue* stream = object.find("post_stream");
  const DataValue* posts = stream != nullptr ? stream->find("posts") : nullptr;
  if (title == nullptr || !title->is_string() || !is_list_of_objects(posts)) return false;
  Record topic = start(object, base);
  set_members(object, fields, topic);
  set_prompt(title->text, topic);
  bool first = true;
  for (const auto& [key, post] : posts->members) {
    const std::string text =
        text_of(post.find("cooked") != nullptr ? post.find("cooked") : post.find("raw"));
    if (std::exchange(first, false)) {
      add_body(text, topic);
      topic.author = text_of(post.find("username"));
      continue;
    }
    // A small action ("closed this topic") says nothing.
    const auto kind = whole_number(post.find("post_type"));
    if (text.empty() || (kind && *kind != 1)) continue;
    Record record = topic;
    record.id.clear();
    record.author = text_of(post.find("username"));
    record.accepted = is_true(post.find("accepted_answer"));
    if (const auto votes = whole_number(post.find("like_count")))
      record.votes = static_cast<int>(std::clamp<std::int64_t>(*votes, 0, INT32_MAX));
    if (const DataValue* date = post.find("created_at")) set_member(FieldRole::date, *date, record);
    record.place = (*place_of_)(post);
    tell(std::move(record), text);
  }
  return true;
}

}  // namespace answers
