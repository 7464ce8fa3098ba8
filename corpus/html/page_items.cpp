#include "corpus/html/page_items.h"

#include "corpus/characters/characters.h"
#include "corpus/html/page_parts.h"
#include "corpus/html/page_toggles.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_text.h"

#include <gumbo.h>

#include <algorithm>
#include <span>
#include <utility>

namespace answers {
namespace {

constexpr int deepest = 400;  // what lies deeper is somebody's answer

/// Whether anything below may be a question of its own.
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

/// <a> and <span> are also put around headings.
bool may_hold_blocks(const GumboNode* node) {
  return !is_inline(node) || std::ranges::any_of(children_of(node), [](const GumboNode* child) {
    return is_element(child) && !is_inline(child) && tag_of(child) != GUMBO_TAG_BR;
  });
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

}  // namespace

void PageItems::add(const GumboNode* root) {
  flatten(root, 0);
  flush_run();
}

std::vector<PageItem> PageItems::take() {
  flush_content();
  return std::move(items_);
}

void PageItems::add_item(PageItem item) {
  flush_content();
  items_.push_back(std::move(item));
}

void PageItems::flush_content() {
  flush_run();
  if (!content_.empty() && !is_blank(content_)) {
    PageItem item;
    item.text = std::move(content_);
    item.line = content_line_;
    items_.push_back(std::move(item));
  }
  content_.clear();
}

void PageItems::add_content(const GumboNode* node, bool is_inline) {
  if (is_inline) {
    run_.push_back(node);
    return;
  }
  flush_run();
  add_paragraph(node_to_markdown(node), node);
}

void PageItems::flush_run() {
  if (run_.empty()) return;
  add_paragraph(nodes_to_markdown(run_), run_.front());
  run_.clear();
}

void PageItems::add_paragraph(const std::string& text, const GumboNode* node) {
  if (is_blank(text)) return;
  if (content_.empty()) {
    content_line_ = line_of(node);
  } else {
    content_ += "\n\n";
  }
  content_ += text;
}

void PageItems::flatten(const GumboNode* node, int depth) {
  if (depth > deepest) return add_content(node, false);
  const auto children = children_of(node);
  for (std::size_t i = 0; i < children.size(); ++i) {
    const GumboNode* child = children[i];
    if (is_left_out(child) || child->type == GUMBO_NODE_COMMENT) continue;
    if (auto pairs = marked_pairs(children, i)) {
      for (MarkedPair& pair : *pairs) {
        add_item({PageItem::Kind::pair, 0, std::move(pair.question), std::move(pair.answer),
                  std::move(pair.anchor), line_of(pair.node), pair.shape, pair.sure, pair.told,
                  pair.loose});
      }
      continue;
    }
    if (const int level = heading_level(child); level > 0) {
      add_item({PageItem::Kind::heading,
                level,
                question_line(child),
                {},
                anchor_of(child),
                line_of(child)});
    } else if (is_bare_anchor(child)) {
      if (const std::string anchor = anchor_of(child); !anchor.empty()) pending_anchor_ = anchor;
    } else if (const GumboNode* bold = is_inline(child) ? nullptr : bold_paragraph(child);
               bold != nullptr) {
      std::string anchor = anchor_of(child);
      if (anchor.empty()) anchor = std::exchange(pending_anchor_, {});
      add_item({PageItem::Kind::heading,
                bold_level,
                question_line(child),
                {},
                std::move(anchor),
                line_of(child)});
    } else if (const int topic = level_of_topic(children, i); topic > 0) {
      add_item({PageItem::Kind::heading,
                topic,
                question_line(child),
                {},
                anchor_of(child),
                line_of(child)});
    } else if (is_element(child) && may_hold_blocks(child) && holds_questions(child)) {
      flatten(child, depth + 1);
    } else {
      add_content(child, is_inline(child) || tag_of(child) == GUMBO_TAG_BR);
    }
  }
}

}  // namespace answers
