#include "corpus/data/xml_quiz_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/data/docbook_references.h"
#include "corpus/deliver.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/listener.h"
#include "corpus/markup/html_text.h"
#include "corpus/markup/prompt_text.h"
#include "corpus/values/xml_tree.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// XML as HTML: elements of DocBook and QTI under the names that HTML has for them.
void append_html(const XmlNode& node, std::string& html) {
  if (node.name.empty()) {
    for (const char byte : node.text) {
      if (byte == '&') {
        html += "&amp;";
      } else if (byte == '<') {
        html += "&lt;";
      } else {
        html += byte;
      }
    }
    return;
  }
  struct Same {
    std::string_view name;
    std::string_view html;
  };
  static constexpr std::array names = {Same{"para", "p"},
                                       Same{"simpara", "p"},
                                       Same{"formalpara", "p"},
                                       Same{"itemizedlist", "ul"},
                                       Same{"orderedlist", "ol"},
                                       Same{"listitem", "li"},
                                       Same{"programlisting", "pre"},
                                       Same{"screen", "pre"},
                                       Same{"literallayout", "pre"},
                                       Same{"emphasis", "em"},
                                       Same{"literal", "code"},
                                       Same{"command", "code"},
                                       Same{"filename", "code"},
                                       Same{"option", "code"},
                                       Same{"varname", "code"},
                                       Same{"note", "blockquote"},
                                       Same{"warning", "blockquote"},
                                       Same{"tip", "blockquote"},
                                       Same{"caution", "blockquote"},
                                       Same{"important", "blockquote"},
                                       Same{"row", "tr"},
                                       Same{"entry", "td"},
                                       Same{"informaltable", "table"},
                                       Same{"superscript", "sup"},
                                       Same{"subscript", "sub"}};
  static constexpr std::string_view html_names =
      " p ul ol li pre em strong b i code blockquote table tr td th tbody thead br div span a sup "
      "sub "
      "dl dt dd h1 h2 h3 h4 h5 h6 hr u tt kbd ";
  if (node.name == "indexterm" || node.name == "remark" || node.name == "rubricBlock") return;
  std::string tag;
  if (const auto* const same = std::ranges::find(names, node.name, &Same::name);
      same != names.end())
    tag = same->html;
  else if (html_names.find(" " + node.name + " ") != std::string_view::npos)
    tag = node.name;
  std::string open = tag;
  std::string_view address = node.attribute("url");
  if (address.empty()) address = node.attribute("href");
  if ((node.name == "ulink" || node.name == "link" || node.name == "a") && !address.empty() &&
      address.find_first_of("\"<>") == std::string_view::npos) {
    tag = "a";
    open = "a href=\"" + std::string(address) + "\"";
  }
  if (!tag.empty()) html += "<" + open + ">";
  for (const XmlNode& child : node.children) append_html(child, html);
  if (!tag.empty() && tag != "br" && tag != "hr") html += "</" + tag + ">";
}

/// The label of a question or an answer of DocBook ("Q1:") is none of its text.
std::string markdown_of(const XmlNode& node) {
  std::string html;
  for (const XmlNode& child : node.children) {
    if (child.name != "label") append_html(child, html);
  }
  return html_to_markdown(html);
}

class XmlQuiz {
 public:
  explicit XmlQuiz(Input& input) : lines_(read_text(input)), listener_(input.listener()) {}

  void read() {
    XmlTree tree = parse_xml(lines_.text);
    write_out_references(tree.root);
    if (!tree.trouble.empty())
      listener_.on_trouble({lines_.path, tree.trouble_line, "no XML: " + tree.trouble,
                            "what comes before was read"});
    visit(tree.root, {});
  }

 private:
  using Section = std::vector<std::string>;

  void visit(const XmlNode& node, const Section& section) {
    if (node.name == "quiz") return moodle(node);
    if (node.name == "assessmentItem") return item(node, section);
    if (node.name == "qandaentry") return entry(node, section);
    // Chapters and sections of a book, and divisions of a set of questions, are topics.
    Section below = section;
    const bool topic = node.name == "chapter" || node.name.starts_with("sect") ||
                       node.name == "qandaset" || node.name == "qandadiv";
    if (const XmlNode* title = docbook_title(node); topic && title != nullptr) {
      const std::string text(trimmed(title->all_text()));
      if (!text.empty()) below.push_back(text);
    }
    for (const XmlNode& child : node.children) {
      if (!child.name.empty()) visit(child, below);
    }
  }

