#include "corpus/fields/anki_notes.h"

#include "corpus/characters/characters.h"
#include "corpus/fields/field_names.h"
#include "corpus/markup/html_text.h"
#include "corpus/markup/prompt_text.h"

#include <algorithm>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t most_gaps = 500;       // in one text, open at a time
constexpr std::size_t longest_source = 200;  // or difficulty; a longer text is none

/// "[sound:x.mp3]" and the like: a name instead of the sound.
std::string without_media(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t sound = std::min(text.find("[sound:", at), text.size());
    result += text.substr(at, sound - at);
    if (sound == text.size()) break;
    const std::size_t end = text.find(']', sound);
    if (end == std::string_view::npos) break;
    result += "(" + std::string(text.substr(sound + 7, end - sound - 7)) + ")";
    at = end + 1;
  }
  return result;
}

/// With a blank for each that does not break.
std::string with_plain_blanks(std::string_view text) {
  constexpr std::string_view unbreakable = "\u00A0";
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t at = std::min(text.find(unbreakable), text.size());
    result += text.substr(0, at);
    if (at == text.size()) break;
    result += ' ';
    text.remove_prefix(at + unbreakable.size());
  }
  return result;
}

std::string text_of_field(std::string_view field, bool html) {
  field = trimmed(field);
  std::string text = html ? html_to_markdown(field) : std::string(field);
  // Anki's editor writes blanks in a row, and those of code, as ones that do not break.
  if (html) text = with_plain_blanks(text);
  return text.find("[sound:") == std::string::npos ? text : without_media(text);
}

/// Where "<hr id=answer>" begins and ends in a field.
std::pair<std::size_t, std::size_t> find_answer_rule(std::string_view field) {
  for (const std::string_view rule : {"<hr id=answer>", "<hr id=\"answer\">", "<hr id='answer'>"}) {
    const std::size_t at = field.find(rule);
    if (at != std::string_view::npos) return {at, at + rule.size()};
  }
  return {std::string_view::npos, std::string_view::npos};
}

/// The field that asks and those that answer, by the names of the note's type.
struct Sides {
  std::size_t front = 0;
  std::vector<std::size_t> backs{};
};

/// Whether field `i` says where the note came from: our own exports have it behind these two.
bool is_place(const AnkiNote& note, std::size_t i) {
  return i >= 2 && note.names[i] == "Place" && note.names[i - 1] == "Source" &&
         note.names[i - 2] == "Difficulty";
}

Sides sides_of(const AnkiNote& note) {
  Sides sides;
  const std::size_t count = note.fields.size();
  const bool named = note.names.size() == count;
  const auto role_of = [&](std::size_t i) {
    return named ? field_name(note.names[i]).role : FieldRole::other;
  };
  for (std::size_t i = 0; i < count; ++i) {
    if (role_of(i) == FieldRole::question && !is_blank(note.fields[i])) {
      sides.front = i;
      break;
    }
  }
  const auto adds = [&](std::size_t i, bool only_answers) {
    if (i == sides.front || is_blank(note.fields[i])) return false;
    const FieldRole role = role_of(i);
    if (role == FieldRole::id || role == FieldRole::tags || role == FieldRole::url ||
        role == FieldRole::source || role == FieldRole::date || role == FieldRole::difficulty)
      return false;
    if (named && is_place(note, i)) return false;
    return !only_answers || role == FieldRole::answer || role == FieldRole::definition;
  };
  for (std::size_t i = 0; i < count; ++i) {
    if (adds(i, true)) sides.backs.push_back(i);
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (adds(i, false) && !adds(i, true)) sides.backs.push_back(i);
  }
  return sides;
}

}  // namespace

