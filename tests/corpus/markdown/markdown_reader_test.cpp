#include "corpus/markdown/markdown_reader.h"

#include "corpus/input/input.h"
#include "tests/corpus/collector.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace answers {
namespace {

using testing::ElementsAre;

/// What is read from a text.
class Reading : public Collector {
 public:
  explicit Reading(const std::string& markdown, const std::string& path = "notes.md") {
    Input input(path, markdown, *this);
    read_markdown(input);
  }
};

/// A world of a few lines, and what is read from it: "question => answer" a line, with '/' for a
/// line break of the answer, in the order of the text; unanswered questions as "question => ?".
struct World {
  const char* name;
  const char* markdown;
  const char* pairs;
  const char* path = "notes.md";
};

std::string pairs_of(const Collector& collector) {
  struct Line {
    std::size_t place;
    std::string text;
  };
  std::vector<Line> lines;
  for (const Record& record : collector.records) {
    std::string answer = record.answer;
    for (std::size_t at = answer.find('\n'); at != std::string::npos; at = answer.find('\n', at))
      answer.replace(at, 1, "/");
    lines.push_back({record.place.line, record.question + " => " + answer + "\n"});
  }
  for (const Record& record : collector.unanswered)
    lines.push_back({record.place.line, record.question + " => ?\n"});
  std::ranges::stable_sort(lines, {}, &Line::place);
  std::string text;
  for (const Line& line : lines) text += line.text;
  return text;
}

void PrintTo(const World& world, std::ostream* out) { *out << world.name; }

class Worlds : public testing::TestWithParam<World> {};

TEST_P(Worlds, AreReadAsPeopleMeanThem) {
  EXPECT_EQ(pairs_of(Reading(GetParam().markdown, GetParam().path)), GetParam().pairs);
}

const World numbered[] = {
    {"NumberedHeadingsWithLinksAsContents", R"(# Fruit interview

- [1. Why are apples red?](#1-why-are-apples-red)
- [2. Why are pears green?](#2-why-are-pears-green)
- [3. Peel or not](#3-peel-or-not)

## 1. Why are apples red?

Because of anthocyanins.

### Sorts

- Red Delicious

## 2. Why are pears green?

![pear](pear.png)

They keep their chlorophyll.

## 3. Peel or not

Not.

## License

Free.
)",
     "Why are apples red? => Because of anthocyanins.//### Sorts//- Red Delicious\n"
     "Why are pears green? => ![pear](pear.png)//They keep their chlorophyll.\n"
     "Peel or not => Not.\n"},
    {"ALabelInAFoldEndsWithIt", R"(# Kitchen

<details>
[Question] Which knife cuts bread? 1. a long one 2. a short one

[Answer]</b> 1. a long one

Its teeth grip the crust.
</details>

<details>
<summary>Why is dough kneaded?</summary>

To align its gluten.
</details>
)",
     "Which knife cuts bread? 1. a long one 2. a short one => 1. a long one//Its teeth grip the "
     "crust.\n"
     "Why is dough kneaded? => To align its gluten.\n"},
    {"ContentsEndWithTheirList", R"(# Fruit FAQ

## Table of Contents

**Growing**

- [Why are apples red?](#apples)
  - [Are pears red?](#pears)

**Eating**

- [Is peel healthy?](#peel)

**Why are apples red?**

Because of anthocyanins.

**Are pears red?**

Few sorts are.

[Back to top](#table-of-contents)

**Is peel healthy?**

It has fibre.
)",
     "Why are apples red? => Because of anthocyanins.\n"
     "Are pears red? => Few sorts are.\n"
     "Is peel healthy? => It has fibre.\n"},
    {"ContentsEndWhereItemsLinkNowhere", R"(# Contents

1. [Why are apples red?](#1)
2. [Are pears red?](#2)
3. [Is peel healthy?](#3)

1. **Why are apples red?**

   Because of anthocyanins.

2. **Are pears red?**

   Few sorts are.

3. **Is peel healthy?**

   It has fibre.
)",
     "Why are apples red? => Because of anthocyanins.\n"
     "Are pears red? => Few sorts are.\n"
     "Is peel healthy? => It has fibre.\n"},
    {"ContentsOfTagsEndAtATagWithWords", R"(## Contents

<ul>
<li><a href="#a">Why are apples red?</a></li>
<li><a href="#b">Are pears red?</a></li>
</ul>

<b>Why are apples red?</b>

Because of anthocyanins.

<b>Are pears red?</b>

Few sorts are.
)",
     "Why are apples red? => Because of anthocyanins.\n"
     "Are pears red? => Few sorts are.\n"},
    {"ContentsWithoutAListAreAllThatStandsThere", R"(# Fruit

## Contents

Here you find: why are apples red?

**What else is there?**

## Why are apples red?

Because of anthocyanins.
)",
     "Why are apples red? => Because of anthocyanins.\n"},
    {"TopicsAreNumberedToo", R"(# Questions
## 1. Apples
### 1. Are they red?
Some are.
### 2. Are they sour?
Some are, too.
## 2. Pears
### 1. Are they green?
Mostly.
### 2. Are they soft?
When ripe.
)",
     "Are they red? => Some are.\nAre they sour? => Some are, too.\n"
     "Are they green? => Mostly.\nAre they soft? => When ripe.\n"},
    {"TwoHeadingsThatAskAreEnoughWhereNothingElseStands",
     "## What is kelp?\n\nA brown alga.\n\n"
     "## Is it eaten?\n\nOften.\n",
     "What is kelp? => A brown alga.\nIs it eaten? => Often.\n"},
    {"TwoHeadingsThatAskUnderATitle",
     "# Sea\n\n## What is kelp?\n\nAn alga.\n\n"
     "### Uses\n\nSoup.\n\n## Is it eaten?\n\nOften.\n",
     "What is kelp? => An alga.//### Uses//Soup.\nIs it eaten? => Often.\n"},
    {"ATutorialWithTwoHeadingsThatAskHasNoQuestions",
     "# Kelp\n\n## What is kelp?\n\nAn alga.\n\n## Drying\n\nIn the sun.\n\n"
     "## What next?\n\nSell it.\n",
     ""},
    {"TheListsOfAManualAskNothing",
     "# Options\n\n* If `a` is set, then\n  it is read.\n\n* When `b` is not, the\n  default "
     "is.\n\n"
     "* Explain\n  more.\n\n* What it does\n  is this.\n",
     ""},
    {"BoldQuestionsInItemsWithTheAnswerBelow",
     "# Sea\n\n- **What is kelp?**\n  An alga.\n- **Is it eaten?** Often.\n- **Is it red?**\n\n"
     "  Brown.\n",
     "What is kelp? => An alga.\nIs it eaten? => Often.\nIs it red? => Brown.\n"},
    {"RomanNumbersCountUp",
     "# Kelp interview\n\n## I. Gathering\n\nAt low tide.\n\n## II. Drying\n\nIn the sun.\n\n"
     "## III. Selling\n\nNever.\n",
     "Gathering => At low tide.\nDrying => In the sun.\nSelling => Never.\n"},
    {"SpeakersInBold",
     "**User:** What is kelp?\n\n**Assistant:** A brown alga.\n\n### Where\n\nIn the sea.\n\n"
     "**User:** Is it eaten?\n\n**Assistant:** Often.\n",
     "What is kelp? => A brown alga.//### Where//In the sea.\nIs it eaten? => Often.\n"},
    {"SpeakersAsHeadings",
     "# Chat\n\n## User\n\nWhat is kelp?\n\n## ChatGPT\n\nA brown alga.\n\n## User\n\nIs it "
     "eaten?\n\n## ChatGPT\n\nOften.\n",
     "What is kelp? => A brown alga.\nIs it eaten? => Often.\n"},
    {"PromptsOfAnExport",
     "# Tides\n\n**User:** Ann\n**Exported:** 1/2/2024 10:00:00\n\n## Prompt:\n1/2/2024, 9:01:01 "
     "AM\n\nWhen is low tide?\n\n## Response:\n1/2/2024, 9:01:20 AM\n\nAt six.\n",
     "When is low tide? => At six.\n"},
    {"SpeakersOfOtherLanguages",
     "**用户**：什么是海带？\n\n**助手**：褐藻。\n\n**用户**：能吃吗？\n\n**助手**：能。\n",
     "什么是海带？ => 褐藻。\n能吃吗？ => 能。\n"},
    {"ProblemsAndRemedies",
     "# Bombas\n\n**Problema:** No arranca.\n\n**Causa:** El cable.\n\n**Solución:** Cámbielo.\n\n"
     "**Problema:** Pierde agua.\n\n**Solución:** Una junta nueva.\n",
     "No arranca. => **Causa:** El cable.//**Solución:** Cámbielo.\n"
     "Pierde agua. => Una junta nueva.\n"},
    {"AProblemAloneExplainsItsHeading",
     "# Troubleshooting\n\n## Problem: the pump stops\n\n**Cause:** Weed.\n\n**Fix:** Clean it.\n\n"
     "## Problem: the pump hums\n\n**Fix:** Oil it.\n",
     "the pump stops => **Cause:** Weed.//**Fix:** Clean it.\nthe pump hums => **Fix:** Oil it.\n"},
    {"OneFieldCalledUserIsNoSpeaker", "User: root\nHost: sea\n\nUser: you\nHost: shore\n", ""},
    {"ChineseNumeralsCountUp",
     "# 海\n\n## 一、什么是海带？\n\n褐藻。\n\n## 二、能吃吗？\n\n能。\n\n"
     "## 三、一定要晒吗？\n\n不。\n",
     "什么是海带？ => 褐藻。\n能吃吗？ => 能。\n一定要晒吗？ => 不。\n"},
    {"NumbersInBoldBeforeTheirAnswers",
     "# FAQ\n\n**01. What is kelp?** It is an alga.\n\n**02. Is it eaten?** Often.\n\n"
     "**03. Is it red (or brown)?** It is **brown**.\n\nMostly.\n",
     "What is kelp? => It is an alga.\nIs it eaten? => Often.\nIs it red (or brown)? => It is "
     "**brown**.//Mostly.\n"},
    {"TasksInBoldBeforeTheirAnswers",
     "# Interview\n\n1. **What is kelp?** An alga.\n2. **Explain the tide.** The moon pulls.\n"
     "3. **Is it eaten?** Often.\n4. **Describe a reef.** It is alive.\n",
     "What is kelp? => An alga.\nExplain the tide. => The moon pulls.\nIs it eaten? => Often.\n"
     "Describe a reef. => It is alive.\n"},
    {"NumbersInBoldBeforeRemarks",
     "# Interview\n\n**1. What is kelp?** (easy)\n\nAn alga.\n\n**2. Is it eaten?** (hard)\n\n"
     "Often.\n",
     "What is kelp? => An alga.\nIs it eaten? => Often.\n"},
    {"BoldQuestionsWithALineBreakBehind",
     "**What is kelp?**\\\nAn alga.\n\n**Is it eaten?**  \nOften.\n\n**Is it red?**\\\nBrown.\n",
     "What is kelp? => An alga.\nIs it eaten? => Often.\nIs it red? => Brown.\n"},
    {"BoldQuestionsBeforeATagOfALineBreak",
     "**What is kelp?**<br/>An alga.\n\n**Is it eaten?**<br>Often.\n\n**Is it red?**<br/>Brown.\n",
     "What is kelp? => An alga.\nIs it eaten? => Often.\nIs it red? => Brown.\n"},
    {"NumberedStepsArePartsOfAnswers", R"(# FAQ
## How do I bake?
### 1. Mix
Flour.
### 2. Heat
Oven.
### 3. Wait
Long.
## How do I cook?
On a stove.
## How do I eat?
With a fork.
)",
     "How do I bake? => ### 1. Mix/Flour./### 2. Heat/Oven./### 3. Wait/Long.\n"
     "How do I cook? => On a stove.\nHow do I eat? => With a fork.\n"},
    {"LabelsWithClosedHeadingsAndDriftingLevels", R"(# Data questions

### Q1: What is a mean? ###

Answer:

A sum over a count.

### Q2: What is a mode? ###

![a curve](mode.png)

Answer:

The commonest value.

## Q3: What is a median?

Answer: The middle one.

### Q4: What is a quartile? ###

)",
     "What is a mean? => A sum over a count.\nWhat is a mode? => The commonest value.\n"
     "What is a median? => The middle one.\nWhat is a quartile? => ?\n"},
    {"UnnumberedLabelsAmongNumberedTopics", R"(# Java basics

* [Introduction](#-1-introduction)
* [Loops](#-2-loops)

## # 1. Introduction

<br/>

## Q. What is a class?

A plan for objects.

> A picture says more.

<div align="right">
    <b><a href="#table-of-contents">↥ back to top</a></b>
</div>

## Q. What is an object?

**Example:**

```java
// # 1. no heading
new Thing();
```

<div align="right">
    <b><a href="#table-of-contents">↥ back to top</a></b>
</div>

## # 2. Loops

<br/>

## Q. What does a loop do?

It repeats.
)",
     "What is a class? => A plan for objects.//> A picture says more.\n"
     "What is an object? => **Example:**//```java/// # 1. no heading/new Thing();/```\n"
     "What does a loop do? => It repeats.\n"},
    {"HeadingsInsideListItems", R"(## Core

1. ### What is a hook?

   A function.

   1. **First:** one.
   2. **Second:** two.

   **[⬆ Back to Top](#table-of-contents)**

2. ### What is a ref?
     A box.

     ```js
     const a = 1;

**[⬆ Back to Top](#table-of-contents)**

3. ### What is a key?

   ```js
   key();
   ```

   A name.
)",
     "What is a hook? => A function.//1. **First:** one./2. **Second:** two.\n"
     "What is a ref? => A box.//```js/const a = 1;\n"
     "What is a key? => ```js/key();/```//A name.\n"},
    {"AForgottenFenceHidesNoQuestion", R"(## 1. What is a?

```js
let a;

## 2. What is b?

Text of b.

```js
let b;
```

## 3. What is c?

Text of c.
)",
     "What is a? => ```js/let a;\nWhat is b? => Text of b.//```js/let b;/```\n"
     "What is c? => Text of c.\n"},
    {"AFenceMayOpenBehindTheMarksOfAnItem",
     "## What is a?\n\n- ```sh\n  # make\n  ls\n  ```\n\n## What is b?\n\n1. ~~~\n   b\n   ~~~\n2. "
     "so\n\n"
     "## What is c?\n\n* ```c``` is code in a line\n",
     "What is a? => - ```sh/  # make/  ls/  ```\nWhat is b? => 1. ~~~/   b/   ~~~/2. so\n"
     "What is c? => * ```c``` is code in a line\n"},
    {"WhatStandsBelowAnItemLosesAllItsIndent",
     "- What is a? #card\n\t- one\n\t\t- two\n- What is b? #card\n\t- one\n\t  ```\n\t  code\n\t  "
     "```\n",
     "What is a? => - one/\t- two\nWhat is b? => - one/  ```/  code/  ```\n"},
    {"NoBlankBehindTheNumber",
     "## 1.什么是进程\n\n运行的程序。\n\n## 2.什么是线程\n\n一条路。\n\n"
     "## 3.区别\n\n资源。\n",
     "什么是进程 => 运行的程序。\n什么是线程 => 一条路。\n区别 => 资源。\n"},
    {"ConsecutiveQuestionsAreUnanswered", R"(## Communication (3 questions)

#### 1. Explain a concept.
#### 2. Introduce a passion.
#### 3. How would you explain a test?
  - Slowly.
#### 4. Why?
  - [link](https://example.org)
)",
     "Explain a concept. => ?\nIntroduce a passion. => ?\nHow would you explain a test? => - "
     "Slowly.\n"
     "Why? => - [link](https://example.org)\n"},
    {"ChaptersOfAManualAskNothing", R"(# Widget

## 1. Installation

Unpack.

## 2. Configuration

Edit.

## 3. Running

Start.
)",
     "", "manual.md"},
};
INSTANTIATE_TEST_SUITE_P(Numbered, Worlds, testing::ValuesIn(numbered), case_name);

const World plain[] = {
    {"RussianHeadingsWithoutMarks", R"(# Вопросы разработчику

## Типы

Тут немного о типах.

### Чем список отличается от кортежа

Список изменяемый.

### Что такое словарь

Отображение.

#### Пример

```python
# Что это
{}
```

### Как устроено множество

Как словарь без значений.

## Шаблоны

### Одиночка

Один объект.

# Ссылки

- [раз](https://example.org)
)",
     "Чем список отличается от кортежа => Список изменяемый.\n"
     "Что такое словарь => Отображение.//#### Пример//```python/# Что это/{}/```\n"
     "Как устроено множество => Как словарь без значений.\nОдиночка => Один объект.\n"},
    {"AnFaqSectionInAReadme", R"(# Tool

## Installation

### Linux

apt.

### Windows

exe.

## FAQ

### How do I update it?

With the flag.

### It is slow on Tuesdays

Wait for Wednesday.

## Options

### Verbose

Says more.
)",
     "How do I update it? => With the flag.\nIt is slow on Tuesdays => Wait for Wednesday.\n",
     "README.md"},
    {"AFaqFile", R"(# Frequently asked questions

* [Does it scale?](#scale)
* [Is it free?](#free)

<h3 name="scale">
Does it scale?
</h3>

It does.

<h3 name="free">
Is it free?
</h3>

It is.
)",
     "Does it scale? => It does.\nIs it free? => It is.\n", "FAQ.md"},
    {"UnderlinedHeadings", R"(FAQ
===

How do I begin?
---------------

At the front.

How do I end?
-------------

At the back.
)",
     "How do I begin? => At the front.\nHow do I end? => At the back.\n", "faq.md"},
    {"FurnitureBesideTheQuestions", R"(# CSS questions

### What is a selector?

A pattern.

#### References

- https://example.org/a

### Explain specificity

A weight.

#### References

- https://example.org/b

### How do floats work?

They float.

### Other Answers

- https://example.org/c
)",
     "What is a selector? => A pattern.//#### References//- https://example.org/a\n"
     "Explain specificity => A weight.//#### References//- https://example.org/b\n"
     "How do floats work? => They float.\n"},
    {"ReadmesAskNothing", R"(# Gadget

A gadget.

## What it does

Things.

## Installation

Run it.

## Usage

Use it.

## License

MIT.
)",
     "", "README.md"},
    {"AnswersUnderTheirOwnHeading", R"(### Why is the sky blue?

#### Answer

Rayleigh.

#### Good to hear

- scattering

<!-- tags: (physics) -->
)",
     "Why is the sky blue? => Rayleigh.//#### Good to hear//- scattering\n"},
    {"LabelledHeadingsOfOneFile", R"(#### **题目**：浅复制和深复制？

#### **出题人**：某人

#### **参考答案**：

一层和多层。

#### **参考代码**：

```js
copy();
```
)",
     "浅复制和深复制？ => 一层和多层。//#### **参考代码**：//```js/copy();/```\n"},
    {"HeadingsOfAFileNamedAnFaqNeedNotAsk",
     "## Error 4: out of memory\n\nBuy some.\n\n## Login fails\n\nTry again.\n\n## bad "
     "interpreter: ^M\n\nConvert it.\n",
     "Error 4: out of memory => Buy some.\nLogin fails => Try again.\nbad interpreter: ^M => "
     "Convert "
     "it.\n",
     "docs/FAQ_zh.md"},
    {"HeadingsOfOtherFilesNeed", "## Install\n\nRun it.\n\n## Use\n\nPress.\n\n## Remove\n\nNo.\n",
     "", "docs/guide.md"},
};
INSTANTIATE_TEST_SUITE_P(Plain, Worlds, testing::ValuesIn(plain), case_name);

