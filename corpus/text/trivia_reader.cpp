#include "corpus/text/trivia_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/input/input.h"
#include "corpus/input/walk.h"
#include "corpus/listener.h"

#include <algorithm>
#include <string>
#include <utility>

namespace answers {
namespace {

/// A block without an end would hold the rest of the file.
constexpr std::size_t longest_block = std::size_t{1} << 20;

bool is_question(std::string_view line) { return line.starts_with("#Q "); }
bool is_answer(std::string_view line) { return line.starts_with("^ "); }

/// "video-games.txt" as a topic: "video games".
std::string topic_of(std::string_view path) {
  std::string_view name = unpacked_name(path);
  name = file_name(name);
  std::string topic(name.substr(0, name.find('.')));
  std::ranges::replace_if(
      topic, [](char sign) { return sign == '-' || sign == '_'; }, ' ');
  return topic.empty() || path == "-" ? std::string() : topic;
}

class TriviaBlocks {
 public:
  explicit TriviaBlocks(Input& input) : input_(input), topic_(topic_of(input.path())) {}

  void read() {
    while (const auto line = input_.next_line()) {
      if (is_question(line->text)) {
        finish();
        begin(*line);
      } else if (open_) {
        add(*line);
      }
    }
    finish();
  }

 private:
  void begin(const InputLine& line) {
    if (!seen_) {
      seen_ = true;
      input_.listener().on_sighting(
          {input_.path(), line.number, "trivia", "a line begins with #Q"});
    }
    open_ = true;
    record_ = {};
    record_.question = trimmed(line.text.substr(3));
    record_.place = {input_.path(), line.number, line.number, line.byte,
                     line.byte + line.text.size()};
    if (!topic_.empty()) record_.section = {topic_};
  }

  void add(const InputLine& line) {
    const std::string_view text = trimmed(line.text);
    if (text.empty() || record_.place.byte + longest_block < line.byte) return;
    record_.place.end_line = line.number;
    record_.place.end_byte = line.byte + line.text.size();
    if (is_answer(line.text)) {
      append(record_.answer, '\n', trimmed(line.text.substr(2)));
    } else if (record_.answer.empty()) {
      append(record_.question, ' ', text);
    } else {
      append(record_.body, '\n', text);
    }
  }

  static void append(std::string& text, char joint, std::string_view more) {
    if (!text.empty()) text += joint;
    text += more;
  }

  void finish() {
    if (std::exchange(open_, false)) deliver(std::move(record_), input_.listener());
  }

  Input& input_;
  std::string topic_;
  Record record_{};
  bool open_ = false;  // record_ has begun
  bool seen_ = false;  // a question has been told as a sighting
};

}  // namespace

int recognises_trivia(std::string_view /*path*/, std::string_view head) {
  bool question = false;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    if (question && is_answer(line)) return 95;
    question |= is_question(line);
    head.remove_prefix(std::min(head.size(), end + 1));
  }
  return 0;
}

void read_trivia(Input& input) { TriviaBlocks(input).read(); }

}  // namespace answers
