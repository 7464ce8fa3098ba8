#include "corpus/fields/chat.h"

#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/listener.h"
#include "corpus/markup/prompt_text.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/chatter.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t most_questions = 20'000;             // that are remembered
constexpr std::size_t most_kept = std::size_t{32} << 20;   // bytes of them
constexpr std::size_t most_of_one = std::size_t{1} << 20;  // bytes of one of them
constexpr std::size_t most_ids = 1000;                     // of a question
constexpr std::size_t most_answers = 200;                  // persons who answer one
constexpr std::size_t most_rooms = 20'000;
constexpr std::size_t most_open = 32;           // questions of a room
constexpr std::size_t most_speakers = 20'000;   // whose names are remembered
constexpr std::uint64_t most_between = 8;       // messages between a question and what answers it
constexpr std::uint64_t most_until_named = 30;  // … where it names who asked
constexpr std::int64_t longest_wait = 120;      // minutes

/// "ok?" and "und?" ask nothing that anybody will look for.
constexpr std::size_t shortest_question = 12;  // bytes of letters and digits

bool asks_something(std::string_view text) {
  return how_asks(text) >= Asking::words && folded_letters(text).size() >= shortest_question &&
         !is_chatter(text);
}

/// Whether a message is a question and nothing besides: no answer that asks whether it helped.
bool only_asks(std::string_view text) {
  text = trimmed(text);
  if (!ends_in_question_mark(text)) return false;
  for (const std::string_view end : {". ", "! ", "\n"}) {
    if (text.find(end) != std::string_view::npos) return false;
  }
  return true;
}

/// The line of a message that asks with a mark, and of a long line the sentence that does.
std::string_view asking_part(std::string_view text) {
  constexpr std::size_t long_line = 200;  // bytes
  std::string_view line = text.substr(0, text.find('\n'));
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (has_question_mark(rest.substr(0, end))) {
      line = rest.substr(0, end);
      break;
    }
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  if (line.size() <= long_line) return line;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool ends = std::string_view(".!?").find(line[at]) != std::string_view::npos &&
                      (at + 1 == line.size() || line[at + 1] == ' ');
    if (!ends) continue;
    const std::string_view sentence = trimmed(line.substr(begin, at + 1 - begin));
    if (line[at] == '?' && sentence.size() >= shortest_question) return sentence;
    begin = at + 1;
  }
  return line;
}

/// All of a message but the line that asks; all of it where that is a part of a line.
std::string without(std::string_view text, std::string_view part) {
  const auto begin = static_cast<std::size_t>(part.data() - text.data());
  const std::size_t end = begin + part.size();
  const bool whole =
      (begin == 0 || text[begin - 1] == '\n') && (end == text.size() || text[end] == '\n');
  if (!whole) return std::string(text);
  std::string rest(text.substr(0, begin));
  rest += text.substr(end);
  return std::string(trimmed(rest));
}

/// Whether a text begins by naming whom it speaks to ("ann: …", "@ann …"); how many bytes of it do.
std::size_t bytes_naming(std::string_view text, std::string_view name) {
  const std::size_t sign = text.starts_with('@') ? 1 : 0;
  if (name.empty() || text.size() <= sign + name.size() ||
      lower_ascii(text.substr(sign, name.size())) != lower_ascii(name))
    return 0;
  const char next = text[sign + name.size()];
  if (next != ':' && next != ',' && (sign == 0 || next != ' ')) return 0;
  return sign + name.size() + 1;
}

std::string key_of_thread(const std::string& thread) { return "\n" + thread; }

}  // namespace

void Chat::add(ChatMessage message) {
  if (is_blank(message.text) || message.author.empty()) return;
  if (rooms_.size() > most_rooms) rooms_.clear();
  Room& room = rooms_[message.room];
  ++room.messages;
  const bool chatter = is_chatter(message.text);
  const bool counters = only_asks(message.text);
  const bool asks = !chatter && asks_something(message.text);
  Naming naming = Naming::message;
  std::optional<std::uint64_t> number = named_by(message);
  if (!number) {
    naming = Naming::person;
    number = spoken_to(message, room);
  }
  if (!number) naming = Naming::nothing;
  if (!number && message.reply_to.empty() && !(asks && counters))
    number = followed_by(message, room);
  std::string speaker = message.author;
  if (number) {
    note(message.id, *number);
    if (!chatter && !counters) answer(*number, std::move(message), naming);
  } else if (asks) {
    open(std::move(message), room);
  }
  if (speakers_.size() < most_speakers) speakers_.insert(lower_ascii(speaker));
  room.speaker = std::move(speaker);
  while (questions_.size() > most_questions || (kept_ > most_kept && questions_.size() > 1))
    forget_oldest();
}

void Chat::finish() {
  while (!questions_.empty()) forget_oldest();
}