const World folds[] = {
    {"DetailsWithBoldAnswers", R"(# Networks

<!-- toc -->

## Basics

<details>
<summary>What is a port?</summary><br><b>
A number of a door.
</b></details>

<details>
<summary>To which layer does each belong:

  * Cable
  * Packet</summary><br><b>
  * Cable - physical
  * Packet - network
</b></details>

<details>
<summary>What is a socket?</summary><br><b>
</b></details>
)",
     "What is a port? => A number of a door.\n"
     "To which layer does each belong: => * Cable - physical/* Packet - network\n"
     "What is a socket? => ?\n"},
    {"SummariesInBoldAndTemplates", R"(###### Simple questions

<details>
<summary><b>What is your favourite shell?</b></summary><br>

To be completed.

</details>

<details>
<summary><b>What does `ls` do? ***</b></summary><br>

It lists.

Useful resources:

- [man](https://example.org)

</details>

<details>
<summary><b>Explain a pipe.</b></summary><br>

It joins.

</details>
)",
     "What is your favourite shell? => ?\n"
     "What does `ls` do? => It lists.//Useful resources://- [man](https://example.org)\n"
     "Explain a pipe. => It joins.\n"},
    {"FoldedAnswersBelowHeadings", R"(## Question 1. What is it?

```js
it();
```

<details><summary><b>Answer</b></summary>

It is that.

### Ref:
https://example.org

</details>

## Question 2. Why?

<details><summary><b>Answer</b></summary>

So.

</details>

### 3. Where?

<details><summary><b>Answer</b></summary>
There.
</details>

### Suggest your question!
)",
     "What is it? => It is that.//### Ref:/https://example.org\nWhy? => So.\nWhere? => There.\n"},
    {"FoldsOfAReadmeAskNothing", R"(# Tool
<details><summary>Linux build</summary>
make
</details>
<details><summary>Windows build</summary>
nmake
</details>
<details><summary>Mac build</summary>
xcode
</details>
)",
     "", "README.md"},
    {"AnUnclosedFoldEndsAtTheNext", R"(<details>
<summary>What is a?</summary>
One.

<details>
<summary>What is b?</summary>
Two.
</details>

<details>
<summary>What is c?</summary>
Three.
</details>
)",
     "What is a? => One.\nWhat is b? => Two.\nWhat is c? => Three.\n"},
};
INSTANTIATE_TEST_SUITE_P(Folds, Worlds, testing::ValuesIn(folds), case_name);

