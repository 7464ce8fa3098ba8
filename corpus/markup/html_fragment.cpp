#include "corpus/markup/html_fragment.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/encoding.h"
#include "corpus/characters/references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace answers {
namespace {

/// Far less than what the reader of trees takes for too deep.
constexpr std::size_t deepest = 64;

/// What a tag means to the tags around it.
enum class Role : unsigned char {
  formatting,  ///< may not stand in one of its own kind
  inline_,     ///< no rules
  block,       ///< may not stand in a paragraph, which it would end
  heading,     ///< a block that may not stand in another heading
  item,        ///< stands directly in a list
  void_,       ///< has no content
  rule,        ///< a block without content
};

struct Tag {
  std::string_view name;
  GumboTag tag;
  Role role;
};

constexpr Tag tags[] = {
    {"a", GUMBO_TAG_A, Role::formatting},
    {"b", GUMBO_TAG_B, Role::formatting},
    {"blockquote", GUMBO_TAG_BLOCKQUOTE, Role::block},
    {"br", GUMBO_TAG_BR, Role::void_},
    {"code", GUMBO_TAG_CODE, Role::formatting},
    {"del", GUMBO_TAG_DEL, Role::inline_},
    {"div", GUMBO_TAG_DIV, Role::block},
    {"em", GUMBO_TAG_EM, Role::formatting},
    {"h1", GUMBO_TAG_H1, Role::heading},
    {"h2", GUMBO_TAG_H2, Role::heading},
    {"h3", GUMBO_TAG_H3, Role::heading},
    {"h4", GUMBO_TAG_H4, Role::heading},
    {"h5", GUMBO_TAG_H5, Role::heading},
    {"h6", GUMBO_TAG_H6, Role::heading},
    {"hr", GUMBO_TAG_HR, Role::rule},
    {"i", GUMBO_TAG_I, Role::formatting},
    {"img", GUMBO_TAG_IMG, Role::void_},
    {"kbd", GUMBO_TAG_KBD, Role::inline_},
    {"li", GUMBO_TAG_LI, Role::item},
    {"ol", GUMBO_TAG_OL, Role::block},
    {"p", GUMBO_TAG_P, Role::block},
    {"pre", GUMBO_TAG_PRE, Role::block},
    {"s", GUMBO_TAG_S, Role::formatting},
    {"samp", GUMBO_TAG_SAMP, Role::inline_},
    {"span", GUMBO_TAG_SPAN, Role::inline_},
    {"strike", GUMBO_TAG_STRIKE, Role::formatting},
    {"strong", GUMBO_TAG_STRONG, Role::formatting},
    {"sub", GUMBO_TAG_SUB, Role::inline_},
    {"sup", GUMBO_TAG_SUP, Role::inline_},
    {"u", GUMBO_TAG_U, Role::formatting},
    {"ul", GUMBO_TAG_UL, Role::block},
};
static_assert(std::ranges::is_sorted(tags, {}, &Tag::name));

const Tag* tag_named(std::string_view name) {
  const auto* const found = std::ranges::lower_bound(tags, name, {}, &Tag::name);
  return found != std::end(tags) && found->name == name ? found : nullptr;
}

bool is_blank_byte(char byte) { return byte == ' ' || byte == '\n' || byte == '\t'; }

/// Characters that a parser of HTML replaces or that mean something to it beside tags and entities:
/// controls, and what is no character (U+FDD0, U+FFFE and their like).
bool holds_controls(std::string_view html) {
  bool found = false;
  unsigned char before = 0;
  for (const char byte : html) {
    const auto value = static_cast<unsigned char>(byte);
    found |= (value < ' ' && value != '\n' && value != '\t') || value == 0x7F;
    found |= before == 0xC2 && value < 0xA0;
    found |= (before == 0xEF && value == 0xB7) || (before == 0xBF && value >= 0xBE);
    before = value;
  }
  return found;
}

}  // namespace

class HtmlFragment::Parser {
 public:
  Parser(std::string_view html, HtmlFragment& fragment) : html_(html), fragment_(fragment) {}

