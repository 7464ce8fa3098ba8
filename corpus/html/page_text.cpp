#include "corpus/html/page_text.h"

#include "corpus/characters/characters.h"
#include "corpus/html/page_pairs.h"
#include "corpus/html/page_parts.h"
#include "corpus/html/page_toggles.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_text.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace answers {
namespace {

constexpr int deepest = 400;  // what lies deeper is somebody's answer

bool stands_in_line(const GumboNode* node) {
  const auto is_part = [](const GumboNode* part) {
    return is_inline(part) || is_blank_node(part) || tag_of(part) == GUMBO_TAG_BR;
  };
  if (!is_part(node)) return false;
  // <font>, <span> and <a> are also put around paragraphs.
  return std::ranges::all_of(children_of(node), [&](const GumboNode* child) {
    return is_part(child) && std::ranges::all_of(children_of(child), is_part);
  });
}

/// Whether anything below may be a question by its markup.
bool holds_questions(const GumboNode* root) {
  std::vector<const GumboNode*> open = {root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (node != root) {
      if (heading_level(node) > 0 || may_be_marked(node)) return true;
      const GumboTag tag = tag_of(node);
      if ((tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV) && bold_paragraph(node) != nullptr)
        return true;
    }
    const auto children = children_of(node);
    open.insert(open.end(), children.begin(), children.end());
  }
  return false;
}

/// Of what stands over questions by its class or by opening a panel full of them, and is no
/// heading; 0 for any other.
int level_of_topic(std::span<const GumboNode* const> siblings, std::size_t at) {
  constexpr int category = 5;
  constexpr int panel = 6;
  const std::string classes = lower_ascii(attribute(siblings[at], "class"));
  const auto has = [&classes](std::string_view word) {
    return classes.find(word) != std::string::npos;
  };
  if (has("categor") && (has("title") || has("name") || has("head"))) return category;
  return toggle_at(siblings, at) && !question_line(siblings[at]).empty() ? panel : 0;
}

/// Whether a table only places what stands in it: one column, one row, or parts of a page.
bool is_layout(const GumboNode* table) {
  std::size_t rows = 0;
  std::size_t widest = 0;
  std::vector<const GumboNode*> open = {table};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (tag_of(node) == GUMBO_TAG_TR) {
      ++rows;
      widest = std::max(
          widest, static_cast<std::size_t>(std::ranges::count_if(children_of(node), is_element)));
      continue;
    }
    const auto children = children_of(node);
    open.insert(open.end(), children.begin(), children.end());
  }
  return rows < 2 || widest < 2 || holds_questions(table);
}

/// The one heading of the first level in the header of a page or an article; nullptr for all else.
const GumboNode* title_in_header(const GumboNode* root) {
  if (tag_of(root) != GUMBO_TAG_HEADER) return nullptr;
  const GumboNode* title = nullptr;
  std::vector<const GumboNode*> open = {root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (heading_level(node) == 1) {
      if (title != nullptr) return nullptr;
      title = node;
    }
    const auto children = children_of(node);
    open.insert(open.end(), children.begin(), children.end());
  }
  return title;
}

/// What nodes hold that hold nothing but links: pages, or places in them; nothing else.
enum class Links : std::uint8_t { none, to_pages, to_places };

Links links_alone(std::span<const GumboNode* const> nodes) {
  Links links = Links::none;
  std::vector<const GumboNode*> open(nodes.begin(), nodes.end());
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (tag_of(node) == GUMBO_TAG_A && !attribute(node, "href").empty() &&
        !attribute(node, "href").starts_with("javascript:")) {
      const bool place = attribute(node, "href").find('#') != std::string_view::npos;
      links = std::max(links, place ? Links::to_places : Links::to_pages);
      continue;
    }
    if (!is_element(node) && !is_blank_node(node) && !folded_words(node->v.text.text).empty())
      return Links::none;
    const auto children = children_of(node);
    open.insert(open.end(), children.begin(), children.end());
  }
  return links;
}