const World labels[] = {
    {"QAndALines", R"(# Notes
Q: What is a cat?
A: A pet.

It purrs.

Q: What is a dog?
A: Another pet.
)",
     "What is a cat? => A pet.//It purrs.\nWhat is a dog? => Another pet.\n"},
    {"AnswersFullOfMarkdown", R"(Ques: How to write a table?
Ans:
| a | b |
|---|---|
| 1 | 2 |

Ques: How to quote?
Ans:
> Like this.

Ques: How to draw a line?
Ans:
---

Ques: How to tick a box?

Ans:
- [x] done
)",
     "How to write a table? => | a | b |/|---|---|/| 1 | 2 |\nHow to quote? => > Like this.\n"
     "How to draw a line? => ---\nHow to tick a box? => - [x] done\n"},
    {"BoldLabels", R"(**Question:** What is a star?

**Answer:** A sun.

**Question:** What is a moon?

**Answer:** A rock.
)",
     "What is a star? => A sun.\nWhat is a moon? => A rock.\n"},
    {"LabelsInOtherLanguages", R"(**Вопрос:** Что это?
**Ответ:** Это оно.

**Вопрос:** Где это?
**Ответ:** Там.
)",
     "Что это? => Это оно.\nГде это? => Там.\n"},
    {"ChineseLabels", "问：什么是锁？\n答：一种门。\n\n问：什么是钥匙？\n答：开门的。\n",
     "什么是锁？ => 一种门。\n什么是钥匙？ => 开门的。\n"},
    {"GermanLabels", "Frage: Was ist das?\n\nAntwort: Das ist es.\n\nFrage: Wo?\n\nAntwort: Da.\n",
     "Was ist das? => Das ist es.\nWo? => Da.\n"},
    {"QuestionsWithTheirCodeAreNotAnswered", R"(Question: What is foo?
```js
var foo = 1;
```

Question: What is bar?
```js
var bar = 2;
```
)",
     "What is foo? => ?\nWhat is bar? => ?\n"},
    {"GradedLabels", R"(# Statistics

Q: [H] Why is it so?
<!-- tags: (bayes) -->
A: Because.

Q: [E] What is it?
A: That.
)",
     "Why is it so? => Because.\nWhat is it? => That.\n"},
    {"NumberedBoldLabels", R"(**Q1. What is a list?**

**A.** A row of things.

**Q2. What is a set?**

**A.** A bag of things.
)",
     "What is a list? => A row of things.\nWhat is a set? => A bag of things.\n"},
    {"QuotedQuestionsWithLabels", R"(# Notes

> Q: What is a list?

A: A row of things.

> Q: What is a set?

A: A bag of things.
)",
     "What is a list? => A row of things.\nWhat is a set? => A bag of things.\n"},
    {"AnswersInAListWithinTheQuestions", R"(# Notes

- **Q1: What is a list?**
    - **A:** A row of things.
- **Q2: What is a set?**
    - **A:** A bag of things.
)",
     "What is a list? => A row of things.\nWhat is a set? => A bag of things.\n"},
    {"ListItemsWithFoldedAnswers", R"(# Questions

1. What is a list?

<details><summary>Answer</summary>A row of things.</details>

2. What is a set?

<details><summary>Answer</summary>A bag of things.</details>

3. What is a map?

<details><summary>Answer</summary>Both.</details>
)",
     "What is a list? => A row of things.\nWhat is a set? => A bag of things.\nWhat is a map? => "
     "Both.\n"},
    {"AListOfWhichOneIsAnsweredRightBelow",
     "- What is a list?\n  A row of things.\n- What is a set?\n- Why sort\n  a set?\n",
     "What is a list? => A row of things.\nWhat is a set? => ?\nWhy sort a set? => ?\n"},
    {"AListOfWhichFewAreAnswered", R"(# Questions

1. What is a list?

   A row of things.

2. What is a set?
3. What is a map?

   Pairs of things.

4. What is a tree?
5. What is a heap?

   A tree in a row.

6. What is a graph?
)",
     "What is a list? => A row of things.\nWhat is a set? => ?\nWhat is a map? => Pairs of "
     "things.\nWhat is a tree? => ?\nWhat is a heap? => A tree in a row.\nWhat is a graph? => ?\n"},
    {"TasksWhoseContentsNameMoreThanIsAnswered", R"(# Contents

- [x] [What is a list?](#1)
- [x] [What is a set?](#2)
- [x] [What is a map?](#3)
- [ ] [What is a tree?](#4)
- [ ] [What is a heap?](#5)

# Below

- [ ] [What is a list?](#1)

  A row of things.

- [ ] [What is a set?](#2)

  A bag of things.

- [ ] [What is a map?](#3)

  Pairs of things.
)",
     "What is a list? => A row of things.\nWhat is a set? => A bag of things.\nWhat is a map? => "
     "Pairs of things.\n"},
    {"AnswersAreASection", R"(# Contents

- [What is a list?](#list)
- [What is a set?](#set)
- [What is a map?](#map)

# Answers

### What is a list?

A row of things.

### What is a set?

A bag of things.

### What is a map?

Pairs of things.
)",
     "What is a list? => A row of things.\nWhat is a set? => A bag of things.\nWhat is a map? => "
     "Pairs of things.\n"},
    {"AnFaqHeadingBesideItsQuestions", R"(## FAQ

* [What is a list?](#list)
* [What is a set?](#set)
* [What is a map?](#map)

## What is a list?

A row of things.

## What is a set?

A bag of things.

## What is a map?

Pairs of things.
)",
     "What is a list? => A row of things.\nWhat is a set? => A bag of things.\nWhat is a map? => "
     "Pairs of things.\n"},
    {"UnderlinedQuestionsWithLabels", R"(Collections
===========

Question 1. What is a list
-----

A row of things.

Question 2. What is a set
-----

A bag of things.
)",
     "What is a list => A row of things.\nWhat is a set => A bag of things.\n"},
    {"DashesBetweenQuestionAndAnswer", R"(# Questions

1. What is a list? - A row of things.
2. What is a set? - A bag of things.
3. What is a map? - Both.
)",
     "What is a list? => A row of things.\nWhat is a set? => A bag of things.\nWhat is a map? => "
     "Both.\n"},
    {"LabelsInAList",
     "- **Q: What is a lock?**\n  - A: A guard.\n- **Q: What is a key?**\n  - A: An opener.\n",
     "What is a lock? => A guard.\nWhat is a key? => An opener.\n"},
    {"ABareLabelAboveItsQuestion",
     "## Q1\nWhat is a lock?\n\nA guard.\n\n## Q2\nWhat is a key?\n\nAn opener.\n",
     "What is a lock? => A guard.\nWhat is a key? => An opener.\n"},
    {"RomanNumeralsAndLetters",
     "# Questions\n\n## II. What is law?\n\nRules.\n\n## b) Describe a court\n\nA place.\n\n## (c) "
     "Who "
     "judges\n\nA person.\n",
     "What is law? => Rules.\nDescribe a court => A place.\nWho judges => A person.\n"},
    {"LettersThatLabelHeadingsAndTheirAnswers",
     "# Ayuda\n\n### P: ¿Es gratis?\n\n**R:** Sí.\n\nSiempre.\n\n### P: ¿Se puede "
     "copiar?\n\n**R:** "
     "Se puede.\n\n### P: ¿Cuándo?\n\nR: Hoy.\n",
     "¿Es gratis? => Sí.//Siempre.\n¿Se puede copiar? => Se puede.\n¿Cuándo? => Hoy.\n"},
    {"AnAnswersLetterBelowAHeading",
     "### Q: Is it free?\n\n**A:** Yes.\n\n### Q: Can I copy it?\nA: You can.\n",
     "Is it free? => Yes.\nCan I copy it? => You can.\n"},
    {"ALetterWithoutAnAnswersIsNoLabel",
     "# Drives\n\n### D: is full, why?\n\nFilms.\n\n### E: is slow, why?\n\nOld.\n\n### F: is "
     "gone, "
     "why?\n\nBroken.\n",
     "D: is full, why? => Films.\nE: is slow, why? => Old.\nF: is gone, why? => Broken.\n"},
    {"LettersAndAnArrowInAListLine",
     "# Hilfe\n\n- **F**: Ist es frei? → **A**: Ja.\n- **F**: Darf ich kopieren? → **A**: Gern.\n- "
     "**F**: Wann? → **A**: Heute.\n",
     "Ist es frei? => Ja.\nDarf ich kopieren? => Gern.\nWann? => Heute.\n"},
    {"WhatKindOfAnswerFollows",
     "## 1. Is it free?\n\n**Ideal Answer:**\nYes.\n\n## 2. Can I copy it?\n\n**Strong answer:** "
     "You "
     "can.\n\n## 3. When?\n\nYour answer:\n\nResearched answer:\n",
     "Is it free? => Yes.\nCan I copy it? => You can.\nWhen? => ?\n"},
    {"AFormToFillIn",
     "# FAQ\n\n### ¿[Pregunta]?\n\n[Respuesta clara.]\n\n### {{question}}\n\n{{answer}}\n\n### Is "
     "it "
     "free?\n\n[Yes](yes.md)\n",
     "Is it free? => [Yes](yes.md)\n"},
    {"AQuestionWithoutAnAnswerInAQuotation",
     "> What is a stack?\n\nLast in.\n\n> What is a heap?\n\n> What is a queue?\n\nFirst in.\n",
     "What is a stack? => Last in.\nWhat is a heap? => ?\nWhat is a queue? => First in.\n"},
};
INSTANTIATE_TEST_SUITE_P(Labels, Worlds, testing::ValuesIn(labels), case_name);

const World tables[] = {
    {"ATableWithAnswers", R"(### GPT answers
| Question  | Source | ChatGPT |
|:----------|:------:|:--------|
| Why small? | Book | Fast.
Also cheap.
And light. |
| Why big? | Site | Strong.<br>Also `a|b` and x \| y. | |
| Why so? | Book | P(A|B) is | it. | 
)",
     "Why small? => Fast./Also cheap./And light.\nWhy big? => Strong./Also `a|b` and x | y.\n"
     "Why so? => P(A|B) is | it.\n"},
    {"ATableOfQuestionsAlone", R"(| No. | Questions |
| --- | --------- |
| 1 | [What is a?](#a) |
| 2 | [What is b?](#b) |
)",
     ""},
    {"ATableOfContentsThatCountsQuestions", R"(# Boats

| Chapter | Number of questions | Description |
|---|---|---|
| [Keels](#k) | 14 questions | Simple and relaxed, for everybody who starts out. |
| [Ropes](#r) | 65 questions | Reasonably hard, for those who know their knots. |

| Part | # of questions | Explanation |
|---|---|---|
| Sails | 12 | Hard to answer when the wind is strong and cold. |
| Oars | 7 | Short and sweet, for the end of a long day. |

| Teil | Anzahl der Fragen | Antwort |
|---|---|---|
| Ruder | 9 | Am Ende. |
)",
     ""},
    {"ATableOfQuestionsAndLevels", "| Question | Level |\n|---|---|\n| What is a? | easy |\n", ""},
    {"AnUnnamedAnswerColumn", R"(| Question | My notes of 2023 |
|---|---|
| Why a? | Because of the many reasons there are for it. |
| Why b? | There is no reason at all for that one, I think. |
)",
     "Why a? => Because of the many reasons there are for it.\n"
     "Why b? => There is no reason at all for that one, I think.\n"},
    {"ATableAndQuotations", R"(# Interview

### Demo

> Explain the test like a dialogue

```
Alice: Hey.
Bob: Ho.
```

> Write a job that counts users

The job:

``` python
count()
```

### Answers

| Question | Source | Answer |
|---|---|---|
| What is it? | Book | That. |
)",
     "Explain the test like a dialogue => ```/Alice: Hey./Bob: Ho./```\n"
     "Write a job that counts users => The job://``` python/count()/```\n"
     "What is it? => That.\n"},
};
INSTANTIATE_TEST_SUITE_P(Tables, Worlds, testing::ValuesIn(tables), case_name);

const World quizzes[] = {
    {"TickedOptions", R"(## Git

#### Q1. Which command stages?

- [ ] `git commit`
- [x] `git add`
- [ ] `git push`

**Explanation:** It adds.

#### Q2. What does this print?

```bash
echo 1
```

- [ ] 2
- [x] 1

#### Q3. Which two?

- [x] one
- [x] two
- [ ] three

#### Q4. Which one has nobody ticked?

- [ ] this
- [ ] that
)",
     "Which command stages? => `git add`//**Explanation:** It adds.\nWhat does this print? => 1\n"
     "Which two? => - one/- two\nWhich one has nobody ticked? => ?\n"},
    {"LettersAndAFold", R"(###### 1. What's the output?

```js
f();
```

- A: 1
- B: 2

<details><summary><b>Answer</b></summary>
<p>

#### Answer: B

It is two.

</p>
</details>

---

###### 2. What's the output?

```js
g();
```

- A: 3
- B: 4

<details><summary><b>Answer</b></summary>
<p>

#### Answer: A

It is three.

</p>
</details>

---

###### 3.Which is true?

- A: all
- B: none

<details><summary><b>Answer</b></summary>
<p>

#### Answer: B

None.

</p>
</details>
)",
     "What's the output? => 2//#### Answer: B//It is two.\n"
     "What's the output? => 3//#### Answer: A//It is three.\n"
     "Which is true? => none//#### Answer: B//None.\n"},
    {"NumberedLinesWithFolds", R"(# JavaScript

1. What is printed?

```js
f();
```

- A: 1
- B: 2

<details><summary><b>Answer</b></summary>
A, as it returns 1.
</details>

 2. What happens here?

- A: this
- B: that

<details><summary><b>Answer</b></summary>
B, always.
</details>

3. Which one is right?

- A: left
- B: right

<details><summary><b>Answer</b></summary>
B, of course.
</details>
)",
     "What is printed? => A, as it returns 1.\nWhat happens here? => B, always.\n"
     "Which one is right? => B, of course.\n"},
    {"NumberedLinesWithAnswerLabels", R"(# Quiz

1. What is a byte?
   - A) 4 bits
   - B) 8 bits

   **Answer:** B

2. What is a nibble?
   - A) 4 bits
   - B) 8 bits

   **Answer:** A

3. What is a word?
   - A) 1 bit
   - B) it depends

   **Answer:** B
)",
     "What is a byte? => 8 bits//**Answer:** B\nWhat is a nibble? => 4 bits//**Answer:** A\n"
     "What is a word? => it depends//**Answer:** B\n"},
};
INSTANTIATE_TEST_SUITE_P(Quizzes, Worlds, testing::ValuesIn(quizzes), case_name);

