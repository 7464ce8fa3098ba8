#include "corpus/data/script_literals.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/encoding.h"
#include "corpus/markup/html_text.h"
#include "corpus/wording/answer_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace answers {
namespace {

constexpr int deepest = 64;
constexpr std::size_t most_work = 64;  // bytes looked at for each byte of the script

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }
bool is_name_byte(char byte) { return is_word_byte(byte) || byte == '_' || byte == '$'; }

}  // namespace

class ScriptLiterals::Parser {
 public:
  Parser(std::string_view script, std::deque<std::string>& texts)
      : script_(script), texts_(texts), work_left_(script.size() * most_work + 4096) {}

  bool each(const std::function<bool(const DataValue&)>& visit) {
    char before = '\n';        // the last byte that is no blank
    bool behind_word = false;  // of a name that an index or a body may follow
    while (at_ < script_.size()) {
      if (work_left_ == 0) return false;
      if (skip_blanks()) continue;
      const char byte = script_[at_];
      if (byte == '"' || byte == '\'' || byte == '`') {
        std::string text;
        take_string(text);
        before = '"';
        behind_word = true;
        continue;
      }
      if (is_name_byte(byte)) {
        const std::string_view word = take_name();
        behind_word = word != "return" && word != "default" && word != "const" && word != "of";
        before = 'a';
        continue;
      }
      const bool opens_list = byte == '[' && !behind_word && before != ')' && before != ']';
      const bool opens_object =
          byte == '{' && (std::string_view("=(:,[?>").find(before) != std::string_view::npos ||
                          (before == 'a' && !behind_word));
      if (opens_list || opens_object) {
        const std::size_t begin = at_;
        DataValue value;
        if (take_value(value, 0)) {
          const bool used = visit(value);
          texts_.clear();
          if (used) {
            before = ']';
            behind_word = false;
            continue;
          }
        }
        at_ = begin;
      }
      if (byte == '/' && may_begin_pattern(before)) {
        skip_pattern();
        before = '"';
        continue;
      }
      before = byte;
      behind_word = false;
      ++at_;
    }
    return true;
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < script_.size() ? script_[at_ + ahead] : '\0';
  }
  bool looks_at(std::string_view text) const { return script_.substr(at_).starts_with(text); }
  void spend(std::size_t bytes) { work_left_ -= std::min(work_left_, bytes); }

  /// Over blanks and comments; false where there are none.
  bool skip_blanks() {
    const std::size_t begin = at_;
    for (;;) {
      while (at_ < script_.size() && is_space(script_[at_])) ++at_;
      if (looks_at("//")) {
        at_ = std::min(script_.find('\n', at_), script_.size());
      } else if (looks_at("/*")) {
        const std::size_t end = script_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? script_.size() : end + 2;
      } else {
        break;
      }
    }
    spend(at_ - begin + 1);
    return at_ > begin;
  }

  std::string_view take_name() {
    const std::size_t begin = at_;
    while (at_ < script_.size() && is_name_byte(script_[at_])) ++at_;
    spend(at_ - begin);
    return script_.substr(begin, at_ - begin);
  }

  static bool may_begin_pattern(char before) {
    return std::string_view("=(,:[!&|?{};\n").find(before) != std::string_view::npos;
  }

  /// Over a regular expression, which ends in its line; over its '/' alone where it does not.
  void skip_pattern() {
    bool set = false;
    for (std::size_t end = at_ + 1; end < script_.size() && script_[end] != '\n'; ++end) {
      const char byte = script_[end];
      if (byte == '\\') {
        ++end;
      } else if (byte == '[') {
        set = true;
      } else if (byte == ']') {
        set = false;
      } else if (byte == '/' && !set) {
        spend(end - at_);
        at_ = end + 1;
        return;
      }
    }
    ++at_;
  }

