#include "searcher/pages/page.h"

#include "searcher/display/printers.h"
#include "searcher/display/styled_text.h"
#include "searcher/display/terminal.h"
#include "searcher/pages/embedded.h"
#include "searcher/pages/html_text.h"
#include "searcher/pages/markdown_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace answers {
namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

constexpr double little_covered = 0.5;  // of the query's information by the best hit
constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_passage = 2000;
constexpr std::size_t most_words_shown = 12;
constexpr std::string_view between = "<span class='dot'> · </span>";

std::string encoded(std::string_view text) { return percent_encoded(text, "&+#%?=;''<>/"); }

/// The beginning of text, at most `most` bytes and no half character.
std::string_view beginning_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

/// The first page's address for a query, relative to it. With `without`, lacks that parameter.
std::string search_address(std::string_view query, const Parameters& parameters,
                           std::size_t offset = 0) {
  std::string address;
  const auto add = [&address](std::string_view name, std::string_view value) {
    address += (address.empty() ? "?" : "&") + encoded(name) + "=" + encoded(value);
  };
  if (!query.empty()) add("q", query);
  for (const auto& [name, value] : parameters) add(name, value);
  if (offset > 0) add("offset", std::to_string(offset));
  return address.empty() ? "./" : address;
}

Parameters with(Parameters parameters, std::string_view name, std::string_view value) {
  parameters.emplace_back(name, value);
  return parameters;
}

std::string link(const std::string& address, const std::string& html,
                 std::string_view attributes = {}) {
  return fmt::format("<a href='{}'{}>{}</a>", html_text(address), attributes, html);
}

/// A question: `code spans` as code, the matches marked.
std::string question_html(std::string_view question, std::span<const Range> marks = {}) {
  if (question.find_first_not_of(" \t") == std::string_view::npos) return "(no question)";
  std::string html;
  std::size_t at = 0;
  while (at < question.size()) {
    const auto open = question.find('`', at);
    const auto close = open == std::string_view::npos ? open : question.find('`', open + 1);
    if (close == std::string_view::npos || close == open + 1) break;
    html += marked_text(question.substr(at, open - at), marks, at);
    html += "<code>" + marked_text(question.substr(open + 1, close - open - 1), marks, open + 1) +
            "</code>";
    at = close + 1;
  }
  return html + marked_text(question.substr(at), marks, at);
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, between));
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

/// A file with the folder that it is in: who looks from afar knows no more of this machine.
std::string_view short_path(std::string_view path) {
  const auto last = path.rfind('/');
  if (last == std::string_view::npos || last == 0) return path;
  const auto before = path.rfind('/', last - 1);
  return before == std::string_view::npos ? path : path.substr(before + 1);
}

/// "notes/faq.md:12", which opens where an editor is known.
std::string place_html(const Record& record, const PageFrame& frame) {
  std::string place(short_path(record.place.path));
  if (record.place.line > 0) place += fmt::format(":{}", record.place.line);
  const std::string html = fmt::format("<span class='place' dir='ltr'>{}</span>", html_text(place));
  if (frame.editor_uri.empty() || record.place.path == "-") return html;
  Terminal terminal;
  terminal.editor_uri = frame.editor_uri;
  return link(file_uri(terminal, record.place.path, record.place.line), html);
}

std::vector<std::string> about_answer(const Record& record) {
  std::vector<std::string> parts;
  if (record.accepted) parts.emplace_back("<span class='accepted'>✓ accepted</span>");
  if (record.votes)
    parts.push_back(fmt::format("{} vote{}", *record.votes, *record.votes == 1 ? "" : "s"));
  return parts;
}

std::string filter_link(const PageFrame& frame, std::string_view field, const std::string& value,
                        const std::string& shown) {
  return link(frame.root + search_address({}, {{std::string(field), value}}),
              fmt::format("<bdi>{}</bdi>", html_text(shown)));
}

/// "Training › Dropout", each of them a link to what stands below it.
std::string section_html(const Record& record, const PageFrame& frame) {
  std::string html;
  for (const auto& topic : record.section)
    html += (html.empty() ? "" : " › ") + filter_link(frame, "section", topic, topic);
  return html;
}

bool is_row(std::string_view line) { return line.starts_with('|'); }

/// "|---|:-:|": the line below the heads of a table.
bool is_row_of_dashes(std::string_view line) {
  return is_row(line) && line.find_first_not_of("|-: \t\r") == std::string_view::npos;
}