const World lists[] = {
    {"NumbersAloneStandAboveEntries", R"(# Structures

## #1

### Heap

A tree.

### References

- a book

## #1-1

### Stack

A pile.
)",
     "Heap => A tree.//### References//- a book\nStack => A pile.\n"},
    {"PropertiesOfAnOutlinerAreNoCards", R"(alias:: hive
kin:: [[Bees]]
type:: flashcards

- What is a drone? #card
  - A male.
)",
     "What is a drone? => - A male.\n"},
    {"QuotedCodeIsNoQuestion", R"(# FAQ

## It does not start

>     ERROR: Could not find it

Switch it on.

## It stops

>     ERROR: Is it on fire

Put it out.
)",
     "It does not start => >     ERROR: Could not find it//Switch it on.\nIt stops => >     ERROR: "
     "Is it on fire//Put it out.\n"},
    {"BoldItemsAboveTextAreEntriesOfAnFaq", R"(# FAQ

- **It sticks**

  Butter it.

- **It burns**

  Less fire.
)",
     "It sticks => Butter it.\nIt burns => Less fire.\n"},
    {"ABoldLineBeginsTheTextOfAnItem", R"(# Learning

- [ ] [What is noise?](#1)

  **Chance.**

- [ ] [What is bias?](#2)

  **A lean.**
)",
     "What is noise? => **Chance.**\nWhat is bias? => **A lean.**\n"},
    {"FoldsInItemsHoldTheAnswer", R"(# Sea

1. What is a quay?

    <details><summary>Answer</summary>
      A wall.
    </details>

2. What is a mole?

    <details><summary>Answer</summary>
      A wall, too.
    </details>

3. Which are of stone? (Choose two)
    - A. Quays
    - B. Sails
    - C. Moles

    <details markdown=1><summary>Answer</summary>
      Correct answer: AC
    </details>
)",
     "What is a quay? => A wall.\nWhat is a mole? => A wall, too.\nWhich are of stone? (Choose "
     "two) "
     "=> Quays/Moles//Correct answer: AC\n"},
    {"QuotationsWithHeadings", R"(# Bees

> ## Why do they swarm?
>
> It is *crowded*.

> ## What do they eat?
> Honey.
> And more.
)",
     "Why do they swarm? => It is *crowded*.\nWhat do they eat? => Honey./And more.\n"},
    {"AnswersInTheSameLine", R"(# Common questions

## Focus

* What is the process? It is [long](https://example.org/?a=b).
* Do I need to know trees? Yes, and graphs.

* Is it hard? No.

* Common questions about [my talk](https://example.org/?source=x).
)",
     "What is the process? => It is [long](https://example.org/?a=b).\n"
     "Do I need to know trees? => Yes, and graphs.\nIs it hard? => No.\n"},
    {"ListsOfQuestionsAlone", R"(# Interview questions
1. What is learning? Discuss tasks and experience.
1. What is bias?
1. What is variance? Why?
1. What is a prior?
1. What is a posterior? Where does the log come from?
1. Why validate?
)",
     ""},
    {"LinksToAnswersElsewhere", R"(# Questions
- [What is a?](https://example.org/1)
- [What is b? Why?](https://example.org/2)
- [What is c?](https://example.org/3)
- [What is d?](https://example.org/4)
)",
     ""},
    {"TasksWithTheirContentsAbove", R"(# 问题

- [ ] [1-1 什么是过拟合？](#1-1)
- [ ] [1-2 什么是偏差？](#1-2)
- [ ] [1-3 什么是方差？](#1-3)
- [ ] [1-4 什么是噪声？](#1-4)

# 解答

## 基础

- [ ] <span id="1-1">1-1 什么是过拟合？</span>

  记住了噪声。

- [ ] [1-2 什么是偏差？](#1-2)

1. 系统的误差。
2. 不随样本变。

- [ ] [1-3 什么是方差？](#1-3)

  随样本变。

- [ ] [1-4 什么是噪声？](#1-4)
)",
     "什么是过拟合？ => 记住了噪声。\n什么是偏差？ => 1. 系统的误差。/2. "
     "不随样本变。\n什么是方差？ => 随样本变。\n什么是噪声？ => ?\n"},
    {"NumberedItemsWithIndentedAnswers", R"(# Java interview

1. What is a thread?

   A line of work.

2. What is a lock?

   A door.

   1. One
   2. Two

3. What is a race?

   Two at one door.
)",
     "What is a thread? => A line of work.\nWhat is a lock? => A door.//1. One/2. Two\n"
     "What is a race? => Two at one door.\n"},
    {"BoldItemsWithNestedAnswers", R"(# Interview

- **What is a queue?**
  - First in, first out.
- **What is a stack?**
  - Last in, first out.
- **What is a heap?**
  - Smallest first.
)",
     "What is a queue? => - First in, first out.\nWhat is a stack? => - Last in, first out.\n"
     "What is a heap? => - Smallest first.\n"},
    {"NestedQuestionsAreNoAnswers", R"(# Interview questions

1. [E] What is a vector?
    1. [E] What is its norm?
    1. [M] What is its direction?
1. [E] What is a matrix?
    1. [E] Why is it a map?
1. [M] What is a tensor?
    1. [H] How many indices has it?
)",
     ""},
    {"BoldItemsAlone", R"(# LLM interview questions

- **What is a token?**
- **What is a prompt?**
- **How are models trained?**
- **Explain temperature.**

[Back to top](#top)
)",
     ""},
    {"BoldTermsAreTheFrontsOfFlashcards",
     "# Flashcards\n\n## Shapes\n\n1. **Stack**\n   * Last in.\n\n2. **Queue**\n   * First "
     "in.\n\n## "
     "Trees\n\n3. **Heap vs. treap**\n   * Both.\n",
     "Stack => * Last in.\nQueue => * First in.\nHeap vs. treap => * Both.\n"},
    {"BoldTermsOfAManualAreNone",
     "# Manual\n\n1. **Stack**\n   * Last in.\n\n2. **Queue**\n   * First in.\n\n3. **Heap**\n   * "
     "Both.\n",
     ""},
};
INSTANTIATE_TEST_SUITE_P(Lists, Worlds, testing::ValuesIn(lists), case_name);

const World bold[] = {
    {"BoldLinesWithEmoji", R"(# Theory

## Linear models

**What is regression? 👶**

Fitting a line.

**Bias** is an error.

<br/>

**What is a residual? ⭐️**

What is left.

<br/>

**How do you fit it? 🚀**

Answer here

<br/>
)",
     "What is regression? => Fitting a line.//**Bias** is an error.\nWhat is a residual? => What "
     "is left.\n"
     "How do you fit it? => ?\n"},
    {"BoldNumbers", R"(# Coding interview

**1) FizzBuzz**. Print numbers.

```python
fizz()
```

<br/>

**2) Factorial**. Compute it.

```python
fact()
```

**3) Mean**. Compute that.

```python
mean()
```
)",
     "FizzBuzz. Print numbers. => ```python/fizz()/```\nFactorial. Compute it. => "
     "```python/fact()/```\n"
     "Mean. Compute that. => ```python/mean()/```\n"},
    {"BoldNumberedQuestions", R"(# Interview

**1. What is DNS?**

A phone book.

**2. What is DHCP?**

A receptionist.

**3. What is NAT?**

A switchboard.
)",
     "What is DNS? => A phone book.\nWhat is DHCP? => A receptionist.\nWhat is NAT? => A "
     "switchboard.\n"},
    {"TwoAreEnoughInAnFaqSection",
     "# tool\n\n**Note**\n\n## FAQ\n\n**Is it free?**\n\nYes.\n\n**Is it fast?**\nNo.\n\n## "
     "License\n\nMIT\n",
     "Is it free? => Yes.\nIs it fast? => No.\n"},
    {"TheAnswerFollowsInTheLine",
     "# Notes\n\n**What is a lock?** A guard.\n\n**What is a key?** An opener.\n\n**What is a "
     "door?** "
     "A hole.\nOr not.\n",
     "What is a lock? => A guard.\nWhat is a key? => An opener.\n"
     "What is a door? => A hole./Or not.\n"},
    {"QuestionsInItalics",
     "# Notes\n\n*What is a lock?*\n\nA guard.\n\n*What is a key?*\nAn opener.\n\n_What is a "
     "door?_\n\nA hole.\n",
     "What is a lock? => A guard.\nWhat is a key? => An opener.\nWhat is a door? => A hole.\n"},
    {"BoldLinesThatAnnounceAreParts",
     "**What is a stack?**\n\nA pile.\n\n**Key uses:**\n\n- calls\n\n**Hard questions:**\n\n**How "
     "deep "
     "is it?**\n\nVery.\n\n**Why?**\n\nRoom.\n",
     "What is a stack? => A pile.//**Key uses:**//- calls\nHow deep is it? => Very.\nWhy? => "
     "Room.\n"},
};
INSTANTIATE_TEST_SUITE_P(Bold, Worlds, testing::ValuesIn(bold), case_name);

