#include "corpus/html/activity_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/html/page_cells.h"
#include "corpus/input/input.h"
#include "corpus/listener.h"
#include "corpus/markup/html_text.h"
#include "corpus/markup/prompt_text.h"

#include <algorithm>
#include <string>
#include <utility>

namespace answers {
namespace {

constexpr std::string_view cell = "<div class=\"outer-cell ";
constexpr std::string_view header = "mdl-typography--title\">";
constexpr std::string_view content = "mdl-typography--body-1\">";
constexpr std::string_view line_break = "<br>";

/// "Mar 1, 2024, 10:00:00 AM CET", in any language.
bool is_moment(std::string_view html) {
  constexpr std::size_t longest = 80;  // bytes
  if (html.size() > longest || html.find('<') != std::string_view::npos) return false;
  const std::size_t colon = html.find(':');
  const auto digits = std::ranges::count_if(html, is_digit);
  return colon != std::string_view::npos && colon > 0 && is_digit(html[colon - 1]) && digits >= 7;
}

/// What stands between the first `begin` and the next `end`; empty where there is none.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t at = text.find(begin);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + begin.size());
  return text.substr(0, text.find(end));
}

class ActivityPage {
 public:
  explicit ActivityPage(Input& input) : input_(input) {}

  void read() {
    PageCells cells(input_, cell);
    while (auto one = cells.next()) tell(one->html, std::move(one->place));
  }

 private:
  void tell(std::string_view html, Place place) {
    const std::string_view program = between(html, header, line_break);
    if (program.find("Gemini") == std::string_view::npos &&
        program.find("Bard") == std::string_view::npos)
      return;
    std::string_view said = between(html, content, "</div><div class=\"content-cell");
    std::string_view asked;
    std::string_view moment;
    for (std::size_t at = 0; at < said.size();) {
      const std::size_t behind = std::min(said.find(line_break, at), said.size());
      if (const std::string_view part = said.substr(at, behind - at); is_moment(part)) {
        asked = said.substr(0, at);
        moment = part;
        said.remove_prefix(std::min(said.size(), behind + line_break.size()));
        break;
      }
      at = behind + line_break.size();
    }
    if (asked.empty()) return;
    if (asked.ends_with(line_break)) asked.remove_suffix(line_break.size());
    constexpr std::string_view prompted = "Prompted";  // what English pages write before it
    if (asked.starts_with(prompted)) asked.remove_prefix(prompted.size());
    std::string answer = html_to_markdown(said);
    if (is_blank(answer)) return;
    Record record;
    record.date = html_to_line(moment);
    record.place = std::move(place);
    set_prompt(trimmed(html_to_markdown(asked)), record);
    record.answer = answer_text(std::move(answer), record.question);
    deliver(std::move(record), input_.listener());
  }

  Input& input_;
};

}  // namespace

int recognises_activity(std::string_view, std::string_view head) {
  return head.find(cell) != std::string_view::npos && head.find(content) != std::string_view::npos
             ? 97
             : 0;
}

void read_activity(Input& input) { ActivityPage(input).read(); }

}  // namespace answers
