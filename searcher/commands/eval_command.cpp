#include "searcher/commands/eval_command.h"

#include "corpus/values/json_text.h"
#include "indexer/commands/index_talk.h"
#include "indexer/commands/with_index.h"
#include "searcher/display/printers.h"
#include "searcher/display/styled_text.h"
#include "searcher/matching/record_lookup.h"
#include "searcher/ranking/batch.h"
#include "searcher/ranking/evaluation.h"
#include "searcher/ranking/searcher.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <map>
#include <ostream>
#include <sstream>
#include <system_error>
#include <utility>
#include <vector>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;

/// A query that counts.
struct Judged {
  std::string qid{};
  std::string text{};
  Figures figures{};
  Figures other{};  ///< of the run it is compared with

  double change() const { return figures.ndcg10 - other.ndcg10; }
};

/// A file for reading, or `in` for "-".
class Source {
 public:
  Source(const std::string& path, std::istream& in) : name_(path), in_(&in) {
    if (path == "-") {
      name_ = "standard input";
      return;
    }
    errno = 0;
    file_.open(path, std::ios::binary);
    if (!file_ || file_.peek() == std::ifstream::traits_type::eof()) {
      if (errno != 0) throw std::system_error(errno, std::generic_category(), path);
      file_.clear();
    }
    in_ = &file_;
  }
  const std::string& name() const { return name_; }
  std::istream& stream() { return *in_; }

 private:
  std::string name_;
  std::ifstream file_;
  std::istream* in_;
};

class Evaluation {
 public:
  Evaluation(const EvalCommand& command, std::istream& in, std::ostream& talk)
      : command_(command), in_(in), talk_(talk) {}

  int run(std::ostream& out) {
    Source qrels(command_.qrels, in_);
    const Judgments judgments = read_judgments(qrels.stream(), qrels.name(), on_trouble_);
    read_queries(judgments);
    if (queries_.empty()) {
      talk_ << fmt::format("answers: nothing is judged relevant to any query of {}\n",
                           printable_line(command_.queries));
      return 2;
    }
    const Run hits = command_.run.empty() ? search(judgments) : read(command_.run);
    score(hits, judgments, &Judged::figures);
    if (!command_.against.empty()) score(read(command_.against), judgments, &Judged::other);
    command_.json ? print_json(out) : print_text(out);
    if (command_.floor && mean(measures[0], &Judged::figures) < *command_.floor) {
      talk_ << fmt::format("answers: nDCG@10 {:.4f} is below {}\n",
                           mean(measures[0], &Judged::figures), *command_.floor);
      return 1;
    }
    return all_read_ ? 0 : 2;
  }

 private:
  void read_queries(const Judgments& judgments) {
    Source source(command_.queries, in_);
    BatchReader batch(source.stream());
    while (auto query = batch.next()) {
      if (!query->error.empty()) {
        on_trouble_({source.name(), query->line, query->error, "the line was left out"});
        continue;
      }
      // As a run has it: blanks part its columns.
      std::ranges::replace_if(
          query->qid, [](char c) { return c == ' ' || c == '\t'; }, '_');
      const auto judged = judgments.find(query->qid);
      if (judged == judgments.end() || !has_relevant(judged->second)) continue;
      queries_.push_back({.qid = query->qid, .text = query->text});
    }
  }

  Run read(const std::string& path) {
    Source source(path, in_);
    return read_run(source.stream(), source.name(), on_trouble_);
  }

  /// Judged documents that the index has not are never found, and count all the same.
  void tell_unknown(const Index& index, const Judgments& judgments) const {
    std::size_t judged = 0;
    std::size_t unknown = 0;
    std::string_view first;
    for (const Judged& query : queries_) {
      for (const auto& [document, grade] : judgments.at(query.qid)) {
        ++judged;
        const FoundRecords found = find_records(index, document);
        if (found.answers.size() == 1 && found.answers.front().id == document) continue;
        if (unknown++ == 0) first = document;
      }
    }
    if (unknown == 0) return;
    talk_ << fmt::format(
        "answers: {} of {} judged documents are no record of the index, {} for one; ids stand "
        "whole in --format json\n",
        unknown, judged, printable_line(std::string(first)));
  }

  /// Through the form in which a run is kept in a file, so that both count the same.
  Run search(const Judgments& judgments) {
    std::stringstream run;
    with_index(find_indexes(command_.indexes), Verify::all, talk_, [&](Index& index) {
      if (index.remotes().empty()) tell_unknown(index, judgments);
      Searcher searcher(std::move(index));
      SearchOptions options;
      options.limit = command_.depth;
      options.passages = false;
      run = std::stringstream();
      PrintOptions print;
      print.format = Format::trec;
      for (const Judged& query : queries_) {
        print.topic = query.qid;
        print_results(searcher.search(query.text, options), print, run);
      }
      return 0;
    });
    return read_run(run, "the run", on_trouble_);
  }

  void score(const Run& run, const Judgments& judgments, Figures Judged::*to) {
    for (Judged& query : queries_) {
      const auto documents = run.find(query.qid);
      if (documents != run.end()) query.*to = evaluate(documents->second, judgments.at(query.qid));
    }
  }

