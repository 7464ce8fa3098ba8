#include "corpus/markdown/details_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace answers::markdown {
namespace {

enum class Tag { details, details_end, summary, summary_end };

struct Token {
  Tag tag;
  std::size_t begin;
  std::size_t end;  ///< behind its '>'
};

/// The tags of folds outside of code, in order.
std::vector<Token> fold_tags(const Document& document, Range range) {
  const std::string_view text = document.text().text;
  const std::size_t end = document.byte(range.last);
  std::vector<Token> tokens;
  std::size_t line = range.first;
  for (std::size_t at = text.find('<', document.byte(range.first)); at < end;
       at = text.find('<', at + 1)) {
    std::string_view rest = text.substr(at + 1, 200);
    const bool closes = rest.starts_with('/');
    if (closes) rest.remove_prefix(1);
    if (rest.empty() || ((rest[0] | 0x20) != 'd' && (rest[0] | 0x20) != 's')) continue;
    const bool details = starts_with_ignoring_case(rest, "details");
    if (!details && !starts_with_ignoring_case(rest, "summary")) continue;
    const std::size_t close = rest.find('>');
    if (close == std::string_view::npos || close > 150 ||
        rest.substr(7, close - 7).find('<') != std::string_view::npos)
      continue;
    while (line + 1 < range.last && document.byte(line + 1) <= at) ++line;
    const Line& here = document[line];
    if (here.code == Code::yes) continue;
    // In a fence that somebody forgot to close, only what begins a line.
    if (here.code == Code::doubtful && here.content != at) continue;
    if (here.code == Code::no && text[at - (at > 0 ? 1 : 0)] == '`') continue;
    tokens.push_back({details ? (closes ? Tag::details_end : Tag::details)
                              : (closes ? Tag::summary_end : Tag::summary),
                      at, at + 1 + (closes ? 1 : 0) + close + 1});
  }
  return tokens;
}

struct Fold {
  std::size_t begin;
  std::size_t title_begin;
  std::size_t title_end;
  std::size_t body;               ///< behind </summary>
  std::size_t end = Found::open;  ///< where its </details> begins; open when it has none
  std::size_t parent;             ///< index; none for the outermost
};

constexpr std::size_t none = static_cast<std::size_t>(-1);

std::vector<Fold> folds_of(const Document& document, const std::vector<Token>& tokens) {
  const std::string_view text = document.text().text;
  std::vector<Fold> folds;
  std::vector<std::size_t> open;  // indices of folds; `none` for a <details> without summary
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.tag == Tag::details) {
      const bool summary_follows =
          i + 1 < tokens.size() && tokens[i + 1].tag == Tag::summary &&
          is_blank(text.substr(token.end, tokens[i + 1].begin - token.end));
      if (!summary_follows) open.push_back(none);
      continue;
    }
    if (token.tag == Tag::details_end) {
      if (open.empty()) continue;
      if (open.back() != none) folds[open.back()].end = token.begin;
      open.pop_back();
      continue;
    }
    if (token.tag != Tag::summary) continue;
    const bool has_details =
        i > 0 && tokens[i - 1].tag == Tag::details &&
        is_blank(text.substr(tokens[i - 1].end, token.begin - tokens[i - 1].end));
    Fold fold{};
    fold.begin = has_details ? tokens[i - 1].begin : token.begin;
    fold.title_begin = token.end;
    if (i + 1 < tokens.size() && tokens[i + 1].tag == Tag::summary_end) {
      fold.title_end = tokens[i + 1].begin;
      fold.body = tokens[i + 1].end;
      ++i;
    } else {  // not closed: the line is the title
      const std::size_t next = i + 1 < tokens.size() ? tokens[i + 1].begin : text.size();
      fold.title_end = std::min(text.substr(0, next).find('\n', token.end), next);
      fold.body = fold.title_end;
    }
    fold.parent = open.empty() ? none : open.back();
    fold.end = Found::open;
    open.push_back(folds.size());
    folds.push_back(fold);
  }
  return folds;
}

/// The first paragraph of a summary: what is behind it (a list, code) belongs to the question's
/// body.
std::size_t end_of_first_paragraph(std::string_view title) {
  const std::size_t begin = title.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return title.size();
  for (std::size_t line = title.find('\n', begin); line != std::string_view::npos;
       line = title.find('\n', line + 1)) {
    const std::string_view next = title.substr(line + 1);
    const std::size_t first = next.find_first_not_of(" \t");
    if (first == std::string_view::npos || next[first] == '\n') return line;
    if (next.substr(first).starts_with("```") || next.substr(first).starts_with("- ") ||
        next.substr(first).starts_with("* "))
      return line;
  }
  return title.size();
}

}  // namespace

void add_details(const Document& document, std::vector<Candidate>& candidates) {
  const Range range{document.body_line(), document.count()};
  const std::string_view text = document.text().text;
  std::vector<Fold> folds = folds_of(document, fold_tags(document, range));
  const auto title_of = [text](const Fold& fold) {
    return trimmed(text.substr(fold.title_begin, fold.title_end - fold.title_begin));
  };
  std::unordered_map<std::string, std::size_t> repeats;
  std::vector<std::string> plain;
  std::vector<const std::size_t*> times;  // that the words of a title stand on a fold
  plain.reserve(folds.size());
  times.reserve(folds.size());
  for (const Fold& fold : folds) {
    plain.push_back(plain_inline(title_of(fold)));
    std::size_t& count = repeats[folded_words(plain.back())];
    times.push_back(&count);
    ++count;
  }
  // A title that stands on many folds labels them: "See the class", "Show it". A real question may
  // be asked twice or three times in one long file.
  constexpr std::size_t often = 4;
  for (std::size_t i = 0; i < folds.size(); ++i) {
    const Fold& fold = folds[i];
    Found found;
    found.begin = fold.begin;
    const std::string_view title = text.substr(fold.title_begin, fold.title_end - fold.title_begin);
    const std::size_t paragraph = end_of_first_paragraph(title);
    found.title = title.substr(0, paragraph);
    found.body = title.substr(paragraph);
    found.rest = fold.body;
    found.end = fold.end;
    Block block = block_of(BlockKind::fold, found, how_asks(plain_inline(found.title)));
    const bool label = is_summary_label(plain[i]) || furniture_of(plain[i]) != Furniture::none;
    block.is_answer = label;
    block.look = label ? 1 : 0;
    block.repeats = *times[i] >= often && block.asking < Asking::clause;
    // What holds nothing beside folds has no text of its own.
    if (i + 1 < folds.size() && folds[i + 1].parent == i)
      block.has_text =
          !folded_words(plain_inline(text.substr(fold.body, folds[i + 1].begin - fold.body)))
               .empty();
    candidates.push_back({block, std::move(found)});
  }
}

}  // namespace answers::markdown
