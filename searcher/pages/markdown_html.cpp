#include "searcher/pages/markdown_html.h"

#include "corpus/characters/encoding.h"
#include "searcher/display/styled_text.h"
#include "searcher/pages/formula_mathml.h"
#include "searcher/pages/html_text.h"

#include <fmt/format.h>
#include <md4c.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t deepest_nesting = 60;  // what lies deeper is shown flat

/// "&#x41;", "&amp;": its character where it is a number, else itself, which is text as well.
std::string entity_html(std::string_view entity) {
  std::string_view digits = entity;
  if (!digits.starts_with("&#")) return std::string(entity);
  digits.remove_prefix(2);
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  unsigned long code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  std::string text;
  append_utf8(text, code == 0 || code > 0x10FFFF ? 0xFFFD : static_cast<char32_t>(code));
  return html_text(text);
}

/// The name of a tag: "/div class=a" -> "div".
std::string name_of_tag(std::string_view inside) {
  if (inside.starts_with('/')) inside.remove_prefix(1);
  const auto end = std::ranges::find_if(inside, [](char c) {
    return (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9');
  });
  std::string name(inside.begin(), end);
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return name;
}

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// These mean the same without their attributes …
constexpr std::string_view kept_tags[] = {"sub", "sup",    "kbd",  "b", "i",
                                          "em",  "strong", "code", "u", "s"};
/// … and these, for what a record says, nothing.
constexpr std::string_view dropped_tags[] = {
    "p",     "div",   "span",  "details", "summary", "center", "font", "a",    "img",    "small",
    "table", "thead", "tbody", "tr",      "td",      "th",     "ul",   "ol",   "li",     "dl",
    "dt",    "dd",    "h1",    "h2",      "h3",      "h4",     "h5",   "h6",   "hr",     "pre",
    "big",   "tt",    "nobr",  "section", "article", "figure", "mark", "abbr", "picture"};
constexpr std::string_view tags_that_end_a_line[] = {"br", "p",  "div", "li", "tr", "summary", "h1",
                                                     "h2", "h3", "h4",  "dt", "dd", "hr"};

class Renderer {
 public:
  /// What is parsed is `source`, what is shown stands in `written`, of the same length.
  Renderer(std::string_view source, std::string_view written, int heading,
           std::span<const Range> marks)
      : source_(source), written_(written), heading_(heading), marks_(marks) {}

  void enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_DOC:
        break;
      case MD_BLOCK_QUOTE:
        open("blockquote");
        break;
      case MD_BLOCK_UL:
        open("ul");
        break;
      case MD_BLOCK_OL: {
        const unsigned start = static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start;
        open("ol", start == 1 ? "" : fmt::format(" start='{}'", start));
        break;
      }
      case MD_BLOCK_LI: {
        const auto* item = static_cast<const MD_BLOCK_LI_DETAIL*>(detail);
        open("li");
        if (item->is_task != 0) html_ += item->task_mark == ' ' ? "☐ " : "☑ ";
        break;
      }
      case MD_BLOCK_HR:
        html_ += "<hr>";
        break;
      case MD_BLOCK_H: {
        const int level = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
        if (highest_ == 0) highest_ = level;
        open(level <= highest_ ? fmt::format("h{}", heading_) : fmt::format("h{}", heading_ + 1));
        break;
      }
      case MD_BLOCK_CODE:
        open("pre", " tabindex='0' dir='ltr'");
        html_ += "<code>";
        break;
      case MD_BLOCK_HTML:
        open("div");
        break;
      case MD_BLOCK_P:
        open("p", " dir='auto'");
        break;
      case MD_BLOCK_TABLE:
        open("div", " class='table' tabindex='0'");
        open("table");
        break;
      case MD_BLOCK_THEAD:
        open("thead");
        break;
      case MD_BLOCK_TBODY:
        open("tbody");
        break;
      case MD_BLOCK_TR:
        open("tr");
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD: {
        const MD_ALIGN align = static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align;
        const char* const name = align == MD_ALIGN_RIGHT    ? " class='right'"
                                 : align == MD_ALIGN_CENTER ? " class='centre'"
                                                            : "";
        open(type == MD_BLOCK_TH ? "th" : "td", name);
        break;
      }
    }
  }

  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_DOC:
        while (!open_.empty()) close();
        break;
      case MD_BLOCK_HR:
        break;
      case MD_BLOCK_CODE:
        html_ += "</code>";
        close();
        break;
      case MD_BLOCK_TABLE:
        close_spans();
        close();
        close();
        break;
      case MD_BLOCK_TH:
        close_spans();
        name_empty_head();
        close();
        break;
      default:
        close_spans();
        close();
        break;
    }
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_EM:
        open_span("em");
        break;
      case MD_SPAN_STRONG:
        open_span("strong");
        break;
      case MD_SPAN_DEL:
        open_span("del");
        break;
      case MD_SPAN_U:
        open_span("u");
        break;
      case MD_SPAN_CODE:
        open_span("code", " dir='ltr'");
        break;
      case MD_SPAN_LATEXMATH:
      case MD_SPAN_LATEXMATH_DISPLAY:
        formula_.emplace();
        break;
      case MD_SPAN_A:
        open_link(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href, "");
        break;
      case MD_SPAN_IMG:
        open_link(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src, " class='image'");
        break;
      default:
        open_span("span");
        break;
    }
  }

  /// md4c 0.4.8 leaves spans that it never entered, where an address is broken UTF-8.
  void leave_span(MD_SPANTYPE type) {
    if (formula_) {
      add_formula(type == MD_SPAN_LATEXMATH_DISPLAY);
    } else if (!spans_.empty()) {
      close_span();
    }
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (formula_) {
      if (formula_->empty() && is_of_source(text))
        formula_begin_ = static_cast<std::size_t>(text.data() - source_.data());
      *formula_ += type == MD_TEXT_SOFTBR || type == MD_TEXT_BR ? "\n" : text;
      return;
    }
    switch (type) {
      case MD_TEXT_NULLCHAR:
        html_ += "\xEF\xBF\xBD";
        break;
      case MD_TEXT_BR:
        html_ += "<br>";
        break;
      case MD_TEXT_SOFTBR:
        html_ += '\n';
        break;
      case MD_TEXT_ENTITY:
        html_ += entity_html(text);
        break;
      case MD_TEXT_HTML:
        markup(text);
        break;
      default: {
        if (!is_of_source(text)) {
          html_ += html_text(text);
          break;
        }
        const auto begin = static_cast<std::size_t>(text.data() - source_.data());
        html_ += marked_text(written_.substr(begin, text.size()), marks_, begin);
        break;
      }
    }
  }

  std::string result() && {
    while (!open_.empty()) close();
    return std::move(html_);
  }

 private:
  bool is_of_source(std::string_view text) const {
    return text.data() >= source_.data() &&
           text.data() + text.size() <= source_.data() + source_.size();
  }

  /// A formula that cannot be set is shown as it was written.
  void add_formula(bool has_two_signs) {
    const std::string tex = *std::exchange(formula_, std::nullopt);
    const bool is_display =
        has_two_signs && formula_begin_ >= 2 && written_.substr(formula_begin_ - 2, 2) != "\\(";
    if (const auto html = formula_mathml(tex, is_display)) {
      html_ += *html;
    } else {
      html_ += "<code class='math' dir='ltr'>" + html_text(tex) + "</code>";
    }
  }

  void open(const std::string& name, const std::string& attributes = {}) {
    const bool is_flat = open_.size() >= deepest_nesting;
    open_.push_back(is_flat ? std::string() : name);
    if (!is_flat) html_ += '<' + name + attributes + '>';
  }
  void close() {
    close_spans();
    if (open_.empty()) return;
    if (!open_.back().empty()) html_ += "</" + open_.back() + '>';
    open_.pop_back();
  }
  void open_span(const std::string& name, const std::string& attributes = {}) {
    const bool is_flat = spans_.size() >= deepest_nesting;
    spans_.push_back(is_flat ? std::string() : name);
    if (!is_flat) html_ += '<' + name + attributes + '>';
  }
  void close_span() {
    if (!spans_.back().empty()) html_ += "</" + spans_.back() + '>';
    spans_.pop_back();
  }
  void close_spans() {
    while (!spans_.empty()) close_span();
  }

  /// A head without a text is read out as nothing at all: it is a cell.
  void name_empty_head() {
    const auto tag = html_.rfind('<');
    if (!html_.ends_with('>') || open_.empty() || html_.compare(tag, 3, "<th") != 0) return;
    html_[tag + 2] = 'd';
    open_.back() = "td";
  }

  void open_link(const MD_ATTRIBUTE& address, const char* attributes) {
    std::string uri;
    for (std::size_t i = 0;
         address.substr_offsets != nullptr && address.substr_offsets[i] < address.size; ++i) {
      const std::string_view part(address.text + address.substr_offsets[i],
                                  address.substr_offsets[i + 1] - address.substr_offsets[i]);
      uri += address.substr_types[i] == MD_TEXT_ENTITY && part == "&amp;" ? "&" : part;
    }
    uri = safe_uri(uri);
    const bool is_inside =
        std::ranges::find(spans_, "a") != spans_.end();  // an image that is a link: one of them
    if (uri.empty() || is_inside) return open_span("span", attributes);
    open_span("a", fmt::format(" href='{}' rel='noopener noreferrer nofollow'{}", html_text(uri),
                               attributes));
  }

  /// HTML as it was written. md4c gives it whole or in pieces; what is no tag is text.
  void markup(std::string_view text) {
    while (!text.empty()) {
      const auto less = text.find('<');
      html_ += html_text(text.substr(0, less));
      if (less == std::string_view::npos) return;
      text.remove_prefix(less);
      const auto greater = text.find('>');
      const std::string_view tag =
          text.substr(0, greater == std::string_view::npos ? greater : greater + 1);
      text.remove_prefix(tag.size());
      const bool is_comment = tag.starts_with("<!--") && tag.ends_with("-->");
      if (!is_comment &&
          (greater == std::string_view::npos || !one_tag(tag.substr(1, tag.size() - 2))))
        html_ += html_text(tag);
    }
  }

  /// Whether the tag is one that is understood.
  bool one_tag(std::string_view inside) {
    const bool is_end = inside.starts_with('/');
    const std::string name = name_of_tag(inside);
    const auto behind = inside.substr(std::min(inside.size(), name.size() + (is_end ? 1 : 0)));
    if (is_one_of(name, kept_tags) && behind.empty()) {
      if (!is_end) {
        open_span(name);
      } else if (!spans_.empty() && spans_.back() == name) {
        close_span();
      }
      return true;
    }
    if (name != "br" && !is_one_of(name, dropped_tags) && !is_one_of(name, kept_tags)) return false;
    const bool ends_line = name == "br" || (is_end && is_one_of(name, tags_that_end_a_line));
    if (ends_line) html_ += "<br>";
    return true;
  }

  std::string_view source_;
  std::string_view written_;
  int heading_;
  std::span<const Range> marks_;
  int highest_ = 0;                       ///< level of the first heading
  std::vector<std::string> open_;         ///< names of the elements; "" where one is shown flat
  std::vector<std::string> spans_;        ///< inside the last of them
  std::optional<std::string> formula_{};  ///< while one is read
  std::size_t formula_begin_ = 0;
  std::string html_;
};

