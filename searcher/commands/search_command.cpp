#include "searcher/commands/search_command.h"

#include "corpus/characters/characters.h"
#include "indexer/building/collection_files.h"
#include "indexer/commands/amounts.h"
#include "indexer/commands/with_index.h"
#include "indexer/generations/index_check.h"
#include "indexer/generations/index_directory.h"
#include "searcher/commands/command_line.h"
#include "searcher/commands/last_search.h"
#include "searcher/commands/paths_from_here.h"
#include "searcher/commands/search_log.h"
#include "searcher/display/coverage_sentence.h"
#include "searcher/display/explanation_view.h"
#include "searcher/display/hit_fields.h"
#include "searcher/display/pager.h"
#include "searcher/display/styled_text.h"
#include "searcher/query/query.h"
#include "searcher/ranking/batch.h"
#include "searcher/ranking/facets.h"
#include "searcher/ranking/little_covered.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <istream>
#include <iterator>
#include <optional>
#include <ostream>
#include <sstream>
#include <stdexcept>
#include <sys/stat.h>
#include <system_error>
#include <tuple>
#include <unistd.h>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// A build log may be long, and what went wrong stands at its end.
constexpr std::size_t longest_query = 1 << 20;
constexpr std::size_t longest_shown = 400;  // bytes of what was kept of a pasted text

constexpr std::size_t most_words_shown = 12;  // of a query that finds nothing
constexpr std::size_t widest_word = 24;
constexpr std::size_t most_colons = 20;  // of a pasted query are looked at

