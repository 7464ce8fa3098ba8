#include "corpus/data/data_records.h"

#include "corpus/characters/characters.h"
#include "corpus/data/conversation.h"
#include "corpus/data/field_names.h"
#include "corpus/data/quiz_options.h"
#include "corpus/deliver.h"
#include "corpus/listener.h"
#include "corpus/markup/prompt_text.h"
#include "corpus/wording/difficulty.h"
#include "corpus/wording/topic_path.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace answers {
namespace {

using PlaceOf = DataRecords::PlaceOf;

constexpr std::size_t role_count = static_cast<std::size_t>(FieldRole::difficulty) + 1;

/// The members of an object by their role.
struct Fields {
  std::array<const DataMember*, role_count> by_role{};
  std::array<int, role_count> ranks{};

  const DataValue* operator[](FieldRole role) const {
    const DataMember* member = by_role[static_cast<std::size_t>(role)];
    return member == nullptr ? nullptr : &member->value;
  }
  std::string_view key(FieldRole role) const {
    const DataMember* member = by_role[static_cast<std::size_t>(role)];
    return member == nullptr ? std::string_view() : member->key;
  }
};

/// ISO 8601 for a number of seconds or milliseconds since 1970; other dates as written.
std::string date_of(const DataValue& value) {
  std::string text = text_of(&value);
  const bool number = !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos;
  if (!number || text.find('.') < 9 || text.size() < 9) return text;
  std::int64_t seconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (seconds > 100'000'000'000) seconds /= 1000;
  const std::time_t time = seconds;
  std::tm parts{};
  if (gmtime_r(&time, &parts) == nullptr) return text;
  std::array<char, 32> buffer{};
  std::strftime(buffer.data(), buffer.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return buffer.data();
}

/// Unless it is blank, or there already.
void add_text(std::vector<std::string>& list, std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && std::ranges::find(list, text) == list.end()) list.emplace_back(text);
}

void add_entries(std::vector<std::string>& list, const DataValue& value) {
  for (const DataMember& member : value.members) add_text(list, text_of(&member.value));
}

void add_topics(std::vector<std::string>& list, const DataValue& value) {
  if (value.is_scalar()) {
    for (const std::string& topic : topic_path(text_of(&value))) add_text(list, topic);
  } else if (value.is_list()) {
    add_entries(list, value);
  }
}

/// The entries of a list, or the tags between commas and the like.
void add_tags(std::vector<std::string>& list, const DataValue& value) {
  if (value.is_list()) return add_entries(list, value);
  const std::string text = text_of(&value);
  std::string_view rest = text;
  if (rest.starts_with('[') && rest.ends_with(']')) rest = rest.substr(1, rest.size() - 2);
  for (std::size_t begin = 0; begin <= rest.size();) {
    const std::size_t end = std::min(rest.find_first_of(",;|", begin), rest.size());
    add_text(list, rest.substr(begin, end - begin));
    begin = end + 1;
  }
}

/// Puts a member that says something about the record into it. False when its name says nothing.
bool set_member(FieldRole role, const DataValue& value, Record& record) {
  switch (role) {
    case FieldRole::votes:
      if (const auto votes = whole_number(&value)) {
        record.votes = static_cast<int>(std::clamp<std::int64_t>(*votes, INT32_MIN, INT32_MAX));
      }
      return true;
    case FieldRole::accepted:
      record.accepted = is_true(&value);
      return true;
    case FieldRole::tags:
      add_tags(record.tags, value);
      return true;
    case FieldRole::section:
      add_topics(record.section, value);
      return true;
    case FieldRole::source:
      record.source = text_of(&value);
      return true;
    case FieldRole::page:
      if (const std::string page = text_of(&value); !page.empty()) {
        if (!record.source.empty()) record.source += ", ";
        record.source += "page " + page;
      }
      return true;
    case FieldRole::author: {
      const DataValue* name = value.find("display_name");
      record.author = text_of(name != nullptr ? name : &value);
      return true;
    }
    case FieldRole::date:
      record.date = date_of(value);
      return true;
    case FieldRole::url:
      record.url = text_of(&value);
      return true;
    case FieldRole::language: {
      const std::string language = lower_ascii(text_of(&value));
      record.language = language.substr(0, language.find_first_of("-_"));
      return true;
    }
    case FieldRole::difficulty: {
      const std::string text = text_of(&value);
      record.difficulty = difficulty_named(text);
      if (record.difficulty.empty()) record.difficulty = text;
      return true;
    }
    default:
      return false;
  }
}

/// Two words or more, and letters among them.
bool reads_as_words(std::string_view text) {
  const std::string folded = folded_words(text.substr(0, 200));
  return count_words(folded) > 1 && folded.find_first_not_of("0123456789 ") != std::string::npos;
}

bool is_language_code(std::string_view key) {
  static const std::unordered_set<std::string_view> codes = {
      "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr",
      "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "nl", "no", "pl",
      "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh"};
  return codes.contains(lower_ascii(key.substr(0, key.find_first_of("-_"))));
}

bool is_object_of_languages(const DataValue* value) {
  return value != nullptr && value->is_object() && !value->members.empty() &&
         std::ranges::all_of(value->members, [](const DataMember& member) {
           return member.value.is_string() && is_language_code(member.key);
         });
}

}  // namespace

struct DataRecords::State {
  explicit State(Listener& given) : listener(given) {}

