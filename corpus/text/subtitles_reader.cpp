#include "corpus/text/subtitles_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/fields/chat.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/text/plain_text_reader.h"
#include "corpus/wording/labels.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::string_view arrow = "-->";

/// "00:01:02.500", "01:02,500": seconds. nullopt for anything else.
std::optional<std::int64_t> seconds_of(std::string_view time) {
  std::int64_t seconds = 0;
  int parts = 0;
  while (!time.empty()) {
    int number = 0;
    const auto [end, error] = std::from_chars(time.data(), time.data() + time.size(), number);
    if (error != std::errc() || number < 0) return std::nullopt;
    time.remove_prefix(static_cast<std::size_t>(end - time.data()));
    if (time.starts_with('.') || time.starts_with(',')) {  // milliseconds behind it
      const bool digits = time.find_first_not_of("0123456789", 1) == std::string_view::npos;
      return parts > 0 && digits ? std::optional(seconds * 60 + number) : std::nullopt;
    }
    if (++parts > 2 || !time.starts_with(':')) return std::nullopt;
    seconds = seconds * 60 + number;
    time.remove_prefix(1);
  }
  return std::nullopt;
}

/// When a cue begins whose times stand in this line; nullopt for any other line.
std::optional<std::int64_t> begin_of_cue(std::string_view line) {
  const std::size_t at = line.find(arrow);
  if (at == std::string_view::npos || at > 40) return std::nullopt;
  const std::string_view behind = trimmed(line.substr(at + arrow.size()));
  if (!seconds_of(behind.substr(0, behind.find_first_of(" \t")))) return std::nullopt;
  return seconds_of(trimmed(line.substr(0, at)));
}

/// Without tags ("<i>", "<c.loud>", "<00:01.500>", "{\an8}"); the name in "<v Name>" is put into
/// `voice`. The references that WebVTT knows are what they stand for.
std::string text_of_line(std::string_view line, std::string& voice) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> references = {
      {{"&amp;", "&"},
       {"&lt;", "<"},
       {"&gt;", ">"},
       {"&nbsp;", " "},
       {"&lrm;", ""},
       {"&rlm;", ""},
       {"&quot;", "\""}}};
  std::string text;
  while (!line.empty()) {
    const char sign = line[0];
    const std::size_t close = sign == '<'               ? line.find('>')
                              : line.starts_with("{\\") ? line.find('}')
                                                        : std::string_view::npos;
    const bool tag = close != std::string_view::npos &&
                     (sign == '{' || is_letter_or_digit(line[1]) || line[1] == '/');
    if (tag) {
      const std::string_view name = line.substr(1, close - 1);
      if (const std::size_t blank = name.find(' ');
          (name.starts_with("v ") || name.starts_with("v.")) && blank != std::string_view::npos)
        voice = trimmed(name.substr(blank));
      line.remove_prefix(close + 1);
      continue;
    }
    bool found = false;
    for (const auto& [reference, meant] : references) {
      if (sign != '&' || found || !line.starts_with(reference)) continue;
      text.append(meant);
      line.remove_prefix(reference.size());
      found = true;
    }
    if (found) continue;
    text += sign;
    line.remove_prefix(1);
  }
  return std::string(trimmed(text));
}

/// What is said in a line of a cue. Lines count from 0.
struct Said {
  std::string voice{};  ///< who; empty: as before
  std::string text{};
  std::size_t line = 0;
  std::int64_t seconds = 0;
};

/// What is said in all cues. Blocks without times (notes, styles, the header) say nothing, and what
/// stands above the times of a cue is its name.
std::vector<Said> said_in(const TextLines& lines) {
  std::vector<Said> all;
  for (std::size_t line = 0; line < lines.count(); ++line) {
    const auto seconds = begin_of_cue(lines.line(line));
    if (!seconds) continue;
    for (; line + 1 < lines.count() && !is_blank(lines.line(line + 1)); ++line) {
      Said said;
      said.line = line + 1;
      said.seconds = *seconds;
      said.text = text_of_line(lines.line(line + 1), said.voice);
      if (said.text.starts_with(">>")) said.text = trimmed(said.text.substr(2));
      if (!said.text.empty()) all.push_back(std::move(said));
    }
  }
  return all;
}

