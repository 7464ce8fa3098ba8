#include "searcher/search_command.h"

#include "indexer/index.h"
#include "indexer/index_directory.h"

#include <fmt/format.h>

#include <chrono>
#include <istream>
#include <iterator>
#include <ostream>
#include <unistd.h>

namespace answers {
namespace {

std::string typed_query(const std::vector<std::string>& words, std::istream& in) {
  if (words.size() == 1 && words[0] == "-") return {std::istreambuf_iterator<char>(in), {}};
  std::string query;
  for (const auto& word : words) query += (query.empty() ? "" : " ") + word;
  return query;
}

/// What a person may want to know below the hits; a pipe never sees it.
void talk_below(const Results& results, double milliseconds, std::size_t limit,
                std::ostream& talk) {
  const std::size_t first = results.hits.front().rank;
  const std::size_t last = results.hits.back().rank;
  talk << fmt::format("\n{}–{} of {}{} in {:.1f} ms · read one: answers show {}", first, last,
                      results.total_is_exact ? "" : "at least ", std::max(results.total, last),
                      milliseconds, std::string_view(results.hits.front().record.id).substr(0, 7));
  if (results.hits.size() == limit) talk << fmt::format(" · more: --offset {}", last);
  talk << '\n';
}

void talk_of_nothing(const Results& results, std::ostream& talk) {
  talk << "answers: nothing found for: " << printable(results.query.text) << '\n';
  for (const auto& suggestion : results.query.suggestions) {
    talk << "  did you mean  " << printable(suggestion) << "  ?\n";
  }
  if (!results.query.unknown_words.empty()) {
    talk << "  not in this index:";
    for (const auto& word : results.query.unknown_words) talk << ' ' << printable(word);
    talk << '\n';
  }
}

int search_once(const SearchCommand& command, Searcher& searcher, std::istream& in,
                std::ostream& out, std::ostream& talk) {
  const std::string query = typed_query(command.words, in);
  const auto begin = std::chrono::steady_clock::now();
  const Results results = searcher.search(query, command.search);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  PrintOptions print;
  print.format = command.format;
  print.terminal = look_at_terminal(STDOUT_FILENO, command.color);
  print.path_end = command.null_separated ? '\0' : '\n';
  if (!results.query.corrected.empty()) {
    talk << "answers: showing results for: " << printable(results.query.corrected)
         << "  (--literal searches as typed)\n";
  }
  print_results(results, print, out);
  out.flush();
  const bool person = print.terminal.is_terminal && isatty(STDERR_FILENO) == 1;
  if (results.hits.empty()) {
    talk_of_nothing(results, talk);
  } else if (person && command.format == Format::text) {
    talk_below(results, took.count(), command.search.limit, talk);
  }
  return results.hits.empty() && !command.no_match_ok ? 1 : 0;
}

int search_batch(const SearchCommand& command, Searcher& searcher, std::istream& in,
                 std::ostream& out, std::ostream& talk) {
  bool found = false;
  std::size_t number = 0;
  std::string line;
  while (std::getline(in, line)) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    const auto tab = line.find('\t');
    if (tab == std::string::npos) {
      talk << fmt::format(
          "answers: standard input:{}: no tab in the line; a batch needs 'qid TAB query'\n",
          number);
      continue;
    }
    PrintOptions print;
    print.format = command.format;
    print.topic = line.substr(0, tab);
    print.path_end = command.null_separated ? '\0' : '\n';
    const Results results = searcher.search(std::string_view(line).substr(tab + 1), command.search);
    found = found || !results.hits.empty();
    if (command.format == Format::text)
      out << print.topic << '\t' << printable(results.query.text) << '\n';
    print_results(results, print, out);
  }
  return found || command.no_match_ok ? 0 : 1;
}

}  // namespace

int run_search(const SearchCommand& command, std::istream& in, std::ostream& out,
               std::ostream& talk) {
  Index index = open_index({find_index(command.index)});
  for (const auto& warning : index.warnings()) talk << "answers: " << warning << '\n';
  Searcher searcher(std::move(index));
  return command.batch ? search_batch(command, searcher, in, out, talk)
                       : search_once(command, searcher, in, out, talk);
}

}  // namespace answers
