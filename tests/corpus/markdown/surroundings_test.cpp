#include "corpus/input/input.h"
#include "corpus/markdown/markdown_reader.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace answers {
namespace {

/// A document of which what stands around a line decides what it is: one question a line that is
/// read from it, in the order of the text.
struct Surroundings {
  const char* name;
  const char* path;
  const char* markdown;
  const char* questions;
};

void PrintTo(const Surroundings& surroundings, std::ostream* out) { *out << surroundings.name; }

std::string answers_of(const std::string& path, const std::string& markdown) {
  Collector heard;
  Input input(path, markdown, heard);
  read_markdown(input);
  std::string answers;
  for (const Record& record : heard.records) answers += record.answer + "\n--\n";
  return answers;
}

class Around : public testing::TestWithParam<Surroundings> {};

TEST_P(Around, DecidesWhichAreQuestions) {
  Collector heard;
  Input input(GetParam().path, GetParam().markdown, heard);
  read_markdown(input);
  std::string questions;
  for (const Record& record : heard.records) questions += record.question + "\n";
  EXPECT_EQ(questions, GetParam().questions);
}

INSTANTIATE_TEST_SUITE_P(
    QuestionsThatNobodyAnswered, Around,
    testing::Values(
        Surroundings{"BelowNumberedTopics", "interview-questions.md",
                     R"(## 1. Knots (to warm up)

1. What is a **bight**? Where do you need one?
2. Explain **lay and strand** in your own words. Show one.
3. Why does a wet rope shrink?

---

## 2. Splices (no hand-waving)

4. Why does an eye splice hold?
5. Walk me through a back splice.
)",
                     ""},
        Surroundings{"LinesOverItemsThatAnswer", "interview.md", R"(# Interview at the boatyard

What are the parts of a keel?
- Fin
- Bulb

How do you look for leaks?

- Dry the bilge
- Look again after an hour

Explain osmosis:
- Water goes into the laminate
- Blisters come

Where does the mast stand?
- On the keel
How is it lowered?
- With **a pole**
- By three people
)",
                     "What are the parts of a keel?\nHow do you look for leaks?\nExplain osmosis:\n"
                     "Where does the mast stand?\nHow is it lowered?\n"},
        Surroundings{"TasksOverItemsAmongAnswers", "faq.md", R"(# FAQ

## How is the boat hauled out?

Create a list:
- of lines
- of blocks

Check the cradle:
- its pads
- its bolts

## When?

In autumn.
)",
                     "How is the boat hauled out?\nWhen?\n"},
        Surroundings{"ItemsThatAskAnswerNoLine", "interview.md", R"(# Interview at the boatyard

What did you sail last?
- How long was she?
- Who built her?

Which knots do you know?
- When is each of use?
- Does any slip?
)",
                     ""},
        Surroundings{"RulesBelowAnswersThatNobodyWrote", "interview.md",
                     R"(# Interview at the boatyard

## What is a bight?

**Answer:**

---

## What is a keel?

**Answer:** A fin.

---

## How is a line drawn?

**Answer:**
---
)",
                     "What is a keel?\nHow is a line drawn?\n"},
        Surroundings{"AskedAgainWithAnotherAnswer", "interview.md",
                     R"(# Interview at the boatyard

1. [What is a bight?](https://knots.example/1)

   A bend of the rope that does not cross itself.

2. [What is a splice?](https://knots.example/2)

   Two ends that are laid into one another.

3. [What is a bight?](https://ropes.example/7)

   The part between the two ends.
)",
                     "What is a bight?\nWhat is a splice?\nWhat is a bight?\n"},
        Surroundings{"InParagraphsBesideAnswered", "fragen.md", R"(# Fragen zum Tauwerk

## Knoten

**Was ist ein Auge?**

Eine Schlinge, die bleibt.

**Was ist eine Bucht?**

Ein Bogen.

## Spleiße

Wer zeigt den ersten Spleiß?

Wann hält er?

Wie lang muss er sein?
)",
                     "Was ist ein Auge?\nWas ist eine Bucht?\n"},
        Surroundings{"BelowTopicsOfAnFaq", "faq.md", R"(# FAQ

## Orders

How do I order a rope?

Can I send it back?

## Delivery

### How long does it take?

Three days.

### What does it cost?

Nothing.
)",
                     "How long does it take?\nWhat does it cost?\n"},
        Surroundings{"ButAmongTroublesTheyAreWhatToLookAt", "troubleshooting.md",
                     R"(# Troubleshooting

## The winch slips

- Is the drum wet?
- Are there three turns on it?

## The rope kinks

Turn it against its lay.
)",
                     "The winch slips\nThe rope kinks\n"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    TablesOfTroubles, Around,
    testing::Values(
        Surroundings{"InGerman", "winde.md",
                     "# Die Winde\n\n| Fehler | Ursache | Abhilfe |\n|---|---|---|\n"
                     "| Sie rutscht | Nasses Tau | Trocknen |\n| Sie klemmt | Rost | Fetten |\n",
                     "Sie rutscht\nSie klemmt\n"},
        Surroundings{"InChinese", "绞盘.md",
                     "| 问题 | 解决方案 |\n|---|---|\n| 打滑 | 擦干 |\n| 卡住 | 上油 |\n",
                     "打滑\n卡住\n"},
        Surroundings{
            "BySymptoms", "winch.md",
            "| Symptom | Fix |\n|---|---|\n| It slips | Dry it |\n| It jams | Grease it |\n",
            "It slips\nIt jams\n"},
        Surroundings{"ByCauses", "winch.md",
                     "| Symptom | Likely cause |\n|---|---|\n| It slips | A wet rope |\n| It jams "
                     "| Rust |\n",
                     "It slips\nIt jams\n"},
        Surroundings{"NotWithoutARemedy", "winch.md",
                     "| Error | Code |\n|---|---|\n| Slips | 4 |\n| Jams | 5 |\n", ""}),
    case_name);

