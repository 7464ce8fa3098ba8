#include "corpus/markdown/link_definitions.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/code_spans.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace answers::markdown {
namespace {

constexpr std::size_t longest_label = 999;  // bytes; CommonMark has as many characters

struct Definition {
  std::string_view label{};   ///< "label", "^1"
  std::string_view target{};  ///< "https://… "title"", the text of a footnote
};

bool is_footnote(std::string_view label) { return label.size() > 1 && label.starts_with('^'); }

/// Whether `target` is an address with at most a title behind it: "[Note]: this matters" is none.
bool is_target(std::string_view target) {
  const bool angled = target.starts_with('<');
  const std::size_t end = angled ? target.find('>') : target.find_first_of(" \t");
  if (angled && end == std::string_view::npos) return false;
  const std::size_t behind = end == std::string_view::npos ? target.size() : end + (angled ? 1 : 0);
  const std::string_view title = trimmed(target.substr(behind));
  return behind > 0 &&
         (title.empty() || std::string_view("\"'(").find(title.front()) != std::string_view::npos);
}

/// What `line` defines: "[label]: https://…", "[^1]: a footnote".
std::optional<Definition> definition(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with('[')) return std::nullopt;
  const std::size_t end = line.substr(0, longest_label).find("]:");
  if (end == std::string_view::npos || end < 2) return std::nullopt;
  const Definition found{line.substr(1, end - 1), trimmed(line.substr(end + 2))};
  const bool footnote = is_footnote(found.label);
  if (found.target.empty() || !(footnote || is_target(found.target))) return std::nullopt;
  return found;
}

std::string key_of(std::string_view label) { return lower_ascii(trimmed(label)); }

/// The label of the link that the bracket at `at` of `line` opens; empty where it opens none.
std::string_view label_at(std::string_view line, std::size_t at) {
  constexpr std::size_t deepest = 8;
  std::size_t open = 0;
  std::size_t end = at;
  const std::size_t stop = std::min(line.size(), at + longest_label);
  for (; end < stop; ++end) {
    if (line[end] == '[' && ++open > deepest) return {};
    if (line[end] == ']' && --open == 0) break;
  }
  if (end >= stop) return {};
  const std::string_view text = line.substr(at + 1, end - at - 1);
  const std::string_view behind = line.substr(end + 1);
  if (behind.starts_with('(')) return {};
  if (!behind.starts_with('[')) return text;
  const std::size_t close = behind.find(']');
  if (close == std::string_view::npos) return {};
  return close == 1 ? text : behind.substr(1, close - 1);
}

/// What a text, told of line by line, refers to and defines.
struct Links {
  std::vector<std::string_view> labels{};  ///< that it refers to, outside of code
  std::vector<Definition> definitions{};
  std::size_t foot = 0;  ///< behind the last line that is blank or defines nothing, and no code

  void take(std::string_view text, std::size_t begin, std::size_t end, bool code) {
    const std::string_view line = text.substr(begin, end - begin);
    if (code) {
      goes_on_ = false;
      foot = end;
      return;
    }
    if (const auto found = definition(line)) {
      definitions.push_back(*found);
      goes_on_ = is_footnote(found->label);
      return;
    }
    UnclosedRuns unclosed{};
    for (std::size_t at = line.find_first_of("[`"); at < line.size();) {
      const bool quotes = line[at] == '`';
      const std::string_view label = quotes ? std::string_view() : label_at(line, at);
      if (!label.empty()) labels.push_back(label);
      at = line.find_first_of("[`", quotes ? behind_code(line, at, unclosed) : at + 1);
    }
    const bool blank = trimmed(line).empty();
    goes_on_ = goes_on_ && !blank;
    if (goes_on_) {
      std::string_view& note = definitions.back().target;
      note = text.substr(static_cast<std::size_t>(note.data() - text.data()));
      note = note.substr(0, static_cast<std::size_t>(line.data() + line.size() - note.data()));
    } else if (!blank) {
      foot = end;
    }
  }

 private:
  bool goes_on_ = false;  ///< the footnote above
};

bool is_fence(std::string_view line) {
  line = trimmed(line);
  return line.starts_with("```") || line.starts_with("~~~");
}

Links links_of(std::string_view text) {
  Links links;
  bool fenced = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool fence = is_fence(text.substr(begin, end - begin));
    links.take(text, begin, end, fenced || fence);
    fenced = fenced != fence;
    begin = end + 1;
  }
  return links;
}

}  // namespace

LinkDefinitions::LinkDefinitions(const Document& document) {
  if (document.is_page()) return;  // its text has them where they are referred to
  bool any = false;
  for (std::size_t line = document.body_line(); line < document.count() && !any; ++line)
    any = !document.is_code(line) && definition(document.whole(line)).has_value();
  if (!any) return;
  Links links;
  for (std::size_t line = document.body_line(); line < document.count(); ++line) {
    const std::size_t begin = document.byte(line);
    links.take(document.text().text, begin, begin + document.whole(line).size(),
               document.is_code(line));
  }
  for (const Definition& found : links.definitions)
    targets_.emplace(key_of(found.label), found.target);
  for (const std::string_view label : links.labels) {
    if (std::string key = key_of(label); targets_.contains(key)) used_.insert(std::move(key));
  }
}

void LinkDefinitions::settle(std::string& text) const {
  if (used_.empty() || text.empty()) return;
  const Links links = links_of(text);
  std::unordered_map<std::string, std::string_view> own;
  for (const Definition& found : links.definitions) own.emplace(key_of(found.label), found.target);
  std::string foot;
  std::unordered_set<std::string> told;
  const auto tell = [&](std::string_view label, std::string_view target) {
    foot.append(foot.empty() ? "\n\n[" : "\n[").append(label).append("]: ").append(target);
  };
  for (const std::string_view label : links.labels) {
    const std::string key = key_of(label);
    if (!used_.contains(key) || !told.insert(key).second) continue;
    const auto here = own.find(key);
    if (here == own.end()) {
      tell(label, targets_.at(key));
    } else if (here->second.data() >= text.data() + links.foot) {
      tell(label, here->second);
    }
  }
  for (const Definition& found : links.definitions) {  // that nothing refers to: for readers
    const bool in_foot = found.target.data() >= text.data() + links.foot;
    if (in_foot && !used_.contains(key_of(found.label))) tell(found.label, found.target);
  }
  text.resize(links.foot);
  text += foot;
}

}  // namespace answers::markdown
