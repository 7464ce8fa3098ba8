#include "corpus/translated/mailbox_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/data/mail_message.h"
#include "corpus/deliver.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/listener.h"
#include "corpus/markdown/markdown_reader.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t largest_message = std::size_t{1} << 20;
constexpr std::size_t most_threads = 20'000;
constexpr std::size_t most_kept = std::size_t{32} << 20;  // bytes of questions

/// "From ann@example.org Mon Jan  1 10:00:00 2024": with a time and a year.
bool begins_message(std::string_view line) {
  return line.starts_with("From ") && line.size() > 20 &&
         line.find(':') != std::string_view::npos &&
         line.find_first_of("0123456789", line.size() - 8) != std::string_view::npos;
}

/// Whether a file is a message by itself: its headers say who wrote about what, and it is called
/// one or its text is encoded. What is plain below such headers, as FAQs were posted, is a text.
bool is_message(std::string_view path, std::string_view head) {
  bool has_author = false;
  bool has_subject = false;
  bool is_encoded = path.ends_with(".eml");
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    const std::string_view line = head.substr(at, end - at);
    if (is_blank(line)) return has_author && has_subject && is_encoded;
    const std::size_t name = line.find_first_of(": \t");
    const bool goes_on = name == 0 && line[0] != ':' && at > 0;
    const bool is_header = name != std::string_view::npos && name > 0 && line[name] == ':';
    if (!goes_on && !is_header) return false;
    has_author = has_author || starts_with_ignoring_case(line, "from:");
    has_subject = has_subject || starts_with_ignoring_case(line, "subject:");
    is_encoded = is_encoded || starts_with_ignoring_case(line, "content-transfer-encoding:") ||
                 starts_with_ignoring_case(line, "mime-version:");
    at = end + 1;
  }
  return false;
}

struct Thread {
  Record question{};
  std::string address{};  ///< of who asked
  std::string subject{};  ///< folded
  std::vector<std::string> ids{};
  bool answered = false;
};

/// Hears of pairs within a message; they stand where it stands.
class InMessage : public Listener {
 public:
  explicit InMessage(const Record& message) : message_(message) {}

  void on_record(Record record) override { pairs.push_back(in_message(std::move(record))); }
  void on_unanswered(Record record) override {
    unanswered.push_back(in_message(std::move(record)));
  }
  void on_trouble(const Trouble& /*trouble*/) override {}

  std::vector<Record> pairs{};
  std::vector<Record> unanswered{};

 private:
  Record in_message(Record record) const {
    record.place = message_.place;
    record.author = message_.author;
    record.date = message_.date;
    return record;
  }

  const Record& message_;
};

class Mailbox {
 public:
  explicit Mailbox(Input& input) : input_(input) {}

  void read() {
    std::string bytes;
    Place place;
    bool behind_blank = true;
    bool begun = false;
    while (const auto line = input_.next_line()) {
      if (!begun && !begins_message(line->text)) {  // a file of one message
        begun = true;
        place = {input_.path(), line->number, line->number, line->byte, line->byte};
        behind_blank = false;
      }
      if (behind_blank && begins_message(line->text)) {
        if (begun) take(bytes, place, line->number - 1, line->byte);
        begun = true;
        bytes.clear();
        place = {input_.path(), line->number, line->number, line->byte, line->byte};
        behind_blank = false;
        continue;
      }
      behind_blank = is_blank(line->text);
      std::string_view text = line->text;
      if (text.starts_with(">From ")) text.remove_prefix(1);
      if (bytes.size() < largest_message) bytes.append(text).append("\n");
      place.end_line = line->number;
      place.end_byte = line->byte + line->text.size();
    }
    if (begun) take(bytes, place, place.end_line, place.end_byte);
    while (!threads_.empty()) forget_oldest();
  }

 private:
  void take(std::string_view bytes, Place place, std::size_t last_line, std::uint64_t end_byte) {
    place.end_line = std::max(place.line, last_line);
    place.end_byte = std::max(place.byte, end_byte);
    MailMessage message = mail_message(bytes);
    if (message.subject.empty()) return;
    const std::string folded = folded_words(message.subject);
    if (const auto thread = thread_of(message, folded)) {
      add_reply(at(*thread), message, std::move(place));
      note(message.id, *thread);
      return;
    }
    Thread opened;
    opened.address = message.address;
    opened.subject = folded;
    Record& question = opened.question;
    question.place = std::move(place);
    question.question = clean_question(message.subject).text;
    question.author = message.author;
    question.date = message.date;
    if (message.is_reply) question.body = quoted_words(message.text);
    if (question.body.empty()) {
      question.body = own_words(message.text);
    } else {  // to a message that is not here: what it says of that is all there is
      question.author.clear();
      opened.address.clear();
      add_reply(opened, message, question.place);
    }
    kept_ += question.body.size();
    threads_.push_back(std::move(opened));
    const std::uint64_t number = first_ + threads_.size() - 1;
    note(message.id, number);
    if (!folded.empty()) by_subject_.insert_or_assign(folded, number);
    while (threads_.size() > most_threads || (kept_ > most_kept && threads_.size() > 1))
      forget_oldest();
  }

