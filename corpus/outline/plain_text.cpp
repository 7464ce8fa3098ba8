#include "corpus/outline/plain_text.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/indent.h"
#include "corpus/outline/about.h"
#include "corpus/wording/furniture.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t shortest_row = 3;
/// A row of mixed signs ("=-=-=-") is longer, so that "..." and ":-)" are none.
constexpr std::size_t shortest_mixed_row = 8;

bool is_separator(std::string_view line) {
  if (line.size() < shortest_row) return false;
  bool uniform = true;
  for (const char sign : line) {
    if (is_lower(sign) || is_upper(sign) || is_digit(sign) || (sign & 0x80) != 0) return false;
    uniform &= sign == line.front();
  }
  if (std::string_view(".?!>|`'\"").find(line.front()) != std::string_view::npos) return false;
  return uniform || line.size() >= shortest_mixed_row;
}

/// Headers and footers of printed pages stand beside form feeds and repeat but for their numbers.
void blank_page_furniture(PlainText& text, const std::vector<std::size_t>& form_feeds) {
  std::unordered_map<std::string, std::size_t> times;
  std::vector<std::pair<std::size_t, std::string>> beside;
  const auto look = [&](std::size_t line) {
    if (line >= text.count() || text.kinds[line] != LineKind::text) return;
    std::string words(text.at(line).substr(0, 200));
    std::erase_if(words, is_digit);
    ++times[words];
    beside.emplace_back(line, std::move(words));
  };
  for (const std::size_t feed : form_feeds) {
    std::size_t above = feed;
    while (above > 0 && feed - above < 4 && !text.is_text(above)) --above;
    if (above != feed) look(above);
    if (text.is_text(feed)) look(feed);
    look(text.next_text(feed + 1));
  }
  for (const auto& [line, words] : beside) {
    if (times[words] >= 2) text.kinds[line] = LineKind::blank;
  }
}

/// How much of the beginning may hold a title.
constexpr std::size_t lines_of_head = 60;
constexpr std::size_t longest_title = 80;  // columns
constexpr std::size_t most_words_of_title = 10;

bool is_title_like(std::string_view line) {
  if (line.size() > longest_title || line.empty() || is_separator(line)) return false;
  if (line.find("://") != std::string_view::npos || line.find("www.") != std::string_view::npos)
    return false;
  // Code and paths.
  if (line.find_first_of("{}$\\`") != std::string_view::npos ||
      (line.find('=') != std::string_view::npos && !line.starts_with('=')) ||
      std::string_view("/%>").find(line.front()) != std::string_view::npos)
    return false;
  const char last = line.back();
  return last != ',' && last != ';' && (last != '.' || line.ends_with("..."));
}

void find_title(PlainText& text) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.count() && seen < lines_of_head; ++i) {
    if (!text.is_text(i)) continue;
    ++seen;
    const std::string_view line = text.at(i);
    if (text.date.empty()) text.date = date_line(line);
    const std::size_t colon = line.find(": ");
    const bool field = colon != std::string_view::npos && line.find(' ') > colon;
    if (!text.title.empty() || !is_title_like(line) || !announces_faq(line)) continue;
    if (field || count_words(line) > most_words_of_title) continue;
    text.title = line;
  }
}

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

/// "10 March 2003", "March 10, 2003", "2003/03/10" as "2003-03-10"; what may be read in two ways
/// ("6/7/1997") stays as it is.
std::string iso_date(std::string_view written) {
  std::vector<std::string> parts;
  for (const char sign : written) {
    const bool part = is_digit(sign) || is_lower(sign) || is_upper(sign);
    if (!part) {
      parts.emplace_back();
    } else {
      if (parts.empty()) parts.emplace_back();
      parts.back() += sign;
    }
  }
  std::erase(parts, std::string());
  if (parts.size() < 3) return std::string(written);
  std::string year;
  std::string month;
  std::string day;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string& part = parts[i];
    const bool number = std::ranges::all_of(part, is_digit);
    if (number && part.size() == 4) {
      year = part;
    } else if (!number) {
      const auto* const found =
          std::ranges::find(months, lower_ascii(std::string_view(part).substr(0, 3)));
      if (found != months.end()) month = std::to_string(found - months.begin() + 1);
    } else if (i == 1 && !year.empty() && month.empty()) {
      month = part;
    } else if (part.size() <= 2) {
      day = part;
    }
  }
  if (year.empty() || month.empty() || day.empty() || month.size() > 2) return std::string(written);
  const auto two = [](const std::string& digits) {
    return digits.size() == 1 ? '0' + digits : digits;
  };
  return year + '-' + two(month) + '-' + two(day);
}

