#include "corpus/html/once_each.h"

#include "corpus/characters/characters.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t most_given = 500;

/// By the first byte of a character: from kana on.
bool is_of_script_without_blanks(char byte) { return static_cast<unsigned char>(byte) >= 0xE3; }

/// A word; of one that may be a sentence of Japanese or Chinese each run of two characters.
void add_word(std::string_view word, std::unordered_set<std::string>& words) {
  std::size_t before = 0;
  std::size_t pairs = 0;
  for (std::size_t at = 1; at < word.size(); ++at) {
    if ((word[at] & 0xC0) == 0x80) continue;
    if (is_of_script_without_blanks(word[before]) || is_of_script_without_blanks(word[at])) {
      std::size_t end = at + 1;
      while (end < word.size() && (word[end] & 0xC0) == 0x80) ++end;
      words.emplace(word.substr(before, end - before));
      ++pairs;
    }
    before = at;
  }
  if (pairs == 0) words.emplace(word);
}

std::unordered_set<std::string> words_of(std::string_view text) {
  std::size_t size = std::min<std::size_t>(text.size(), 2000);
  while (size < text.size() && size > 0 && (text[size] & 0xC0) == 0x80) --size;
  std::unordered_set<std::string> words;
  const std::string folded = folded_words(text.substr(0, size));
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    add_word(std::string_view(folded).substr(at, end - at), words);
    at = end + 1;
  }
  return words;
}

/// How many words are in both.
std::size_t common(const std::unordered_set<std::string>& one,
                   const std::unordered_set<std::string>& other) {
  const bool first = one.size() <= other.size();
  const auto& more = first ? other : one;
  return static_cast<std::size_t>(std::ranges::count_if(
      first ? one : other, [&more](const std::string& word) { return more.contains(word); }));
}

/// Whether two texts say the same in nearly the same words.
bool are_alike(const std::unordered_set<std::string>& one,
               const std::unordered_set<std::string>& other) {
  constexpr std::size_t few = 4;  // which are soon the same
  const std::size_t both = common(one, other);
  return std::min(one.size(), other.size()) > few &&
         both * 10 >= (one.size() + other.size() - both) * 6;
}

/// Whether the shorter of two texts stands in the longer one, which may say it in two languages.
bool contains(const std::unordered_set<std::string>& one,
              const std::unordered_set<std::string>& other) {
  const std::size_t least = std::min(one.size(), other.size());
  return least > 0 && common(one, other) * 10 >= least * 9;
}

/// Of sentences of which one cannot say by their words that they are alike.
bool has_no_blanks(const std::unordered_set<std::string>& words) {
  return std::ranges::any_of(words, [](const std::string& word) {
    return std::ranges::any_of(word, is_of_script_without_blanks);
  });
}

}  // namespace

void OnceEach::on_record(Record record) {
  if (!is_new(record)) return;
  ++records;
  if (keeps_words_ && given_.size() < most_given)
    given_.push_back({words_of(record.question), words_of(record.answer)});
  if (keeps_words_) given_lines_.emplace_back(record.place.line, record.place.end_line);
  if (keeps_words_) return held_.push_back(std::move(record));
  listener_.on_record(std::move(record));
}

void OnceEach::on_unanswered(Record record) {
  // Contents name a question, and its answer stands below.
  if (unanswered_.insert(folded_words(record.question)).second)
    listener_.on_unanswered(std::move(record));
}

bool OnceEach::is_alike(const Record& record) const {
  if (seen_.contains(folded_words(record.question))) return true;
  const Words question = words_of(record.question);
  const Words answer = words_of(record.answer);
  return std::ranges::any_of(given_, [&](const Given& given) {
    return are_alike(given.question, question) || are_alike(given.answer, answer) ||
           (contains(given.question, question) && contains(given.answer, answer));
  });
}

void OnceEach::release() {
  for (Record& record : std::exchange(held_, {})) listener_.on_record(std::move(record));
}

void OnceEach::take_fuller(const std::vector<Record>& shown) {
  constexpr std::size_t fewest_more = 10;  // words: "Was this helpful? Yes No" is no more
  constexpr std::size_t compared = 60;     // bytes at the beginning
  // Behind the last one stands what ends the page.
  for (std::size_t i = 0; i + 1 < shown.size(); ++i) {
    const std::string question = folded_words(shown[i].question);
    const auto same = std::ranges::find_if(held_, [&question](const Record& given) {
      return folded_words(given.question) == question;
    });
    if (same == held_.end()) continue;
    const std::size_t less = count_words(same->answer);
    const std::size_t more = count_words(shown[i].answer);
    if (more * 2 < less * 3 || more < less + fewest_more) continue;
    // A page of two languages says all twice.
    const std::string begins = folded_words(same->answer).substr(0, compared);
    if (!folded_words(shown[i].answer).starts_with(begins) || has_no_blanks(words_of(same->answer)))
      continue;
    same->answer = shown[i].answer;
    same->place = shown[i].place;
  }
}

void OnceEach::drop_parts(std::vector<Record>& shown) {
  std::ranges::sort(given_lines_);
  std::erase_if(shown, [this](const Record& record) {
    const auto behind =
        std::ranges::lower_bound(given_lines_, std::pair(record.place.line, std::size_t{0}));
    return behind != given_lines_.begin() && record.place.end_line < std::prev(behind)->second;
  });
}

void OnceEach::unite(std::vector<Record> shown) {
  drop_parts(shown);
  if (held_.size() <= most_given) take_fuller(shown);
  release();
  const std::size_t alike =
      std::erase_if(shown, [this](const Record& record) { return is_alike(record); });
  if (alike + shown.size() <= records) return;
  // Pages of two languages give one of them for machines.
  if (std::ranges::any_of(given_, [](const Given& given) { return has_no_blanks(given.question); }))
    return;
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
