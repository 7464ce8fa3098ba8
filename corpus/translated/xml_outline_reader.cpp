#include "corpus/translated/xml_outline_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/data/docbook_references.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/listener.h"
#include "corpus/markup/raised_text.h"
#include "corpus/translated/translated_lines.h"
#include "corpus/values/xml_tree.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace answers {
namespace {

constexpr std::array sections = {"article", "book",       "part",   "chapter", "appendix",
                                 "section", "sect1",      "sect2",  "sect3",   "sect4",
                                 "sect5",   "simplesect", "preface"};
constexpr std::array boxes = {"note",       "tip",     "warning",         "caution", "important",
                              "blockquote", "example", "informalexample", "figure"};

template <std::size_t size>
bool is_one_of(const std::string& name, const std::array<const char*, size>& names) {
  return std::ranges::find(names, name) != names.end();
}

/// White space as one blank each, none at the ends.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    const bool space = byte == ' ' || byte == '\n' || byte == '\t';
    if (!space || (!line.empty() && line.back() != ' ')) line += space ? ' ' : byte;
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

class XmlOutline {
 public:
  XmlOutline(const TextLines& lines, TranslatedLines& made) : lines_(lines), made_(made) {}

  void opml(const XmlNode& root) {
    const XmlNode* body = root.child("body");
    if (body == nullptr) return;
    for (const XmlNode& outline : body->children) item(outline, 0);
  }

  void section(const XmlNode& node, std::size_t level) {
    for (const XmlNode& child : node.children) block(child, level, "");
  }

 private:
  static constexpr std::size_t deepest_indent = 40;  // of lists within lists

  void add(const std::string& line, const XmlNode& at) {
    const std::size_t number = at.line > 0 ? at.line - 1 : 0;
    made_.add(line, std::min(number, lines_.count() - 1));
  }

  void item(const XmlNode& outline, std::size_t depth) {
    if (outline.name != "outline") return;
    const std::string indent(2 * std::min(depth, deepest_indent), ' ');
    std::string_view text = outline.attribute("text");
    if (text.empty()) text = outline.attribute("title");
    add(indent + "- " + one_line(text), outline);
    if (const std::string_view note = outline.attribute("_note"); !is_blank(note))
      add(indent + "  - " + one_line(note), outline);
    for (const XmlNode& child : outline.children) item(child, depth + 1);
  }

  /// Text with code and emphasis in it.
  static std::string inline_text(const XmlNode& node) {
    if (node.name.empty()) return node.text;
    const bool code = node.name == "code" || node.name == "literal" || node.name == "command" ||
                      node.name == "filename" || node.name == "option" || node.name == "userinput";
    const bool bold = node.name == "emphasis" &&
                      (node.attribute("role") == "strong" || node.attribute("role") == "bold");
    if (node.name == "footnote" || node.name == "indexterm") return {};
    std::string text;
    for (const XmlNode& child : node.children) {
      const bool raised = child.name == "superscript";
      text += code ? child.all_text()
              : raised || child.name == "subscript"
                  ? raised_or_lowered(text, child.all_text(), raised)
                  : inline_text(child);
    }
    if (is_blank(text) || !(code || bold)) return text;
    const std::string mark = code ? "`" : "**";
    return mark + text + mark;
  }

