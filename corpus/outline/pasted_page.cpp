#include "corpus/outline/pasted_page.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/wording/labels.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t longest_number = 3;    // digits
constexpr std::size_t longest_button = 40;   // bytes
constexpr std::size_t fewest_following = 2;  // numbers that go on from the one above
constexpr std::size_t fewest_buttons = 2;

/// The number that is all of a line, "12." or "12)"; 0 for any other line.
std::size_t lone_number(std::string_view line) {
  std::size_t value = 0;
  const auto end =
      std::from_chars(line.data(), line.data() + std::min(line.size(), longest_number), value).ptr;
  const std::string_view mark = line.substr(static_cast<std::size_t>(end - line.data()));
  return mark.size() < line.size() && (mark == "." || mark == ")") ? value : 0;
}

/// "Hide Answer", "View solution", but not "Answer:", which is a label as it stands.
bool is_button(std::string_view line) {
  if (line.empty() || line.size() > longest_button) return false;
  const auto is_part = [](char sign) { return is_letter(sign) || (sign & 0x80) != 0; };
  if (!is_part(line.front()) || !is_part(line.back()) || !says_answer(line)) return false;
  const auto label = leading_label(line);
  return !label || label->kind != LabelKind::answer;
}

/// What was found in a page.
struct Marks {
  std::vector<std::pair<std::size_t, std::size_t>>
      numbers{};                       ///< each one's line, and the line it counts
  std::vector<std::size_t> buttons{};  ///< lines
};

Marks marks_of(const TextLines& page) {
  Marks marks;
  std::size_t following = 0;
  std::size_t value = 0;
  std::string_view fence;
  for (std::size_t i = 0; i < page.count(); ++i) {
    const std::string_view line = trimmed(page.line(i));
    if (line.starts_with("```") || line.starts_with("~~~")) {
      if (fence.empty())
        fence = line.substr(0, 3);
      else if (line.starts_with(fence))
        fence = {};
      continue;
    }
    if (!fence.empty() || line.empty()) continue;
    if (is_button(line)) {
      marks.buttons.push_back(i);
    } else if (const std::size_t number = lone_number(line); number > 0) {
      std::size_t counted = i + 1;
      if (counted < page.count() && is_blank(page.line(counted))) ++counted;
      if (counted >= page.count() || is_blank(page.line(counted)) ||
          lone_number(trimmed(page.line(counted))) > 0)
        continue;
      following += number == value + 1 && value > 0 ? 1U : 0U;
      value = number;
      marks.numbers.emplace_back(i, counted);
    }
  }
  if (following < fewest_following) marks.numbers.clear();
  if (marks.buttons.size() < fewest_buttons) marks.buttons.clear();
  return marks;
}

}  // namespace

TextLines with_marks_in_place(TextLines page) {
  const Marks marks = marks_of(page);
  if (marks.numbers.empty() && marks.buttons.empty()) return page;
  auto number = marks.numbers.begin();
  auto button = marks.buttons.begin();
  std::string before;
  std::string text;
  text.reserve(page.text.size());
  const std::size_t count = page.count();
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view line = page.line(i);
    const std::size_t begin = text.size();
    if (number != marks.numbers.end() && number->first == i) {
      before.assign(trimmed(line)) += ' ';
    } else if (button != marks.buttons.end() && *button == i) {
      text += "Answer:";
      ++button;
    } else if (number != marks.numbers.end() && number->second == i) {
      text.append(before) += trimmed(line);
      ++number;
    } else {
      text += line;
    }
    text += '\n';
    page.begins[i] = begin;
  }
  page.begins[count] = text.size();
  page.text = std::move(text);
  return page;
}

}  // namespace answers