INSTANTIATE_TEST_SUITE_P(TablesThatOnlyRefer, Around,
                         testing::Values(Surroundings{"ToRangesOfQuestions", "rigging-questions.md",
                                                      R"(# Index

| Topic | Doc | Question range | Notes on it |
|---|---|---|---|
| Knots | a.md | 1–10 | All of the knots that hold a line |
| Splices | b.md | 11 - 22 | All of the splices that join two |
)",
                                                      ""},
                                         Surroundings{"ToTickets", "docs/issues.md", R"(# Issues

| # | Issue | Ticket | Depends on |
|---|---|---|---|
| 1 | Block jams in frost | [#14](https://example.org/14) | - |
| 2 | Cleat slips under load | [#15](https://example.org/15) | 1 |
)",
                                                      ""},
                                         Surroundings{"ToOtherCode", "operators.md", R"(# Operators

| Expression | Translated to |
|---|---|
| `a + b` | `a.plus(b)` |
| `a in b` | `b.contains(a)` |
)",
                                                      ""},
                                         Surroundings{
                                             "AndThoseThatAnswer", "quiz.md", R"(# Quiz

| Question | Answer |
|---|---|
| Seven less 3 | 4 |
| `len("ab")` | `2` |
| Which knot? | [Bowline](https://example.org) |
)",
                                             "Seven less 3\n`len(\"ab\")`\nWhich knot?\n"}),
                         case_name);

INSTANTIATE_TEST_SUITE_P(Glossaries, Around,
                         testing::Values(Surroundings{"OfParagraphs", "GLOSSARY.md", R"(# Glossary

The words of a rigger.

**Bight** — A bend of a rope.

It may be open or closed.

**Lay** — How the strands turn.

**Fid (tool):** A pin that opens strands.
)",
                                                      "Bight\nLay\nFid (tool)\n"},
                                         Surroundings{"OfItems", "docs/glossaire.md", R"(# Mots

## A

- **Amarre** : ce qui tient un bateau.
- **Anse** (petite) : un œil court.

## B

- *Bout* : un cordage.
)",
                                                      "Amarre\nAnse (petite)\nBout\n"},
                                         Surroundings{"OfBoldLines", "seil.md", R"(# Glossar

**Auge**
Eine Schlinge, die bleibt.

**Bucht**

Ein Bogen.

**Kausch**
Ein Ring im Auge.
)",
                                                      "Auge\nBucht\nKausch\n"},
                                         Surroundings{"NotEveryListOfTerms", "ropes.md", R"(# Ropes

- **Hemp**: rots.
- **Nylon**: stretches.
- **Dyneema**: floats.
)",
                                                      ""}),
                         case_name);