  bool parse() {
    if (holds_controls(html_)) return false;
    // A tag makes a node, and the text behind it another.
    const auto signs = static_cast<std::size_t>(std::ranges::count(html_, '<'));
    fragment_.nodes_.reserve(2 * signs + 3);
    // At least so much that the text is not moved with the string.
    fragment_.decoded_.reserve(std::max<std::size_t>(html_.size(), 64));
    open(GUMBO_TAG_HTML, Role::inline_);
    open(GUMBO_TAG_BODY, Role::inline_);
    while (at_ < html_.size()) {
      const std::size_t tag = find_tag(at_);
      if (tag > at_ && !add_text(html_.substr(at_, tag - at_))) return false;
      at_ = tag;
      if (at_ < html_.size() && !take_tag()) return false;
    }
    return depth_ == 2;
  }

 private:
  struct Open {
    HtmlNode* node = nullptr;
    HtmlNode* last_child = nullptr;
    Role role = Role::inline_;
  };

  char byte(std::size_t at) const { return at < html_.size() ? html_[at] : '\0'; }

  /// The next '<' that begins a tag or a comment.
  std::size_t find_tag(std::size_t from) const {
    for (std::size_t at = html_.find('<', from); at != std::string_view::npos;
         at = html_.find('<', at + 1)) {
      const char next = byte(at + 1);
      if (is_letter(next) || next == '/' || next == '!' || next == '?') return at;
    }
    return html_.size();
  }

  HtmlNode& add(HtmlNode node) {
    HtmlNode& added = fragment_.nodes_.emplace_back(node);
    if (depth_ > 0) {
      Open& parent = open_[depth_ - 1];
      (parent.last_child == nullptr ? parent.node->first_child : parent.last_child->next) = &added;
      parent.last_child = &added;
    }
    return added;
  }

  HtmlNode& open(GumboTag tag, Role role) {
    HtmlNode& node = add({HtmlNode::Kind::element, tag, {}, nullptr, nullptr, 0, 0});
    open_[depth_++] = {&node, nullptr, role};
    return node;
  }

  bool add_text(std::string_view text) {
    const auto decoded = decode(text);
    if (!decoded) return false;
    add({HtmlNode::Kind::text, GUMBO_TAG_UNKNOWN, *decoded, nullptr, nullptr, 0, 0});
    return true;
  }

  /// `text` without its entities; nullopt when there is one that only a parser knows.
  std::optional<std::string_view> decode(std::string_view text) {
    std::size_t sign = text.find('&');
    if (sign == std::string_view::npos) return text;
    std::string& decoded = fragment_.decoded_;
    const std::size_t begin = decoded.size();
    for (; sign != std::string_view::npos; sign = text.find('&')) {
      decoded += text.substr(0, sign);
      text.remove_prefix(sign + 1);
      if (text.empty() || (!is_letter(text[0]) && !is_digit(text[0]) && text[0] != '#')) {
        decoded += '&';
        continue;
      }
      const std::size_t end = text.substr(0, 34).find(';');
      if (end == std::string_view::npos) return std::nullopt;
      const std::string_view name = text.substr(0, end);
      const std::string_view whole(text.data() - 1, end + 2);  // with '&' and ';'
      if (name[0] == '#') {
        if (!add_numbered(name.substr(1))) return std::nullopt;
      } else {
        const auto found = leading_reference(whole);
        if (!found || found->size != end + 2 || found->text.size() > end + 2) return std::nullopt;
        decoded += found->text;
      }
      text.remove_prefix(end + 1);
    }
    decoded += text;
    return std::string_view(decoded).substr(begin);
  }

  bool add_numbered(std::string_view digits) {
    int base = 10;
    if (digits.starts_with('x')) {
      base = 16;
      digits.remove_prefix(1);
    }
    std::uint32_t number = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
      return false;
    // Not what is a control, a surrogate or no character: a parser has its own mind about these.
    const bool plain = (number >= 0x20 && number < 0x7F) || (number >= 0xA0 && number < 0xD800) ||
                       (number >= 0xE000 && number < 0xFDD0) ||
                       (number >= 0x1F000 && number < 0x1FFF0);
    if (plain) append_utf8(fragment_.decoded_, number);
    return plain;
  }

  bool take_tag() {
    if (byte(at_ + 1) == '!') return take_comment();
    const bool closes = byte(at_ + 1) == '/';
    const std::size_t begin = at_ + (closes ? 2 : 1);
    std::size_t end = begin;
    while (is_lower(byte(end)) || is_digit(byte(end))) ++end;
    const Tag* tag = tag_named(html_.substr(begin, end - begin));
    if (tag == nullptr) return false;
    at_ = end;
    return closes ? close(*tag) : start(*tag);
  }

