#include "corpus/html/once_each.h"

#include "corpus/characters/characters.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t most_given = 500;

std::unordered_set<std::string> words_of(std::string_view text) {
  std::size_t size = std::min<std::size_t>(text.size(), 2000);
  while (size < text.size() && size > 0 && (text[size] & 0xC0) == 0x80) --size;
  std::unordered_set<std::string> words;
  const std::string folded = folded_words(text.substr(0, size));
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    words.insert(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// How much of the words of both are in both.
double overlap(const std::unordered_set<std::string>& one,
               const std::unordered_set<std::string>& other) {
  if (one.empty() || other.empty()) return 0;
  const auto both = static_cast<double>(std::ranges::count_if(
      one, [&other](const std::string& word) { return other.contains(word); }));
  return both / (static_cast<double>(one.size() + other.size()) - both);
}

}  // namespace

void OnceEach::on_record(Record record) {
  if (!is_new(record)) return;
  ++records;
  if (keeps_words_ && given_.size() < most_given)
    given_.push_back({words_of(record.question), words_of(record.answer)});
  listener_.on_record(std::move(record));
}

void OnceEach::on_unanswered(Record record) {
  if (is_new(record)) listener_.on_unanswered(std::move(record));
}

bool OnceEach::is_alike(const Record& record) const {
  if (seen_.contains(folded_words(record.question))) return true;
  const Words question = words_of(record.question);
  const Words answer = words_of(record.answer);
  return std::ranges::any_of(given_, [&](const Given& given) {
    constexpr double alike = 0.6;
    constexpr std::size_t few = 4;  // words, which are soon the same
    return (question.size() > few && overlap(given.question, question) >= alike) ||
           (answer.size() > few && overlap(given.answer, answer) >= alike);
  });
}

void OnceEach::unite(std::vector<Record> shown) {
  const auto behind =
      std::ranges::remove_if(shown, [this](const Record& record) { return is_alike(record); });
  const std::size_t alike = behind.size();
  shown.erase(behind.begin(), behind.end());
  if (alike == 0 && shown.size() <= records) return;
  expect_repeats();
  for (Record& record : shown) on_record(std::move(record));
}

bool OnceEach::is_new(const Record& record) {
  std::string question = folded_words(record.question);
  const bool is_first = seen_.insert(question).second;
  if (expects_repeats_) return is_first;
  return pairs_.insert(question.append("\n").append(folded_words(record.answer))).second;
}

}  // namespace answers