INSTANTIATE_TEST_SUITE_P(
    Tasks, Around,
    testing::Values(
        Surroundings{"AmongQuestions", "cables.md", R"(# Cables

## What is a splice?

Two ends that are one.

## Explain the lay of a rope

It says how its strands turn.

## Describe how a winch holds

By turns around a drum.

## Why do ropes fray?

They rub.
)",
                     "What is a splice?\nExplain the lay of a rope\nDescribe how a winch "
                     "holds\nWhy do ropes fray?\n"},
        Surroundings{"AmongQuestionsOfOtherSections", "узлы.md", R"(# Узлы

## Простые

### Что такое петля?

Сложенный конец.

### Опишите беседочный узел

Он не затягивается.

## Сложные

### Перечислите узлы для троса

Шкотовый, брамшкотовый.

### Зачем нужен стопор?

Он держит конец.
)",
                     "Что такое петля?\nОпишите беседочный узел\nПеречислите узлы для "
                     "троса\nЗачем нужен стопор?\n"},
        Surroundings{"InBold", "takelage.md", R"(# Takelage

**Was ist ein Fall?**

Eine Leine, die ein Segel hebt.

**Nennen Sie zwei Knoten.**

Palstek und Schotstek.

**Wozu dient ein Block?**

Er lenkt eine Leine um.
)",
                     "Was ist ein Fall?\nNennen Sie zwei Knoten.\nWozu dient ein Block?\n"},
        Surroundings{"AmongStepsOfAManual", "table.md", R"(# A table of planks

## What do I need?

Four planks.

## Saw the planks

Into halves.

## Build the frame

With screws.

## Paint it

Twice.
)",
                     ""}),
    case_name);

INSTANTIATE_TEST_SUITE_P(Advice, Around,
                         testing::Values(Surroundings{"OnInterviews", "interviews.md",
                                                      R"(# Interview Best Practices

## 1. Plan your questions

Before you meet.

## 2. Offer water

Always.

## 3. Take notes

You will forget.
)",
                                                      ""},
                                         Surroundings{"InAnotherLanguage", "面试.md", R"(# 面试技巧

## 1. 准备简历

一页。

## 2. 准时到达

早十分钟。
)",
                                                      ""},
                                         Surroundings{"ButNotOnItsQuestions", "interviews.md",
                                                      R"(# Interview questions and tips

## 1. Ropes and chains

A chain does not stretch.

## 2. Anchors

They hold by their weight.
)",
                                                      "Ropes and chains\nAnchors\n"}),
                         case_name);

