#include "corpus/input/input.h"
#include "corpus/markdown/markdown_reader.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

/// "question | body | answer" a line, of a file in which each half names its language.
std::string pairs_of(const std::string& markdown) {
  Collector heard;
  Input input("kiln.md", markdown, heard);
  read_markdown(input);
  std::string all;
  for (const Record& record : heard.records)
    all += record.question + " | " + record.body + " | " + record.answer + "\n";
  return all;
}

TEST(FileInLanguages, IsAPairALanguage) {
  EXPECT_EQ(
      pairs_of("---\nid: kiln-4\ntags: [kiln]\n---\n"
               "# Question (EN)\n> Why does glaze crawl?\n\n# Вопрос (RU)\n> Почему глазурь "
               "сбегается?\n\n---\n\n## Answer (EN)\n\nDust on the pot.\n\n### Why dust?\n\n"
               "It keeps the glaze off.\n\n## Ответ (RU)\n\nПыль на изделии.\n\n"
               "## Follow-ups\n\n- What of wax?\n"),
      "Why does glaze crawl? |  | Dust on the pot.\n\n### Why dust?\n\nIt keeps the glaze off.\n"
      "Почему глазурь сбегается? |  | Пыль на изделии.\n");
}

TEST(FileInLanguages, InAnyOrderWithSomethingBesideTheQuestion) {
  EXPECT_EQ(
      pairs_of("## Pregunta (es)\n\n¿A qué cono?\n\nPara gres.\n\n## Respuesta (es)\n\nCono 6.\n\n"
               "## Question (en)\n\nTo which cone?\n\n## Answer (en)\n\nCone 6.\n"),
      "¿A qué cono? | Para gres. | Cono 6.\nTo which cone? |  | Cone 6.\n");
  EXPECT_EQ(pairs_of("# Vopros (RU)\n\nЧто такое бисквит?\n\n# Question (EN)\n\nWhat is bisque?\n\n"
                     "## Otvet (RU)\n\nПервый обжиг.\n\n## Answer (EN)\n\nA first firing.\n"),
            "Что такое бисквит? |  | Первый обжиг.\nWhat is bisque? |  | A first firing.\n");
}

TEST(FileInLanguages, MayHaveMoreThanOneAnswerInEach) {
  EXPECT_EQ(pairs_of("# Question (EN)\n\nWhat is raku?\n\n# Question (FR)\n\nQu'est-ce que le "
                     "raku ?\n\n## Answer (EN)\n\nFast.\n\n### Staff-level Answer "
                     "(EN)\n\nReduced.\n\n## Réponse (FR)\n\nRapide.\n"),
            "What is raku? |  | Fast.\n\n### Staff-level Answer (EN)\n\nReduced.\n"
            "Qu'est-ce que le raku ? |  | Rapide.\n");
}

TEST(FileInLanguages, HasBothHalvesOfTwo) {
  // The one answer is in neither.
  EXPECT_EQ(pairs_of("# Question (EN)\n\nWhat is slip?\n\n# Question (DE)\n\nWas ist Schlicker?\n\n"
                     "## Answer (FR)\n\nDe la barbotine.\n")
                .find("What is slip? |  | De la"),
            std::string::npos);
}

}  // namespace
}  // namespace answers