std::optional<std::uint64_t> Chat::named_by(const ChatMessage& message) const {
  if (!message.reply_to.empty()) {
    const auto found = by_id_.find(message.reply_to);
    if (found != by_id_.end()) return found->second;
  }
  if (message.thread.empty()) return std::nullopt;
  const auto found = by_id_.find(key_of_thread(message.thread));
  return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t Chat::addressed(std::string_view text) const {
  const std::size_t sign = text.starts_with('@') ? 1 : 0;
  const std::size_t colon = text.find_first_of(":,");
  if (colon == std::string_view::npos || colon <= sign) return 0;
  return speakers_.contains(lower_ascii(text.substr(sign, colon - sign))) ? colon + 1 : 0;
}

bool Chat::is_near(const Question& question, const ChatMessage& message, const Room& room,
                   std::uint64_t most) {
  return room.messages - question.message <= most &&
         (!question.minute || !message.minute ||
          *message.minute - *question.minute <= longest_wait);
}

std::optional<std::uint64_t> Chat::spoken_to(ChatMessage& message, const Room& room) {
  for (auto number = room.open.rbegin(); number != room.open.rend(); ++number) {
    if (!is_kept(*number)) break;
    const Question& question = at(*number);
    if (!is_near(question, message, room, most_until_named)) break;
    const bool own = question.author == message.author;
    const std::size_t bytes = own ? 0 : bytes_naming(message.text, question.author);
    if (bytes == 0) continue;
    message.text = trimmed(std::string_view(message.text).substr(bytes));
    return *number;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> Chat::followed_by(const ChatMessage& message, const Room& room) {
  if (addressed(message.text) > 0) return std::nullopt;
  for (auto number = room.open.rbegin(); number != room.open.rend(); ++number) {
    if (!is_kept(*number)) break;
    const Question& question = at(*number);
    if (!is_near(question, message, room, most_between)) break;
    const bool goes_on = room.speaker == message.author;
    if (question.author == message.author) {
      if (question.answers.empty()) return *number;
    } else if (question.answers.empty() ||
               (goes_on && question.answers.back().author == message.author)) {
      return *number;
    }
  }
  return std::nullopt;
}

void Chat::answer(std::uint64_t number, ChatMessage message, Naming naming) {
  Question& question = at(number);
  if (question.bytes > most_of_one) return;
  keep(message.text.size(), question);
  if (message.author == question.author) {
    if (question.answers.empty()) add_body(message.text, question.record);
    question.record.place.end_line =
        std::max(question.record.place.end_line, message.place.end_line);
    return;
  }
  const auto same = std::ranges::find(question.answers, message.author, &Answer::author);
  if (same != question.answers.end()) {
    same->text.append("\n\n").append(message.text);
    same->place = std::move(message.place);
    same->naming = std::max(same->naming, naming);
    return;
  }
  if (question.answers.size() == most_answers) return;
  question.answers.push_back({std::move(message.author), std::move(message.date),
                              std::move(message.text), std::move(message.place), naming});
}

void Chat::open(ChatMessage message, Room& room) {
  message.text.erase(0, addressed(message.text));
  message.text = std::string(trimmed(message.text));
  const std::string_view part = asking_part(message.text);
  Question question;
  question.record = base_;
  question.record.question = clean_question(part).text;
  if (question.record.question.empty()) return;
  add_body(without(message.text, part), question.record);
  question.record.place = std::move(message.place);
  question.record.date = std::move(message.date);
  question.record.author = message.author;
  question.marked = has_question_mark(part);
  question.minute = message.minute;
  question.message = room.messages;
  question.author = std::move(message.author);
  keep(message.text.size(), question);
  questions_.push_back(std::move(question));
  const std::uint64_t number = first_ + questions_.size() - 1;
  note(message.id, number);
  if (!message.thread.empty() && room.messages == 1) note(key_of_thread(message.thread), number);
  room.open.push_back(number);
  if (room.open.size() > most_open) room.open.pop_front();
}

void Chat::note(const std::string& id, std::uint64_t number) {
  constexpr std::size_t around = 100;  // bytes that maps and strings take themselves
  Question& question = at(number);
  if (id.empty() || question.ids.size() >= most_ids || !by_id_.emplace(id, number).second) return;
  question.ids.push_back(id);
  keep(2 * id.size() + around, question);
}

void Chat::keep(std::size_t bytes, Question& question) {
  question.bytes += bytes;
  kept_ += bytes;
}

void Chat::forget_oldest() {
  Question question = std::move(questions_.front());
  questions_.pop_front();
  ++first_;
  kept_ -= question.bytes;
  for (const std::string& id : question.ids) by_id_.erase(id);
  // "Would be nice to meet" asks only where somebody replies to it.
  Naming least = question.marked ? Naming::nothing : Naming::message;
  if (std::ranges::any_of(question.answers,
                          [](const Answer& given) { return given.naming > Naming::nothing; }))
    least = std::max(least, Naming::person);
  std::erase_if(question.answers, [least](const Answer& given) { return given.naming < least; });
  for (Answer& given : question.answers) {
    Record record = question.record;
    record.author = std::move(given.author);
    record.date = std::move(given.date);
    record.place.end_line = std::max(record.place.end_line, given.place.end_line);
    record.place.end_byte = std::max(record.place.end_byte, given.place.end_byte);
    record.answer = answer_text(std::move(given.text), record.question);
    deliver(std::move(record), listener_);
  }
  if (question.answers.empty() && question.marked) deliver(std::move(question.record), listener_);
}

}  // namespace answers
