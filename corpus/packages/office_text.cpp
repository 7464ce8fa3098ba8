#include "corpus/packages/office_text.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/markup/raised_text.h"
#include "corpus/values/xml_tree.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace answers {
namespace {

/// One line of text with what would be Markdown in it written so that it is none.
std::string escaped(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    if (byte == '\n' || byte == '\r' || byte == '\t') {
      line += ' ';
    } else {
      if (byte == '`' || byte == '*' || byte == '_' || byte == '<' || byte == '|') line += '\\';
      line += byte;
    }
  }
  return line;
}

/// A piece of a paragraph's text: escaped, but for code.
struct Span {
  std::string text{};
  bool bold = false;
  bool code = false;
};

void add_span(std::string_view text, bool bold, bool code, std::vector<Span>& spans) {
  if (text.empty()) return;
  if (code && text.find_first_of("`\r\n\t") != std::string_view::npos)
    return add_span(escaped(text), bold, false, spans);
  // What is blank has no weight of its own.
  if (!spans.empty() && !code && !spans.back().code && is_blank(text)) bold = spans.back().bold;
  if (spans.empty() || spans.back().bold != bold || spans.back().code != code)
    spans.push_back({{}, bold, code});
  spans.back().text += text;
}

/// `text` above or below the line, behind what the paragraph says before.
void add_shifted(std::string_view text, bool raised, bool bold, std::vector<Span>& spans) {
  const std::string_view before = spans.empty() ? "" : std::string_view(spans.back().text);
  add_span(raised_or_lowered(before, text, raised), bold, false, spans);
}

/// A paragraph as one line, and whether all that it says is bold, which is not shown in it then.
struct Paragraph {
  std::string line{};
  bool bold = false;
};

Paragraph paragraph_of(const std::vector<Span>& spans) {
  Paragraph paragraph;
  paragraph.bold =
      std::ranges::all_of(spans, [](const Span& span) { return span.bold || is_blank(span.text); });
  for (const auto& [text, bold, code] : spans) {
    const std::string_view said = trimmed(text);
    const std::string_view mark = said.empty()              ? ""
                                  : code                    ? "`"
                                  : bold && !paragraph.bold ? "**"
                                                            : "";
    const auto begin = static_cast<std::size_t>(said.data() - text.data());
    const std::string_view whole = text;
    if (said.empty()) {
      paragraph.line += text;
      continue;
    }
    paragraph.line.append(whole.substr(0, begin)).append(mark).append(said).append(mark);
    paragraph.line.append(whole.substr(begin + said.size()));
  }
  paragraph.line = std::string(trimmed(paragraph.line));
  return paragraph;
}

std::string plain_line(const std::vector<Span>& spans) {
  std::string line;
  for (const Span& span : spans) line += span.text;
  return std::string(trimmed(line));
}

/// Whether a style is one for code: "VerbatimChar", "Source_20_Text", "HTML Code".
bool is_code_style(std::string_view style) {
  const std::string name = lower_ascii(style);
  return name.find("code") != std::string::npos || name.find("verbatim") != std::string::npos ||
         name.starts_with("source_") || name.find("teletype") != std::string::npos;
}

void add_paragraph(std::string_view text, bool list_item, std::string& markdown) {
  text = trimmed(text);
  if (text.empty()) return;
  const bool joins = list_item && markdown.ends_with('\n') && !markdown.ends_with("\n\n");
  if (!markdown.empty() && !joins && !markdown.ends_with("\n\n")) markdown += '\n';
  if (!list_item && (text[0] == '#' || text[0] == '>' || text[0] == '+')) markdown += '\\';
  markdown += text;
  markdown += list_item ? "\n" : "\n\n";
}

