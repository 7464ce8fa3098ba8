#include "searcher/query/query_syntax.h"

#include "searcher/query/query.h"

#include <xapian.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace answers {
namespace {

constexpr std::string_view fields[] = {"question", "answer",     "tag",  "section",
                                       "source",   "difficulty", "lang", "path",
                                       "id",       "is",         "votes"};
constexpr std::size_t text_field_count = 2;
constexpr auto filters = std::span(fields).subspan<text_field_count>();

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool begins_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (text[at] == '#' && at + 1 < text.size()) ++at;
  const auto c = static_cast<unsigned char>(text[at]);
  return c >= 0x80 || std::isalnum(c) != 0 || c == '"' || c == '.' || c == '`';
}

/// "-f" of `-f slow`, "-9" of `kill -9`: what programs are told, and nobody leaves out.
bool is_flag(std::string_view text, std::size_t minus) {
  return minus + 1 < text.size() &&
         std::isalnum(static_cast<unsigned char>(text[minus + 1])) != 0 &&
         (minus + 2 == text.size() || is_blank(text[minus + 2]));
}

/// Whether all the letters of a query are capitals, so that AND in it says nothing. Letters of a
/// script that has none (機器 NOT 學習) are not.
bool is_shouted(std::string_view text) {
  return std::none_of(Xapian::Utf8Iterator(text.data(), text.size()), Xapian::Utf8Iterator(),
                      [](unsigned character) {
                        const auto category = Xapian::Unicode::get_category(character);
                        return category == Xapian::Unicode::LOWERCASE_LETTER ||
                               category == Xapian::Unicode::OTHER_LETTER;
                      });
}

bool is_operator(Chunk::Kind kind) {
  return kind == Chunk::Kind::conjunction || kind == Chunk::Kind::disjunction ||
         kind == Chunk::Kind::negation;
}

}  // namespace

std::span<const std::string_view> query_fields() { return fields; }

std::span<const std::string_view> text_fields() {
  return std::span(fields).first<text_field_count>();
}

CutQuery cut_query(std::string_view text, const Complain& complain) {
  CutQuery query;
  auto& chunks = query.chunks;
  std::size_t filters_read = 0;
  std::size_t phrases_read = 0;
  for (std::size_t at = 0; at < text.size() && chunks.size() < most_chunks;) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    Chunk chunk;
    const std::size_t start = at;
    const bool has_sign = text[at] == '+' || (text[at] == '-' && !is_flag(text, at));
    if (has_sign && begins_word(text, at + 1)) chunk.sign = text[at++];
    const std::size_t colon = text.find(':', at);
    if (colon != text.npos && colon > at && colon + 1 < text.size() && !is_blank(text[colon + 1])) {
      const std::string_view name = text.substr(at, colon - at);
      const bool is_filter = std::ranges::find(filters, name) != filters.end();
      const bool is_text = std::ranges::find(text_fields(), name) != text_fields().end();
      if (is_filter || is_text) {
        chunk.field = name;
        if (is_filter) chunk.kind = Chunk::Kind::filter;
        if (is_filter && ++filters_read > most_filters) {
          query.is_whole = false;
          break;
        }
        at = colon + 1;
      }
    }
    if (text[at] == '"') {
      const std::size_t close = text.find('"', at + 1);
      if (close != text.npos) {
        chunk.begin = at + 1;
        chunk.end = close;
        if (chunk.kind == Chunk::Kind::words) chunk.kind = Chunk::Kind::phrase;
        at = close + 1;
        if (chunk.kind == Chunk::Kind::phrase && ++phrases_read > most_filters) {
          query.is_whole = false;
          break;
        }
        if (close > chunk.begin) chunks.push_back(chunk);
        continue;
      }
      complain(at + 1, "a quotation mark is not closed");
    }
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end]) && (end == at || text[end] != '"')) ++end;
    chunk.begin = at;
    chunk.end = end;
    at = end;
    const std::string_view word = text.substr(start, end - start);
    if (word == "AND") {
      chunk.kind = Chunk::Kind::conjunction;
    } else if (word == "OR") {
      chunk.kind = Chunk::Kind::disjunction;
    } else if (word == "NOT") {
      chunk.kind = Chunk::Kind::negation;
    } else if (word == "NEAR" || word.starts_with("NEAR/")) {
      chunk.kind = Chunk::Kind::near;
      chunk.slop = 10;
      if (word.size() > 5) {
        const long slop = std::strtol(std::string(word.substr(5)).c_str(), nullptr, 10);
        if (slop > 0 && slop <= 1000) {
          chunk.slop = static_cast<std::size_t>(slop);
        } else {
          complain(start + 1, "NEAR/ wants a number from 1 to 1000");
          chunk.kind = Chunk::Kind::words;
        }
      }
    }
    chunks.push_back(chunk);
  }
  if (is_shouted(text)) {
    for (Chunk& chunk : chunks) {
      if (is_operator(chunk.kind)) chunk.kind = Chunk::Kind::words;
    }
  }
  query.is_whole = query.is_whole && chunks.size() < most_chunks;
  return query;
}

std::string without_caps_lock(std::string_view text) {
  constexpr std::size_t longest_short = 4;  // letters, of acronyms
  constexpr std::string_view signs = " ?!,.'\"-";
  std::string lowered(text);
  std::size_t letters = 0;
  bool has_word = false;
  for (char& c : lowered) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    const bool is_letter = is_capital || static_cast<unsigned char>(c) >= 0x80;
    if (!is_letter && signs.find(c) == std::string_view::npos) return std::string(text);
    letters = is_letter ? letters + 1 : 0;
    has_word = has_word || (is_capital && letters > longest_short);
    if (is_capital) c = static_cast<char>(c + ('a' - 'A'));
  }
  const bool is_near = text.find("NEAR") != std::string_view::npos;
  return has_word && !is_near ? lowered : std::string(text);
}

}  // namespace answers