  bool take_comment() {
    if (!html_.substr(at_).starts_with("<!--")) return false;
    const std::size_t begin = at_ + 4;
    const std::size_t end = html_.find("--", begin);
    if (end == std::string_view::npos || byte(end + 2) != '>') return false;
    const std::string_view text = html_.substr(begin, end - begin);
    if (text.starts_with('>') || text.starts_with('-') || text.ends_with('-')) return false;
    add({HtmlNode::Kind::comment, GUMBO_TAG_UNKNOWN, text, nullptr, nullptr, 0, 0});
    at_ = end + 3;
    return true;
  }

  bool close(const Tag& tag) {
    if (byte(at_) != '>' || open_[depth_ - 1].node->tag != tag.tag) return false;
    ++at_;
    --depth_;
    return true;
  }

  bool start(const Tag& tag) {
    if (depth_ == deepest || !may_begin(tag)) return false;
    const std::size_t first = fragment_.attributes_.size();
    const bool is_void = tag.role == Role::void_ || tag.role == Role::rule;
    if (!take_attributes(is_void)) return false;
    HtmlNode& node = open(tag.tag, tag.role);
    node.first_attribute = first;
    node.attributes = fragment_.attributes_.size() - first;
    if (is_void) --depth_;
    if (tag.tag == GUMBO_TAG_PRE) {
      if (byte(at_) == '&') return false;  // may be a line end
      if (byte(at_) == '\n') ++at_;
    }
    return true;
  }

  /// Whether the tag ends nothing but itself where it stands.
  bool may_begin(const Tag& tag) const {
    const Open& parent = open_[depth_ - 1];
    const auto is_open = [this](GumboTag other) {
      for (std::size_t i = 2; i < depth_; ++i) {
        if (open_[i].node->tag == other) return true;
      }
      return false;
    };
    switch (tag.role) {
      case Role::inline_:
      case Role::void_:
        return true;
      case Role::formatting:
        return !is_open(tag.tag);
      case Role::item:
        return parent.node->tag == GUMBO_TAG_UL || parent.node->tag == GUMBO_TAG_OL;
      case Role::heading:
        if (parent.role == Role::heading) return false;
        [[fallthrough]];
      case Role::block:
      case Role::rule:
        return !is_open(GUMBO_TAG_P);
    }
    return false;
  }

  /// Attributes up to the '>' of a tag: name="value" alone.
  bool take_attributes(bool may_end_in_slash) {
    for (;;) {
      const std::size_t before = at_;
      while (is_blank_byte(byte(at_))) ++at_;
      if (byte(at_) == '/' && may_end_in_slash) ++at_;
      if (byte(at_) == '>') {
        ++at_;
        return true;
      }
      if (at_ == before || html_[at_ - 1] == '/') return false;
      const std::size_t begin = at_;
      while (is_lower(byte(at_)) || is_digit(byte(at_)) || byte(at_) == '-') ++at_;
      const std::string_view name = html_.substr(begin, at_ - begin);
      if (name.empty() || byte(at_) != '=') return false;
      const char quote = byte(at_ + 1);
      if (quote != '"' && quote != '\'') return false;
      const std::size_t end = html_.find(quote, at_ + 2);
      if (end == std::string_view::npos) return false;
      const auto value = decode(html_.substr(at_ + 2, end - at_ - 2));
      if (!value) return false;
      if (name == "href" || name == "src" || name == "alt" || name == "class" || name == "start" ||
          name == "value")
        fragment_.attributes_.push_back({name, *value});
      at_ = end + 1;
    }
  }

  std::string_view html_;
  HtmlFragment& fragment_;
  std::size_t at_ = 0;
  std::array<Open, deepest + 1> open_{};
  std::size_t depth_ = 0;
};

std::optional<HtmlFragment> HtmlFragment::parse(std::string_view html) {
  HtmlFragment fragment;
  if (!Parser(html, fragment).parse()) return std::nullopt;
  return fragment;
}

std::string_view HtmlFragment::attribute(const HtmlNode* node, std::string_view name) const {
  for (std::size_t i = 0; i < node->attributes; ++i) {
    const Attribute& each = attributes_[node->first_attribute + i];
    if (each.name == name) return each.value;
  }
  return {};
}

}  // namespace answers
