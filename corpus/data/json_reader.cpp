#include "corpus/data/json_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/fields/chat_messages.h"
#include "corpus/fields/conversation.h"
#include "corpus/fields/data_records.h"
#include "corpus/fields/field_names.h"
#include "corpus/input/input.h"
#include "corpus/input/text_window.h"
#include "corpus/listener.h"
#include "corpus/values/json_parser.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>

namespace answers {
namespace {

constexpr std::size_t whole_bytes = std::size_t{4} << 20;     // what is parsed in one piece
constexpr std::size_t element_bytes = std::size_t{64} << 20;  // an element of an array, at most
constexpr std::size_t batch_bytes = std::size_t{512} << 10;   // elements that are parsed together
constexpr std::size_t most_told = 20;                         // elements that are no JSON
constexpr int deepest_streamed = 8;                           // arrays in objects in arrays …

/// The first '"' or '\' from `at` on.
std::size_t find_string_end(std::string_view text, std::size_t at) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t highs = 0x8080808080808080U;
  const auto zeros = [](std::uint64_t x) { return (x - ones) & ~x & highs; };
  for (std::uint64_t eight = 0; at + 8 <= text.size(); at += 8) {
    std::memcpy(&eight, text.data() + at, 8);
    if ((zeros(eight ^ (ones * '"')) | zeros(eight ^ (ones * '\\'))) != 0) break;
  }
  while (at < text.size() && text[at] != '"' && text[at] != '\\') ++at;
  return at;
}

/// Finds where a value ends, whose beginning stands at `begin` of a text that may still grow.
class ValueEnd {
 public:
  explicit ValueEnd(std::size_t begin) : at_(begin), begin_(begin) {}

  /// One past the value's last byte; npos when the text ends before. May be asked again when the
  /// text has grown: goes on where it stopped.
  std::size_t find(std::string_view text) {
    while (at_ < text.size()) {
      if (in_string_) {
        at_ = find_string_end(text, at_);
        if (at_ + (at_ < text.size() && text[at_] == '\\' ? 1 : 0) >= text.size()) break;
        in_string_ = text[at_] == '\\';
        at_ += in_string_ ? 2 : 1;
        if (!in_string_ && depth_ == 0) return at_;
        continue;
      }
      const char c = text[at_];
      switch (c) {
        case '"':
          in_string_ = true;
          break;
        case '{':
        case '[':
          ++depth_;
          break;
        case '}':
        case ']':
          if (depth_ == 0) return at_;  // of the container around a number
          if (--depth_ == 0) return at_ + 1;
          break;
        case ',':
        case ':':
        case ' ':
        case '\n':
        case '\t':
          if (depth_ == 0 && at_ > begin_) return at_;
          break;
        default:
          break;
      }
      ++at_;
    }
    return std::string_view::npos;
  }

 private:
  std::size_t at_;
  std::size_t begin_;
  std::size_t depth_ = 0;
  bool in_string_ = false;
};

class JsonStream {
 public:
  explicit JsonStream(Input& input) : input_(input), window_(input), records_(input.listener()) {}

  void read() {
    while (skip_blanks()) {
      const char c = window_.text()[0];
      if (c == '{' || c == '[') {
        read_value({}, 0);
      } else {
        skip_what_is_no_value();
      }
    }
    if (left_out_ > most_told) {
      trouble(0, std::to_string(left_out_ - most_told) + " further elements are no JSON",
              "they were left out");
    }
  }

 private:
  /// To the next byte that is no blank; false at the end of the file.
  bool skip_blanks(std::string_view blanks = " \t\n") {
    for (;;) {
      const std::size_t at = window_.text().find_first_not_of(blanks);
      if (at != std::string_view::npos) {
        window_.discard(at);
        return true;
      }
      window_.discard(window_.text().size());
      if (!window_.more()) return false;
    }
  }

  void trouble(std::size_t offset, std::string what, std::string remedy) {
    input_.listener().on_trouble(
        {input_.path(), window_.line_at(offset), std::move(what), std::move(remedy)});
  }

  /// To the end of the line; told once for all that stands together.
  void skip_what_is_no_value() {
    if (!told_of_junk_) trouble(0, "no JSON", "the line was left out");
    told_of_junk_ = true;
    for (;;) {
      const std::size_t end = window_.text().find('\n');
      window_.discard(end);
      if (end != std::string_view::npos || !window_.more()) return;
    }
  }

  /// Grows the window until the value at `begin` is whole; npos when that takes more than `limit`
  /// bytes, or the file ends.
  std::size_t find_end(std::size_t begin, std::size_t limit) {
    ValueEnd value(begin);
    for (;;) {
      const std::size_t end = value.find(window_.text());
      if (end != std::string_view::npos) return end;
      if (window_.text().size() - begin > limit || !window_.more()) break;
    }
    return std::string_view::npos;
  }

