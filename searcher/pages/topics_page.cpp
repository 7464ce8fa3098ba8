#include "searcher/pages/html_text.h"
#include "searcher/pages/page.h"
#include "searcher/pages/page_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace answers {
namespace {

constexpr int largest_tile = 6;  // as the style has them
constexpr std::size_t words_of_tile = 4;

/// 1 to 6: each is twice as many records as the one before, counted from the largest.
int size_of_tile(std::size_t records, std::size_t most) {
  const double halvings = std::log2(static_cast<double>(most) / static_cast<double>(records));
  return std::max(1, largest_tile - static_cast<int>(std::lround(halvings)));
}

std::string tile_html(const Topic& topic, std::string_view field, std::size_t most,
                      const PageFrame& frame) {
  std::string words;
  for (std::size_t i = 0; i < std::min(words_of_tile, topic.words.size()); ++i)
    words += (words.empty() ? "" : ", ") + html_text(topic.words[i]);
  return fmt::format(
      "<li class='size{}'>{}</li>\n", size_of_tile(topic.records, most),
      link_html(search_address(frame, {}, {{std::string(field), topic.name}}),
                fmt::format("<bdi class='topic'>{}</bdi> <span class='number'>{}</span>{}",
                            html_text(beginning_of(topic.name, longest_title)), topic.records,
                            words.empty() ? "" : " <span class='words'>" + words + "</span>")));
}

}  // namespace

std::string topics_page(std::span<const TopicList> lists, const PageFrame& frame) {
  std::string html = begin_page("Topics · answers", {}, frame, {}, "topics") +
                     "<main id='main'>\n<h1>What is answered here</h1>\n";
  for (const TopicList& list : lists) {
    if (list.topics.empty()) continue;
    html += fmt::format("<h2>{}</h2>\n<ul class='tiles'>\n", list.field == "tag"       ? "Tags"
                                                             : list.field == "section" ? "Sections"
                                                                                       : "Sources");
    for (const Topic& topic : list.topics)
      html += tile_html(topic, list.field, list.topics.front().records, frame);
    html += "</ul>\n";
    if (list.distinct > list.topics.size())
      html += fmt::format("<p class='about'>and {} more</p>\n", list.distinct - list.topics.size());
  }
  return html + "</main>\n" + end_page(frame);
}

}  // namespace answers