  Listener& listener;
  const PlaceOf* place_of = nullptr;
  std::unordered_map<std::string, FieldName> known_names{};  // field_name() folds: once a key
  bool counts_from_one = false;  // the right options of this file are numbered from 1

  FieldName name_of(std::string_view key) {
    if (const auto found = known_names.find(std::string(key)); found != known_names.end())
      return found->second;
    const FieldName name = field_name(key);
    if (known_names.size() < 10'000) known_names.emplace(key, name);
    return name;
  }

  Fields fields_of(const DataValue& object) {
    Fields fields;
    for (const DataMember& member : object.members) {
      if (member.value.kind == DataValue::Kind::null) continue;
      const auto [role, rank] = name_of(member.key);
      const auto at = static_cast<std::size_t>(role);
      if (role == FieldRole::other) continue;
      const bool emptier = member.value.is_scalar() && member.value.text.empty();
      if (fields.by_role[at] == nullptr || (rank < fields.ranks[at] && !emptier) ||
          (!emptier && fields.by_role[at]->value.is_scalar() &&
           fields.by_role[at]->value.text.empty())) {
        fields.by_role[at] = &member;
        fields.ranks[at] = rank;
      }
    }
    return fields;
  }

  // ---- One record ----

  Record start(const DataValue& value, const Record& base) const {
    Record record = base;
    record.place = (*place_of)(value);
    return record;
  }

  /// What an object says about its question besides question and answer.
  void set_members(const DataValue& object, const Fields& fields, Record& record) {
    for (const DataMember* member : fields.by_role) {
      if (member != nullptr) set_member(name_of(member->key).role, member->value, record);
    }
    for (const DataMember& member : object.members) {  // all that are topics and tags
      const FieldRole role = name_of(member.key).role;
      if (role == FieldRole::tags || role == FieldRole::section)
        set_member(role, member.value, record);
    }
    if (const DataValue* id = fields[FieldRole::id]; id != nullptr && id->is_scalar())
      record.id = trimmed(id->text);
  }

  void tell(Record record, std::string answer) {
    record.answer = answer_text(std::move(answer), record.question);
    deliver(std::move(record), listener);
  }

  // ---- Shapes ----

  void read(const DataValue& value, const Record& base) {
    if (value.is_list()) read_list(value, base);
    if (value.is_object()) read_object(value, base);
  }

  void read_list(const DataValue& list, const Record& base) {
    learn_numbering(list);
    // [["question", "answer"], …], and dialogues whose first line is answered by the others.
    if (is_list_of_texts(&list) && list.members.size() >= 2 && in_list_) {
      const std::string question = text_of(&list.members[0].value);
      if (!ends_in_question_mark(question) && !in_conversations_) return;
      Record record = start(list, base);
      set_prompt(question, record);
      std::string answer;
      for (std::size_t i = 1; i < list.members.size(); ++i) {
        answer += (answer.empty() ? "" : "\n\n") + text_of(&list.members[i].value);
      }
      return tell(std::move(record), std::move(answer));
    }
    const bool was = std::exchange(in_list_, true);
    for (const auto& [key, item] : list.members) read(item, base);
    in_list_ = was;
  }

  /// Whether the right options of a list of quiz questions are counted from 1: none is 0, and one
  /// is as large as there are options.
  void learn_numbering(const DataValue& list) {
    bool zero = false;
    bool full = false;
    for (const auto& [key, item] : list.members) {
      if (!item.is_object()) continue;
      const Fields fields = fields_of(item);
      const DataValue* options = fields[FieldRole::options];
      const DataValue* correct = fields[FieldRole::correct];
      if (correct == nullptr) correct = fields[FieldRole::answer];
      const auto number = whole_number(correct);
      if (!number) continue;
      zero = zero || *number == 0;
      const std::size_t count = options != nullptr ? options->members.size() : 0;
      full = full || (count > 0 && *number == static_cast<std::int64_t>(count));
    }
    if (zero) counts_from_one = false;
    if (full && !zero) counts_from_one = true;
  }

  void read_object(const DataValue& object, const Record& base) {
    const Fields fields = fields_of(object);
    if (read_conversation(object, fields, base)) return;
    if (read_squad(fields, base)) return;
    if (read_intent(object, fields, base)) return;
    if (read_instruction(object, fields, base)) return;
    if (read_quiz(object, fields, base)) return;
    if (read_languages(object, fields, base)) return;
    if (read_pair(object, fields, base)) return;
    if (read_series(object, base)) return;
    if (read_dictionary(object, base)) return;
    read_container(object, fields, base);
  }

  /// Each question with the answer that follows it; several answers in a row are one, and so are
  /// several questions.
  void tell_turns(const std::vector<Turn>& turns, const Record& base) {
    std::string question;
    std::string answer;
    const DataValue* at = nullptr;
    const auto flush = [&] {
      if (!question.empty() && !answer.empty()) {
        Record record = start(*at, base);
        set_prompt(question, record);
        tell(std::move(record), std::move(answer));
        question.clear();
      }
      answer.clear();
    };
    for (const Turn& turn : turns) {
      if (turn.text.empty()) continue;
      if (turn.speaker == Speaker::user) {
        flush();
        if (question.empty()) at = turn.value;
        question += (question.empty() ? "" : "\n\n") + turn.text;
      } else if (turn.speaker == Speaker::assistant) {
        answer += (answer.empty() ? "" : "\n\n") + turn.text;
      }
    }
    flush();
  }

  bool read_conversation(const DataValue& object, const Fields& fields, const Record& base) {
    std::vector<Turn> turns;
    if (const DataValue* mapping = fields[FieldRole::mapping];
        mapping != nullptr && mapping->is_object()) {
      turns = turns_of_mapping(*mapping, object.find("current_node"));
    } else if (const DataValue* list = fields[FieldRole::turns];
               list != nullptr && list->is_list()) {
      for (const auto& [key, item] : list->members) {
        if (auto turn = turn_of(item)) {
          turns.push_back(std::move(*turn));
        } else if (!add_exchange(item, turns)) {
          return false;  // a list of conversations
        }
      }
    }
    const DataValue* chosen = fields[FieldRole::chosen];
    if (turns.empty() && chosen == nullptr) return read_transcript(object, fields, base);
    if (chosen != nullptr && !add_chosen(*chosen, fields, turns)) return false;
    Record record = base;
    if (const DataValue* title = fields[FieldRole::title]; title != nullptr && title->is_string()) {
      if (!title->text.empty()) record.section.emplace_back(title->text);
    }
    for (const DataMember& member : object.members) {
      const FieldRole role = name_of(member.key).role;
      if (role == FieldRole::date || role == FieldRole::source || role == FieldRole::tags ||
          role == FieldRole::section || role == FieldRole::language || role == FieldRole::url) {
        set_member(role, member.value, record);
      }
    }
    std::size_t questions = 0;
    for (const Turn& turn : turns) questions += turn.speaker == Speaker::user ? 1 : 0;
    if (const DataValue* id = fields[FieldRole::id];
        id != nullptr && id->is_scalar() && questions == 1) {
      record.id = id->text;
    }
    tell_turns(turns, record);
    return true;
  }

  static bool add_chosen(const DataValue& chosen, const Fields& fields, std::vector<Turn>& turns) {
    if (is_list_of_objects(&chosen)) {  // the whole conversation again, or its last turn
      std::vector<Turn> better;
      for (const auto& [key, item] : chosen.members) {
        auto turn = turn_of(item);
        if (!turn) return false;
        better.push_back(std::move(*turn));
      }
      if (better.size() > 1) turns.clear();
      std::ranges::move(better, std::back_inserter(turns));
    } else {
      const std::string text = text_of(&chosen);
      auto transcript = turns_of_transcript(text, chosen);
      if (!transcript.empty()) {
        turns = std::move(transcript);
      } else {
        turns.push_back({Speaker::assistant, text, &chosen});
      }
    }
    if (std::ranges::find(turns, Speaker::user, &Turn::speaker) == turns.end()) {
      for (const FieldRole role : {FieldRole::question, FieldRole::instruction, FieldRole::input}) {
        const DataValue* prompt = fields[role];
        if (prompt == nullptr) continue;
        turns.insert(turns.begin(), {Speaker::user, message_text(prompt), prompt});
        return true;
      }
      return false;
    }
    return true;
  }

  /// An object that holds a conversation as one text.
  bool read_transcript(const DataValue& object, const Fields& fields, const Record& base) {
    const DataValue* text = fields[FieldRole::text];
    if (text == nullptr || !text->is_string() || fields[FieldRole::question] != nullptr)
      return false;
    if (text->text.find(':') == std::string_view::npos &&
        text->text.find("[/INST]") == std::string_view::npos &&
        text->text.find("<|") == std::string_view::npos) {
      return false;
    }
    const auto turns = turns_of_transcript(text->text, object);
    if (turns.size() < 2) return false;
    tell_turns(turns, base);
    return true;
  }

  /// An answer that is a span of a text, with the text below it.
  static std::string answer_in_context(std::string_view answer, std::string_view context) {
    return context.empty() ? std::string(answer)
                           : std::string(answer) + "\n\n" + std::string(trimmed(context));
  }

  /// SQuAD: an article ("paragraphs"), a paragraph ("context" and "qas").
  bool read_squad(const Fields& fields, const Record& base) {
    const DataValue* passages = fields[FieldRole::passages];
    const DataValue* context = fields[FieldRole::context];
    if (!is_list_of_objects(passages)) return false;
    const bool questions = passages->members.front().value.find("question") != nullptr;
    Record below = base;
    if (const DataValue* title = fields[FieldRole::title]; title != nullptr && title->is_string()) {
      below.section.emplace_back(title->text);
    }
    if (!questions) {
      for (const auto& [key, passage] : passages->members) read(passage, below);
      return true;
    }
    const std::string text = text_of(context);
    for (const auto& [key, item] : passages->members) {
      if (!item.is_object()) continue;
      const Fields inner = fields_of(item);
      Record record = start(item, below);
      set_members(item, inner, record);
      set_prompt(text_of(inner[FieldRole::question]), record);
      const std::string spans = spans_of(inner[FieldRole::answer]);
      tell(std::move(record), spans.empty() ? "" : answer_in_context(spans, text));
    }
    return true;
  }

  /// The different texts of SQuAD's answers, the most given first; a line each.
  static std::string spans_of(const DataValue* answers) {
    std::vector<std::pair<std::string, int>> spans;
    const auto add = [&spans](std::string text) {
      if (text.empty()) return;
      const auto found = std::ranges::find(spans, text, &std::pair<std::string, int>::first);
      if (found == spans.end()) {
        spans.emplace_back(std::move(text), 1);
      } else {
        ++found->second;
      }
    };
    if (answers == nullptr) return {};
    const DataValue* texts = answers->find("text");
    const DataValue& list = texts != nullptr && texts->is_list() ? *texts : *answers;
    if (list.is_list()) {
      for (const auto& [key, item] : list.members) add(text_of(&item));
    } else {
      add(text_of(&list));
    }
    std::ranges::stable_sort(spans,
                             [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string joined;
    for (const auto& [text, count] : spans) joined += (joined.empty() ? "" : "\n") + text;
    return joined;
  }

  /// Several questions that mean the same, and several answers of which any will do.
  bool read_intent(const DataValue& object, const Fields& fields, const Record& base) {
    const DataValue* patterns = fields[FieldRole::patterns];
    const DataValue* responses = fields[FieldRole::responses];
    if (responses == nullptr) responses = fields[FieldRole::answer];
    if (patterns == nullptr || responses == nullptr) return false;
    const bool texts = is_list_of_texts(patterns) || patterns->is_string();
    const bool empty = patterns->is_list() && patterns->members.empty();
    if (!texts && !empty) return read_parallel(object, *patterns, *responses, base);
    if (patterns->is_list() && responses->is_list() && fields[FieldRole::responses] == nullptr &&
        patterns->members.size() == responses->members.size() && patterns->members.size() > 1) {
      return read_parallel(object, *patterns, *responses, base);
    }
    Record record = start(object, base);
    set_members(object, fields, record);
    if (const DataValue* intent = object.find("intent"); intent != nullptr && intent->is_string()) {
      record.tags.emplace_back(intent->text);
    }
    if (empty) {  // answers when nothing was understood: nobody asks for them
      if (record.tags.empty()) return true;
      record.question = record.tags.front();
      return tell(std::move(record), ""), true;
    }
    const std::string first =
        patterns->is_string() ? std::string(patterns->text) : text_of(&patterns->members[0].value);
    set_prompt(first, record);
    if (patterns->is_list()) {
      std::string others;
      for (std::size_t i = 1; i < patterns->members.size(); ++i) {
        const std::string text = text_of(&patterns->members[i].value);
        if (!text.empty()) others += (others.empty() ? "- " : "\n- ") + text;
      }
      add_body(others, record);
    }
    tell(std::move(record), join_alternatives(*responses));
    return true;
  }

  /// {"questions": […], "answers": […]}, the first to the first.
  bool read_parallel(const DataValue& object, const DataValue& questions, const DataValue& answers,
                     const Record& base) {
    if (!questions.is_list() || !answers.is_list() ||
        questions.members.size() != answers.members.size())
      return false;
    if (std::ranges::any_of(questions.members,
                            [](const DataMember& m) { return text_of(&m.value).empty(); }))
      return false;
    for (std::size_t i = 0; i < questions.members.size(); ++i) {
      const DataValue& question = questions.members[i].value;
      Record record = start(question.is_object() ? question : object, base);
      set_prompt(text_of(&question), record);
      tell(std::move(record), text_of(&answers.members[i].value));
    }
    return true;
  }

  static std::string join_alternatives(const DataValue& answers) {
    if (!answers.is_list() || answers.members.size() < 2) return text_of(&answers);
    std::string joined;
    for (const auto& [key, item] : answers.members) {
      const std::string text = text_of(&item);
      if (!text.empty()) joined += (joined.empty() ? "- " : "\n- ") + text;
    }
    return joined;
  }

  /// What to do, what to do it with, and what comes out.
  bool read_instruction(const DataValue& object, const Fields& fields, const Record& base) {
    const DataValue* instruction = fields[FieldRole::instruction];
    const DataValue* input = fields[FieldRole::input];
    const DataValue* output = fields[FieldRole::output];
    if (output == nullptr) output = fields[FieldRole::answer];
    if (output == nullptr) output = fields[FieldRole::responses];
    const DataValue* instances = fields[FieldRole::instances];
    const DataValue* prompt =
        instruction != nullptr && !text_of(instruction).empty() ? instruction : input;
    if (prompt == nullptr || fields[FieldRole::question] != nullptr) return false;
    if (is_list_of_objects(instances)) {
      for (const auto& [key, instance] : instances->members) {
        const Fields inner = fields_of(instance);
        const DataValue* answer = inner[FieldRole::output];
        if (answer == nullptr) answer = inner[FieldRole::answer];
        Record record = start(object, base);
        set_members(object, fields, record);
        if (instances->members.size() > 1) record.id.clear();
        set_prompt(text_of(prompt), record);
        add_body(text_of(inner[FieldRole::input]), record);
        tell(std::move(record), text_of(answer));
      }
      return true;
    }
    if (output == nullptr || !(output->is_scalar() || is_list_of_texts(output))) return false;
    const std::string question = text_of(prompt);
    if (prompt == input && !reads_as_words(question)) return false;  // the input of a program
    if (const DataValue* turns = fields[FieldRole::turns]; turns != nullptr && turns->is_list()) {
      std::vector<Turn> earlier;
      for (const auto& [key, item] : turns->members) add_exchange(item, earlier);
      tell_turns(earlier, base);
    }
    Record record = start(object, base);
    set_members(object, fields, record);
    set_prompt(question, record);
    if (prompt == instruction) add_body(text_of(input), record);
    add_body(text_of(fields[FieldRole::context]), record);
    tell(std::move(record), text_of(output));
    return true;
  }

  /// A question with options, one of them right (or several).
  bool read_quiz(const DataValue& object, const Fields& fields, const Record& base) {
    const DataValue* asked = fields[FieldRole::question];
    if (asked == nullptr) asked = fields[FieldRole::title];
    if (asked == nullptr) return false;
    const DataValue* correct = fields[FieldRole::correct];
    const DataValue* answer = fields[FieldRole::answer];
    std::vector<Option> options;
    if (const DataValue* given = fields[FieldRole::options]) {
      options = options_of(*given);
    } else if (asked->is_object() && asked->find("choices") != nullptr) {
      options = options_of(*asked->find("choices"));
    } else if (correct != nullptr && answer != nullptr &&
               (answer->is_list() || answer->is_object())) {
      options = options_of(*answer);
      answer = nullptr;
    } else if (const DataValue* wrong = fields[FieldRole::wrong_options];
               wrong != nullptr && correct != nullptr) {
      options = options_with_right_one(*wrong, text_of(correct));
    } else if (answer != nullptr && is_list_of_objects(answer)) {
      options = options_of(*answer);
      if (std::ranges::none_of(options, &Option::correct)) options.clear();
      if (!options.empty()) answer = nullptr;
    } else {
      options = options_of_keys(object, asked, correct != nullptr ? correct : answer);
    }
    if (options.empty()) {
      if (correct == nullptr || answer != nullptr) return false;
      answer = correct;  // "correct_answer" alone, the options being lost
    }
    const std::string question = text_of(asked);
    if (question.empty()) return false;
    if (correct == nullptr) correct = answer;

    Record record = start(object, base);
    set_members(object, fields, record);
    set_prompt(question, record);
    add_body(text_of(fields[FieldRole::body]), record);
    add_body(list_options(options), record);
    std::string right =
        options.empty()
            ? text_of(correct)
            : right_options(options, correct, fields.key(FieldRole::correct), counts_from_one);
    if (!right.empty()) {
      const std::string why = text_of(fields[FieldRole::explanation]);
      if (!trimmed(why).empty()) right += "\n\n" + why;
    }
    tell(std::move(record), std::move(right));
    return true;
  }

  /// {"question": {"en": …, "de": …}, "answer": {"en": …, "de": …}}.
  bool read_languages(const DataValue& object, const Fields& fields, const Record& base) {
    const DataValue* question = fields[FieldRole::question];
    const DataValue* answer = fields[FieldRole::answer];
    if (!is_object_of_languages(question) || !is_object_of_languages(answer)) return false;
    for (const auto& [language, text] : question->members) {
      const DataValue* translated = answer->find(language);
      if (translated == nullptr) continue;
      Record record = start(object, base);
      set_members(object, fields, record);
      record.id.clear();
      record.language = lower_ascii(language.substr(0, language.find_first_of("-_")));
      set_prompt(text.text, record);
      tell(std::move(record), std::string(translated->text));
    }
    return true;
  }

  /// Whether the question is one of the names for it, or what stands for one beside this answer.
  static const DataValue* question_of(const Fields& fields) {
    if (const DataValue* question = fields[FieldRole::question]) return question;
    return fields[FieldRole::title];
  }

  bool read_pair(const DataValue& object, const Fields& fields, const Record& base) {
    const DataValue* question = question_of(fields);
    const DataValue* answer = fields[FieldRole::answer];
    const bool asked =
        fields[FieldRole::question] != nullptr ||
        (question != nullptr && question->is_string() && ends_in_question_mark(question->text));
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
    if (answer == nullptr && asked) answer = fields[FieldRole::explanation];
    if (answer == nullptr && asked) answer = fields[FieldRole::definition];
    if (question == nullptr && fields[FieldRole::term] != nullptr) {
      question = fields[FieldRole::term];
      if (answer == nullptr) answer = fields[FieldRole::definition];
      if (answer == nullptr) answer = fields[FieldRole::explanation];
    }
    if (question == nullptr || question->is_list()) return false;
    // {"name": "PublicIp", "target": "…"}: what a name has is a target only where it was asked for.
    if (!asked && question == fields[FieldRole::title] &&
        lower_ascii(fields.key(FieldRole::answer)).starts_with("target"))
      return false;
    const std::string text = text_of(question);
    if (text.empty()) {
      // {"id": "7", "title": "", "text": "…"}: a text that is to be found by what it says.
      if (fields[FieldRole::id] == nullptr || answer == nullptr || !answer->is_string())
        return false;
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
    set_prompt(text, record);
    if (asked && fields[FieldRole::title] != nullptr)
      add_title(text_of(fields[FieldRole::title]), record);
    add_body(text_of(fields[FieldRole::body]), record);
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

  /// A title beside a question is its topic.
  static void add_title(const std::string& title, Record& record) {
    if (!title.empty() && record.section.empty() &&
        folded_words(title) != folded_words(record.question))
      record.section.push_back(title);
  }

  void tell_answers(const Fields& fields, const DataValue* answer, Record record) {
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
          if (role == FieldRole::votes || role == FieldRole::accepted ||
              role == FieldRole::author || role == FieldRole::date || role == FieldRole::url) {
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
    } else if (is_list_of_objects(answer)) {
      if (answer->members.front().value.find("answer_start") != nullptr) {
        whole = answer_in_context(spans_of(answer), text_of(fields[FieldRole::context]));
      } else {
        add_all(*answer, false);
      }
    } else if (const DataValue* texts = answer->find("text");
               texts != nullptr && texts->is_list()) {
      records = answers_with_scores(*answer, *texts, record);
      if (records.empty()) {
        whole = spans_of(answer);
        if (!whole->empty()) whole = answer_in_context(*whole, text_of(fields[FieldRole::context]));
      }
    } else if (is_list_of_texts(answer)) {
      const bool whole_answers = std::ranges::any_of(
          answer->members, [](const DataMember& member) { return member.value.text.size() > 120; });
      if (whole_answers) {
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

  /// {"text": […], "score": […]}: answers with their votes; none where there are no scores.
  static std::vector<Record> answers_with_scores(const DataValue& answer, const DataValue& texts,
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

  /// {"question1": …, "answer1": …, "question2": …}, {"question_en": …, "answer_en": …}.
  bool read_series(const DataValue& object, const Record& base) {
    struct Part {
      std::string_view suffix;
      const DataValue* question = nullptr;
      const DataValue* answer = nullptr;
    };
    std::vector<Part> parts;
    for (const auto& [key, value] : object.members) {
      if (!value.is_string()) continue;
      const std::size_t name_end = key.find_last_not_of("0123456789");
      std::size_t cut = name_end == std::string_view::npos ? 0 : name_end + 1;
      if (cut == key.size() && key.size() > 3 &&
          (key[key.size() - 3] == '_' || key[key.size() - 3] == '-') &&
          is_language_code(key.substr(key.size() - 2))) {
        cut = key.size() - 2;
      }
      if (cut == 0 || cut == key.size()) continue;
      const FieldRole role = name_of(key.substr(0, cut)).role;
      if (role != FieldRole::question && role != FieldRole::answer) continue;
      const std::string_view suffix = key.substr(cut);
      auto part = std::ranges::find(parts, suffix, &Part::suffix);
      if (part == parts.end()) {
        if (parts.size() >= 1000) return false;
        part = parts.insert(parts.end(), Part{suffix});
      }
      (role == FieldRole::question ? part->question : part->answer) = &value;
    }
    bool found = false;
    for (const Part& part : parts) {
      if (part.question == nullptr || part.answer == nullptr) continue;
      found = true;
      Record record = start(*part.question, base);
      if (is_language_code(part.suffix)) record.language = lower_ascii(part.suffix);
      set_prompt(part.question->text, record);
      tell(std::move(record), std::string(part.answer->text));
    }
    return found;
  }

  /// {"What is …?": "It is …", …}, {"What is …?": {"answer": "It is …", "tags": […]}, …}: the keys
  /// are the questions.
  bool read_dictionary(const DataValue& object, const Record& base) {
    if (object.members.empty()) return false;
    std::size_t questions = 0;
    for (const auto& [key, value] : object.members) {
      if (!value.is_string() && !is_list_of_texts(&value) && !is_answer(value)) return false;
      questions += ends_in_question_mark(key) ? 1U : 0U;
    }
    if (questions * 5 < object.members.size() * 4) return false;
    for (const auto& [key, value] : object.members) {
      Record record = start(value, base);
      if (!value.is_object()) {
        set_prompt(key, record);
        tell(std::move(record), join_alternatives(value));
        continue;
      }
      const Fields fields = fields_of(value);
      set_members(value, fields, record);
      set_prompt(key, record);
      tell_answers(fields, fields[FieldRole::answer], std::move(record));
    }
    return true;
  }

  /// An object that holds an answer and no question.
  bool is_answer(const DataValue& value) {
    if (!value.is_object()) return false;
    const Fields fields = fields_of(value);
    return fields[FieldRole::answer] != nullptr && question_of(fields) == nullptr;
  }

  /// An object that only holds others.
  void read_container(const DataValue& object, const Fields& fields, const Record& base) {
    Record below = base;
    const DataValue* name = fields[FieldRole::title];
    if (name == nullptr || !name->is_string()) name = fields[FieldRole::section];
    if (name != nullptr && name->is_string() && !trimmed(name->text).empty())
      below.section.emplace_back(trimmed(name->text));
    for (const auto& [key, value] : object.members) {
      const FieldRole role = name_of(key).role;
      if (value.is_scalar() && role != FieldRole::section && role != FieldRole::votes &&
          role != FieldRole::accepted && role != FieldRole::page) {
        set_member(role, value, below);
      }
    }
    for (const auto& [key, value] : object.members) {
      if (value.is_scalar()) continue;
      const bool was_list = std::exchange(in_list_, false);
      const bool was_conversations =
          std::exchange(in_conversations_, name_of(key).role == FieldRole::turns);
      read(value, DataRecords::below(
                      value.is_object() && is_record(value) ? std::string_view() : key, below));
      in_list_ = was_list;
      in_conversations_ = was_conversations;
    }
  }

  /// Whether the object is a record itself: then its key is its name and no topic.
  bool is_record(const DataValue& object) {
    const Fields fields = fields_of(object);
    return fields[FieldRole::question] != nullptr || fields[FieldRole::answer] != nullptr;
  }

  bool in_list_ = false;           // a list of two strings here is a pair
  bool in_conversations_ = false;  // … whatever its strings look like
};

DataRecords::DataRecords(Listener& listener) : state_(std::make_unique<State>(listener)) {}
DataRecords::~DataRecords() = default;

void DataRecords::read(const DataValue& value, const PlaceOf& place_of, const Record& base) {
  state_->place_of = &place_of;
  state_->read(value, base);
}

void DataRecords::inherit(std::string_view key, const DataValue& value, Record& base) {
  const FieldRole role = field_name(key).role;
  if (!value.is_scalar()) return;
  if (role == FieldRole::title || role == FieldRole::section) {
    if (!value.text.empty()) base.section.emplace_back(value.text);
  } else if (role != FieldRole::votes && role != FieldRole::accepted && role != FieldRole::page) {
    set_member(role, value, base);
  }
}

Record DataRecords::below(std::string_view key, const Record& base) {
  Record record = base;
  if (!key.empty() && !key.starts_with('@') && !is_container_name(key))
    record.section.emplace_back(key);
  return record;
}

}  // namespace answers