  void take_escape(std::string& text) {
    ++at_;  // the backslash
    const char byte = peek();
    ++at_;
    std::uint32_t number = 0;
    const auto hex = [&](std::size_t begin, std::size_t digits) {
      const std::string_view all = script_.substr(std::min(begin, script_.size()), digits);
      const auto [end, error] = std::from_chars(all.data(), all.data() + all.size(), number, 16);
      return error == std::errc() && end == all.data() + all.size() && !all.empty();
    };
    switch (byte) {
      case 'n':
        text += '\n';
        break;
      case 't':
        text += '\t';
        break;
      case 'r':
      case 'b':
      case 'f':
      case 'v':
      case '0':
        text += ' ';
        break;
      case '\n':
        break;  // the string goes on in the next line
      case 'x':
        if (hex(at_, 2)) {
          append_utf8(text, number);
          at_ += 2;
        }
        break;
      case 'u':
        if (peek() == '{') {
          const std::size_t end = script_.find('}', at_);
          if (end != std::string_view::npos && hex(at_ + 1, end - at_ - 1)) {
            append_utf8(text, number);
            at_ = end + 1;
          }
        } else if (hex(at_, 4)) {
          at_ += 4;
          const std::uint32_t first = number;
          if (first >= 0xD800 && first < 0xDC00 && looks_at("\\u") && hex(at_ + 2, 4) &&
              number >= 0xDC00 && number < 0xE000) {
            at_ += 6;
            number = 0x10000 + ((first - 0xD800) << 10U) + (number - 0xDC00);
          } else {
            number = first;
          }
          append_utf8(text, number);
        }
        break;
      default:
        if (at_ <= script_.size() && byte != '\0') text += byte;
    }
  }

  /// A string or a template; false where a string does not end in its line.
  bool take_string(std::string& text) {
    const char quote = peek();
    const std::size_t begin = at_++;
    while (at_ < script_.size()) {
      const char byte = script_[at_];
      if (byte == quote) {
        ++at_;
        spend(at_ - begin);
        return true;
      }
      if (byte == '\\') {
        take_escape(text);
      } else if (byte == '\n' && quote != '`') {
        break;
      } else if (byte == '$' && quote == '`' && peek(1) == '{') {
        const std::size_t from = at_;
        ++at_;
        skip_bracket();
        text += script_.substr(from, at_ - from);
      } else {
        text += byte;
        ++at_;
      }
    }
    spend(at_ - begin);
    return false;
  }

  /// Over a bracket and all in it, or to the end.
  void skip_bracket() {
    std::size_t depth = 0;
    char before = '(';
    while (at_ < script_.size() && work_left_ > 0) {
      if (skip_blanks()) continue;
      const char byte = script_[at_];
      if (byte == '"' || byte == '\'' || byte == '`') {
        if (++nested_ > deepest) {
          at_ = script_.size();
        } else {
          std::string unused;
          take_string(unused);
        }
        --nested_;
        before = '"';
        continue;
      }
      if (byte == '/' && may_begin_pattern(before)) {
        skip_pattern();
        before = '"';
        continue;
      }
      ++at_;
      spend(1);
      before = byte;
      if (byte == '(' || byte == '[' || byte == '{') ++depth;
      if ((byte == ')' || byte == ']' || byte == '}') && --depth == 0) return;
    }
  }

  /// Over the rest of an expression: to the ',' or bracket that ends it. False where it ends in
  /// something that no literal holds.
  bool skip_expression() {
    char before = ',';
    while (at_ < script_.size() && work_left_ > 0) {
      if (skip_blanks()) continue;
      const char byte = script_[at_];
      if (byte == ',' || byte == ')' || byte == ']' || byte == '}') return true;
      if (byte == ';') return false;
      if (byte == '(' || byte == '[' || byte == '{') {
        skip_bracket();
        before = ')';
        continue;
      }
      if (byte == '"' || byte == '\'' || byte == '`') {
        std::string unused;
        take_string(unused);
        before = '"';
        continue;
      }
      if (byte == '<' && before != 'a' && (is_letter(peek(1)) || peek(1) == '>')) {
        DataValue unused;
        take_element(unused);
        before = '"';
        continue;
      }
      if (byte == '/' && may_begin_pattern(before)) {
        skip_pattern();
        before = '"';
        continue;
      }
      before = is_name_byte(byte) ? 'a' : byte;
      ++at_;
      spend(1);
    }
    return false;
  }

  void set_text(DataValue& value, std::string text) {
    value.kind = DataValue::Kind::string;
    value.text = texts_.emplace_back(std::move(text));
  }

  /// What a template says that is indented with the script around it.
  static std::string unindented(const std::string& text) {
    if (text.find('\n') == std::string::npos) return text;
    const std::size_t first = text.find('\n');
    const std::string below = text.substr(first + 1);
    return text.substr(0, first + 1) + dedent(below, common_indent(below));
  }

  bool take_value(DataValue& value, int depth) {
    if (depth > deepest) return false;
    skip_blanks();
    const std::size_t begin = at_;
    if (!take_primary(value, depth)) return false;
    value.begin = begin;
    value.end = at_;
    return take_suffixes(value, depth);
  }