/// The name before what is said, as meetings are written down: "Ann Lee: Good morning". Empty where
/// there is none.
std::string_view name_before(std::string_view text) {
  constexpr std::size_t longest = 40;  // bytes
  constexpr std::size_t most_words = 4;
  const std::size_t colon = text.substr(0, longest).find(": ");
  if (colon == std::string_view::npos || is_lower(text[0]) || is_digit(text[0])) return {};
  const std::string_view name = text.substr(0, colon);
  const bool plain = name.find_first_of("?!,;\"") == std::string_view::npos;
  return plain && count_words(name) <= most_words && !leading_label(text) ? name
                                                                          : std::string_view();
}

/// Names become voices, where most of what is said begins with one.
void take_names(std::vector<Said>& all) {
  std::size_t named = 0;
  for (const Said& said : all) named += name_before(said.text).empty() ? 0U : 1U;
  if (named < 2 || named * 2 < all.size()) return;
  for (Said& said : all) {
    const std::string_view name = name_before(said.text);
    if (name.empty()) continue;
    said.voice = name;
    said.text = std::string(trimmed(std::string_view(said.text).substr(name.size() + 1)));
  }
}

bool ends_sentence(std::string_view text) {
  return ends_in_question_mark(text) || text.ends_with('.') || text.ends_with('!') ||
         text.ends_with("…") || text.ends_with("。");
}

/// Whether a line begins something of its own, whatever stands above it: a label, a dash.
bool begins_anew(std::string_view text) {
  return leading_label(text).has_value() || text.starts_with("- ") || text.starts_with("– ");
}

/// Each sentence in one line, where it begins; what it goes on in becomes blank.
TextLines as_text(TextLines lines, const std::vector<Said>& all) {
  std::vector<std::string> texts(lines.count());
  std::size_t open = lines.count();
  for (const Said& said : all) {
    const bool goes_on =
        open < lines.count() && !ends_sentence(texts[open]) && !begins_anew(said.text);
    if (!goes_on) open = said.line;
    texts[open].append(texts[open].empty() ? "" : " ").append(said.text);
  }
  lines.text.clear();
  for (std::size_t line = 0; line < texts.size(); ++line) {
    lines.begins[line] = lines.text.size();
    lines.text.append(texts[line]).append("\n");
  }
  lines.begins.back() = lines.text.size();
  return lines;
}

void tell_chat(const TextLines& lines, const std::vector<Said>& all, Listener& listener) {
  Chat chat(listener, {});
  ChatMessage message;
  const auto flush = [&] {
    if (!message.text.empty()) chat.add(std::exchange(message, {}));
  };
  std::string speaker;
  for (const Said& said : all) {
    if (!said.voice.empty() && said.voice != speaker) {
      flush();
      speaker = said.voice;
    }
    if (message.text.empty()) {
      message.author = speaker;
      message.minute = said.seconds / 60;
      message.place = {lines.path, said.line + 1, said.line + 1, lines.bytes_in_file[said.line],
                       lines.bytes_in_file[said.line + 1]};
    }
    message.text.append(message.text.empty() ? "" : " ").append(said.text);
    message.place.end_line = said.line + 1;
    message.place.end_byte = lines.bytes_in_file[said.line + 1];
  }
  flush();
  chat.finish();
}

}  // namespace

int recognises_subtitles(std::string_view, std::string_view head) {
  std::string_view start = trimmed(head.substr(0, 4096));
  if (start.starts_with("WEBVTT") && (start.size() == 6 || is_blank(start.substr(6, 1)))) return 98;
  const std::size_t end = start.find('\n');  // SubRip: "1" above the times of the first cue
  if (end == std::string_view::npos || !is_digit(start[0]) ||
      trimmed(start.substr(0, end)).find_first_not_of("0123456789") != std::string_view::npos)
    return 0;
  start.remove_prefix(end + 1);
  return begin_of_cue(start.substr(0, start.find('\n'))) ? 98 : 0;
}

void read_subtitles(Input& input) {
  TextLines lines = read_text(input);
  if (lines.count() == 0) return;
  std::vector<Said> all = said_in(lines);
  const auto has_voice = [](const Said& said) { return !said.voice.empty(); };
  if (std::ranges::none_of(all, has_voice)) take_names(all);
  std::unordered_set<std::string> voices;
  for (const Said& said : all) {
    if (has_voice(said)) voices.insert(said.voice);
  }
  if (voices.size() > 1) return tell_chat(lines, all, input.listener());
  // Who speaks alone asks and answers as one tells a story; labels say what is a question.
  if (std::ranges::none_of(all, [](const Said& said) { return begins_anew(said.text); })) return;
  read_plain_lines(as_text(std::move(lines), all), input.listener());
}

}  // namespace answers
