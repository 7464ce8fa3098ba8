#include "corpus/values/json_parser.h"

#include "corpus/characters/ascii.h"

#include <algorithm>
#include <simdjson.h>

namespace answers {
namespace {

namespace ondemand = simdjson::ondemand;

static_assert(JsonParser::padding >= simdjson::SIMDJSON_PADDING);

/// Builds the tree of one value, depth first.
class Builder {
 public:
  explicit Builder(std::string_view json) : json_(json) {}

  simdjson::error_code build(ondemand::document& document, DataValue& to) {
    bool scalar = false;
    if (const auto error = document.is_scalar().get(scalar); error != simdjson::SUCCESS)
      return error;
    if (scalar) return build_scalar(document, to);
    ondemand::value value;
    if (const auto error = document.get_value().get(value); error != simdjson::SUCCESS)
      return error;
    if (const auto error = build(value, to, 0); error != simdjson::SUCCESS) return error;
    const char* behind = nullptr;
    const bool at_end = document.current_location().get(behind) != simdjson::SUCCESS;
    return at_end ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
  }

 private:
  std::size_t offset(std::string_view token) const {
    return static_cast<std::size_t>(token.data() - json_.data());
  }

  static std::string_view without_blanks(std::string_view token) {
    const std::size_t end = token.find_last_not_of(" \t\r\n");
    return token.substr(0, end + 1);
  }

  template <typename Value>
  simdjson::error_code build_scalar(Value& value, DataValue& to) {
    const std::string_view token = [&] {
      std::string_view text;
      if (simdjson::simdjson_result<std::string_view>(value.raw_json_token()).get(text)) text = {};
      return without_blanks(text);
    }();
    to.begin = offset(token);
    to.end = to.begin + token.size();
    ondemand::json_type type{};
    if (const auto error = value.type().get(type); error != simdjson::SUCCESS) return error;
    switch (type) {
      case ondemand::json_type::string:
        to.kind = DataValue::Kind::string;
        return value.get_string().get(to.text);
      case ondemand::json_type::number:  // as written: nobody calculates with it
        to.kind = DataValue::Kind::number;
        to.text = token;
        return simdjson::SUCCESS;
      case ondemand::json_type::boolean: {
        bool truth = false;
        to.kind = DataValue::Kind::boolean;
        to.text = token;
        return value.get_bool().get(truth);
      }
      default:
        break;
    }
    to.kind = DataValue::Kind::null;
    bool null = false;
    if (const auto error = simdjson::simdjson_result<bool>(value.is_null()).get(null);
        error != simdjson::SUCCESS)
      return error;
    return null ? simdjson::SUCCESS : simdjson::N_ATOM_ERROR;
  }

  simdjson::error_code build(ondemand::value value, DataValue& to, std::size_t depth) {
    if (depth > JsonParser::deepest) return simdjson::DEPTH_ERROR;
    ondemand::json_type type{};
    if (const auto error = value.type().get(type); error != simdjson::SUCCESS) return error;
    if (type != ondemand::json_type::object && type != ondemand::json_type::array) {
      return build_scalar(value, to);
    }
    to.begin = offset(value.raw_json_token());
    if (type == ondemand::json_type::object) {
      to.kind = DataValue::Kind::object;
      ondemand::object object;
      if (const auto error = value.get_object().get(object); error != simdjson::SUCCESS)
        return error;
      for (auto field : object) {
        DataMember& member = to.members.emplace_back();
        if (const auto error = field.unescaped_key().get(member.key); error != simdjson::SUCCESS)
          return error;
        ondemand::value child;
        if (const auto error = field.value().get(child); error != simdjson::SUCCESS) return error;
        if (const auto error = build(child, member.value, depth + 1); error != simdjson::SUCCESS)
          return error;
        last_ = std::max(last_, member.value.end);
      }
    } else {
      to.kind = DataValue::Kind::list;
      ondemand::array array;
      if (const auto error = value.get_array().get(array); error != simdjson::SUCCESS) return error;
      for (auto element : array) {
        ondemand::value child;
        if (const auto error = element.get(child); error != simdjson::SUCCESS) return error;
        DataMember& member = to.members.emplace_back();
        if (const auto error = build(child, member.value, depth + 1); error != simdjson::SUCCESS)
          return error;
        last_ = std::max(last_, member.value.end);
      }
    }
    // Behind the last child only blanks stand before the bracket.
    const std::size_t close =
        json_.find(type == ondemand::json_type::object ? '}' : ']', std::max(last_, to.begin + 1));
    to.end = close == std::string_view::npos ? json_.size() : close + 1;
    last_ = to.end;
    return simdjson::SUCCESS;
  }

  std::string_view json_;
  std::size_t last_ = 0;  // the end of what has been built
};

/// simdjson's words, for people.
std::string describe(simdjson::error_code error) {
  switch (error) {
    case simdjson::DEPTH_ERROR:
      return "nested deeper than " + std::to_string(JsonParser::deepest) + " levels";
    case simdjson::UNCLOSED_STRING:
      return "a string is not closed";
    case simdjson::UNESCAPED_CHARS:
      return "a control character in a string";
    case simdjson::EMPTY:
      return "nothing there";
    case simdjson::MEMALLOC:
      return "out of memory";
    case simdjson::CAPACITY:
      return "longer than 4 GiB";
    default:
      return "not JSON";
  }
}

}  // namespace

struct JsonParser::State {
  ondemand::parser parser{};
  DataValue root{};
  std::string copy{};
  std::string mended{};
  std::string error{};