  bool take_primary(DataValue& value, int depth) {
    const char byte = peek();
    if (byte == '[') return take_list(value, depth);
    if (byte == '{') return take_object(value, depth);
    if (byte == '"' || byte == '\'' || byte == '`') {
      std::string text;
      if (!take_string(text)) return false;
      set_text(value, byte == '`' ? unindented(text) : std::move(text));
      return true;
    }
    if (byte == '(') {
      const std::size_t begin = at_++;
      if (take_value(value, depth + 1) && (skip_blanks(), peek() == ')')) {
        ++at_;
        if (!is_arrow()) return true;
      }
      at_ = begin;
      value = {};
      return skip_expression();
    }
    if (byte == '<') return take_element(value);
    if (is_digit(byte) || (byte == '-' && is_digit(peek(1)))) {
      const std::size_t begin = at_++;
      while (is_letter_or_digit(peek()) || peek() == '.' || peek() == '_') ++at_;
      value.kind = DataValue::Kind::number;
      value.text = script_.substr(begin, at_ - begin);
      return true;
    }
    if (!is_name_byte(byte)) return skip_expression();
    const std::size_t begin = at_;
    const std::string_view name = take_name();
    if (name == "true" || name == "false") {
      value.kind = DataValue::Kind::boolean;
      value.text = name;
      return true;
    }
    if (name == "null" || name == "undefined") return true;
    // html`…`, String.raw`…`: a template all the same.
    std::size_t tag = at_;
    while (tag < script_.size() && (is_name_byte(script_[tag]) || script_[tag] == '.')) ++tag;
    if (tag < script_.size() && script_[tag] == '`') {
      at_ = tag;
      std::string text;
      if (!take_string(text)) return false;
      set_text(value, unindented(text));
      return true;
    }
    at_ = begin;
    return skip_expression();
  }

  /// Whether "=>" follows: what stands before it are parameters.
  bool is_arrow() {
    const std::size_t begin = at_;
    skip_blanks();
    const bool arrow = looks_at("=>");
    if (!arrow) at_ = begin;
    return arrow;
  }

  /// What follows a value up to the ',' or bracket behind it: "+ more", ".trim()", "as const".
  bool take_suffixes(DataValue& value, int depth) {
    for (;;) {
      const std::size_t begin = at_;
      skip_blanks();
      const char byte = peek();
      if (byte == ',' || byte == ']' || byte == '}' || byte == ')' || byte == ';' ||
          at_ >= script_.size() || depth == 0) {
        if (depth == 0) at_ = begin;
        return byte != ';' || depth == 0;
      }
      if (byte == '+' && value.is_string()) {
        std::string text(value.text);
        do {
          ++at_;
          DataValue more;
          skip_blanks();
          if (!take_primary(more, depth + 1)) return false;
          if (more.is_scalar()) text += more.text;
          value.end = at_;
          skip_blanks();
        } while (peek() == '+');
        set_text(value, std::move(text));
        continue;
      }
      if (byte == '.' && is_name_byte(peek(1))) {
        ++at_;
        const std::string_view method = take_name();
        skip_blanks();
        if (peek() != '(') return skip_expression();
        const std::size_t arguments = at_ + 1;
        skip_bracket();
        if (method == "join" && value.is_list()) join(value, arguments);
        continue;
      }
      if (!value.is_string() && !value.is_list() && !value.is_object()) value = {};
      return skip_expression();
    }
  }

  /// ["a", "b"].join("\n")
  void join(DataValue& value, std::size_t arguments) {
    const std::size_t behind = std::exchange(at_, arguments);
    skip_blanks();
    std::string separator = ",";
    if (peek() == '"' || peek() == '\'' || peek() == '`') {
      separator.clear();
      take_string(separator);
    }
    at_ = behind;
    std::string joined;
    for (const DataMember& member : value.members) {
      if (&member != &value.members.front()) joined += separator;
      joined += text_of(&member.value);
    }
    value.members.clear();
    set_text(value, std::move(joined));
  }

  enum class Next { member, end, nothing };  // nothing that is read

  /// To the next member of a list or an object, over commas and what is spread into it; or behind
  /// `close`, which ends it.
  Next to_next(char close) {
    for (;;) {
      skip_blanks();
      if (at_ >= script_.size() || work_left_ == 0) return Next::nothing;
      if (looks_at("...")) {
        if (!skip_expression()) return Next::nothing;
        continue;
      }
      const char byte = peek();
      if (byte != close && byte != ',') return Next::member;
      ++at_;
      if (byte == close) return Next::end;
    }
  }