const World files[] = {
    {"FrontMatterWithAQuestion",
     "---\nid: ab12\nquestion: 'Can I join late?'\nsort_order: 3\n---\n\nYes.\n\n- Soon.\n",
     "Can I join late? => Yes.//- Soon.\n", "_questions/general/003_ab12_join.md"},
    {"FrontMatterWithBoth", "---\nquestion: Is it open?\nanswer: |\n  It is.\n---\n",
     "Is it open? => It is.\n", "_faqs/open.md"},
    {"FrontMatterWhoseTitleAsks",
     "---\ntitle: \"How do I reset my password?\"\nweight: 10\ndraft: false\n---\nClick.\n",
     "How do I reset my password? => Click.\n", "content/faq/reset.md"},
    {"FrontMatterThatIsNoYaml", "---\ntitle: How do I: reset it?\n---\nClick.\n",
     "How do I: reset it? => Click.\n", "content/faq/reset.md"},
    {"AFoldedTitle", "---\ntitle: Are food products from the region\n  affected?\n---\nNo.\n",
     "Are food products from the region affected? => No.\n", "_content/food.md"},
    {"ATitleThatAsksInAFolderOfQuestions",
     "---\ntitle: Describe floats and how they work.\n---\n\nThey float.\n",
     "Describe floats and how they work. => They float.\n", "quiz/questions/floats/en-US.mdx"},
    {"ATitleOfMany",
     "---\ntitle: Accessibility Questions\n---\n\n* What is ARIA?\n* What is alt?\n", "",
     "src/questions/accessibility.md"},
    {"TheOnlyHeadingIsAQuestion",
     "---\ndate: 2024-01-02\n---\n\n<!-- a card -->\n\n# 7. What is a mutex?\n\nA lock.\n",
     "What is a mutex? => A lock.\n", "no such folder/card.md"},
    {"AFileWithAQuestionBelowItsTitleAndAnAnswerGuide",
     "# Reef in time\n\nThe wind rises. When do you reef?\n\n## Answer guide\n\n- Early.\n\n"
     "## References\n\n- A book.\n",
     "The wind rises. When do you reef? => - Early.\n", "no such folder/reef.md"},
    {"AReadmeByItselfIsAboutItsProject", "# Why another build tool?\n\nBecause.\n", "",
     "no such folder/README.md"},
    {"APostWithChapters", "# Why did we leave?\n\nRain.\n\n## Then\n\nSun.\n", "",
     "no such folder/post.md"},
    {"AHeadingThatAsksBelowATextIsNotTheFilesQuestion", "Hello.\n\n# What now?\n\nNothing.\n", "",
     "no such folder/post.md"},
    {"ABlogPost", "---\ntitle: Release notes\ndate: 2024-01-02\n---\n\nWe released.\n", "",
     "blog/release.md"},
    {"AListOfPairsInTheFrontMatter",
     "---\ntitle: Help\nlayout: faq\nfaqs:\n  - question: Is it free?\n    answer: Yes.\n  - "
     "question: "
     "Can I copy it?\n    answer: |\n      You can.\n---\n\n## More\n\nWrite to us.\n",
     "Is it free? => Yes.\nCan I copy it? => You can.\n"},
    {"CardsInTheFrontMatter",
     "---\ntitle: Knots\ncards:\n  - id: 1\n    front: What holds a sail?\n    back: A sheet.\n  - "
     "id: 2\n    front: Name a loop.\n    back: The bowline.\n---\n\n## Detail\n\nA bight.\n",
     "What holds a sail? => A sheet.\nName a loop. => The bowline.\n"},
    {"PairsInTheFrontMatterInAnotherLanguage",
     "---\ntitle: Hafen\nfragen:\n  - frage: Wo liegt er?\n    antwort: Im Osten.\n---\n\nText.\n",
     "Wo liegt er? => Im Osten.\n"},
    {"TitlesBelowAnFaqInTheFrontMatter",
     "---\nhero:\n  title: Sail\nfaq:\n  items:\n    - title: May I steer?\n      content: You "
     "may.\n"
     "features:\n  - title: Fast\n    content: Very.\n---\n\nText.\n",
     "May I steer? => You may.\n"},
    {"AMenuInTheFrontMatterIsNone",
     "---\nmenu:\n  - title: Home\n    text: Back\n  - title: FAQ\n    text: Help\n---\n\nWords.\n",
     ""},
};
INSTANTIATE_TEST_SUITE_P(Files, Worlds, testing::ValuesIn(files), case_name);

