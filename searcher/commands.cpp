#include "searcher/commands.h"

#include "indexer/index_directory.h"
#include "searcher/searcher.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace answers {
namespace {

struct Typed {
  std::string index;
  std::string format = "text";
  bool batch = false;
  std::vector<std::string> words;
  SearchOptions search;
};

void print(const Results& results, const std::string& format, const std::string& topic) {
  for (const Hit& hit : results.hits) {
    if (format == "trec") {
      std::cout << topic << " Q0 " << hit.record.id << ' ' << hit.rank << ' ' << hit.score
                << " answers\n";
    } else {
      std::cout << hit.rank << '\t' << hit.score << '\t' << hit.record.id << '\t'
                << hit.record.question << '\n';
    }
  }
}

int run_search(const Typed& typed) {
  Searcher searcher(open_index(find_index(typed.index)));
  std::size_t hits = 0;
  if (typed.batch) {
    std::string line;
    while (std::getline(std::cin, line)) {
      const auto tab = line.find('\t');
      if (tab == std::string::npos) continue;
      const Results results = searcher.search(std::string_view(line).substr(tab + 1), typed.search);
      print(results, typed.format, line.substr(0, tab));
      hits += results.hits.size();
    }
  } else {
    std::string query;
    for (const auto& word : typed.words) query += (query.empty() ? "" : " ") + word;
    const Results results = searcher.search(query, typed.search);
    print(results, typed.format, "0");
    hits = results.hits.size();
  }
  return hits > 0 ? 0 : 1;
}

}  // namespace

void add_searcher_commands(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("search", "Find the records that answer a query");
  auto typed = std::make_shared<Typed>();
  command->add_option("QUERY", typed->words, "Words");
  command->add_option("--index", typed->index, "The folder of the index");
  command->add_option("--format", typed->format, "text or trec");
  command->add_option("-n,--limit", typed->search.limit, "Show at most this many hits");
  command->add_option("--offset", typed->search.offset, "Leave out this many hits before them");
  command->add_flag("--batch", typed->batch, "Queries from standard input, 'qid TAB query' a line");
  command->callback([typed, &exit_code] { exit_code = run_search(*typed); });
}

}  // namespace answers
