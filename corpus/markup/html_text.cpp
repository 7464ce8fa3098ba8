#include "corpus/markup/html_text.h"

#include "corpus/characters/characters.h"
#include "corpus/markup/html_fragment.h"
#include "corpus/markup/html_tree.h"
#include "corpus/markup/raised_text.h"
#include "corpus/markup/tree_access.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace answers {
namespace {

constexpr int deepest = 200;         // what is nested deeper comes as plain text
constexpr char line_break = '\x01';  // a <br>, until blanks have been collapsed

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

/// Runs of blanks are one; a <br> is a line break without blanks around it.
std::string collapse(std::string_view text) {
  static constexpr auto ends_word = [] {
    std::array<bool, 256> table{};
    for (const char sign : {' ', '\n', '\t', '\r', '\f', line_break})
      table[static_cast<unsigned char>(sign)] = true;
    return table;
  }();
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !ends_word[static_cast<unsigned char>(text[end])]) ++end;
    result.append(text, at, end - at);
    if (end == text.size()) break;
    if (text[end] == line_break) {
      while (result.ends_with(' ')) result.pop_back();
      result += '\n';
    } else if (!result.empty() && result.back() != ' ' && result.back() != '\n') {
      result += ' ';
    }
    at = end + 1;
  }
  const std::string_view kept = trimmed(result);
  if (kept.size() == result.size()) return result;
  return std::string(kept);
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

/// The last part of an address: "b.png" of "a/b.png?x=1"; empty for "data:…".
std::string_view last_part(std::string_view address) {
  if (address.starts_with("data:")) return {};
  address = address.substr(0, address.find_first_of("?#"));
  return address.substr(address.rfind('/') + 1);
}

/// Fonts of icons spell the icon's name out: "expand_more".
bool names_icon(GumboTag tag, std::string_view classes) {
  return (tag == GUMBO_TAG_SPAN || tag == GUMBO_TAG_I) &&
         (classes.find("material-icons") != std::string_view::npos ||
          classes.find("material-symbols") != std::string_view::npos);
}

/// A number at the beginning of `text`, which may have a sign; nullopt where there is none, or one
/// that no list counts to.
std::optional<int> number_at(std::string_view text) {
  text = trimmed(text);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr int highest = 1'000'000;
  if (error != std::errc() || number < -highest || number > highest) return std::nullopt;
  return number;
}

enum class Dress : bool { markdown, plain };

/// Of either tree: what is a node and what hangs below it is all that differs.
template <typename Tree>
class Renderer {
 public:
  using Node = typename Tree::Node;

  Renderer(Tree tree, Dress dress) : tree_(tree), plain_(dress == Dress::plain) {}

  /// The node itself and all below it.
  std::string whole(Node node) {
    if (Tree::is_element(node) && is_block(Tree::tag(node))) return block(node, 0);
    if (Tree::is_element(node) && holds_blocks(node)) return blocks(node);
    std::string run;
    inline_node(node, run, 0);
    return end_of_run(run);
  }

  /// Nodes that stand in one line but for <br>.
  std::string paragraph(std::span<const Node> nodes) {
    std::string run;
    for (const Node node : nodes) inline_node(node, run, 0);
    return end_of_run(run);
  }

  std::string blocks(Node node, int depth = 0) {
    if (depth > deepest || !Tree::is_element(node)) return collapse(raw_text(node));
    std::string result;
    std::string run;  // inline, not yet a paragraph
    const auto add = [&result](const std::string& block) {
      if (block.empty()) return;
      if (!result.empty()) result += "\n\n";
      result += block;
    };
    Tree::each_child(node, [&](Node child) {
      if (Tree::is_element(child) && is_block(Tree::tag(child))) {
        add(end_of_run(run));
        add(block(child, depth + 1));
      } else if (Tree::is_element(child) && holds_blocks(child)) {
        add(end_of_run(run));
        add(blocks(child, depth + 1));
      } else {
        inline_node(child, run, depth + 1);
      }
    });
    add(end_of_run(run));
    return result;
  }

