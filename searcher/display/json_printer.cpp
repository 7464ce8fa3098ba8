#include "searcher/display/json_printer.h"

#include "corpus/values/json_text.h"
#include "searcher/display/explanation_view.h"
#include "searcher/display/hit_fields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <string>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* search_schema = "answers.search/1";

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string dumped(const Json& json) { return json_text(json) + '\n'; }

/// An object without its last brace, to which members can be added.
std::string open_object(const Json& json) {
  std::string text = json_text(json);
  text.pop_back();
  return text;
}

/// The members of a hit: without braces.
std::string hit_members(const Hit& hit, const PrintOptions& options) {
  std::string text;
  const auto add = [&](const HitField& field) {
    text += text.empty() ? "\"" : ",\"";
    text += field.name;
    text += "\":";
    append_json(text, field.value(hit));
  };
  for (const HitField& field : hit_fields()) {
    if (options.fields.empty() && field.usual) add(field);
  }
  for (auto field = options.fields.begin(); field != options.fields.end(); ++field) {
    if (std::find(options.fields.begin(), field, *field) == field) add(**field);
  }
  if (hit.explanation) {
    text += text.empty() ? "" : ",";
    text += R"("explanation":)" + json_text(explanation_json(*hit.explanation));
  }
  return text;
}

Json suggestions_json(const std::vector<Suggestion>& suggestions) {
  Json list = Json::array();
  for (const auto& [query, records] : suggestions)
    list.push_back({{"query", query}, {"records", records}});
  return list;
}

Json facets_json(const std::vector<Facet>& facets) {
  Json json = Json::object();
  for (const Facet& facet : facets) {
    Json values = Json::array();
    for (const auto& [value, records] : facet.values) {
      values.push_back({{"value", value}, {"records", records}});
    }
    json[facet.field] = {{"distinct", facet.distinct}, {"values", std::move(values)}};
  }
  return json;
}

/// Where the next page begins; null when this was the last one. Behind a hit that does not go on
/// any page, being too long: who asks for page after page comes to the end.
Json next_offset(const Results& results, std::size_t printed) {
  if (results.hits.empty()) return nullptr;
  const std::size_t end = results.hits.front().rank - 1 + std::max<std::size_t>(printed, 1);
  const bool more = !results.total_is_exact || results.total > end;
  return more ? Json(end) : Json(nullptr);
}

}  // namespace

std::size_t print_json(const Results& results, const PrintOptions& options, std::ostream& out) {
  Json json = {{"schema", search_schema}};
  if (!options.topic.empty()) json["qid"] = options.topic;
  json["query"] = {{"text", results.query.text},
                   {"corrected", text_or_null(results.query.corrected)},
                   {"unknown_words", results.query.unknown_words},
                   {"suggestions", suggestions_json(results.query.suggestions)}};
  if (!results.query.words.empty()) {
    json["query"]["words"] = Json::array();
    for (const AskedWord& asked : results.query.words) {
      Json word = {{"text", asked.text}, {"records", asked.records}};
      if (!asked.nearest.empty())
        word["nearest"] = {{"text", asked.nearest}, {"records", asked.nearest_records}};
      json["query"]["words"].push_back(std::move(word));
    }
  }
  json["total"] = {{"value", results.total}, {"relation", results.total_is_exact ? "eq" : "gte"}};
  if (results.indexes) {
    Json missing = Json::array();
    for (const auto& [name, why] : results.indexes->missing)
      missing.push_back({{"name", name}, {"why", why}});
    const std::size_t total = results.indexes->total;
    json["indexes"] = {
        {"total", total}, {"answered", total - missing.size()}, {"missing", std::move(missing)}};
  }
  if (!results.facets.empty()) json["facets"] = facets_json(results.facets);
  if (results.explanation) json["explanation"] = explained_query_json(*results.explanation);
  json["root"] = text_or_null(options.root);
  std::string text = open_object(json) + R"(,"hits":[)";
  std::string behind;
  for (const Hit& hit : results.closest)
    behind += (behind.empty() ? R"(,"closest":[{)" : ",{") + hit_members(hit, options) + '}';
  behind += behind.empty() ? "}" : "]}";
  constexpr std::size_t around = 60;  // what stands between them, the offset among it
  std::size_t characters = count_characters(text) + count_characters(behind) + around;
  std::size_t printed = 0;
  for (const Hit& hit : results.hits) {
    const std::string members = hit_members(hit, options);
    if (options.max_chars > 0) {
      characters += count_characters(members) + 3;
      if (characters > options.max_chars) break;
    }
    text += printed++ == 0 ? "{" : ",{";
    text += members;
    text += '}';
  }
  text += R"(],"next_offset":)" + json_text(next_offset(results, printed)) + behind;
  const bool for_people =
      options.terminal.is_terminal && options.topic.empty() && options.max_chars == 0;
  if (for_people) text = json_text(Json::parse(text), 2);
  out << text << '\n';
  return printed;
}

std::size_t print_json_lines(const Results& results, const PrintOptions& options,
                             std::ostream& out) {
  const std::string topic =
      options.topic.empty() ? "{" : open_object(Json{{"qid", options.topic}}) + ',';
  const auto with_topic = [&topic](const Json& json) {
    return topic + json_text(json).substr(1) + '\n';
  };
  if (options.count || !results.facets.empty()) {
    Json json = {{"total", results.total}};
    if (!results.facets.empty()) json["facets"] = facets_json(results.facets);
    out << with_topic(json);
    return 0;
  }
  std::size_t characters = 0;
  std::size_t printed = 0;
  for (const Hit& hit : results.hits) {
    const std::string line = topic + hit_members(hit, options) + "}\n";
    characters += count_characters(line);
    if (options.max_chars > 0 && characters > options.max_chars) return printed;
    out << line;
    ++printed;
  }
  if (results.hits.empty())
    out << with_topic({{"hits", 0}, {"suggestions", suggestions_json(results.query.suggestions)}});
  return printed;
}

void print_json_error(const BatchQuery& query, const PrintOptions& options, std::ostream& out) {
  Json json = Json::object();
  if (options.format == Format::json) json["schema"] = search_schema;
  json["qid"] = query.qid;
  json["error"] = {{"line", query.line}, {"message", query.error}};
  out << dumped(json);
}

void print_suggestions_json(std::string_view typed, const Suggestions& suggestions,
                            std::ostream& out) {
  Json json = {{"schema", "answers.suggest/1"},
               {"typed", typed},
               {"words", Json::array()},
               {"questions", Json::array()}};
  for (const auto& word : suggestions.words)
    json["words"].push_back({{"text", word.text}, {"records", word.records}});
  for (const auto& record : suggestions.questions) {
    json["questions"].push_back({{"id", record.id},
                                 {"question", record.question},
                                 {"path", path_from_here(record.place.path)},
                                 {"line", record.place.line}});
  }
  out << dumped(json);
}

}  // namespace answers
