#include "corpus/data/script_literals.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/data/script_elements.h"
#include "corpus/fields/field_names.h"

#include <algorithm>
#include <utility>

namespace answers {
class ScriptLiterals::Parser : private ScriptElements {
 public:
  Parser(std::string_view script, ScriptLanguage language, std::deque<std::string>& texts)
      : ScriptElements(script, language), texts_(texts) {}

  bool each(const std::function<bool(const DataValue&)>& visit) {
    char before = '\n';        // the last byte that is no blank
    bool behind_word = false;  // of a name that an index or a body may follow
    while (at_ < script_.size()) {
      if (work_left_ == 0) return false;
      if (skip_blanks()) continue;
      const char byte = script_[at_];
      if (begins_string()) {
        std::string text;
        take_string(text);
        before = '"';
        behind_word = true;
        continue;
      }
      if (is_name_byte(byte) && !begins_array()) {
        const std::string_view word = take_name();
        behind_word = word != "return" && word != "default" && word != "const" && word != "of";
        before = 'a';
        continue;
      }
      if (byte == '<' && before != 'a' && begins_element() && is_upper(peek(1))) {
        const std::size_t begin = at_;
        DataValue value;
        const bool used = take_component(value) && visit(value);
        texts_.clear();
        if (used) {
          before = '>';
          behind_word = false;
          continue;
        }
        at_ = begin;
      }
      const bool opens_list = (byte == '[' && !behind_word && before != ')' && before != ']') ||
                              begins_array() ||
                              (byte == '(' && before == '=' && is(ScriptLanguage::python));
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
  /// PHP's "array(".
  bool begins_array() const {
    if (!is(ScriptLanguage::php) || !looks_at("array")) return false;
    const std::size_t behind = script_.find_first_not_of(" \n", at_ + 5);
    return behind != std::string_view::npos && script_[behind] == '(';
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
      if (begins_string()) {
        std::string unused;
        take_string(unused);
        before = '"';
        continue;
      }
      if (before != 'a' && begins_element()) {
        std::string unused;
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
    if (begins_array()) at_ = script_.find('(', at_);
    if (byte == '[') return take_list(value, depth, ']');
    if (byte == '{') return take_object(value, depth);
    if (peek() == '(' && (byte == 'a' || is(ScriptLanguage::python)))
      return take_list(value, depth, ')');
    if (begins_string()) return take_text(value);
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
    if (begins_element()) return take_element_of_text(value);
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
    if (name == "true" || name == "false" || name == "True" || name == "False") {
      value.kind = DataValue::Kind::boolean;
      value.text = name[0] == 't' || name[0] == 'T' ? "true" : "false";
      return true;
    }
    if (name == "null" || name == "undefined" || name == "None") return true;
    at_ = begin;
    if (take_named_string(value) || take_constructed(value, depth) || take_call_of_text(value))
      return true;
    return skip_expression();
  }

  bool take_element_of_text(DataValue& value) {
    std::string text;
    if (!take_element(text)) return false;
    set_text(value, std::move(text));
    return true;
  }

  bool take_text(DataValue& value) {
    std::string text;
    if (!take_string(text)) return false;
    // Python's strings side by side are one.
    while (is(ScriptLanguage::python)) {
      const std::size_t behind = at_;
      skip_blanks();
      if (begins_string() ? take_string(text) : false) continue;
      at_ = behind;
      break;
    }
    set_text(value, std::move(text));
    return true;
  }

  /// html`…`, String.raw`…`, Python's r"…": a string all the same.
  bool take_named_string(DataValue& value) {
    const std::size_t begin = at_;
    std::size_t tag = at_;
    while (tag < script_.size() && (is_name_byte(script_[tag]) || script_[tag] == '.')) ++tag;
    const bool prefix = is(ScriptLanguage::python) && tag - begin <= 2;
    if (tag < script_.size() && ((script_[tag] == '`' && is(ScriptLanguage::javascript)) ||
                                 (prefix && (script_[tag] == '"' || script_[tag] == '\'')))) {
      at_ = tag;
      if (take_text(value)) return true;
    }
    at_ = begin;
    return false;
  }

  /// new Question('Who rows?', ['The mate', 'Nobody'], 0), Question(text="…", answer="…"): what is
  /// given to the constructor, in its order or under its names.
  bool take_constructed(DataValue& value, int depth) {
    const std::size_t begin = at_;
    std::string_view name = take_name();
    if (name == "new") {
      skip_blanks();
      name = take_name();
    }
    if (!name.empty() && is_upper(name.front()) && peek() == '(') {
      const std::size_t bracket = at_++;
      skip_blanks();
      const std::size_t first = at_;
      const bool named = !take_name().empty() && (skip_blanks(), peek() == '=' && peek(1) != '=');
      at_ = named ? first : bracket;
      if (named ? take_arguments(value, depth) : take_list(value, depth, ')')) return true;
    }
    at_ = begin;
    value = {};
    return false;
  }

  /// text="…", answer="…" up to the bracket that closes.
  bool take_arguments(DataValue& value, int depth) {
    value.kind = DataValue::Kind::object;
    for (;;) {
      const Next next = to_next(')');
      if (next != Next::member) return next == Next::end;
      DataMember member;
      member.key = take_name();
      skip_blanks();
      if (member.key.empty() || peek() != '=') return false;
      ++at_;
      if (!take_value(member.value, depth + 1)) return false;
      value.members.push_back(std::move(member));
      skip_blanks();
      if (peek() != ',' && peek() != ')') return false;
    }
  }

  /// __( 'What is a keel?', 'boats' ): a text that is looked up in a table of translations by
  /// itself.
  bool take_call_of_text(DataValue& value) {
    const std::size_t begin = at_;
    while (is_name_byte(peek()) || peek() == '.') ++at_;
    const std::size_t bracket = at_;
    if (peek() == '(') {
      ++at_;
      skip_blanks();
      std::string text;
      if (begins_string() && take_string(text) && text.find(' ') != std::string::npos) {
        at_ = bracket;
        skip_bracket();
        set_text(value, std::move(text));
        return true;
      }
    }
    at_ = begin;
    return false;
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
          (looks_at("=>") && !is(ScriptLanguage::javascript)) || at_ >= script_.size() ||
          depth == 0) {
        if (depth == 0) at_ = begin;
        return byte != ';' || depth == 0;
      }
      const char plus = is(ScriptLanguage::php) ? '.' : '+';
      if (byte == plus && value.is_string()) {
        std::string text(value.text);
        do {
          ++at_;
          skip_blanks();
          if (!add_operand(text, depth)) return false;
          value.end = at_;
          skip_blanks();
        } while (peek() == plus);
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

  /// What is joined to a text: another one is added to it, of a name or a call nothing.
  bool add_operand(std::string& text, int depth) {
    DataValue value;
    if (begins_string()) return take_string(text);
    if (is_name_byte(peek()) && !is_digit(peek())) {
      if (take_named_string(value) || take_call_of_text(value)) {
        text += value.text;
        return true;
      }
      while (!is_at_end()) {
        if (peek() == '(' || peek() == '[') {
          skip_bracket();
        } else if (is_name_byte(peek())) {
          take_name();
        } else if (looks_at("->") || looks_at("::")) {
          at_ += 2;
        } else if (peek() == '.' && is_name_byte(peek(1)) && !is(ScriptLanguage::php)) {
          ++at_;
        } else {
          return true;
        }
      }
      return false;
    }
    if (!take_primary(value, depth + 1)) return false;
    if (value.is_scalar()) text += value.text;
    return true;
  }

  /// ["a", "b"].join("\n")
  void join(DataValue& value, std::size_t arguments) {
    const std::size_t behind = std::exchange(at_, arguments);
    skip_blanks();
    std::string separator = ",";
    if (begins_string()) {
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

  /// A list up to `close`; in PHP one with keys is an object, in Python one member in round
  /// brackets is that member.
  bool take_list(DataValue& value, int depth, char close) {
    value.kind = DataValue::Kind::list;
    ++at_;
    bool comma = close != ')' || !is(ScriptLanguage::python);
    for (;;) {
      const Next next = to_next(close);
      if (next == Next::nothing) return false;
      if (next == Next::end) break;
      DataMember member;
      if (!take_value(member.value, depth + 1)) return false;
      skip_blanks();
      if (looks_at("=>") && is(ScriptLanguage::php)) {
        at_ += 2;
        if (member.value.is_string()) {
          member.key = member.value.text;
          value.kind = DataValue::Kind::object;
        }
        member.value = {};
        if (!take_value(member.value, depth + 1)) return false;
        skip_blanks();
      }
      value.members.push_back(std::move(member));
      comma = comma || peek() == ',';
      if (peek() != ',' && peek() != close) return false;
    }
    if (comma || value.members.size() != 1) return true;
    DataValue only = std::move(value.members[0].value);
    value = std::move(only);
    return true;
  }

  bool take_object(DataValue& value, int depth) {
    value.kind = DataValue::Kind::object;
    ++at_;
    for (;;) {
      const Next next = to_next('}');
      if (next != Next::member) return next == Next::end;
      const char byte = peek();
      DataMember member;
      if (byte == ':' && is(ScriptLanguage::ruby)) {
        ++at_;
        member.key = take_name();
      } else if (begins_string()) {
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
      const bool arrow = looks_at("=>") && is(ScriptLanguage::ruby);
      if (mark == ':' || arrow) {
        at_ += arrow ? 2 : 1;
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

  /// An element of a name of its own as an object of its attributes: <Item question="…" answer={…}
  /// />. Where one of them asks, and none answers, what it holds is the answer.
  bool take_component(DataValue& value) {
    const std::size_t begin = at_++;
    value.kind = DataValue::Kind::object;
    value.begin = begin;
    while (is_name_byte(peek()) || peek() == '.') ++at_;
    bool asks = false;
    bool answers = false;
    for (;;) {
      skip_blanks();
      if (is_at_end()) return false;
      if (peek() == '>' || looks_at("/>")) break;
      if (peek() == '{') {  // a spread
        skip_bracket();
        continue;
      }
      if (!is_name_byte(peek())) return false;
      DataMember member;
      member.key = take_name();
      while (peek() == '-' || peek() == ':' || is_name_byte(peek())) ++at_;
      skip_blanks();
      if (peek() != '=') continue;
      ++at_;
      skip_blanks();
      if (!take_attribute(member.value)) return false;
      const FieldRole role = field_name(member.key).role;
      asks = asks || role == FieldRole::question || ends_in_question_mark(member.value.text);
      answers = answers || role == FieldRole::answer;
      value.members.push_back(std::move(member));
    }
    const bool alone = looks_at("/>");
    at_ += alone ? 2 : 1;
    if (asks && !answers && !alone) {
      at_ = begin;
      DataMember held{"answer", {}};
      if (!take_element_of_text(held.value)) return false;
      value.members.push_back(std::move(held));
    }
    value.end = at_;
    return asks;
  }

  bool take_attribute(DataValue& value) {
    if (peek() == '{') {
      ++at_;
      if (!take_value(value, 1)) return false;
      skip_blanks();
      if (peek() != '}') return false;
      ++at_;
      return true;
    }
    const char quote = peek();
    const std::size_t end = script_.find(quote, at_ + 1);
    if ((quote != '"' && quote != '\'') || end == std::string_view::npos) return false;
    set_text(value, std::string(script_.substr(at_ + 1, end - at_ - 1)));
    spend(end - at_);
    at_ = end + 1;
    return true;
  }

  std::deque<std::string>& texts_;
};

bool ScriptLiterals::each(const std::function<bool(const DataValue&)>& visit) {
  return Parser(script_, language_, texts_).each(visit);
}

}  // namespace answers
