#include "corpus/fields/rich_text.h"

#include "corpus/characters/characters.h"
#include "corpus/fields/field_names.h"

#include <algorithm>
#include <string_view>

namespace answers {
namespace {

constexpr int deepest = 16;  // lists in lists in quotations: people nest no deeper

std::string_view text_under(const DataValue& node, std::string_view key) {
  const DataValue* found = node.find(key);
  return found != nullptr && found->is_string() ? found->text : std::string_view();
}

/// Of Notion: runs that have their plain text beside them.
bool is_list_of_notion_runs(const DataValue* value) {
  return is_list_of_objects(value) &&
         std::ranges::all_of(value->members, [](const DataMember& run) {
           return run.value.find("plain_text") != nullptr;
         });
}

/// What a node says it is: "heading_2", "unordered-list-item". An item of a list in Portable Text,
/// and a heading there, is a block that says so beside its type.
std::string kind_of(const DataValue& node) {
  for (const std::string_view key : {"listItem", "nodeType", "_type", "type"}) {
    const std::string_view kind = text_under(node, key);
    if (kind == "block" && !text_under(node, "style").empty())
      return lower_ascii(text_under(node, "style"));
    if (!kind.empty()) return lower_ascii(kind);
  }
  return {};
}

const DataValue* children_of(const DataValue& node) {
  for (const std::string_view key : {"children", "content"}) {
    if (const DataValue* found = node.find(key); found != nullptr && found->is_list()) return found;
  }
  return nullptr;
}

/// A node that is words inside a line: without a type, or of one that says so.
bool is_run(const DataValue& node) {
  static constexpr std::string_view kinds =
      " text span link a hyperlink entry-hyperlink asset-hyperlink autolink inline mention emoji "
      "linebreak hardbreak hard_break br strong em code_inline ";
  const std::string kind = kind_of(node);
  if (kind.empty()) return !text_under(node, "text").empty() || node.find("text") != nullptr;
  return kinds.find(' ' + kind + ' ') != std::string_view::npos;
}

bool is_code(const DataValue& run) {
  if (is_true(run.find("code"))) return true;
  const DataValue* marks = run.find("marks");
  return marks != nullptr && std::ranges::any_of(marks->members, [](const DataMember& mark) {
           return mark.value.text == "code" || text_under(mark.value, "type") == "code";
         });
}

std::string runs_of(const DataValue& list, int depth);

std::string words_of(const DataValue& run, int depth) {
  if (depth > deepest) return {};
  if (run.is_string()) return std::string(run.text);
  if (const DataValue* children = children_of(run)) return runs_of(*children, depth + 1);
  for (const std::string_view key : {"plain_text", "text", "value"}) {
    const std::string_view words = text_under(run, key);
    if (words.empty()) continue;
    return is_code(run) && words.find('`') == std::string_view::npos
               ? "`" + std::string(words) + "`"
               : std::string(words);
  }
  return kind_of(run).find("br") != std::string::npos ? "\n" : "";
}

std::string runs_of(const DataValue& list, int depth) {
  std::string words;
  for (const auto& [key, run] : list.members) words += words_of(run, depth);
  return words;
}

/// The lines of a text behind the mark of an item, those after the first below it.
std::string item(std::string_view mark, std::string_view text) {
  std::string lines(mark);
  for (const char byte : trimmed(text)) {
    lines += byte;
    if (byte == '\n') lines.append(mark.size(), ' ');
  }
  return lines;
}

enum class Form { paragraph, heading, bullet, numbered, quotation, code };

Form form_of(const std::string& kind) {
  const auto has = [&kind](std::string_view word) { return kind.find(word) != std::string::npos; };
  if (has("bullet") || has("unordered") || kind == "ul" || kind == "list" || kind == "listitem")
    return Form::bullet;
  if (has("ordered") || has("number") || kind == "ol" || kind == "steps") return Form::numbered;
  if (has("head") || (kind.size() == 2 && kind[0] == 'h' && kind[1] >= '1' && kind[1] <= '6'))
    return Form::heading;
  if (has("quote")) return Form::quotation;
  if (has("code")) return Form::code;
  return Form::paragraph;
}

std::string in_form(Form form, std::string_view text) {
  switch (form) {
    case Form::bullet:
      return item("- ", text);
    case Form::numbered:
      return item("1. ", text);
    case Form::heading:
      return "### " + std::string(trimmed(text));
    case Form::quotation:
      return "> " + std::string(trimmed(text));
    case Form::code:
      return "```\n" + std::string(text) + (text.ends_with('\n') ? "```" : "\n```");
    case Form::paragraph:
      break;
  }
  return std::string(trimmed(text));
}

/// Blocks a blank line apart, items of a list below each other.
class Blocks {
 public:
  void add(std::string_view block, bool is_item) {
    if (block.empty()) return;
    if (!text_.empty()) text_ += is_item && was_item_ ? "\n" : "\n\n";
    text_ += block;
    was_item_ = is_item;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_{};
  bool was_item_ = false;
};

std::string blocks_of(const DataValue& list, int depth);

/// The items of a list: texts, or nodes with what stands below them.
std::string items_of(const DataValue& list, Form form, int depth) {
  Blocks blocks;
  std::size_t count = 0;
  for (const auto& [key, value] : list.members) {
    const DataValue* children = children_of(value);
    std::string text = value.is_string()     ? std::string(value.text)
                       : children == nullptr ? text_of(&value)
                                             : blocks_of(*children, depth + 1);
    // Editor.js: {"content": "…", "items": […]}
    if (const DataValue* inner = value.find("items"); inner != nullptr && inner->is_list())
      text += "\n" + items_of(*inner, form, depth + 1);
    if (trimmed(text).empty()) continue;
    ++count;
    blocks.add(item(form == Form::numbered ? std::to_string(count) + ". " : "- ", text), true);
  }
  return blocks.take();
}

std::string block_of(const DataValue& node, int depth) {
  if (depth > deepest) return {};
  if (node.is_string()) return std::string(trimmed(node.text));
  // Of Editor.js; Contentful's is empty; Notion's stands under the name of its kind.
  const DataValue* data = node.find("data");
  const std::string kind = kind_of(node);
  if (const DataValue* own = node.find(kind); own != nullptr && own->is_object()) data = own;
  const DataValue& inside =
      data != nullptr && data->is_object() && !data->members.empty() ? *data : node;
  const std::string style = lower_ascii(text_under(inside, "style"));
  const Form form = style == "ordered" ? Form::numbered : form_of(kind);
  if (const DataValue* items = inside.find("items"); items != nullptr && items->is_list())
    return items_of(*items, form, depth + 1);
  if (const DataValue* runs = inside.find("rich_text"); is_list_of_notion_runs(runs))
    return in_form(form, runs_of(*runs, depth + 1));
  if (const DataValue* children = children_of(inside)) {
    const bool runs = std::ranges::all_of(
        children->members, [](const DataMember& child) { return is_run(child.value); });
    if (runs) return in_form(form, runs_of(*children, depth + 1));
    // A list, whose items are blocks below it.
    if (kind.find("item") == std::string::npos && (form == Form::bullet || form == Form::numbered))
      return items_of(*children, form, depth + 1);
    return blocks_of(*children, depth + 1);
  }
  for (const std::string_view key : {"text", "code", "content", "value"}) {
    const std::string_view text = text_under(inside, key);
    if (!trimmed(text).empty()) return in_form(key == "code" ? Form::code : form, text);
  }
  return {};
}

std::string blocks_of(const DataValue& list, int depth) {
  Blocks blocks;
  std::string runs;
  const auto end_runs = [&] {
    blocks.add(trimmed(runs), false);
    runs.clear();
  };
  for (const auto& [key, node] : list.members) {
    if (depth > 0 && is_run(node)) {
      runs += words_of(node, depth + 1);
      continue;
    }
    end_runs();
    const std::string block = block_of(node, depth);
    const std::string kind = kind_of(node);
    const bool is_item =
        kind == "bullet" || kind == "number" || kind.find("item") != std::string::npos;
    blocks.add(block, is_item);
  }
  end_runs();
  return blocks.take();
}

/// Whether an element of a list is what one person said among others.
bool is_of_people(const DataValue& node) {
  return std::ranges::any_of(node.members, [](const DataMember& member) {
    const FieldRole role = field_name(member.key).role;
    return role >= FieldRole::votes && role <= FieldRole::date && role != FieldRole::tags &&
           role != FieldRole::id;
  });
}

bool is_list_of_blocks(const DataValue& value) {
  return is_list_of_objects(&value) &&
         std::ranges::all_of(value.members, [](const DataMember& member) {
           const DataValue& node = member.value;
           const bool typed = !kind_of(node).empty();
           const DataValue* children = node.find("children");
           return (typed || (children != nullptr && is_list_of_objects(children))) &&
                  !is_of_people(node);
         });
}

std::optional<std::string> text_of_object(const DataValue& object) {
  for (const std::string_view key : {"rich_text", "title"}) {
    if (is_list_of_notion_runs(object.find(key))) return runs_of(*object.find(key), 1);
  }
  const DataValue* inserted = object.find("ops");
  if (is_list_of_objects(inserted) && inserted->members[0].value.find("insert") != nullptr) {
    std::string text;
    for (const auto& [key, run] : inserted->members) text += text_under(run, "insert");
    return std::string(trimmed(text));
  }
  if (const DataValue* blocks = object.find("blocks");
      is_list_of_objects(blocks) && is_list_of_blocks(*blocks))
    return blocks_of(*blocks, 0);
  const DataValue* root = object.find("root");  // Lexical's
  const DataValue& tree = root != nullptr && root->is_object() ? *root : object;
  const std::string kind = kind_of(tree);
  const DataValue* children = children_of(tree);
  if (children != nullptr && (kind == "document" || kind == "doc" || kind == "root") &&
      is_list_of_blocks(*children))
    return blocks_of(*children, 0);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> rich_text(const DataValue& value) {
  if (value.is_object()) return text_of_object(value);
  if (is_list_of_notion_runs(&value)) return runs_of(value, 1);
  if (value.is_list() && is_list_of_blocks(value)) return blocks_of(value, 0);
  return std::nullopt;
}

}  // namespace answers
