#include "corpus/markdown/definition_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/input/walk.h"
#include "corpus/outline/about.h"
#include "corpus/outline/glossary_entry.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace answers::markdown {
namespace {

/// ": text" or ":   text"
bool defines(const Document& document, std::size_t line, std::size_t end) {
  if (line >= end || document.is_code(line) || document[line].indent > 3) return false;
  const std::string_view content = document.content(line);
  return content.size() > 2 && content[0] == ':' && (content[1] == ' ' || content[1] == '\t');
}

/// Whether `line` is a term: text with a definition below it, or below a blank line.
bool is_term(const Document& document, std::size_t line, std::size_t end) {
  if (document[line].kind != Kind::text || document.is_code(line) || document[line].indent > 3 ||
      defines(document, line, end))
    return false;
  const bool blank = line + 1 < end && document[line + 1].kind == Kind::blank;
  return defines(document, line + (blank ? 2 : 1), end);
}

/// The next term at or below `line`, where no heading or rule stands above it; else `end`.
std::size_t term_below(const Document& document, std::size_t line, std::size_t end) {
  for (; line < end; ++line) {
    const Kind kind = document[line].kind;
    if (!document.is_code(line) && (kind == Kind::heading || kind == Kind::rule)) return end;
    if (is_term(document, line, end)) return line;
  }
  return end;
}

/// Terms with ": …" below.
void find_colons(const Document& document, Range range, std::vector<Found>& terms) {
  for (std::size_t line = range.first; line < range.last; ++line) {
    if (!is_term(document, line, range.last)) continue;
    std::size_t below = line + 1;
    if (document[below].kind == Kind::blank) ++below;
    const bool stands_alone = line == range.first || document[line - 1].kind != Kind::text;
    Found found;
    found.begin = document.byte(line);
    found.title = document.content(line);
    std::size_t last = below;
    bool blank = false;
    for (; below < range.last; ++below) {
      if (document[below].kind == Kind::blank) {
        blank = true;
        continue;
      }
      const bool new_definition = defines(document, below, range.last);
      // Behind a blank line only what is indented belongs to it.
      if (!new_definition && (document[below].kind == Kind::heading ||
                              (blank && document[below].indent < 2 && !document.is_code(below))))
        break;
      // The next term, right below a definition.
      if (!new_definition && !blank && document[below].indent < 2 &&
          defines(document, below + 1, range.last))
        break;
      std::string text(document.whole(below));
      if (new_definition) text = text.substr(document[below].content - document.byte(below) + 1);
      if (blank && !found.answer.empty()) found.answer += '\n';
      blank = false;
      found.answer.append(new_definition ? trimmed(text) : std::string_view(dedent(text, 4)));
      found.answer += '\n';
      last = below + 1;
    }
    // What stands between two terms belongs to the first.
    const std::size_t next_term = term_below(document, last, range.last);
    if (next_term < range.last) {
      const std::string_view between =
          std::string_view(document.text().text)
              .substr(document.byte(last), document.byte(next_term) - document.byte(last));
      if (!is_blank(between)) found.answer.append(between);
      last = next_term;
    }
    found.rest = found.end = document.byte(last);
    line = last - 1;
    if (!stands_alone) continue;
    terms.push_back(std::move(found));
  }
}

/// <dt>…</dt> with its <dd>…</dd>.
void find_tags(const Document& document, Range range, std::vector<Found>& terms) {
  const std::string_view text = document.text().text;
  const std::size_t end = document.byte(range.last);
  for (std::size_t at = text.find("<dt", document.byte(range.first)); at < end;) {
    const std::size_t next = text.find("<dt", at + 3);
    std::string_view both = text.substr(at, std::min(next, end) - at);
    both = both.substr(0, both.find("</dl"));
    const std::size_t open = both.find('>');
    const std::size_t definition = both.find("<dd");
    const std::size_t inside = both.find('>', definition);
    const bool named = at > 0 && text[at - 1] == '`';  // "`<dt>`s and `<dd>`s"
    if (!named && definition != std::string_view::npos && open < definition &&
        inside != std::string_view::npos && !document.is_code(document.line_at(at))) {
      const std::string_view title = both.substr(open + 1, definition - open - 1);
      const std::size_t close = both.rfind("</dd");
      const std::size_t answer_end = close == std::string_view::npos ? both.size() : close;
      Found found;
      found.begin = at;
      found.title = trimmed(title.substr(0, title.find("</dt")));
      if (answer_end > inside) {
        const std::string_view answer = both.substr(inside + 1, answer_end - inside - 1);
        const std::size_t first_line = answer.find('\n');
        found.answer = trimmed(answer.substr(0, first_line));
        if (first_line != std::string_view::npos) {
          const std::string_view below = answer.substr(first_line + 1);
          if (!found.answer.empty()) found.answer += '\n';
          found.answer += dedent(below, common_indent(below));
        }
      }
      found.rest = found.end = at + answer_end;
      terms.push_back(std::move(found));
    }
    at = next;
  }
}

/// A term that stands emphasised at the beginning of a line, with what is said of it behind.
struct Entry {
  std::string_view term{};
  std::string_view text{};  ///< empty where it stands on the next line
};

/// "**Term** — text", "*Term*: text", "**Term (short):** text", "**Term**"; nullopt for all else.
std::optional<Entry> entry_at(std::string_view line) {
  constexpr std::size_t longest_term = 80;    // bytes
  constexpr std::size_t longest_remark = 60;  // bytes
  if (line.size() < 4 || (line[0] != '*' && line[0] != '_' && line[0] != '`')) return std::nullopt;
  const std::string_view mark = line.substr(0, line[1] == line[0] ? 2 : 1);
  const std::size_t close = line.find(mark, mark.size());
  if (close == line.npos || close > longest_term || close == mark.size()) return std::nullopt;
  std::string_view term = line.substr(mark.size(), close - mark.size());
  std::string_view behind = line.substr(close + mark.size());
  for (const std::string_view colon : {":", "：", " :"}) {
    if (!term.ends_with(colon)) continue;
    term.remove_suffix(colon.size());
    return Entry{term, trimmed(behind)};
  }
  if (is_blank(behind) || behind == "\\") return Entry{term, {}};
  // "**API** (application programming interface): …"
  if (behind.starts_with(" (")) {
    const std::size_t end = behind.substr(0, longest_remark).find(')');
    if (end != behind.npos) {
      term = line.substr(0, line.size() - behind.size() + end + 1);
      behind.remove_prefix(end + 1);
    }
  }
  for (const std::string_view joint : {":", "：", " :", " - ", " – ", " — ", "—", " = "}) {
    if (behind.starts_with(joint) && !is_blank(behind.substr(joint.size())))
      return Entry{term, trimmed(behind.substr(joint.size()))};
  }
  return std::nullopt;
}

/// Items of a list of acronyms, where nearly all of them name one and say what it stands for.
void find_acronyms(const Document& document, std::vector<Found>& terms) {
  constexpr std::size_t fewest = 3;
  const auto headings = document.headings();
  const std::string_view name = file_name(document.text().path);
  const bool named = names_acronyms(name) || announces_glossary(name) ||
                     (!headings.empty() && names_acronyms(headings.front().title));
  if (!named) return;
  std::vector<Found> entries;
  std::size_t all = 0;
  for (std::size_t line = document.body_line(); line < document.count(); ++line) {
    if (document[line].kind != Kind::list_item || document.is_code(line) ||
        document[line].indent > 1)
      continue;
    ++all;
    const auto entry = glossary_entry(document.content(line));
    if (!entry) continue;
    Found found;
    found.begin = document.byte(line);
    found.title = entry->term;
    found.rest = static_cast<std::size_t>(entry->text.data() - document.text().text.data());
    found.list_item = true;
    entries.push_back(std::move(found));
  }
  if (entries.size() < fewest || entries.size() * 5 < all * 4) return;
  for (Found& found : entries) terms.push_back(std::move(found));
}

/// The entries of a glossary, where its paragraphs or items begin with their terms.
void find_entries(const Document& document, std::vector<Found>& terms) {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t share = 3;  // one at least of so many paragraphs and items
  const auto headings = document.headings();
  if (!announces_glossary(file_name(document.text().path)) &&
      (headings.empty() || !headings.front().announced.glossary))
    return;
  std::vector<Found> entries;
  std::size_t all = 0;
  for (std::size_t line = document.body_line(); line < document.count(); ++line) {
    const Kind kind = document[line].kind;
    const bool begins = line == 0 || document[line - 1].kind != Kind::text;
    if (document.is_code(line) || document[line].indent > 1 ||
        (kind != Kind::list_item && (kind != Kind::text || !begins)))
      continue;
    ++all;
    const auto entry = entry_at(trimmed(document.content(line)));
    if (!entry) continue;
    const std::size_t below = document.skip_blank(line + 1, document.count());
    if (entry->text.empty() && (below == document.count() || document[below].kind != Kind::text ||
                                entry_at(document.content(below))))
      continue;
    Found found;
    found.begin = document.byte(line);
    found.title = entry->term;
    found.rest = entry->text.empty()
                     ? document.byte(line + 1)
                     : static_cast<std::size_t>(entry->text.data() - document.text().text.data());
    found.list_item = kind == Kind::list_item;
    entries.push_back(std::move(found));
  }
  if (entries.size() < fewest || entries.size() * share < all) return;
  for (Found& found : entries) terms.push_back(std::move(found));
}

}  // namespace

void add_definitions(const Document& document, std::vector<Candidate>& candidates) {
  std::vector<Found> terms;
  std::size_t entries = 0;
  find_colons(document, {document.body_line(), document.count()}, terms);
  find_tags(document, {document.body_line(), document.count()}, terms);
  if (terms.empty()) {
    find_entries(document, terms);
    if (terms.empty()) find_acronyms(document, terms);
    entries = terms.size();
  }
  for (Found& found : terms) {
    Block block = block_of(BlockKind::definition, found, how_asks(plain_inline(found.title)));
    block.told = entries > 0;
    candidates.push_back({block, std::move(found)});
  }
}

}  // namespace answers::markdown