/// A passage may begin inside of a table, which is one only with a row of heads: an empty one.
std::string passage_html(std::string_view text, const std::vector<Range>& matches) {
  const auto end = std::min(text.find('\n'), text.size());
  const std::string_view first = text.substr(0, end);
  const std::string_view rest = text.substr(std::min(end + 1, text.size()));
  const bool lacks_heads =
      is_row(first) && first.size() > 1 && !is_row_of_dashes(rest.substr(0, rest.find('\n')));
  if (!lacks_heads) return markdown_html(text, 3, matches);
  std::string heads = "|";
  std::string dashes = "|";
  for (auto bars = std::ranges::count(first.substr(1), '|'); bars > 0; --bars) {
    heads += " |";
    dashes += "---|";  // md4c wants three
  }
  std::string whole = heads + '\n' + (is_row_of_dashes(first) ? "" : dashes + '\n');
  std::vector<Range> shifted = matches;
  for (Range& match : shifted) match = {match.begin + whole.size(), match.end + whole.size()};
  return markdown_html(whole.append(text), 3, shifted);
}

std::string hit_html(const Hit& hit, const PageFrame& frame) {
  const Record& record = hit.record;
  std::string html = fmt::format("<li value='{}'><h2 dir='auto'>", hit.rank);
  html += link(frame.root + record_address(record),
               question_html(record.question, hit.question_matches)) +
          "</h2>";
  for (const Passage& passage : hit.passages) {
    const std::string_view text = beginning_of(passage.text, longest_passage);
    html += "<div class='passage' dir='auto'>" + passage_html(text, passage.matches) + "</div>";
  }
  std::vector<std::string> parts = about_answer(record);
  if (hit.more_answers > 0)
    parts.push_back("+" + counted(hit.more_answers, "more answer", "more answers"));
  if (hit.similar > 0) parts.push_back(fmt::format("{} similar", hit.similar));
  if (!record.section.empty()) parts.push_back(section_html(record, frame));
  if (!record.difficulty.empty()) parts.push_back(html_text(record.difficulty));
  if (!record.source.empty())
    parts.push_back(fmt::format("<bdi>{}</bdi>", html_text(record.source)));
  parts.push_back(place_html(record, frame));
  return html + "<p class='about'>" + joined(parts) + "</p></li>\n";
}

std::string hits_html(std::span<const Hit> hits, const PageFrame& frame) {
  std::string html = "<ol class='hits'>\n";
  for (const Hit& hit : hits) html += hit_html(hit, frame);
  return html + "</ol>\n";
}

/// The filters that hold, each with a link that takes it away.
std::string filters_html(const SearchView& view) {
  std::string html;
  for (std::size_t i = 0; i < view.parameters.size(); ++i) {
    const auto& [name, value] = view.parameters[i];
    if (name == "sort" || name == "limit") continue;
    Parameters others = view.parameters;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    const std::string shown = name == "literal"    ? "as typed"
                              : name == "accepted" ? "accepted"
                                                   : name + ": " + value;
    html += fmt::format("<li>{}</li>",
                        link(search_address(view.query, others),
                             fmt::format("<bdi>{}</bdi> <span aria-hidden='true'>×</span>"
                                         "<span class='hidden'>, take away</span>",
                                         html_text(shown))));
  }
  return html.empty() ? "" : "<ul class='chips' aria-label='Filters'>" + html + "</ul>\n";
}

/// How many records have which tag, section …, as links that narrow the search.
std::string facets_html(const SearchView& view) {
  std::string html;
  std::vector<const Facet*> facets;
  for (const Facet& facet : view.results.facets) facets.push_back(&facet);
  if (facets.empty() && view.results.topics) facets.push_back(&*view.results.topics);
  for (const Facet* facet : facets) {
    if (facet->values.size() < 2) continue;  // it narrows nothing down
    const std::string name = facet->field == "lang" ? "language" : facet->field;
    html += fmt::format("<h2>{}</h2><ul>", html_text(name));
    for (const auto& [value, records] : facet->values) {
      html +=
          fmt::format("<li>{} <span class='number'>{}</span></li>",
                      link(search_address(view.query, with(view.parameters, facet->field, value)),
                           fmt::format("<bdi>{}</bdi>", html_text(value))),
                      records);
    }
    if (facet->distinct > facet->values.size())
      html +=
          fmt::format("<li class='more'>and {} more</li>", facet->distinct - facet->values.size());
    html += "</ul>\n";
  }
  return html.empty() ? "" : "<nav class='facets' aria-label='Narrow down'>\n" + html + "</nav>\n";
}