std::string read_query(std::istream& in) {
  std::string query;
  char block[1 << 16];
  while (in.read(block, sizeof block) || in.gcount() > 0) {
    query.append(block, static_cast<std::size_t>(in.gcount()));
    if (query.size() > 2 * longest_query) query.erase(0, query.size() - longest_query);
  }
  if (query.size() > longest_query) query.erase(0, query.size() - longest_query);
  if (query.starts_with("\xEF\xBB\xBF")) query.erase(0, 3);  // a byte order mark
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

/// A pasted query is not repeated whole.
std::string shortened_query(const std::string& text) {
  constexpr std::size_t longest = 200;
  return cut(StyledText().append(printable_line(text)), longest).text();
}

/// "section: Trees 12 · Boosting 3 · +4": as much as goes on one line.
std::string topics_line(const Facet& facet, std::size_t columns) {
  constexpr std::size_t most_topics_shown = 6;
  constexpr std::size_t room_for_more = 7;
  std::string line = facet.field + ": ";
  std::size_t shown = 0;
  for (const auto& [value, records] : facet.values) {
    const std::string one =
        fmt::format("{}{} {}", shown == 0 ? "" : " · ", printable_line(value), records);
    if (shown > 0 && display_width(line) + display_width(one) + room_for_more > columns) continue;
    line += one;
    if (++shown == most_topics_shown) break;
  }
  if (facet.distinct > shown) line += fmt::format(" · +{}", facet.distinct - shown);
  return line;
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
  if (const std::string sentence = coverage_sentence(results); !sentence.empty())
    talk_dim(printable_line(sentence), terminal, talk);
  if (results.topics) talk_dim(topics_line(*results.topics, terminal.columns), terminal, talk);
  std::string next = fmt::format("read one: answers show {0} · answers open {0}", first);
  const bool is_last = results.total_is_exact && last >= results.total;
  if (results.hits.size() == limit && !is_last) next += fmt::format(" · more: --offset {}", last);
  talk_dim(next, terminal, talk);
}

/// What whoever reads a pipe must know of its hits, too: that the best is hardly what was asked.
void talk_of_little_covered(const Results& results, std::ostream& talk) {
  if (results.hits.empty() || results.hits.front().coverage >= little_covered) return;
  if (const std::string sentence = coverage_sentence(results); !sentence.empty())
    talk << "answers: " << printable_line(sentence) << '\n';
}

/// A word such as "tga:nets" in the query whose beginning is nearly the name of a field.
struct MistypedField {
  std::size_t column = 0;  ///< from 1, in bytes
  std::string typed{};
  std::string meant{};
};
std::optional<MistypedField> mistyped_field(std::string_view query) {
  const std::vector<std::string> known(query_fields().begin(), query_fields().end());
  std::size_t looked_at = 0;
  for (auto colon = query.find(':'); colon != query.npos && ++looked_at <= most_colons;
       colon = query.find(':', colon + 1)) {
    std::size_t begin = colon;
    while (begin > 0 && query[begin - 1] >= 'a' && query[begin - 1] <= 'z') --begin;
    const bool begins_word =
        begin == 0 || std::string_view(" \t\n+-").find(query[begin - 1]) != query.npos;
    const char next = colon + 1 < query.size() ? query[colon + 1] : ' ';
    const bool has_value = std::string_view(" \t\n:/\\").find(next) == query.npos;
    if (!begins_word || !has_value || colon - begin < 3) continue;
    const std::string name(query.substr(begin, colon - begin));
    if (std::ranges::find(known, name) != known.end()) continue;
    std::string meant = nearest(name, known);
    if (!meant.empty()) return MistypedField{begin + 1, name, std::move(meant)};
  }
  return std::nullopt;
}

/// "in 3 records", "in no record; tag:trees in 12".
std::string where_it_is(const AskedWord& asked) {
  const auto in_records = [](std::size_t records) {
    if (records == 0) return std::string("in no record");
    return records == 1 ? std::string("in 1 record") : fmt::format("in {} records", records);
  };
  std::string where = in_records(asked.records);
  if (!asked.nearest.empty()) {
    where +=
        fmt::format("; {} {}", printable_line(asked.nearest), in_records(asked.nearest_records));
  }
  return where;
}

/// How to see the values of a field that a filter asked for in vain; empty where there is no need.
std::string values_hint(const std::vector<AskedWord>& words) {
  for (const AskedWord& asked : words) {
    const bool has_list = std::ranges::find(facet_fields(), asked.field) != facet_fields().end();
    if (asked.records == 0 && has_list)
      return fmt::format("every {}: answers search --facets {}", asked.field, asked.field);
  }
  return {};
}

/// Says what was searched for in vain; to a person also what is known of its words, and what comes
/// closest.
void talk_of_nothing(const Results& results, bool person, const Terminal& terminal,
                     std::ostream& talk) {
  if (is_blank(results.query.text) && results.query.words.empty()) {
    talk << "answers: the query is empty\n";
    return;
  }
  talk << "answers: nothing found for: " << shortened_query(results.query.text) << '\n';
  for (const auto& [query, records] : results.query.suggestions) {
    talk << "  did you mean  " << printable_line(query) << "  ?";
    if (records > 0) talk << fmt::format("  ({} record{})", records, records == 1 ? "" : "s");
    talk << '\n';
  }
  if (!person) return;
  std::size_t width = 0;
  for (const auto& word : results.query.words)
    width = std::max(width, display_width(printable_line(word.text)));
  width = std::min(width, widest_word);
  std::size_t shown = 0;
  for (const AskedWord& asked : results.query.words) {
    if (++shown > most_words_shown) {
      talk_dim(fmt::format("  … and {} more words", results.query.words.size() - most_words_shown),
               terminal, talk);
      break;
    }
    StyledText line;
    const std::string word = printable_line(asked.text);
    line.append("  ").append(word, asked.records == 0 ? red : plain);
    line.append(std::string(width - std::min(width, display_width(word)) + 2, ' '));
    line.append(where_it_is(asked), dim);
    write(talk, cut(line, terminal.columns), terminal);
    talk << '\n';
  }
  if (const std::string hint = values_hint(results.query.words); !hint.empty())
    talk_dim(hint, terminal, talk);
  if (results.closest.empty()) return;
  talk_dim("the words alone, without filters and operators, find:", terminal, talk);
  for (const Hit& hit : results.closest) {
    StyledText line;
    line.append("  ").append(short_id(hit.record), dim).append("  ").append(hit.record.question);
    write(talk, cut(line, terminal.columns), terminal);
    talk << '\n';
  }
}

/// Says which words no record has, where something was found all the same, and what may have been
/// meant where nothing was taken in their place.
void talk_of_unknown_words(const Results& results, std::ostream& talk) {
  constexpr std::size_t most_told = 5;
  const auto& [words, meant] = std::tie(results.query.unknown_words, results.query.taken_as);
  if (results.total == 0 || words.empty()) return;
  std::string told;
  std::size_t more = 0;
  bool is_left = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    // Of what was mended the whole query is shown.
    const bool is_mended = !results.query.corrected.empty() &&
                           results.query.corrected.find(words[i]) == std::string::npos;
    if (is_mended) continue;
    if (i >= most_told) {
      ++more;
      continue;
    }
    if (!told.empty()) told += ", ";
    told += fmt::format("\"{}\"", shortened_query(words[i]));
    if (i < meant.size() && !meant[i].empty())
      told += fmt::format(" (searched for as \"{}\")", printable_line(meant[i]));
    else
      is_left = true;
  }
  if (more > 0) told += fmt::format(" and {} more", more);
  if (is_left && !results.query.suggestions.empty())
    told += fmt::format("; did you mean \"{}\"?",
                        printable_line(results.query.suggestions.front().query));
  if (!told.empty()) talk << "answers: no record has " << told << '\n';
}

