#include "corpus/input/mojibake.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

struct Case {
  const char* damaged;
  const char* mended;  // nullptr: it must stay as it is
};

class MojibakeCase : public testing::TestWithParam<Case> {};

TEST_P(MojibakeCase, IsMendedOrStays) {
  const auto [damaged, mended] = GetParam();
  EXPECT_EQ(MojibakeRepair().repair(damaged).value_or(damaged), mended ? mended : damaged);
}

INSTANTIATE_TEST_SUITE_P(
    Windows1252, MojibakeCase,
    testing::Values(Case{"donâ€™t", "don’t"}, Case{"â€œquotedâ€\u009d", "“quoted”"},
                    Case{"wait â€” what", "wait — what"}, Case{"cafÃ©", "café"},
                    Case{"canciÃ³n", "canción"}, Case{"naÃ¯ve", "naïve"}, Case{"25 Â°C", "25 °C"},
                    Case{"voilÃ\u00A0", "voilà"}, Case{"cÅ“ur", "cœur"}, Case{"Å“uvre", "œuvre"},
                    Case{"ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"}, Case{"å¤©æ°”", "天气"},
                    Case{"ðŸ˜€ yes", "😀 yes"}, Case{"donÃ¢â‚¬â„¢t", "don’t"},
                    Case{"Itâ\u0080\u0099s", "It’s"}));

INSTANTIATE_TEST_SUITE_P(MacRoman, MojibakeCase,
                         testing::Values(Case{"\uF8FFüê• bird", "🐥 bird"},
                                         Case{"\uF8FFüïµÔ∏è‚Äç‚ôÄÔ∏è", "🕵️‍♀️"},
                                         Case{"don‚Äôt", "don’t"}, Case{"√©t√©", "été"},
                                         Case{"ma√±ana", "mañana"}, Case{"¬© 2020", "© 2020"},
                                         Case{"–ü—Ä–∏–≤–µ—Ç", "Привет"}, Case{"Œ±, œÄ", "α, π"}));

INSTANTIATE_TEST_SUITE_P(
    Honest, MojibakeCase,
    testing::Values(Case{"café été ß", nullptr}, Case{"Acme® and Bolt™ ©", nullptr},
                    Case{"Привет, мир", nullptr}, Case{"天气很好。", nullptr},
                    Case{"🐥🕵️‍♀️", nullptr},
                    Case{"CAFÉ… AMANHÃ… MENÜ“ Spaß“", nullptr}, Case{"“café’”", nullptr},
                    Case{"√π, √≥, ≈π, ¬π", nullptr}, Case{"(–∞, ∞) –é “Ä «É…»", nullptr},
                    Case{"ção São Tomé à", nullptr}, Case{"ÄÖÜ äöü", nullptr}, Case{"Â", nullptr},
                    Case{"x ≤ ½ ± 3 µm", nullptr}, Case{"中文â€™", nullptr}, Case{"", nullptr},
                    Case{"plain ASCII", nullptr}));

TEST(Mojibake, RunsThatMayBeHonestAreMendedWhereEveryRunOfTheSampleIsDamaged) {
  const std::string damaged = "pi√π e perch√© no, cos√¨";
  EXPECT_EQ(MojibakeRepair(damaged).repair(damaged), "più e perché no, così");
  const std::string mixed = damaged + " – 3";
  EXPECT_EQ(MojibakeRepair(mixed).repair("pi√π"), std::nullopt);
}

}  // namespace
}  // namespace answers