  Record start(const XmlNode& node, const Section& section) const {
    Record record;
    record.section = section;
    const std::size_t first = std::clamp<std::size_t>(node.line, 1, lines_.count()) - 1;
    const std::size_t last = std::clamp<std::size_t>(node.end_line, first + 1, lines_.count()) - 1;
    record.place = {lines_.path, first + 1, last + 1, lines_.bytes_in_file[first],
                    lines_.bytes_in_file[last + 1]};
    return record;
  }

  void tell(Record record, std::string answer) {
    record.answer = answer_text(std::move(answer), record.question);
    deliver(std::move(record), listener_);
  }

  // ---- DocBook ----

  void entry(const XmlNode& node, const Section& section) {
    const XmlNode* question = node.child("question");
    if (question == nullptr) return;
    Record record = start(node, section);
    set_prompt(markdown_of(*question), record);
    record.url = node.attribute("id").empty() ? "" : "#" + std::string(node.attribute("id"));
    std::string answer;
    for (const XmlNode& child : node.children) {
      if (child.name != "answer") continue;
      if (!answer.empty()) answer += "\n\n";
      answer += markdown_of(child);
    }
    tell(std::move(record), std::move(answer));
  }

  // ---- Moodle ----

  /// The text of <questiontext format="html"><text>…</text></questiontext>.
  static std::string text_in(const XmlNode* node) {
    if (node == nullptr) return {};
    const XmlNode* text = node->child("text");
    const std::string written = text != nullptr ? text->all_text() : node->all_text();
    const std::string_view format = node->attribute("format");
    const bool html = format.empty() || format == "html" || format == "moodle_auto_format";
    return html && written.find_first_of("<&") != std::string::npos ? html_to_markdown(written)
                                                                    : std::string(trimmed(written));
  }

  void moodle(const XmlNode& quiz) {
    Section section;
    for (const XmlNode& question : quiz.children) {
      if (question.name != "question") continue;
      const std::string_view type = question.attribute("type");
      if (type == "category") {
        section = category(text_in(question.child("category")));
      } else if (type != "description") {
        moodle_question(question, section);
      }
    }
  }

  static Section category(std::string_view path) {
    Section section;
    while (!path.empty()) {
      const std::size_t end = std::min(path.find('/'), path.size());
      const std::string_view part = trimmed(path.substr(0, end));
      if (!part.empty() && !part.starts_with('$') && part != "top") section.emplace_back(part);
      path.remove_prefix(std::min(path.size(), end + 1));
    }
    return section;
  }

  void moodle_question(const XmlNode& question, const Section& section) {
    Record record = start(question, section);
    std::string asked = text_in(question.child("questiontext"));
    if (asked.empty()) asked = text_in(question.child("name"));
    set_prompt(asked, record);
    if (const XmlNode* tags = question.child("tags")) {
      for (const XmlNode& tag : tags->children) {
        if (tag.name == "tag") record.tags.push_back(text_in(&tag));
      }
    }
    std::string options;
    std::string right;
    char letter = 'A';
    const bool offers = question.attribute("type") == "multichoice";
    for (const XmlNode& child : question.children) {
      if (child.name == "answer") {
        const std::string text = text_in(&child);
        if (text.empty()) continue;
        if (offers) {
          options += (options.empty() ? "- " : "\n- ") + std::string(1, letter) + ") " + text;
          if (letter < 'Z') ++letter;
        }
        const std::string_view fraction = child.attribute("fraction");
        const bool is_right = !fraction.starts_with('-') &&
                              fraction.find_first_of("123456789") != std::string_view::npos;
        if (is_right) right += (right.empty() ? "" : "\n") + text;
      } else if (child.name == "subquestion") {
        const std::string text = text_in(&child);
        const std::string to = text_in(child.child("answer"));
        if (text.empty() || to.empty()) continue;
        if (!right.empty()) right += '\n';
        right.append(text).append(" → ").append(to);
      }
    }
    add_body(options, record);
    if (const std::string why = text_in(question.child("generalfeedback"));
        !why.empty() && !right.empty())
      right += "\n\n" + why;
    tell(std::move(record), std::move(right));
  }

  // ---- QTI ----

  struct Choice {
    std::string id{};
    std::string text{};
  };