/// Shows where a strict query is broken: its line, and a caret below the column.
void talk_of_broken_query(const std::string& query, const QueryError& error,
                          const Terminal& terminal, std::ostream& talk) {
  talk << fmt::format("answers: column {}: {}\n", error.column(), error.what());
  const std::size_t at = std::min(error.column() - 1, query.size());
  const std::size_t line_begin = at == 0 ? 0 : query.rfind('\n', at - 1) + 1;  // npos + 1 is 0
  const std::size_t line_end = std::min(query.find('\n', at), query.size());
  const std::string before = printable_line(query.substr(line_begin, at - line_begin));
  const std::string behind = printable_line(query.substr(at, line_end - at));
  // What is left of a long line is what stands around the column.
  const std::size_t room = std::max<std::size_t>(terminal.columns, 40) - 4;
  std::size_t from = before.size() - std::min(before.size(), 4 * room);  // bytes of a character
  const auto is_inside_character = [&before](std::size_t byte) {
    return byte < before.size() && (static_cast<unsigned char>(before[byte]) & 0xC0) == 0x80;
  };
  while (is_inside_character(from) ||
         display_width(std::string_view(before).substr(from)) > room / 2)
    ++from;
  const std::string left = (from > 0 ? "…" : "") + before.substr(from);
  StyledText line;
  line.append(left).append(behind);
  talk << "  " << cut(line, room).text() << '\n'
       << std::string(2 + display_width(left), ' ') << "^\n";
}

/// Names what did not answer, once for as long as that is so.
class GapTeller {
 public:
  explicit GapTeller(std::ostream& talk) : talk_(talk) {}

  void tell(const std::optional<AskedIndexes>& indexes) {
    if (!indexes) return;
    std::vector<std::string> told;
    for (const auto& [name, why] : indexes->missing) {
      told.push_back(
          fmt::format("answers: {} is left out: {}\n", printable_line(name), printable_line(why)));
      if (std::ranges::find(told_, told.back()) == told_.end()) talk_ << told.back();
    }
    told_ = std::move(told);
  }

 private:
  std::ostream& talk_;
  std::vector<std::string> told_;
};

bool is_refused(const SearchCommand& command, const Results& results) {
  return command.indexes.all_or_nothing && results.indexes && !results.indexes->missing.empty();
}
constexpr int index_missing = 3;

