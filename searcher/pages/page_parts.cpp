#include "searcher/pages/page_parts.h"

#include "searcher/display/question_body.h"
#include "searcher/display/styled_text.h"
#include "searcher/display/terminal.h"
#include "searcher/pages/html_text.h"
#include "searcher/pages/markdown_html.h"

#include <fmt/format.h>

namespace answers {
namespace {

/// A file with the folder that it is in: who looks from afar knows no more of this machine.
std::string_view short_path(std::string_view path) {
  const auto last = path.rfind('/');
  if (last == std::string_view::npos || last == 0) return path;
  const auto before = path.rfind('/', last - 1);
  return before == std::string_view::npos ? path : path.substr(before + 1);
}

/// A server says its policy in a header. From the disk 'self' is not what every browser takes the
/// files beside a page for.
std::string site_head() {
  return std::string(site_mark) +
         "\n<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; script-src "
         "'self' file:; style-src 'self' file:; img-src 'self' file:; form-action 'self' file:; "
         "base-uri 'none'\">\n<meta name='referrer' content='no-referrer'>\n";
}
/// Where else one may go from a served page.
std::string other_pages(const PageFrame& frame, std::string_view kind) {
  if (frame.is_site || kind == "message") return {};
  const auto to = [&](const char* name, const char* shown) {
    return link_html(frame.root + name, shown, kind == name ? " aria-current='page'" : "");
  };
  return "<nav class='places' aria-label='Other pages'>" + to("topics", "Topics") +
         (frame.has_quiz ? to("quiz", "Quiz") : "") + "</nav>\n";
}

constexpr std::string_view site_scripts =
    "<script src='assets/site_index.js'></script>\n<script src='assets/site.js'></script>\n"
    "<script src='data/index.js' defer></script>\n";
constexpr std::string_view without_script =
    "<noscript><p class='without'>Searching in this page needs JavaScript.</p></noscript>\n";

}  // namespace

std::string joined_by_dots(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, dot_between));
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string_view beginning_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

std::string encoded_part(std::string_view text) { return percent_encoded(text, "&+#%?=;''<>/"); }

std::string start_address(const PageFrame& frame) {
  if (frame.is_site) return "index.html";
  return frame.root.empty() ? "./" : frame.root;
}

std::string search_address(const PageFrame& frame, std::string_view query,
                           const PageParameters& parameters, std::size_t offset) {
  std::string address;
  const auto add = [&address](std::string_view name, std::string_view value) {
    address += (address.empty() ? "?" : "&") + encoded_part(name) + "=" + encoded_part(value);
  };
  if (!query.empty()) add("q", query);
  for (const auto& [name, value] : parameters) add(name, value);
  if (offset > 0) add("offset", std::to_string(offset));
  if (frame.is_site && !address.empty()) return address;
  return start_address(frame) + address;
}

std::string record_address(const PageFrame& frame, const Record& record) {
  return frame.root + (frame.is_site ? "?r=" : "r/") + encoded_part(record.id);
}

std::string link_html(const std::string& address, const std::string& html,
                      std::string_view attributes) {
  return fmt::format("<a href='{}'{}>{}</a>", html_text(address), attributes, html);
}