  Thread& at(std::uint64_t number) { return threads_[number - first_]; }

  std::optional<std::uint64_t> thread_of(const MailMessage& message,
                                         const std::string& folded) const {
    std::string_view rest = message.parents;
    while (!rest.empty()) {
      const std::size_t open = rest.find('<');
      if (open == std::string_view::npos) break;
      const std::size_t close = std::min(rest.find('>', open), rest.size());
      const auto found = by_id_.find(std::string(rest.substr(open + 1, close - open - 1)));
      if (found != by_id_.end()) return found->second;
      rest.remove_prefix(std::min(rest.size(), close + 1));
    }
    if (!message.is_reply) return std::nullopt;
    const auto found = by_subject_.find(folded);
    return found == by_subject_.end() ? std::nullopt : std::optional(found->second);
  }

  void note(const std::string& id, std::uint64_t number) {
    constexpr std::size_t most_messages = 1000;  // of a thread
    if (id.empty() || at(number).ids.size() >= most_messages) return;
    by_id_.emplace(id, number);
    at(number).ids.push_back(id);
  }

  void add_reply(Thread& thread, const MailMessage& message, Place place) {
    if (message.address == thread.address) return;  // who asked says more
    std::string answer = own_words(message.text);
    if (answer.empty()) return;
    thread.answered = true;
    Record record = thread.question;
    record.place = std::move(place);
    record.author = message.author;
    record.date = message.date;
    record.answer = std::move(answer);
    deliver(std::move(record), input_.listener());
  }

  /// Of a message that holds questions and answers itself, as an FAQ that is posted.
  void tell_pairs_within(const Record& message) {
    const std::string text = "# " + message.question + "\n\n" + message.body;
    TextLines lines;
    lines.path = message.place.path;
    lines.text = text + "\n";
    for (std::size_t at = 0; at < lines.text.size(); at = lines.text.find('\n', at) + 1)
      lines.begins.push_back(at);
    lines.begins.push_back(lines.text.size());
    lines.bytes_in_file.assign(lines.begins.size(), message.place.byte);
    InMessage heard(message);
    read_markdown(lines, heard);
    const auto is_its_subject = [&](const Record& pair) {
      return pair.question == message.question;
    };
    if (heard.pairs.empty() || std::ranges::any_of(heard.pairs, is_its_subject)) return;
    for (Record& pair : heard.pairs) input_.listener().on_record(std::move(pair));
    for (Record& question : heard.unanswered) input_.listener().on_unanswered(std::move(question));
  }

  void forget_oldest() {
    Thread& oldest = threads_.front();
    for (const std::string& id : oldest.ids) by_id_.erase(id);
    if (const auto found = by_subject_.find(oldest.subject);
        found != by_subject_.end() && found->second == first_)
      by_subject_.erase(found);
    kept_ -= std::min(kept_, oldest.question.body.size());
    if (!oldest.answered) {
      if (ends_in_question_mark(oldest.question.question)) {
        deliver(std::move(oldest.question), input_.listener());
      } else {  // an announcement is no question, and may hold some
        tell_pairs_within(oldest.question);
      }
    }
    threads_.pop_front();
    ++first_;
  }

  Input& input_;
  std::deque<Thread> threads_{};
  std::uint64_t first_ = 0;  // the number of threads_.front()
  std::size_t kept_ = 0;
  std::unordered_map<std::string, std::uint64_t> by_id_{};
  std::unordered_map<std::string, std::uint64_t> by_subject_{};
};

}  // namespace

int recognises_mailbox(std::string_view path, std::string_view head) {
  const std::string_view start = head.substr(0, std::size_t{16} << 10);
  const std::string_view line = start.substr(0, start.find('\n'));
  if (is_message(path, start)) return 97;
  return begins_message(line) && (start.find("\nSubject:") != std::string_view::npos ||
                                  start.find("\nsubject:") != std::string_view::npos)
             ? 97
             : 0;
}

void read_mailbox(Input& input) { Mailbox(input).read(); }

}  // namespace answers
