#include "corpus/data/xml_data_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/byte_set.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/indent.h"
#include "corpus/fields/data_records.h"
#include "corpus/fields/field_names.h"
#include "corpus/fields/option_names.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/listener.h"
#include "corpus/markup/html_text.h"
#include "corpus/values/xml_tree.h"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>

namespace answers {
namespace {

/// Whether there is text right in a node, beside its elements.
bool has_own_words(const XmlNode& node) {
  return std::ranges::any_of(node.children, [](const XmlNode& child) {
    return child.name.empty() && !is_blank(child.text);
  });
}

/// Whether all that stands in a node is text marked up as HTML does; what a name of another
/// language marks up is words in a sentence.
bool holds_markup(const XmlNode& node, bool in_sentence) {
  static constexpr std::string_view names =
      " a abbr b blockquote br code dd div dl dt em figure h2 h3 h4 h5 h6 hr i img kbd li ol p pre "
      "s samp small source span strong sub sup table tbody td th thead tr tt u ul var ";
  return std::ranges::all_of(node.children, [in_sentence](const XmlNode& child) {
    if (child.name.empty()) return true;
    const bool known = names.find(" " + child.name + " ") != std::string_view::npos;
    if (!known)
      return in_sentence && std::ranges::all_of(child.children, [](const XmlNode& inner) {
               return inner.name.empty();
             });
    // <a> and <b> may be the options of a quiz.
    return (child.name != "a" || !child.attributes.empty()) &&
           holds_markup(child, has_own_words(child));
  });
}

/// Whether a node is the text of a question or an answer, with markup in it.
bool holds_prose(const XmlNode& node) {
  switch (field_name(node.name).role) {
    case FieldRole::question:
    case FieldRole::answer:
    case FieldRole::explanation:
    case FieldRole::definition:
    case FieldRole::body:
    case FieldRole::text:
      return holds_markup(node, false);
    default:
      return false;
  }
}

void write_escaped(std::string_view text, std::string& html) {
  for (const char sign : text) {
    if (sign == '<') {
      html += "&lt;";
    } else if (sign == '>') {
      html += "&gt;";
    } else if (sign == '&') {
      html += "&amp;";
    } else if (sign == '"') {
      html += "&quot;";
    } else {
      html += sign;
    }
  }
}

/// The node as the HTML that it is; Maven's <source> holds code.
void write_html(const XmlNode& node, std::string& html) {
  if (node.name.empty()) return write_escaped(node.text, html);
  const std::string_view name = node.name == "source" ? "pre" : std::string_view(node.name);
  html.append("<").append(name);
  for (const auto& [key, value] : node.attributes) {
    html.append(" ").append(key).append("=\"");
    write_escaped(value, html);
    html += '"';
  }
  html += '>';
  for (const XmlNode& child : node.children) write_html(child, html);
  if (name != "br" && name != "hr" && name != "img") html.append("</").append(name).append(">");
}

/// An XML document as data: attributes and elements are members, elements of one name below one
/// parent a list. Texts live as long as this does.
class XmlData {
 public:
  DataValue value_of(const XmlNode& node) {
    DataValue value;
    value.begin = node.line;
    value.end = node.end_line;
    bool holds = std::ranges::any_of(node.children,
                                     [](const XmlNode& child) { return !child.name.empty(); });
    std::string text;
    if (holds && holds_prose(node)) {
      std::string html;
      for (const XmlNode& child : node.children) write_html(child, html);
      const bool asks = field_name(node.name).role == FieldRole::question;
      text = asks && html.find("<p") == std::string::npos ? html_to_line(html)
                                                          : html_to_markdown(html);
      holds = false;
    } else {
      text = own_text(node);
    }
    if (!holds && node.attributes.empty()) {
      set_scalar(std::move(text), value);
      return value;
    }
    value.kind = DataValue::Kind::object;
    for (const auto& [name, written] : node.attributes) {
      DataValue attribute;
      attribute.begin = node.line;
      attribute.end = node.line;
      set_scalar(written, attribute);
      value.members.push_back({name, std::move(attribute)});
    }
    if (!text.empty()) {
      DataValue own;
      set_scalar(std::move(text), own);
      value.members.push_back({"text", std::move(own)});
    }
    if (holds) add_elements(node, value);
    return value;
  }

 private:
  static std::string own_text(const XmlNode& node) {
    std::string text;
    for (const XmlNode& child : node.children) {
      if (child.name.empty()) text += child.text;
    }
    return std::string(trimmed(without_common_indent(std::move(text))));
  }

  void set_scalar(std::string text, DataValue& value) {
    const bool flag = text == "true" || text == "false";
    value.kind = flag ? DataValue::Kind::boolean : DataValue::Kind::string;
    value.text = texts_.emplace_back(std::move(text));
  }

