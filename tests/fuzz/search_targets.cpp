#include "indexer/building/index_writer.h"
#include "searcher/commands/configuration.h"
#include "searcher/display/formula_text.h"
#include "searcher/display/markdown_view.h"
#include "searcher/display/printers.h"
#include "searcher/pages/markdown_html.h"
#include "searcher/query/pasted_text.h"
#include "searcher/query/suggest.h"
#include "searcher/ranking/batch.h"
#include "searcher/ranking/searcher.h"
#include "searcher/serving/http_service.h"
#include "searcher/serving/mcp_server.h"
#include "tests/fuzz/target.h"
#include "tests/indexer/support.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>

namespace answers::fuzz {
namespace {

/// The first byte of an input: what is chosen for the rest of it.
unsigned take_choice(std::string_view& bytes) {
  if (bytes.empty()) return 0;
  const auto choice = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  return choice;
}

Terminal some_terminal(unsigned choice) {
  Terminal terminal;
  terminal.columns = 1 + choice % 100;
  terminal.color = (choice & 1U) != 0;
  terminal.links = (choice & 2U) != 0;
  if (terminal.links) terminal.editor_uri = "edit://{path}:{line}";
  return terminal;
}

/// Whether nothing in `text` commands a terminal but styles (ESC [ digits and ; m) and links
/// (ESC ] 8 ; ; URI ESC \), and those only where `terminal` has them. C1 controls are two bytes.
bool is_harmless(std::string_view text, const Terminal& terminal) {
  while (!text.empty()) {
    if (text.starts_with("\x1b[") && terminal.color) {
      const auto end = text.find_first_not_of("0123456789;", 2);
      if (end == std::string_view::npos || text[end] != 'm') return false;
      text.remove_prefix(end + 1);
    } else if (text.starts_with("\x1b]8;;") && terminal.links) {
      const auto end = text.find("\x1b\\");
      const auto uri = text.substr(5, end == std::string_view::npos ? 0 : end - 5);
      if (end == std::string_view::npos ||
          std::ranges::any_of(uri, [](char c) { return c < 0x20 || c > 0x7e; }))
        return false;
      text.remove_prefix(end + 2);
    } else {
      const auto c = static_cast<unsigned char>(text.front());
      if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f) return false;
      if (c == 0xc2 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xa0) return false;
      text.remove_prefix(1);
    }
  }
  return true;
}

void view_markdown(std::string_view bytes) {
  const unsigned choice = take_choice(bytes);
  const Terminal terminal = some_terminal(choice);
  std::ostringstream out;
  print_markdown(bytes, choice % 5, terminal, out);
  hold(is_harmless(out.str(), terminal));
}

void say_formulas(std::string_view bytes) {
  const std::size_t middle = bytes.size() / 2;
  const Passage passage =
      with_formulas({.text = std::string(bytes), .matches = {{0, middle}, {middle, bytes.size()}}});
  for (const Range& match : passage.matches)
    hold(match.begin <= match.end && match.end <= passage.text.size());
  static_cast<void>(formula_text(bytes));
}

void read_batch(std::string_view bytes) {
  std::istringstream in{std::string(bytes)};
  BatchReader reader(in);
  std::size_t last = 0;
  while (const auto query = reader.next()) {
    hold(query->line > last);
    last = query->line;
    std::ostringstream out;
    PrintOptions options;
    options.format = Format::jsonl;
    print_error(*query, options, out);
    hold(nlohmann::json::accept(out.str()));
  }
}

/// As a person's own file and as a project's.
void read_settings(std::string_view bytes) {
  static const TemporaryFolder folder;
  static const bool is_set =
      setenv("ANSWERS_CONFIG", (folder / "own" / "config.toml").c_str(), 1) == 0;
  hold(is_set);
  for (const char* file : {"own/config.toml", "project/answers.toml"}) {
    write_file(folder / file, bytes);
    write_file(folder / (file[0] == 'o' ? "project/answers.toml" : "own/config.toml"), "");
    try {
      const Configuration configuration = read_configuration(folder / "project");
      hold(configuration.values.size() == settings().size());
    } catch (const ConfigurationError& error) {
      hold(*error.what() != '\0');
    }
  }
}

/// A small index, in folder / "index".
void make_index(const TemporaryFolder& folder) {
  write_file(folder / "world.jsonl",
             json_line("dropout", "Why does dropout help?", "No unit can rely on another one.") +
                 json_line("knn", "How does k-NN classify?", "By the votes of the neighbours.") +
                 json_line("cpp", "What is C++ used for?", "`std::vector<int>` and **games**.") +
                 json_line("chinese", "机器学习是什么？", "从数据中学习。") +
                 json_line("escape", "What does \\u001b[2J do?", "It clears\\u202e the screen.") +
                 R"({"id":"tree","question":"What is a tree (TREE)?","answer":"A graph.",)"
                 R"("tags":["graphs"],"section":"Structures","votes":7,"accepted":true})"
                 "\n"
                 R"({"id":"heap","question":"What is a heap?","answer":"1. A tree.\n2. Ordered.",)"
                 R"("tags":["graphs","queues"],"section":"Structures","votes":2})"
                 "\n");
  IndexListener silent;
  index_collections({.directory = folder / "index", .collections = {folder / "world.jsonl"}},
                    silent);
}

/// That index, opened; its files are gone already.
Index some_index() {
  const TemporaryFolder folder;
  make_index(folder);
  return open_index({folder / "index"});
}

/// The query, and then its hits as a person and as a program sees them.
void search(std::string_view bytes) {
  static Searcher searcher(some_index());
  const unsigned choice = take_choice(bytes);
  SearchOptions options;
  options.literal = (choice & 1U) != 0;
  options.strict = (choice & 2U) != 0;
  options.fold_answers = (choice & 4U) != 0;
  options.exact_total = (choice & 8U) != 0;
  if ((choice & 16U) != 0) {
    const auto line = std::min(bytes.find('\n'), bytes.size());
    options.filters = bytes.substr(0, line);
    bytes.remove_prefix(line);
  }
  if ((choice & 32U) != 0) options.facets = {"tag", "section"};
  try {
    const Results results = searcher.search(bytes, options);
    for (const Hit& hit : results.hits) {
      hold(hit.coverage >= 0 && hit.coverage <= 1.000001);
      for (const Passage& passage : hit.passages) {
        std::size_t last = 0;
        for (const Range& match : passage.matches) {
          hold(match.begin >= last && match.begin < match.end && match.end <= passage.text.size());
          last = match.end;
        }
      }
    }
    PrintOptions print;
    print.terminal = some_terminal(choice);
    std::ostringstream text;
    print_results(results, print, text);
    hold(is_harmless(text.str(), print.terminal));
    print.format = Format::json;
    std::ostringstream json;
    print_results(results, print, json);
    hold(nlohmann::json::accept(json.str()));
  } catch (const QueryError& error) {
    hold(options.strict && error.column() > 0 && error.column() <= bytes.size() + 1);
  }
}

void read_pasted_message(std::string_view bytes) {
  std::size_t last = 0;
  for (const PastedPart& part : read_pasted(bytes)) {
    hold(part.begin >= last && part.begin < part.end && part.end <= bytes.size());
    hold(part.weight > 0);
    last = part.end;
  }
}

void complete_words(std::string_view bytes) {
  static const Index index = some_index();
  for (const SuggestedWord& word : suggest(index, bytes, 5).words) hold(!word.text.empty());
}

/// One message to a server of the Model Context Protocol.
void answer_message(std::string_view bytes) {
  static const TemporaryFolder folder;
  static McpServer server = [] {
    make_index(folder);
    return McpServer({{folder / "index"}, {}}, "1");
  }();
  const std::string answer = server.answer(bytes);
  hold(answer.empty() || nlohmann::json::accept(answer));
  hold(answer.find('\n') == std::string::npos);
  hold(is_harmless(answer, some_terminal(0)));
}

/// Whether `html` has no tags but those that records may have, each with attributes in quotes.
bool is_harmless_html(std::string_view html) {
  static constexpr std::string_view names[] = {
      "p",          "a",      "b",          "i",     "u",     "s",     "em",      "strong", "del",
      "code",       "kbd",    "sub",        "h3",    "h4",    "ul",    "ol",      "li",     "pre",
      "br",         "hr",     "blockquote", "table", "thead", "tbody", "tr",      "th",     "td",
      "div",        "span",   "sup",        "mark",  "math",  "mi",    "mn",      "mo",     "mtext",
      "mrow",       "mfrac",  "msqrt",      "mroot", "msub",  "msup",  "msubsup", "munder", "mover",
      "munderover", "mspace", "mtable",     "mtr",   "mtd"};
  for (auto at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const std::string_view tag = html.substr(at + 1, html.find_first_of("<>", at + 1) - at - 1);
    const std::string_view name = tag.substr(tag.starts_with('/') ? 1 : 0);
    if (std::ranges::find(names, name.substr(0, name.find(' '))) == std::end(names)) return false;
    if (std::ranges::count(tag, '\'') % 2 != 0) return false;
    const auto address = tag.find("href='");
    if (address != tag.npos && tag.substr(address + 6).starts_with("javascript:")) return false;
  }
  return true;
}

void render_markdown(std::string_view bytes) {
  const unsigned choice = take_choice(bytes);
  const Range marks[] = {{choice % 7, choice % 7 + 3}, {choice, choice + 9}};
  hold(is_harmless_html(markdown_html(bytes, 3)));
  if (marks[0].end <= marks[1].begin && marks[1].end <= bytes.size())
    hold(is_harmless_html(markdown_html(bytes, 3, marks)));
}

/// "GET /target", lines of headers, an empty line, a body.
void answer_request(std::string_view bytes) {
  static const TemporaryFolder folder;
  static Metrics metrics;
  static ResponseCache cache(1 << 16);
  static HttpService service = [] {
    make_index(folder);
    return HttpService({{folder / "index"}, {}}, "1", {.origins = {"https://a.example"}}, metrics,
                       cache);
  }();
  const auto take_line = [&bytes] {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    return line;
  };
  const std::string_view first = take_line();
  const auto blank = std::min(first.find(' '), first.size());
  HttpRequest request{.method = std::string(first.substr(0, blank)),
                      .target = std::string(first.substr(std::min(blank + 1, first.size()))),
                      .headers = {{"host", "localhost"}}};
  for (std::string_view line = take_line(); !line.empty(); line = take_line()) {
    const auto colon = std::min(line.find(": "), line.size());
    request.headers.emplace_back(line.substr(0, colon),
                                 line.substr(std::min(colon + 2, line.size())));
  }
  request.body = bytes;
  const bool is_packed = !chosen_coding(request.header("accept-encoding")).empty();
  const HttpResponse response = service.answer(request);
  hold(response.status >= 200 && response.status < 600 && response.status != 500);
  for (const auto& [name, value] : response.headers)
    hold(value.find_first_of("\r\n") == value.npos);
  if (is_packed || request.method == "HEAD") return;
  if (response.type.find("json") != response.type.npos) hold(nlohmann::json::accept(response.body));
  const auto begin = response.body.find("</head>");
  if (begin != response.body.npos) hold(response.body.find("<script", begin) == response.body.npos);
}

constexpr Target table[] = {
    {"batch", read_batch},
    {"configuration", read_settings},
    {"formula_text", say_formulas},
    {"http_request", answer_request},
    {"markdown_html", render_markdown},
    {"markdown_view", view_markdown},
    {"mcp_message", answer_message},
    {"pasted_text", read_pasted_message},
    {"query", search},
    {"suggest", complete_words},
};

}  // namespace

std::span<const Target> search_targets() { return table; }

}  // namespace answers::fuzz