INSTANTIATE_TEST_SUITE_P(
    Troubles, Around,
    testing::Values(
        Surroundings{
            "StandBesideAStep", "troubleshooting.md", R"(# Troubleshooting

## Engine does not start

Fill the tank.

## No wind

Row.

## Water in the hull

Bail it out.

## Replace the pump completely

By a new one.
)",
            "Engine does not start\nNo wind\nWater in the hull\nReplace the pump completely\n"},
        Surroundings{"HaveCausesAndRemedies", "engine.md", R"(# When the engine stops

## It coughs

### Symptom

It runs and stops.

### Cause

Water in the fuel.

### Fix

Drain the filter.

## It does not turn

### Symptom

A click.

### Cause

The battery is flat.

### Workaround

Start it by hand.
)",
                     "It coughs\nIt does not turn\n"},
        Surroundings{"InAnotherLanguage", "发动机.md", R"(# 发动机

## 无法启动

### 现象

没有声音。

### 原因

电池没电。

### 解决方案

充电。

## 冒黑烟

### 原因

空气不足。

### 解决方案

清洗滤芯。
)",
                     "无法启动\n冒黑烟\n"},
        Surroundings{"AreFollowedByWhereToAsk", "TROUBLESHOOTING.md",
                     R"(# Troubleshooting

## It leaks

**Solution:** Caulk it.

## It lists

**Solution:** Move the ballast.

---

**Still having problems?** Ask at the yard with:

- your name
- the boat's

)",
                     "It leaks\nIt lists\n"},
        Surroundings{"WithBoldLabelsBelowTheirTitles", "TROUBLESHOOTING.md",
                     R"(# When it leaks

## Hull

### Water in the bilge

**Symptoms:**
```
pump on
```

**Solution:**
Find the leak.

### Damp lockers

**Error:**
```
humidity 90
```

**Cause:**
No draught.

**Solutions:**
1. Open the vents.
2. Wipe them dry.
)",
                     "Water in the bilge\nDamp lockers\n"},
        Surroundings{"WithBoldLabelsBelowBoldTitles", "troubleshooting.md",
                     R"(# Problemas de la radio

**No se oye nada**

**Síntomas:**

Silencio.

**Solución:**

Sube el volumen.

**Se oye un zumbido**

**Síntomas:**

Un ruido constante.

**Solución:**

Cambia el cable.
)",
                     "No se oye nada\nSe oye un zumbido\n"},
        Surroundings{"WithTheirMessageBelowALabel", "störungen.md", R"(# Störungen

## Der Ofen zündet nicht

**Fehler:**

`E4`

**Lösung:**

Gas aufdrehen.

## Die Pumpe brummt

**Fehler:**

`E7`

**Lösung:**

Entlüften.
)",
                     "Der Ofen zündet nicht\nDie Pumpe brummt\n"},
        Surroundings{"OfAReportAreItsChapters", "report.md", R"(# The storm of May

## Symptoms

Two masts broke.

## Cause

The wind.

## Resolution

New masts.
)",
                     ""}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Labels, Around,
    testing::Values(Surroundings{"OfShortAnswers", "ship.md", R"(# Ship

## Keel

30-second answer: It keeps the ship upright.

## Rudder

30-second answer: It turns the ship.
)",
                                 "Keel\nRudder\n"},
                    Surroundings{"AboveHeadings", "ship.md", R"(question: How does a sail pull?

## In short

Air flows around it.

## In full

It is a wing.

question: How does a keel help?

## In short

It does not drift.
)",
                                 "How does a sail pull?\nHow does a keel help?\n"},
                    Surroundings{"OfWhichOneStandsAboveATopic", "ship.md", R"(# FAQ

Q: Is it dry?
A: Below deck.

Question: Is it fast?

## Sails

Question: Are they white?

Answer: Mostly.
)",
                                 "Is it dry?\nAre they white?\n"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(Lists, Around,
                         testing::Values(Surroundings{
                             "BelowNumbersWithoutABlank", "read-04.md", R"(# Reading 4

## Questions and Answers

1.What is a halyard?

* A rope that lifts a sail.

2.What are the parts of an anchor?

1. The shank
1. The flukes

3.Why is a keel heavy?

* It keeps the ship upright.
)",
                             "What is a halyard?\nWhat are the parts of an anchor?\nWhy is a "
                             "keel heavy?\n"}),
                         case_name);

INSTANTIATE_TEST_SUITE_P(
    HeadingsOfAnswers, Around,
    testing::Values(Surroundings{"EndAtTheNextThatAsks", "quiz.md", R"(# Quiz

### Exercise on keels

Draw one.

#### Answer

A fin.

#### What does ballast do?

It rights the ship.

#### Where does it lie?

In the keel.
)",
                                 "Exercise on keels\nWhat does ballast do?\nWhere does it lie?\n"},
                    Surroundings{"MakeQuestionsOfTitlesThatComeAgain", "quiz.md", R"(# Knots

### Tie another

Tie a bowline.

#### Answer

Up through the hole.

### Tie another

Tie a reef knot.

#### Answer

Left over right.

### Tie another

Tie a hitch.

#### Answer

Round and through.
)",
                                 "Tie another\nTie another\nTie another\n"},
                    Surroundings{"HoldTheirOwnParts", "quiz.md", R"(# Quiz

### What does ballast do?

#### Answer

It rights the ship.

#### Remarks

Lead is heavy.

### Where does it lie?

#### Answer

In the keel.
)",
                                 "What does ballast do?\nWhere does it lie?\n"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(NumberedParagraphs, Around,
                         testing::Values(Surroundings{"GoOnBehindTheMark", "qna.md", R"(# Tides

1.Why are there two a day? Draw it.

```text
The moon pulls the near side more.
```

2.Are they all alike? If not, say when they differ.

```text
No: at full moon they are high.
```
)",
                                                      "Why are there two a day? Draw it.\nAre they "
                                                      "all alike? If not, say when they differ.\n"},
                                         Surroundings{
                                             "InAnotherScript", "潮.md", R"(# 潮

1.なぜ一日に二回あるのですか？図で説明してください。

月が引く。

2.いつも同じですか？理由も述べよ。

満月には高い。
)",
                                             "なぜ一日に二回あるのですか？図で説明してください。\n"
                                             "いつも同じですか？理由も述べよ。\n"}),
                         case_name);

