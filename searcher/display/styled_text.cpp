#include "searcher/display/styled_text.h"

#include "corpus/characters/ascii.h"

#include <utf8proc.h>

#include <algorithm>
#include <ostream>

namespace answers {
namespace {

struct Character {
  std::size_t begin;
  std::size_t size;
  std::size_t width;
  bool blank;
};

Character character_at(const std::string& text, std::size_t at) {
  if (is_printable_ascii(text[at])) return {at, 1, 1, text[at] == ' '};
  utf8proc_int32_t code_point = 0;
  const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  if (used <= 0) return {at, 1, 1, false};
  return {at, static_cast<std::size_t>(used),
          static_cast<std::size_t>(utf8proc_charwidth(code_point)),
          code_point == ' ' || code_point == '\n' || code_point == '\t' || code_point == 0x3000};
}

/// Punctuation of East Asian text, which has no blanks, that belongs to what stands before it.
bool closes(std::string_view text, const Character& character) {
  static constexpr std::string_view marks[] = {"、", "。", "，", "．", "：", "；",
                                               "！", "？", "）", "」", "』", "】",
                                               "》", "〉", "〕", "］", "｝", "ー"};
  return character.width > 1 &&
         std::ranges::find(marks, text.substr(character.begin, character.size)) != std::end(marks);
}

void write_style(std::ostream& out, std::uint8_t style) {
  out << "\x1b[0";
  if ((style & bold) != 0) out << ";1";
  if ((style & dim) != 0) out << ";2";
  if ((style & italic) != 0) out << ";3";
  if ((style & underlined) != 0) out << ";4";
  if ((style & red) != 0) out << ";31";
  if ((style & magenta) != 0) out << ";35";
  out << 'm';
}

}  // namespace

StyledText& StyledText::append(std::string_view text, std::uint8_t style) {
  text_ += printable(text);
  styles_.resize(text_.size(), style);
  return *this;
}

StyledText& StyledText::append(const StyledText& other) { return append(other, 0, other.size()); }

StyledText& StyledText::append(const StyledText& other, std::size_t begin, std::size_t end) {
  const std::size_t shift = size();
  const auto behind = [](std::size_t byte, const Link& link) { return byte < link.end; };
  for (auto link = std::upper_bound(other.links_.begin(), other.links_.end(), begin, behind);
       link != other.links_.end() && link->begin < end; ++link) {
    const std::size_t from = std::max(link->begin, begin) - begin + shift;
    const std::size_t to = std::min(link->end, end) - begin + shift;
    if (!links_.empty() && links_.back().end == from && links_.back().uri == link->uri) {
      links_.back().end = to;
    } else {
      links_.push_back({from, to, link->uri});
    }
  }
  text_.append(other.text_, begin, end - begin);
  styles_.insert(styles_.end(), other.styles_.begin() + static_cast<std::ptrdiff_t>(begin),
                 other.styles_.begin() + static_cast<std::ptrdiff_t>(end));
  return *this;
}

StyledText& StyledText::add_link(std::size_t begin, std::size_t end, std::string_view uri) {
  end = std::min(end, size());
  if (begin < end && !uri.empty()) links_.push_back({begin, end, std::string(uri)});
  return *this;
}

std::string_view StyledText::link(std::size_t byte) const {
  const auto link = std::upper_bound(links_.begin(), links_.end(), byte,
                                     [](std::size_t at, const Link& one) { return at < one.end; });
  return link != links_.end() && link->begin <= byte ? std::string_view(link->uri) : "";
}

std::string safe_uri(std::string_view uri) {
  static constexpr std::string_view schemes[] = {"http:", "https:", "ftp:", "mailto:"};
  constexpr std::size_t longest = 2000;  // bytes; VTE follows none longer than 2,083
  if (uri.size() > longest) return {};
  if (std::ranges::none_of(schemes, [&](auto scheme) { return uri.starts_with(scheme); }))
    return {};
  return percent_encoded(uri, " \"<>\\^`{|}");
}

std::vector<StyledText> wrap(const StyledText& paragraph, std::size_t columns) {
  columns = std::max<std::size_t>(columns, 2);
  std::vector<StyledText> lines;
  StyledText line;
  std::size_t line_width = 0;
  const auto finish_line = [&] {
    lines.push_back(std::move(line));
    line = StyledText();
    line_width = 0;
  };

  const std::string& text = paragraph.text();
  std::size_t at = 0;
  bool after_blank = false;
  std::size_t blank_at = 0;
  while (at < text.size()) {
    Character next = character_at(text, at);
    if (next.blank) {
      after_blank = true;
      blank_at = at;
      at += next.size;
      continue;
    }
    // A word: up to the next blank, or one wide character alone.
    const std::size_t begin = at;
    std::size_t width = 0;
    do {
      width += next.width;
      at += next.size;
      if (next.width > 1 || at >= text.size()) break;
      next = character_at(text, at);
    } while (!next.blank && next.width < 2);
    // Combining marks stay with what they stand on, and no line begins with a full stop.
    while (at < text.size()) {
      next = character_at(text, at);
      if (next.blank || (next.width > 0 && !closes(text, next))) break;
      width += next.width;
      at += next.size;
    }
    const bool gap = after_blank && line_width > 0;
    after_blank = false;
    if (line_width > 0 && line_width + (gap ? 1 : 0) + width > columns) {
      finish_line();
    } else if (gap) {
      line.append(" ", paragraph.style(blank_at));
      ++line_width;
    }
    if (line_width + width <= columns) {
      line.append(paragraph, begin, at);
      line_width += width;
      continue;
    }
    for (std::size_t i = begin; i < at;) {  // longer than a line
      const Character character = character_at(text, i);
      if (line_width + character.width > columns) finish_line();
      line.append(paragraph, i, i + character.size);
      line_width += character.width;
      i += character.size;
    }
  }
  if (!line.empty()) finish_line();
  return lines;
}

StyledText cut(const StyledText& line, std::size_t columns) {
  if (line.width() <= columns) return line;
  std::size_t at = 0;
  std::size_t width = 0;
  while (at < line.size()) {
    const Character character = character_at(line.text(), at);
    if (width + character.width + 1 > columns) break;
    width += character.width;
    at += character.size;
  }
  StyledText shorter;
  shorter.append(line, 0, at).append("…", dim);
  return shorter;
}

void write(std::ostream& out, const StyledText& text, const Terminal& terminal) {
  if (!terminal.color && !terminal.links) {
    out << text.text();
    return;
  }
  std::uint8_t current = plain;
  std::string_view current_link;
  const auto follow = [&](std::string_view uri) {
    if (uri == current_link) return;
    out << "\x1b]8;;" << uri << "\x1b\\";
    current_link = uri;
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::string_view link = terminal.links ? text.link(begin) : "";
    const std::uint8_t style = terminal.color ? text.style(begin) : std::uint8_t{plain};
    std::size_t end = begin + 1;
    while (end < text.size() && text.style(end) == text.style(begin) &&
           (!terminal.links || text.link(end) == link)) {
      ++end;
    }
    follow(link);
    if (style != current) {
      current = style;
      write_style(out, current);
    }
    out << std::string_view(text.text()).substr(begin, end - begin);
    begin = end;
  }
  if (current != plain) out << "\x1b[0m";
  follow("");
}

}  // namespace answers