std::string order_html(const SearchView& view) {
  const bool has_votes = std::ranges::any_of(
      view.results.hits, [](const Hit& hit) { return hit.record.votes.has_value(); });
  const bool has_date = std::ranges::any_of(
      view.results.hits, [](const Hit& hit) { return !hit.record.date.empty(); });
  if (!has_votes && !has_date) return {};
  Parameters others;
  std::string sort = "relevance";
  for (const auto& parameter : view.parameters) {
    if (parameter.first == "sort") {
      sort = parameter.second;
    } else {
      others.push_back(parameter);
    }
  }
  std::vector<std::string> parts;
  for (const auto& [name, shown] :
       {std::pair("relevance", true), {"votes", has_votes}, {"date", has_date}}) {
    if (!shown) continue;
    if (sort == name) {
      parts.push_back(fmt::format("<strong>{}</strong>", name));
    } else {
      parts.push_back(link(search_address(view.query, std::string_view(name) == "relevance"
                                                          ? others
                                                          : with(others, "sort", name)),
                           name));
    }
  }
  return "<p class='order'>by " + joined(parts) + "</p>\n";
}

std::string pages_html(const SearchView& view) {
  const auto& hits = view.results.hits;
  if (hits.empty()) return {};
  const std::size_t first = hits.front().rank;
  const std::size_t last = hits.back().rank;
  std::string html;
  if (first > 1) {
    const std::size_t before = first - 1 > view.limit ? first - 1 - view.limit : 0;
    html +=
        link(search_address(view.query, view.parameters, before), "← Better ones", " rel='prev'");
  }
  const bool is_last = view.results.total_is_exact && last >= view.results.total;
  if (hits.size() >= view.limit && !is_last)
    html += link(search_address(view.query, view.parameters, last), "More →", " rel='next'");
  return html.empty() ? "" : "<nav class='pages' aria-label='Pages'>" + html + "</nav>\n";
}

std::string quoted(std::string_view query) {
  const std::string_view shown = beginning_of(query, longest_title);
  return fmt::format("<q dir='auto'>{}{}</q>", html_text(shown),
                     shown.size() < query.size() ? "…" : "");
}

/// What the search made of the words, where that is not what was typed.
std::string understanding_html(const SearchView& view) {
  const Understanding& query = view.results.query;
  std::string html;
  if (!query.corrected.empty()) {
    html += fmt::format(
        "<p>Showing results for <strong dir='auto'>{}</strong>. {}</p>\n",
        html_text(query.corrected),
        link(search_address(view.query, with(view.parameters, "literal", "1")), "Search as typed"));
  }
  if (!query.kept.empty())
    html += fmt::format("<p>Of what was pasted, searched for: <span dir='auto'>{}</span></p>\n",
                        html_text(beginning_of(query.kept, 2 * longest_title)));
  if (!query.unknown_words.empty() && !view.results.hits.empty()) {
    std::string words;
    for (const auto& word : query.unknown_words)
      words += (words.empty() ? "" : ", ") +
               fmt::format("<bdi>{}</bdi>", html_text(beginning_of(word, longest_title)));
    html += "<p>In no record: " + words + "</p>\n";
  }
  if (!view.results.hits.empty() && view.results.hits.front().rank == 1) {
    const double covered = view.results.hits.front().coverage;
    if (covered > 0 && covered < little_covered)
      html +=
          fmt::format("<p>No record has all of it: the best covers {:.0f} % of the query.</p>\n",
                      covered * 100);
  }
  return html.empty() ? "" : "<div class='understanding'>" + html + "</div>\n";
}

