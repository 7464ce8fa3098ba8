#include "corpus/wording/furniture.h"

#include "corpus/wording/asking.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

TEST(Furniture, IsKnownByItsWords) {
  EXPECT_EQ(furniture_of("## 📚 Table of Contents"), Furniture::contents);
  EXPECT_EQ(furniture_of("目录"), Furniture::contents);
  EXPECT_EQ(furniture_of("Содержание"), Furniture::contents);
  EXPECT_EQ(furniture_of("License"), Furniture::project);
  EXPECT_EQ(furniture_of("**Suggest your question!**"), Furniture::project);
  EXPECT_EQ(furniture_of("7. Contributing"), Furniture::project);
  EXPECT_EQ(furniture_of("References:"), Furniture::part);
  EXPECT_EQ(furniture_of("Good to hear"), Furniture::part);
  EXPECT_EQ(furniture_of("Siehe auch"), Furniture::part);
  EXPECT_EQ(furniture_of("См. также:"), Furniture::part);
  EXPECT_EQ(furniture_of("関連リンク"), Furniture::part);
  EXPECT_EQ(furniture_of("What is a licence?"), Furniture::none);
  EXPECT_EQ(furniture_of(""), Furniture::none);
  EXPECT_EQ(furniture_of("42"), Furniture::none);
}

TEST(Furniture, AnFaqAnnouncesItself) {
  EXPECT_TRUE(announces_faq("FAQ"));
  EXPECT_TRUE(announces_faq("docs/faq.md"));
  EXPECT_TRUE(announces_faq("Frequently Asked Questions (2024)"));
  EXPECT_TRUE(announces_faq("常见问题解答"));
  EXPECT_TRUE(announces_faq("Häufig gestellte Fragen"));
  EXPECT_FALSE(announces_faq("Faqir"));
  EXPECT_FALSE(announces_faq("Usage"));
}

TEST(Furniture, AnnouncesAGlossary) {
  for (const char* title : {"Glossary", "Appendix B: Glossary of sails", "GLOSSAIRE", "用語集",
                            "术语表", "Terminology"})
    EXPECT_TRUE(announces_glossary(title)) << title;
  for (const char* title :
       {"Glossaryish", "Words", "Glossary component usage", "glossary.md format",
        "How the glossary of this boat came to be written by three hands"})
    EXPECT_FALSE(announces_glossary(title)) << title;
}

TEST(Furniture, AnFaqsNameAskedAsAQuestionIsNone) {
  EXPECT_TRUE(names_faq_alone("Common questions?"));
  EXPECT_FALSE(names_faq_alone("What is an FAQ?"));
  EXPECT_EQ(how_asks("Common questions?"), Asking::no);
  EXPECT_EQ(how_asks("Where is the FAQ?"), Asking::mark);
}

TEST(Furniture, QuestionsSmell) {
  EXPECT_TRUE(smells_of_questions("Java interview"));
  EXPECT_TRUE(smells_of_questions("react-questions.md"));
  EXPECT_TRUE(smells_of_questions("Вопросы для собеседования"));
  EXPECT_TRUE(smells_of_questions("Git Quiz"));
  EXPECT_FALSE(smells_of_questions("Installation"));
  EXPECT_FALSE(smells_of_questions("Interview Tips"));
  EXPECT_FALSE(smells_of_questions("docs/interview-process.md"));
  EXPECT_TRUE(smells_of_questions("Interview tips and questions"));
}

}  // namespace
}  // namespace answers
