#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace answers {

/// A post of a forum: a question, or an answer to one.
struct Post {
  std::int64_t id = 0;
  std::int64_t parent = 0;           ///< of an answer: its question
  std::int64_t accepted_answer = 0;  ///< of a question; 0 none
  std::string title{};
  std::string body{};  ///< Markdown
  std::string tags{};  ///< separated by '\n'
  std::string author{};
  std::string date{};
  std::int64_t votes = 0;
  std::uint64_t line = 0;
  std::uint64_t byte = 0;
  std::uint64_t end_byte = 0;
};

/// Posts by their number, in a temporary database: a few MiB of memory, the rest on disk. Throws
/// std::system_error when there is no room for it.
class QuestionStore {
 public:
  QuestionStore();
  ~QuestionStore();
  QuestionStore(const QuestionStore&) = delete;
  QuestionStore& operator=(const QuestionStore&) = delete;

  void put_question(const Post& question);
  std::optional<Post> question(std::int64_t id);
  void mark_answered(std::int64_t question);

  /// An answer whose question has not been seen yet.
  void put_early_answer(const Post& answer);
  /// The early answers, in the order they came.
  void each_early_answer(const std::function<void(const Post&)>& visit);
  /// The questions that were not marked as answered, by their number.
  void each_unanswered(const std::function<void(const Post&)>& visit);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace answers
