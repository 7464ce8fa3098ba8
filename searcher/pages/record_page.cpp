#include "searcher/pages/html_text.h"
#include "searcher/pages/page.h"
#include "searcher/pages/page_parts.h"

#include <fmt/format.h>

namespace answers {

namespace {

std::string neighbours_html(const Neighbours& neighbours, const PageFrame& frame) {
  std::string html;
  const auto add = [&](const std::optional<Record>& one, const char* what, const char* direction) {
    if (!one) return;
    html += fmt::format("<p dir='auto'><span class='which'>{}</span> {}</p>\n", what,
                        link_html(record_address(frame, *one), question_html(one->question),
                                  fmt::format(" rel='{}'", direction)));
  };
  add(neighbours.before, "Before it", "prev");
  add(neighbours.after, "After it", "next");
  return html.empty()
             ? html
             : "<nav class='neighbours' aria-label='Before and after'>\n" + html + "</nav>\n";
}

}  // namespace

std::string record_page(std::span<const Record> answers, const Neighbours& neighbours,
                        const Results& related, const PageFrame& frame) {
  const Record& question = answers.front();
  std::string html =
      begin_page(std::string(beginning_of(question.question, longest_title)) + " · answers", {},
                 frame, {}, "record");
  html += "<main id='main' class='columns'>\n<article dir='auto'>\n<h1>" +
          question_html(question.question) + "</h1>\n" + above_answers_html(question, frame);
  const bool several = answers.size() > 1;
  std::size_t number = 0;
  for (const Record& record : answers) {
    html += fmt::format("<section class='answer' id='{}'>\n", html_text(encoded_part(record.id)));
    if (several) html += fmt::format("<h2>Answer {} of {}</h2>\n", ++number, answers.size());
    html += answer_text_html(record, several ? 3 : 2) + about_answer_html(record, frame) +
            "</section>\n";
  }
  html += neighbours_html(neighbours, frame) + "</article>\n";
  if (!related.hits.empty()) {
    html +=
        "<nav class='related' aria-label='Near this question'><h2>Near this "
        "question</h2><ul>\n";
    for (const Hit& hit : related.hits)
      html += "<li dir='auto'>" +
              link_html(record_address(frame, hit.record), question_html(hit.record.question)) +
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
             html_text(title), html_text(text), link_html(start_address(frame), "Search")) +
         end_page(frame);
}

}  // namespace answers