/// Whether a heading is the title of another page, to which it leads.
bool leads_elsewhere(const GumboNode* heading) {
  const GumboNode* parent = heading->parent;
  const std::string_view href = attribute(parent, "href");
  if (tag_of(parent) == GUMBO_TAG_A)
    return !href.empty() && href.find('#') == std::string_view::npos &&
           !href.starts_with("javascript:");
  return links_alone(std::span(&heading, 1)) == Links::to_pages;
}

/// Whether a pair is an entry of contents: a topic with links to what stands there.
bool is_contents(const MarkedPair& pair) {
  const Links links = links_alone(pair.answer);
  return links == Links::to_places ||
         (links == Links::to_pages && links_alone(std::span(&pair.node, 1)) != Links::none);
}

/// An item of a list and what belongs to it, as Markdown.
struct Item {
  const GumboNode* node = nullptr;
  std::string text{};
};

/// Whether an item of a list may be a question with its answer: its first line asks or is bold.
bool may_ask(std::string_view item) {
  const std::string_view line = item.substr(0, item.find('\n'));
  return line.starts_with("**") || line.find('?') != std::string_view::npos ||
         line.find("？") != std::string_view::npos || line.find("؟") != std::string_view::npos;
}

/// Where the lines of a run that <br>s end begin in the page.
struct Breaks {
  std::vector<std::size_t> begins{};
  bool open = false;  ///< no word has stood behind the last <br>
};

void find_breaks(const GumboNode* node, Breaks& breaks, int depth) {
  if (tag_of(node) == GUMBO_TAG_BR) {
    breaks.begins.push_back(line_of(node));
    breaks.open = true;
  } else if (breaks.open && !is_element(node) && !is_blank_node(node)) {
    const std::string_view text = node->v.text.text;
    const std::string_view blanks = text.substr(0, text.find_first_not_of(" \t\n"));
    breaks.begins.back() =
        line_of(node) + static_cast<std::size_t>(std::ranges::count(blanks, '\n'));
    breaks.open = false;
  }
  if (depth > deepest) return;
  for (const GumboNode* child : children_of(node)) find_breaks(child, breaks, depth + 1);
}

/// Whether a node is a radio button: what stands behind it is offered to choose.
bool is_choice(const GumboNode* node) {
  return tag_of(node) == GUMBO_TAG_INPUT && attribute(node, "type") == "radio";
}

/// Whether an item of a list begins with a radio button.
bool is_choice_item(const GumboNode* item) {
  constexpr int deepest_button = 6;
  const GumboNode* node = item;
  for (int depth = 0; node != nullptr && depth < deepest_button; ++depth) {
    if (is_choice(node)) return true;
    const auto children = children_of(node);
    const auto first = std::ranges::find_if_not(children, is_blank_node);
    node = first == children.end() ? nullptr : *first;
  }
  return false;
}

/// What a pair says of itself.
markdown::Candidate candidate_of(const MarkedPair& pair) {
  static constexpr std::array<BlockKind, 5> kinds = {
      BlockKind::fold, BlockKind::definition, BlockKind::card, BlockKind::fold, BlockKind::fold};
  markdown::Candidate candidate;
  candidate.found.question = pair.question;
  Block& block = candidate.block;
  const std::string plain = plain_inline(pair.question);
  block.kind = pair.loose ? BlockKind::paragraph : kinds[static_cast<std::size_t>(pair.shape)];
  block.level = markdown::level_of_part;
  block.asking = how_asks(plain);
  block.furniture = furniture_of(plain);
  const auto label = leading_label(plain);
  block.told = pair.told || (label && label->kind == LabelKind::question && !label->lone_letter);
  block.look = static_cast<std::uint32_t>(pair.shape) * 2 + (block.told ? 1 : 0);
  block.is_answer =
      block.kind == BlockKind::fold && (is_summary_label(plain) || is_answer_label(plain));
  return candidate;
}

}  // namespace

