#include "corpus/input/guessed_charset.h"

#include "corpus/input/input.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <array>
#include <iconv.h>
#include <string>
#include <string_view>

namespace answers {
namespace {

std::string encoded(std::string text, const char* charset) {
  iconv_t converter = ::iconv_open(charset, "UTF-8");
  std::array<char, 4096> buffer{};
  char* from = text.data();
  std::size_t left = text.size();
  char* to = buffer.data();
  std::size_t room = buffer.size();
  EXPECT_EQ(::iconv(converter, &from, &left, &to, &room), 0U) << charset;
  ::iconv_close(converter);
  return {buffer.data(), buffer.size() - room};
}

struct Guess {
  const char* name;
  const char* charset;  // it is written in
  const char* text;
  const char* guessed;
};

constexpr const char* chinese =
    "问：什么是指针？\n答：指针是一个变量，它的值是另一个变量的地址，使用前必须初始化。\n";
constexpr const char* taiwanese =
    "問：什麼是指標？\n答：指標是一個變數，它的值是另一個變數的位址，使用前必須初始化。\n";
constexpr const char* japanese =
    "質問：キールとは何ですか？\n回答：船の背骨です。これがないと船はまっすぐ進みません。\n";
constexpr const char* korean =
    "질문: 용골은 무엇입니까?\n답변: 배의 등뼈입니다. 이것이 없으면 배가 똑바로 가지 않습니다.\n";
constexpr const char* russian =
    "Вопрос: что такое киль?\nОтвет: это хребет лодки, без него она не идёт прямо.\n";
constexpr const char* greek =
    "Τι είναι η καρίνα;\nΕίναι η ραχοκοκαλιά του πλοίου, χωρίς αυτή δεν πάει ίσια.\n";
constexpr const char* french =
    "Qu'est-ce qu'une étrave ?\nC'est la pièce à l'avant, où la coque s'élève : très répandue.\n";
constexpr const char* quotes = "It’s “fine”, isn’t it?\nThat’s – well – what he’d say…\n";
constexpr const char* german =
    "Wofür ist er da?\nFür größere Boote, übrigens für Flöße, äh, Kähne.\n";

class GuessCase : public testing::TestWithParam<Guess> {};

TEST_P(GuessCase, IsToldByItsSigns) {
  const std::string bytes = encoded(GetParam().text, GetParam().charset);
  EXPECT_EQ(guessed_charset(bytes), GetParam().guessed);
}

INSTANTIATE_TEST_SUITE_P(
    All, GuessCase,
    testing::Values(Guess{"Gbk", "GBK", chinese, "GB18030"},
                    Guess{"GbkOfTaiwansSigns", "GB18030", taiwanese, "GB18030"},
                    Guess{"Big5", "BIG5", taiwanese, "BIG5"},
                    Guess{"ShiftJis", "CP932", japanese, "CP932"},
                    Guess{"EucJp", "EUC-JP", japanese, "EUC-JP"},
                    Guess{"EucKr", "CP949", korean, "CP949"},
                    Guess{"Windows1251", "CP1251", russian, "CP1251"},
                    Guess{"Koi8", "KOI8-R", russian, "KOI8-R"}, Guess{"Greek", "CP1253", greek, ""},
                    Guess{"French", "CP1252", french, ""}, Guess{"Quotes", "CP1252", quotes, ""},
                    Guess{"German", "CP1252", german, ""}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(GuessedCharset, IsReadAndTold) {
  Collector heard;
  Input input("faq.txt", encoded(russian, "CP1251"), heard);
  EXPECT_EQ(input.next_line()->text, "Вопрос: что такое киль?");
  while (input.next_line()) {
  }
  ASSERT_EQ(heard.troubles.size(), 1U);
  EXPECT_NE(heard.troubles[0].remedy.find("CP1251"), std::string::npos);
}

TEST(GuessedCharset, LinesOfUtf8AmongOthersAreNoneOfIt) {
  EXPECT_EQ(guessed_charset("caf\xC3\xA9\n" + encoded(russian, "CP1251")), "");
}

}  // namespace
}  // namespace answers