std::string question_html(std::string_view question, std::span<const Range> marks) {
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

std::string place_html(const Record& record, const PageFrame& frame) {
  std::string place(short_path(record.place.path));
  if (record.place.line > 0) place += fmt::format(":{}", record.place.line);
  std::string html = fmt::format("<span class='place' dir='ltr'>{}</span>", html_text(place));
  if (frame.editor_uri.empty() || record.place.path == "-") return html;
  Terminal terminal;
  terminal.editor_uri = frame.editor_uri;
  return link_html(file_uri(terminal, record.place.path, record.place.line), html);
}

std::string section_html(const Record& record, const PageFrame& frame) {
  std::string html;
  for (const auto& topic : record.section)
    html += (html.empty() ? "" : " › ") + filter_link(frame, "section", topic, topic);
  return html;
}

std::string filter_link(const PageFrame& frame, std::string_view field, const std::string& value,
                        const std::string& shown) {
  return link_html(search_address(frame, {}, {{std::string(field), value}}),
                   fmt::format("<bdi>{}</bdi>", html_text(shown)));
}

std::vector<std::string> about_answer(const Record& record) {
  std::vector<std::string> parts;
  if (record.accepted) parts.emplace_back("<span class='accepted'>✓ accepted</span>");
  if (record.votes)
    parts.push_back(fmt::format("{} vote{}", *record.votes, *record.votes == 1 ? "" : "s"));
  return parts;
}

std::string about_hit_html(const Record& record, const std::vector<std::string>& more,
                           const PageFrame& frame) {
  std::vector<std::string> parts = about_answer(record);
  parts.insert(parts.end(), more.begin(), more.end());
  if (!record.section.empty()) parts.push_back(section_html(record, frame));
  if (!record.difficulty.empty()) parts.push_back(html_text(record.difficulty));
  if (!record.source.empty())
    parts.push_back(fmt::format("<bdi>{}</bdi>", html_text(record.source)));
  parts.push_back(place_html(record, frame));
  return "<p class='about'>" + joined_by_dots(parts) + "</p>";
}

std::string above_answers_html(const Record& question, const PageFrame& frame) {
  std::string html;
  std::vector<std::string> parts;
  if (!question.section.empty()) parts.push_back(section_html(question, frame));
  if (!question.difficulty.empty())
    parts.push_back(filter_link(frame, "difficulty", question.difficulty, question.difficulty));
  if (!question.source.empty())
    parts.push_back(filter_link(frame, "source", question.source, question.source));
  if (!parts.empty()) html += "<p class='about'>" + joined_by_dots(parts) + "</p>\n";
  if (!question.tags.empty()) {
    html += "<ul class='chips' aria-label='Tags'>";
    for (const auto& tag : question.tags)
      html += "<li>" + filter_link(frame, "tag", tag, tag) + "</li>";
    html += "</ul>\n";
  }
  if (!question.body.empty())
    html += "<div class='text' dir='auto'>" + markdown_html(body_without_answer(question), 2) +
            "</div>\n";
  return html;
}

std::string answer_text_html(const Record& record, int heading) {
  return "<div class='text' dir='auto'>" + markdown_html(record.answer, heading) + "</div>\n";
}

std::string about_answer_html(const Record& record, const PageFrame& frame) {
  std::vector<std::string> parts = about_answer(record);
  if (!record.author.empty())
    parts.push_back(fmt::format("<bdi>{}</bdi>", html_text(record.author)));
  if (!record.date.empty()) parts.push_back(html_text(record.date));
  const std::string uri = record.url.starts_with('#') ? std::string() : safe_uri(record.url);
  if (!uri.empty())
    parts.push_back(link_html(uri, html_text(beginning_of(record.url, longest_title)),
                              " rel='noopener noreferrer nofollow'"));
  parts.push_back(place_html(record, frame));
  if (!frame.is_site) {
    parts.push_back(link_html(record_address(frame, record),
                              "<code>" + html_text(record.id) + "</code>",
                              " class='permalink' title='Link to this answer'"));
  }
  return "<p class='about'>" + joined_by_dots(parts) + "</p>\n";
}

std::string begin_page(const std::string& title, const std::string& query, const PageFrame& frame,
                       const PageParameters& parameters, std::string_view kind) {
  std::string hidden;
  for (const auto& [name, value] : parameters)
    hidden += fmt::format("<input type='hidden' name='{}' value='{}'>", html_text(name),
                          html_text(value));
  return fmt::format(
      "<!doctype html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'>\n"
      "<meta name='viewport' content='width=device-width, initial-scale=1'>\n"
      "<meta name='color-scheme' content='light dark'>\n{7}<title>{0}</title>\n"
      "<link rel='stylesheet' href='{1}assets/page.css'>\n"
      "<link rel='icon' type='image/svg+xml' href='{1}assets/icon.svg'>\n"
      "{8}<script src='{1}assets/page.js' defer></script>\n</head>\n<body class='{5}'>\n"
      "<a class='skip' href='#main'>To the results</a>\n"
      "<header>\n<a class='name' href='{2}'>answers</a>\n"
      "<form role='search' action='{2}' data-root='{1}'>\n<label for='q' "
      "class='hidden'>Search</label>\n"
      "<input type='search' id='q' name='q' value='{3}' placeholder='What do you want to know?' "
      "dir='auto' autocomplete='off' autocapitalize='off' spellcheck='false' maxlength='8000'{6}>"
      "{4}<button>Search</button>\n</form>\n{10}</header>\n"
      "<nav id='completions' aria-label='Completions'></nav>\n{9}",
      html_text(title), frame.root, start_address(frame), html_text(query), hidden, kind,
      kind == "start" ? " autofocus" : "", frame.is_site ? site_head() : "",
      frame.is_site ? site_scripts : "", frame.is_site ? without_script : "",
      other_pages(frame, kind));
}

std::string end_page(const PageFrame& frame) {
  std::string left = counted(frame.records, "record", "records");
  if (!frame.is_site) left.append(dot_between) += link_html(frame.root + "api/openapi.json", "API");
  return fmt::format(
      "<footer><p>{}</p><p class='keys'><kbd>/</kbd> search <kbd>↓</kbd> <kbd>↑</kbd> move "
      "<kbd>Enter</kbd> open</p></footer>\n</body>\n</html>\n",
      left);
}

}  // namespace answers
