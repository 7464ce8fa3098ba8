#include "corpus/characters/characters.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace answers {
namespace {

/// Sign by sign, what folded_words() makes of ASCII.
std::string words_of_ascii(std::string_view text) {
  std::string words;
  bool blank = false;
  for (const char sign : text) {
    const bool upper = sign >= 'A' && sign <= 'Z';
    if (!upper && !(sign >= 'a' && sign <= 'z') && !(sign >= '0' && sign <= '9')) {
      blank = true;
      continue;
    }
    if (blank && !words.empty()) words += ' ';
    blank = false;
    words += static_cast<char>(upper ? sign + ('a' - 'A') : sign);
  }
  return words;
}

TEST(FoldedWords, AreTheSameWhereverBlanksAndSignsStand) {
  std::mt19937 random(7);
  constexpr std::string_view signs = "aBz09 ,[`@{-\t/:;~";
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const std::size_t size = random() % 70;
    const bool many_words = random() % 2 == 0;
    while (text.size() < size)
      text += many_words && random() % 4 != 0 ? 'k' : signs[random() % signs.size()];
    ASSERT_EQ(folded_words(text), words_of_ascii(text)) << text;
    std::string letters = words_of_ascii(text);
    std::erase(letters, ' ');
    ASSERT_EQ(folded_letters(text), letters) << text;
  }
}

TEST(FoldedWords, EverySignOfAsciiIsFolded) {
  for (char sign = 0; sign < 0x7F; ++sign) {
    const std::string text = "Sixteen signs or " + std::string(1, sign) + " more of them";
    EXPECT_EQ(folded_words(text), words_of_ascii(text)) << static_cast<int>(sign);
  }
}

TEST(FoldedWords, ChineseSignsStandAsTheyAreBetweenWords) {
  EXPECT_EQ(folded_words("什么是 HTTP、TCP？一丁鿯"), "什么是 http tcp 一丁鿯");
  EXPECT_EQ(folded_letters("什么是 HTTP、TCP？一丁鿯"), "什么是httptcp一丁鿯");
  EXPECT_EQ(folded_words("䷀ 一 \xE4\xB8 \xE4\xB8x"), "一 x");
}

TEST(FoldedWords, AnAccentWithinALongTextIsFolded) {
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string head(before, 'k');
    EXPECT_EQ(folded_words(head + "É, Ü sixteen signs behind it"),
              folded_words(head + "é") + " " + folded_words("ü") + " sixteen signs behind it");
  }
}

TEST(Trimmed, TakesWhatIsInvisibleOffBothEnds) {
  EXPECT_EQ(trimmed("keel"), "keel");
  EXPECT_EQ(trimmed("\t keel and mast\n"), "keel and mast");
  EXPECT_EQ(trimmed("\u3000\uFEFFkeel\u00A0\u200B"), "keel");
  EXPECT_EQ(trimmed("é keel 船"), "é keel 船");
  EXPECT_EQ(trimmed(" \u2003\n"), "");
  EXPECT_EQ(trimmed(""), "");
  for (const char* sign : {"\u0085", "\u00A0", "\u1680", "\u2000", "\u200F", "\u2028", "\u202F",
                           "\u205F", "\u2060", "\u3000", "\uFE00", "\uFE0F", "\uFEFF", "\t"})
    EXPECT_EQ(trimmed(std::string(sign) + "船 帆" + sign), "船 帆") << sign;
  for (const char* sign : {"©", "‐", "‧", "‰", "⁁", "。", "，", "￼", "ạ", "\x85", "\xE2\x80"})
    EXPECT_EQ(trimmed(std::string(sign) + "船" + sign), std::string(sign) + "船" + sign);
}

}  // namespace
}  // namespace answers
