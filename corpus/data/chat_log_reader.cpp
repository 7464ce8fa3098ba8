#include "corpus/data/chat_log_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/fields/chat.h"
#include "corpus/input/input.h"
#include "corpus/listener.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <unordered_set>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t longest_message = std::size_t{64} << 10;
constexpr std::size_t longest_name = 60;  // bytes
constexpr std::string_view left_to_right = "\u200e";

/// Takes one of several texts from the beginning.
bool take(std::string_view& text, std::initializer_list<std::string_view> any) {
  for (const std::string_view one : any) {
    if (!text.starts_with(one)) continue;
    text.remove_prefix(one.size());
    return true;
  }
  return false;
}

void skip_blanks(std::string_view& text) {
  while (take(text, {" ", "\t", "\u00a0", "\u202f", "\u2009"})) {
  }
}

/// The number of one or two digits at the beginning; -1 where there is none.
int take_number(std::string_view& text) {
  int number = -1;
  for (int digits = 0; digits < 2 && !text.empty() && is_digit(text[0]); ++digits) {
    number = std::max(number, 0) * 10 + (text[0] - '0');
    text.remove_prefix(1);
  }
  return number;
}

/// Whether a text can be a day: digits, what parts them, and names of months and days.
bool is_day(std::string_view text) {
  static constexpr std::string_view names =
      " jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun t klo kl um ";
  bool digits = false;
  while (!text.empty()) {
    const char sign = text[0];
    if (is_letter(sign)) {
      const auto end =
          static_cast<std::size_t>(std::ranges::find_if_not(text, is_letter) - text.begin());
      if (names.find(" " + lower_ascii(text.substr(0, end)) + " ") == std::string_view::npos)
        return false;
      text.remove_prefix(end);
      continue;
    }
    digits = digits || is_digit(sign);
    if (!is_digit(sign) && std::string_view("./-, ").find(sign) == std::string_view::npos &&
        !take(text, {"\u200e", "\u202f", "\u00a0"}))
      return false;
    if (!text.empty() && text[0] == sign) text.remove_prefix(1);
  }
  return digits;
}

/// When something was said, as it stands at the beginning of a line.
struct Moment {
  std::string_view date{};  // with its time, as written
  std::string_view day{};   // empty where the line tells the time alone
  std::int64_t minute = 0;  // of the day
};

/// Takes "[01/02/24, 9:41:12 PM] " or "2024-02-01 21:41 - " from the beginning of a line.
std::optional<Moment> take_moment(std::string_view& line) {
  constexpr std::size_t longest = 40;  // bytes before the minutes
  std::string_view rest = line;
  while (take(rest, {left_to_right, "\u200f", "\u202a", "\ufeff", " "})) {
  }
  const bool bracket = take(rest, {"[", "("});
  if (rest.empty() || (!is_digit(rest[0]) && !is_upper(rest[0]))) return std::nullopt;
  const std::string_view whole = rest;
  std::size_t colon = rest.substr(0, longest).find(':');
  // "01.02.24, 21.41 - ": in some countries a dot stands before the minutes.
  if (const std::size_t end = rest.substr(0, longest).find_first_of("]-", 8);
      end != std::string_view::npos && colon > end)
    colon = rest.substr(0, end).rfind('.');
  if (colon == std::string_view::npos) return std::nullopt;
  std::size_t hours = colon;
  while (hours > 0 && colon - hours < 2 && is_digit(rest[hours - 1])) --hours;
  Moment moment;
  moment.day = trimmed(rest.substr(0, hours));
  if (hours == colon || (hours > 0 && !is_day(moment.day))) return std::nullopt;
  if (hours > 0 && is_digit(rest[hours - 1])) return std::nullopt;
  const char parts = rest[colon];
  rest.remove_prefix(hours);
  int hour = take_number(rest);
  rest.remove_prefix(1);
  const int minute = take_number(rest);
  if (hour > 24 || minute < 0 || minute > 59) return std::nullopt;
  if (rest.size() > 1 && rest[0] == parts && is_digit(rest[1])) {
    rest.remove_prefix(1);
    take_number(rest);
    if (rest.size() > 1 && (rest[0] == '.' || rest[0] == ',') && is_digit(rest[1])) {
      rest.remove_prefix(1);
      while (!rest.empty() && is_digit(rest[0])) rest.remove_prefix(1);
    }
  }
  std::string_view behind = rest;
  skip_blanks(behind);
  const bool before_noon = take(behind, {"AM", "am", "a.m.", "a. m.", "a.\u00a0m.", "Am"});
  const bool after_noon =
      !before_noon && take(behind, {"PM", "pm", "p.m.", "p. m.", "p.\u00a0m.", "Pm"});
  if (before_noon || after_noon) {
    hour = hour % 12 + (after_noon ? 12 : 0);
    rest = behind;
  }
  moment.date = trimmed(whole.substr(0, static_cast<std::size_t>(rest.data() - whole.data())));
  moment.minute = hour * 60 + minute;
  if (bracket && !take(rest, {"]", ")"})) return std::nullopt;
  if (!bracket && !rest.empty() &&
      std::string_view(" \t<-").find(rest[0]) == std::string_view::npos &&
      !rest.starts_with("\u202f"))
    return std::nullopt;
  const bool dash = take(rest, {" - ", " \u2013 "});
  if (!dash && !rest.starts_with('\t')) skip_blanks(rest);
  line = rest;
  return moment;
}

