#pragma once

#include "corpus/record.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace answers {

class Listener;

/// What one person said in a chat, as a reader of one of its many forms found it.
struct ChatMessage {
  std::string author{};
  std::string date{};      ///< ISO 8601 where the form allows it, else as written
  std::string text{};      ///< Markdown
  std::string id{};        ///< what replies name it by; empty: nothing does
  std::string reply_to{};  ///< the id of the message that it replies to
  std::string thread{};    ///< of messages below each other: the first asks, the others answer
  std::string room{};      ///< what is said beside each other in one room may belong together
  std::optional<std::int64_t> minute{};  ///< since any day, where the form tells
  Place place{};
};

/// Finds the questions among the messages of a chat, and what others answered: by the replies and
/// threads that the messages name; else by whom they speak to ("ann: try the other door"); else
/// what one other person says next, soon, which counts only as long as nothing names the question.
/// Courtesy and questions about the question are no answers. Several messages of one person are one
/// answer, answers of several persons are as many records. What asked with a question mark and got
/// no answer is told as unanswered. Remembers as much of a chat as it can still need, at most some
/// 50 MB. Each message O(its length).
class Chat {
 public:
  /// `base` is what holds for all records: the topics above them.
  Chat(Listener& listener, Record base) : listener_(listener), base_(std::move(base)) {}

  /// The next message, in the order in which they were said.
  void add(ChatMessage message);
  /// Behind the last message: tells what has not been told.
  void finish();

 private:
  /// What a message names of what it answers, the surer the greater.
  enum class Naming : std::uint8_t { nothing, person, message };
  struct Answer {
    std::string author{};
    std::string date{};
    std::string text{};
    Place place{};
    Naming naming = Naming::nothing;
  };
  struct Question {
    Record record{};
    std::string author{};
    bool marked = false;  // it has a question mark
    std::optional<std::int64_t> minute{};
    std::uint64_t message = 0;  // its number in the room
    std::size_t bytes = 0;
    std::vector<std::string> ids{};
    std::vector<Answer> answers{};
  };
  struct Room {
    std::deque<std::uint64_t> open{};  // questions that what is said next may answer
    std::string speaker{};             // who spoke last
    std::uint64_t messages = 0;
  };

  Question& at(std::uint64_t number) { return questions_[number - first_]; }
  bool is_kept(std::uint64_t number) const { return number >= first_; }
  /// How many bytes of a message name whom of the chat it speaks to.
  std::size_t addressed(std::string_view text) const;
  std::optional<std::uint64_t> named_by(const ChatMessage& message) const;
  static bool is_near(const Question& question, const ChatMessage& message, const Room& room,
                      std::uint64_t most);
  std::optional<std::uint64_t> spoken_to(ChatMessage& message, const Room& room);
  std::optional<std::uint64_t> followed_by(const ChatMessage& message, const Room& room);
  void answer(std::uint64_t number, ChatMessage message, Naming naming);
  void open(ChatMessage message, Room& room);
  void note(const std::string& id, std::uint64_t number);
  /// Counts what is remembered of a question.
  void keep(std::size_t bytes, Question& question);
  void forget_oldest();

  Listener& listener_;
  Record base_;
  std::deque<Question> questions_{};
  std::uint64_t first_ = 0;                                 // the number of questions_.front()
  std::size_t kept_ = 0;                                    // bytes
  std::unordered_map<std::string, std::uint64_t> by_id_{};  // of messages, and of threads
  std::unordered_map<std::string, Room> rooms_{};
  std::unordered_set<std::string> speakers_{};  // lower case
};

}  // namespace answers
