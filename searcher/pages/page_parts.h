#pragma once

#include "searcher/pages/page.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What several pages have in common. All functions return HTML in which what others wrote is text.
namespace answers {

using PageParameters = std::vector<std::pair<std::string, std::string>>;

/// No more of a title is shown, in bytes.
inline constexpr std::size_t longest_title = 200;

/// Stands in the page of a site and in no page of anybody else's.
inline constexpr std::string_view site_mark = "<meta name='generator' content='answers site'>";

/// Between parts of a line.
inline constexpr std::string_view dot_between = "<span class='dot'> · </span>";
std::string joined_by_dots(const std::vector<std::string>& parts);

/// "1 record", "2 records"
std::string counted(std::size_t number, std::string_view one, std::string_view many);

/// The beginning of text, at most `most` bytes and no half character.
std::string_view beginning_of(std::string_view text, std::size_t most);

/// What is no letter or digit of an address's part as %XX.
std::string encoded_part(std::string_view text);

/// The first page's address from the page that `frame` is of.
std::string start_address(const PageFrame& frame);
/// The address of a search.
std::string search_address(const PageFrame& frame, std::string_view query,
                           const PageParameters& parameters, std::size_t offset = 0);
/// The address of a record's page.
std::string record_address(const PageFrame& frame, const Record& record);

/// A link with `html` in it; `attributes` begin with a blank.
std::string link_html(const std::string& address, const std::string& html,
                      std::string_view attributes = {});

/// A question: `code spans` as code, the matches marked.
std::string question_html(std::string_view question, std::span<const Range> marks = {});

/// "notes/faq.md:12", which opens where an editor is known.
std::string place_html(const Record& record, const PageFrame& frame);

/// "Training › Dropout", each of them a link to what stands below it.
std::string section_html(const Record& record, const PageFrame& frame);

/// `shown` as a link to all records with that value of a field.
std::string filter_link(const PageFrame& frame, std::string_view field, const std::string& value,
                        const std::string& shown);

/// What people thought of an answer: accepted, votes.
std::vector<std::string> about_answer(const Record& record);

/// What stands below a hit: what people thought of it, its topics, source and place; `more` comes
/// behind the first of these.
std::string about_hit_html(const Record& record, const std::vector<std::string>& more,
                           const PageFrame& frame);

/// Of a record's page: its topics, tags and body, which stand above the answers.
std::string above_answers_html(const Record& question, const PageFrame& frame);
/// The text of one answer with its headings from <h`heading`>, and what is known about it.
std::string answer_text_html(const Record& record, int heading);
std::string about_answer_html(const Record& record, const PageFrame& frame);

/// A document as far as its <main>, and behind it. `kind` is the class of the body: start, search,
/// record, topics, quiz, message. `parameters` go along with the next search.
std::string begin_page(const std::string& title, const std::string& query, const PageFrame& frame,
                       const PageParameters& parameters, std::string_view kind);
std::string end_page(const PageFrame& frame);

}  // namespace answers