PageWriter::PageWriter(const TextLines& page) : page_(page) { text_.page.lines.path = page.path; }

void PageWriter::add(const GumboNode* root) { write(children_of(root), 0); }

PageText PageWriter::take() {
  TextLines& lines = text_.page.lines;
  lines.begins.push_back(lines.text.size());
  lines.bytes_in_file.push_back(page_.bytes_in_file.back());
  return std::move(text_);
}

void PageWriter::write(Nodes siblings, int depth) {
  std::vector<const GumboNode*> run;  // nodes that stand in one paragraph
  for (std::size_t i = 0; i < siblings.size(); ++i) {
    const GumboNode* node = siblings[i];
    if (node->type == GUMBO_NODE_COMMENT) continue;
    if (is_choice(node)) {
      write_run(run);
      offers_ = true;
      continue;
    }
    if (is_left_out(node)) {
      if (const GumboNode* title = title_in_header(node)) {
        write_run(run);
        write_title("# " + question_line(title), title, anchor_of(title));
      }
      continue;
    }
    if (const auto pairs = marked_pairs(siblings, i)) {
      write_run(run);
      for (const MarkedPair& pair : *pairs) write_pair(pair, depth + 1);
      continue;
    }
    int level = heading_level(node);
    if (level == 0 && is_bare_anchor(node)) {
      if (std::string anchor = anchor_of(node); !anchor.empty()) {
        pending_anchor_ = std::move(anchor);
        continue;
      }
    }
    if (level == 0 && stands_in_line(node)) {
      run.push_back(node);
      continue;
    }
    write_run(run);
    if (level == 0 && bold_paragraph(node) != nullptr) {
      write_title("**" + question_line(node) + "**", node, anchor_of(node));
      continue;
    }
    if (level == 0) level = level_of_topic(siblings, i);
    if (level == 0) {
      write_block(node, depth);
      continue;
    }
    open_.back().block = true;
    const std::size_t first_line = text_.line_of_page.size();
    write_title(std::string(static_cast<std::size_t>(level), '#') + ' ' + question_line(node), node,
                anchor_of(node));
    if (leads_elsewhere(node)) add_contents(first_line);
  }
  write_run(run);
}

void PageWriter::write_block(const GumboNode* node, int depth) {
  const GumboTag tag = tag_of(node);
  if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) return write_list(node, depth);
  const bool whole = depth > deepest || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_HR ||
                     (tag == GUMBO_TAG_BLOCKQUOTE && !holds_questions(node)) ||
                     (tag == GUMBO_TAG_TABLE && !is_layout(node));
  if (whole) return add(node_to_markdown(node), {line_of(node)});
  write(children_of(node), depth + 1);
}

void PageWriter::write_list(const GumboNode* list, int depth) {
  if (depth <= deepest && holds_questions(list)) return write(children_of(list), depth + 1);
  std::vector<Item> items;
  bool in_line = false;  // the words above go on
  for (const GumboNode* child : children_of(list)) {
    if (is_blank_node(child) || depth > deepest) continue;
    const std::string text = node_to_markdown(child);
    if (tag_of(child) == GUMBO_TAG_LI)
      items.push_back({child, text});
    else if (!items.empty() && !text.empty())  // it belongs to the item above
      items.back()
          .text.append(items.back().text.empty() ? ""
                       : in_line                 ? " "
                                                 : "\n\n")
          .append(text);
    in_line = tag_of(child) != GUMBO_TAG_LI && is_inline(child);
  }
  if (!items.empty() && std::ranges::all_of(items, is_choice_item, &Item::node)) {
    std::string options;
    for (const Item& item : items) options.append("- [ ] ").append(item.text).append("\n");
    return add(options, {line_of(list)});
  }
  if (std::ranges::none_of(items, may_ask, &Item::text))
    return add(node_to_markdown(list), {line_of(list)});
  const std::size_t first_line = text_.line_of_page.size();
  // Each with its own addresses below it.
  std::size_t number = 0;
  for (const Item& item : items) {
    ++number;
    const std::string mark = tag_of(list) == GUMBO_TAG_OL ? std::to_string(number) + ". " : "- ";
    std::string text = mark;
    for (const char sign : item.text) {
      text += sign;
      if (sign == '\n') text.append(mark.size(), ' ');
    }
    if (!item.text.empty()) add(text, {line_of(item.node)});
  }
  if (links_alone(children_of(list)) != Links::none) add_contents(first_line);
}

