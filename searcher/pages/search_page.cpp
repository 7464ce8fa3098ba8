#include "searcher/display/coverage_sentence.h"
#include "searcher/pages/html_text.h"
#include "searcher/pages/markdown_html.h"
#include "searcher/pages/page.h"
#include "searcher/pages/page_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace answers {
namespace {

constexpr std::size_t longest_passage = 2000;
constexpr std::size_t longest_sentence = 400;
constexpr std::size_t most_words_shown = 12;

PageParameters with(PageParameters parameters, std::string_view name, std::string_view value) {
  parameters.emplace_back(name, value);
  return parameters;
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
  std::string html = fmt::format("<li value='{}' dir='auto'><h2>", hit.rank);
  html += link_html(record_address(frame, hit.record),
                    question_html(hit.record.question, hit.question_matches)) +
          "</h2>";
  for (const Passage& passage : hit.passages) {
    const std::string_view text = beginning_of(passage.text, longest_passage);
    html += "<div class='passage' dir='auto'>" + passage_html(text, passage.matches) + "</div>";
  }
  std::vector<std::string> more;
  if (hit.more_answers > 0)
    more.push_back("+" + counted(hit.more_answers, "more answer", "more answers"));
  if (hit.similar > 0) more.push_back(fmt::format("{} similar", hit.similar));
  return html + about_hit_html(hit.record, more, frame) + "</li>\n";
}

std::string hits_html(std::span<const Hit> hits, const PageFrame& frame) {
  std::string html = "<ol class='hits'>\n";
  for (const Hit& hit : hits) html += hit_html(hit, frame);
  return html + "</ol>\n";
}

/// The filters that hold, each with a link that takes it away.
std::string filters_html(const SearchView& view, const PageFrame& frame) {
  std::string html;
  for (std::size_t i = 0; i < view.parameters.size(); ++i) {
    const auto& [name, value] = view.parameters[i];
    if (name == "sort" || name == "limit") continue;
    PageParameters others = view.parameters;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    const std::string shown = name == "literal"    ? "as typed"
                              : name == "accepted" ? "accepted"
                                                   : fmt::format("{}: {}", name, value);
    html += fmt::format("<li>{}</li>",
                        link_html(search_address(frame, view.query, others),
                                  fmt::format("<bdi>{}</bdi> <span aria-hidden='true'>×</span>"
                                              "<span class='hidden'>, take away</span>",
                                              html_text(shown))));
  }
  return html.empty() ? "" : "<ul class='chips' aria-label='Filters'>" + html + "</ul>\n";
}

/// How many records have which tag, section …, as links that narrow the search.
std::string facets_html(const SearchView& view, const PageFrame& frame) {
  std::string html;
  std::vector<const Facet*> facets;
  for (const Facet& facet : view.results.facets) facets.push_back(&facet);
  if (facets.empty() && view.results.topics) facets.push_back(&*view.results.topics);
  for (const Facet* facet : facets) {
    if (facet->values.size() < 2) continue;  // it narrows nothing down
    const std::string name = facet->field == "lang" ? "language" : facet->field;
    html += fmt::format("<h2>{}</h2><ul>", html_text(name));
    for (const auto& [value, records] : facet->values) {
      html += fmt::format(
          "<li>{} <span class='number'>{}</span></li>",
          link_html(search_address(frame, view.query, with(view.parameters, facet->field, value)),
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

std::string order_html(const SearchView& view, const PageFrame& frame) {
  const bool has_votes = std::ranges::any_of(
      view.results.hits, [](const Hit& hit) { return hit.record.votes.has_value(); });
  const bool has_date = std::ranges::any_of(
      view.results.hits, [](const Hit& hit) { return !hit.record.date.empty(); });
  if (!has_votes && !has_date) return {};
  PageParameters others;
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
      parts.push_back(link_html(
          search_address(
              frame, view.query,
              std::string_view(name) == "relevance" ? others : with(others, "sort", name)),
          name));
    }
  }
  return "<p class='order'>by " + joined_by_dots(parts) + "</p>\n";
}

std::string pages_html(const SearchView& view, const PageFrame& frame) {
  const auto& hits = view.results.hits;
  if (hits.empty()) return {};
  const std::size_t first = hits.front().rank;
  const std::size_t last = hits.back().rank;
  std::string html;
  if (first > 1) {
    const std::size_t before = first - 1 > view.limit ? first - 1 - view.limit : 0;
    html += link_html(search_address(frame, view.query, view.parameters, before), "← Better ones",
                      " rel='prev'");
  }
  const bool is_last = view.results.total_is_exact && last >= view.results.total;
  if (hits.size() >= view.limit && !is_last)
    html += link_html(search_address(frame, view.query, view.parameters, last), "More →",
                      " rel='next'");
  return html.empty() ? "" : "<nav class='pages' aria-label='Pages'>" + html + "</nav>\n";
}

std::string quoted_html(std::string_view query) {
  const std::string_view shown = beginning_of(query, longest_title);
  return fmt::format("<q dir='auto'>{}{}</q>", html_text(shown),
                     shown.size() < query.size() ? "…" : "");
}

std::string suggestion_html(const Suggestion& suggestion, const PageFrame& frame) {
  return fmt::format(
      "<p>Did you mean {}?{}</p>\n",
      link_html(search_address(frame, suggestion.query, {}), html_text(suggestion.query)),
      suggestion.records == 0 ? ""
                              : " <span class='number'>" +
                                    counted(suggestion.records, "record", "records") + "</span>");
}

/// What the search made of the words, where that is not what was typed.
std::string understanding_html(const SearchView& view, const PageFrame& frame) {
  const Understanding& query = view.results.query;
  std::string html;
  if (!query.corrected.empty()) {
    html += fmt::format(
        "<p>Showing results for <strong dir='auto'>{}</strong>. {}</p>\n",
        html_text(query.corrected),
        link_html(search_address(frame, view.query, with(view.parameters, "literal", "1")),
                  "Search as typed"));
  }
  if (!query.kept.empty())
    html += fmt::format("<p>Of what was pasted, searched for: <span dir='auto'>{}</span></p>\n",
                        html_text(beginning_of(query.kept, 2 * longest_title)));
  if (view.results.indexes) {
    for (const auto& [name, why] : view.results.indexes->missing) {
      html += fmt::format("<p>An index does not answer, and its records are missing: {}: {}</p>\n",
                          html_text(beginning_of(name, longest_title)),
                          html_text(beginning_of(why, longest_title)));
    }
  }
  if (!query.unknown_words.empty() && !view.results.hits.empty()) {
    std::string words;
    for (const auto& word : query.unknown_words)
      words += (words.empty() ? "" : ", ") +
               fmt::format("<bdi>{}</bdi>", html_text(beginning_of(word, longest_title)));
    html += "<p>In no record: " + words + "</p>\n";
    if (query.corrected.empty() && !query.suggestions.empty()) {
      html += suggestion_html(query.suggestions.front(), frame);
    }
  }
  if (std::string sentence = coverage_sentence(view.results); !sentence.empty()) {
    sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
    html += fmt::format("<p>{}.</p>\n", html_text(beginning_of(sentence, longest_sentence)));
  }
  return html.empty() ? "" : "<div class='understanding'>" + html + "</div>\n";
}

std::string nothing_html(const SearchView& view, const PageFrame& frame) {
  const Understanding& query = view.results.query;
  std::string html = fmt::format("<div class='nothing'><h1>Nothing found{}{}</h1>\n",
                                 view.query.empty() ? "" : " for ",
                                 view.query.empty() ? "" : quoted_html(view.query));
  for (const Suggestion& suggestion : query.suggestions) html += suggestion_html(suggestion, frame);
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
    html += "<p>" + link_html(search_address(frame, view.query, {}), "Search without filters") +
            "</p>\n";
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

}  // namespace

std::string search_part(const SearchView& view, const PageFrame& frame) {
  const bool is_said_below = view.was_asked && view.results.hits.empty();
  std::string html = fmt::format("<p id='count'{}>{}</p>\n", is_said_below ? " class='hidden'" : "",
                                 count_text(view));
  html += filters_html(view, frame);
  if (!view.was_asked)
    return "<h1 class='hidden'>Search in questions and answers</h1>\n" + html +
           facets_html(view, frame);
  if (view.results.hits.empty()) return html + nothing_html(view, frame);
  html += fmt::format("<h1 class='hidden'>Answers to {}</h1>\n", quoted_html(view.query));
  html += understanding_html(view, frame) + order_html(view, frame);
  html += "<div class='columns'>\n<div>\n" + hits_html(view.results.hits, frame) +
          pages_html(view, frame) + "</div>\n";
  return html + facets_html(view, frame) + "</div>\n";
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

}  // namespace answers
