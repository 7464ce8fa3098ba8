#include "searcher/site/site.h"

#include "corpus/values/json_text.h"
#include "searcher/matching/thread_of.h"
#include "searcher/pages/embedded.h"
#include "searcher/pages/page.h"
#include "searcher/pages/page_parts.h"
#include "searcher/site/packed_numbers.h"
#include "searcher/site/site_index.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

namespace answers {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Texts in a file: a page of hits asks for up to ten of these files.
constexpr std::size_t texts_in_a_file = 64;
constexpr std::size_t facet_values_shown = 8;
constexpr std::string_view scripts[] = {"site.js", "site_index.js"};

class SiteFolder {
 public:
  explicit SiteFolder(const fs::path& folder) : folder_(folder) {
    fs::create_directories(folder);
    const fs::path page = folder / "index.html";
    if (fs::exists(page)) {
      std::ifstream file(page, std::ios::binary);
      std::string head(2000, '\0');
      file.read(head.data(), static_cast<std::streamsize>(head.size()));
      if (head.find(site_mark) == std::string::npos) refuse();
    } else if (!fs::is_empty(folder)) {
      refuse();
    }
    fs::create_directories(folder / "assets");
    fs::create_directories(folder / "data");
    for (const auto& entry : fs::directory_iterator(folder / "data")) {
      if (entry.path().filename().string().starts_with("texts-")) fs::remove(entry.path());
    }
  }

  void write(const std::string& name, std::string_view content) {
    const fs::path path = folder_ / name;
    std::ofstream file(path, std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    if (!file) throw std::system_error(errno, std::generic_category(), path.string());
    ++size_.files;
    size_.bytes += content.size();
  }

  SiteSize size(std::size_t records) const {
    SiteSize size = size_;
    size.records = records;
    return size;
  }

 private:
  [[noreturn]] void refuse() const {
    throw std::runtime_error(folder_.string() +
                             " holds something that is no site of ours; name a new folder");
  }

  fs::path folder_;
  SiteSize size_;
};

/// A call of the page's script with a JSON document.
std::string call_with(std::string_view function, const Json& json) {
  return fmt::format("siteAnswers.{}({});\n", function, json_text(json));
}

/// Which records have which value of a field; values that differ in capitals alone are one.
class FieldValues {
 public:
  void add(std::size_t record, const std::string& value) {
    if (value.empty()) return;
    std::string key = value;
    std::ranges::transform(key, key.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    auto& [written, records] = values_.try_emplace(std::move(key), value, Records{}).first->second;
    if (records.empty() || records.back() != record) records.push_back(record);
  }

  /// [["Training", packed gaps], …], the commonest first.
  Json packed() const {
    Json list = Json::array();
    for (const auto* value : by_number()) {
      std::string text;
      std::size_t next = 0;
      for (const std::size_t record : value->second) {
        append_number(text, record - next);
        next = record + 1;
      }
      list.push_back({value->first, std::move(text)});
    }
    return list;
  }

  Facet facet(std::string_view field) const {
    Facet facet{.field = std::string(field), .distinct = values_.size()};
    for (const auto* value : by_number()) {
      if (facet.values.size() == facet_values_shown) break;
      facet.values.push_back({value->first, value->second.size()});
    }
    return facet;
  }

 private:
  using Records = std::vector<std::size_t>;
  using Value = std::pair<std::string, Records>;

  std::vector<const Value*> by_number() const {
    std::vector<const Value*> values;
    for (const auto& [key, value] : values_) values.push_back(&value);
    std::ranges::stable_sort(values, std::ranges::greater(),
                             [](const Value* value) { return value->second.size(); });
    return values;
  }

  std::map<std::string, Value> values_;
};

/// What is known of all records while they are read one after the other.
struct Collected {
  std::vector<std::pair<std::string, FieldValues>> fields{
      {"section", {}}, {"tag", {}}, {"source", {}}, {"difficulty", {}}, {"lang", {}}};
  /// The answers to a question, which are several: those that people thought best first.
  struct Answer {
    bool accepted = false;
    int votes = 0;
    std::size_t record = 0;
  };
  std::map<std::string, std::vector<Answer>> threads{};
  std::map<std::string, std::size_t> languages{};

  void add(std::size_t number, const Record& record) {
    for (const auto& topic : record.section) fields[0].second.add(number, topic);
    for (const auto& tag : record.tags) fields[1].second.add(number, tag);
    fields[2].second.add(number, record.source);
    fields[3].second.add(number, record.difficulty);
    fields[4].second.add(number, record.language);
    ++languages[record.language];
    threads[thread_of(record)].push_back({record.accepted, record.votes.value_or(0), number});
  }

  std::string main_language() const {
    std::string main = "en";
    std::size_t most = 0;
    for (const auto& [language, records] : languages) {
      if (records > most && !language.empty()) std::tie(main, most) = std::tuple(language, records);
    }
    return main;
  }

  Json packed_threads() {
    Json list = Json::array();
    for (auto& [question, answers] : threads) {
      if (answers.size() < 2) continue;
      std::ranges::stable_sort(answers, [](const Answer& a, const Answer& b) {
        return std::tie(a.accepted, a.votes) > std::tie(b.accepted, b.votes);
      });
      Json thread = Json::array();
      for (const Answer& answer : answers) thread.push_back(answer.record);
      list.push_back(std::move(thread));
    }
    return list;
  }
};

/// A record as assets/site.js shows it: pieces of HTML.
Json record_pieces(const Record& record, const PageFrame& frame) {
  return {question_html(record.question), about_hit_html(record, {}, frame),
          above_answers_html(record, frame), answer_text_html(record, 2),
          about_answer_html(record, frame)};
}

}  // namespace

SiteSize write_site(const Index& index, std::span<const Xapian::docid> records,
                    const fs::path& folder) {
  SiteFolder site(folder);
  const PageFrame frame{.records = records.size(), .is_site = true};
  Collected collected;
  Json ids = Json::array();
  Json texts = Json::array();
  for (std::size_t number = 0; number < records.size(); ++number) {
    const Record record = index.record(records[number]);
    collected.add(number, record);
    ids.push_back(record.id);
    texts.push_back(record_pieces(record, frame));
    if (texts.size() < texts_in_a_file && number + 1 < records.size()) continue;
    site.write(fmt::format("data/texts-{}.js", number / texts_in_a_file),
               call_with("takeTexts", {number / texts_in_a_file, texts}));
    texts.clear();
  }
  Json words = site_index(index, records, collected.main_language());
  words["texts_in_a_file"] = texts_in_a_file;
  words["ids"] = std::move(ids);
  words["threads"] = collected.packed_threads();
  words["facets"] = Json::object();
  for (const auto& [field, values] : collected.fields) words["facets"][field] = values.packed();
  site.write("data/index.js", call_with("takeIndex", words));
  for (const PageAsset& asset : page_assets())
    site.write("assets/" + std::string(asset.name), asset.content);
  for (const std::string_view name : scripts)
    site.write("assets/" + std::string(name), embedded_file(name));
  SearchView view;
  for (const auto& [field, values] : collected.fields)
    view.results.facets.push_back(values.facet(field));
  site.write("index.html", search_page(view, frame));
  return site.size(records.size());
}

}  // namespace answers
