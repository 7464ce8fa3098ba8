#include "corpus/fields/column_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace answers {
namespace {

TEST(ColumnKind, FrontAndBackAreSidesOfACard) {
  for (const char* side : {"Front", "front side", "Front (English)", "front_text"})
    EXPECT_EQ(column_kind(side), ColumnKind::question) << side;
  for (const char* side : {"Back", "back side", "Back text"})
    EXPECT_EQ(column_kind(side), ColumnKind::answer) << side;
  for (const char* other : {"front matter element", "Front page", "Back cover", "back office"})
    EXPECT_EQ(column_kind(other), ColumnKind::other) << other;
}

TEST(NamedColumns, ExamplesDoNotExplainAConcept) {
  const std::vector<std::string> names = {"Notation", "Concept", "Examples"};
  const std::vector<std::vector<std::string>> rows = {
      {"`+x`", "Addition of what stands on the right", "`+1`, `+2`, `+3` and so on"}};
  const NamedColumns columns = named_columns(names);
  ASSERT_TRUE(columns.question);
  EXPECT_FALSE(columns.answer);
  EXPECT_FALSE(wordiest_column(names, *columns.question, rows));
}

}  // namespace
}  // namespace answers