/// Words before the number of a part of a text.
constexpr std::array<std::string_view, 20> chapter_words = {
    "chapter", "section",  "part",    "appendix",  "kapitel",  "abschnitt", "teil",
    "anhang",  "chapitre", "partie",  "annexe",    "capítulo", "capitulo",  "sección",
    "parte",   "capitolo", "sezione", "hoofdstuk", "глава",    "раздел"};

bool begins_as_chapter(std::string_view line) {
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos || blank > 20) return false;
  const std::string word = folded_words(line.substr(0, blank));
  return std::ranges::find(chapter_words, word) != chapter_words.end();
}

bool is_in_capitals(std::string_view line) {
  const auto capitals = std::ranges::count_if(line, is_upper);
  return capitals >= 3 && std::ranges::none_of(line, is_lower);
}

constexpr std::array<std::string_view, 5> category_words = {
    "category:", "topic:", "section:", "chapter:", "subject area:"};

/// What stands behind "Category:" and the like; empty for any other line.
std::string_view category_of(std::string_view line) {
  for (const std::string_view word : category_words) {
    if (starts_with_ignoring_case(line, word)) return trimmed(line.substr(word.size()));
  }
  return {};
}

/// A title without the signs around it: "*** Printing ***", "\" + Merging\"", "[ Misc ]", "3. Use".
std::string bare_title(std::string_view line) {
  const auto is_dress = [](char sign) {
    return std::string_view("*=-_~#+\"'<>[]|: ").find(sign) != std::string_view::npos;
  };
  while (!line.empty() && is_dress(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_dress(line.back())) line.remove_suffix(1);
  const std::size_t number = std::min(line.find_first_not_of("0123456789"), line.size());
  if (number > 0 && number < 4 && number + 1 < line.size() &&
      (line[number] == '.' || line[number] == ')' || line[number] == ' '))
    line = trimmed(line.substr(number + 1));
  // A quotation that lost one of its marks was quoted as a whole.
  std::string title(line);
  if (std::ranges::count(title, '"') % 2 == 1) title += '"';
  return title;
}

/// "/Advanced_Topics_/Merging/" as its parts.
std::vector<std::string> path_of_category(std::string_view category) {
  std::vector<std::string> path;
  if (category.find('/') == std::string_view::npos) return {std::string(category)};
  category = category.substr(0, category.find(','));
  while (!category.empty()) {
    const std::size_t end = std::min(category.find('/'), category.size());
    std::string part(category.substr(0, end));
    std::ranges::replace(part, '_', ' ');
    part = trimmed(part);
    if (!part.empty()) path.push_back(std::move(part));
    category.remove_prefix(std::min(category.size(), end + 1));
  }
  return path;
}

}  // namespace

std::string_view PlainText::at(std::size_t line) const { return trimmed(lines->line(line)); }

std::size_t PlainText::next_text(std::size_t line) const {
  while (line < count() && kinds[line] != LineKind::text) ++line;
  return std::min(line, count());
}

std::string PlainText::joined(std::string_view begin, std::size_t first, std::size_t last) const {
  std::string whole(trimmed(begin));
  for (std::size_t i = first; i < last; ++i) {
    const std::string_view line = at(i);
    if (line.empty()) continue;
    const bool divided = whole.size() > 1 && whole.back() == '-' &&
                         is_lower(whole[whole.size() - 2]) && is_lower(line.front());
    // Chinese and Japanese have no blanks to begin with.
    const bool dense = whole.size() > 2 &&
                       static_cast<unsigned char>(whole[whole.size() - 3]) >= 0xE3 &&
                       static_cast<unsigned char>(line.front()) >= 0xE3;
    if (divided)
      whole.pop_back();
    else if (!whole.empty() && !dense)
      whole += ' ';
    whole += line;
  }
  // Text set in columns has many blanks between words.
  if (whole.find("  ") == std::string::npos && whole.find('\t') == std::string::npos) return whole;
  std::string single;
  for (const char sign : whole) {
    const bool blank = sign == ' ' || sign == '\t';
    if (!blank)
      single += sign;
    else if (!single.ends_with(' '))
      single += ' ';
  }
  return single;
}

std::string PlainText::as_written(std::size_t first, std::size_t last) const {
  std::string text;
  if (first >= last) return text;
  text.reserve(lines->begins[last] - lines->begins[first] + 1);
  for (std::size_t i = first; i < last; ++i) {
    if (kinds[i] != LineKind::blank) text += lines->line(i);
    text += '\n';
  }
  return text;
}

