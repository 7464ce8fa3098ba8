#include "corpus/html_text.h"

#include "corpus/characters.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace answers {
namespace {

constexpr int deepest = 200;                    // what is nested deeper comes as plain text
constexpr std::size_t deepest_parsed = 10'000;  // gumbo frees its tree recursively
constexpr char line_break = '\x01';             // a <br>, until blanks have been collapsed

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

template <typename Visit>
void each_child(const GumboNode* node, Visit visit) {
  if (!is_element(node)) return;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    visit(static_cast<const GumboNode*>(children.data[i]));
}

bool is_left_out(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT:
      return true;
    default:
      return false;
  }
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
      return true;
    default:
      return false;
  }
}

/// All text below a node as it stands, blanks and line breaks included. Not recursive.
std::string raw_text(const GumboNode* node) {
  std::string text;
  std::vector<const GumboNode*> open = {node};
  while (!open.empty()) {
    const GumboNode* next = open.back();
    open.pop_back();
    if (!is_element(next)) {
      if (next->type != GUMBO_NODE_COMMENT && next->type != GUMBO_NODE_DOCUMENT)
        text += next->v.text.text;
      continue;
    }
    if (is_left_out(next->v.element.tag)) continue;
    if (next->v.element.tag == GUMBO_TAG_BR) text += '\n';
    const GumboVector& children = next->v.element.children;
    for (unsigned i = children.length; i > 0; --i)
      open.push_back(static_cast<const GumboNode*>(children.data[i - 1]));
  }
  return text;
}

/// Runs of blanks are one; a <br> is a line break without blanks around it.
std::string collapse(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (c == line_break) {
      while (result.ends_with(' ')) result.pop_back();
      result += '\n';
    } else if (!blank) {
      result += c;
    } else if (!result.empty() && result.back() != ' ' && result.back() != '\n') {
      result += ' ';
    }
  }
  return std::string(trimmed(result));
}

std::string indent(std::string_view text, std::string_view first, std::string_view others) {
  std::string result(first);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (begin > 0) {
      result += '\n';
      if (end > begin || !is_blank(others)) result += others;
    }
    result += text.substr(begin, end - begin);
    begin = end + 1;
  }
  return result;
}

enum class Dress : bool { markdown, plain };

class Renderer {
 public:
  explicit Renderer(Dress dress) : plain_(dress == Dress::plain) {}

  /// The node itself and all below it.
  std::string whole(const GumboNode* node) {
    if (is_element(node) && is_block(node->v.element.tag)) return block(node, 0);
    if (is_element(node) && holds_blocks(node)) return blocks(node);
    std::string run;
    inline_node(node, run, 0);
    return collapse(run);
  }

  std::string blocks(const GumboNode* node, int depth = 0) {
    if (depth > deepest || !is_element(node)) return collapse(raw_text(node));
    std::string result;
    std::string run;  // inline, not yet a paragraph
    const auto add = [&result](const std::string& block) {
      if (block.empty()) return;
      if (!result.empty()) result += "\n\n";
      result += block;
    };
    each_child(node, [&](const GumboNode* child) {
      if (is_element(child) && is_block(child->v.element.tag)) {
        add(collapse(run));
        run.clear();
        add(block(child, depth + 1));
      } else if (is_element(child) && holds_blocks(child)) {
        add(collapse(run));
        run.clear();
        add(blocks(child, depth + 1));
      } else {
        inline_node(child, run, depth + 1);
      }
    });
    add(collapse(run));
    return result;
  }

  std::string block(const GumboNode* node, int depth) {
    const GumboTag tag = node->v.element.tag;
    if (is_left_out(tag)) return {};
    switch (tag) {
      case GUMBO_TAG_HR:
        return "---";
      case GUMBO_TAG_PRE:
        return fence(node);
      case GUMBO_TAG_BLOCKQUOTE:
        return quote(blocks(node, depth));
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
        return list(node, depth);
      case GUMBO_TAG_TABLE:
        return table(node, depth);
      case GUMBO_TAG_H1:
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_H4:
      case GUMBO_TAG_H5:
      case GUMBO_TAG_H6: {
        const std::string text = line(node, depth);
        const auto level = static_cast<std::size_t>(tag - GUMBO_TAG_H1) + 1;
        return text.empty() ? text : std::string(level, '#') + ' ' + text;
      }
      case GUMBO_TAG_DT:
      case GUMBO_TAG_SUMMARY: {
        const std::string text = line(node, depth);
        return text.empty() ? text : "**" + text + "**";
      }
      default:
        return blocks(node, depth);
    }
  }

  /// What stands below all: where the links of the text lead.
  std::string references() const {
    std::string result;
    for (const auto& [label, address] : links_) {
      result += result.empty() ? "\n\n[" : "\n[";
      result.append(label).append("]: ").append(address);
    }
    return result;
  }

