#include "searcher/display/hit_fields.h"

#include "searcher/display/terminal.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;

/// Four decimals: what lies behind them differs between machines.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

const char* name_of(Passage::Field field) {
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

Json ranges(const std::vector<Range>& matches) {
  Json list = Json::array();
  for (const Range& match : matches) list.push_back({match.begin, match.end});
  return list;
}

Json passages(const Hit& hit) {
  Json list = Json::array();
  for (const Passage& passage : hit.passages) {
    list.push_back({{"field", name_of(passage.field)},
                    {"text", passage.text},
                    {"byte", passage.byte},
                    {"line", passage.line == 0 ? Json(nullptr) : Json(passage.line)},
                    {"end_line", passage.line == 0 ? Json(nullptr) : Json(passage.end_line)},
                    {"file_byte", passage.file_byte ? Json(*passage.file_byte) : Json(nullptr)},
                    {"matches", ranges(passage.matches)}});
  }
  return list;
}

constexpr HitField table[] = {
    {"rank", true, [](const Hit& hit) -> Json { return hit.rank; }},
    {"score", true, [](const Hit& hit) -> Json { return rounded(hit.score); }},
    {"coverage", true, [](const Hit& hit) -> Json { return rounded(hit.coverage); }},
    {"id", true, [](const Hit& hit) -> Json { return hit.record.id; }},
    {"question", true, [](const Hit& hit) -> Json { return hit.record.question; }},
    {"question_matches", true, [](const Hit& hit) -> Json { return ranges(hit.question_matches); }},
    {"body", false, [](const Hit& hit) -> Json { return hit.record.body; }},
    {"answer", false, [](const Hit& hit) -> Json { return hit.record.answer; }},
    {"section", true, [](const Hit& hit) -> Json { return hit.record.section; }},
    {"tags", true, [](const Hit& hit) -> Json { return hit.record.tags; }},
    {"source", true, [](const Hit& hit) -> Json { return text_or_null(hit.record.source); }},
    {"difficulty", true,
     [](const Hit& hit) -> Json { return text_or_null(hit.record.difficulty); }},
    {"language", true, [](const Hit& hit) -> Json { return text_or_null(hit.record.language); }},
    {"author", true, [](const Hit& hit) -> Json { return text_or_null(hit.record.author); }},
    {"date", true, [](const Hit& hit) -> Json { return text_or_null(hit.record.date); }},
    {"votes", true,
     [](const Hit& hit) -> Json {
       return hit.record.votes ? Json(*hit.record.votes) : Json(nullptr);
     }},
    {"accepted", true, [](const Hit& hit) -> Json { return hit.record.accepted; }},
    {"url", true, [](const Hit& hit) -> Json { return text_or_null(hit.record.url); }},
    {"place", false, [](const Hit& hit) -> Json { return place_text(hit.record.place); }},
    {"path", true, [](const Hit& hit) -> Json { return path_from_here(hit.record.place.path); }},
    {"absolute_path", true, [](const Hit& hit) -> Json { return hit.record.place.path; }},
    {"line", true, [](const Hit& hit) -> Json { return hit.record.place.line; }},
    {"end_line", true, [](const Hit& hit) -> Json { return hit.record.place.end_line; }},
    {"byte", true, [](const Hit& hit) -> Json { return hit.record.place.byte; }},
    {"end_byte", true, [](const Hit& hit) -> Json { return hit.record.place.end_byte; }},
    {"passage", false,
     [](const Hit& hit) -> Json {
       return hit.passages.empty() ? Json(nullptr) : Json(hit.passages.front().text);
     }},
    {"passages", true, passages},
    {"similar", false, [](const Hit& hit) -> Json { return hit.similar; }},
    {"more_answers", true, [](const Hit& hit) -> Json { return hit.more_answers; }},
};

}  // namespace

std::span<const HitField> hit_fields() { return table; }

const HitField* find_hit_field(std::string_view name) {
  const auto* found = std::ranges::find(table, name, &HitField::name);
  return found == std::end(table) ? nullptr : found;
}

std::string column_text(const Hit& hit, const HitField& field) {
  if (field.name == "score") return fmt::format("{:.4f}", hit.score);
  const Json value = field.value(hit);
  std::string text;
  if (value.is_string()) {
    text = value.get<std::string>();
  } else if (value.is_array() && (value.empty() || value.front().is_string())) {
    const char* between = field.name == "section" ? " > " : ", ";
    for (const auto& item : value) {
      text += (text.empty() ? "" : between) + item.get<std::string>();
    }
  } else if (!value.is_null()) {
    text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  return printable_line(text);
}

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
