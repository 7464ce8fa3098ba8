#include "searcher/live/live_search.h"

#include "searcher/ranking/facets.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t most_hits = 50;
constexpr std::size_t most_values = 8;      // of a field one can filter by
constexpr std::size_t least_list_rows = 3;  // however low the screen is
constexpr std::string_view prompt = "> ";

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t before(const std::string& text, std::size_t at) {
  if (at == 0) return 0;
  --at;
  while (at > 0 && continues_character(text[at])) --at;
  return at;
}

std::size_t behind(const std::string& text, std::size_t at) {
  if (at >= text.size()) return text.size();
  ++at;
  while (at < text.size() && continues_character(text[at])) ++at;
  return at;
}

/// Printed lines as styled ones: what write() made of them is read back.
std::vector<StyledText> styled_lines(const std::string& printed) {
  std::vector<StyledText> lines(1);
  std::uint8_t style = plain;
  for (std::size_t at = 0; at < printed.size();) {
    const std::size_t end = std::min(printed.find_first_of("\n\x1b", at), printed.size());
    lines.back().append(std::string_view(printed).substr(at, end - at), style);
    at = end + 1;
    if (end == printed.size()) break;
    if (printed[end] == '\n') {
      lines.emplace_back();
      continue;
    }
    const std::size_t stop = std::min(printed.find('m', at), printed.size());
    style = plain;
    int number = 0;
    for (std::size_t i = at + 1; i <= stop; ++i) {  // behind the bracket
      const char c = i < stop ? printed[i] : ';';
      if (c != ';') {
        number = number * 10 + (c - '0');
        continue;
      }
      constexpr std::pair<int, Style> codes[] = {{1, bold},       {2, dim},  {3, italic},
                                                 {4, underlined}, {31, red}, {35, magenta}};
      for (const auto& [code, of_code] : codes) {
        if (code == number) style |= of_code;
      }
      number = 0;
    }
    at = stop + 1;
  }
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

Terminal screen_of(std::size_t columns) {
  return {.is_terminal = true, .columns = columns, .color = true};
}

/// The rows of a list of `count` that are seen when row `chosen` is.
std::size_t first_row(std::size_t chosen, std::size_t count, std::size_t rows) {
  if (count <= rows || chosen < rows / 2) return 0;
  return std::min(chosen - rows / 2, count - rows);
}

}  // namespace

LiveSearch::LiveSearch(Searcher& searcher, std::function<std::string(const std::string&)> ask,
                       bool reads, std::string query)
    : searcher_(searcher),
      ask_(std::move(ask)),
      reads_(reads),
      query_(std::move(query)),
      cursor_(query_.size()) {}

void LiveSearch::search() {
  if (!std::exchange(is_stale_, false)) return;
  chosen_ = 0;
  results_ = {};
  if (query_.find_first_not_of(' ') == std::string::npos) return;
  SearchOptions options;
  options.limit = most_hits;
  options.fold_answers = true;
  const auto begin = std::chrono::steady_clock::now();
  results_ = searcher_.search(ask_(query_), options);
  results_.query.text = query_;
  milliseconds_ =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

const Hit* LiveSearch::chosen() {
  search();
  return chosen_ < results_.hits.size() ? &results_.hits[chosen_] : nullptr;
}

void LiveSearch::move(std::ptrdiff_t by, std::size_t count, std::size_t& chosen) const {
  const auto wanted = static_cast<std::ptrdiff_t>(chosen) + by;
  const auto last = static_cast<std::ptrdiff_t>(count) - 1;
  chosen = static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(wanted, 0, std::max<std::ptrdiff_t>(last, 0)));
}

bool LiveSearch::edit(const Key& key) {
  switch (key.kind) {
    case Key::Kind::text:
      query_.insert(cursor_, key.text);
      cursor_ += key.text.size();
      break;
    case Key::Kind::backspace: {
      const std::size_t begin = before(query_, cursor_);
      query_.erase(begin, cursor_ - begin);
      cursor_ = begin;
      break;
    }
    case Key::Kind::delete_word: {
      std::size_t begin = cursor_;
      while (begin > 0 && query_[begin - 1] == ' ') --begin;
      while (begin > 0 && query_[begin - 1] != ' ') --begin;
      query_.erase(begin, cursor_ - begin);
      cursor_ = begin;
      break;
    }
    case Key::Kind::clear:
      query_.erase(0, cursor_);
      cursor_ = 0;
      break;
    case Key::Kind::left:
      cursor_ = before(query_, cursor_);
      return true;
    case Key::Kind::right:
      cursor_ = behind(query_, cursor_);
      return true;
    case Key::Kind::home:
      cursor_ = 0;
      return true;
    case Key::Kind::end:
      cursor_ = query_.size();
      return true;
    default:
      return false;
  }
  is_stale_ = true;
  return true;
}