/// Where the person wants it: what was searched for in vain.
void keep_failed_search(const std::string& query, const SearchCommand& command,
                        const fs::path& folder, std::ostream& talk) {
  if (!logs_searches()) return;
  try {
    if (!folder.empty())
      log_failed_search(query + command.search.filters, folder, std::time(nullptr));
  } catch (const std::system_error& error) {
    talk << "answers: the search could not be kept: " << printable_line(error.what()) << '\n';
  }
}

/// Says that what was not found may stand in files that the index does not know as they are.
void talk_of_older_index(const Index::Member& member, std::ostream& talk) {
  const DiskChanges changes =
      changes_since(read_manifest(member.directory, member.generation), member.directory);
  const std::size_t files = changes.added.size() + changes.changed.size();
  if (files == 0) return;
  talk << fmt::format(
      "answers: {} new or changed since the index was built; answers index brings it up to date\n",
      plural(files, "file is", "files are"));
}

/// Through a pager what is taller than the terminal. Returns how many hits were printed.
std::size_t print_in_pages(const Results& results, const PrintOptions& print, bool in_pages,
                           std::ostream& out) {
  const std::string pager = in_pages && print.format == Format::text ? pager_command() : "";
  std::size_t printed = 0;
  if (pager.empty()) {
    printed = print_results(results, print, out);
  } else {
    std::ostringstream pages;
    printed = print_results(results, print, pages);
    if (!needs_pager(pages.str(), print.terminal) || !page(pages.str(), pager)) out << pages.str();
  }
  out.flush();
  return printed;
}

int search_once(const SearchCommand& command, const std::string& query, const IndexPlaces& places,
                const std::vector<Index::Member>& members, Searcher& searcher, std::ostream& out,
                std::ostream& talk) {
  const fs::path folder = folder_of(places);
  PrintOptions print = command.print;
  print.terminal = look_at_terminal(STDOUT_FILENO, command.color);
  const Terminal talk_terminal = look_at_terminal(STDERR_FILENO, command.color);
  const bool is_text = print.format == Format::text;
  const bool person = print.terminal.is_terminal && talk_terminal.is_terminal;
  const auto begin = std::chrono::steady_clock::now();
  SearchOptions options = command.search;
  options.fold_answers = is_text;
  options.passages = prints_passages(print);
  options.closest = print.format == Format::json || (is_text && person && !print.count);
  options.overview = (is_text && print.terminal.is_terminal) || prints_similar(print);
  const std::string asked = options.literal ? query : query_from_here(query, folder);
  const auto mistyped = options.literal ? std::nullopt : mistyped_field(asked);
  Results results;
  try {
    if (options.strict && mistyped)
      throw QueryError(mistyped->column, fmt::format("there is no field '{}'. Did you mean '{}'?",
                                                     mistyped->typed, mistyped->meant));
    results = searcher.search(asked, options);
    results.query.text = query;
  } catch (const QueryError& error) {
    talk_of_broken_query(asked, error, talk_terminal, talk);
    return 2;
  }
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  GapTeller(talk).tell(results.indexes);
  const bool is_silent =
      results.indexes && results.indexes->missing.size() == results.indexes->total;
  if (is_silent || is_refused(command, results)) return index_missing;
  if (mistyped && person) {
    talk << fmt::format(
        "answers: '{}:' is no field, and was searched for as a word. Did you mean "
        "'{}:'?\n",
        mistyped->typed, mistyped->meant);
  }
  if (!results.query.corrected.empty()) {
    talk << "answers: showing results for: " << printable(results.query.corrected)
         << "  (--literal searches as typed)\n";
  }
  talk_of_unknown_words(results, talk);
  if (results.query.is_cut_short) {
    talk << fmt::format(
        "answers: the query is long: its first {} words and {} phrases and filters were searched "
        "for\n",
        most_chunks, most_filters);
  }
  locate_printed_passages(results, print);
  if (!results.query.kept.empty()) {
    std::string kept = printable_line(results.query.kept);
    if (kept.size() > longest_shown) kept = kept.substr(0, kept.rfind(' ', longest_shown)) + " …";
    talk << "answers: of what was pasted, searched for: " << kept << '\n';
  }
  const std::size_t printed = print_in_pages(results, print, command.pager && person, out);
  if (person && is_text && !print.count && results.facets.empty())
    remember_hits(results.hits, places);
  if (results.total == 0 && searcher.records() == 0) {
    talk << "answers: the index holds no records; answers index PATH… reads some\n";
  } else if (results.total == 0) {
    talk_of_nothing(results, person, talk_terminal, talk);
    for (const Index::Member& member : members) talk_of_older_index(member, talk);
    keep_failed_search(query, command, folder, talk);
  } else if (!results.query.unknown_words.empty()) {
    keep_failed_search(query, command, folder, talk);
  }
  if (results.total > 0 && results.hits.empty() && command.search.offset > 0 && !print.count) {
    talk << fmt::format("answers: {} record{} match{}, and --offset {} leaves {} out\n",
                        results.total, results.total == 1 ? "" : "s",
                        results.total == 1 ? "es" : "", command.search.offset,
                        results.total == 1 ? "it" : "them all");
  } else if (printed == 0 && print.max_chars > 0 && !results.hits.empty() && !print.count &&
             results.facets.empty()) {
    talk << fmt::format(
        "answers: the best of {} is longer than the {} characters of --max-chars: none was "
        "printed\n",
        plural(results.hits.size(), "hit", "hits"), print.max_chars);
  } else if (person && is_text && !results.hits.empty() && !print.count && results.facets.empty()) {
    talk_below(results, took.count(), command.search.limit, print.terminal, talk);
  } else if (is_text && printed > 0 && !print.count && results.facets.empty()) {
    talk_of_little_covered(results, talk);
  }
  const bool counted = print.count || command.search.limit == 0;
  return (counted ? results.total == 0 : results.hits.empty()) && !command.no_match_ok ? 1 : 0;
}

