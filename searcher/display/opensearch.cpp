#include "searcher/display/opensearch.h"

#include "corpus/values/json_text.h"
#include "corpus/values/record_json.h"
#include "indexer/analysis/field_weights.h"
#include "indexer/schema.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;

/// Documented of OpenSearch since 2.9 and of Elasticsearch since 5.
constexpr std::size_t longest_id = 512;

/// Lucene refuses a document with a term above 32,766 bytes; this many characters are never more.
constexpr int longest_keyword = 8191;

/// By the names that "stemmer" has there: of Snowball, as here, but for those of Arabic and
/// Indonesian; it has none of Tamil.
std::string_view stemmer_for(std::string_view language) {
  constexpr std::pair<std::string_view, std::string_view> stemmers[] = {
      {"ar", "arabic"},     {"ca", "catalan"},    {"da", "danish"},   {"de", "german"},
      {"es", "spanish"},    {"eu", "basque"},     {"fi", "finnish"},  {"fr", "french"},
      {"ga", "irish"},      {"hu", "hungarian"},  {"hy", "armenian"}, {"id", "indonesian"},
      {"it", "italian"},    {"lt", "lithuanian"}, {"nl", "dutch"},    {"no", "norwegian"},
      {"pt", "portuguese"}, {"ro", "romanian"},   {"ru", "russian"},  {"sv", "swedish"},
      {"tr", "turkish"}};
  const auto* const row =
      std::ranges::find(stemmers, language, &std::pair<std::string_view, std::string_view>::first);
  return row != std::end(stemmers) ? row->second : "porter2";  // "english" is the first Porter
}

/// Words are cut where ours are (k-NN, linear_model, LinearRegression: the parts and the whole),
/// C++ and C# stay words, apostrophes go, Chinese and Japanese become pairs of characters.
Json analysis(std::string_view language) {
  const auto analyser = [](const char* parts, bool flat) {
    // Pairs before parts: a part keeps the place of its word, and places never run backwards.
    Json filters = {"cjk_width", "cjk_bigram", parts};
    if (flat) filters.push_back("flatten_graph");
    for (const char* filter : {"lowercase", "asciifolding", "stem"}) filters.push_back(filter);
    return Json{{"type", "custom"},
                {"char_filter", {"signs", "hyphens"}},
                {"tokenizer", "standard"},
                {"filter", std::move(filters)}};
  };
  return {{"char_filter",
           {{"signs",
             {{"type", "mapping"},
              {"mappings",
               {"' =>", "\u2019 =>", "C++ => cplusplus", "c++ => cplusplus", "C# => csharp",
                "c# => csharp", "F# => fsharp", "f# => fsharp"}}}},
            {"hyphens",
             {{"type", "pattern_replace"},
              {"pattern", R"((?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}]))"},
              {"replacement", "_"}}}}},
          {"filter",
           {{"parts",
             {{"type", "word_delimiter_graph"},
              {"catenate_all", true},
              {"stem_english_possessive", false},
              {"adjust_offsets", false}}},
            {"stem", {{"type", "stemmer"}, {"language", stemmer_for(language)}}}}},
          {"analyzer",
           {{"words", analyser("parts", true)},
            {"asked_words", analyser("parts", false)},
            {"folders", {{"type", "custom"}, {"tokenizer", "path_hierarchy"}}}}},
          {"normalizer", {{"folded", {{"type", "custom"}, {"filter", {"lowercase"}}}}}}};
}

Json words() {
  return {{"type", "text"}, {"analyzer", "words"}, {"search_analyzer", "asked_words"}};
}

Json keyword() { return {{"type", "keyword"}, {"ignore_above", longest_keyword}}; }

Json folded_keyword() {
  Json field = keyword();
  field["normalizer"] = "folded";
  return field;
}

/// Filtered by as a whole, and searched by its words.
Json name() {
  Json field = folded_keyword();
  field["fields"] = {{"words", words()}};
  return field;
}

Json shown(const char* type) { return {{"type", type}, {"index", false}, {"doc_values", false}}; }

Json fields() {
  Json path = keyword();
  path["fields"] = {
      {"within", {{"type", "text"}, {"analyzer", "folders"}, {"search_analyzer", "keyword"}}}};
  return {{"schema", shown("keyword")},
          {"id", keyword()},
          {"question", words()},
          {"body", words()},
          {"answer", words()},
          {"section", name()},
          {"tags", name()},
          {"source", name()},
          {"difficulty", folded_keyword()},
          {"author", keyword()},
          {"date",
           {{"type", "date"}, {"format", "strict_date_optional_time"}, {"ignore_malformed", true}}},
          {"url", keyword()},
          {"language", folded_keyword()},
          {"votes", {{"type", "integer"}}},
          {"accepted", {{"type", "boolean"}}},
          {"path", std::move(path)},
          {"line", shown("integer")},
          {"end_line", shown("integer")},
          {"byte", shown("long")},
          {"end_byte", shown("long")}};
}

/// What a word that stands once in a field of average length gives, 1 for an answer. Ours adds
/// weight × tf up before it saturates, theirs saturates in each field: the boost of a field is what
/// is left of its weight behind that.
std::string boosted(std::string_view field, double weight) {
  const auto share = [](double w) { return w / (schema::k1 + w); };
  return fmt::format("{}^{:.3g}", field, share(weight) / share(schema::answer_field.weight));
}

/// Such a field is better not there: else "" and null are values that are counted and filtered by.
bool is_empty(const Json& value) {
  return value.is_null() || (value.is_array() && value.empty()) ||
         (value.is_string() && value.get_ref<const std::string&>().empty());
}

}  // namespace

std::string bulk_lines(const Record& record) {
  std::string id = record.id;
  if (id.size() > longest_id) {
    const auto hash = fmt::format("{:016x}", XXH3_64bits(id.data(), id.size()));
    std::size_t kept = longest_id - hash.size();
    while ((static_cast<unsigned char>(id[kept]) & 0xC0U) == 0x80) --kept;  // a whole character
    id.replace(kept, id.npos, hash);
  }
  Json whole = Json::parse(record_json(record));
  Json source = Json::object();
  for (auto& [name, value] : whole.get_ref<Json::object_t&>()) {
    if (!is_empty(value)) source.emplace(name, std::move(value));
  }
  return json_text(Json{{"index", {{"_id", std::move(id)}}}}) + '\n' + json_text(source) + '\n';
}

std::string index_definition(std::string_view language) {
  const Json definition = {
      {"settings",
       {{"index",
         {{"analysis", analysis(language)},
          {"similarity",
           {{"default",
             {{"type", "BM25"}, {"k1", schema::k1}, {"b", schema::question_field.length_share}}}}},
          {"query",
           {{"default_field",
             {boosted(schema::question_field.name, schema::question_field.weight),
              boosted("body", body_weight),
              boosted(schema::answer_field.name, schema::answer_field.weight),
              boosted("section.words", name_weight), boosted("tags.words", name_weight),
              boosted("source.words", name_weight)}}}}}}}},
      {"mappings", {{"dynamic", false}, {"properties", fields()}}}};
  return json_text(definition, 2) + '\n';
}

}  // namespace answers
