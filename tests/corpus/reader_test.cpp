#include "corpus/reader.h"

#include "corpus/markdown/markdown_reader.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

constexpr const char* texts[] = {
    "#+title: Sails\n\n* What is a jib?\n\nA sail.\n",
    "* Is it set?\n:PROPERTIES:\n:ID: 7\n:END:\n\nYes.\n",
    "= Sails\n:toc:\n\n== What is a jib?\n\nA sail.\n",
    "[[jib]]\n== What is a jib?\n\n[source,sh]\n----\nhoist jib\n----\n",
    "Sails\n=====\n\n.. contents::\n\nWhat is a jib?\n--------------\n\nA sail.\n",
    ".. _jib:\n\nJib\n---\n\n.. note:: A sail.\n",
};

TEST(Readers, AreNoSurerByTextAloneThanTheySay) {
  for (const Reader& reader : readers()) {
    for (const char* text : texts)
      EXPECT_LE(reader.recognises("sails", text), reader.surest_by_text) << reader.name << text;
  }
}

TEST(Readers, OfAFileNamedAsMarkdownTheSureAreEnough) {
  for (const char* path : {"sails.md", "docs/SAILS.markdown", "sails.mdx", "rst.rst.md"}) {
    for (const Reader& reader : readers()) {
      if (reader.surest_by_text >= recognises_markdown(path, {})) continue;
      for (const char* text : texts)
        EXPECT_LT(reader.recognises(path, text), recognises_markdown(path, text)) << path << text;
    }
  }
}

}  // namespace
}  // namespace answers