std::optional<Cloze> cloze_of(std::string_view text) {
  Cloze cloze;
  struct Gap {
    std::size_t question = 0;              // where it begins in the question
    std::size_t hint = std::string::npos;  // where its hint begins in the answer
  };
  std::vector<Gap> open;
  bool found = false;
  const std::size_t last_end = text.rfind("}}");  // behind it no gap begins
  if (last_end == std::string_view::npos) return std::nullopt;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("{{c") && open.size() < most_gaps) {
      std::size_t digits = 3;
      while (digits < rest.size() &&
             ((rest[digits] >= '0' && rest[digits] <= '9') || rest[digits] == ','))
        ++digits;
      if (digits > 3 && rest.substr(digits).starts_with("::") && at < last_end) {
        open.push_back({cloze.question.size()});
        at += digits + 2;
        found = true;
        continue;
      }
    }
    if (!open.empty() && rest.starts_with("}}")) {
      const Gap gap = open.back();
      open.pop_back();
      std::string hint = "…";
      if (gap.hint != std::string::npos && gap.hint < cloze.answer.size()) {
        hint = cloze.answer.substr(gap.hint);
        cloze.answer.resize(gap.hint);
      }
      cloze.question.resize(std::min(gap.question, cloze.question.size()));
      cloze.question += "[" + hint + "]";
      at += 2;
      continue;
    }
    if (!open.empty() && rest.starts_with("::") && open.back().hint == std::string::npos) {
      open.back().hint = cloze.answer.size();
      at += 2;
      continue;
    }
    cloze.question += text[at];
    cloze.answer += text[at];
    ++at;
  }
  return found ? std::optional(cloze) : std::nullopt;
}

std::vector<std::string> deck_path(std::string_view deck) {
  std::vector<std::string> path;
  while (!deck.empty()) {
    const std::size_t colons = std::min(deck.find("::"), deck.size());
    const std::size_t end = std::min(deck.substr(0, colons).find('\x1F'), colons);
    if (const std::string_view part = trimmed(deck.substr(0, end)); !part.empty())
      path.emplace_back(part);
    deck.remove_prefix(std::min(deck.size(), end + (end == colons ? 2 : 1)));
  }
  return path;
}

std::vector<std::string> anki_tags(std::string_view text) {
  std::vector<std::string> words;
  while (!(text = trimmed(text)).empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

std::optional<Record> record_of(const AnkiNote& note, Record base) {
  if (note.fields.empty()) return std::nullopt;
  std::vector<std::string_view> fields(note.fields.begin(), note.fields.end());
  if (fields[0].find("image-occlusion:") != std::string_view::npos) return std::nullopt;
  if (const auto [begin, end] = find_answer_rule(fields.back()); begin != std::string_view::npos) {
    // The back repeats the front above the rule.
    const std::string_view whole = fields.back();
    if (fields.size() == 1) fields.insert(fields.begin(), whole.substr(0, begin));
    fields.back() = whole.substr(end);
  }
  const AnkiNote sides_known{fields, note.names, note.html};
  const Sides sides = sides_of(sides_known);
  const std::string front = text_of_field(fields[sides.front], note.html);
  std::string back;
  for (const std::size_t i : sides.backs) {
    const std::string text = text_of_field(fields[i], note.html);
    if (text.empty()) continue;
    if (!back.empty()) back += "\n\n";
    back += text;
  }
  for (std::size_t i = 0; i < fields.size() && note.names.size() == fields.size(); ++i) {
    const FieldRole role = field_name(note.names[i]).role;
    if (role != FieldRole::source && role != FieldRole::difficulty) continue;
    std::string text = text_of_field(fields[i], note.html);
    if (i != sides.front && text.size() <= longest_source && text.find('\n') == std::string::npos)
      (role == FieldRole::source ? base.source : base.difficulty) = std::move(text);
  }
  if (const auto cloze = cloze_of(front)) {
    set_prompt(cloze->question, base);
    if (!back.empty()) back.insert(0, "\n\n");
    back.insert(0, cloze->answer);
  } else {
    set_prompt(front, base);
  }
  if (base.question.empty()) return std::nullopt;
  base.answer = answer_text(std::move(back), base.question);
  return base;
}

}  // namespace answers