INSTANTIATE_TEST_SUITE_P(
    ItemsThatGoOnToAsk, Around,
    testing::Values(
        Surroundings{"InTheNextLine", "interview.md", R"(# Interview questions

1. What is a luff? What is a leech? How do you
tell the one from the other?

2. Tie a bowline while we talk about the weather and
tell me when it slips.

3. What is a sheet? Is it a sail?
)",
                     ""},
        Surroundings{"InTheSameLine", "questions.md", R"(# Questions for the skipper

- Do you sail in winter? Would you take me or would I be in the way.
- Is the boat insured? Does that cover my own things as well as yours.
- Who cooks?
)",
                     ""},
        Surroundings{
            "AreAnsweredWhereTheyState", "faq.md", R"(# FAQ

1. Do you sail in winter? No, the harbour freezes.
2. Is the boat insured? Does it cover me? Both are, up to a million.
3. Who cooks? Whoever is hungry.
)",
            "Do you sail in winter?\nIs the boat insured? Does it cover me?\nWho cooks?\n"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Files, Around,
    testing::Values(Surroundings{"OfOneQuestionAndLinks", "renew.md", R"(# How do I renew the pass?

At the harbour office.

## Related questions

- [What if it is lost?](lost.md)
- [What does it cost?](cost.md)
)",
                                 "How do I renew the pass?\n"},
                    Surroundings{"WithTheQuestionInAQuotation", "wind.md", R"(# 바람

## 면접 질문

> "바람은 왜 부나요?"

## 답변

### 요약

기압이 다르기 때문이다.
)",
                                 "\"바람은 왜 부나요?\"\n"}),
    case_name);

TEST(Paragraphs, ThatAskAndHaveNothingBelowMakeAListOfQuestions) {
  EXPECT_EQ(
      answers_of("interview-questions.md",
                 "Why do you sail?\n\nWhat is a jib?\n\nWho taught you?\n\nHow deep is it?\n\n"
                 "Where have you been?\n\nTell of a storm that you met\n"),
      "");
  EXPECT_EQ(answers_of("면접질문.md",
                       "왜 항해를 합니까?\n\n언제부터 합니까?\n\n돛이란 무엇인가?\n\n누가 "
                       "가르쳤는가?\n\n어디에 가봤는가?\n\n"
                       "폭풍을 만났을 때 어떻게 했는지\n\n용골이란 무엇인가?\n"),
            "");
  EXPECT_EQ(answers_of("interview-questions.md",
                       "Why do you sail?\n\nFor the wind.\n\nWhat is a jib?\n\nA sail.\n\n"
                       "Who taught you?\n\nMy aunt.\n"),
            "For the wind.\n--\nA sail.\n--\nMy aunt.\n--\n");
}

TEST(Troubles, OfTablesHaveTheirCauseInTheAnswer) {
  EXPECT_EQ(answers_of("winch.md",
                       "# The winch\n\n| Error | Cause | Fix |\n|---|---|---|\n"
                       "| It slips | A wet rope | Dry it |\n| It jams | | Grease it |\n"),
            "**Cause:** A wet rope\n\n**Fix:** Dry it\n--\nGrease it\n--\n");
}