/// A table as rows of pipes, the first one its head.
void add_table(const std::vector<std::vector<std::string>>& rows, std::string& markdown) {
  if (rows.empty()) return;
  if (!markdown.empty() && !markdown.ends_with("\n\n")) markdown += '\n';
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const std::string& cell : rows[i]) markdown.append("| ").append(cell).append(" ");
    markdown += "|\n";
    if (i > 0) continue;
    for (std::size_t column = 0; column < rows[0].size(); ++column) markdown += "|---";
    markdown += "|\n";
  }
  markdown += '\n';
}

/// The level of "Heading2", "heading 2", "Überschrift 2", "Titre2"; 0 for other styles.
std::size_t level_of_style(std::string_view style) {
  const std::string name = lower_ascii(style);
  if (name == "title") return 1;
  for (const std::string_view word :
       {"heading", "berschrift", "titre", "ttulo", "título", "titolo", "kop", "rubrik", "nagwek",
        "nagłówek", "заголовок", "标题", "見出し"}) {
    const std::size_t at = name.find(word);
    if (at == std::string::npos) continue;
    const std::size_t digit = name.find_first_of("123456", at + word.size());
    if (digit != std::string::npos) return static_cast<std::size_t>(name[digit] - '0');
  }
  // Word numbers its own styles in some languages: "1", "2".
  return name.size() == 1 && name[0] >= '1' && name[0] <= '6'
             ? static_cast<std::size_t>(name[0] - '0')
             : 0;
}

/// Whether a property that has a value or none is set: <w:b/>, <w:b w:val="0"/>.
bool is_set(const XmlNode* properties, std::string_view name) {
  const XmlNode* const property = properties != nullptr ? properties->child(name) : nullptr;
  return property != nullptr && property->attribute("val") != "0" &&
         property->attribute("val") != "false";
}

class Docx {
 public:
  std::string markdown(const XmlNode& document) {
    if (const XmlNode* body = document.child("body")) blocks(*body);
    return std::move(markdown_);
  }

 private:
  void blocks(const XmlNode& parent) {
    for (const XmlNode& node : parent.children) {
      if (node.name == "p") {
        paragraph(node);
      } else if (node.name == "tbl") {
        table(node);
      } else if (node.name == "sdt" || node.name == "sdtContent" || node.name == "ins" ||
                 node.name == "customXml") {
        blocks(node);
      }
    }
  }

  void paragraph(const XmlNode& node) {
    std::size_t level = 0;
    bool item = false;
    if (const XmlNode* properties = node.child("pPr")) {
      if (const XmlNode* style = properties->child("pStyle")) {
        level = level_of_style(style->attribute("val"));
        item = lower_ascii(style->attribute("val")).find("list") != std::string::npos;
        if (lower_ascii(style->attribute("val")).starts_with("toc")) return;
      }
      item = item || properties->child("numPr") != nullptr;
      if (const XmlNode* outline = properties->child("outlineLvl");
          outline != nullptr && level == 0) {
        const std::string_view value = outline->attribute("val");
        if (value.size() == 1 && value[0] >= '0' && value[0] <= '5')
          level = static_cast<std::size_t>(value[0] - '0') + 1;
      }
    }
    std::vector<Span> spans;
    runs(node, spans);
    const auto [line, bold] = paragraph_of(spans);
    if (line.empty()) return text_boxes(node);
    if (level > 0) {
      add_heading(level, plain_line(spans));
    } else if (item) {
      add_paragraph("- " + line, true, markdown_);
    } else {
      add_paragraph(bold ? "**" + line + "**" : line, false, markdown_);
    }
    text_boxes(node);
  }

  /// The paragraphs of the boxes that are anchored in a paragraph, each once.
  void text_boxes(const XmlNode& node) {
    for (const XmlNode& child : node.children) {
      if (child.name == "txbxContent") {
        blocks(child);
      } else if (child.name == "r" || child.name == "AlternateContent" || child.name == "Choice" ||
                 child.name == "drawing" || child.name == "anchor" || child.name == "inline" ||
                 child.name == "graphic" || child.name == "graphicData" || child.name == "wsp" ||
                 child.name == "wgp" || child.name == "txbx" || child.name == "pict" ||
                 child.name == "shape" || child.name == "textbox") {
        text_boxes(child);  // not of a Fallback, which says the same to older programs
      }
    }
  }

