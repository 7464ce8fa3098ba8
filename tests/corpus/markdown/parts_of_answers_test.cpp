#include "corpus/input/input.h"
#include "corpus/markdown/markdown_reader.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

/// What a file of questions is read as: a line a question, "question => first line of its answer".
std::string pairs_of(const std::string& markdown, const std::string& path = "interview.md") {
  Collector heard;
  Input input(path, markdown, heard);
  read_markdown(input);
  std::string pairs;
  for (const Record& record : heard.records)
    pairs += record.question + " => " + record.answer.substr(0, record.answer.find('\n')) + "\n";
  return pairs;
}

TEST(PartsOfAnswers, QuestionsThatComeAgainBelowEachAreATemplate) {
  EXPECT_EQ(pairs_of(R"(# Ropes: questions

## 1. What is a bowline?

### What is it?

A loop that holds.

### When to use it?

At a mooring.

## 2. What is a clove hitch?

### 1. What is it?

Two turns around a post.

### 2. When to use it?

For a fender.

### 3. Why does it slip?

Nothing jams it.

## 3. Sheet bend or reef knot

### What is it?

Two ways to join.

### When to use it?

The bend for unlike ropes.
)"),
            "What is a bowline? => ### What is it?\n"
            "What is a clove hitch? => ### 1. What is it?\n"
            "Sheet bend or reef knot => ### What is it?\n");
}

TEST(PartsOfAnswers, WhatIsAskedOfOneThingAfterTheOtherIsAQuestionEachTime) {
  EXPECT_EQ(pairs_of(R"(# FAQ

## Ferry

### When does it leave?

At six.

### What does it cost?

Two coins.

## Bus

### When does it leave?

At seven.

### What does it cost?

One coin.

## Train

### When does it leave?

At eight.

### What does it cost?

Five coins.
)",
                     "faq.md"),
            "When does it leave? => At six.\nWhat does it cost? => Two coins.\n"
            "When does it leave? => At seven.\nWhat does it cost? => One coin.\n"
            "When does it leave? => At eight.\nWhat does it cost? => Five coins.\n");
}

TEST(PartsOfAnswers, TagsThatOnlyHoldOthersAreNoText) {
  EXPECT_EQ(pairs_of(R"(# Loom interview questions

## Beginner

<article data-level="a">

## Thread the heddle

Lift, pass, lower.

</article>

<article data-level="a">

## Tie a weaver's knot

<details><summary>Solution</summary>

Loop, pull.

</details>

</article>

## Advanced

<section id="b">

## Mend a broken warp

New thread.

</section>
)"),
            "Thread the heddle => Lift, pass, lower.\n"
            "Tie a weaver's knot => Loop, pull.\n"
            "Mend a broken warp => New thread.\n");
}

}  // namespace
}  // namespace answers