  simdjson::error_code parse(std::string_view json, std::size_t capacity) {
    root = {};
    ondemand::document document;
    const simdjson::padded_string_view padded(json.data(), json.size(), capacity);
    if (const auto code = parser.iterate(padded).get(document)) return code;
    return Builder(json).build(document, root);
  }
};

JsonParser::JsonParser() : state_(std::make_unique<State>()) {}
JsonParser::~JsonParser() = default;

const DataValue* JsonParser::parse(std::string_view json) {
  auto code = state_->parse(json, json.size() + padding);
  if (code == simdjson::SUCCESS) return &state_->root;
  if (code != simdjson::DEPTH_ERROR && code != simdjson::EMPTY) {
    state_->mended = mend_json(json);
    state_->mended.reserve(state_->mended.size() + padding);
    const auto again = state_->parse(state_->mended, state_->mended.size() + padding);
    if (again == simdjson::SUCCESS) return &state_->root;
    if (again == simdjson::DEPTH_ERROR) code = again;
  }
  state_->root = {};
  state_->error = describe(code);
  return nullptr;
}

const DataValue* JsonParser::parse_copy(std::string_view json) {
  state_->copy.reserve(json.size() + padding);
  state_->copy.assign(json);
  return parse(state_->copy);
}

const std::string& JsonParser::error() const { return state_->error; }

namespace {

bool is_hex(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

bool is_escape_of_unit(std::string_view text) {
  return text.size() >= 6 && text.starts_with("\\u") &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

unsigned unit_of(std::string_view escape) {
  unsigned unit = 0;
  for (const char c : escape.substr(2, 4)) {
    unit = unit << 4 | static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return unit;
}

/// A string, from behind its opening quote to behind its closing one; returns how much of `text`.
std::size_t mend_string(std::string_view text, std::string& to) {
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    const std::string_view rest = text.substr(at);
    if (c == '"') {
      to += c;
      return at + 1;
    }
    if (static_cast<unsigned char>(c) < 0x20) {
      to += c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : " ";
      ++at;
    } else if (is_escape_of_unit(rest)) {
      const unsigned unit = unit_of(rest);
      const std::string_view next = rest.substr(6);
      if (unit >= 0xD800 && unit < 0xDC00 && is_escape_of_unit(next) && unit_of(next) >= 0xDC00 &&
          unit_of(next) < 0xE000) {
        to += rest.substr(0, 12);
        at += 12;
      } else {
        to += unit >= 0xD800 && unit < 0xE000 ? std::string_view("\\ufffd") : rest.substr(0, 6);
        at += 6;
      }
    } else if (c == '\\') {
      const bool known =
          rest.size() > 1 && std::string_view("\"\\/bfnrt").find(rest[1]) != std::string_view::npos;
      if (known) {
        to += rest.substr(0, 2);
        at += 2;
      } else if (rest.size() > 1 && rest[1] == '\'') {
        to += '\'';
        at += 2;
      } else {
        to += "\\\\";  // "\d", "C:\x": the backslash was meant
        ++at;
      }
    } else {
      to += c;
      ++at;
    }
  }
  return at;
}

}  // namespace

std::string mend_json(std::string_view json) {
  std::string mended;
  mended.reserve(json.size() + json.size() / 16);
  std::size_t comma = std::string::npos;  // where a comma stands that nothing but blanks follows
  char last = '\0';                       // the last character that is no blank
  std::size_t depth = 0;
  // A comma is missing where a value follows one that is whole, in a list or an object.
  const auto begin_value = [&] {
    if (depth > 0 && (last == '"' || last == '}' || last == ']' || is_letter_or_digit(last)))
      mended += ',';
  };
  for (std::size_t at = 0; at < json.size();) {
    const std::string_view rest = json.substr(at);
    const char c = json[at];
    if (c == '"') {
      begin_value();
      mended += last = c;
      at += 1 + mend_string(rest.substr(1), mended);
      comma = std::string::npos;
    } else if (rest.starts_with("//")) {
      at += std::min(rest.size(), rest.find('\n'));
    } else if (rest.starts_with("/*")) {
      const std::size_t end = rest.find("*/", 2);
      const std::string_view comment =
          rest.substr(0, end == std::string_view::npos ? end : end + 2);
      mended.append(static_cast<std::size_t>(std::ranges::count(comment, '\n')), '\n');
      at += comment.size();
    } else if (rest.starts_with("NaN")) {
      mended += "null";
      at += 3;
    } else if (rest.starts_with("Infinity") || rest.starts_with("-Infinity")) {
      mended += "null";
      at += rest.find('y') + 1;
    } else {
      if ((c == '}' || c == ']') && comma != std::string::npos) mended[comma] = ' ';
      const bool opens = c == '{' || c == '[';
      if (opens) begin_value();
      if (opens) ++depth;
      if ((c == '}' || c == ']') && depth > 0) --depth;
      if (c == ',') {
        comma = mended.size();
      } else if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
        comma = std::string::npos;
      }
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r') last = c;
      mended += c;
      ++at;
    }
  }
  return mended;
}

}  // namespace answers