PlainText look_at_text(const TextLines& lines) {
  PlainText text;
  text.lines = &lines;
  text.kinds.resize(lines.count());
  text.indents.resize(lines.count());
  std::vector<std::size_t> form_feeds;
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const std::string_view whole = lines.line(i);
    const std::string_view line = trimmed(whole);
    text.indents[i] = static_cast<std::uint32_t>(indent_of(whole));
    text.kinds[i] = line.empty()         ? LineKind::blank
                    : is_separator(line) ? LineKind::row
                                         : LineKind::text;
    if (whole.find('\f') != std::string_view::npos) form_feeds.push_back(i);
  }
  blank_page_furniture(text, form_feeds);
  text.ends.resize(text.count());
  for (std::size_t i = text.count(), end = text.count(); i-- > 0;) {
    if (text.kinds[i] != LineKind::text) end = i;
    text.ends[i] = end;
  }
  find_title(text);
  text.about = about_of_file(lines.path, text.title, {});
  return text;
}

Outline outline_of(const PlainText& text, std::string form) {
  Outline outline;
  outline.lines = text.lines;
  outline.form = std::move(form);
  outline.title = text.title;
  if (!text.title.empty()) outline.topics = {text.title};
  outline.text_of = [&text](std::size_t first, std::size_t last) {
    return text.as_written(first, last);
  };
  outline.lines_stand_alone = true;
  return outline;
}

std::string date_line(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || (line.front() | 0x20) != 'l') return {};
  for (const std::string_view name :
       {"last modified", "last-modified", "last updated", "last update", "last-updated",
        "last changed", "last revised"}) {
    if (!starts_with_ignoring_case(line, name)) continue;
    std::string_view value = trimmed(line.substr(name.size()));
    if (value.starts_with("on ")) value = trimmed(value.substr(3));
    if (value.starts_with(':')) value = trimmed(value.substr(1));
    while (value.starts_with('_') || value.starts_with('*')) value.remove_prefix(1);
    while (value.ends_with('_') || value.ends_with('*') || value.ends_with('.'))
      value.remove_suffix(1);
    const bool dated = value.size() < 40 && std::ranges::any_of(value, is_digit);
    return dated ? iso_date(value) : std::string();
  }
  return {};
}

TitleBlock titles_above(const PlainText& text, std::size_t entry, std::size_t floor,
                        std::size_t answer_indent) {
  TitleBlock block{entry, {}};
  std::string inner;  // the title nearest to the entry
  for (int round = 0; round < 3; ++round) {
    std::size_t line = block.line;
    std::size_t rows_below = 0;
    std::size_t blanks_below = 0;
    while (line > floor && !text.is_text(line - 1)) {
      --line;
      if (text.kinds[line] == LineKind::row)
        ++rows_below;
      else
        ++blanks_below;
    }
    if (line <= floor) break;
    const std::size_t title = line - 1;
    if (title > floor && text.is_text(title - 1)) break;  // a paragraph of several lines
    std::size_t above = title;
    std::size_t rows_above = 0;
    std::size_t blanks_above = 0;
    while (above > floor && !text.is_text(above - 1) && blanks_above < 4) {
      --above;
      if (text.kinds[above] == LineKind::row)
        ++rows_above;
      else
        ++blanks_above;
    }
    const std::string_view written = text.at(title);
    if (!date_line(written).empty()) break;
    if (const std::string_view category = category_of(written); !category.empty()) {
      std::vector<std::string> path = path_of_category(category);
      if (!path.empty() && !inner.empty()) path.back() = inner;
      block.line = title;
      block.path = std::move(path);
      if (block.path.empty()) block.path = {""};
      return block;
    }
    // "-Anna", "--Anna" signs what stands above it.
    const std::size_t dashes = written.find_first_not_of('-');
    if (dashes > 0 && dashes != std::string_view::npos && is_letter(written[dashes])) break;
    const std::string bare = bare_title(written);
    if (!is_title_like(written) || bare.empty() || count_words(bare) > most_words_of_title ||
        is_lower(written.front()))
      break;
    const bool dressed =
        std::string_view("*=#+[<").find(written.front()) != std::string_view::npos &&
        written.size() > 2 && !is_lower(written.back());
    const bool underlined = text.kinds[title + 1] == LineKind::row;
    const bool below_row = rows_above > 0 && rows_below == 0 && blanks_above + blanks_below < 4;
    const bool told = underlined || below_row || begins_as_chapter(written) ||
                      is_in_capitals(written) || text.indents[title] < answer_indent ||
                      blanks_above >= 2 || (dressed && round == 0) || written.starts_with('"');
    if (!told) break;
    // What stands above all entries is of the whole text.
    if (furniture_of(bare) == Furniture::contents || written == text.title ||
        (floor == 0 && round > 0))
      break;
    if (inner.empty()) {
      inner = bare;
      block.path = {bare};
    } else {
      block.path.insert(block.path.begin(), bare);
    }
    block.line = title;
    // The row over a title goes with it.
    if (title > floor && text.kinds[title - 1] == LineKind::row) --block.line;
  }
  return block;
}

}  // namespace answers