/// Who says a message, taken from before it; empty where nobody does but the program.
std::string take_author(std::string_view& line) {
  std::string_view rest = line;
  while (take(rest, {left_to_right, "\u202a", "~", "\u202f"})) {
  }
  std::string_view name;
  if (take(rest, {"\t"})) {  // weechat's columns
    const std::size_t end = rest.find('\t');
    if (end == std::string_view::npos || end > longest_name) return {};
    name = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    if (name.find_first_of(" *") != std::string_view::npos ||
        name.find("--") != std::string_view::npos)
      return {};
  } else if (take(rest, {"<"})) {
    const std::size_t end = rest.find('>');
    if (end == std::string_view::npos || end > longest_name) return {};
    name = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    if (name.starts_with('-')) return {};   // "<-- ann left"
    name = name.substr(0, name.find('!'));  // "ann!n=ann@host", and a sign whether she is known
    if (name.size() < end) take(rest, {" +", " -"});
  } else {
    const std::size_t end = rest.find(':');
    if (end == std::string_view::npos || end > longest_name || rest.starts_with('*') ||
        rest.starts_with('-') || rest.starts_with('='))
      return {};
    name = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    if (!rest.empty() && rest[0] != ' ' && rest[0] != '\t') return {};
    if (name.starts_with("From ")) {  // Zoom: "From Ann to Everyone: …"
      name.remove_prefix(5);
      for (const std::string_view to : {" to ", " To "}) name = name.substr(0, name.find(to));
    }
  }
  name = trimmed(name);
  while (name.size() > 1 && std::string_view("@+%&~!").find(name[0]) != std::string_view::npos &&
         !is_digit(name[1]))
    name.remove_prefix(1);
  static constexpr std::string_view levels =
      " info warn warning error err debug trace fatal critical notice severe failed ";
  if (levels.find(" " + lower_ascii(name) + " ") != std::string_view::npos) return {};
  if (name.find_first_of("\"(){}=;/") != std::string_view::npos &&
      name.find('"') != std::string_view::npos)
    return {};
  line = rest;
  return std::string(trimmed(name));
}

/// What a message says, without what WhatsApp puts for pictures and behind what was edited.
std::string_view said(std::string_view text) {
  text = text.substr(0, text.find("\u200e<"));
  // The mark before its own words: "image omitted".
  std::string_view rest = text;
  skip_blanks(rest);
  if (rest.starts_with(left_to_right)) return {};
  text = trimmed(text);
  if (text.starts_with('<') && text.find('>') == text.size() - 1) return {};
  return text.ends_with("(file attached)") ? std::string_view() : text;
}

class ChatLog {
 public:
  explicit ChatLog(Input& input) : input_(input), chat_(input.listener(), {}) {}

  void read() {
    while (const auto line = input_.next_line()) {
      std::string_view rest = line->text;
      if (const auto moment = take_moment(rest)) {
        flush();
        begin(*moment, *line, rest);
      } else if (!message_.author.empty() && message_.text.size() < longest_message) {
        message_.text.append("\n").append(line->text);
        if (is_blank(line->text)) continue;
        message_.place.end_line = line->number;
        message_.place.end_byte = line->byte + line->text.size();
      }
    }
    flush();
    chat_.finish();
  }

 private:
  void begin(const Moment& moment, const InputLine& line, std::string_view rest) {
    const bool later = moment.day.empty() ? moment.minute < minute_ : moment.day != day_;
    days_ += later ? 1 : 0;
    day_ = moment.day;
    minute_ = moment.minute;
    message_.author = take_author(rest);
    message_.date = moment.date;
    message_.text = rest;
    message_.minute = days_ * 24 * 60 + moment.minute;
    message_.place = {input_.path(), line.number, line.number, line.byte,
                      line.byte + line.text.size()};
  }

  void flush() {
    ChatMessage message = std::exchange(message_, {});
    message.text = std::string(said(message.text));
    chat_.add(std::move(message));
  }

  Input& input_;
  Chat chat_;
  ChatMessage message_{};
  std::string day_{};
  std::int64_t days_ = 0;
  std::int64_t minute_ = 0;
};

}  // namespace

int recognises_chat_log(std::string_view, std::string_view head) {
  constexpr std::size_t looked_at = 300;  // lines
  constexpr std::size_t fewest = 3;       // messages
  std::size_t lines = 0;
  std::size_t begun = 0;
  std::size_t spoken = 0;
  std::unordered_set<std::string> authors;
  while (!head.empty() && lines < looked_at) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(head.size(), end + 1));
    if (is_blank(line)) continue;
    ++lines;
    if (take_moment(line)) {
      ++begun;
      std::string author = take_author(line);
      spoken += author.empty() ? 0U : 1U;
      if (!author.empty()) authors.insert(std::move(author));
    }
    if (lines == 3 && begun == 0) return 0;
  }
  const bool many = spoken >= fewest || (spoken == 2 && lines == 2);
  return many && authors.size() >= 2 && begun * 3 >= lines && spoken * 2 >= begun ? 96 : 0;
}

void read_chat_log(Input& input) { ChatLog(input).read(); }

}  // namespace answers
