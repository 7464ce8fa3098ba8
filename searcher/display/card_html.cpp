#include "searcher/display/card_html.h"

#include "corpus/characters/replace.h"
#include "searcher/display/styled_text.h"

#include <fmt/core.h>
#include <md4c-html.h>

#include <algorithm>

namespace answers {
namespace {

constexpr unsigned parser_flags =
    MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTML;

std::string rendered(std::string_view markdown) {
  // md4c 0.4.8 looks a byte behind an address at the very end.
  const std::string ended = std::string(markdown) + '\n';
  std::string html;
  const auto append = [](const MD_CHAR* text, MD_SIZE size, void* to) {
    static_cast<std::string*>(to)->append(text, size);
  };
  md_html(ended.data(), static_cast<MD_SIZE>(ended.size()), append, &html, parser_flags, 0);
  return html;
}

/// A name of a file beside the card, as in "net.png" or "img/net.png".
bool is_file_name(std::string_view address) {
  return !address.empty() && address.front() != '/' && address.find(':') == address.npos &&
         address.find('&') == address.npos;  // an entity may be a colon
}

/// Empties the addresses that lead elsewhere. Quotes in a text are escaped, so that what looks like
/// an attribute is one.
void disarm_addresses(std::string& html, std::string_view attribute) {
  for (auto at = html.find(attribute); at != std::string::npos; at = html.find(attribute, at)) {
    at += attribute.size();
    const auto end = std::min(html.find('"', at), html.size());
    const std::string_view address = std::string_view(html).substr(at, end - at);
    if (safe_uri(address).empty() && !is_file_name(address)) html.erase(at, end - at);
  }
}

/// Line ends are blanks, but in code, where a card must be told of them.
std::string on_one_line(std::string_view html) {
  std::string line;
  bool in_code = false;
  for (std::size_t at = 0; at < html.size(); ++at) {
    const std::string_view rest = html.substr(at);
    if (rest.starts_with("<pre>")) in_code = true;
    if (rest.starts_with("</pre>")) in_code = false;
    if (rest.front() == '\n') {
      const bool is_last_of_code = rest.starts_with("\n</code></pre>");
      if (in_code && !is_last_of_code) line += "&#10;";
      if (!in_code && !line.ends_with('>') && at + 1 < html.size()) line += ' ';
    } else if (rest.front() == '\t') {
      line += "&#9;";
    } else if (rest.front() != '\r') {
      line += rest.front();
    }
  }
  return line;
}

std::string card_of(std::string html) {
  disarm_addresses(html, "href=\"");
  disarm_addresses(html, "src=\"");
  // No text has these: its '<' is escaped.
  constexpr std::string_view display = "<x-equation type=\"display\">";
  constexpr std::string_view end = "</x-equation>";
  for (auto at = html.find(display); at != std::string::npos; at = html.find(display, at)) {
    html.replace(at, display.size(), "\\[");
    if (const auto close = html.find(end, at); close != std::string::npos)
      html.replace(close, end.size(), "\\]");
  }
  replace_all(html, "<x-equation>", "\\(");
  replace_all(html, end, "\\)");
  return on_one_line(html);
}

}  // namespace

std::string card_html(std::string_view markdown) { return card_of(rendered(markdown)); }

std::string card_html_of_line(std::string_view line) {
  // In a heading nothing else begins; its own sign at the end keeps that of "What is C #".
  const std::string html = rendered(fmt::format("# {} #", line));
  constexpr std::string_view begin = "<h1>";
  constexpr std::string_view end = "</h1>\n";
  const bool is_heading = html.starts_with(begin) && html.ends_with(end);
  return card_of(is_heading ? html.substr(begin.size(), html.size() - begin.size() - end.size())
                            : html);
}

}  // namespace answers