/// How far down the list the other record of --explain-vs is looked for.
constexpr std::size_t deepest_explained = 1000;

/// The hit at a rank, explained. The ranks are those of `options` without its limits.
std::optional<Hit> explained_hit(Searcher& searcher, const std::string& query,
                                 SearchOptions options, std::size_t rank) {
  options.offset = rank - 1;
  options.limit = 1;
  options.explain = true;
  Results results = searcher.search(query, options);
  if (results.hits.empty()) return std::nullopt;
  return std::move(results.hits.front());
}

int explain_against(const SearchCommand& command, const std::string& query, Searcher& searcher,
                    std::ostream& out, std::ostream& talk) {
  const std::string& id = command.explain_against;
  SearchOptions options = command.search;
  options.passages = false;
  options.offset = 0;
  options.limit = deepest_explained;
  const Results ranked = searcher.search(query, options);
  const auto found = std::ranges::find_if(
      ranked.hits, [&](const Hit& hit) { return hit.record.id.starts_with(id); });
  if (found == ranked.hits.end()) {
    talk << fmt::format("answers: '{}' is not among the {} best records for: {}\n",
                        printable_line(id), ranked.hits.size(), shortened_query(query));
    return 1;
  }
  if (ranked.hits.size() < 2) {
    talk << "answers: nothing else was found that it could be compared with\n";
    return 1;
  }
  // The first is compared with the second: what keeps it there.
  const std::size_t rank = std::max<std::size_t>(found->rank, 2);
  const auto first = explained_hit(searcher, query, options, 1);
  const auto other = explained_hit(searcher, query, options, rank);
  if (!first || !other) throw std::logic_error("a hit that was ranked is gone");
  PrintOptions print = command.print;
  print.terminal = look_at_terminal(STDOUT_FILENO, command.color);
  print_comparison(*first, *other, print, out);
  return 0;
}

/// Whether somebody may be waiting for the answer to one query before asking the next.
bool comes_bit_by_bit(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode);
}