  std::string line(const GumboNode* node, int depth) {
    std::string run;
    if (depth > deepest) {
      run = raw_text(node);
    } else {
      inline_node(node, run, depth);
    }
    std::ranges::replace(run, line_break, ' ');
    return collapse(run);
  }

 private:
  static bool holds_blocks(const GumboNode* node) {
    bool found = false;
    if (is_left_out(node->v.element.tag)) return false;
    each_child(node, [&](const GumboNode* child) {
      found = found || (is_element(child) && is_block(child->v.element.tag));
    });
    return found;
  }

  /// "[label]", whose address stands below the text, where it does not part the words; in place
  /// when the label cannot be one, or leads elsewhere already.
  std::string link(std::string_view label, std::string_view address) {
    const std::string name = collapse(label);
    const bool usable = !name.empty() && name.size() <= 100 &&
                        name.find_first_of("[]\n\\") == std::string::npos &&
                        address.find_first_of(" \n") == std::string_view::npos;
    const auto known = std::ranges::find(links_, name, &Link::label);
    if (!usable || (known != links_.end() && known->address != address) || links_.size() >= 200) {
      return "[" + name + "](" + std::string(address) + ")";
    }
    if (known == links_.end()) links_.push_back({name, std::string(address)});
    return "[" + name + "]";
  }

  void inline_children(const GumboNode* node, std::string& run, int depth) {
    each_child(node, [&](const GumboNode* child) { inline_node(child, run, depth + 1); });
  }

  void inline_node(const GumboNode* node, std::string& run, int depth) {
    if (!is_element(node)) {
      if (node->type != GUMBO_NODE_COMMENT && node->type != GUMBO_NODE_DOCUMENT)
        run += node->v.text.text;
      return;
    }
    const GumboTag tag = node->v.element.tag;
    if (is_left_out(tag)) return;
    if (depth > deepest) {
      run += raw_text(node);
      return;
    }
    const auto wrap = [&](std::string_view mark) {
      std::string inner;
      inline_children(node, inner, depth);
      const std::string_view text = trimmed(inner);
      if (plain_ || text.empty() || text.find(line_break) != std::string_view::npos ||
          inner.find(mark) != std::string::npos) {
        run += inner;
        return;
      }
      const auto before = static_cast<std::size_t>(text.data() - inner.data());
      run.append(inner, 0, before)
          .append(mark)
          .append(text)
          .append(mark)
          .append(inner, before + text.size());
    };
    switch (tag) {
      case GUMBO_TAG_BR:
        run += line_break;
        break;
      case GUMBO_TAG_B:
      case GUMBO_TAG_STRONG:
        wrap("**");
        break;
      case GUMBO_TAG_I:
      case GUMBO_TAG_EM:
        wrap("*");
        break;
      case GUMBO_TAG_CODE:
      case GUMBO_TAG_TT:
      case GUMBO_TAG_KBD:
      case GUMBO_TAG_SAMP: {
        const std::string code = collapse(raw_text(node));
        if (code.empty()) break;
        const std::string_view mark = code.find('`') == std::string::npos ? "`" : "``";
        run.append(mark).append(code).append(mark);
        break;
      }
      case GUMBO_TAG_IMG: {
        const std::string_view source = attribute(node, "src");
        if (!source.empty()) run += "!" + link(attribute(node, "alt"), source);
        break;
      }
      case GUMBO_TAG_A: {
        std::string inner;
        inline_children(node, inner, depth);
        const std::string_view href = attribute(node, "href");
        const bool leads_on = !plain_ && !href.empty() && href[0] != '#' &&
                              !href.starts_with("javascript:") && !is_blank(inner) &&
                              trimmed(inner) != href;
        if (leads_on) {
          run += link(trimmed(inner), href);
        } else {
          run += inner;
        }
        break;
      }
      default:
        if (is_block(tag)) run += ' ';
        inline_children(node, run, depth);
        if (is_block(tag)) run += ' ';
    }
  }

  static std::string fence(const GumboNode* node) {
    std::string code = raw_text(node);
    while (!code.empty() && (code.back() == '\n' || code.back() == ' ')) code.pop_back();
    while (code.starts_with('\n')) code.erase(0, 1);
    if (code.empty()) return {};
    std::string_view language = attribute(node, "class");
    each_child(node, [&](const GumboNode* child) {
      if (is_element(child) && child->v.element.tag == GUMBO_TAG_CODE &&
          !attribute(child, "class").empty()) {
        language = attribute(child, "class");
      }
    });
    std::string_view name;
    for (const std::string_view prefix : {"language-", "lang-"}) {
      const std::size_t at = language.find(prefix);
      if (at != std::string_view::npos) {
        name = language.substr(at + prefix.size());
        name = name.substr(0, name.find(' '));
        break;
      }
    }
    const std::string marks = code.find("```") == std::string::npos ? "```" : "````";
    return marks + std::string(name) + '\n' + code + '\n' + marks;
  }

