#include "searcher/pages/html_text.h"
#include "searcher/pages/page.h"
#include "searcher/pages/page_parts.h"

#include <fmt/format.h>

namespace answers {
namespace {

std::string answer_html(const QuizView& view, const PageFrame& frame) {
  std::string html = "<section class='answer'>\n" + answer_text_html(view.answers.front(), 2) +
                     about_answer_html(view.answers.front(), frame);
  if (view.answers.size() > 1)
    html += "<p class='about'>+" + counted(view.answers.size() - 1, "more answer", "more answers") +
            "</p>\n";
  html += fmt::format(
      "</section>\n<form class='grades' method='post' action='quiz'>\n<input type='hidden' "
      "name='question' value='{}'>\n<fieldset><legend>Did you know it?</legend>\n",
      html_text(view.question));
  int key = 0;
  for (const auto& [grade, when] : view.grades)
    html += fmt::format(
        "<button name='grade' value='{0}'>{0} <span class='when'>{1}</span> "
        "<kbd>{2}</kbd></button>\n",
        html_text(grade), html_text(when), ++key);
  return html + "</fieldset>\n</form>\n";
}

}  // namespace

std::string quiz_page(const QuizView& view, const PageFrame& frame) {
  std::string html = begin_page("Quiz · answers", {}, frame, {}, "quiz") + "<main id='main'>\n";
  html += fmt::format("<p id='count'>{} due today · {} of {} asked so far</p>\n", view.due,
                      view.asked, counted(view.questions, "question", "questions"));
  if (view.answers.empty()) {
    return html + "<h1>Nothing is due</h1>\n<p>" + link_html(start_address(frame), "Search") +
           "</p>\n</main>\n" + end_page(frame);
  }
  const Record& question = view.answers.front();
  html += "<article dir='auto'>\n<h1>" + question_html(question.question) + "</h1>\n" +
          above_answers_html(question, frame);
  if (view.shows_answer) {
    html += answer_html(view, frame);
  } else {
    html += fmt::format(
        "<form class='reveal' action='quiz'>\n<input type='hidden' name='question' "
        "value='{}'>\n<button name='show' value='1'>Show the answer <kbd>Space</kbd></button>\n"
        "</form>\n",
        html_text(view.question));
  }
  return html + "</article>\n</main>\n" + end_page(frame);
}

}  // namespace answers
