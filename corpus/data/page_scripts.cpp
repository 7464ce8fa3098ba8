#include "corpus/data/page_scripts.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/input/walk.h"

#include <algorithm>
#include <cstddef>

namespace answers {
namespace {

/// Blanks, and the lines of `text`.
std::string blank_copy(std::string_view text) {
  std::string blank(text.size(), ' ');
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    blank[at] = '\n';
  return blank;
}

void put(std::string_view text, std::size_t begin, std::size_t end, std::string& into) {
  std::ranges::copy(text.substr(begin, end - begin),
                    into.begin() + static_cast<std::ptrdiff_t>(begin));
}

/// Whether a script holds a text that asks, or the word for one.
bool may_ask(std::string_view script) {
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"?\"", "?'", "?`", "uestion", "？", "؟"},
      [script](std::string_view sign) { return script.find(sign) != std::string_view::npos; });
}

/// Elements that fold something away (Radix and shadcn, MUI, Chakra, Headless UI, Reach), and what
/// they are in HTML, which is no longer.
struct FoldElement {
  std::string_view name;
  std::string_view html;
};
constexpr FoldElement fold_elements[] = {
    {"AccordionTrigger", "summary"}, {"AccordionSummary", "summary"},
    {"AccordionButton", "summary"},  {"AccordionHeader", "summary"},
    {"Accordion.Header", "summary"}, {"Accordion.Trigger", "summary"},
    {"Accordion.Button", "summary"}, {"Disclosure.Button", "summary"},
    {"DisclosureButton", "summary"}, {"AccordionItem", "details"},
    {"Accordion.Item", "details"},   {"Disclosure", "details"},
    {"AccordionContent", "div"},     {"AccordionDetails", "div"},
    {"AccordionPanel", "div"},       {"AccordionBody", "div"},
    {"Accordion.Body", "div"},       {"Accordion.Content", "div"},
    {"Accordion.Panel", "div"},      {"Disclosure.Panel", "div"},
    {"DisclosurePanel", "div"},
};

/// Puts the names of HTML in the place of others, with blanks behind, so that places stay.
void name_folds(std::string& page) {
  // MUI's item has the name that others give to the whole.
  const bool items = page.find("<AccordionItem") != std::string::npos ||
                     page.find("<Accordion.Item") != std::string::npos;
  const auto rename = [&page](std::size_t at, std::string_view name, std::string_view html) {
    const std::size_t behind = at + name.size();
    if (behind < page.size() && (is_word_byte(page[behind]) || page[behind] == '.')) return false;
    page.replace(at, name.size(), std::string(html) + std::string(name.size() - html.size(), ' '));
    return true;
  };
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    const std::size_t begin = at + (page.substr(at + 1, 1) == "/" ? 2 : 1);
    const std::string_view tag = std::string_view(page).substr(begin, 20);
    const bool known = std::ranges::any_of(fold_elements, [&](const FoldElement& element) {
      return tag.starts_with(element.name) && rename(begin, element.name, element.html);
    });
    if (!known && !items && tag.starts_with("Accordion")) rename(begin, "Accordion", "details");
  }
}

}  // namespace

PageScripts scripts_of(std::string_view page) {
  PageScripts scripts;
  for (std::size_t at = page.find("<script"); at != std::string_view::npos;) {
    const std::size_t begin = page.find('>', at);
    const std::size_t end = page.find("</script", at);
    if (begin == std::string_view::npos || end == std::string_view::npos) break;
    const std::string tag = lower_ascii(page.substr(at, begin - at));
    const bool code = tag.find("json") == std::string::npos;
    const bool data = !code && tag.find("application/json") != std::string::npos;
    if (begin < end && (code || data) && may_ask(page.substr(begin, end - begin))) {
      std::string& kept = code ? scripts.code : scripts.data;
      if (kept.empty()) kept = blank_copy(page);
      put(page, begin + 1, end, kept);
    }
    at = page.find("<script", end);
  }
  return scripts;
}

PageParts parts_of_php(std::string_view page) {
  PageParts parts{blank_copy(page), std::string(page)};
  for (std::size_t at = page.find("<?"); at != std::string_view::npos; at = page.find("<?", at)) {
    const bool prints = page.substr(at).starts_with("<?=");
    if (!prints && !page.substr(at).starts_with("<?php")) {
      at += 2;
      continue;
    }
    const std::size_t begin = at + (prints ? 3 : 5);
    const std::size_t end = std::min(page.find("?>", at), page.size());
    put(page, begin, std::max(begin, end), parts.code);
    const std::size_t behind = std::min(end + 2, page.size());
    for (std::size_t i = at; i < behind; ++i) {
      if (page[i] != '\n') parts.shown[i] = ' ';
    }
    at = behind;
  }
  return parts;
}

PageParts parts_of_component(std::string_view page) {
  PageParts parts{{}, std::string(page)};
  if (const std::size_t end = page.find("\n---", 3);
      page.starts_with("---") && end != std::string_view::npos) {
    parts.code = blank_copy(page);
    put(page, 3, end, parts.code);
    for (std::size_t i = 0; i < end + 4; ++i) {
      if (page[i] != '\n') parts.shown[i] = ' ';
    }
  }
  for (std::size_t at = page.find("template"); at != std::string_view::npos;
       at = page.find("template", at + 1)) {
    if (page.substr(0, at).ends_with('<') || page.substr(0, at).ends_with("</"))
      parts.shown.replace(at, 8, "div     ");
  }
  name_folds(parts.shown);
  return parts;
}

PageParts parts_of_jsx(std::string_view path, std::string_view page) {
  PageParts parts{std::string(page), blank_copy(page)};
  std::size_t first = page.size();
  std::size_t last = 0;
  for (std::size_t line = 0; line < page.size();) {
    const std::size_t end = std::min(page.find('\n', line), page.size());
    const std::string_view text = trimmed(page.substr(line, end - line));
    if (text.starts_with('<') && text.size() > 1) {
      first = std::min(first, line);
      last = end;
    }
    line = end + 1;
  }
  if (first < last) put(page, first, last, parts.shown);
  name_folds(parts.shown);
  // Headings of an application ask much ("Forgot your password?").
  if (!is_named_for_questions(path) && parts.shown.find("<summary") == std::string::npos &&
      parts.shown.find("<dt") == std::string::npos)
    parts.shown = blank_copy(page);
  return parts;
}

}  // namespace answers