/// `markdown` with $$ in the place of \( \) and \[ \], which md4c does not know, where both stand
/// in one paragraph. Of the same length.
std::string with_dollars(std::string_view markdown) {
  constexpr std::size_t longest_formula = 2000;
  std::string text(markdown);
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (text[at] != '\\') continue;
    const bool opens = text[at + 1] == '(' || text[at + 1] == '[';
    if (!opens) {
      ++at;
      continue;
    }
    const std::string_view rest = std::string_view(text).substr(at + 2, longest_formula);
    const auto close = rest.find(text[at + 1] == '(' ? "\\)" : "\\]");
    const std::string_view inside = rest.substr(0, close);
    if (close == std::string_view::npos || close == 0 ||
        inside.find("\n\n") != std::string_view::npos || inside.find('$') != std::string_view::npos)
      continue;
    for (const std::size_t sign : {at, at + 2 + close}) text[sign] = text[sign + 1] = '$';
    at += close + 3;
  }
  return text;
}

}  // namespace

std::string markdown_html(std::string_view markdown, int heading, std::span<const Range> marks) {
  const std::string written =
      std::string(markdown) + '\n';  // md4c 0.4.8 looks a byte behind an address
  const std::string ended = with_dollars(written);
  Renderer renderer(ended, written, heading, marks);
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    static_cast<Renderer*>(user)->enter(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    static_cast<Renderer*>(user)->leave(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    static_cast<Renderer*>(user)->enter_span(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    static_cast<Renderer*>(user)->leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    static_cast<Renderer*>(user)->text(type, {text, size});
    return 0;
  };
  md_parse(ended.data(), static_cast<MD_SIZE>(ended.size()), &parser, &renderer);
  return std::move(renderer).result();
}

}  // namespace answers
