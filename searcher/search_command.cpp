#include "searcher/search_command.h"

#include "indexer/index.h"
#include "indexer/index_directory.h"
#include "searcher/batch.h"
#include "searcher/styled_text.h"

#include <fmt/format.h>

#include <chrono>
#include <istream>
#include <iterator>
#include <ostream>
#include <sys/stat.h>
#include <unistd.h>

namespace answers {
namespace {

/// A build log may be long, and what went wrong stands at its end.
constexpr std::size_t longest_query = 1 << 20;

std::string read_query(std::istream& in) {
  std::string query;
  char block[1 << 16];
  while (in.read(block, sizeof block) || in.gcount() > 0) {
    query.append(block, static_cast<std::size_t>(in.gcount()));
    if (query.size() > 2 * longest_query) query.erase(0, query.size() - longest_query);
  }
  if (query.size() > longest_query) query.erase(0, query.size() - longest_query);
  return query;
}

std::string typed_query(const std::vector<std::string>& words, std::istream& in) {
  if (words.size() == 1 && words[0] == "-") return read_query(in);
  std::string query;
  for (const auto& word : words) query += (query.empty() ? "" : " ") + word;
  return query;
}

void talk_dim(const std::string& text, const Terminal& terminal, std::ostream& talk) {
  for (const StyledText& line : wrap(StyledText().append(text, dim), terminal.columns)) {
    write(talk, line, terminal);
    talk << '\n';
  }
}

/// What a person may want to know below the hits; a pipe never sees it.
void talk_below(const Results& results, double milliseconds, std::size_t limit,
                const Terminal& terminal, std::ostream& talk) {
  const std::size_t first = results.hits.front().rank;
  const std::size_t last = results.hits.back().rank;
  talk << '\n';
  talk_dim(fmt::format("{}–{} of {}{} in {:.1f} ms", first, last,
                       results.total_is_exact ? "" : "at least ", std::max(results.total, last),
                       milliseconds),
           terminal, talk);
  std::string next =
      fmt::format("read one: answers show {}", short_id(results.hits.front().record));
  if (results.hits.size() == limit) next += fmt::format(" · more: --offset {}", last);
  talk_dim(next, terminal, talk);
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
  SearchOptions options = command.search;
  options.fold_answers = command.print.format == Format::text;
  const Results results = searcher.search(query, options);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  PrintOptions print = command.print;
  print.terminal = look_at_terminal(STDOUT_FILENO, command.color);
  if (!results.query.corrected.empty()) {
    talk << "answers: showing results for: " << printable(results.query.corrected)
         << "  (--literal searches as typed)\n";
  }
  print_results(results, print, out);
  out.flush();
  const bool person = print.terminal.is_terminal && isatty(STDERR_FILENO) == 1;
  if (results.total == 0) {
    talk_of_nothing(results, talk);
  } else if (person && print.format == Format::text && !results.hits.empty() && !print.count &&
             results.facets.empty()) {
    talk_below(results, took.count(), command.search.limit, print.terminal, talk);
  }
  return (print.count ? results.total == 0 : results.hits.empty()) && !command.no_match_ok ? 1 : 0;
}

/// Whether somebody may be waiting for the answer to one query before asking the next.
bool comes_bit_by_bit(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode);
}

int search_batch(const SearchCommand& command, Searcher& searcher, std::istream& in,
                 std::ostream& out, std::ostream& talk) {
  const bool flush_each = comes_bit_by_bit(STDIN_FILENO);
  bool found = false;
  bool all_read = true;
  PrintOptions print = command.print;
  BatchReader batch(in);
  while (auto query = batch.next()) {
    print.topic = query->qid;
    if (query->error.empty()) {
      try {
        const Results results = searcher.search(query->text, command.search);
        found = found || !results.hits.empty() || (print.count && results.total > 0);
        if (print.format == Format::text) {
          out << printable_line(print.topic) << '\t' << printable_line(results.query.text) << '\n';
        }
        print_results(results, print, out);
      } catch (const QueryError& error) {
        query->error = fmt::format("column {}: {}", error.column(), error.what());
      }
    }
    if (!query->error.empty()) {
      all_read = false;
      print_error(*query, print, out);
      talk << fmt::format("answers: standard input:{}: {}\n", query->line, query->error);
    }
    if (flush_each) out.flush();
  }
  if (!all_read) return 2;
  return found || command.no_match_ok ? 0 : 1;
}

}  // namespace

int run_search(const SearchCommand& command, std::istream& in, std::ostream& out,
               std::ostream& talk) {
  if (command.wanted_format_version != format_version) {
    talk << fmt::format("answers: the output has format version {}; version {} is not known\n",
                        format_version, command.wanted_format_version);
    return command.wanted_format_version < format_version ? 20 : 21;  // as notmuch does
  }
  Index index = open_index({find_index(command.index)});
  for (const auto& warning : index.warnings()) talk << "answers: " << warning << '\n';
  Searcher searcher(std::move(index));
  try {
    return command.batch ? search_batch(command, searcher, in, out, talk)
                         : search_once(command, searcher, in, out, talk);
  } catch (const QueryError& error) {
    talk << "answers: column " << error.column() << ": " << error.what() << '\n';
    return 2;
  }
}

}  // namespace answers
