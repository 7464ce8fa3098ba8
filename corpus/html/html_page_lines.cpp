#include "corpus/html/html_page_lines.h"

#include "corpus/characters/characters.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_text.h"
#include "corpus/wording/labels.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace answers {
namespace {

constexpr int deepest = 400;  // what lies deeper is one paragraph

class LinesOfPage {
 public:
  explicit LinesOfPage(const TextLines& page) : page_(page) { lines_.text.path = page.path; }

  void add_below(const GumboNode* node, int depth) {
    std::vector<const GumboNode*> run;  // nodes that stand in one paragraph
    for (const GumboNode* child : children_of(node)) {
      if (is_left_out(child) || child->type == GUMBO_NODE_COMMENT) continue;
      if (stands_in_line(child)) {
        run.push_back(child);
        continue;
      }
      add_run(run);
      add_block(child, depth);
    }
    add_run(run);
  }

  PageLines take() {
    lines_.text.begins.push_back(lines_.text.text.size());
    lines_.text.bytes_in_file.push_back(page_.bytes_in_file.back());
    return std::move(lines_);
  }

 private:
  static bool stands_in_line(const GumboNode* node) {
    const auto is_part = [](const GumboNode* part) {
      return is_inline(part) || is_blank_node(part) || tag_of(part) == GUMBO_TAG_BR;
    };
    if (!is_part(node)) return false;
    // <font>, <span> and <a> are also put around paragraphs.
    return std::ranges::all_of(children_of(node), [&](const GumboNode* child) {
      return is_part(child) && std::ranges::all_of(children_of(child), is_part);
    });
  }

  void add_block(const GumboNode* node, int depth) {
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_LI) {
      add_item(node);
    } else if (tag == GUMBO_TAG_TR && is_label(first_element_of(node))) {
      add_row(node);
    } else if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_BLOCKQUOTE || heading_level(node) > 0 ||
               depth > deepest) {
      add(node_to_markdown(node), {line_of(node)});
    } else {
      add_below(node, depth + 1);
    }
  }

  /// The first child that is no white space; nullptr when there is none.
  static const GumboNode* first_element_of(const GumboNode* node) {
    const auto children = children_of(node);
    const auto found = std::ranges::find_if(children, is_element);
    return found == children.end() ? nullptr : *found;
  }

  /// Whether a cell holds a label and nothing else.
  static bool is_label(const GumboNode* cell) {
    if (cell == nullptr) return false;
    const std::string text = node_to_line(cell);
    const auto label = leading_label(text);
    return label && label->rest.empty();
  }

  void add_row(const GumboNode* row) {
    std::string line;
    for (const GumboNode* cell : children_of(row)) {
      if (!is_element(cell)) continue;
      if (!line.empty()) line += ' ';
      line += node_to_markdown(cell);
    }
    add(line, {line_of(row)});
  }

  void add_item(const GumboNode* item) {
    std::string text = "- ";
    for (const char sign : node_to_markdown(item)) {
      text += sign;
      if (sign == '\n') text += "  ";
    }
    add(text, {line_of(item)});
  }

  void add_run(std::vector<const GumboNode*>& run) {
    const auto first = std::ranges::find_if_not(run, is_blank_node);
    run.erase(run.begin(), first);
    if (!run.empty()) {
      Breaks breaks{{line_of(run.front())}, false};
      for (const GumboNode* node : run) find_breaks(node, breaks, 0);
      add(nodes_to_markdown(run), breaks.begins);
    }
    run.clear();
  }

  struct Breaks {
    std::vector<std::size_t> begins{};  ///< of each line that a <br> ends
    bool open = false;                  ///< no word has stood behind the last <br>
  };

  static void find_breaks(const GumboNode* node, Breaks& breaks, int depth) {
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

  /// `text` and a blank line; its lines begin on those of the page that `begins` says, and if it
  /// has more, on the last of them.
  void add(std::string_view text, const std::vector<std::size_t>& begins) {
    if (is_blank(text)) return;
    for (std::size_t i = 0; !text.empty(); ++i) {
      const std::size_t size = std::min(text.find('\n'), text.size());
      add_line(text.substr(0, size), begins[std::min(i, begins.size() - 1)]);
      text.remove_prefix(std::min(text.size(), size + 1));
    }
    add_line({}, begins.back());
  }

  void add_line(std::string_view line, std::size_t line_of_page) {
    line_of_page =
        std::clamp<std::size_t>(line_of_page, 1, std::max<std::size_t>(page_.count(), 1));
    lines_.text.begins.push_back(lines_.text.text.size());
    lines_.text.bytes_in_file.push_back(page_.bytes_in_file[line_of_page - 1]);
    lines_.line_of_page.push_back(line_of_page);
    lines_.text.text.append(line).append("\n");
  }

  const TextLines& page_;
  PageLines lines_{};
};

}  // namespace

PageLines page_lines(const GumboInternalNode* root, const TextLines& page) {
  LinesOfPage lines(page);
  lines.add_below(root, 0);
  return lines.take();
}

}  // namespace answers