const World boxes[] = {
    {"AdmonitionsThatAsk",
     "# Help\n\n??? question \"Where are the logs?\"\n\n    In `/var/log`.\n\n    - all of "
     "them\n\n!!! faq \"Is it free?\"\n    Yes.\n\n!!! note \"Read this\"\n    No.\n\nThe end.\n",
     "Where are the logs? => In `/var/log`.//- all of them\nIs it free? => Yes.\n"},
    {"AdmonitionsThatAskNothing",
     "# Setup\n\n!!! note \"First\"\n    Do.\n\n??? info \"More\"\n    Yes.\n\n??? tip \"Less\"\n  "
     "  No.\n",
     ""},
    {"AnAdmonitionBelowHoldsTheAnswer",
     "!!! question \"Exercise 1\"\n    What is 2 + 2?\n\n??? success \"Solution\"\n    Four.\n",
     "What is 2 + 2? => Four.\n"},
    {"Containers",
     "# Help\n\n::: details How do I deploy?\nPush.\n\n::: tip\nOften.\n:::\n:::\n\n"
     ":::details[Why is it blank?]\nThe base is wrong.\n:::\n\n:::{dropdown} Who?\nWe.\n:::\n",
     "How do I deploy? => Push.//::: tip/Often./:::\nWhy is it blank? => The base is wrong.\n"
     "Who? => We.\n"},
    {"HeadingsInAContainer",
     "# X\n\n:::faq\n## How do I go in?\nBy the door.\n## How do I go "
     "out?\nBy the window.\n:::\n",
     "How do I go in? => By the door.\nHow do I go out? => By the window.\n", "faq.md"},
    {"Components",
     "import A from 'a'\n\n<Group>\n  <Accordion title=\"How do I pay?\" icon={x}>\n    By "
     "card.\n\n    - or not\n  </Accordion>\n  <Accordion title={'Can I stop?'}>Yes.</Accordion>\n"
     "</Group>\n\n<FAQItem question=\"Who?\" answer=\"We.\" />\n",
     "How do I pay? => By card.//- or not\nCan I stop? => Yes.\nWho? => We.\n"},
    {"TriggersWithContents",
     "<AccordionItem value=\"1\">\n<AccordionTrigger>Is it "
     "small?</AccordionTrigger>\n<AccordionContent>Yes.</AccordionContent>\n</AccordionItem>\n"
     "<AccordionItem value=\"2\">\n<AccordionTrigger>Is it "
     "round?</AccordionTrigger>\n<AccordionContent>No.</AccordionContent>\n</AccordionItem>\n",
     "Is it small? => Yes.\nIs it round? => No.\n"},
    {"Shortcodes",
     "{{< details \"How do I pay?\" >}}\nBy card.\n{{< /details >}}\n\n{{% expand title=\"Can I "
     "stop?\" %}}\nYes.\n{{% /expand %}}\n",
     "How do I pay? => By card.\nCan I stop? => Yes.\n"},
    {"Callouts",
     "> [!question]- What is a page?\n> A block\n> of memory.\n\n> [!question] What is a frame?\n> "
     "> [!success]- Answer\n> > Another block.\n\n> [!NOTE]\n> Read on.\n",
     "What is a page? => A block/of memory.\nWhat is a frame? => Another block.\n"},
    {"Definitions",
     "# Help\n\nIs it free?\n: Yes.\n: Always.\n\nCan I copy it?\n\n:   You can.\n\n    Twice.\n",
     "Is it free? => Yes./Always.\nCan I copy it? => You can.//Twice.\n"},
    {"AGlossaryAsksNothing", "Kernel\n: The core.\n\nShell\n: The outside.\n\nPipe\n: A tube.\n",
     ""},
    {"DefinitionsAsTags",
     "<dl>\n<dt>Is it free?</dt>\n<dd>Yes.</dd>\n  <dt><b>Can I copy it?</b></dt>\n  <dd>\n\n  You "
     "**can**.\n\n  </dd>\n</dl>\n",
     "Is it free? => Yes.\nCan I copy it? => You **can**.\n"},
    {"CardsInALine", "#flashcards/os\n\nWhat is a stack?::Last in, first out.\nHeap:::A tree.\n",
     "What is a stack? => Last in, first out.\nHeap => A tree.\n"},
    {"NamesOfAProgramAreNoCards", "Use std::move and std::swap.\n\nFoo::bar\n\nstatus:: done\n",
     ""},
    {"CardsOfSeveralLines",
     "What is a stack?\n?\nLast in,\nfirst out.\n\nWhat is a queue?\n??\nFirst in, first out.\n",
     "What is a stack? => Last in,/first out.\nWhat is a queue? => First in, first out.\n"},
    {"CardsWithATag",
     "- What is TCP? #card\n  - A protocol\n  - of streams\n- Other\n\nWhat is UDP? #card\nOf "
     "datagrams.\n",
     "What is TCP? => - A protocol/- of streams\nWhat is UDP? => Of datagrams.\n"},
    {"WhatStandsBetweenTwoTermsBelongsToTheFirst",
     "# Help\n\nIs it free?\n\n: Yes, but:\n\n- not for cats\n\nNor for dogs.\n\nCan I copy "
     "it?\n\n: You can.\n\n## About\n\nWords.\n",
     "Is it free? => Yes, but://- not for cats//Nor for dogs.\nCan I copy it? => You can.\n"},
    {"CardsWithTwoSides",
     "## Cards\n\n**Card 1**\n- Front: What is a stack?\n- Back: Last in,\n  first out.\n- Tags: "
     "order\n\n**Card 2**\n- Front: Name a queue.\n- Back: A line of people.\n",
     "What is a stack? => Last in,/first out.\nName a queue. => A line of people.\n"},
    {"CardsWithTwoSidesAsParagraphs",
     "**Front:** What is a stack?\n\n**Back:** Last in.\n\n---\n\n**Front:** A queue?\n\n**Back:** "
     "A line.\n",
     "What is a stack? => Last in.\nA queue? => A line.\n"},
    {"TheFrontOfAHouseIsNoCard", "- Front: red\n- Side: blue\n- Back: green\n", ""},
};
INSTANTIATE_TEST_SUITE_P(Boxes, Worlds, testing::ValuesIn(boxes), case_name);

TEST(MarkdownReader, CarriesAllThatIsSaid) {
  const Reading collector(
      "---\ntags: [norms]\nsource: Book 5.1\n---\n# Vectors\n\n## Norms\n\n"
      "### 1. [M] How do they *differ*?\n<!-- tags: (metrics) -->\n\nIn scale.\n\n"
      "### 2. [E] What is one?\n\nA size. [[src](x)]\n\n"
      "### 3. [H] Why? [[src](https://example.org)]\n\n```text\nx\n```\n\n**Answer:** So.\n",
      "docs/zh-CN/vectors.md");
  ASSERT_EQ(collector.records.size(), 3U);
  const Record& first = collector.records[0];
  EXPECT_EQ(first.question, "How do they differ?");
  EXPECT_EQ(first.answer, "In scale.");
  EXPECT_EQ(first.difficulty, "medium");
  EXPECT_THAT(first.tags, ElementsAre("norms", "metrics"));
  EXPECT_THAT(first.section, ElementsAre("Vectors", "Norms"));
  EXPECT_EQ(first.source, "Book 5.1");
  EXPECT_EQ(first.url, "#1-m-how-do-they-differ");
  EXPECT_EQ(first.language, "en");  // in a folder of translations, and not translated
  EXPECT_EQ(first.place.line, 9U);
  EXPECT_EQ(first.place.end_line, 12U);
  EXPECT_EQ(first.place.byte, 60U);
  EXPECT_FALSE(first.id.empty());
  const Record& third = collector.records[2];
  EXPECT_EQ(third.source, "https://example.org");
  EXPECT_EQ(third.body, "```text\nx\n```");
  EXPECT_EQ(third.answer, "So.");
  ASSERT_FALSE(collector.sightings.empty());
  EXPECT_EQ(collector.sightings[0].shape, "Markdown headings");
}

