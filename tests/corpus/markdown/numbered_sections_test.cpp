#include "corpus/input/input.h"
#include "corpus/markdown/markdown_reader.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

std::string questions_of(const std::string& path, const std::string& markdown) {
  Collector heard;
  Input input(path, markdown, heard);
  read_markdown(input);
  std::string questions;
  for (const Record& record : heard.records) questions += record.question + "\n";
  return questions;
}

TEST(NumberedSections, OfNotesThatOnlyAFolderNamesAfterQuestionsAreNone) {
  EXPECT_EQ(questions_of("sailing-interview/sails/reefing.md", R"(# Reefing

## Kinds

### 1. Slab reefing

Lines pull the leech down.

### 2. Roller reefing

The boom turns.

## Gear

### 3. Pennants

They hold the clew.
)"),
            "");
  EXPECT_EQ(questions_of("preguntas-entrevista/guia.md", R"(# Preparar el barco

Lo que hay que hacer antes de salir.

## 1. Las velas

Se secan al sol.

## 2. Los cabos

Se aclaran con agua dulce.

## 3. El motor

Se mira el aceite.
)"),
            "");
  EXPECT_EQ(questions_of("собеседование/узлы.md", R"(# Узлы

### 1. Булинь

Петля, которая не затягивается.

### 2. Выбленочный узел

Крепит конец к рангоуту.
)"),
            "");
}

TEST(NumberedSections, AreEntriesWhereTheTitleSaysSoAndNothingElseIsBelow) {
  EXPECT_EQ(questions_of("rigging-questions.md", R"(# Rigging interview questions

## 1. Standing rigging

It holds the mast.

## 2. Running rigging

It moves the sails.

## 3. Turnbuckles

They set the tension.
)"),
            "Standing rigging\nRunning rigging\nTurnbuckles\n");
}

TEST(NumberedSections, AreEntriesWhereOneOfThemAsks) {
  EXPECT_EQ(questions_of("interview/rigging.md", R"(# Rigging

## 1. Standing rigging

It holds the mast.

## 2. What does a turnbuckle do?

It sets the tension.

## 3. Running rigging

It moves the sails.
)"),
            "Standing rigging\nWhat does a turnbuckle do?\nRunning rigging\n");
}

TEST(ListOfTroubles, IsOneWithWhatClosesIt) {
  EXPECT_EQ(questions_of("troubleshooting.md", R"(# Troubleshooting

## The log shows no speed

- Clean the wheel.

## The depth is wrong

- Set the offset.

## No signal

- Look at the fuse.

## Still stuck?

Write to us, with the number of your log.
)"),
            "The log shows no speed\nThe depth is wrong\nNo signal\n");
}

TEST(ListOfTroubles, EndsWithWhatClosesIt) {
  EXPECT_EQ(questions_of("fehlerbehebung.md", R"(# Fehlerbehebung

## Das Log zeigt nichts

Reinigen Sie das Rad.

## Die Tiefe ist falsch

Stellen Sie den Versatz ein.

## Der Bildschirm bleibt dunkel

Sehen Sie nach der Sicherung.

## Noch Fragen?

Schreiben Sie uns.

## Die Werkstatt

Sie steht in Husum.
)"),
            "Das Log zeigt nichts\nDie Tiefe ist falsch\nDer Bildschirm bleibt dunkel\n");
}

}  // namespace
}  // namespace answers