  std::string block(Node node, int depth) {
    const GumboTag tag = Tree::tag(node);
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

  std::string line(Node node, int depth) {
    std::string run;
    if (depth > deepest) {
      run = raw_text(node);
    } else {
      inline_node(node, run, depth);
    }
    nameless_.clear();
    std::ranges::replace(run, line_break, ' ');
    return collapse(run);
  }

 private:
  /// The paragraph that `run` has become, which is empty then. Images without a description are
  /// icons, but where they are all there is.
  std::string end_of_run(std::string& run) {
    std::string text = collapse(run);
    run.clear();
    if (text.empty()) {
      for (const std::string_view source : nameless_) {
        if (const std::string_view name = last_part(source); !name.empty())
          text.append(text.empty() ? "!" : " !").append(link(name, source));
      }
    }
    nameless_.clear();
    return text;
  }

  /// All text below a node as it stands, blanks and line breaks included. Not recursive.
  static std::string raw_text(Node node) {
    std::string text;
    std::vector<Node> open = {node};
    while (!open.empty()) {
      const Node next = open.back();
      open.pop_back();
      if (!Tree::is_element(next)) {
        if (Tree::is_text(next)) text += Tree::text(next);
        continue;
      }
      if (is_left_out(Tree::tag(next))) continue;
      if (Tree::tag(next) == GUMBO_TAG_BR) text += '\n';
      if (Tree::tag(next) == GUMBO_TAG_SUP && !text.empty() && text.back() >= '0' &&
          text.back() <= '9')
        text += '^';
      const auto before = static_cast<std::ptrdiff_t>(open.size());
      Tree::each_child(next, [&open](Node child) { open.push_back(child); });
      std::reverse(open.begin() + before, open.end());
    }
    return text;
  }

  static bool holds_blocks(Node node) {
    bool found = false;
    if (is_left_out(Tree::tag(node))) return false;
    Tree::each_child(node, [&](Node child) {
      found = found || (Tree::is_element(child) && is_block(Tree::tag(child)));
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

  void inline_children(Node node, std::string& run, int depth) {
    Tree::each_child(node, [&](Node child) { inline_node(child, run, depth + 1); });
  }

  void inline_node(Node node, std::string& run, int depth) {
    if (!Tree::is_element(node)) {
      if (Tree::is_text(node)) run += Tree::text(node);
      return;
    }
    const GumboTag tag = Tree::tag(node);
    if (is_left_out(tag) || names_icon(tag, class_of(node, tag))) return;
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
        const std::string code = collapse(code_text(node));
        if (code.empty()) break;
        const std::string_view mark = code.find('`') == std::string::npos ? "`" : "``";
        run.append(mark).append(code).append(mark);
        break;
      }
      case GUMBO_TAG_IMG: {
        const std::string_view source = tree_.attribute(node, "src");
        const std::string_view description = tree_.attribute(node, "alt");
        if (source.empty()) break;
        if (is_blank(description)) {
          nameless_.push_back(source);
        } else if (source.starts_with("data:")) {
          run += description;
        } else {
          run += "!" + link(description, source);
        }
        break;
      }
      case GUMBO_TAG_SUP:
      case GUMBO_TAG_SUB: {
        std::string inner;
        inline_children(node, inner, depth);
        run += raised_or_lowered(run, inner, tag == GUMBO_TAG_SUP);
        break;
      }
      case GUMBO_TAG_A: {
        std::string inner;
        inline_children(node, inner, depth);
        const std::string_view href = tree_.attribute(node, "href");
        // "¶", "#", "🔗" behind a heading: its own address.
        if (href.find('#') != std::string_view::npos && inner.find("](") == std::string::npos &&
            folded_words(inner).empty())
          break;
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

  std::string_view class_of(Node node, GumboTag tag) const {
    return tag == GUMBO_TAG_SPAN || tag == GUMBO_TAG_I ? tree_.attribute(node, "class")
                                                       : std::string_view();
  }

  /// Code with the blanks that it is to be typed with.
  static std::string code_text(Node node) {
    std::string code = raw_text(node);
    constexpr std::string_view hard_blank = "\u00A0";
    for (std::size_t at = 0; (at = code.find(hard_blank, at)) != std::string::npos; ++at)
      code.replace(at, hard_blank.size(), " ");
    return code;
  }

  std::string fence(Node node) {
    std::string code = code_text(node);
    while (!code.empty() && (code.back() == '\n' || code.back() == ' ')) code.pop_back();
    while (code.starts_with('\n')) code.erase(0, 1);
    if (code.empty()) return {};
    std::string_view language = tree_.attribute(node, "class");
    Tree::each_child(node, [&](Node child) {
      if (Tree::is_element(child) && Tree::tag(child) == GUMBO_TAG_CODE &&
          !tree_.attribute(child, "class").empty()) {
        language = tree_.attribute(child, "class");
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

  std::string list(Node node, int depth) {
    std::string result;
    const bool ordered = Tree::tag(node) == GUMBO_TAG_OL;
    int number = ordered ? number_at(tree_.attribute(node, "start")).value_or(1) - 1 : 0;
    Tree::each_child(node, [&](Node child) {
      const std::string item =
          Tree::is_element(child) ? blocks(child, depth + 1) : collapse(Tree::text(child));
      if (item.empty()) return;
      if (ordered && Tree::is_element(child)) {
        if (const auto given = number_at(tree_.attribute(child, "value"))) number = *given - 1;
      }
      const std::string mark = ordered ? std::to_string(++number) + ". " : "- ";
      if (!result.empty()) result += '\n';
      result += indent(item, mark, std::string(mark.size(), ' '));
    });
    return result;
  }

  std::string table(Node node, int depth) {
    std::string result;
    std::vector<Node> rows;
    Tree::each_child(node, [&](Node part) {
      if (!Tree::is_element(part)) return;
      if (Tree::tag(part) == GUMBO_TAG_TR) rows.push_back(part);
      Tree::each_child(part, [&](Node row) {
        if (Tree::is_element(row) && Tree::tag(row) == GUMBO_TAG_TR) rows.push_back(row);
      });
    });
    for (Node row : rows) {
      std::vector<std::string> cells;
      std::size_t blocks_inside = 0;
      Tree::each_child(row, [&](Node cell) {
        if (!Tree::is_element(cell)) return;
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

  Tree tree_;
  bool plain_;
  std::vector<Link> links_{};
  std::vector<std::string_view> nameless_{};  // images of the paragraph without a description
};

template <typename Tree>
std::string markdown_of(Tree tree, typename Tree::Node node) {
  Renderer<Tree> renderer(tree, Dress::markdown);
  const std::string text = renderer.whole(node);
  return text + renderer.references();
}

template <typename Tree>
std::string line_of(Tree tree, typename Tree::Node node) {
  return Renderer<Tree>(tree, Dress::plain).line(node, 0);
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

std::string node_to_markdown(const GumboInternalNode* node) {
  return markdown_of(ParsedTree(), node);
}
std::string nodes_to_markdown(std::span<const GumboInternalNode* const> nodes) {
  Renderer<ParsedTree> renderer(ParsedTree(), Dress::markdown);
  const std::string text = renderer.paragraph(nodes);
  return text + renderer.references();
}
std::string node_to_line(const GumboInternalNode* node) { return line_of(ParsedTree(), node); }

std::string html_to_markdown(std::string_view html) {
  if (!has_markup(html)) return std::string(html);
  if (const auto fragment = HtmlFragment::parse(html))
    return markdown_of(FragmentTree{&*fragment}, fragment->root());
  if (is_unparsable(html)) return std::string(html);
  return node_to_markdown(HtmlTree(html).root());
}

std::string html_to_line(std::string_view html) {
  if (!has_markup(html)) return collapse(html);
  if (const auto fragment = HtmlFragment::parse(html))
    return line_of(FragmentTree{&*fragment}, fragment->root());
  if (is_unparsable(html)) return collapse(html);
  return node_to_line(HtmlTree(html).root());
}

}  // namespace answers
