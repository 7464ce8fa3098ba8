#include "searcher/commands/topics_command.h"

#include "corpus/values/json_text.h"
#include "indexer/commands/index_talk.h"
#include "indexer/commands/with_index.h"
#include "searcher/commands/search_log.h"
#include "searcher/display/styled_text.h"
#include "searcher/ranking/topics.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <unistd.h>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;

/// The fields that say what a collection is about.
constexpr std::string_view topic_fields[] = {"section", "tag"};

struct Coverage {
  std::size_t records = 0;
  std::vector<TopicList> lists{};
  std::vector<UnansweredFile> unanswered{};
  std::vector<FailedSearch> failed{};
};

std::uint64_t questions_of(const std::vector<UnansweredFile>& files) {
  std::uint64_t questions = 0;
  for (const auto& file : files) questions += file.questions;
  return questions;
}

void print_text(const Coverage& coverage, std::size_t limit, std::ostream& out) {
  const Terminal terminal = look_at_terminal(STDOUT_FILENO, ColorChoice::automatic);
  const auto line = [&](const std::string& text) {
    const StyledText styled = StyledText().append(printable_line(text));
    out << (terminal.is_terminal ? cut(styled, terminal.columns) : styled).text() << '\n';
  };
  const auto head = [&](std::string_view what, std::size_t number) {
    out << fmt::format("\n{} {}\n", number, what);
  };
  const auto rest = [&](std::size_t all) {
    if (all > limit) line(fmt::format("         … and {} more", all - limit));
  };
  out << fmt::format("{} records\n", coverage.records);
  for (const auto& list : coverage.lists) {
    head(list.field == "tag" ? "tags" : "sections", list.distinct);
    for (const auto& topic : list.topics) {
      std::string words;
      for (const auto& word : topic.words) words += (words.empty() ? ": " : ", ") + word;
      line(fmt::format("{:>7}  {}{}", topic.records, topic.name, words));
    }
    rest(list.distinct);
  }
  head("questions without an answer", questions_of(coverage.unanswered));
  for (std::size_t i = 0; i < std::min(limit, coverage.unanswered.size()); ++i)
    line(fmt::format("{:>7}  {}", coverage.unanswered[i].questions, coverage.unanswered[i].path));
  rest(coverage.unanswered.size());
  if (coverage.failed.empty() && !logs_searches()) {
    out << "\nsearches that find nothing are not kept; with log_searches = true they are\n";
    return;
  }
  head("searches found nothing", coverage.failed.size());
  for (std::size_t i = 0; i < std::min(limit, coverage.failed.size()); ++i) {
    const auto& [query, times, last] = coverage.failed[i];
    line(fmt::format("{:>7}  {}  ({})", times, query, last.substr(0, 10)));
  }
  rest(coverage.failed.size());
}

void print_json(const Coverage& coverage, std::size_t limit, std::ostream& out) {
  Json json{{"schema", "answers.topics/1"}, {"records", coverage.records}};
  for (const auto& list : coverage.lists) {
    Json values = Json::array();
    for (const auto& topic : list.topics)
      values.push_back({{"value", topic.name}, {"records", topic.records}, {"words", topic.words}});
    json[list.field == "tag" ? "tags" : "sections"] = {{"distinct", list.distinct},
                                                       {"values", std::move(values)}};
  }
  Json files = Json::array();
  for (std::size_t i = 0; i < std::min(limit, coverage.unanswered.size()); ++i)
    files.push_back(
        {{"path", coverage.unanswered[i].path}, {"questions", coverage.unanswered[i].questions}});
  json["unanswered"] = {{"questions", questions_of(coverage.unanswered)},
                        {"files", std::move(files)}};
  Json searches = Json::array();
  for (std::size_t i = 0; i < std::min(limit, coverage.failed.size()); ++i) {
    const auto& [query, times, last] = coverage.failed[i];
    searches.push_back({{"query", query}, {"times", times}, {"last", last}});
  }
  json["nothing_found"] = {{"logged", logs_searches()},
                           {"distinct", coverage.failed.size()},
                           {"searches", std::move(searches)}};
  out << json_text(json, 2) << '\n';
}

int topics(const TopicsCommand& command, const Index& index, std::ostream& out,
           std::ostream& talk) {
  Coverage coverage{.records = index.database().get_doccount()};
  for (const auto field : topic_fields)
    coverage.lists.push_back(find_topics(index, field, command.limit));
  coverage.unanswered = unanswered_files(index);
  coverage.failed = failed_searches(index.members().front().directory, [&](const Trouble& trouble) {
    talk << "answers: " << trouble_line(trouble) << '\n';
  });
  command.json ? print_json(coverage, command.limit, out)
               : print_text(coverage, command.limit, out);
  return 0;
}

}  // namespace

int run_topics(const TopicsCommand& command, std::ostream& out, std::ostream& talk) {
  return with_index(command.index, Verify::little, talk,
                    [&](const Index& index) { return topics(command, index, out, talk); });
}

}  // namespace answers