  /// Parses text()[begin, end), which holds values separated by commas, as a list; false if it is
  /// none.
  bool read_batch(std::size_t begin, std::size_t end, const Record& base) {
    batch_.reserve(end - begin + 2 + JsonParser::padding);
    batch_.assign("[").append(window_.text().substr(begin, end - begin)).append("]");
    const DataValue* list = parser_.parse(batch_);
    if (list == nullptr) return false;
    records_.read(*list, place_from(begin - 1), base);
    return true;
  }

  DataRecords::PlaceOf place_from(std::size_t begin) {
    return [this, begin](const DataValue& value) {
      const std::size_t first = begin + value.begin;
      const std::size_t last = begin + value.end;
      const std::size_t line = window_.line_at(first);
      return Place{input_.path(), line, window_.line_at(last), window_.byte_at(first),
                   window_.byte_at(last)};
    };
  }

  /// The array or object at the beginning of the window, whole if it is small enough.
  void read_value(const Record& base, int depth) {
    std::size_t end = find_end(0, whole_bytes);
    if (end == std::string_view::npos && is_conversation()) end = find_end(0, element_bytes);
    if (end != std::string_view::npos) {
      const DataValue* value = parser_.parse(window_.text().substr(0, end));
      if (value != nullptr) {
        records_.read(*value, place_from(0), base);
        window_.discard(end);
        return;
      }
      if (window_.text()[0] == '{')
        trouble(0, "no JSON: " + parser_.error(), "its members were read one by one");
    }
    if (depth >= deepest_streamed) {
      trouble(0, "an element that is too large or too deeply nested", "it was left out");
      return skip_value();
    }
    if (window_.text()[0] == '[') {
      read_array(base, depth);
    } else {
      read_object(base, depth);
    }
  }

  /// Whether the object that begins the window is a conversation, which only its whole explains: a
  /// tree of messages, or a list of turns. Looks at what of it is in the window.
  bool is_conversation() {
    const std::string_view text = window_.text();
    if (text[0] != '{') return false;
    for (std::size_t at = 1; (at = text.find_first_not_of(" \t\n,", at)) < text.size();) {
      const std::size_t key_end =
          text[at] == '"' ? ValueEnd(at).find(text) : std::string_view::npos;
      if (key_end == std::string_view::npos) return false;
      const FieldRole role = field_name(text.substr(at + 1, key_end - at - 2)).role;
      at = text.find_first_not_of(" \t\n:", key_end);
      if (at == std::string_view::npos) return false;
      if (role == FieldRole::mapping && text[at] == '{') return true;
      if (role == FieldRole::turns && text[at] == '[') {
        const std::size_t first = text.find_first_not_of(" \t\n", at + 1);
        if (first == std::string_view::npos) return false;
        const std::size_t end = ValueEnd(first).find(text);
        if (end == std::string_view::npos) return false;
        const DataValue* element = parser_.parse_copy(text.substr(first, end - first));
        return element != nullptr && element->is_object() &&
               (turn_of(*element).has_value() || is_of_chat(*element));
      }
      at = ValueEnd(at).find(text);
    }
    return false;
  }

