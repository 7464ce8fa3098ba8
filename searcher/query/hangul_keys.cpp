#include "searcher/query/hangul_keys.h"

#include <algorithm>
#include <cstddef>

namespace answers {
namespace {

constexpr char32_t first_syllable = 0xAC00;
constexpr char32_t last_syllable = 0xD7A3;
constexpr char32_t first_letter = 0x3131;
constexpr char32_t last_letter = 0x3163;

// A syllable is one of each, in this order (Unicode, chapter 3.12); no third one is a blank.
constexpr std::u32string_view leads = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u32string_view vowels = U"ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
constexpr std::u32string_view tails = U" ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

/// Letters that are typed with two keys.
struct Pair {
  char32_t both;
  char32_t first;
  char32_t second;
};
constexpr Pair pairs[] = {
    {U'ㅘ', U'ㅗ', U'ㅏ'}, {U'ㅙ', U'ㅗ', U'ㅐ'}, {U'ㅚ', U'ㅗ', U'ㅣ'}, {U'ㅝ', U'ㅜ', U'ㅓ'},
    {U'ㅞ', U'ㅜ', U'ㅔ'}, {U'ㅟ', U'ㅜ', U'ㅣ'}, {U'ㅢ', U'ㅡ', U'ㅣ'}, {U'ㄳ', U'ㄱ', U'ㅅ'},
    {U'ㄵ', U'ㄴ', U'ㅈ'}, {U'ㄶ', U'ㄴ', U'ㅎ'}, {U'ㄺ', U'ㄹ', U'ㄱ'}, {U'ㄻ', U'ㄹ', U'ㅁ'},
    {U'ㄼ', U'ㄹ', U'ㅂ'}, {U'ㄽ', U'ㄹ', U'ㅅ'}, {U'ㄾ', U'ㄹ', U'ㅌ'}, {U'ㄿ', U'ㄹ', U'ㅍ'},
    {U'ㅀ', U'ㄹ', U'ㅎ'}, {U'ㅄ', U'ㅂ', U'ㅅ'},
};

bool is_syllable(char32_t c) { return c >= first_syllable && c <= last_syllable; }
bool is_vowel(char32_t c) { return vowels.find(c) != vowels.npos; }

void add_keys(char32_t letter, std::u32string& keys) {
  const auto* pair = std::ranges::find(pairs, letter, &Pair::both);
  if (pair == std::end(pairs)) {
    keys += letter;
  } else {
    keys += pair->first;
    keys += pair->second;
  }
}

/// What two keys make together; 0 where they do not.
char32_t together(char32_t first, char32_t second) {
  for (const Pair& pair : pairs) {
    if (pair.first == first && pair.second == second) return pair.both;
  }
  return 0;
}

/// The syllable that is being typed; 0 for what it has not.
struct Open {
  char32_t lead = 0;
  char32_t vowel = 0;
  char32_t tail = 0;

  void end(std::u32string& word) {
    if (lead != 0 && vowel != 0) {
      const std::size_t number =
          (leads.find(lead) * vowels.size() + vowels.find(vowel)) * tails.size() +
          (tail == 0 ? 0 : tails.find(tail));
      word += static_cast<char32_t>(first_syllable + number);
    } else if (lead != 0 || vowel != 0) {
      word += lead != 0 ? lead : vowel;
    }
    *this = {};
  }
};

void type_consonant(char32_t key, Open& open, std::u32string& word) {
  if (open.lead != 0 && open.vowel != 0) {
    if (open.tail == 0 && tails.find(key) != tails.npos) {
      open.tail = key;
      return;
    }
    if (const char32_t both = open.tail == 0 ? 0 : together(open.tail, key); both != 0) {
      open.tail = both;
      return;
    }
  }
  open.end(word);
  open.lead = key;
}

void type_vowel(char32_t key, Open& open, std::u32string& word) {
  if (open.tail != 0) {  // its last consonant begins the next syllable
    std::u32string parts;
    add_keys(open.tail, parts);
    open.tail = parts.size() == 2 ? parts.front() : 0;
    open.end(word);
    open.lead = parts.back();
    open.vowel = key;
    return;
  }
  if (open.vowel == 0) {
    open.vowel = key;
    return;
  }
  if (const char32_t both = together(open.vowel, key); both != 0) {
    open.vowel = both;
    return;
  }
  open.end(word);
  open.vowel = key;
}

}  // namespace

std::u32string keys_of_hangul(std::u32string_view word) {
  std::u32string keys;
  for (const char32_t c : word) {
    if (c >= first_letter && c <= last_letter) {
      add_keys(c, keys);
      continue;
    }
    if (!is_syllable(c)) return {};
    const std::size_t number = c - first_syllable;
    keys += leads[number / tails.size() / vowels.size()];
    add_keys(vowels[number / tails.size() % vowels.size()], keys);
    if (const std::size_t tail = number % tails.size(); tail != 0) add_keys(tails[tail], keys);
  }
  return keys;
}

std::u32string hangul_of_keys(std::u32string_view keys) {
  std::u32string word;
  Open open;
  for (const char32_t key : keys) {
    if (is_vowel(key)) {
      type_vowel(key, open, word);
    } else {
      type_consonant(key, open, word);
    }
  }
  open.end(word);
  return word;
}

bool is_whole_hangul(std::u32string_view word) {
  return !word.empty() && std::ranges::all_of(word, is_syllable);
}

}  // namespace answers
