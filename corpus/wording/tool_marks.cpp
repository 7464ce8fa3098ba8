#include "corpus/wording/tool_marks.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/sixteen_bytes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace answers {
namespace {

// ChatGPT's: U+E200 begins a mark, U+E202 parts what is in it, U+E201 ends it; others of the block
// stand about them.
constexpr std::string_view mark_begins = "\uE200";
constexpr std::string_view mark_ends = "\uE201";
constexpr std::string_view mark_parts = "\uE202";
constexpr std::string_view private_block = "\xEE\x88";  // U+E200 … U+E23F

/// The end of "cite" + "turn0search3"… without its private signs, which some exports lose; `at`
/// where there is none.
std::size_t behind_bare_citation(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at);
  for (const std::string_view word : {"filecite", "cite", "navlist"}) {
    if (!rest.starts_with(word)) continue;
    std::size_t end = at + word.size();
    bool found = false;
    while (text.substr(end).starts_with("turn")) {
      std::size_t next = end + 4;
      const std::size_t turn = next;
      while (next < text.size() && is_digit(text[next])) ++next;
      const std::size_t kind = next;
      while (next < text.size() && is_lower(text[next])) ++next;
      const std::size_t number = next;
      while (next < text.size() && is_digit(text[next])) ++next;
      if (turn == kind || kind == number || number == next) break;
      found = true;
      end = next;
    }
    if (found) return end;
  }
  return at;
}

/// What a mark shows: of an entity its name, of a link its text, of a citation nothing.
/// entity["people","Anna Kell",0], url + U+E202 + "name" + U+E202 + address.
std::string shown_of(std::string_view mark) {
  if (mark.starts_with("entity")) {
    const std::size_t comma = mark.find(',');
    const std::size_t begin = mark.find('"', comma == std::string_view::npos ? 0 : comma);
    if (comma == std::string_view::npos || begin == std::string_view::npos) return {};
    const std::size_t end = mark.find('"', begin + 1);
    return std::string(
        mark.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1));
  }
  if (mark.starts_with("url") || mark.starts_with("link")) {
    const std::size_t begin = mark.find(mark_parts);
    if (begin == std::string_view::npos) return {};
    const std::string_view rest = mark.substr(begin + mark_parts.size());
    return std::string(rest.substr(0, rest.find(mark_parts)));
  }
  return {};
}

/// The end of "【4†source】", "【12:0†notes.pdf】", "【4†L1-L9】"; `at` where there is none.
std::size_t behind_dagger_citation(std::string_view text, std::size_t at) {
  constexpr std::string_view open = "【";
  constexpr std::string_view close = "】";
  constexpr std::string_view dagger = "†";
  constexpr std::size_t longest = 200;  // bytes
  const std::string_view rest = text.substr(at, longest);
  if (!rest.starts_with(open)) return at;
  std::size_t digits = open.size();
  while (digits < rest.size() && (is_digit(rest[digits]) || rest[digits] == ':')) ++digits;
  const std::size_t end = rest.find(close);
  if (digits == open.size() || !rest.substr(digits).starts_with(dagger) ||
      end == std::string_view::npos)
    return at;
  return at + end + close.size();
}

/// The end of ":contentReference[oaicite:3]{index=3}", "[oaicite:3]"; `at` where there is none.
std::size_t behind_oaicite(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at, 200);
  constexpr std::string_view reference = ":contentReference";
  if (rest.starts_with(reference)) rest.remove_prefix(reference.size());
  if (!rest.starts_with("[oaicite:")) return at;
  const std::size_t end = rest.find(']');
  if (end == std::string_view::npos) return at;
  rest.remove_prefix(end + 1);
  if (rest.starts_with("{index="))
    rest.remove_prefix(std::min(rest.find('}'), rest.size() - 1) + 1);
  return static_cast<std::size_t>(rest.data() - text.data());
}

