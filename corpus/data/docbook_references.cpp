#include "corpus/data/docbook_references.h"

#include "corpus/characters/characters.h"
#include "corpus/values/xml_tree.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace answers {
namespace {

constexpr std::size_t longest_name = 300;  // bytes: a short reference may stand in many places

class References {
 public:
  void learn(const XmlNode& node) {
    if (const std::string_view id = node.attribute("id"); !id.empty()) {
      std::string name = name_of(node);
      if (!is_blank(name)) names_.emplace(id, std::move(name));
    }
    for (const XmlNode& child : node.children) learn(child);
  }

  void write_out(XmlNode& node) const {
    const std::string_view target = node.attribute("linkend");
    if ((node.name == "xref" || node.name == "link") && !target.empty() && node.children.empty()) {
      const auto found = names_.find(std::string(target));
      XmlNode text;
      text.text = found != names_.end() ? found->second : std::string(target);
      text.line = text.end_line = node.line;
      node.children.push_back(std::move(text));
      return;
    }
    for (XmlNode& child : node.children) write_out(child);
  }

 private:
  static std::string name_of(const XmlNode& node) {
    if (const std::string_view label = node.attribute("xreflabel"); !is_blank(label))
      return cut(label);
    const XmlNode* name = docbook_title(node);
    if (name == nullptr) name = node.child("question");
    return name == nullptr ? std::string() : text_of(*name);
  }

  static std::string text_of(const XmlNode& node) {
    std::string text;
    for (const XmlNode& child : node.children) {
      if (child.name != "label") text += child.name.empty() ? child.text : child.all_text();
    }
    return cut(text);
  }

  static std::string cut(std::string_view text) {
    text = trimmed(text);
    if (text.size() <= longest_name) return std::string(text);
    std::size_t end = longest_name;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
  }

  std::unordered_map<std::string, std::string> names_{};
};

}  // namespace

const XmlNode* docbook_title(const XmlNode& node) {
  for (const XmlNode& child : node.children) {
    if (child.name == "title") return &child;
    if (!child.name.ends_with("info")) continue;
    if (const XmlNode* title = child.child("title")) return title;
  }
  return nullptr;
}

void write_out_references(XmlNode& root) {
  References references;
  references.learn(root);
  references.write_out(root);
}

}  // namespace answers
