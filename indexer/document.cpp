#include "indexer/document.h"

#include "indexer/schema.h"

#include <nlohmann/json.hpp>

namespace answers {

using Json = nlohmann::json;

std::string write_record(const Record& record) {
  Json json = {{"id", record.id},         {"q", record.question},
               {"b", record.body},        {"a", record.answer},
               {"s", record.section},     {"t", record.tags},
               {"o", record.source},      {"d", record.difficulty},
               {"u", record.url},         {"au", record.author},
               {"da", record.date},       {"l", record.language},
               {"ok", record.accepted},   {"p", record.place.path},
               {"ln", record.place.line}, {"el", record.place.end_line},
               {"by", record.place.byte}, {"eb", record.place.end_byte}};
  if (record.votes) json["v"] = *record.votes;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Record read_record(std::string_view data) {
  const Json json = Json::parse(data);
  Record record;
  record.id = json.at("id");
  record.question = json.at("q");
  record.body = json.at("b");
  record.answer = json.at("a");
  record.section = json.at("s").get<std::vector<std::string>>();
  record.tags = json.at("t").get<std::vector<std::string>>();
  record.source = json.at("o");
  record.difficulty = json.at("d");
  record.url = json.at("u");
  record.author = json.at("au");
  record.date = json.at("da");
  record.language = json.at("l");
  record.accepted = json.at("ok");
  record.place = {json.at("p"), json.at("ln"), json.at("el"), json.at("by"), json.at("eb")};
  if (json.contains("v")) record.votes = json.at("v").get<int>();
  return record;
}

Xapian::Document make_document(const Record& record, PostingMaker& postings) {
  Xapian::Document document;
  for (const auto& [term, wdf] : postings.postings(record)) document.add_term(term, wdf);
  document.add_boolean_term("Q" + record.id);
  document.add_value(schema::question_key, std::string(question_id(record)));
  document.set_data(write_record(record));
  return document;
}

}  // namespace answers