void PageWriter::write_pair(const MarkedPair& pair, int depth) {
  if (pair.question.empty()) return write(pair.answer, depth);
  markdown::Candidate candidate = candidate_of(pair);
  open_.back().block = true;
  candidate.found.begin = byte();
  write_title("**" + pair.question + "**", pair.node, pair.anchor);
  candidate.found.rest = byte();
  const std::size_t index = text_.page.marked.size();
  text_.page.marked.emplace_back();
  open_.emplace_back();
  write(pair.answer, depth);
  candidate.block.has_text = open_.back().text;
  if (is_contents(pair)) {
    candidate.block.never = true;
    candidate.block.furniture = Furniture::contents;
  }
  open_.pop_back();
  candidate.found.end = byte();
  candidate.block.begin = candidate.found.begin;
  candidate.block.end = candidate.found.end;
  text_.page.marked[index] = std::move(candidate);
}

void PageWriter::write_title(const std::string& title, const GumboNode* node, std::string anchor) {
  if (anchor.empty()) anchor = pending_anchor_;
  if (!anchor.empty()) text_.page.anchors.emplace(byte(), std::move(anchor));
  const bool text = open_.back().text;
  offers_ = false;  // pages unfold by radio buttons, too
  add(title, {line_of(node)});
  open_.back().text = text;
}

/// Lines from `first_line` on are nothing but links: they name what stands elsewhere.
void PageWriter::add_contents(std::size_t first_line) {
  if (first_line < text_.line_of_page.size())
    text_.page.contents.push_back({first_line, text_.line_of_page.size()});
}

void PageWriter::write_run(std::vector<const GumboNode*>& run) {
  run.erase(run.begin(), std::ranges::find_if_not(run, is_blank_node));
  if (!run.empty()) {
    Breaks breaks{{line_of(run.front())}, false};
    for (const GumboNode* node : run) find_breaks(node, breaks, 0);
    const std::size_t first_line = text_.line_of_page.size();
    const std::string text = nodes_to_markdown(run);
    const bool offers = std::exchange(offers_, false) && !ends_in_question_mark(text);
    add(offers ? "- [ ] " + text : text, breaks.begins);
    if (links_alone(run) != Links::none) add_contents(first_line);
  }
  run.clear();
}

/// `text` and a blank line; its lines begin on those of the page that `begins` says, and if it has
/// more, on the last of them.
void PageWriter::add(std::string_view text, const std::vector<std::size_t>& begins) {
  if (is_blank(text)) return;
  pending_anchor_.clear();
  if (!open_.back().block) open_.back().text = true;
  for (std::size_t i = 0; !text.empty(); ++i) {
    const std::size_t size = std::min(text.find('\n'), text.size());
    add_line(text.substr(0, size), begins[std::min(i, begins.size() - 1)]);
    text.remove_prefix(std::min(text.size(), size + 1));
  }
  add_line({}, begins.back());
}

void PageWriter::add_line(std::string_view line, std::size_t line_of_page) {
  line_of_page = std::clamp<std::size_t>(line_of_page, 1, std::max<std::size_t>(page_.count(), 1));
  TextLines& lines = text_.page.lines;
  lines.begins.push_back(lines.text.size());
  lines.bytes_in_file.push_back(page_.bytes_in_file[line_of_page - 1]);
  text_.line_of_page.push_back(line_of_page);
  lines.text.append(line).append("\n");
}

}  // namespace answers