LiveSearch::Wish LiveSearch::press(const Key& key) {
  message_.clear();
  if (key.kind == Key::Kind::interrupt) return Wish::interrupt;
  if (mode_ == Mode::record) return press_in_record(key);
  if (mode_ == Mode::filters) return press_in_filters(key);
  return press_in_hits(key);
}

LiveSearch::Wish LiveSearch::press_in_hits(const Key& key) {
  if (edit(key)) return Wish::none;
  const auto page = static_cast<std::ptrdiff_t>(page_);
  switch (key.kind) {
    case Key::Kind::enter:
      if (chosen() == nullptr) return Wish::none;
      if (!reads_) return Wish::accept;
      mode_ = Mode::record;
      first_line_ = 0;
      return Wish::none;
    case Key::Kind::open:
      return chosen() == nullptr ? Wish::none : Wish::open;
    case Key::Kind::tab:
      list_filters();
      return Wish::none;
    case Key::Kind::escape:
      return Wish::leave;
    case Key::Kind::end_of_input:
      return query_.empty() ? Wish::leave : Wish::none;
    case Key::Kind::up:
      move(-1, results_.hits.size(), chosen_);
      return Wish::none;
    case Key::Kind::down:
      move(1, results_.hits.size(), chosen_);
      return Wish::none;
    case Key::Kind::page_up:
      move(-page, results_.hits.size(), chosen_);
      return Wish::none;
    case Key::Kind::page_down:
      move(page, results_.hits.size(), chosen_);
      return Wish::none;
    default:
      return Wish::none;
  }
}

LiveSearch::Wish LiveSearch::press_in_record(const Key& key) {
  const auto scroll = [&](std::ptrdiff_t by) {  // view() knows where the end is
    const auto line = static_cast<std::ptrdiff_t>(first_line_) + by;
    first_line_ = static_cast<std::size_t>(std::max<std::ptrdiff_t>(line, 0));
  };
  const auto page = static_cast<std::ptrdiff_t>(page_);
  switch (key.kind) {
    case Key::Kind::up:
      scroll(-1);
      break;
    case Key::Kind::down:
      scroll(1);
      break;
    case Key::Kind::page_up:
      scroll(-page);
      break;
    case Key::Kind::page_down:
      scroll(page);
      break;
    case Key::Kind::home:
      first_line_ = 0;
      break;
    case Key::Kind::end:
      first_line_ = std::string::npos / 2;
      break;
    case Key::Kind::open:
      return Wish::open;
    case Key::Kind::text:
      if (key.text == " ") scroll(page);
      if (key.text == "q") mode_ = Mode::hits;
      break;
    case Key::Kind::enter:
    case Key::Kind::escape:
    case Key::Kind::left:
    case Key::Kind::backspace:
    case Key::Kind::end_of_input:
      mode_ = Mode::hits;
      break;
    default:
      break;
  }
  return Wish::none;
}

void LiveSearch::list_filters() {
  SearchOptions options;
  options.limit = 0;
  for (const auto field : facet_fields()) options.facets.emplace_back(field);
  filters_.clear();
  chosen_filter_ = 0;
  for (const Facet& facet : searcher_.search(ask_(query_), options).facets) {
    std::size_t shown = 0;
    for (const auto& [value, records] : facet.values) {
      if (++shown > most_values) break;
      std::string quoted = value;
      std::erase(quoted, '"');
      const bool is_word = quoted.find_first_of(" \t") == std::string::npos;
      filters_.push_back(
          {is_word ? facet.field + ':' + quoted : fmt::format("{}:\"{}\"", facet.field, quoted),
           records});
    }
  }
  if (!filters_.empty()) mode_ = Mode::filters;
}

LiveSearch::Wish LiveSearch::press_in_filters(const Key& key) {
  const auto page = static_cast<std::ptrdiff_t>(page_);
  switch (key.kind) {
    case Key::Kind::up:
      move(-1, filters_.size(), chosen_filter_);
      break;
    case Key::Kind::down:
      move(1, filters_.size(), chosen_filter_);
      break;
    case Key::Kind::page_up:
      move(-page, filters_.size(), chosen_filter_);
      break;
    case Key::Kind::page_down:
      move(page, filters_.size(), chosen_filter_);
      break;
    case Key::Kind::enter:
      if (!query_.empty() && query_.back() != ' ') query_ += ' ';
      query_ += filters_[chosen_filter_].filter;
      cursor_ = query_.size();
      is_stale_ = true;
      mode_ = Mode::hits;
      break;
    case Key::Kind::tab:
    case Key::Kind::escape:
    case Key::Kind::end_of_input:
      mode_ = Mode::hits;
      break;
    default:
      if (edit(key)) mode_ = Mode::hits;
      break;
  }
  return Wish::none;
}