TEST(Troubles, AreToldAsAWholeInTheAnswer) {
  EXPECT_EQ(answers_of("engine.md", R"(# Engine

## It coughs

### Cause

Water.

### Solution

Drain it.

## It smokes

### Cause

Oil.

### Solution

Change it.
)"),
            "### Cause\n\nWater.\n\n### Solution\n\nDrain it.\n--\n"
            "### Cause\n\nOil.\n\n### Solution\n\nChange it.\n--\n");
}

TEST(Surroundings, TitlesOfLabelledQuestionsAreTheirSections) {
  Collector heard;
  Input input("drills.md", R"(# Drills

## Part one

### 1. Warp faults
**Q: What is shown?**
![warp](warp.png)
**A:** A float.

### 2. Weft faults
**Q: What is shown?**
![weft](weft.png)
**A:** A skip.
)",
              heard);
  read_markdown(input);
  ASSERT_EQ(heard.records.size(), 2U);
  EXPECT_TRUE(heard.unanswered.empty());
  EXPECT_EQ(heard.records[0].section,
            (std::vector<std::string>{"Drills", "Part one", "1. Warp faults"}));
  EXPECT_EQ(heard.records[1].answer, "A skip.");
}

TEST(Surroundings, ABoldLineOfAnInterviewBelowAQuestionBeginsItsAnswer) {
  EXPECT_EQ(answers_of("loom.md", R"(# Looms

### 1. What is a heddle?

**How to say it in an interview:**

It lifts a thread.

### 2. What is a reed?

**How to say it in an interview:**

It spaces the threads.
)"),
            "**How to say it in an interview:**\n\nIt lifts a thread.\n--\n"
            "**How to say it in an interview:**\n\nIt spaces the threads.\n--\n");
}

TEST(Surroundings, AHeadingBelowQuestionAfterQuestionIsOfTheAnswer) {
  EXPECT_EQ(answers_of("looms.md", R"(# Looms

**Q: What is a heddle?**

## In your own words

It lifts a thread.

**Q: What is a reed?**

## In your own words

It spaces the threads.
)"),
            "## In your own words\n\nIt lifts a thread.\n--\n"
            "## In your own words\n\nIt spaces the threads.\n--\n");
}

TEST(Surroundings, InterviewerAndYourResponseAreWhoSpeaks) {
  Collector heard;
  Input input("mock.md", R"(# Mock interview

**Interviewer:** "What does a temple do?"

**Your Response:** "It keeps the width."

**Interviewer:** "What does a raddle do?"

**Your Response:** "It spreads the warp."
)",
              heard);
  read_markdown(input);
  ASSERT_EQ(heard.records.size(), 2U);
  EXPECT_EQ(heard.records[0].question, "\"What does a temple do?\"");
  EXPECT_EQ(heard.records[0].answer, "\"It keeps the width.\"");
}

INSTANTIATE_TEST_SUITE_P(
    NamesOfFiles, Around,
    testing::Values(Surroundings{"OfAcronyms", "docs/abbreviations.md", R"(# Abbreviations

- EPI - ends per inch
- PPI - picks per inch
- WPI: wraps per inch
)",
                                 "EPI\nPPI\nWPI\n"},
                    Surroundings{"OfNoAcronyms", "docs/rules.md", R"(# Rules

- EPI - ends per inch
- PPI - picks per inch
- WPI: wraps per inch
)",
                                 ""},
                    Surroundings{"OfAcronymsWithProse", "docs/abbreviations.md", R"(# Abbreviations

- EPI - ends per inch
- Write them in capitals
- Explain them where they stand first
- WPI: wraps per inch
- PPI: picks per inch
)",
                                 ""},
                    Surroundings{"OfADeck", "flashcards.md", R"(# Reed

Spaces the warp.

# Temple

Keeps the width.

# What lifts the threads?

The heddles.
)",
                                 "Reed\nTemple\nWhat lifts the threads?\n"},
                    Surroundings{"OfADeckWithChapters", "flashcards.md", R"(# Flashcards

## Looms

### Floor looms

Cards on floor looms are in another file.

### Table looms

And these as well.
)",
                                 ""},
                    Surroundings{"ThatForbid", "advice.md", R"(# Interview advice

**Don't hurry.**

Think first.

**Don't guess.**

Say that you do not know.
)",
                                 ""}),
    case_name);

}  // namespace
}  // namespace answers