TEST(MarkdownReader, ANoteWithoutHeadingsIsNamedByItsFile) {
  const auto section_in = [](const std::string& path, const std::string& before = {}) {
    const Reading collector(before + "Q: How often?\nA: Monthly.\n\nQ: With what?\nA: Acid.\n",
                            path);
    return collector.records.empty() ? std::vector<std::string>{"no records"}
                                     : collector.records[0].section;
  };
  EXPECT_THAT(section_in("notes/Kettle descaling.md"), ElementsAre("Kettle descaling"));
  EXPECT_THAT(section_in("notes/Kettle descaling.md", "---\ntitle: Limescale\n---\n"),
              ElementsAre("Limescale"));
  EXPECT_THAT(section_in("notes/Kettle descaling.md", "# Kitchen\n\n"), ElementsAre("Kitchen"));
  EXPECT_THAT(section_in("notes/kettle.md"), testing::IsEmpty());
  EXPECT_THAT(section_in("notes/Questions and answers.md"), testing::IsEmpty());
}

TEST(MarkdownReader, ANoteIsFoundByItsAliases) {
  const auto tags_of = [](const std::string& front_matter) {
    const Reading collector("---\n" + front_matter +
                                "---\n# Kettle\n\nQ: How often?\nA: Monthly.\n\nQ: With "
                                "what?\nA: Acid.\n",
                            "kettle.md");
    return collector.records.empty() ? std::vector<std::string>{"no records"}
                                     : collector.records[0].tags;
  };
  EXPECT_THAT(tags_of("aliases: [Boiler, Water heater]\ntags: kitchen\n"),
              ElementsAre("Boiler", "Water heater", "kitchen"));
  EXPECT_THAT(tags_of("aliases:\n  - Boiler\n"), ElementsAre("Boiler"));
  EXPECT_THAT(tags_of("alias: Boiler\n"), ElementsAre("Boiler"));
  EXPECT_THAT(tags_of("aliases: [/old/kettle/, \"https://example.org/k\", kettle.html]\n"),
              testing::IsEmpty());
}

TEST(MarkdownReader, ColumnsBecomeFields) {
  const Reading collector(
      "# T\n\n| Question | Source | Difficulty | Tags | Section | Answer |\n|-|-|-|-|-|-|\n"
      "| Why? | Book | hard | a, b | Norms | So. |\n");
  ASSERT_EQ(collector.records.size(), 1U);
  EXPECT_EQ(collector.records[0].source, "Book");
  EXPECT_EQ(collector.records[0].difficulty, "hard");
  EXPECT_THAT(collector.records[0].tags, ElementsAre("a", "b"));
  EXPECT_THAT(collector.records[0].section, ElementsAre("T", "Norms"));
}

std::string pairs_of_file(const std::filesystem::path& path) {
  Collector collector;
  Input input{path, collector};
  read_markdown(input);
  return pairs_of(collector);
}

TEST(MarkdownReader, AFilesNameAsksAmongOthersThatDo) {
  const TemporaryFolder folder;
  for (const char* name : {"What is Context.md", "Describe Activities.md", "How%20to test.md"})
    write_file(folder / name, "# x\n\ntext\n");
  const auto path =
      write_file(folder / "Why are there services？.md", "# `Service`\n\nFor work.\n");
  EXPECT_EQ(pairs_of_file(path), "Why are there services？ => # `Service`//For work.\n");
}

TEST(MarkdownReader, AHeadingAsksAmongFilesWhoseHeadingsDo) {
  const TemporaryFolder folder;
  for (const char* name : {"a.md", "b.md", "c.md"})
    write_file(folder / name, "---\ndate: 2024-01-02\n---\n\n# What is it?\n\nText.\n");
  const auto read = [&folder](std::string_view name, std::string_view text) {
    return pairs_of_file(write_file(folder / name, text));
  };
  EXPECT_EQ(read("d.md", "# Explain trees\n\nThey branch.\n\n## Cost\n\nlog n.\n"),
            "Explain trees => They branch.//## Cost//log n.\n");
  EXPECT_EQ(read("e.md", "# Trees\n\nThey branch.\n"), "");
  EXPECT_EQ(read("README.md", "# Why this collection?\n\nTo learn.\n"), "");
}

TEST(MarkdownReader, CardsOfAQuestionEachBeginWithASectionAndAskOn) {
  const TemporaryFolder folder;
  for (const char* name : {"q-warp.md", "q-weft.md", "q-reed.md"})
    write_file(folder / name, "# 经纱是什么？\n\n## 一句话回答\n\n线。\n");
  const auto read = [&folder](std::string_view name, std::string_view text) {
    return pairs_of_file(write_file(folder / name, text));
  };
  EXPECT_EQ(read("q-selvage.md", "# Why does a selvage curl?\n\n## Short answer\n\nTension.\n"),
            "Why does a selvage curl? => Tension.\n");
  EXPECT_EQ(read("q-heddle.md",
                 "# 综丝断了怎么办？\n\n## 回答\n\n换一根。\n\n## 追问\n\n"
                 "- **Q: 没有备用的呢？** → 用线打结。\n- **Q: 多久检查一次？** → 每月。\n"),
            "综丝断了怎么办？ => 换一根。//## 追问//"
            "- **Q: 没有备用的呢？** → 用线打结。/- **Q: 多久检查一次？** → 每月。\n");
  // Nothing above the first that asks: the heading is their title.
  EXPECT_EQ(read("chapter.md",
                 "# Why weave?\n\n**Q: Is it slow?**\n\n**A:** It is.\n\n"
                 "**Q: Is it dear?**\n\n**A:** Not at all.\n"),
            "Why weave? => ?\nIs it slow? => It is.\nIs it dear? => Not at all.\n");
  // No mark, and no text below.
  EXPECT_EQ(read("q-loom.md", "# Explain looms\n\n## Frame\n\nOf wood.\n"), "");
}

TEST(MarkdownReader, AnArticleKeptByATitleThatAsksIsOneQuestion) {
  const TemporaryFolder folder;
  const auto read = [&folder](std::string_view name, std::string_view text) {
    return pairs_of_file(write_file(folder / name, text));
  };
  EXPECT_EQ(read("面试官：怎么给毛线染色？.md",
                 "面试官：怎么给毛线染色？\n\n先浸泡。\n\n## 一、浸泡\n\n一小时。\n\n"
                 "## 二、为什么要媒染？\n\n不褪色。\n"),
            "面试官：怎么给毛线染色？ => 先浸泡。//## 一、浸泡//一小时。//## 二、为什么要媒染？//"
            "不褪色。\n");
  EXPECT_EQ(read("Why does wool felt？.md",
                 "# Why does wool felt？\n\nScales.\n\n# Heat\n\nIt opens them.\n"),
            "Why does wool felt？ => Scales.//# Heat//It opens them.\n");
  // Its headings ask; it has no text.
  EXPECT_EQ(read("Any questions？.md",
                 "# Any questions？\n\n## Is madder red?\n\nYes.\n\n## Is weld?\n\nYellow.\n"),
            "Is madder red? => Yes.\nIs weld? => Yellow.\n");
  EXPECT_EQ(read("What then？.md", "What then？\n"), "What then？ => ?\n");
}

TEST(MarkdownReader, SectionsBelowAHeadingThatAsksAreItsAnswerWhereMostAskNothing) {
  const TemporaryFolder folder;
  for (const char* name : {"a.md", "b.md", "c.md"})
    write_file(folder / name, "# How is it woven?\n\nBy hand.\n");
  const auto read = [&folder](std::string_view name, std::string_view text) {
    return pairs_of_file(write_file(folder / name, text));
  };
  EXPECT_EQ(read("d.md",
                 "# How do twill and satin differ?\n\nIn their floats.\n\n## What is a float?\n\n"
                 "A thread over others.\n\n## Twill\n\nA line.\n\n## Satin\n\nNo line.\n"),
            "How do twill and satin differ? => In their floats.//## What is a float?//"
            "A thread over others.//## Twill//A line.//## Satin//No line.\n");
  // Most of them ask: they are the questions.
  EXPECT_EQ(read("e.md",
                 "# Anything else?\n\nYes.\n\n## What is a float?\n\nA thread.\n\n"
                 "## What is a pick?\n\nA throw.\n"),
            "What is a float? => A thread.\nWhat is a pick? => A throw.\n");
}

TEST(MarkdownReader, AHeadingAsksInAFolderAQuestionWhereverOneStands) {
  const TemporaryFolder folder;
  for (const char* name : {"one/README.md", "two/README.md"})
    write_file(folder / name, "# How many?\n\nSome.\n");
  const auto path = write_file(folder / "three/README.md", "# How much?\n\nLots.\n");
  EXPECT_EQ(pairs_of_file(path), "How much? => Lots.\n");
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder / "three");
  EXPECT_EQ(pairs_of_file("README.md"), "How much? => Lots.\n");
  std::filesystem::current_path(before);
}

std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  text.reserve(size + piece.size());
  while (text.size() < size) text += piece;
  return text;
}