  void add_heading(std::size_t level, std::string_view line) {
    if (!markdown_.empty() && !markdown_.ends_with("\n\n")) markdown_ += '\n';
    markdown_.append(level, '#').append(" ").append(line).append("\n\n");
  }

  static void runs(const XmlNode& node, std::vector<Span>& spans) {
    for (const XmlNode& child : node.children) {
      if (child.name == "r") {
        const XmlNode* properties = child.child("rPr");
        const XmlNode* style = properties != nullptr ? properties->child("rStyle") : nullptr;
        const bool code = style != nullptr && is_code_style(style->attribute("val"));
        std::string said;
        for (const XmlNode& part : child.children) {
          if (part.name == "t") said += code ? part.all_text() : escaped(part.all_text());
          if (part.name == "tab") said += ' ';
          if (part.name == "br" || part.name == "cr") said += ' ';
          if (part.name == "noBreakHyphen") said += '-';
        }
        if (is_set(properties, "vanish")) continue;  // hidden text
        const XmlNode* shift = properties != nullptr ? properties->child("vertAlign") : nullptr;
        const std::string_view where = shift != nullptr ? shift->attribute("val") : "";
        if (where == "superscript" || where == "subscript") {
          add_shifted(said, where == "superscript", is_set(properties, "b"), spans);
        } else {
          add_span(said, is_set(properties, "b"), code, spans);
        }
      } else if (child.name == "hyperlink" || child.name == "ins" || child.name == "smartTag" ||
                 child.name == "sdt" || child.name == "sdtContent" || child.name == "fldSimple") {
        runs(child, spans);
      }
    }
  }

  void table(const XmlNode& node) {
    std::vector<std::vector<std::string>> rows;
    for (const XmlNode& row : node.children) {
      if (row.name != "tr") continue;
      auto& cells = rows.emplace_back();
      for (const XmlNode& cell : row.children) {
        if (cell.name != "tc") continue;
        std::string text;
        for (const XmlNode& inner : cell.children) {
          if (inner.name != "p") continue;
          std::vector<Span> spans;
          runs(inner, spans);
          const std::string line = plain_line(spans);
          if (!text.empty() && !line.empty()) text += "<br>";
          text += line;
        }
        cells.push_back(std::move(text));
      }
    }
    add_table(rows, markdown_);
  }

  std::string markdown_{};
};

class Odt {
 public:
  std::string markdown(const XmlNode& document) {
    if (const XmlNode* styles = document.child("automatic-styles")) learn(*styles);
    const XmlNode* body = document.child("body");
    const XmlNode* text = body != nullptr ? body->child("text") : nullptr;
    if (text != nullptr) blocks(*text, false);
    return std::move(markdown_);
  }

 private:
  /// Which of the document's own styles are bold, and which stand for one of a heading.
  void learn(const XmlNode& styles) {
    for (const XmlNode& style : styles.children) {
      const std::string name(style.attribute("name"));
      parents_[name] = std::string(style.attribute("parent-style-name"));
      const XmlNode* properties = style.child("text-properties");
      if (properties == nullptr) continue;
      bold_[name] = properties->attribute("font-weight") == "bold";
      shift_[name] = std::string(properties->attribute("text-position"));
    }
  }

  void blocks(const XmlNode& parent, bool item) {
    for (const XmlNode& node : parent.children) {
      if (node.name == "h" || node.name == "p") {
        paragraph(node, item);
      } else if (node.name == "list") {
        for (const XmlNode& one : node.children) {
          if (one.name == "list-item") blocks(one, true);
        }
      } else if (node.name == "section" || node.name == "text-box") {
        blocks(node, item);
      } else if (node.name == "table") {
        table(node);
      }
    }
  }