  bool take_list(DataValue& value, int depth) {
    value.kind = DataValue::Kind::list;
    ++at_;
    for (;;) {
      const Next next = to_next(']');
      if (next != Next::member) return next == Next::end;
      DataMember member;
      if (!take_value(member.value, depth + 1)) return false;
      value.members.push_back(std::move(member));
      skip_blanks();
      if (peek() != ',' && peek() != ']') return false;
    }
  }

  bool take_object(DataValue& value, int depth) {
    value.kind = DataValue::Kind::object;
    ++at_;
    for (;;) {
      const Next next = to_next('}');
      if (next != Next::member) return next == Next::end;
      const char byte = peek();
      DataMember member;
      if (byte == '"' || byte == '\'') {
        std::string key;
        if (!take_string(key)) return false;
        member.key = texts_.emplace_back(std::move(key));
      } else if (byte == '[') {
        skip_bracket();
      } else if (is_name_byte(byte)) {
        member.key = take_name();
      } else {
        return false;
      }
      skip_blanks();
      const char mark = peek();
      if (mark == ':') {
        ++at_;
        if (!take_value(member.value, depth + 1)) return false;
      } else if (mark == '(') {  // a method
        skip_bracket();
        skip_blanks();
        if (peek() != '{') return false;
        skip_bracket();
      } else if (mark != ',' && mark != '}') {
        return false;  // a block of statements
      }
      value.members.push_back(std::move(member));
      skip_blanks();
      if (peek() != ',' && peek() != '}') return false;
    }
  }

  /// An element of JSX as the Markdown of what it shows.
  bool take_element(DataValue& value) {
    const std::size_t begin = at_;
    std::string html;
    std::size_t depth = 0;
    while (at_ < script_.size() && work_left_ > 0) {
      const char byte = script_[at_];
      if (byte == '<' && (is_letter(peek(1)) || peek(1) == '/' || peek(1) == '>')) {
        const bool closes = peek(1) == '/';
        const bool empty = !take_tag(html);
        if (closes) {
          if (depth == 0) return false;
          --depth;
        } else if (!empty) {
          ++depth;
        }
        if (depth == 0) break;
        continue;
      }
      if (byte == '{') {
        take_inserted(html);
        continue;
      }
      html += byte;
      ++at_;
      spend(1);
    }
    if (depth != 0 || at_ == begin) return false;
    set_text(value, html_to_markdown(html));
    return true;
  }

  /// A tag, its attributes without what is computed. False where it closes itself.
  bool take_tag(std::string& html) {
    const std::size_t begin = at_++;
    std::string tag = "<";
    while (at_ < script_.size() && script_[at_] != '>') {
      const char byte = script_[at_];
      if (byte == '"' || byte == '\'') {
        const std::size_t end = std::min(script_.find(byte, at_ + 1), script_.size() - 1) + 1;
        tag += script_.substr(at_, end - at_);
        at_ = end;
      } else if (byte == '{') {
        skip_bracket();
        tag += "\"\"";
      } else {
        tag += byte;
        ++at_;
      }
    }
    ++at_;
    at_ = std::min(at_, script_.size());
    spend(at_ - begin);
    const bool itself = tag.ends_with('/');
    if (tag.size() > 1) {  // "<>" is a fragment
      html += tag;
      html += '>';
      // To HTML an element of another name is open until it is closed.
      if (itself && !tag.starts_with("<br") && !tag.starts_with("<img") &&
          !tag.starts_with("<hr")) {
        const std::size_t end = tag.find_first_of(" /\n\t", 1);
        html += "</" + tag.substr(1, end - 1) + ">";
      }
    }
    return !itself;
  }

  /// {" "}, {'text'}, {`text`}: the text; of anything else nothing.
  void take_inserted(std::string& html) {
    const std::size_t begin = at_++;
    skip_blanks();
    if (peek() == '"' || peek() == '\'' || peek() == '`') {
      std::string text;
      if (take_string(text) && (skip_blanks(), peek() == '}')) {
        ++at_;
        html += text;
        return;
      }
    }
    at_ = begin;
    skip_bracket();
  }

  std::string_view script_;
  std::deque<std::string>& texts_;
  std::size_t at_ = 0;
  std::size_t work_left_;
  int nested_ = 0;  // strings in brackets in strings
};

bool ScriptLiterals::each(const std::function<bool(const DataValue&)>& visit) {
  return Parser(script_, texts_).each(visit);
}

}  // namespace answers