  static void collect(const XmlNode& node, std::vector<Choice>& choices, std::string& prompt) {
    for (const XmlNode& child : node.children) {
      if (child.name == "simpleChoice" || child.name == "inlineChoice" ||
          child.name == "simpleAssociableChoice" || child.name == "hottext" ||
          child.name == "gapText") {
        choices.push_back(
            {std::string(child.attribute("identifier")), std::string(trimmed(markdown_of(child)))});
      } else if (child.name == "prompt") {
        prompt += (prompt.empty() ? "" : "\n\n") + markdown_of(child);
      } else {
        collect(child, choices, prompt);
      }
    }
  }

  /// The body of an item as HTML, a gap where something is to be chosen or written.
  static void append_body(const XmlNode& node, std::string& html) {
    for (const XmlNode& child : node.children) {
      if (child.name == "prompt") continue;
      if (child.name.ends_with("Interaction")) {
        if (child.name == "textEntryInteraction" || child.name == "inlineChoiceInteraction")
          html += "_____";
      } else if (child.name.empty() || child.children.empty()) {
        append_html(child, html);
      } else {
        html += "<" + block_name(child.name) + ">";
        append_body(child, html);
        html += "</" + block_name(child.name) + ">";
      }
    }
  }
  static std::string block_name(std::string_view name) {
    return name == "p" || name == "blockquote" || name == "em" || name == "strong" ||
                   name == "li" || name == "ul"
               ? std::string(name)
               : "div";
  }

  void item(const XmlNode& node, const Section& section) {
    const XmlNode* body = node.child("itemBody");
    if (body == nullptr) return;
    std::vector<Choice> choices;
    std::string prompt;
    collect(*body, choices, prompt);
    std::string html;
    append_body(*body, html);
    const std::string around = html_to_markdown(html);
    Record record = start(node, section);
    record.id = node.attribute("identifier");
    set_prompt(prompt.empty() ? around : prompt, record);
    if (!prompt.empty()) add_body(around, record);
    std::string options;
    for (std::size_t i = 0; i < choices.size(); ++i)
      options += (i == 0 ? "- " : "\n- ") + std::string(1, static_cast<char>('A' + i % 26)) + ") " +
                 choices[i].text;
    add_body(options, record);
    std::string right;
    for (const XmlNode& child : node.children) {
      // By hand it is often written without the declaration.
      const XmlNode* const correct =
          child.name == "correctResponse" ? &child : child.child("correctResponse");
      if (correct == nullptr) continue;
      for (const XmlNode& value : correct->children) {
        if (value.name != "value") continue;
        const std::string text = meaning(trimmed(value.all_text()), choices);
        if (!text.empty()) right += (right.empty() ? "" : "\n") + text;
      }
    }
    tell(std::move(record), std::move(right));
  }

  /// What an identifier stands for; of a pair of them both.
  static std::string meaning(const std::string_view& value, const std::vector<Choice>& choices) {
    std::string key(value);
    if (const auto found = std::ranges::find(choices, key, &Choice::id); found != choices.end())
      return found->text;
    const std::size_t blank = key.find(' ');
    if (blank != std::string::npos) {
      const auto first = std::ranges::find(choices, key.substr(0, blank), &Choice::id);
      const auto second = std::ranges::find(
          choices, std::string(trimmed(std::string_view(key).substr(blank))), &Choice::id);
      if (first != choices.end() && second != choices.end())
        return first->text + " → " + second->text;
    }
    return key;
  }

  TextLines lines_;
  Listener& listener_;
};

}  // namespace

int recognises_xml_quiz(std::string_view, std::string_view head) {
  const std::string_view start = trimmed(head);
  if (!start.starts_with('<')) return 0;
  const std::size_t root = head.find("<quiz");
  // <quiz> and <question> are what anybody calls them; those of Moodle have types.
  const bool moodle = root != std::string_view::npos && root < 4000 &&
                      (head.find("<questiontext") != std::string_view::npos ||
                       head.find("<question type=") != std::string_view::npos);
  const bool qti = head.substr(0, 4000).find("<assessmentItem") != std::string_view::npos;
  const bool book =
      head.find("<qandaset") != std::string_view::npos ||
      (start.starts_with("<?xml") && head.find("<qandaentry") != std::string_view::npos);
  return moodle || qti || book ? 98 : 0;
}

void read_xml_quiz(Input& input) { XmlQuiz(input).read(); }

}  // namespace answers
