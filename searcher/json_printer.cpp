#include "searcher/json_printer.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;

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

Json hit_json(const Hit& hit) {
  const Record& record = hit.record;
  Json passages = Json::array();
  for (const Passage& passage : hit.passages) {
    passages.push_back({{"field", name_of(passage.field)},
                        {"text", passage.text},
                        {"byte", passage.byte},
                        {"matches", ranges(passage.matches)}});
  }
  return {{"rank", hit.rank},
          {"score", hit.score},
          {"coverage", hit.coverage},
          {"id", record.id},
          {"question", record.question},
          {"question_matches", ranges(hit.question_matches)},
          {"section", record.section},
          {"tags", record.tags},
          {"source", text_or_null(record.source)},
          {"difficulty", text_or_null(record.difficulty)},
          {"language", text_or_null(record.language)},
          {"author", text_or_null(record.author)},
          {"date", text_or_null(record.date)},
          {"votes", record.votes ? Json(*record.votes) : Json(nullptr)},
          {"accepted", record.accepted},
          {"url", text_or_null(record.url)},
          {"path", record.place.path},
          {"line", record.place.line},
          {"end_line", record.place.end_line},
          {"byte", record.place.byte},
          {"end_byte", record.place.end_byte},
          {"passages", std::move(passages)},
          {"more_answers", hit.more_answers}};
}

void put(const Json& json, int indent, std::ostream& out) {
  out << json.dump(indent, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

void print_json(const Results& results, const PrintOptions& options, std::ostream& out) {
  Json hits = Json::array();
  for (const Hit& hit : results.hits) hits.push_back(hit_json(hit));
  Json json = {{"schema", "answers.search/1"}};
  if (!options.topic.empty()) json["qid"] = options.topic;
  json["query"] = {{"text", results.query.text},
                   {"corrected", text_or_null(results.query.corrected)},
                   {"unknown_words", results.query.unknown_words},
                   {"suggestions", results.query.suggestions}};
  json["total"] = {{"value", results.total}, {"relation", results.total_is_exact ? "eq" : "gte"}};
  json["hits"] = std::move(hits);
  put(json, options.terminal.is_terminal && options.topic.empty() ? 2 : -1, out);
}

void print_json_lines(const Results& results, const PrintOptions& options, std::ostream& out) {
  const auto with_topic = [&](Json json) {
    if (options.topic.empty()) return json;
    Json whole = {{"qid", options.topic}};
    whole.update(json);
    return whole;
  };
  for (const Hit& hit : results.hits) put(with_topic(hit_json(hit)), -1, out);
  if (results.hits.empty()) {
    put(with_topic({{"hits", 0}, {"suggestions", results.query.suggestions}}), -1, out);
  }
}

}  // namespace answers