std::string nothing_html(const SearchView& view, const PageFrame& frame) {
  const Understanding& query = view.results.query;
  std::string html =
      fmt::format("<div class='nothing'><h1>Nothing found{}{}</h1>\n",
                  view.query.empty() ? "" : " for ", view.query.empty() ? "" : quoted(view.query));
  for (const Suggestion& suggestion : query.suggestions) {
    html += fmt::format("<p>Did you mean {}?{}</p>\n",
                        link(search_address(suggestion.query, {}), html_text(suggestion.query)),
                        suggestion.records == 0
                            ? ""
                            : " <span class='number'>" +
                                  counted(suggestion.records, "record", "records") + "</span>");
  }
  if (!query.words.empty()) {
    html += "<table><caption>What is known of it</caption><tbody>\n";
    std::size_t shown = 0;
    for (const AskedWord& asked : query.words) {
      if (++shown > most_words_shown) break;
      html += fmt::format(
          "<tr><th scope='row' dir='auto'>{}</th><td>in {}</td><td>{}</td></tr>\n",
          html_text(beginning_of(asked.text, longest_title)),
          asked.records == 0 ? "no record" : counted(asked.records, "record", "records"),
          asked.nearest.empty() ? ""
                                : fmt::format("{} in {}", html_text(asked.nearest),
                                              counted(asked.nearest_records, "record", "records")));
    }
    html += "</tbody></table>\n";
  }
  if (!view.parameters.empty())
    html += "<p>" + link(search_address(view.query, {}), "Search without filters") + "</p>\n";
  html +=
      "<p>Fewer or other words may help. A word with <code>*</code> at its end finds all that "
      "begin so.</p></div>\n";
  if (!view.results.closest.empty())
    html +=
        "<h2 class='closest'>What comes closest</h2>\n" + hits_html(view.results.closest, frame);
  return html;
}

std::string count_text(const SearchView& view) {
  const auto& results = view.results;
  if (!view.was_asked) return {};
  if (results.hits.empty()) return "Nothing found";
  return fmt::format("{}–{} of {}{} in {:.1f} ms", results.hits.front().rank,
                     results.hits.back().rank, results.total_is_exact ? "" : "at least ",
                     std::max(results.total, results.hits.back().rank), view.milliseconds);
}

std::string begin_page(const std::string& title, const std::string& query, const PageFrame& frame,
                       const Parameters& parameters, std::string_view kind) {
  std::string hidden;
  for (const auto& [name, value] : parameters)
    hidden += fmt::format("<input type='hidden' name='{}' value='{}'>", html_text(name),
                          html_text(value));
  const std::string root = frame.root.empty() ? "./" : frame.root;
  return fmt::format(
      "<!doctype html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'>\n"
      "<meta name='viewport' content='width=device-width, initial-scale=1'>\n"
      "<meta name='color-scheme' content='light dark'>\n<title>{0}</title>\n"
      "<link rel='stylesheet' href='{1}assets/page.css'>\n"
      "<link rel='icon' type='image/svg+xml' href='{1}assets/icon.svg'>\n"
      "<script src='{1}assets/page.js' defer></script>\n</head>\n<body class='{5}'>\n"
      "<a class='skip' href='#main'>To the results</a>\n"
      "<header>\n<a class='name' href='{2}'>answers</a>\n"
      "<form role='search' action='{2}' data-root='{1}'>\n<label for='q' "
      "class='hidden'>Search</label>\n"
      "<input type='search' id='q' name='q' value='{3}' placeholder='What do you want to "
      "know?' "
      "dir='auto' autocomplete='off' autocapitalize='off' spellcheck='false' "
      "maxlength='8000'{6}>{4}"
      "<button>Search</button>\n</form>\n</header>\n"
      "<nav id='completions' aria-label='Completions'></nav>\n",
      html_text(title), frame.root, root, html_text(query), hidden, kind,
      kind == "start" ? " autofocus" : "");
}

std::string end_page(const PageFrame& frame) {
  return fmt::format(
      "<footer><p>{}{}{}</p><p class='keys'><kbd>/</kbd> search <kbd>↓</kbd> <kbd>↑</kbd> move "
      "<kbd>Enter</kbd> open</p></footer>\n</body>\n</html>\n",
      counted(frame.records, "record", "records"), between,
      link(frame.root + "api/openapi.json", "API"));
}

}  // namespace

std::span<const PageAsset> page_assets() {
  static const PageAsset assets[] = {
      {"page.css", "text/css; charset=utf-8", embedded_file("page.css")},
      {"page.js", "text/javascript; charset=utf-8", embedded_file("page.js")},
      {"icon.svg", "image/svg+xml", embedded_file("icon.svg")},
  };
  return assets;
}

std::string record_address(const Record& record) { return "r/" + encoded(record.id); }

