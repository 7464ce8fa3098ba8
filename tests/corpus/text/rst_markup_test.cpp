#include "corpus/text/rst_markup.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

struct Part {
  const char* name;
  const char* rst;
  const char* markdown;
};

class RstAsMarkdown : public testing::TestWithParam<Part> {};

TEST_P(RstAsMarkdown, SaysTheSame) {
  EXPECT_EQ(rst_to_markdown(GetParam().rst, {}), GetParam().markdown);
}

INSTANTIATE_TEST_SUITE_P(
    Parts, RstAsMarkdown,
    testing::Values(
        Part{"Literal", "Run this::\n\n  row -n 3 |\n    sail\n\nThen *rest*.\n",
             "Run this:\n\n```\nrow -n 3 |\n  sail\n```\n\nThen *rest*.\n"},
        Part{"LiteralAlone", "Run:\n\n::\n\n    $ row\n", "Run:\n\n```\n$ row\n```\n"},
        Part{"LiteralInItem", "#. First ::\n\n     row\n\n   then\n#. Last\n",
             "1. First\n\n   ```\n   row\n   ```\n\n   then\n1. Last\n"},
        Part{"LiteralOfNothing", "So::\n\nNot indented.\n", "So:\n\nNot indented.\n"},
        Part{"Code", ".. code-block:: sh\n   :linenos:\n\n   row ``fast``\n",
             "```sh\nrow ``fast``\n```\n"},
        Part{"CodeThatIsMissing", ".. code:: sh\n\nText.\n", "Text.\n"},
        Part{"Fences", "::\n\n  ```\n  a\n  ```\n", "````\n```\na\n```\n````\n"},
        Part{"Doctest", "Try:\n\n>>> 1 + 1\n2\n\nSo.\n",
             "Try:\n\n```python\n>>> 1 + 1\n2\n```\n\nSo.\n"},
        Part{"Table", "=====  ===\nKnots  Use\n=====  ===\n``a``  tie\n=====  ===\n",
             "```\n=====  ===\nKnots  Use\n=====  ===\n``a``  tie\n=====  ===\n```\n"},
        Part{"Note", ".. note:: Mind the ``boom``.\n   It swings.\n\nGo.\n",
             "**Note:** Mind the `boom`. It swings.\n\nGo.\n"},
        Part{"NoteWithCode", ".. warning::\n\n   Never::\n\n     jump\n",
             "**Warning:** Never:\n\n```\njump\n```\n"},
        Part{"Title", "Text.\n\nBy hand\n~~~~~~~\n\nSo.\n", "Text.\n\n### By hand\n\nSo.\n"},
        Part{"Image", ".. image:: boat.png\n   :width: 3\n", "![](boat.png)\n"},
        Part{"Unknown", ".. versionadded:: 3\n   By hand.\n", ".. versionadded:: 3\n   By hand.\n"},
        Part{"Inline",
             "See `the docs <https://x.org/a>`_, :ref:`about knots`, :ref:`K <k>`,\n"
             ":option:`--fast`, ``a <b>``, `List<int>`, :math:`x^2`, it\\ s `word`_ [#f]_.\n",
             "See [the docs](https://x.org/a), about knots, K,\n"
             "`--fast`, `a <b>`, `List<int>`, $x^2$, its word .\n"},
        Part{"References", "A way_\nout (see this_). Not snake_case_, a_ b.\n",
             "A way\nout (see this). Not snake_case_, a b.\n"},
        Part{"OverLines", "A ``long\nspan`` and a lone ` sign.\n\nAnother ` here.\n",
             "A `long\nspan` and a lone ` sign.\n\nAnother ` here.\n"},
        Part{"Footnote", "Text.\n\n.. [#f] Below.\n.. _x: https://x.org\n",
             "Text.\n\n[#f] Below.\n"}),
    [](const auto& case_of) { return case_of.param.name; });

TEST(RstAsMarkdown, TakesLinearTime) {
  std::string nested;
  for (int depth = 0; depth < 600; ++depth)
    nested.append(static_cast<std::size_t>(depth), ' ') += ".. note::\n";
  for (const std::string& one : {std::string(500'000, '`'), std::string(500'000, '*'), nested}) {
    EXPECT_FALSE(rst_to_markdown(one, {}).empty());
  }
  std::string literals;
  for (int line = 0; line < 100'000; ++line) literals += "a::\n\n";
  EXPECT_FALSE(rst_to_markdown(literals, {}).empty());
}

}  // namespace
}  // namespace answers
