#include "searcher/display/hit_fields.h"

#include "corpus/values/json_text.h"
#include "searcher/display/terminal.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <optional>

namespace answers {
namespace {

/// Four decimals: what lies behind them differs between machines.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }

HitValue text_or_null(std::string_view text) { return text.empty() ? HitValue() : HitValue(text); }

std::string_view name_of(Passage::Field field) {
  switch (field) {
    case Passage::Field::question:
      return "question";
    case Passage::Field::body:
      return "body";
    case Passage::Field::answer:
      break;
  }
  return "answer";
}

/// Appends a value as JSON, each kind in its way.
struct JsonOfValue {
  std::string& json;

  void operator()(std::monostate) const { json += "null"; }
  void operator()(bool value) const { json += value ? "true" : "false"; }
  void operator()(std::int64_t value) const { number(value); }
  void operator()(std::uint64_t value) const { number(value); }
  void operator()(double value) const {
    if (!std::isfinite(value)) {
      json += "null";
      return;
    }
    const std::size_t before = json.size();
    number(value, std::chars_format::fixed);
    if (json.find('.', before) == std::string::npos) json += ".0";
  }
  void operator()(std::string_view value) const { append_json_string(json, value); }
  void operator()(const std::vector<std::string>* values) const {
    list(*values, [this](const std::string& value) { append_json_string(json, value); });
  }
  void operator()(const std::vector<Range>* values) const {
    list(*values, [this](const Range& range) {
      json += '[';
      number(range.begin);
      json += ',';
      number(range.end);
      json += ']';
    });
  }
  void operator()(const std::vector<Passage>* values) const {
    list(*values, [this](const Passage& passage) {
      json += R"({"field":")";
      json += name_of(passage.field);
      json += R"(","text":)";
      append_json_string(json, passage.text);
      member("byte", passage.byte);
      const bool is_placed = passage.line != 0;
      member("line", is_placed ? std::optional(passage.line) : std::nullopt);
      member("end_line", is_placed ? std::optional(passage.end_line) : std::nullopt);
      member("file_byte", passage.file_byte);
      json += R"(,"matches":)";
      (*this)(&passage.matches);
      json += '}';
    });
  }

 private:
  template <class Number, class... Format>
  void number(Number value, Format... format) const {
    constexpr std::size_t most_digits = 400;  // of a double without an exponent
    std::array<char, std::is_integral_v<Number> ? 24 : most_digits> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, format...);
    json.append(digits.data(), end.ptr);
  }
  void member(std::string_view name, std::optional<std::uint64_t> value) const {
    json += ",\"";
    json += name;
    json += "\":";
    if (value) {
      number(*value);
    } else {
      json += "null";
    }
  }
  template <class Value, class AppendValue>
  void list(const std::vector<Value>& values, AppendValue&& append_value) const {
    json += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) json += ',';
      append_value(values[i]);
    }
    json += ']';
  }
};

