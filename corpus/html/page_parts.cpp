#include "corpus/html/page_parts.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_text.h"
#include "corpus/wording/question_text.h"

#include <gumbo.h>

#include <algorithm>
#include <vector>

namespace answers {

bool is_of_type(const GumboNode* node, std::string_view type) {
  const std::string_view given = attribute(node, "itemtype");
  return given.ends_with(type) && given.find("schema.org/") != std::string_view::npos;
}

namespace {

/// By a word of a class that is "question" or "answer" in another language than English.
PairPart part_named(std::string_view classes) {
  static constexpr std::string_view questions[] = {
      "frage",  "vraag",   "pregunta",  "pergunta",   "domanda",  "vopros",
      "soru",   "pytanie", "fraga",     "sporgsmal",  "sporsmal", "kysymys",
      "otazka", "kerdes",  "intrebare", "pertanyaan", "cauhoi"};
  static constexpr std::string_view answers[] = {
      "antwort",   "antwoord", "respuesta", "resposta", "risposta", "reponse", "otvet",   "cevap",
      "odpowiedz", "svar",     "vastaus",   "odpoved",  "valasz",   "raspuns", "jawaban", "traloi"};
  while (!classes.empty()) {
    const std::size_t size = std::min(classes.find_first_of(" -_\n\t"), classes.size());
    const std::string_view word = classes.substr(0, size);
    constexpr std::size_t shortest = 4;
    if (size >= shortest) {
      if (std::ranges::find(questions, word) != std::end(questions)) return PairPart::question;
      if (std::ranges::find(answers, word) != std::end(answers)) return PairPart::answer;
    }
    classes.remove_prefix(std::min(classes.size(), size + 1));
  }
  return PairPart::none;
}

bool is_marked_answer(const GumboNode* node) {
  const std::string_view property = attribute(node, "itemprop");
  // What opens and closes a panel, and the panel.
  return property == "acceptedAnswer" || property == "suggestedAnswer" ||
         attribute(node, "role") == "tabpanel" || !attribute(node, "x-show").empty();
}

bool opens_something(const GumboNode* node) {
  return attribute(node, "role") == "tab" || !attribute(node, "aria-expanded").empty() ||
         !attribute(node, "aria-controls").empty() || !attribute(node, "@click").empty() ||
         !attribute(node, "x-on:click").empty();
}

bool has_attributes(const GumboNode* node) {
  return is_element(node) && node->v.element.attributes.length > 0;
}

PairPart part_by_class(const GumboNode* node) {
  const std::string classes = " " + lower_ascii(attribute(node, "class")) + " ";
  if (classes.size() <= 2) return PairPart::none;
  const auto has = [&classes](std::string_view word) {
    return classes.find(word) != std::string::npos;
  };
  const bool family = has("faq") || has("accordion") || has("qa-") || has("qna") || has("toggle") ||
                      has("collaps") || has("expand") || has("spoiler") || has("acc-") ||
                      has("acc_");
  if (const PairPart named = part_named(classes); named != PairPart::none) return named;
  if (has("questions") || has("answers") || has("container") || has("wrapper"))
    return PairPart::none;
  if (has("question") || has("faq-q ") || has("faq__q ") || has(" q ")) return PairPart::question;
  if (has("answer") || has("faq-a ") || has("faq__a ") || has(" a ")) return PairPart::answer;
  if (!family) return PairPart::none;
  if (has("-q ") || has("_q ")) return PairPart::question;
  if (has("-a ") || has("_a ")) return PairPart::answer;
  if (has("title") || has("header") || has("heading") || has("button") || has("trigger") ||
      has("summary") || has("control")) {
    // "accordion-style-title-icon" is all of an accordion.
    constexpr std::size_t longest = 400;  // bytes, as of what one clicks on
    return is_short(node, longest) ? PairPart::question : PairPart::none;
  }
  if (has("body") || has("content") || has("panel") || has("text") || has("collapse ") ||
      has("description"))
    return PairPart::answer;
  return PairPart::none;
}

/// As part_of() says, which has more to look at.
bool is_answer(const GumboNode* node) {
  if (!has_attributes(node)) return false;
  return is_marked_answer(node) ||
         (part_by_class(node) == PairPart::answer && !(opens_something(node) && asks(node)));
}

}  // namespace

PairPart part_of(const GumboNode* node) {
  if (!has_attributes(node)) return PairPart::none;
  if (is_marked_answer(node)) return PairPart::answer;
  if (opens_something(node) && asks(node)) return PairPart::question;
  return part_by_class(node);
}

/// A sign that shows that something opens, and how many bytes it takes; 0 for any other.
std::size_t opening_sign(std::string_view text) {
  static constexpr std::string_view signs[] = {
      "+", "-", "–", "—", "−", "＋", "×",   "✕", "✖", "✚", "➕",   "➖",   "⊕",   "⊖",   "▼",
      "▾", "▽", "▿", "▲", "▴", "▶",  "►",   "▸", "▹", "›", "»",   "→",   "➜",   "➔",   "❯",
      "❱", "↓", "↑", "⌄", "⌃", "˅",  "⯆", "⬇", "🔽", "🔼", "[+]", "[-]", "[−]", "(+)", ">"};
  for (const std::string_view sign : signs) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

std::string question_line(const GumboNode* node) {
  const std::string line = node_to_line(node);
  std::string_view text = line;
  for (;;) {
    constexpr std::string_view variation = "\uFE0E";
    const std::size_t size = opening_sign(text);
    std::string_view rest = text.substr(size);
    if (rest.starts_with(variation) || rest.starts_with("\uFE0F")) rest.remove_prefix(3);
    if (size == 0 || !rest.starts_with(' ')) break;
    text = trimmed(rest);
  }
  for (bool again = true; again;) {
    again = false;
    if (text.ends_with("\uFE0E") || text.ends_with("\uFE0F")) text.remove_suffix(3);
    for (std::size_t size = 1; size <= 4 && size < text.size(); ++size) {
      const std::string_view before = text.substr(0, text.size() - size);
      if (opening_sign(text.substr(before.size())) != size) continue;
      // "C++" ends so too.
      if (!before.ends_with(' ') && !ends_in_question_mark(before)) continue;
      text = trimmed(before);
      again = true;
      break;
    }
  }
  return std::string(text);
}

bool is_short(const GumboNode* node, std::size_t longest) {
  std::size_t bytes = 0;
  std::size_t nodes = 0;
  std::vector<const GumboNode*> open = {node};
  while (!open.empty()) {
    const GumboNode* next = open.back();
    open.pop_back();
    if (!is_element(next) && !is_blank_node(next))
      bytes += std::string_view(next->v.text.text).size();
    if (bytes > longest || ++nodes > 2 * longest) return false;
    const auto children = children_of(next);
    open.insert(open.end(), children.begin(), children.end());
  }
  return true;
}

bool asks(const GumboNode* node) {
  constexpr std::size_t longest = 1000;  // bytes, with the blanks of its source
  return is_short(node, longest) && ends_in_question_mark(question_line(node));
}

bool is_bare_anchor(const GumboNode* node) {
  constexpr std::size_t longest = 100;
  return tag_of(node) == GUMBO_TAG_A && is_short(node, longest) && node_to_line(node).empty();
}

const GumboNode* find_answer(const GumboNode* root) {
  std::vector<const GumboNode*> open = {root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (is_answer(node)) return node;
    const auto children = children_of(node);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  return nullptr;
}

/// "3.", "(3)", "Q3:" before bold words, ":" behind them.
bool counts_only(std::string_view text) {
  text = trimmed(text);
  constexpr std::size_t longest = 6;
  return text.size() <= longest && std::ranges::all_of(text, [](char byte) {
           return is_digit(byte) || byte == '.' || byte == ')' || byte == '(' || byte == ':' ||
                  byte == 'Q' || byte == '?';
         });
}

const GumboNode* bold_paragraph(const GumboNode* node) {
  const GumboTag tag = tag_of(node);
  if (tag != GUMBO_TAG_P && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_B && tag != GUMBO_TAG_STRONG)
    return nullptr;
  if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG) return node;
  const GumboNode* bold = nullptr;
  for (const GumboNode* child : children_of(node)) {
    if (is_blank_node(child)) continue;
    if (is_bare_anchor(child)) continue;
    if (tag_of(child) == GUMBO_TAG_BR) continue;
    if (!is_element(child) && counts_only(child->v.text.text)) continue;
    if (bold != nullptr || (tag_of(child) != GUMBO_TAG_B && tag_of(child) != GUMBO_TAG_STRONG))
      return nullptr;
    bold = child;
  }
  return bold;
}

std::string anchor_of(const GumboNode* node) {
  for (const char* name : {"id", "name"}) {
    if (!attribute(node, name).empty()) return std::string(attribute(node, name));
  }
  for (const GumboNode* child : children_of(node)) {
    if (tag_of(child) != GUMBO_TAG_A) continue;
    for (const char* name : {"id", "name"}) {
      if (!attribute(child, name).empty()) return std::string(attribute(child, name));
    }
  }
  return {};
}

}  // namespace answers