/// Whether a comment of HTML is a note of a program to itself: "SR:!2024-03-01,3,250", "ID: 1700",
/// "anki-id: …", "wp:paragraph". `begun`: what stands behind its "<!--".
bool is_note_to_itself(std::string_view begun) {
  constexpr std::size_t longest = 64;  // bytes, of what is looked at
  begun = begun.substr(0, longest);
  begun = trimmed(begun.substr(0, begun.find("-->")));
  return std::ranges::any_of(std::array<std::string_view, 8>{"SR:", "ID:", "CARD:", "anki", "card-",
                                                             "wp:", "/wp:", "basic"},
                             [begun](std::string_view start) {
                               return starts_with_ignoring_case(begun, lower_ascii(start));
                             });
}

/// What a model thought, where it stands at the beginning: a fold of Open WebUI, a <think> element.
void drop_reasoning(std::string& text) {
  constexpr std::string_view blanks = " \t\n";
  std::string_view rest = text;
  for (bool dropped = false;; dropped = true) {
    const std::string_view here =
        rest.substr(std::min(rest.find_first_not_of(blanks), rest.size()));
    std::string_view close;
    if (starts_with_ignoring_case(here, "<think>")) close = "</think>";
    if (starts_with_ignoring_case(here, "<thinking>")) close = "</thinking>";
    if (starts_with_ignoring_case(here, "<reasoning>")) close = "</reasoning>";
    if (starts_with_ignoring_case(here, "<details")) {
      const std::string_view tag = here.substr(0, here.find('>'));
      if (tag.find("reasoning") != std::string_view::npos ||
          tag.find("code_interpreter") != std::string_view::npos ||
          tag.find("tool_calls") != std::string_view::npos)
        close = "</details>";
    }
    const std::size_t end = close.empty() ? std::string_view::npos : here.find(close);
    if (end == std::string_view::npos) {
      if (dropped) text.erase(0, text.size() - here.size());
      return;
    }
    rest = here.substr(end + close.size());
  }
}

/// Takes away text[begin, end), and the blank before it where nothing but a blank, a line end or a
/// mark of punctuation follows.
class Cutter {
 public:
  explicit Cutter(std::string& text) : text_(text) { out_.reserve(text.size()); }

  void keep(std::size_t until) {
    out_ += std::string_view(text_).substr(at_, until - at_);
    at_ = until;
  }
  void drop(std::size_t until, std::string_view instead = {}) {
    at_ = until;
    if (!instead.empty()) {
      out_ += instead;
      return;
    }
    const std::string_view rest = std::string_view(text_).substr(until);
    const bool closes =
        rest.empty() || std::string_view(" \n.,;:!?)").find(rest[0]) != std::string_view::npos;
    while (closes && out_.ends_with(' ')) out_.pop_back();
  }
  std::size_t at() const { return at_; }
  void finish() {
    keep(text_.size());
    text_ = std::move(out_);
  }

 private:
  std::string& text_;
  std::string out_{};
  std::size_t at_ = 0;
};

/// The marks within lines.
void drop_inline_marks(std::string& text) {
  constexpr std::size_t longest_mark = 4000;  // bytes; a link's address is in it
  bool comments_close = true;                 // until an end was looked for in vain
  Cutter cutter(text);
  const std::string_view all = text;
  for (std::size_t at = 0; at < all.size();) {
    const char byte = all[at];
    std::size_t end = at;
    std::string shown;
    if (byte == '\xEE' && all.substr(at).starts_with(private_block)) {
      end = at + 3;
      if (all.substr(at).starts_with(mark_begins)) {
        const std::string_view rest = all.substr(at, longest_mark);
        const std::size_t close = rest.find(mark_ends);
        if (close < std::min(rest.find('\n'), rest.size())) {
          shown = shown_of(rest.substr(3, close - 3));
          end = at + close + mark_ends.size();
        }
      }
    } else if (byte == '\xE3') {
      end = behind_dagger_citation(all, at);
    } else if (byte == 'c' || byte == 'f' || byte == 'n') {
      end = behind_bare_citation(all, at);
    } else if (byte == ':' || byte == '[') {
      end = behind_oaicite(all, at);
    } else if (byte == '<' && all.substr(at).starts_with("<!--")) {
      if (comments_close && is_note_to_itself(all.substr(at + 4))) {
        const std::size_t close = all.find("-->", at);
        comments_close = close != std::string_view::npos;
        if (comments_close) end = close + 3;
      }
    }
    if (end > at) {
      cutter.keep(at);
      cutter.drop(end, shown);
      at = end;
    } else {
      ++at;
    }
  }
  cutter.finish();
}