std::string search_part(const SearchView& view, const PageFrame& frame) {
  std::string html = fmt::format("<p id='count'>{}</p>\n", count_text(view));
  html += filters_html(view);
  if (!view.was_asked)
    return "<h1 class='hidden'>Search in questions and answers</h1>\n" + html + facets_html(view);
  if (view.results.hits.empty()) return html + nothing_html(view, frame);
  html += fmt::format("<h1 class='hidden'>Answers to {}</h1>\n", quoted(view.query));
  html += understanding_html(view) + order_html(view);
  html += "<div class='columns'>\n<div>\n" + hits_html(view.results.hits, frame) +
          pages_html(view) + "</div>\n";
  return html + facets_html(view) + "</div>\n";
}

std::string search_page(const SearchView& view, const PageFrame& frame) {
  const std::string_view title = beginning_of(view.query, longest_title);
  std::string html =
      begin_page(title.empty() ? "answers" : std::string(title) + " · answers", view.query, frame,
                 view.parameters, view.was_asked ? "search" : "start");
  html += "<p id='status' class='hidden' role='status'></p>\n<main id='main'>\n" +
          search_part(view, frame) + "</main>\n";
  return html + end_page(frame);
}

std::string record_page(std::span<const Record> answers, const Results& related,
                        const PageFrame& frame) {
  const Record& question = answers.front();
  std::string html =
      begin_page(std::string(beginning_of(question.question, longest_title)) + " · answers", {},
                 frame, {}, "record");
  html += "<main id='main' class='columns'>\n<article>\n<h1 dir='auto'>" +
          question_html(question.question) + "</h1>\n";
  std::vector<std::string> parts;
  if (!question.section.empty()) parts.push_back(section_html(question, frame));
  if (!question.difficulty.empty())
    parts.push_back(filter_link(frame, "difficulty", question.difficulty, question.difficulty));
  if (!question.source.empty())
    parts.push_back(filter_link(frame, "source", question.source, question.source));
  if (!parts.empty()) html += "<p class='about'>" + joined(parts) + "</p>\n";
  if (!question.tags.empty()) {
    html += "<ul class='chips' aria-label='Tags'>";
    for (const auto& tag : question.tags)
      html += "<li>" + filter_link(frame, "tag", tag, tag) + "</li>";
    html += "</ul>\n";
  }
  const bool several = answers.size() > 1;
  if (!question.body.empty())
    html += "<div class='text' dir='auto'>" + markdown_html(question.body, 2) + "</div>\n";
  std::size_t number = 0;
  for (const Record& record : answers) {
    html += fmt::format("<section class='answer' id='{}'>\n", html_text(encoded(record.id)));
    if (several) html += fmt::format("<h2>Answer {} of {}</h2>\n", ++number, answers.size());
    html += "<div class='text' dir='auto'>" + markdown_html(record.answer, several ? 3 : 2) +
            "</div>\n";
    parts = about_answer(record);
    if (!record.author.empty())
      parts.push_back(fmt::format("<bdi>{}</bdi>", html_text(record.author)));
    if (!record.date.empty()) parts.push_back(html_text(record.date));
    const std::string uri = record.url.starts_with('#') ? std::string() : safe_uri(record.url);
    if (!uri.empty())
      parts.push_back(link(uri, html_text(beginning_of(record.url, longest_title)),
                           " rel='noopener noreferrer nofollow'"));
    parts.push_back(place_html(record, frame));
    parts.push_back(link(frame.root + record_address(record),
                         "<code>" + html_text(record.id) + "</code>",
                         " class='permalink' title='Link to this answer'"));
    html += "<p class='about'>" + joined(parts) + "</p>\n</section>\n";
  }
  html += "</article>\n";
  if (!related.hits.empty()) {
    html +=
        "<nav class='related' aria-label='Near this question'><h2>Near this "
        "question</h2><ul>\n";
    for (const Hit& hit : related.hits)
      html += "<li dir='auto'>" +
              link(frame.root + record_address(hit.record), question_html(hit.record.question)) +
              "</li>\n";
    html += "</ul></nav>\n";
  }
  return html + "</main>\n" + end_page(frame);
}

std::string message_page(std::string_view title, std::string_view text, const PageFrame& frame) {
  return begin_page(std::string(title) + " · answers", {}, frame, {}, "message") +
         fmt::format(
             "<main id='main'><div class='nothing'><h1>{}</h1>\n<p "
             "dir='auto'>{}</p>\n<p>{}</p></div></main>\n",
             html_text(title), html_text(text),
             link(frame.root.empty() ? "./" : frame.root, "Search")) +
         end_page(frame);
}

}  // namespace answers