  void add_elements(const XmlNode& node, DataValue& value) {
    if (alternates(node)) return add_turns(node, value);
    std::unordered_map<std::string_view, std::size_t> places;
    std::unordered_map<std::string_view, std::size_t> times;
    for (const XmlNode& child : node.children) ++times[child.name];
    for (const XmlNode& child : node.children) {
      if (child.name.empty()) continue;
      if (times[child.name] == 1) {
        value.members.push_back({child.name, value_of(child)});
        continue;
      }
      const auto [place, fresh] = places.try_emplace(child.name, value.members.size());
      if (fresh) {
        value.members.push_back({child.name, {}});
        value.members.back().value.kind = DataValue::Kind::list;
        value.members.back().value.begin = child.line;
      }
      DataValue& list = value.members[place->second].value;
      list.members.push_back({{}, value_of(child)});
      list.end = child.end_line;
    }
    for (DataMember& member : value.members) make_alike(member.value);
  }

  /// Some of a list have attributes: then those without are objects as well.
  static void make_alike(DataValue& list) {
    const auto is_object = [](const DataMember& item) { return item.value.is_object(); };
    if (!list.is_list() || !std::ranges::any_of(list.members, is_object)) return;
    for (auto& [none, item] : list.members) {
      if (!item.is_scalar()) continue;
      DataValue object;
      object.kind = DataValue::Kind::object;
      object.begin = item.begin;
      object.end = item.end;
      object.members.push_back({"text", std::move(item)});
      item = std::move(object);
    }
  }

  /// Whether elements of two names follow each other in turns, a question and its answer.
  static bool alternates(const XmlNode& node) {
    std::string_view first;
    std::string_view second;
    std::size_t count = 0;
    for (const XmlNode& child : node.children) {
      if (child.name.empty()) continue;
      std::string_view& name = count % 2 == 0 ? first : second;
      if (name.empty()) name = child.name;
      if (name != child.name) return false;
      ++count;
    }
    return count >= 4 && count % 2 == 0 && first != second &&
           field_name(first).role == FieldRole::question &&
           field_name(second).role == FieldRole::answer;
  }

  void add_turns(const XmlNode& node, DataValue& value) {
    DataValue list;
    list.kind = DataValue::Kind::list;
    list.begin = node.line;
    list.end = node.end_line;
    for (const XmlNode& child : node.children) {
      if (child.name.empty()) continue;
      const bool opens = list.members.empty() || list.members.back().value.members.size() == 2;
      if (opens) {
        DataValue& turn = list.members.emplace_back().value;
        turn.kind = DataValue::Kind::object;
        turn.begin = child.line;
      }
      DataValue& turn = list.members.back().value;
      turn.members.push_back({child.name, value_of(child)});
      turn.end = child.end_line;
    }
    value.members.push_back({"items", std::move(list)});
  }

  std::deque<std::string> texts_{};
};

/// Where the name ends that `text` has at `at`.
std::size_t end_of_name(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         (is_word_byte(text[at]) || text[at] == '_' || text[at] == '-' || text[at] == '.'))
    ++at;
  return at;
}

}  // namespace

int recognises_xml_data(std::string_view, std::string_view head) {
  const std::string_view start = trimmed(head);
  if (!start.starts_with('<')) return 0;
  bool asks = false;
  bool answers = false;
  bool picks = false;  // of options
  std::size_t options = 0;
  std::unordered_map<std::string, FieldRole> known;
  // The names of elements, and those of attributes, which an equals sign and a quote follow.
  static constexpr ByteSet before_names("< \t\r\n");
  for (std::size_t before = before_names.first_in(head); before < head.size();
       before = before_names.first_in(head, before + 1)) {
    const std::size_t at = before + 1;
    const std::size_t end = end_of_name(head, at);
    const bool element = end > at && head[before] == '<';
    const bool attribute = end > at && end + 1 < head.size() && head[end] == '=' &&
                           (head[end + 1] == '"' || head[end + 1] == '\'');
    if (element || attribute) {
      const std::string name(head.substr(at, end - at));
      if (element && (lower_ascii(name) == "html" || name == "svg" || name == "rss")) return 0;
      const auto [found, fresh] = known.try_emplace(name, FieldRole::other);
      if (fresh) found->second = field_name(name).role;
      options += element && fresh && is_option_key(name) ? 1U : 0U;
      picks = picks || found->second == FieldRole::correct;
      asks = asks || found->second == FieldRole::question || found->second == FieldRole::term;
      answers = answers || found->second == FieldRole::answer ||
                found->second == FieldRole::correct || found->second == FieldRole::definition ||
                (attribute && fresh && names_right_option(name));
    }
  }
  return (asks && answers) || (picks && options > 1) ? 90 : 0;
}

void read_xml_data(Input& input) {
  const TextLines lines = read_text(input);
  if (lines.count() == 0) return;
  const XmlTree tree = parse_xml(lines.text);
  if (!tree.trouble.empty())
    input.listener().on_trouble(
        {lines.path, tree.trouble_line, "no XML: " + tree.trouble, "what comes before was read"});
  const auto place_of = [&](const DataValue& value) {
    const std::size_t first = std::clamp<std::size_t>(value.begin, 1, lines.count()) - 1;
    const std::size_t last = std::clamp<std::size_t>(value.end, first + 1, lines.count()) - 1;
    return Place{lines.path, first + 1, last + 1, lines.bytes_in_file[first],
                 lines.bytes_in_file[last + 1]};
  };
  XmlData data;
  DataRecords records(input.listener());
  records.read(data.value_of(tree.root), place_of, {});
}

}  // namespace answers