StyledText LiveSearch::query_line(std::size_t columns, LiveView& view) const {
  // Of a long query the end before the cursor is seen.
  std::size_t from = 0;
  const std::size_t room = columns > prompt.size() + 1 ? columns - prompt.size() - 1 : 1;
  while (from < cursor_ &&
         display_width(printable_line(query_.substr(from, cursor_ - from))) > room)
    from = behind(query_, from);
  view.cursor_row = 0;
  view.cursor_column =
      prompt.size() + display_width(printable_line(query_.substr(from, cursor_ - from)));
  return cut(StyledText().append(prompt, bold).append(printable_line(query_.substr(from))),
             columns);
}

LiveView LiveSearch::view(std::size_t rows, std::size_t columns) {
  search();
  rows = std::max<std::size_t>(rows, 2);
  columns = std::max<std::size_t>(columns, 8);
  LiveView view =
      mode_ == Mode::record ? view_of_record(rows, columns) : view_of_hits(rows, columns);
  view.lines.resize(std::min(view.lines.size(), rows));
  return view;
}

LiveView LiveSearch::view_of_hits(std::size_t rows, std::size_t columns) {
  LiveView view;
  view.lines.push_back(query_line(columns, view));
  const bool filters = mode_ == Mode::filters;
  const std::size_t count = filters ? filters_.size() : results_.hits.size();
  std::string status;
  if (filters) {
    status = "Enter takes a filter · Esc goes back";
  } else if (query_.empty()) {
    status = "Type to search · Tab lists filters · Esc leaves";
  } else if (count == 0) {
    status = results_.query.suggestions.empty()
                 ? "nothing found"
                 : "nothing found; did you mean  " + results_.query.suggestions.front().query;
  } else {
    status =
        fmt::format("{}{} found in {:.1f} ms · Enter {} · Tab filters · Ctrl-O opens · Esc leaves",
                    results_.total_is_exact ? "" : "≥ ", std::max(results_.total, count),
                    milliseconds_, reads_ ? "reads" : "takes it");
    if (!results_.query.corrected.empty())
      status = "for " + results_.query.corrected + ": " + status;
  }
  if (!message_.empty()) status = message_;
  view.lines.push_back(cut(StyledText().append(printable_line(status), dim), columns));

  // A third of the screen for the list, the rest for what is chosen in it.
  const std::size_t left = rows - view.lines.size();
  const std::size_t list_rows =
      filters ? left : std::min({count, left, std::max(least_list_rows, left / 3)});
  page_ = std::max<std::size_t>(list_rows, 1);
  const std::size_t chosen = filters ? chosen_filter_ : chosen_;
  const std::size_t first = first_row(chosen, count, list_rows);
  std::vector<StyledText> list;
  if (filters) {
    for (const FilterChoice& one : filters_)
      list.push_back(
          StyledText().append(fmt::format("{:>7}  {}", one.records, printable_line(one.filter))));
  } else if (count > 0) {
    std::ostringstream out;
    print_results(results_, {.terminal = screen_of(columns), .is_short = true}, out);
    list = styled_lines(out.str());
  }
  for (std::size_t i = first; i < std::min(list.size(), first + list_rows); ++i) {
    if (i == chosen) view.selected = view.lines.size();
    view.lines.push_back(cut(list[i], columns));
  }
  if (filters || chosen_ >= results_.hits.size() || view.lines.size() + 2 > rows) return view;

  std::string rule;
  for (std::size_t i = 0; i < columns; ++i) rule += "─";
  view.lines.push_back(StyledText().append(rule, dim));
  Results one;
  one.hits.push_back(results_.hits[chosen_]);
  std::ostringstream out;
  print_results(one, {.terminal = screen_of(columns)}, out);
  for (StyledText& line : styled_lines(out.str())) view.lines.push_back(cut(line, columns));
  return view;
}

LiveView LiveSearch::view_of_record(std::size_t rows, std::size_t columns) {
  LiveView view;
  const Hit* const hit = chosen();
  if (hit == nullptr) return view;
  std::ostringstream out;
  const std::vector<Record> records{hit->record};
  print_question(records, screen_of(columns), out);
  std::vector<StyledText> lines = styled_lines(out.str());
  page_ = rows - 1;
  first_line_ = std::min(first_line_, lines.size() - std::min(lines.size(), page_));
  for (std::size_t i = first_line_; i < std::min(lines.size(), first_line_ + page_); ++i)
    view.lines.push_back(cut(lines[i], columns));
  view.lines.resize(page_);
  std::string status = "Esc goes back · Ctrl-O opens it";
  if (lines.size() > page_)
    status = fmt::format("{}–{} of {} · Space, ↑, ↓ scroll · {}", first_line_ + 1,
                         std::min(lines.size(), first_line_ + page_), lines.size(), status);
  view.lines.push_back(cut(StyledText().append(status, dim), columns));
  view.cursor_row = page_;
  view.cursor_column = std::min(view.lines.back().width(), columns - 1);
  return view;
}

}  // namespace answers
