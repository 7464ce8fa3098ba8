#include "corpus/values/xml_tree.h"

#include "corpus/characters/references.h"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <new>

namespace answers {
namespace {

constexpr std::size_t deepest = 200;

std::string without_prefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return std::string(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

/// Builds the tree; nothing may be thrown through expat, which is C.
class Builder {
 public:
  Builder() : parser_(XML_ParserCreate("UTF-8"), XML_ParserFree) {
    if (parser_ == nullptr) throw std::bad_alloc();
    XML_Parser parser = parser_.get();
    XML_SetUserData(parser, this);
    XML_UseForeignDTD(parser, XML_TRUE);  // or an entity that is not declared would end it
    XML_SetElementHandler(
        parser,
        [](void* self, const XML_Char* name, const XML_Char** attributes) {
          static_cast<Builder*>(self)->guarded(
              [&](Builder& builder) { builder.open(name, attributes); });
        },
        [](void* self, const XML_Char*) {
          static_cast<Builder*>(self)->guarded([](Builder& builder) { builder.close(); });
        });
    XML_SetCharacterDataHandler(parser, [](void* self, const XML_Char* text, int size) {
      static_cast<Builder*>(self)->guarded([&](Builder& builder) {
        builder.add_text({text, static_cast<std::size_t>(size)});
      });
    });
    XML_SetSkippedEntityHandler(parser, [](void* self, const XML_Char* name, int is_parameter) {
      if (is_parameter != 0) return;
      static_cast<Builder*>(self)->guarded([&](Builder& builder) {
        const std::string reference = "&" + std::string(name) + ";";
        const auto known = leading_reference(reference);
        builder.add_text(known ? std::string_view(known->text) : std::string_view(name));
      });
    });
    open_.push_back(&top_);
  }

  XmlTree parse(std::string_view text) {
    constexpr std::size_t piece = std::size_t{1} << 20;
    XmlTree tree;
    for (;;) {
      const std::string_view some = text.substr(0, piece);
      text.remove_prefix(some.size());
      const auto status = XML_Parse(parser_.get(), some.data(), static_cast<int>(some.size()),
                                    text.empty() ? XML_TRUE : XML_FALSE);
      if (failure_) std::rethrow_exception(failure_);
      if (status != XML_STATUS_OK) {
        tree.trouble = XML_ErrorString(XML_GetErrorCode(parser_.get()));
        tree.trouble_line = XML_GetCurrentLineNumber(parser_.get());
        break;
      }
      if (text.empty()) break;
    }
    if (!top_.children.empty()) tree.root = std::move(top_.children.front());
    return tree;
  }

 private:
  template <typename Do>
  void guarded(Do what) {
    if (failure_) return;
    try {
      what(*this);
    } catch (...) {
      failure_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  void open(const XML_Char* name, const XML_Char** attributes) {
    ++depth_;
    if (depth_ > deepest) return;
    XmlNode node;
    node.name = without_prefix(name);
    node.line = XML_GetCurrentLineNumber(parser_.get());
    for (; *attributes != nullptr; attributes += 2)
      node.attributes.emplace_back(without_prefix(attributes[0]), attributes[1]);
    XmlNode& parent = *open_.back();
    parent.children.push_back(std::move(node));
    open_.push_back(&parent.children.back());  // stays where it is until it is closed
  }

  void close() {
    if (depth_-- > deepest) return;
    open_.back()->end_line = XML_GetCurrentLineNumber(parser_.get());
    open_.pop_back();
  }

  void add_text(std::string_view text) {
    if (open_.size() < 2 || depth_ > deepest) return;
    auto& children = open_.back()->children;
    if (children.empty() || !children.back().name.empty()) {
      children.emplace_back();
      children.back().line = XML_GetCurrentLineNumber(parser_.get());
    }
    children.back().text += text;
  }

  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  XmlNode top_{};
  std::vector<XmlNode*> open_{};
  std::size_t depth_ = 0;
  std::exception_ptr failure_{};
};

void append_text(const XmlNode& node, std::string& text) {
  text += node.text;
  for (const XmlNode& child : node.children) append_text(child, text);
}

}  // namespace

std::string_view XmlNode::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return value;
  }
  return {};
}

const XmlNode* XmlNode::child(std::string_view wanted) const {
  const auto found = std::ranges::find(children, wanted, &XmlNode::name);
  return found == children.end() ? nullptr : &*found;
}

std::string XmlNode::all_text() const {
  std::string all;
  append_text(*this, all);
  return all;
}

XmlTree parse_xml(std::string_view text) { return Builder().parse(text); }

}  // namespace answers