/// Lines that are a property of an outliner or attributes of a block, but in a fence.
void drop_properties(std::string& text) {
  std::string kept;
  kept.reserve(text.size());
  bool fence = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = std::string_view(text).substr(at, end - at);
    const std::string_view inner = trimmed(line);
    if (inner.starts_with("```") || inner.starts_with("~~~")) fence = !fence;
    if (fence || !(is_outliner_property(line) || is_attribute_list(line))) kept += line;
    at = end;
  }
  const std::size_t begin = std::min(kept.find_first_not_of('\n'), kept.size());
  text = kept.substr(begin, kept.find_last_not_of('\n') + 1 - begin);
}

}  // namespace

void drop_tool_marks(std::string& text) {
  // Most texts have no byte of any mark: they are looked through once.
  const auto may_begin_mark = [](const Sixteen& sign, const Sixteen& next) {
    return (sign == '<') | (sign == 0xEE) | ((sign == 0xE2) & (next == 0x80)) |
           ((sign == 'c') & (next == 'i')) | ((sign == '[') & (next == 'o')) |
           ((sign == ':') & (next == ':')) | ((sign == '{') & (next == ':'));
  };
  if (find_pair(text, 0, may_begin_mark) == text.size()) return;
  if (text.find('<') != std::string::npos) drop_reasoning(text);
  const bool inline_marks = text.find(private_block) != std::string::npos ||
                            text.find("†") != std::string::npos || holds(text, "citeturn") ||
                            text.find("[oaicite:") != std::string::npos ||
                            text.find("<!--") != std::string::npos;
  if (inline_marks) drop_inline_marks(text);
  const bool properties = text.find("::") != std::string::npos &&
                          (text.find(":: ") != std::string::npos || text.ends_with("::") ||
                           text.find("::\n") != std::string::npos);
  if (properties || text.find("{:") != std::string::npos) drop_properties(text);
}

bool is_attribute_list(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with("{:") || line.find('}') + 1 != line.size()) return false;
  const std::string_view inner = trimmed(line.substr(2, line.size() - 3));
  return inner == "toc" || inner.starts_with('.') || inner.starts_with('#') ||
         inner.find("=\"") != std::string_view::npos;
}

bool is_outliner_property(std::string_view line) {
  line = trimmed(line);
  const std::size_t colons = line.find("::");
  if (colons == 0 || colons == std::string_view::npos || colons > 40) return false;
  if (colons + 2 < line.size() && line[colons + 2] != ' ') return false;
  const std::string name = lower_ascii(line.substr(0, colons));
  if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") != std::string::npos)
    return false;
  static constexpr std::array<std::string_view, 19> names = {
      "id",        "collapsed", "created-at", "updated-at",
      "createdat", "updatedat", "heading",    "background-color",
      "alias",     "type",      "tags",       "title",
      "template",  "public",    "icon",       "exclude-from-graph-view",
      "deck",      "direction", "source"};
  if (name.starts_with("card-") || name.starts_with("logseq.") || name.starts_with("ls-") ||
      name.starts_with("hl-") || name.starts_with("query-") || name.starts_with("srs-"))
    return true;
  return std::ranges::find(names, name) != names.end();
}

}  // namespace answers
