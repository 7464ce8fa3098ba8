#include "corpus/wording/language_of_path.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

struct Named {
  const char* path;
  const char* language;
};

TEST(LanguageOfPath, IsInTheNameOrTheFolder) {
  for (const auto& [path, language] : {
           Named{"zh-CN/README.md", "zh"},
           Named{"ar-AR/README_AR.md", "ar"},
           Named{"git/git-quiz-es.md", "es"},
           Named{"README.zh-CN.md", "zh"},
           Named{"README.pt_br.md", "pt"},
           Named{"faq.de.md", "de"},
           Named{"faq/ja.md", "ja"},
           Named{"a/i18n/fr/b/c.md", "fr"},
           Named{"README_CN.md", "zh"},
           Named{"README-zh-Hans.md", "zh"},
           Named{"README.md", ""},
           Named{"it/README.md", ""},
           Named{"what-is-it.md", ""},
           Named{"", ""},
       })
    EXPECT_EQ(language_of_path(path), language) << path;
}

}  // namespace
}  // namespace answers