// Were any of these quadratic, the test would not end within the patience of ctest.
TEST(MarkdownReader, TakesLinearTimeOnHostileText) {
  for (const char* piece : {"#", "|", "<details>", "`"})
    EXPECT_TRUE(Reading(repeated(piece, 5'000'000)).records.empty()) << piece;
  for (const char* piece : {"<summary>",
                            "# \n",
                            "## 1. a\n",
                            "| a | b |\n",
                            "```\n",
                            "```js\n",
                            "> a?\n\nb\n\n",
                            "<details><summary>a</summary>\n",
                            "- a? b\n",
                            "**a?**\n\n",
                            "Q: a\n",
                            "<h1>\n",
                            "<!--\n",
                            "<pre>\n",
                            "a\n===\n",
                            "[",
                            "1. ### a\n",
                            "- [ ] a?\n",
                            "Answer:\n",
                            "\n",
                            "---\n",
                            "| Question | Answer |\n|-|-|\n| a",
                            "## What?\n",
                            "<br>",
                            "    ",
                            "\t",
                            "</b>",
                            "# a\n**b**\n\n1. c? d\n\n",
                            "## a?\n<details>\n\n",
                            "## 1. a\n```\n",
                            "# a\n## b?\nc\n"})
    EXPECT_LE(Reading(repeated(piece, 50'000)).records.size(), 50'000U) << piece;
}

TEST(MarkdownReader, ATitleOfMegabytesIsNotRepeatedAsItsAnchor) {
  const Reading reading("## What is a list?\n\nA row.\n\n## " + repeated("why ", 8'000) +
                        "?\n\nBecause.\n\n## What is a set?\n\nA bag.\n");
  ASSERT_EQ(reading.records.size(), 3U);
  EXPECT_EQ(reading.records[0].url, "#what-is-a-list");
  EXPECT_EQ(reading.records[1].url, "");
}

TEST(Markdown, ATopicTellsTheDifficultyOfItsQuestions) {
  Collector heard;
  Input input(
      "interview.md",
      "# Interview questions\n\n## Advanced\n\n### 1. What is a list?\n\nA row.\n\n## Sets\n\n"
      "Difficulty: *easy*\n\n### 2. What is a set?\n\nA bag.\n\n### 3. [H] What is a "
      "map?\n\nBoth.\n\n## Others\n\n### 4. What is a tree?\n\nA graph.\n",
      heard);
  read_markdown(input);
  ASSERT_EQ(heard.records.size(), 4U);
  EXPECT_EQ(heard.records[0].difficulty, "hard");
  EXPECT_EQ(heard.records[1].difficulty, "easy");
  EXPECT_EQ(heard.records[2].difficulty, "hard");
  EXPECT_EQ(heard.records[3].difficulty, "");
}

TEST(Markdown, WhatFollowsAListOfQuestionsAnswersNoneOfThem) {
  const Reading unanswered(
      "First interview\n\n1. What is yeast?\n2. What is rye?\n\nSecond interview\n\n"
      "1. What is malt?\n2. What is bran?\n\nThat was all.\n");
  EXPECT_EQ(unanswered.records.size(), 0U);
  const Reading ruled("- [What is yeast?](#a)\n- What is rye?\n\n---\n\nBread.\n");
  EXPECT_EQ(ruled.records.size(), 0U);
  const Reading answered("1. What is yeast?\n\nA fungus.\n\n2. What is rye?\n\nA grass.\n");
  EXPECT_EQ(answered.records.size(), 2U);
}

TEST(Markdown, HeadingsThatSayQuestionAndAnswerStandOverEachPair) {
  const Reading reading(
      "# Bread\n\n### Question\nIs it hot?\n\n### Answer\nYes.\n\n### Question\nSize of a "
      "loaf\n\n### Answer\nLarge.\n\n### Question\nIs it wet?\n\n### Answer\nVery.\n");
  ASSERT_EQ(reading.records.size(), 3U);
  EXPECT_EQ(reading.records[1].question, "Size of a loaf");
  EXPECT_EQ(reading.records[2].answer, "Very.");
}

TEST(Markdown, ABulletBelowABoldOneIsItsAnswer) {
  const Reading reading(
      "# FAQ\n\n- **It smokes**\n- Open it.\n\n---\n\n- **It is cold**\n- Heat it.\n\n---\n\n- "
      "**Is "
      "it old?**\n- No.\n");
  ASSERT_EQ(reading.records.size(), 3U);
  EXPECT_EQ(reading.records[0].question, "It smokes");
  EXPECT_EQ(reading.records[1].answer, "- Heat it.");
}

TEST(Markdown, AFormToFillInIsNoCollection) {
  EXPECT_EQ(Reading("### Question 1: *[Question title]*\n\n**Answer:**\n> Be concise.\n\n"
                    "### Question 2: *[Question title]*\n\n**Answer:**\n> Be brief.\n")
                .records.size(),
            0U);
  Collector heard;
  Input input(".github/ISSUE_TEMPLATE/bug.md",
              "## Is it hot?\n\nYes or no.\n\n## Is it old?\n\nSay.\n", heard);
  read_markdown(input);
  EXPECT_EQ(heard.records.size(), 0U);
}

TEST(Markdown, WhatIsSaidInAQuotationIsNoQuestion) {
  EXPECT_EQ(Reading("# Bread\n\nSay:\n\n> \"Is it hot?\"\n\nThe baker will tell.\n").records.size(),
            0U);
  EXPECT_EQ(
      Reading("# Bread\n\n> Is it hot?\n\nIt is.\n\n> Is it old?\n\nIt is not.\n").records.size(),
      2U);
}

TEST(Markdown, BoldQuestionsAreDressedInManyWays) {
  for (const char* const text : {
           "# FAQ\n\n**1- Is it hot?**\n\nYes.\n\n**2- Is it old?**\n\nNo.\n",
           "# FAQ\n\n### 1\xEF\xB8\x8F\xE2\x83\xA3 Is it hot?\n\nYes.\n\n"
           "### 2\xEF\xB8\x8F\xE2\x83\xA3 Is it old?\n\nNo.\n",
           "# FAQ\n\n<em>Is it hot?</em>\n\nYes.\n\n<em>Is it old?</em>\n\nNo.\n",
           "1. <details><summary><b>Is it hot?</b></summary>\n   Yes.\n   </details>\n2. "
           "<details><summary><b>Is it old?</b></summary>\n   No.\n   </details>\n",
           "# FAQ\n\n{% hint %}\n**Is it hot?**\n\nYes.\n\n{% hint %}\n**Is it old?**\n\nNo.\n",
       }) {
    const Reading reading(text);
    ASSERT_EQ(reading.records.size(), 2U) << text;
    EXPECT_EQ(reading.records[1].question, "Is it old?") << text;
    EXPECT_EQ(reading.records[1].answer, "No.") << text;
  }
  EXPECT_EQ(Reading("# FAQ\n\n**Is it hot?:**\nYes.\n\n**Is it old?:**\nNo.\n").records.size(), 2U);
}

TEST(Markdown, ParagraphsAboveLabelledAnswersAreQuestions) {
  const Reading reading(
      "Is it hot?\n\nОтвет: Да.\n\nExplain rye.\n\nОтвет: A grass.\n\nName a\ngrain.\n\n"
      "Ответ: Wheat.\n");
  EXPECT_EQ(pairs_of(reading),
            "Is it hot? => Да.\nExplain rye. => A grass.\nName a grain. => Wheat.\n");
  // The paragraph is the body where the heading asks.
  EXPECT_EQ(pairs_of(Reading("## Is it hot?\n\nThe oven, that is.\n\nAnswer: Yes.\n\n## Is it "
                             "old?\n\nThe bread.\n\nAnswer: No.\n")),
            "Is it hot? => Yes.\nIs it old? => No.\n");
}

TEST(Markdown, AnotherLabelMayStandBeforeThatOfAQuestion) {
  EXPECT_EQ(pairs_of(Reading("- [ ] **Question:** Is it hot?\n\n**Answer:** Yes.\n\n"
                             "- [ ] **Oven:** **Question:** The oven smokes; walk through what you "
                             "do.\n\n**Answer:** Open it.\n")),
            "Is it hot? => Yes.\nThe oven smokes; walk through what you do. => Open it.\n");
}

TEST(Markdown, AHeadingOverNothingButLinksIsNoEntry) {
  EXPECT_EQ(pairs_of(Reading("### Start\n\n* [Is it hot?](#hot)\n\n### Ovens\n\n* [Is it "
                             "old?](#old)\n\n### Is it hot?\n\nYes.\n\n### Is it old?\n\nNo.\n\n"
                             "### Elsewhere\n\n- [Bread](bread.md)\n- [Rye](rye.md)\n",
                             "FAQ.md")),
            "Is it hot? => Yes.\nIs it old? => No.\n");
}

TEST(Markdown, ListsInTheFrontMatterAndLiteralsOfComponentsArePairs) {
  EXPECT_EQ(
      pairs_of(Reading("---\ntitle: Bread\nfaq:\n  items:\n    - q: Is it hot?\n      a: Yes, "
                       "it is.\n---\n")),
      "Is it hot? => Yes, it is.\n");
  EXPECT_EQ(
      pairs_of(Reading("# Bread\n\n<Faq items={[\n  { question: \"Is it hot?\", answer: \"Yes.\" "
                       "},\n  { question: \"Is it old?\", answer: \"No.\" },\n]} />\n",
                       "bread.mdx")),
      "Is it hot? => Yes.\nIs it old? => No.\n");
}

TEST(Markdown, AGlossaryHasEntries) {
  EXPECT_EQ(pairs_of(Reading("# Glossary\n\n## Rye\n\nA grass.\n\n## Crumb\n\nThe inside of a "
                             "loaf.\n")),
            "Rye => A grass.\nCrumb => The inside of a loaf.\n");
}

}  // namespace
}  // namespace answers
