#include "corpus/html/html_reader.h"
#include "corpus/input/input.h"
#include "corpus/markdown/markdown_reader.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace answers {
namespace {

/// A document whose headings name parts of a trouble: "question | body | answer" a line.
struct Article {
  const char* name;
  const char* path;
  const char* markdown;
  const char* records;
};

void PrintTo(const Article& article, std::ostream* out) { *out << article.name; }

std::string records_of(const Collector& heard) {
  std::string all;
  for (const Record& record : heard.records)
    all += record.question + " | " + record.body + " | " + record.answer + "\n";
  return all;
}

class TroubleArticle : public testing::TestWithParam<Article> {};

TEST_P(TroubleArticle, IsOneQuestion) {
  Collector heard;
  Input input(GetParam().path, GetParam().markdown, heard);
  read_markdown(input);
  EXPECT_EQ(records_of(heard), GetParam().records);
}

INSTANTIATE_TEST_SUITE_P(
    Of, TroubleArticle,
    testing::Values(
        Article{"TitleInFrontMatter", "kb/loom-stops.md", R"(---
title: Loom stops at every tenth pick
---

This holds for dobby looms.

## Affected models

* Dobby 12

## Issue

The loom stops.

## Cause

The sensor is dusty.

### Where it sits

Below the reed.

## Solution

Blow it out.

## Related reading

[Sensors](sensors.md)
)",
                "Loom stops at every tenth pick | This holds for dobby looms.\n\n## Affected "
                "models\n\n* Dobby 12\n\n## Issue\n\nThe loom stops. | ## Cause\n\nThe sensor is "
                "dusty.\n\n### Where it sits\n\nBelow the reed.\n\n## Solution\n\nBlow it "
                "out.\n\n## Related reading\n\n[Sensors](sensors.md)\n"},
        Article{"TitleInAHeading", "notes/kiln.md", R"(# Kiln does not reach cone 6

## Symptoms

It stays at 1100 degrees.

## Solution 1

Change the elements.

## Solution 2

Change the relay.
)",
                "Kiln does not reach cone 6 | It stays at 1100 degrees. | Change the "
                "elements.\n\n## Solution 2\n\nChange the relay.\n"},
        Article{"PatchesInAFolderOfSupport", "docs/support/shuttle.md", R"(# The shuttle falls out

## Problem

Its race is worn.

## Patch

A strip of felt.
)",
                "The shuttle falls out | Its race is worn. | A strip of felt.\n"},
        Article{"InGerman", "support/faden.md", R"(# Faden reißt

## Problem

Er reißt am Litzenauge.

## Ursache

Ein Grat.

## Lösung

Schleifen.
)",
                "Faden reißt | Er reißt am Litzenauge. | ## Ursache\n\nEin Grat.\n\n## "
                "Lösung\n\nSchleifen.\n"},
        Article{"NotOfADesign", "docs/heddle-rack.md", R"(# A rack for heddles

## Problem

They tangle.

## Solution

A rack of two rods.

## Alternatives

A box.
)",
                ""},
        Article{"NotOfAReadme", "support/README.md", R"(# Warp counter

## Problem

Counting by hand.

## Cause

No counter.

## Solution

This program.
)",
                ""},
        Article{"NotWhereTroublesFollowEachOther", "docs/troubleshooting.md", R"(# Troubleshooting

## Treadles stick

### Problem

They hang.

### Solution

Wax them.

## Beam slips

### Problem

It turns.

### Solution

Tighten the pawl.
)",
                "Treadles stick | ### Problem\n\nThey hang. | Wax them.\n"
                "Beam slips | ### Problem\n\nIt turns. | Tighten the pawl.\n"}),
    case_name);

TEST(TroubleArticle, IsAPage) {
  Collector heard;
  Input input("faqs/reed/index.html",
              "<html><head><title>Weaving</title></head><body><nav><a href='/'>Home</a></nav><h1>"
              "The reed rusts</h1><h3>Issue</h3><p>Brown marks on the cloth.</p><h3>Remediation"
              "</h3><p>Oil it in winter.</p><h4>Example</h4><p>Camellia.</p></body></html>",
              heard);
  read_html(input);
  EXPECT_EQ(records_of(heard),
            "The reed rusts | Brown marks on the cloth. | Oil it in winter.\n\n#### "
            "Example\n\nCamellia.\n");
}

/// Titles of articles of two parts, whose place says nothing.
class TitleOfTrouble : public testing::TestWithParam<const char*> {};

TEST_P(TitleOfTrouble, SaysInItsLanguageThatSomethingGoesWrong) {
  Collector heard;
  Input input(
      "pump.md",
      "# " + std::string(GetParam()) + "\n\n## Problem\n\nIt was wet.\n\n## Solution\n\nDry it.\n",
      heard);
  read_markdown(input);
  EXPECT_EQ(records_of(heard), std::string(GetParam()) + " | It was wet. | Dry it.\n");
}

INSTANTIATE_TEST_SUITE_P(Of, TitleOfTrouble,
                         testing::Values("Kein Druck nach dem Wechsel", "Pumpe startet nicht",
                                         "La pompe ne démarre pas", "Erreur 14 au démarrage",
                                         "La bomba no se enciende", "A bomba não liga",
                                         "La pompa non parte", "Насос не включается",
                                         "水泵无法启动", "ポンプが起動できない", "펌프 시작 오류",
                                         "Pompa hatası", "Pompa gagal menyala",
                                         "Pump won't start"));

TEST(TitleOfTrouble, OthersAreNone) {
  for (const char* title : {"Eine neue Pumpe", "Diseño de la bomba", "水泵设计", "Pump design"}) {
    Collector heard;
    Input input(
        "pump.md",
        "# " + std::string(title) + "\n\n## Problem\n\nIt was wet.\n\n## Solution\n\nDry it.\n",
        heard);
    read_markdown(input);
    EXPECT_EQ(records_of(heard), "") << title;
  }
}

}  // namespace
}  // namespace answers
