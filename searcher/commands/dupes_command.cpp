#include "searcher/commands/dupes_command.h"

#include "corpus/values/json_text.h"
#include "indexer/commands/with_index.h"
#include "indexer/schema.h"
#include "searcher/display/hit_fields.h"
#include "searcher/display/printers.h"
#include "searcher/display/styled_text.h"
#include "searcher/ranking/near_duplicates.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <unistd.h>
#include <unordered_set>
#include <vector>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;

/// The questions of an index, each once for every file that asks it: several answers that one file
/// has to a question are no duplicates, and the same question in another file is one.
struct Questions {
  std::vector<std::string> texts{};
  std::vector<std::string>
      asked{};                    ///< the same with their bodies, which say what is asked of "this"
  std::vector<Record> records{};  ///< the first of each, without its texts
};

Questions read_questions(const Index& index) {
  Questions questions;
  std::unordered_set<std::string> seen;
  const Xapian::Database& database = index.database();
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    Record record = index.record(*id);
    if (record.question.empty()) continue;
    const std::string of_file = '\n' + record.place.path;
    const std::string key = database.get_document(*id).get_value(schema::question_key);
    if (!seen.insert(key + of_file).second) continue;
    constexpr std::size_t most_of_body = 2000;
    questions.asked.push_back(record.question + '\n' + record.body.substr(0, most_of_body));
    questions.texts.push_back(std::move(record.question));
    Record& kept = questions.records.emplace_back();
    kept.id = std::move(record.id);
    kept.place = std::move(record.place);
  }
  return questions;
}

/// One printed thing: a group, or a pair that contrasts.
struct Finding {
  double similarity = 0;
  Contrast contrast{};
  std::vector<std::size_t> questions{};
};

std::vector<Finding> findings(NearDuplicates&& found, std::size_t limit) {
  const auto count = [&](std::size_t all) { return limit == 0 ? all : std::min(limit, all); };
  std::vector<Finding> list;
  for (std::size_t i = 0; i < count(found.groups.size()); ++i)
    list.push_back({found.groups[i].similarity, {}, std::move(found.groups[i].questions)});
  for (std::size_t i = 0; i < count(found.contrasts.size()); ++i) {
    auto& [pair, contrast] = found.contrasts[i];
    list.push_back({pair.similarity, std::move(contrast), {pair.first, pair.second}});
  }
  return list;
}

bool is_contrast(const Finding& finding) { return finding.contrast.kind != Contrast::Kind::none; }

void print_text(const std::vector<Finding>& list, const Questions& questions,
                const Terminal& terminal, std::ostream& out) {
  constexpr std::size_t indent = 6;
  const std::size_t room = std::max<std::size_t>(std::min<std::size_t>(terminal.columns, 100), 30);
  const auto line = [&](const StyledText& text) {
    write(out, text, terminal);
    out << '\n';
  };
  bool contrasts = false;
  for (const Finding& finding : list) {
    if (is_contrast(finding) && !contrasts) {
      contrasts = true;
      line(StyledText().append("Alike, but they ask different things:", bold));
      out << '\n';
    }
    std::string margin = fmt::format("{:.2f}", finding.similarity);
    for (const std::size_t number : finding.questions) {
      for (const auto& part : wrap(StyledText().append(questions.texts[number]), room - indent)) {
        line(StyledText().append(fmt::format("{:<{}}", margin, indent), dim).append(part));
        margin.clear();
      }
      const Record& record = questions.records[number];
      line(StyledText()
               .append(std::string(indent, ' '))
               .append(fmt::format("{} · ", record.id), dim)
               .append(linked_place(record, terminal)));
    }
    if (is_contrast(finding)) {
      const auto word = [](const std::string& text) { return text.empty() ? "–" : text; };
      line(StyledText()
               .append(std::string(indent, ' '))
               .append(fmt::format("{}: ", name_of(finding.contrast.kind)))
               .append(word(finding.contrast.left), bold)
               .append(" / ")
               .append(word(finding.contrast.right), bold));
    }
    out << '\n';
  }
}

Json question_json(const Questions& questions, std::size_t number) {
  const Record& record = questions.records[number];
  return {{"id", record.id},
          {"question", questions.texts[number]},
          {"path", path_from_here(record.place.path)},
          {"line", record.place.line}};
}

Json finding_json(const Finding& finding, const Questions& questions) {
  Json members = Json::array();
  for (const std::size_t number : finding.questions)
    members.push_back(question_json(questions, number));
  Json json = {{"similarity", finding.similarity}};
  if (is_contrast(finding)) {
    json["contrast"] = name_of(finding.contrast.kind);
    json["words"] = {finding.contrast.left, finding.contrast.right};
  }
  json["questions"] = std::move(members);
  return json;
}

void put(const Json& json, std::ostream& out) { out << json_text(json) << '\n'; }

void print_json(const std::vector<Finding>& list, const Questions& questions, std::ostream& out) {
  Json json = {
      {"schema", "answers.dupes/1"}, {"groups", Json::array()}, {"contrasts", Json::array()}};
  for (const Finding& finding : list)
    json[is_contrast(finding) ? "contrasts" : "groups"].push_back(finding_json(finding, questions));
  put(json, out);
}

/// number, kind, similarity, id, place, question
void print_tsv(const std::vector<Finding>& list, const Questions& questions, std::ostream& out) {
  std::size_t number = 0;
  for (const Finding& finding : list) {
    ++number;
    const std::string_view kind = is_contrast(finding) ? name_of(finding.contrast.kind) : "same";
    for (const std::size_t question : finding.questions) {
      const Record& record = questions.records[question];
      out << fmt::format("{}\t{}\t{:.4f}\t{}\t{}\t{}\n", number, kind, finding.similarity,
                         printable_line(record.id), printable_line(place_text(record.place)),
                         printable_line(questions.texts[question]));
    }
  }
}

int dupes(const DupesCommand& command, const Index& index, std::ostream& out, std::ostream& talk) {
  const Questions questions = read_questions(index);
  const std::vector<Finding> list =
      findings(find_near_duplicates(questions.asked, command.least_similarity), command.limit);
  switch (command.form) {
    case DupesCommand::Form::text:
      print_text(list, questions, look_at_terminal(STDOUT_FILENO, command.color), out);
      break;
    case DupesCommand::Form::json:
      print_json(list, questions, out);
      break;
    case DupesCommand::Form::jsonl:
      for (const Finding& finding : list) put(finding_json(finding, questions), out);
      break;
    case DupesCommand::Form::tsv:
      print_tsv(list, questions, out);
      break;
  }
  if (!list.empty()) return 0;
  if (questions.texts.size() < 2) {
    talk << "answers: there are no two questions to compare\n";
  } else {
    talk << fmt::format("answers: none of the {} questions looks like another one\n",
                        questions.texts.size());
  }
  return 1;
}

}  // namespace

int run_dupes(const DupesCommand& command, std::ostream& out, std::ostream& talk) {
  return with_index(command.index, Verify::all, talk,
                    [&](const Index& index) { return dupes(command, index, out, talk); });
}

}  // namespace answers