constexpr HitField table[] = {
    {"rank", true, [](const Hit& hit) -> HitValue { return hit.rank; }},
    {"score", true, [](const Hit& hit) -> HitValue { return rounded(hit.score); }},
    {"coverage", true, [](const Hit& hit) -> HitValue { return rounded(hit.coverage); }},
    {"lacks", true, [](const Hit& hit) -> HitValue { return &hit.lacks; }},
    {"id", true, [](const Hit& hit) -> HitValue { return std::string_view(hit.record.id); }},
    {"question", true,
     [](const Hit& hit) -> HitValue { return std::string_view(hit.record.question); }},
    {"question_matches", true, [](const Hit& hit) -> HitValue { return &hit.question_matches; }},
    {"body", false, [](const Hit& hit) -> HitValue { return std::string_view(hit.record.body); }},
    {"answer", false,
     [](const Hit& hit) -> HitValue { return std::string_view(hit.record.answer); }},
    {"section", true, [](const Hit& hit) -> HitValue { return &hit.record.section; }},
    {"tags", true, [](const Hit& hit) -> HitValue { return &hit.record.tags; }},
    {"source", true, [](const Hit& hit) -> HitValue { return text_or_null(hit.record.source); }},
    {"difficulty", true,
     [](const Hit& hit) -> HitValue { return text_or_null(hit.record.difficulty); }},
    {"language", true,
     [](const Hit& hit) -> HitValue { return text_or_null(hit.record.language); }},
    {"author", true, [](const Hit& hit) -> HitValue { return text_or_null(hit.record.author); }},
    {"date", true, [](const Hit& hit) -> HitValue { return text_or_null(hit.record.date); }},
    {"votes", true,
     [](const Hit& hit) -> HitValue {
       return hit.record.votes ? HitValue(std::int64_t{*hit.record.votes}) : HitValue();
     }},
    {"accepted", true, [](const Hit& hit) -> HitValue { return hit.record.accepted; }},
    {"url", true, [](const Hit& hit) -> HitValue { return text_or_null(hit.record.url); }},
    {"place", false, [](const Hit& hit) -> HitValue { return place_text(hit.record.place); }},
    {"path", true,
     [](const Hit& hit) -> HitValue { return path_from_here(hit.record.place.path); }},
    {"absolute_path", true,
     [](const Hit& hit) -> HitValue { return std::string_view(hit.record.place.path); }},
    {"line", true, [](const Hit& hit) -> HitValue { return hit.record.place.line; }},
    {"end_line", true, [](const Hit& hit) -> HitValue { return hit.record.place.end_line; }},
    {"byte", true, [](const Hit& hit) -> HitValue { return hit.record.place.byte; }},
    {"end_byte", true, [](const Hit& hit) -> HitValue { return hit.record.place.end_byte; }},
    {"passage", false,
     [](const Hit& hit) -> HitValue {
       return hit.passages.empty() ? HitValue()
                                   : HitValue(std::string_view(hit.passages.front().text));
     }},
    {"passages", true, [](const Hit& hit) -> HitValue { return &hit.passages; }},
    {"similar", false, [](const Hit& hit) -> HitValue { return hit.similar; }},
    {"more_answers", true, [](const Hit& hit) -> HitValue { return hit.more_answers; }},
};

}  // namespace

std::span<const HitField> hit_fields() { return table; }

const HitField* find_hit_field(std::string_view name) {
  const auto* found = std::ranges::find(table, name, &HitField::name);
  return found == std::end(table) ? nullptr : found;
}

std::string column_text(const Hit& hit, const HitField& field) {
  if (field.name == "score") return fmt::format("{:.4f}", hit.score);
  const HitValue value = field.value(hit);
  std::string text;
  if (const auto* own = std::get_if<std::string_view>(&value)) {
    text = *own;
  } else if (const auto* made = std::get_if<std::string>(&value)) {
    text = *made;
  } else if (const auto* list = std::get_if<const std::vector<std::string>*>(&value)) {
    const char* between = field.name == "section" ? " > " : ", ";
    for (const std::string& item : **list) text += (text.empty() ? "" : between) + item;
  } else if (!std::holds_alternative<std::monostate>(value)) {
    append_json(text, value);
    if (text == "[]") text.clear();
  }
  return printable_line(text);
}

void append_json(std::string& json, const HitValue& value) { std::visit(JsonOfValue{json}, value); }

std::string path_from_here(const std::string& path) {
  namespace fs = std::filesystem;
  const fs::path whole(path);
  std::error_code error;
  const fs::path here = fs::current_path(error);
  if (error || !whole.is_absolute()) return path;
  const auto apart = std::ranges::mismatch(whole, here);
  fs::path shared;
  for (auto part = whole.begin(); part != apart.in1; ++part) shared /= *part;
  const bool is_below = apart.in2 == here.end() && here.has_relative_path();
  const bool is_near = shared.has_relative_path() && shared.parent_path().has_relative_path();
  return is_below || is_near ? whole.lexically_relative(here).string() : path;
}

std::string place_text(const Place& place) {
  const std::string path = path_from_here(place.path);
  return place.line == 0 ? path : fmt::format("{}:{}", path, place.line);
}

}  // namespace answers
