#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/fields/option_names.h"
#include "corpus/fields/record_shapes.h"
#include "corpus/markup/prompt_text.h"
#include "corpus/wording/invitations.h"
#include "corpus/wording/question_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace answers {
namespace {

struct Part {
  std::string name;  ///< what the question's key and the answer's key share
  const DataValue* question = nullptr;
  std::vector<const DataValue*> answers{};  ///< "answer 2.1", "answer 2.2": one in several pieces
  const DataValue* title = nullptr;         ///< … and what may be them, where it asks
  const DataValue* text = nullptr;
};

constexpr std::size_t most_parts = 1000;

/// The parts of a series in their order, found by their names.
class Parts {
 public:
  Part* named(const std::string& name) {
    const auto [found, is_new] = places_.try_emplace(name, parts_.size());
    if (is_new && parts_.size() >= most_parts) return nullptr;
    if (is_new) parts_.push_back({name});
    return found->second < parts_.size() ? &parts_[found->second] : nullptr;
  }
  std::vector<Part>& all() { return parts_; }

 private:
  std::vector<Part> parts_{};
  std::unordered_map<std::string, std::size_t> places_{};
};

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

/// Where a count begins at the end of a key: "faq12", "faq-2.1", "title-one"; its size where none
/// does.
std::size_t begin_of_count(std::string_view key) {
  static constexpr std::array<std::string_view, 20> numbers = {
      "one",     "two",     "three",     "four",     "five",     "six",      "seven",
      "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  const std::size_t name_end = key.find_last_not_of("0123456789.");
  const std::size_t begin = name_end == std::string_view::npos ? 0 : name_end + 1;
  if (begin < key.size()) return begin;
  const std::size_t mark = key.find_last_of("_- ");
  if (mark == std::string_view::npos) {
    const std::size_t word = last_word_of(key);  // "titleOne"
    return std::ranges::find(numbers, lower_ascii(key.substr(word))) != numbers.end() ? word
                                                                                      : key.size();
  }
  return std::ranges::find(numbers, lower_ascii(key.substr(mark + 1))) != numbers.end()
             ? mark + 1
             : key.size();
}

constexpr bool may_ask(FieldRole role) { return role == FieldRole::title; }
constexpr bool may_answer(FieldRole role) {
  return role == FieldRole::text || role == FieldRole::body || role == FieldRole::definition;
}
constexpr bool may_be_side(FieldRole role) {
  return is_side(role) || may_ask(role) || may_answer(role);
}

struct Side {
  FieldRole role = FieldRole::other;
  std::string shared{};  ///< by question and answer
};

/// Which side of a pair a key in a series names, and what the other side shares with it.
Side side_of(std::string_view key, bool may_be_counted, const auto& role_of) {
  // "question1", "answer_en", "faq.q1", "faqQ1": a name, and what counts it.
  std::size_t cut = begin_of_count(key);
  if (cut == key.size() && key.size() > 3 &&
      (key[key.size() - 3] == '_' || key[key.size() - 3] == '-') &&
      is_language_code(key.substr(key.size() - 2))) {
    cut = key.size() - 2;
  }
  if (cut > 0 && cut < key.size() && may_be_counted) {
    const std::string_view count = key.substr(cut, key.find('.', cut) - cut);
    const std::string_view name = key.substr(0, cut);
    const FieldRole role = role_of(name);
    if (may_be_side(role)) return {role, std::string(count)};
    const std::size_t last = last_word_of(name);
    const FieldRole of_last = last > 0 ? role_of(name.substr(last)) : FieldRole::other;
    if (may_be_side(of_last)) return {of_last, fmt::format("{} {}", name.substr(0, last), count)};
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

/// Whether what a title and its text share counts them, or names a list of questions: a title and
/// its text that stand alone head a page.
bool counts_pairs(std::string_view shared) {
  return shared.find_first_of("0123456789") != std::string_view::npos ||
         begin_of_count(shared) < shared.size();
}

bool asks(const DataValue& title) {
  const std::string text = text_of(&title);
  return ends_in_question_mark(text) && !invites_to_ask(text) && !offers_more(text);
}

/// Titles and texts become the sides of their parts, where most titles ask.
void take_titles(std::vector<Part>& parts) {
  std::size_t titled = 0;
  std::size_t asking = 0;
  for (const Part& part : parts) {
    if (part.question != nullptr || part.title == nullptr || text_of(part.title).empty()) continue;
    ++titled;
    asking += asks(*part.title) ? 1U : 0U;
  }
  if (titled > 0 && asking * 2 <= titled) return;
  for (Part& part : parts) {
    if (part.question == nullptr && part.title != nullptr && asks(*part.title))
      part.question = part.title;
    if (part.question != nullptr && part.answers.empty() && part.text != nullptr &&
        asks(*part.question))
      part.answers.push_back(part.text);
  }
}

}  // namespace

bool RecordShapes::read_series(const DataValue& object, const Record& base) {
  const auto role_of = [this](std::string_view name) { return name_of(name).role; };
  Parts series;
  for (const auto& [key, value] : object.members) {
    if (!(value.is_string() || value.is_object())) continue;
    const auto [role, shared] =
        side_of(key, value.is_string() || is_object_of_languages(&value), role_of);
    if (!may_be_side(role) || (!is_side(role) && !counts_pairs(shared))) continue;
    Part* part = series.named(shared);
    if (part == nullptr) continue;
    if (role == FieldRole::answer) {
      part->answers.push_back(&value);
    } else {
      const DataValue*& side = role == FieldRole::question ? part->question
                               : may_ask(role)             ? part->title
                                                           : part->text;
      if (side == nullptr) side = &value;
    }
  }
  take_titles(series.all());
  bool found = false;
  for (const Part& part : series.all()) {
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
  return found || read_alternation(object, base) || read_endings(object, base);
}

namespace {

using Counted = std::map<std::uint64_t, const DataValue*>;

/// The pairs among counted texts: from the first that asks on every other one does, and what stands
/// between says something. Empty where they do not take turns.
std::vector<std::pair<const DataValue*, const DataValue*>> taking_turns(const Counted& texts) {
  constexpr std::size_t fewest = 2;
  constexpr std::size_t wordy = 3;  // words an answer, on average
  const auto first = std::ranges::find_if(
      texts, [](const auto& one) { return ends_in_question_mark(one.second->text); });
  std::vector<std::pair<const DataValue*, const DataValue*>> pairs;
  std::size_t words = 0;
  std::size_t asking = 0;
  for (auto at = first; at != texts.end(); ++at) {
    const auto question = at++;
    if (at == texts.end()) break;
    if (at->first != question->first + 1 || ends_in_question_mark(at->second->text)) return {};
    pairs.emplace_back(question->second, at->second);
    asking += ends_in_question_mark(question->second->text) ? 1U : 0U;
    words += count_words(at->second->text);
  }
  const bool take_turns = pairs.size() >= fewest && asking * 5 >= pairs.size() * 4;
  return take_turns && words >= wordy * pairs.size() ? pairs : decltype(pairs)();
}

}  // namespace

bool RecordShapes::read_alternation(const DataValue& object, const Record& base) {
  std::map<std::string_view, Counted> stems;
  for (const auto& [key, value] : object.members) {
    const std::size_t end = key.find_last_not_of("0123456789") + 1;  // 0 of digits alone
    if (end == 0 || end == key.size() || !value.is_string() || is_option_key(key) ||
        is_side(name_of(key.substr(0, end)).role))
      continue;
    std::uint64_t number = 0;
    const std::string_view digits = key.substr(end);
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (parsed.ec == std::errc()) stems[key.substr(0, end)].emplace(number, &value);
  }
  bool found = false;
  for (const auto& [stem, texts] : stems) {
    for (const auto& [question, answer] : taking_turns(texts)) {
      found = true;
      Record record = start(*question, base);
      set_prompt(clean_question(question->text).text, record);  // "1) What is …?"
      tell(std::move(record), std::string(answer->text));
    }
  }
  return found;
}

bool RecordShapes::read_endings(const DataValue& object, const Record& base) {
  constexpr std::size_t fewest = 3;
  std::map<std::string, const DataValue*> texts;
  std::size_t asking = 0;
  for (const auto& [key, value] : object.members) {
    if (value.is_string() && !key.empty()) texts.emplace(key, &value);
    asking += value.is_string() && asks(value) ? 1U : 0U;
  }
  if (asking < fewest) return false;
  const auto answer_under = [&texts](std::string_view key, std::string_view ending) {
    const auto found = texts.find(std::string(key).append(ending));
    const bool says =
        found != texts.end() && !asks(*found->second) && !is_blank(found->second->text);
    return says ? found->second : nullptr;
  };
  std::map<std::string_view, std::size_t> endings;
  for (auto at = texts.begin(); at != texts.end(); ++at) {
    const std::string& key = at->first;
    const auto next = std::next(at);
    if (next == texts.end() || !next->first.starts_with(key) || !asks(*at->second)) continue;
    const std::string_view ending = std::string_view(next->first).substr(key.size());
    if (!is_digit(ending[0]) && answer_under(key, ending) != nullptr) ++endings[ending];
  }
  const auto most =
      std::ranges::max_element(endings, {}, [](const auto& one) { return one.second; });
  if (most == endings.end() || most->second < fewest || most->second * 5 < asking * 4) return false;
  for (const auto& [key, value] : object.members) {
    if (!value.is_string() || !asks(value)) continue;
    const DataValue* answer = answer_under(key, most->first);
    if (answer == nullptr) continue;
    Record record = start(value, base);
    set_prompt(std::string(value.text), record);
    tell(std::move(record), std::string(answer->text));
  }
  return true;
}

}  // namespace answers