void tell_warnings(const Searcher& searcher, std::ostream& talk) {
  for (const std::string& warning : searcher.warnings())
    talk << "answers: " << printable(warning) << '\n';
}

/// A shorter batch is a few single searches, for which not every byte of the index is read either.
constexpr std::size_t answered_before_verifying = 100;

/// Throws IndexDamaged where the generation is not as it was written, unless a newer one has taken
/// its place.
void verify(const Index::Member& member) {
  const Index whole = open_index({member.directory}, Verify::all);
  if (whole.members().front().generation != member.generation && !whole.warnings().empty())
    throw IndexDamaged(whole.warnings().front());
}

/// How far a batch is: where the index turns out to be damaged, another generation goes on.
struct BatchProgress {
  BatchReader queries;
  std::optional<BatchQuery> query{};  ///< that is to be answered next, once it is read
  std::size_t answered = 0;
  bool found = false;
  bool all_read = true;
};

int search_batch(const SearchCommand& command, Index& index, BatchProgress& batch,
                 std::ostream& out, std::ostream& talk) {
  const std::vector<Index::Member> members = index.members();
  const fs::path folder = members.empty() ? fs::path() : members.front().directory;
  PrintOptions print = command.print;
  print.root = index.root().string();
  Searcher searcher(std::move(index));
  tell_warnings(searcher, talk);
  GapTeller gaps(talk);
  const bool flush_each = comes_bit_by_bit(STDIN_FILENO);
  SearchOptions options = command.search;
  options.closest = print.format == Format::json;
  options.overview = prints_similar(print);
  options.passages = prints_passages(print);
  while (batch.query || (batch.query = batch.queries.next())) {
    BatchQuery& query = *batch.query;
    print.topic = query.qid;
    if (query.error.empty()) {
      try {
        const std::string text = options.literal ? query.text : query_from_here(query.text, folder);
        Results results = searcher.search(text, options);
        results.query.text = query.text;
        gaps.tell(results.indexes);
        if (is_refused(command, results)) return index_missing;
        locate_printed_passages(results, print);
        batch.found = batch.found || !results.hits.empty() || (print.count && results.total > 0);
        if (print.format == Format::text) {
          out << printable_line(print.topic) << '\t' << printable_line(results.query.text) << '\n';
        }
        print_results(results, print, out);
      } catch (const QueryError& error) {
        query.error = fmt::format("column {}: {}", error.column(), error.what());
      }
    }
    if (!query.error.empty()) {
      batch.all_read = false;
      print_error(query, print, out);
      talk << fmt::format("answers: standard input:{}: {}\n", query.line, query.error);
    }
    if (flush_each) out.flush();
    batch.query.reset();
    if (++batch.answered == answered_before_verifying) std::ranges::for_each(members, verify);
  }
  if (!batch.all_read) return 2;
  return batch.found || command.no_match_ok ? 0 : 1;
}

}  // namespace

int run_search(const SearchCommand& typed, std::istream& in, std::ostream& out,
               std::ostream& talk) {
  SearchCommand command = typed;
  const IndexPlaces places = find_indexes(command.indexes);
  for (const auto& path : command.paths)
    command.search.filters += path_filter(path, folder_of(places));
  if (command.batch) {
    BatchProgress batch{.queries = BatchReader(in)};
    return with_index(places, Verify::little, talk,
                      [&](Index& index) { return search_batch(command, index, batch, out, talk); });
  }
  const std::string query = typed_query(command.words, in);
  return with_index(places, Verify::little, talk, [&](Index& index) {
    const std::vector<Index::Member> members = index.members();
    command.print.root = index.root().string();
    Searcher searcher(std::move(index));
    tell_warnings(searcher, talk);
    if (command.explain_against.empty())
      return search_once(command, query, places, members, searcher, out, talk);
    return explain_against(command, query_from_here(query, folder_of(places)), searcher, out, talk);
  });
}

}  // namespace answers