  double mean(const Measure& measure, Figures Judged::*of) const {
    double sum = 0;
    for (const Judged& query : queries_) sum += query.*of.*measure.of;
    return sum / static_cast<double>(queries_.size());
  }

  Difference difference(const Measure& measure) const {
    std::vector<double> differences;
    for (const Judged& query : queries_)
      differences.push_back(query.figures.*measure.of - query.other.*measure.of);
    return bootstrap(differences);
  }

  /// The queries whose nDCG@10 changed in the direction of `sign`, the largest change first.
  std::vector<const Judged*> changed(double sign) const {
    std::vector<const Judged*> list;
    for (const Judged& query : queries_) {
      if (query.change() * sign > 1e-9) list.push_back(&query);
    }
    std::ranges::stable_sort(list, [&](const Judged* a, const Judged* b) {
      return a->change() * sign > b->change() * sign;
    });
    return list;
  }

  static void name(const Judged& query, const std::string& figures, std::ostream& out) {
    const std::string line =
        fmt::format("  {}  {}  {}", figures, printable_line(query.qid), printable_line(query.text));
    out << cut(StyledText().append(line), 100).text() << '\n';
  }

  void print_kinds(std::ostream& out) const {
    std::map<std::string, std::pair<double, std::size_t>> kinds;  // sum, queries
    for (const Judged& query : queries_) {
      auto& [sum, count] = kinds[query.qid.substr(0, query.qid.find('-'))];
      sum += query.figures.ndcg10;
      ++count;
    }
    out << "\nnDCG@10 by kind (queries)\n";
    for (const auto& [kind, figures] : kinds) {
      const auto& [sum, count] = figures;
      out << fmt::format("  {:.4f}  {} ({})\n", sum / static_cast<double>(count),
                         printable_line(kind), count);
    }
  }

  void print_text(std::ostream& out) const {
    const bool compares = !command_.against.empty();
    out << fmt::format("{} {}{}\n", queries_.size(), queries_.size() == 1 ? "query" : "queries",
                       compares ? "          against  difference      95 % interval        p" : "");
    for (const Measure& measure : measures) {
      out << fmt::format("{:<8} {:.4f}", measure.name, mean(measure, &Judged::figures));
      if (compares) {
        const Difference found = difference(measure);
        out << fmt::format("    {:.4f}     {:+.4f}   {:+.4f} … {:+.4f}   {:.4f}",
                           mean(measure, &Judged::other), found.mean, found.low, found.high,
                           found.p);
      }
      out << '\n';
    }
    if (command_.kinds) print_kinds(out);
    if (command_.named == 0) return;
    if (!compares) {
      std::vector<const Judged*> list;
      for (const Judged& query : queries_) list.push_back(&query);
      std::ranges::stable_sort(list, {}, [](const Judged* query) { return query->figures.ndcg10; });
      list.resize(std::min(list.size(), command_.named));
      out << "\nlowest nDCG@10\n";
      for (const Judged* query : list)
        name(*query, fmt::format("{:.4f}", query->figures.ndcg10), out);
      return;
    }
    for (const double sign : {-1.0, 1.0}) {
      auto list = changed(sign);
      out << fmt::format("\n{} {} in nDCG@10\n", list.size(), sign < 0 ? "worse" : "better");
      list.resize(std::min(list.size(), command_.named));
      for (const Judged* query : list) {
        name(*query,
             fmt::format("{:+.4f}  {:.4f} → {:.4f}", query->change(), query->other.ndcg10,
                         query->figures.ndcg10),
             out);
      }
    }
  }

  void print_json(std::ostream& out) const {
    const bool compares = !command_.against.empty();
    Json json{{"schema", "answers.eval/1"}};
    Json& means = json["measures"] = Json::object();
    for (const Measure& measure : measures) {
      Json& of = means[std::string(measure.key)];
      of["value"] = mean(measure, &Judged::figures);
      if (!compares) continue;
      const Difference found = difference(measure);
      of["against"] = mean(measure, &Judged::other);
      of["difference"] = found.mean;
      of["interval"] = {found.low, found.high};
      of["p"] = found.p;
    }
    Json& list = json["queries"] = Json::array();
    const auto figures_of = [](const Figures& figures) {
      Json object = Json::object();
      for (const Measure& measure : measures)
        object[std::string(measure.key)] = figures.*measure.of;
      return object;
    };
    for (const Judged& query : queries_) {
      Json one{{"qid", query.qid}, {"query", query.text}};
      one.update(figures_of(query.figures));
      if (compares) one["against"] = figures_of(query.other);
      list.push_back(std::move(one));
    }
    out << json_text(json, 2) << '\n';
  }

  const EvalCommand& command_;
  std::istream& in_;
  std::ostream& talk_;
  std::vector<Judged> queries_{};
  bool all_read_ = true;
  OnTrouble on_trouble_ = [this](const Trouble& trouble) {
    all_read_ = false;
    talk_ << "answers: " << trouble_line(trouble) << '\n';
  };
};

}  // namespace

int run_eval(const EvalCommand& command, std::istream& in, std::ostream& out, std::ostream& talk) {
  return Evaluation(command, in, talk).run(out);
}

}  // namespace answers