  /// To behind the value at the beginning of the window, without keeping it.
  void skip_value() {
    std::size_t depth = 0;
    bool in_string = false;
    bool escaped = false;
    for (;;) {
      const std::string_view text = window_.text();
      for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string) {
          in_string = escaped || c != '"';
          escaped = !escaped && c == '\\';
          if (!in_string && depth == 0) return window_.discard(at + 1);
        } else if (c == '"') {
          in_string = true;
        } else if (c == '{' || c == '[') {
          ++depth;
        } else if (depth == 0) {  // a number
          if (std::string_view(",:}] \t\n").find(c) != std::string_view::npos)
            return window_.discard(at);
        } else if ((c == '}' || c == ']') && --depth == 0) {
          return window_.discard(at + 1);
        }
      }
      window_.discard(text.size());
      if (!window_.more()) return;
    }
  }

  /// Whether the value at the beginning of the window, whose end was looked for in vain, is longer
  /// than any is read. Then it is told and skipped.
  bool leave_out_long_value() {
    if (window_.text().size() <= element_bytes) return false;
    trouble(0, "a value of more than 64 MiB", "it was left out");
    skip_value();
    return true;
  }

  void read_array(const Record& base, int depth) {
    window_.discard(1);
    std::size_t begin = 0;  // of the batch
    std::size_t end = 0;    // of what of it is whole
    const auto flush = [&] {
      if (end > begin && !read_batch(begin, end, base)) read_one_by_one(begin, end, base);
      window_.discard(end);
      begin = end = 0;
    };
    for (;;) {
      std::size_t at = find_element(end);
      if (at == std::string_view::npos) {
        flush();
        trouble(window_.text().size(), "the file ends within a list",
                "the whole elements before were read");
        return window_.discard(window_.text().size());
      }
      if (window_.text()[at] == ']') {
        flush();
        at = window_.text().find(']');
        return window_.discard(at + 1);
      }
      const std::size_t element_end = find_end(at, element_bytes);
      if (element_end != std::string_view::npos && element_end > at) {
        end = element_end;
        if (end - begin >= batch_bytes) flush();
        continue;
      }
      const std::size_t gap = at - end;
      flush();
      window_.discard(gap);
      const char c = window_.text()[0];
      if (c == '{' || c == '[') {
        if (window_.text().size() <= element_bytes) {
          trouble(0, "the file ends within an element", "the whole ones before were read");
          return window_.discard(window_.text().size());
        }
        read_value(base, depth + 1);
      } else if (!leave_out_long_value()) {
        trouble(0, "no JSON", "the rest of the list was left out");
        return window_.discard(window_.text().size());
      }
    }
  }

  /// From `from` on the first byte that is neither blank nor comma.
  std::size_t find_element(std::size_t from) {
    for (;;) {
      const std::size_t at = window_.text().find_first_not_of(" \t\n,", from);
      if (at != std::string_view::npos || !window_.more()) return at;
    }
  }

  void read_one_by_one(std::size_t begin, std::size_t end, const Record& base) {
    while ((begin = window_.text().find_first_not_of(" \t\n,", begin)) < end) {
      const std::size_t element_end = std::min(ValueEnd(begin).find(window_.text()), end);
      if (element_end <= begin) break;
      if (!read_batch(begin, element_end, base) && ++left_out_ <= most_told)
        trouble(begin, "no JSON: " + parser_.error(), "the element was left out");
      begin = element_end;
    }
  }

  void read_object(Record base, int depth) {
    window_.discard(1);
    for (;;) {
      if (!skip_blanks(" \t\n,"))
        return trouble(0, "the file ends within an object", "what is whole was read");
      if (window_.text()[0] == '}') return window_.discard(1);
      const std::size_t key_end =
          window_.text()[0] == '"' ? find_end(0, whole_bytes) : std::string_view::npos;
      if (key_end == std::string_view::npos) {
        trouble(0, "no JSON", "the rest of the object was left out");
        return window_.discard(window_.text().size());
      }
      const DataValue* parsed = parser_.parse_copy(window_.text().substr(0, key_end));
      const std::string key(parsed != nullptr ? parsed->text : std::string_view());
      window_.discard(key_end);
      if (!skip_blanks(" \t\n:"))
        return trouble(0, "the file ends within an object", "what is whole was read");
      const char c = window_.text()[0];
      if (c == '{' || c == '[') {
        read_value(DataRecords::below(key, base), depth + 1);
        continue;
      }
      const std::size_t end = find_end(0, element_bytes);
      if (end == std::string_view::npos && leave_out_long_value()) continue;
      if (end == std::string_view::npos || end == 0) {
        trouble(0, "the file ends within an object", "what is whole was read");
        return window_.discard(window_.text().size());
      }
      if (const DataValue* value = parser_.parse_copy(window_.text().substr(0, end))) {
        DataRecords::inherit(key, *value, base);
      }
      window_.discard(end);
    }
  }

  Input& input_;
  TextWindow window_;
  DataRecords records_;
  JsonParser parser_{};
  std::string batch_{};
  bool told_of_junk_ = false;
  std::size_t left_out_ = 0;  // elements
};

}  // namespace

int recognises_json(std::string_view path, std::string_view head) {
  std::size_t at = head.find_first_not_of(" \t\n");
  if (at == std::string_view::npos) return 0;
  const std::string name =
      lower_ascii(path.substr(path.size() - std::min<std::size_t>(path.size(), 6)));
  const bool named =
      name.ends_with(".json") || name.ends_with(".jsonc") || name.ends_with(".json5");
  const char first = head[at];
  if (first == '/' && named) return 60;
  if (first != '{' && first != '[') return 0;
  at = head.find_first_not_of(" \t\n", at + 1);
  const char next = at == std::string_view::npos ? '\0' : head[at];
  if (first == '{') return next == '"' || next == '}' ? 90 : named ? 60 : 0;
  if (next == '{') return 90;
  // "[link](…)" is Markdown, "[section]" a configuration.
  if (named) return 80;
  // "[[faq]]" is a table of TOML.
  const bool lists = next == '[' && at + 1 < head.size() && !is_letter(head[at + 1]);
  return next == '"' || lists ? 40 : 0;
}

void read_json(Input& input) { JsonStream(input).read(); }

}  // namespace answers
