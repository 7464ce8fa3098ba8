#include "corpus/data/anki_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/data/table_rows.h"
#include "corpus/deliver.h"
#include "corpus/input/input.h"
#include "corpus/listener.h"
#include "corpus/markup/html_text.h"
#include "corpus/markup/prompt_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::array<std::string_view, 9> header_names = {
    "separator",       "html",        "tags",       "columns", "notetype", "deck",
    "notetype column", "deck column", "guid column"};

/// What stands before the colon of "#name:value"; empty for other lines.
std::string header_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (!line.starts_with('#') || colon == std::string_view::npos) return {};
  const std::string name = lower_ascii(line.substr(1, colon - 1));
  const bool known =
      name == "tags column" || std::ranges::find(header_names, name) != header_names.end();
  return known ? name : std::string();
}

struct Header {
  char separator = '\0';
  bool html = false;
  std::string deck{};
  std::vector<std::string> tags{};
  std::size_t tags_column = 0;  // columns count from 1; 0: none
  std::size_t deck_column = 0;
  std::size_t guid_column = 0;
  std::size_t notetype_column = 0;
};

char separator_named(std::string_view value) {
  const std::string name = lower_ascii(trimmed(value));
  if (name == "comma") return ',';
  if (name == "semicolon") return ';';
  if (name == "pipe") return '|';
  if (name == "colon") return ':';
  if (name == "space") return ' ';
  return value.size() == 1 ? value[0] : '\t';
}

std::size_t column_named(std::string_view value) {
  std::size_t column = 0;
  value = trimmed(value);
  std::from_chars(value.data(), value.data() + value.size(), column);
  return column;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!(text = trimmed(text)).empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

void take_header_line(std::string_view line, Header& header) {
  const std::string name = header_name(line);
  const std::string_view value = line.substr(line.find(':') + 1);
  if (name == "separator") header.separator = separator_named(value);
  if (name == "html") header.html = lower_ascii(trimmed(value)) == "true";
  if (name == "deck") header.deck = std::string(trimmed(value));
  if (name == "tags") header.tags = words_of(value);
  if (name == "tags column") header.tags_column = column_named(value);
  if (name == "deck column") header.deck_column = column_named(value);
  if (name == "guid column") header.guid_column = column_named(value);
  if (name == "notetype column") header.notetype_column = column_named(value);
}

/// "a::b" as a path.
std::vector<std::string> deck_path(std::string_view deck) {
  std::vector<std::string> path;
  while (!deck.empty()) {
    const std::size_t end = std::min(deck.find("::"), deck.size());
    if (end > 0) path.emplace_back(deck.substr(0, end));
    deck.remove_prefix(std::min(deck.size(), end + 2));
  }
  return path;
}

struct Cloze {
  std::string question{};
  std::string answer{};
};

/// "A {{c1::word::hint}} here." asks "A […] here." Empty when there is no cloze in it.
Cloze cloze_of(std::string_view text) {
  Cloze cloze;
  bool found = false;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = std::min(text.find("{{c", at), text.size());
    cloze.question += text.substr(at, open - at);
    cloze.answer += text.substr(at, open - at);
    const std::size_t begin = text.find("::", open);
    const std::size_t end = text.find("}}", open);
    if (open == text.size() || begin == std::string_view::npos || end == std::string_view::npos ||
        begin > end) {
      cloze.question += text.substr(open);
      cloze.answer += text.substr(open);
      break;
    }
    const std::string_view inner = text.substr(begin + 2, end - begin - 2);
    const std::size_t hint = inner.find("::");
    cloze.question += "[";
    cloze.question += hint == std::string_view::npos ? "…" : inner.substr(hint + 2);
    cloze.question += "]";
    cloze.answer += inner.substr(0, hint);
    at = end + 2;
    found = true;
  }
  return found ? cloze : Cloze{};
}

/// Where "<hr id=answer>" begins and ends in a cell.
std::pair<std::size_t, std::size_t> find_answer_rule(std::string_view cell) {
  for (const std::string_view rule : {"<hr id=answer>", "<hr id=\"answer\">", "<hr id='answer'>"}) {
    const std::size_t at = cell.find(rule);
    if (at != std::string_view::npos) return {at, at + rule.size()};
  }
  return {std::string_view::npos, std::string_view::npos};
}

}  // namespace

int recognises_anki(std::string_view, std::string_view head) {
  return header_name(head.substr(0, head.find('\n'))).empty() ? 0 : 97;
}

void read_anki(Input& input) {
  Header header;
  std::string_view rest = input.head();
  std::size_t lines = 0;
  for (;; ++lines) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    if (header_name(line).empty()) break;
    take_header_line(line, header);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  for (std::size_t i = 0; i < lines; ++i) input.next_line();
  if (header.separator == '\0') header.separator = sniff_separator(rest);
  if (header.separator == '\0') header.separator = '\t';

  const auto text_of_cell = [&header](std::string_view cell) {
    return header.html ? html_to_markdown(cell) : std::string(trimmed(cell));
  };
  TableRows rows(input, header.separator);
  while (rows.next()) {
    const auto& cells = rows.cells();
    Record record;
    record.place = rows.place();
    record.section = deck_path(header.deck);
    record.tags = header.tags;
    std::vector<std::string_view> fields;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::size_t column = i + 1;
      if (column == header.tags_column) {
        for (auto& tag : words_of(cells[i])) record.tags.push_back(std::move(tag));
      } else if (column == header.deck_column) {
        record.section = deck_path(cells[i]);
      } else if (column == header.guid_column) {
        record.id = trimmed(cells[i]);
      } else if (column != header.notetype_column) {
        fields.emplace_back(cells[i]);
      }
    }
    if (fields.empty()) continue;
    if (const auto [begin, end] = find_answer_rule(fields.back());
        begin != std::string_view::npos) {
      // The back repeats the front above the rule.
      const std::string_view whole = fields.back();
      if (fields.size() == 1) fields.insert(fields.begin(), whole.substr(0, begin));
      fields.back() = whole.substr(end);
    }
    const std::string front = text_of_cell(fields[0]);
    std::string back;
    for (std::size_t i = 1; i < fields.size(); ++i) {
      const std::string text = text_of_cell(fields[i]);
      if (text.empty()) continue;
      if (!back.empty()) back += "\n\n";
      back += text;
    }
    if (const Cloze cloze = cloze_of(front); !cloze.question.empty()) {
      set_prompt(cloze.question, record);
      if (!back.empty()) back.insert(0, "\n\n");
      back.insert(0, cloze.answer);
    } else {
      set_prompt(front, record);
    }
    record.answer = answer_text(std::move(back), record.question);
    deliver(std::move(record), input.listener());
  }
}

}  // namespace answers
