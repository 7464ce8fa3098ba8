#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/data/conversation.h"
#include "corpus/data/record_shapes.h"
#include "corpus/markup/prompt_text.h"
#include "corpus/wording/invitations.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
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
  const bool asked =
      fields[FieldRole::question] != nullptr ||
      (question != nullptr && question->is_string() && ends_in_question_mark(question->text));
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
  if (answer == nullptr && (asked || lower_ascii(fields.key(FieldRole::title)) == "title")) {
    answer = fields[FieldRole::text];
  }
  if (answer == nullptr && question == fields[FieldRole::title] && (asked || titles_ask_)) {
    // An article of a help centre: what its body says answers what its title asks.
    for (const FieldRole role : {FieldRole::body, FieldRole::text, FieldRole::definition}) {
      if (answer == nullptr) answer = fields[role];
    }
    if (answer != nullptr && !answer->is_string()) answer = nullptr;
  }
  if (answer == nullptr && asked) answer = fields[FieldRole::explanation];
  if (answer == nullptr && asked) answer = fields[FieldRole::definition];
  if (question == nullptr && fields[FieldRole::term] != nullptr) {
    question = fields[FieldRole::term];
    if (answer == nullptr) answer = fields[FieldRole::definition];
    if (answer == nullptr) answer = fields[FieldRole::explanation];
  }
  // {"text": "A slug's blood is green.", "answer": "True"}
  if (question == nullptr && answer != nullptr && answer->is_scalar() &&
      lower_ascii(fields.key(FieldRole::answer)) == "answer" &&
      fields[FieldRole::text] != nullptr && fields[FieldRole::text]->is_string())
    question = fields[FieldRole::text];
  // {"question": ["How do I row?", "rowing"], "answer": "…"}: the same, asked in other words.
  const bool phrases = question != nullptr && question == fields[FieldRole::question] &&
                       is_list_of_texts(question) && answer != nullptr && answer->is_string();
  if (question == nullptr || (question->is_list() && !phrases)) return false;
  // {"title": "Signing up", "text": [{"question": "…", "answer": "…"}]}: a section and its pairs.
  if (!asked && is_list_of_objects(answer) && all_ask(*answer)) return false;
  // {"name": "PublicIp", "target": "…"}: what a name has is a target only where it was asked for.
  if (!asked && question == fields[FieldRole::title] &&
      lower_ascii(fields.key(FieldRole::answer)).starts_with("target"))
    return false;
  const std::string text = text_of(phrases ? &question->members.front().value : question);
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
  if (answer == nullptr) {
    const bool record_form = asked && fields.key(FieldRole::question).starts_with("question");
    const bool holds_more = std::ranges::any_of(
        object.members, [](const DataMember& m) { return is_list_of_objects(&m.value); });
    if (!record_form || holds_more || !question->is_string()) return false;
  } else if (answer->is_list() && !answer->members.empty() && !is_list_of_texts(answer) &&
             !is_list_of_objects(answer)) {
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

/// The text of a block: {"type": "p", "text": "…"}, {"type": "list", "items": ["…", "…"]}.
std::string text_of_block(const DataValue& block) {
  std::string text = text_of(&block);
  if (!text.empty()) return text;
  for (const DataMember& member : block.members) {
    if (!is_list_of_texts(&member.value)) continue;
    for (const auto& [none, item] : member.value.members)
      text.append(text.empty() ? "- " : "\n- ").append(trimmed(item.text));
  }
  return text;
}

/// Whether objects are the blocks of one text: {"type": "p", "text": "…"}, without what answers of
/// several people have.
bool is_rich_text(const DataValue& list) {
  return std::ranges::all_of(list.members, [](const DataMember& block) {
    return block.value.find("type") != nullptr && block.value.find("type")->is_string() &&
           std::ranges::none_of(block.value.members, [](const DataMember& member) {
             const FieldRole role = field_name(member.key).role;
             return role >= FieldRole::votes && role <= FieldRole::date &&
                    role != FieldRole::tags && role != FieldRole::id;
           });
  });
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
  } else if (is_list_of_objects(answer) && is_rich_text(*answer)) {
    whole.emplace();
    for (const DataMember& block : answer->members)
      *whole += (whole->empty() ? "" : "\n\n") + text_of_block(block.value);
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

namespace {

struct Part {
  std::string name;  ///< what the question's key and the answer's key share
  const DataValue* question = nullptr;
  std::vector<const DataValue*> answers{};  ///< "answer 2.1", "answer 2.2": one in several pieces
};

constexpr std::size_t most_parts = 1000;

Part& part_named(const std::string& name, std::vector<Part>& parts) {
  const auto part = std::ranges::find(parts, name, &Part::name);
  return part != parts.end() ? *part : parts.emplace_back(Part{name});
}

/// The text of a value in one language, or all of it.
std::string text_in(const DataValue& value, std::string_view language) {
  const DataValue* found = value.is_object() ? value.find(language) : nullptr;
  return std::string(trimmed(text_of(found != nullptr ? found : &value)));
}

/// The languages under whose codes both sides hold a text; one without a name where neither does.
std::vector<std::string_view> languages_of(const Part& part) {
  std::vector<std::string_view> languages;
  for (const auto& [key, value] : part.question->members) {
    if (is_language_code(key) && value.is_string() && part.answers[0]->find(key) != nullptr)
      languages.push_back(key);
  }
  if (languages.empty() && part.question->is_string() && part.answers[0]->is_string())
    languages.emplace_back();
  return languages;
}

struct Side {
  FieldRole role = FieldRole::other;
  std::string shared{};  ///< by question and answer
};

/// Which side of a pair a key in a series names, and what the other side shares with it.
Side side_of(std::string_view key, bool may_be_counted, const auto& role_of) {
  // "question1", "answer_en", "faq.q1", "faqQ1": a name, and what counts it.
  const std::size_t name_end = key.find_last_not_of("0123456789.");
  std::size_t cut = name_end == std::string_view::npos ? 0 : name_end + 1;
  if (cut == key.size() && key.size() > 3 &&
      (key[key.size() - 3] == '_' || key[key.size() - 3] == '-') &&
      is_language_code(key.substr(key.size() - 2))) {
    cut = key.size() - 2;
  }
  if (cut > 0 && cut < key.size() && may_be_counted) {
    const std::string_view count = key.substr(cut, key.find('.', cut) - cut);
    const std::string_view name = key.substr(0, cut);
    const FieldRole role = role_of(name);
    if (is_side(role)) return {role, std::string(count)};
    const std::size_t last = last_word_of(name);
    const FieldRole of_last = last > 0 ? role_of(name.substr(last)) : FieldRole::other;
    if (is_side(of_last)) return {of_last, fmt::format("{} {}", name.substr(0, last), count)};
  }
  // "moving_q", "faq1.question", "faq1Question": what it is about, and which side.
  const std::size_t name = last_word_of(key);
  if (name == 0) return {};
  const bool marked = std::string_view("_-. ").find(key[name - 1]) != std::string_view::npos;
  std::string_view shared = key.substr(0, name - (marked ? 1 : 0));
  const FieldRole role = role_of(key.substr(name));
  // "q1" and "q1_answer"
  const std::size_t digits = shared.find_first_of("0123456789");
  if (role == FieldRole::answer && digits != std::string_view::npos && digits > 0 &&
      shared.find_first_not_of("0123456789", digits) == std::string_view::npos &&
      role_of(shared.substr(0, digits)) == FieldRole::question)
    shared.remove_prefix(digits);
  return {role, std::string(shared)};
}

}  // namespace

bool RecordShapes::read_series(const DataValue& object, const Record& base) {
  const auto role_of = [this](std::string_view name) { return name_of(name).role; };
  std::vector<Part> parts;
  for (const auto& [key, value] : object.members) {
    if (parts.size() >= most_parts || !(value.is_string() || value.is_object())) continue;
    const auto [role, shared] =
        side_of(key, value.is_string() || is_object_of_languages(&value), role_of);
    if (!is_side(role)) continue;
    Part& part = part_named(shared, parts);
    if (role == FieldRole::answer) {
      part.answers.push_back(&value);
    } else if (part.question == nullptr) {
      part.question = &value;
    }
  }
  bool found = false;
  for (const Part& part : parts) {
    if (part.question == nullptr || part.answers.empty()) continue;
    for (const std::string_view language : languages_of(part)) {
      const std::string question = text_in(*part.question, language);
      if (question.empty()) continue;
      found = true;
      Record record = start(*part.question, base);
      const std::string_view code = language.empty() ? std::string_view(part.name) : language;
      if (is_language_code(code))
        record.language = lower_ascii(code.substr(0, code.find_first_of("-_")));
      set_prompt(question, record);
      std::string answer;
      for (const DataValue* const piece : part.answers)
        answer += (answer.empty() ? "" : "\n\n") + text_in(*piece, language);
      tell(std::move(record), std::move(answer));
    }
  }
  return found;
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
