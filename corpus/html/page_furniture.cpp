#include "corpus/html/page_furniture.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_tree.h"
#include "corpus/wording/question_text.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace answers {
namespace {

/// Words of a class or an id, of which an element that has one is no text of its page.
constexpr std::string_view furniture_names[] = {"navfooter",
                                                "navheader",
                                                "breadcrumb",
                                                "breadcrumbs",
                                                "pagination",
                                                "pagination-nav",
                                                "cookie-banner",
                                                "cookie-consent",
                                                "cookie-notice",
                                                "cookie-bar",
                                                "cookieconsent",
                                                "md-feedback",
                                                "article-votes",
                                                "related-articles",
                                                "article-more-questions",
                                                "article-return-to-top",
                                                "related-posts",
                                                "sharedaddy",
                                                "social-share",
                                                "share-buttons",
                                                "site-footer",
                                                "page-footer",
                                                "footer",
                                                "sphinxsidebar",
                                                "sidebar",
                                                "comment-respond",
                                                "skip-link",
                                                "theme-doc-footer",
                                                "w-nav",
                                                "search-form"};

/// … and of which it is a contents list where nearly all its text is links.
constexpr std::string_view contents_names[] = {
    "toc",     "table-of-contents", "tableofcontents", "contents", "toctree-wrapper",
    "doc-toc", "markdown-toc"};

constexpr std::string_view feedback[] = {"was this page helpful",   "was this article helpful",
                                         "was this answer helpful", "was this helpful",
                                         "did this answer your",    "did this page help",
                                         "have more questions?",    "edit this page",
                                         "edit on github",          "back to top",
                                         "rate this article",       "war dieser artikel hilfreich",
                                         "cet article vous a-t-il", "¿fue útil este artículo",
                                         "esse artigo foi útil"};

/// Names of places that links back to the beginning lead to.
constexpr std::string_view tops[] = {
    "top",    "toc",  "contents", "index", "content", "home",     "up",      "inicio",
    "indice", "menu", "haut",     "oben",  "header",  "page-top", "pagetop", "questions"};

template <std::size_t n>
bool is_one_of(std::string_view word, const std::string_view (&words)[n]) {
  return std::ranges::find(words, word) != std::end(words);
}

template <std::size_t n>
bool is_named(const GumboNode* node, const std::string_view (&words)[n]) {
  const auto known = [&words](std::string_view word) { return is_one_of(word, words); };
  return any_word(attribute(node, "class"), known) || any_word(attribute(node, "id"), known);
}

/// Letters, digits and all that is not ASCII below a node: those in links, and all.
struct Letters {
  std::size_t linked = 0;
  std::size_t all = 0;
};

void count_letters(const GumboNode* root, Letters& letters) {
  struct Open {
    const GumboNode* node;
    bool linked;
  };
  std::vector<Open> open = {{root, false}};
  while (!open.empty()) {
    const auto [node, in_link] = open.back();
    open.pop_back();
    if (!is_element(node) && !is_blank_node(node)) {
      const std::string_view text = node->v.text.text;
      const auto count = static_cast<std::size_t>(std::ranges::count_if(
          text, [](char byte) { return is_letter_or_digit(byte) || byte < 0; }));
      letters.all += count;
      if (in_link) letters.linked += count;
    }
    const bool linked = in_link || tag_of(node) == GUMBO_TAG_A;
    for (const GumboNode* child : children_of(node)) open.push_back({child, linked});
  }
}

/// "Contents" may stand above it.
bool is_list_of_links(const GumboNode* node) {
  constexpr std::size_t title = 40;
  Letters letters;
  count_letters(node, letters);
  return letters.linked > 0 && letters.linked * 10 + title * 10 >= letters.all * 10 &&
         letters.linked * 2 >= letters.all;
}

/// The one link to a place in the page that is all of an element's text; nullptr for any other.
const GumboNode* lone_link(const GumboNode* node) {
  const GumboNode* link = nullptr;
  std::size_t seen = 0;
  std::vector<const GumboNode*> open = {node};
  while (!open.empty()) {
    const GumboNode* next = open.back();
    open.pop_back();
    if (++seen > 12) return nullptr;
    if (tag_of(next) == GUMBO_TAG_A && attribute(next, "href").starts_with('#')) {
      if (link != nullptr) return nullptr;
      link = next;
      continue;
    }
    if (!is_element(next) && !is_blank_node(next)) {
      const std::string_view text = trimmed(next->v.text.text);
      if (text.size() > 4 ||
          std::ranges::any_of(text, [](char byte) { return is_letter_or_digit(byte); }))
        return nullptr;
    }
    const auto children = children_of(next);
    open.insert(open.end(), children.begin(), children.end());
  }
  return link;
}

/// The text right in a node; enough of it to know it again.
std::string words_of(const GumboNode* node) {
  constexpr std::size_t longest = 80;
  std::string words;
  std::vector<const GumboNode*> open = {node};
  while (!open.empty() && words.size() < longest) {
    const GumboNode* next = open.back();
    open.pop_back();
    if (!is_element(next) && !is_blank_node(next)) words += next->v.text.text;
    const auto children = children_of(next);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  return words;
}

bool is_line(const GumboNode* node) {
  switch (tag_of(node)) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_A:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return true;
    default:
      return false;
  }
}

/// The text right behind an element on its line (before it, where `step` is -1) that has words.
std::string_view words_beside(const GumboNode* node, std::ptrdiff_t step) {
  constexpr int farthest = 4;  // siblings, and elements around it
  for (int height = 0; height < farthest && is_inline(node) && node->parent != nullptr;
       ++height, node = node->parent) {
    const auto siblings = children_of(node->parent);
    const auto place = static_cast<std::ptrdiff_t>(node->index_within_parent);
    if (place >= std::ssize(siblings) || siblings[node->index_within_parent] != node) return {};
    for (int distance = 1; distance <= farthest; ++distance) {
      const std::ptrdiff_t at = place + distance * step;
      if (at < 0 || at >= std::ssize(siblings)) break;
      const GumboNode* beside = siblings[static_cast<std::size_t>(at)];
      if (is_blank_node(beside)) continue;
      if (is_element(beside)) return {};
      const std::string_view text = beside->v.text.text;
      return folded_words(text).empty() ? std::string_view() : text;
    }
  }
  return {};
}

/// Whether a sentence has not come to its end: "A synonym for", "See (".
bool goes_on(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\n([{|");
  constexpr std::string_view ends = ".!?:;)]\"";
  constexpr std::string_view wide_ends[] = {"。", "！", "？", "：", "…", "”", "»", "؟"};
  if (last == std::string_view::npos || ends.find(text[last]) != std::string_view::npos)
    return false;
  return std::ranges::none_of(wide_ends, [text = text.substr(0, last + 1)](std::string_view end) {
    return text.ends_with(end);
  });
}

/// "Back to the questions" in any language: links that stand alone and have the same words again
/// and again, or lead to the top.
class ReturnLinks {
 public:
  void count(const GumboNode* link) {
    const std::string_view href = attribute(link, "href");
    if (!href.starts_with('#') || opens(link)) return;
    any_ = ++words_[folded_words(words_of(link))] > 1 || is_to_top(href) || any_;
  }

  /// Whether a line is one and nothing else.
  bool is_one(const GumboNode* line) const {
    if (!any_) return false;
    const GumboNode* link = lone_link(line);
    if (link == nullptr || opens(link) || !words_beside(line, 1).empty()) return false;
    if (is_to_top(attribute(link, "href"))) return true;
    if (goes_on(words_beside(line, -1))) return false;  // a word of a sentence
    const std::string words = words_of(link);
    if (ends_in_question_mark(words)) return false;  // of something that opens
    const auto found = words_.find(folded_words(words));
    return found != words_.end() && found->second > 1;
  }

 private:
  /// A panel, and does not lead back.
  static bool opens(const GumboNode* link) {
    return std::ranges::any_of(
        std::array{"aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"},
        [link](const char* name) { return !attribute(link, name).empty(); });
  }

  static bool is_to_top(std::string_view href) {
    return is_one_of(lower_ascii(href.substr(1)), tops);
  }

  bool any_ = false;
  std::unordered_map<std::string, int> words_{};
};

/// Whether pages write single signs and letters in such an element.
bool may_dress_sign(const GumboNode* node) {
  switch (tag_of(node)) {
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_I:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_SMALL:
      return true;
    default:
      return false;
  }
}

/// Whether an element is the last thing on a button.
bool ends_button(const GumboNode* node) {
  if (tag_of(node->parent) != GUMBO_TAG_BUTTON && tag_of(node->parent) != GUMBO_TAG_SUMMARY)
    return false;
  const auto siblings = children_of(node->parent);
  const auto last = std::ranges::find_if_not(siblings.rbegin(), siblings.rend(), is_blank_node);
  return last != siblings.rend() && *last == node && std::next(last) != siblings.rend();
}

bool is_icon(const GumboNode* node) {
  if (!may_dress_sign(node)) return false;
  constexpr std::size_t longest = 4;  // bytes of one sign
  if (attribute(node, "class").empty() && attribute(node, "aria-hidden") != "true" &&
      !ends_button(node))
    return false;
  if (children_of(node).size() > 3) return false;
  const std::string text = words_of(node);
  const std::string_view sign = trimmed(text);
  return !sign.empty() && sign.size() <= longest &&
         (sign.size() == 1 || static_cast<unsigned char>(sign[0]) >= 0xC2) &&
         folded_words(sign).empty();
}

/// The letter of a label that stands in an element of its own, first beside what it labels:
/// "<span>Q</span>", "<b>A1.</b>", in upper case; '\0' for any other node.
char lone_letter(const GumboNode* node) {
  if (!may_dress_sign(node) && tag_of(node) != GUMBO_TAG_STRONG) return '\0';
  const auto inside = children_of(node);
  if (inside.size() != 1 || is_element(inside[0]) || node->parent == nullptr) return '\0';
  std::string_view text = trimmed(inside[0]->v.text.text);
  constexpr std::size_t longest = 8;  // bytes
  if (text.empty() || text.size() > longest) return '\0';
  char letter = text[0];
  if (text.starts_with("Ｑ")) letter = 'Q';
  if (text.starts_with("Ａ")) letter = 'A';
  if (letter < 'A' || letter > 'Q') return '\0';
  text.remove_prefix(text[0] == letter ? 1U : 3U);
  text.remove_prefix(std::min(text.find_first_not_of("0123456789"), text.size()));
  for (const std::string_view mark : {".", ":", "．", "："}) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  if (!text.empty()) return '\0';
  const auto siblings = children_of(node->parent);
  const std::size_t place = node->index_within_parent;
  if (place >= siblings.size() || siblings[place] != node) return '\0';
  // As far as the next text, or n labels behind m comments would take n * m steps.
  const auto here = siblings.begin() + static_cast<std::ptrdiff_t>(place);
  const bool first = std::find_if_not(std::reverse_iterator(here), siblings.rend(),
                                      is_blank_node) == siblings.rend();
  const bool labels =
      first && std::find_if_not(here + 1, siblings.end(), is_blank_node) != siblings.end();
  return labels ? letter : '\0';
}

/// Labels that stand beside their text by the style of a page alone become words with a colon,
/// which are labels whatever follows. Not where such letters count options.
class LoneLabels {
 public:
  /// Each text of the page.
  void see(GumboNode* text) {
    if (is_element(text) || text->parent == nullptr) return;
    const char letter = lone_letter(text->parent);
    if (letter == 'Q') questions_.push_back(text);
    if (letter == 'A') answers_.push_back(text);
    options_ = options_ || letter == 'B';
  }
  void spell_out() {
    constexpr std::size_t fewest = 2;
    if (questions_.size() < fewest) return;
    // The text lies in the tree's memory, or is one of these.
    for (GumboNode* text : questions_) name(text, "Question: ");
    if (options_) return;
    for (GumboNode* text : answers_) name(text, "Answer: ");
  }

 private:
  /// A label's text becomes `word`, and the mark goes that ends the label behind its element:
  /// "<b>Q</b>. Is it?".
  static void name(GumboNode* text, const char* word) {
    text->v.text.text = word;
    const GumboNode* label = text->parent;
    const auto siblings = children_of(label->parent);
    const std::size_t next = label->index_within_parent + 1;
    if (next >= siblings.size() || siblings[next]->type != GUMBO_NODE_TEXT) return;
    auto* const behind = static_cast<GumboNode*>(label->parent->v.element.children.data[next]);
    const std::string_view said = behind->v.text.text;
    const std::size_t mark = std::min(said.find_first_not_of(" \n"), said.size());
    if (mark + 1 < said.size() && (said[mark] == '.' || said[mark] == ':' || said[mark] == ')') &&
        (said[mark + 1] == ' ' || said[mark + 1] == '\n'))
      behind->v.text.text += mark + 1;
  }

  std::vector<GumboNode*> questions_{};
  std::vector<GumboNode*> answers_{};
  bool options_ = false;
};

/// Whether a node is the <address> that ends a page by hand: who made it, and when.
bool ends_page(const GumboNode* node) {
  if (tag_of(node) != GUMBO_TAG_ADDRESS || tag_of(node->parent) != GUMBO_TAG_BODY) return false;
  const auto siblings = children_of(node->parent);
  const auto last = std::ranges::find_if_not(siblings.rbegin(), siblings.rend(), is_blank_node);
  return last != siblings.rend() && *last == node;
}

/// Whether an element opens over its page to be filled in: to sign in, to write a message.
bool is_form_over_page(const GumboNode* node) {
  const bool over = gumbo_get_attribute(&node->v.element.attributes, "popover") != nullptr ||
                    attribute(node, "aria-modal") == "true" ||
                    any_word(attribute(node, "class"), [](std::string_view word) {
                      return word == "modal" || word == "popup" || word == "lightbox";
                    });
  if (!over) return false;
  std::vector<const GumboNode*> open = {node};
  while (!open.empty()) {
    const GumboNode* next = open.back();
    open.pop_back();
    if (tag_of(next) == GUMBO_TAG_FORM) return true;
    const auto children = children_of(next);
    open.insert(open.end(), children.begin(), children.end());
  }
  return false;
}

bool asks_for_feedback(const GumboNode* node) {
  constexpr std::size_t longest = 80;
  const auto children = children_of(node);
  const auto text =
      std::ranges::find_if(children, [](const GumboNode* child) { return !is_blank_node(child); });
  if (text == children.end() || is_element(*text)) return false;
  const std::string words = lower_ascii(trimmed((*text)->v.text.text));
  return words.size() <= longest && std::ranges::any_of(feedback, [&words](std::string_view begin) {
           return std::string_view(words).starts_with(begin);
         });
}

}  // namespace

void remove_furniture(HtmlTree& tree) {
  ReturnLinks links;
  LoneLabels labels;
  tree.each([&](GumboNode* node) {
    if (tag_of(node) == GUMBO_TAG_A) links.count(node);
    labels.see(node);
    // Webflow's answers.
    if (tag_of(node) == GUMBO_TAG_NAV &&
        attribute(node, "class").find("w-dropdown-list") != std::string_view::npos)
      node->v.element.tag = GUMBO_TAG_DIV;
  });
  labels.spell_out();
  tree.remove([&links](const GumboNode* node) {
    if (!is_element(node) || tag_of(node) == GUMBO_TAG_BODY || tag_of(node) == GUMBO_TAG_HTML ||
        tag_of(node) == GUMBO_TAG_MAIN || tag_of(node) == GUMBO_TAG_ARTICLE ||
        tag_of(node) == GUMBO_TAG_SCRIPT)
      return false;
    // What is filled in and sent.
    if (tag_of(node) == GUMBO_TAG_TEXTAREA || tag_of(node) == GUMBO_TAG_SELECT ||
        (tag_of(node) == GUMBO_TAG_BUTTON && attribute(node, "type") == "submit"))
      return true;
    if (is_line(node) && (links.is_one(node) || asks_for_feedback(node))) return true;
    if (ends_page(node)) return true;
    if (node->v.element.attributes.length == 0) return is_icon(node);
    const std::string_view role = attribute(node, "role");
    if (role == "contentinfo" || role == "search" || role == "dialog" || role == "doc-toc")
      return true;
    if (is_named(node, furniture_names) || is_form_over_page(node)) return true;
    if (tag_of(node) == GUMBO_TAG_DIV && attribute(node, "id").starts_with("sidebar")) return true;
    if (tag_of(node) == GUMBO_TAG_ASIDE &&
        (attribute(node, "id").find("sidebar") != std::string_view::npos ||
         attribute(node, "class").find("sidebar") != std::string_view::npos))
      return true;
    if ((is_named(node, contents_names) ||
         attribute(node, "class").find("tableOfContents") != std::string_view::npos) &&
        heading_level(node) == 0 && is_list_of_links(node))
      return true;
    return is_icon(node);
  });
}

}  // namespace answers