  static std::string quote(const std::string& text) {
    return text.empty() ? text : indent(text, "> ", "> ");
  }

  std::string list(const GumboNode* node, int depth) {
    std::string result;
    int number = 0;
    const bool ordered = node->v.element.tag == GUMBO_TAG_OL;
    each_child(node, [&](const GumboNode* child) {
      const std::string item =
          is_element(child) ? blocks(child, depth + 1) : collapse(child->v.text.text);
      if (item.empty()) return;
      const std::string mark = ordered ? std::to_string(++number) + ". " : "- ";
      if (!result.empty()) result += '\n';
      result += indent(item, mark, std::string(mark.size(), ' '));
    });
    return result;
  }

  std::string table(const GumboNode* node, int depth) {
    std::string result;
    std::vector<const GumboNode*> rows;
    each_child(node, [&](const GumboNode* part) {
      if (!is_element(part)) return;
      if (part->v.element.tag == GUMBO_TAG_TR) rows.push_back(part);
      each_child(part, [&](const GumboNode* row) {
        if (is_element(row) && row->v.element.tag == GUMBO_TAG_TR) rows.push_back(row);
      });
    });
    for (const GumboNode* row : rows) {
      std::vector<std::string> cells;
      std::size_t blocks_inside = 0;
      each_child(row, [&](const GumboNode* cell) {
        if (!is_element(cell)) return;
        blocks_inside += holds_blocks(cell) ? 1U : 0U;
        cells.push_back(line(cell, depth + 2));
      });
      if (cells.empty()) continue;
      if (rows.size() == 1 && cells.size() <= 2 && blocks_inside > 0)
        return blocks(row, depth + 2);  // for layout
      if (!result.empty()) result += '\n';
      result += '|';
      for (const auto& cell : cells) result += ' ' + cell + " |";
      if (row == rows.front()) {
        result += "\n|";
        for (std::size_t i = 0; i < cells.size(); ++i) result += " --- |";
      }
    }
    return result;
  }

  struct Link {
    std::string label;
    std::string address;
  };

  bool plain_;
  std::vector<Link> links_{};
};

using Output = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

Output parse(std::string_view html) {
  return {gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()),
          [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); }};
}

bool has_markup(std::string_view text) {
  return text.find_first_of("<&") != std::string_view::npos;
}

}  // namespace

bool is_html(std::string_view text) {
  text = trimmed(text);
  if (!text.starts_with('<') || !text.ends_with('>')) return false;
  const std::string begin = lower_ascii(text.substr(0, 12));
  for (const std::string_view tag :
       {"p",    "div",   "ul",         "ol",     "h1",  "h2", "h3",   "h4",
        "h5",   "h6",    "b",          "strong", "i",   "em", "span", "pre",
        "code", "table", "blockquote", "a",      "img", "br", "font", "section"}) {
    if (!std::string_view(begin).substr(1).starts_with(tag)) continue;
    const char after = begin.size() > tag.size() + 1 ? begin[tag.size() + 1] : '\0';
    if (after == '>' || after == ' ' || after == '/') return true;
  }
  return false;
}

bool is_too_deep(std::string_view html) {
  static constexpr std::string_view never_nested =
      " p li br img hr input meta link td tr th dt dd option col source wbr area base embed param "
      "track ";
  std::size_t depth = 0;
  for (std::size_t at = 0; (at = html.find('<', at)) != std::string_view::npos; ++at) {
    const std::string_view rest = html.substr(at + 1);
    if (rest.starts_with('/')) {
      if (depth > 0) --depth;
      continue;
    }
    const std::size_t end = std::min(rest.find_first_of(" />\n\t"), rest.size());
    if (end == 0 || end > 12) {
      depth += end > 12 && (rest[0] | 0x20) >= 'a' && (rest[0] | 0x20) <= 'z' ? 1U : 0U;
    } else if ((rest[0] | 0x20) >= 'a' && (rest[0] | 0x20) <= 'z' &&
               never_nested.find(" " + lower_ascii(rest.substr(0, end)) + " ") ==
                   std::string_view::npos) {
      ++depth;
    }
    if (depth > deepest_parsed) return true;
  }
  return false;
}

std::string node_to_markdown(const GumboInternalNode* node) {
  Renderer renderer(Dress::markdown);
  const std::string text = renderer.whole(node);
  return text + renderer.references();
}
std::string node_to_line(const GumboInternalNode* node) {
  return Renderer(Dress::plain).line(node, 0);
}

std::string html_to_markdown(std::string_view html) {
  if (!has_markup(html) || is_too_deep(html)) return std::string(html);
  const Output output = parse(html);
  return node_to_markdown(output->root);
}

std::string html_to_line(std::string_view html) {
  if (!has_markup(html) || is_too_deep(html)) return collapse(html);
  const Output output = parse(html);
  return Renderer(Dress::plain).line(output->root, 0);
}

}  // namespace answers
