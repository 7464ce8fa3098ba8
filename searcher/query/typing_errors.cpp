#include "searcher/query/typing_errors.h"

#include "corpus/characters/encoding.h"
#include "indexer/analysis/characters.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace answers {
namespace {

// Shares of the kinds of typing errors (Pollock and Zamora 1983).
constexpr double left_out = 0.34;
constexpr double too_many = 0.27;
constexpr double wrong = 0.19;
constexpr double swapped = 0.125;
constexpr double other_doubled = 0.03;   // a guess: they count it as two errors
constexpr double sounds_swapped = 0.03;  // likewise
// How they are spread within their kind: guesses.
constexpr double doubled = 0.5;         // of letters too many: the one before once more
constexpr double beside_on_keys = 0.7;  // of others too many
constexpr double wrong_beside = 0.6;    // of wrong letters
constexpr double wrong_sound = 0.25;    // of wrong letters: one that sounds like it
constexpr double first_letter = 0.3;    // beside an error elsewhere

/// The letters of a script that words are typed in, as folded.
constexpr std::u32string_view alphabets[] = {
    U"abcdefghijklmnopqrstuvwxyz",  U"абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґўјљњћђџ",
    U"αβγδεζηθικλμνξοπρστυφχψω",    U"ءابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ",
    U"אבגדהוזחטיכךלמםנןסעפףצץקרשת", U"աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
};

/// Keyboards, row by row; a key touches the one below it and the one left of that.
constexpr std::u32string_view keyboards[][3] = {
    {U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"},
    {U"йцукенгшщзхъ", U"фывапролджэ", U"ячсмитьбю"},
    {U";ςερτυθιοπ", U"ασδφγηξκλ", U"ζχψωβνμ"},
    {U"ضصثقفغعهخحجد", U"شسيبلاتنمكط", U"ئءؤرلاىةوزظ"},
    {U"ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", U"ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", U"ㅋㅌㅊㅍㅠㅜㅡ"},
};

bool are_beside(char32_t one, char32_t other) {
  for (const auto& rows : keyboards) {
    for (std::size_t row = 0; row < 3; ++row) {
      const std::size_t at = rows[row].find(one);
      if (at == std::u32string_view::npos) continue;
      const auto has = [&](std::size_t in, std::size_t place) {
        return in < 3 && place < rows[in].size() && rows[in][place] == other;
      };
      return has(row, at + 1) || has(row, at - 1) || has(row + 1, at) || has(row + 1, at - 1) ||
             has(row - 1, at) || has(row - 1, at + 1);
    }
  }
  return false;
}

/// Letters that are written for each other by who knows a word by its sound.
constexpr std::u32string_view sounds[] = {U"aeiou",  U"sz",     U"cs",     U"ck",
                                          U"ㄱㄲㅋ", U"ㄷㄸㅌ", U"ㅂㅃㅍ", U"ㅅㅆ",
                                          U"ㅈㅉㅊ", U"ㅐㅔ",   U"ㅒㅖ"};

bool sound_alike(char32_t one, char32_t other) {
  return std::ranges::any_of(sounds, [&](std::u32string_view alike) {
    return alike.find(one) != alike.npos && alike.find(other) != alike.npos;
  });
}

/// The share of one letter among those that may be typed for another.
double share_of_letter(char32_t typed, char32_t meant) {
  double share = (1 - wrong_beside - wrong_sound) / 20;
  if (are_beside(typed, meant)) share += wrong_beside / 5;
  if (sound_alike(typed, meant)) share += wrong_sound / 4;
  return share;
}

double at_first(std::size_t i) { return i == 0 ? first_letter : 1.0; }

}  // namespace

Letters letters_of(std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    const Character character = read_character(word, at);
    letters += character.code_point;
    at += character.length;
  }
  return letters;
}

std::string bytes_of(const Letters& letters) {
  std::string word;
  for (const char32_t letter : letters) append_utf8(word, letter);
  return word;
}

std::u32string_view alphabet_of(const Letters& word) {
  for (const std::u32string_view alphabet : alphabets) {
    const bool is_of_it = std::ranges::all_of(
        word, [&](char32_t letter) { return alphabet.find(letter) != std::u32string_view::npos; });
    if (is_of_it) return alphabet;
  }
  return {};
}

std::u32string_view hangul_keys() {
  return U"ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ";
}

void one_error_away(const Letters& typed, std::u32string_view alphabet,
                    const std::function<void(const Letters& meant, double likelihood)>& on_word) {
  const auto length = static_cast<double>(typed.size());
  const auto letters = static_cast<double>(alphabet.size());
  Letters meant;
  for (std::size_t i = 0; i < typed.size(); ++i) {    // typed[i] is too many
    if (i > 0 && typed[i] == typed[i - 1]) continue;  // the same as leaving out the one before
    meant = typed;
    meant.erase(i, 1);
    const bool is_doubled = i + 1 < typed.size() && typed[i] == typed[i + 1];
    double share = (1 - doubled) / letters;
    if (is_doubled) {
      share = doubled;
    } else if ((i > 0 && are_beside(typed[i], typed[i - 1])) ||
               (i + 1 < typed.size() && are_beside(typed[i], typed[i + 1]))) {
      share = (1 - doubled) * beside_on_keys / 4;
    } else if (i == 0) {
      continue;  // "iphone" was not typed for "phone"
    }
    on_word(meant, at_first(i) * too_many * share / (length - 1));
  }
  for (std::size_t i = 0; i <= typed.size(); ++i) {  // a letter is left out before typed[i]
    meant = typed;
    meant.insert(i, 1, U' ');
    for (const char32_t letter : alphabet) {
      if (i > 0 && letter == typed[i - 1]) continue;  // the same as before the one before
      meant[i] = letter;
      on_word(meant, at_first(i) * left_out / (length + 1));
    }
  }
  for (std::size_t i = 0; i < typed.size(); ++i) {
    meant = typed;
    for (const char32_t letter : alphabet) {
      if (letter == typed[i]) continue;
      meant[i] = letter;
      on_word(meant, at_first(i) * wrong * share_of_letter(typed[i], letter) / length);
    }
  }
  for (std::size_t i = 0; i + 1 < typed.size(); ++i) {
    if (typed[i] == typed[i + 1]) continue;
    meant = typed;
    std::swap(meant[i], meant[i + 1]);
    on_word(meant, at_first(i) * swapped / (length - 1));
  }
  for (std::size_t i = 0; i + 1 < typed.size(); ++i) {  // typed[i] is doubled in place of another
    if (typed[i] != typed[i + 1]) continue;
    Letters single = typed;
    single.erase(i, 1);
    for (std::size_t k = 0; k < single.size(); ++k) {
      if (k == i) continue;
      meant = single;
      meant.insert(k, 1, single[k]);
      on_word(meant, other_doubled / (length - 1));
    }
  }
  for (std::size_t i = 0; i + 2 < typed.size(); ++i) {  // two that sound alike changed places
    for (std::size_t k = i + 2; k < typed.size(); ++k) {
      if (typed[i] == typed[k] || !sound_alike(typed[i], typed[k])) continue;
      meant = typed;
      std::swap(meant[i], meant[k]);
      on_word(meant, at_first(i) * sounds_swapped / (length - 1));
    }
  }
}

}  // namespace answers