  void block(const XmlNode& node, std::size_t level, const std::string& indent) {
    if (is_one_of(node.name, sections)) {
      section(node, level + 1);
    } else if (node.name == "title") {
      add("", node);
      add(std::string(std::clamp<std::size_t>(level, 1, 6), '#') + " " + one_line(node.all_text()),
          node);
      add("", node);
    } else if (node.name == "info" || node.name.ends_with("info")) {
      if (const XmlNode* title = node.child("title")) block(*title, level, indent);
    } else if (node.name == "para" || node.name == "simpara" || node.name == "formalpara") {
      paragraph(node, level, indent);
    } else if (node.name == "programlisting" || node.name == "screen" ||
               node.name == "literallayout") {
      code(node, indent);
    } else if (node.name == "itemizedlist" || node.name == "orderedlist" ||
               node.name == "procedure" || node.name == "simplelist") {
      list(node, level, indent);
    } else if (node.name == "variablelist") {
      for (const XmlNode& entry : node.children) {
        if (const XmlNode* term = entry.child("term"))
          add(indent + "**" + one_line(term->all_text()) + "**", *term);
        add("", entry);
        if (const XmlNode* said = entry.child("listitem")) section_in(*said, level, indent);
      }
    } else if (is_one_of(node.name, boxes)) {
      for (const XmlNode& child : node.children) {
        if (child.name != "title") block(child, level, indent);
      }
    }
  }

  void section_in(const XmlNode& node, std::size_t level, const std::string& indent) {
    for (const XmlNode& child : node.children) block(child, level, indent);
  }

  /// A paragraph may hold lists and code.
  void paragraph(const XmlNode& node, std::size_t level, const std::string& indent) {
    std::string text;
    const auto flush = [&](const XmlNode& at) {
      if (const std::string line = one_line(text); !line.empty()) add(indent + line, at);
      text.clear();
      add("", at);
    };
    for (const XmlNode& child : node.children) {
      const bool is_block = child.name.ends_with("list") || child.name == "programlisting" ||
                            child.name == "screen" || child.name == "literallayout";
      if (!is_block) {
        const bool raised = child.name == "superscript";
        text += raised || child.name == "subscript"
                    ? raised_or_lowered(text, child.all_text(), raised)
                    : inline_text(child);
        continue;
      }
      flush(child);
      block(child, level, indent);
    }
    flush(node);
  }

  void code(const XmlNode& node, const std::string& indent) {
    add(indent + "```", node);
    const std::string text = node.all_text();
    for (std::string_view rest = text; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      add(indent + std::string(rest.substr(0, end)), node);
      rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    add(indent + "```", node);
  }

  void list(const XmlNode& node, std::size_t level, const std::string& indent) {
    if (indent.size() > 2 * deepest_indent) return;
    for (const XmlNode& one : node.children) {
      if (one.name != "listitem" && one.name != "step" && one.name != "member") continue;
      const std::string mark =
          node.name == "itemizedlist" || node.name == "simplelist" ? "- " : "1. ";
      const XmlNode* first = one.child("para");
      if (first == nullptr) first = one.child("simpara");
      add(indent + mark + one_line(inline_text(first != nullptr ? *first : one)), one);
      for (const XmlNode& child : one.children) {
        if (&child != first && !child.name.empty())
          block(child, level, indent + std::string(mark.size(), ' '));
      }
    }
    add("", node);
  }

  const TextLines& lines_;
  TranslatedLines& made_;
};

}  // namespace

int recognises_xml_outline(std::string_view, std::string_view head) {
  const std::string_view start = head.substr(0, 4096);
  if (!trimmed(start).starts_with('<')) return 0;
  const auto has = [start](std::string_view text) {
    return start.find(text) != std::string_view::npos;
  };
  if (has("<opml")) return 95;
  return has("docbook") && (has("<article") || has("<book") || has("<chapter") || has("<section") ||
                            has("<sect1"))
             ? 92
             : 0;
}

void read_xml_outline(Input& input) {
  const TextLines lines = read_text(input);
  if (lines.count() == 0) return;
  XmlTree tree = parse_xml(lines.text);
  write_out_references(tree.root);
  if (!tree.trouble.empty())
    input.listener().on_trouble(
        {input.path(), tree.trouble_line, "no XML: " + tree.trouble, "what comes before was read"});
  TranslatedLines made(lines);
  XmlOutline outline(lines, made);
  if (tree.root.name == "opml") {
    outline.opml(tree.root);
  } else {
    outline.section(tree.root, 1);
  }
  made.read(input);
}

}  // namespace answers