  void paragraph(const XmlNode& node, bool item) {
    std::vector<Span> pieces;
    const std::string style(node.attribute("style-name"));
    spans(node, bold_[style], pieces);
    const auto [line, bold] = paragraph_of(pieces);
    if (line.empty()) return;
    std::size_t level = 0;
    if (node.name == "h") {
      const std::string_view given = node.attribute("outline-level");
      level =
          given.size() == 1 && is_digit(given[0]) ? static_cast<std::size_t>(given[0] - '0') : 1;
    } else {
      level = level_of_style(parents_[style].empty() ? style : parents_[style]);
    }
    if (level > 0) {
      if (!markdown_.empty() && !markdown_.ends_with("\n\n")) markdown_ += '\n';
      markdown_.append(std::clamp<std::size_t>(level, 1, 6), '#')
          .append(" ")
          .append(plain_line(pieces))
          .append("\n\n");
    } else if (item) {
      add_paragraph("- " + line, true, markdown_);
    } else {
      add_paragraph(bold ? "**" + line + "**" : line, false, markdown_);
    }
  }

  void spans(const XmlNode& node, bool bold, std::vector<Span>& pieces) {
    for (const XmlNode& child : node.children) {
      if (child.name.empty()) {
        add_span(escaped(child.text), bold, false, pieces);
      } else if (child.name == "s" || child.name == "tab" || child.name == "line-break") {
        add_span(" ", bold, false, pieces);
      } else if (child.name == "span") {
        const std::string style(child.attribute("style-name"));
        const std::string& shift = shift_[style];
        if (shift.starts_with("super") || shift.starts_with("sub")) {
          add_shifted(escaped(child.all_text()), shift.starts_with("super"), bold, pieces);
        } else if (is_code_style(parents_[style].empty() ? style : parents_[style])) {
          add_span(child.all_text(), bold, true, pieces);
        } else {
          spans(child, bold || bold_[style], pieces);
        }
      } else if (child.name == "a") {
        spans(child, bold, pieces);
      } else if (child.name == "note") {
        add_note(child, pieces);
      }
    }
  }

  /// A footnote, in brackets where it is called.
  void add_note(const XmlNode& note, std::vector<Span>& pieces) {
    const XmlNode* const body = note.child("note-body");
    if (body == nullptr) return;
    std::vector<Span> said;
    for (const XmlNode& one : body->children) {
      if (one.name != "p") continue;
      add_span(" ", false, false, said);
      spans(one, false, said);
    }
    if (const std::string line = plain_line(said); !line.empty())
      add_span(" (" + line + ")", false, false, pieces);
  }

  void table(const XmlNode& node) {
    std::vector<std::vector<std::string>> rows;
    const auto add_rows = [&](const XmlNode& parent, const auto& again) -> void {
      for (const XmlNode& row : parent.children) {
        if (row.name == "table-header-rows") again(row, again);
        if (row.name != "table-row") continue;
        auto& cells = rows.emplace_back();
        for (const XmlNode& cell : row.children) {
          if (cell.name != "table-cell") continue;
          std::string text;
          for (const XmlNode& inner : cell.children) {
            if (inner.name != "p" && inner.name != "h") continue;
            std::vector<Span> pieces;
            spans(inner, false, pieces);
            const std::string line = plain_line(pieces);
            if (!text.empty() && !line.empty()) text += "<br>";
            text += line;
          }
          cells.push_back(std::move(text));
        }
      }
    };
    add_rows(node, add_rows);
    add_table(rows, markdown_);
  }

  std::unordered_map<std::string, std::string> parents_{};
  std::unordered_map<std::string, bool> bold_{};
  std::unordered_map<std::string, std::string> shift_{};  // "super 58%"
  std::string markdown_{};
};

}  // namespace

std::string markdown_of_docx(std::string_view xml) {
  const XmlTree tree = parse_xml(xml);
  return Docx().markdown(tree.root);
}

std::string markdown_of_odt(std::string_view xml) {
  const XmlTree tree = parse_xml(xml);
  return Odt().markdown(tree.root);
}

}  // namespace answers
