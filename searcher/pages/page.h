#pragma once

#include "searcher/matching/record_lookup.h"
#include "searcher/ranking/results.h"
#include "searcher/ranking/topics.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The pages that a browser shows: whole HTML documents, complete without JavaScript, in which
/// whatever comes from a record or a request is text (see html_text.h, markdown_html.h). They name
/// each other by relative addresses, so that they work below any path.
namespace answers {

/// A file that pages refer to, out of the program.
struct PageAsset {
  std::string_view name;  ///< "page.css"
  std::string_view type;
  std::string_view content;
};
std::span<const PageAsset> page_assets();

/// What all pages know.
struct PageFrame {
  std::string root{};        ///< the way to the first page: "" there, "../" one below
  std::string editor_uri{};  ///< opens a place, with {path} and {line} in it; "" for none
  std::size_t records = 0;   ///< in the index
  bool is_site = false;      ///< files without a server: one page, which a script fills
  bool has_quiz = false;     ///< there is a page to study at
};

/// A search and what it found.
struct SearchView {
  std::string query{};
  /// What the address says besides q and offset: filters, sort, literal, as they came.
  std::vector<std::pair<std::string, std::string>> parameters{};
  std::size_t limit = 10;
  double milliseconds = 0;
  bool was_asked = false;  ///< else `results` holds the facets of all records, and no hits
  Results results{};
};

/// The search field with what was found, or with what there is where nothing was asked.
std::string search_page(const SearchView& view, const PageFrame& frame);

/// Of that page what changes with the query: what stands inside of <main>.
std::string search_part(const SearchView& view, const PageFrame& frame);

/// A question with its answers, which are not empty, the questions before and after it, and those
/// near it in what they ask.
std::string record_page(std::span<const Record> answers, const Neighbours& neighbours,
                        const Results& related, const PageFrame& frame);

/// What the collection covers: the values of each field as tiles, the larger the more records.
std::string topics_page(std::span<const TopicList> lists, const PageFrame& frame);

/// A question to study, and how things stand.
struct QuizView {
  std::vector<Record> answers{};  ///< to the question; empty: nothing is due
  std::string question{};         ///< its id
  bool shows_answer = false;
  /// What the question can be graded, and when it would come back: {"good", "8 d"}.
  std::vector<std::pair<std::string, std::string>> grades{};
  std::size_t questions = 0;  ///< that there are
  std::size_t asked = 0;      ///< of them at least once
  std::size_t due = 0;        ///< of them today
};
std::string quiz_page(const QuizView& view, const PageFrame& frame);

/// A page that says what is wrong, for people: "There is no record 7k3".
std::string message_page(std::string_view title, std::string_view text, const PageFrame& frame);

}  // namespace answers
