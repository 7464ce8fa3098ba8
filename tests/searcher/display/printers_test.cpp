#include "searcher/display/printers.h"

#include <gtest/gtest.h>

#include <sstream>

namespace answers {
namespace {

Hit hit(std::string question, std::string body, std::vector<std::string> section = {}) {
  Hit hit;
  hit.record.question = std::move(question);
  hit.record.body = std::move(body);
  hit.record.section = std::move(section);
  return hit;
}

/// A line a hit.
std::string shown(std::vector<Hit> hits) {
  Results results;
  results.hits = std::move(hits);
  for (std::size_t i = 0; i < results.hits.size(); ++i) {
    results.hits[i].rank = i + 1;
    results.hits[i].record.place = {"f", 1, 1, 0, 0};
  }
  std::ostringstream out;
  print_results(results, {.is_short = true}, out);
  return out.str();
}

TEST(PrintResults, HitsWithOneQuestionAreToldApartByALineOfTheirOwn) {
  EXPECT_EQ(shown({hit("What is printed?", "```py\nx = 1\nprint(x)\n```"),
                   hit("What is printed?", "```py\nx = 1\nprint(-x)\n```"),
                   hit("What is read?", "x = 1")}),
            " 1  What is printed?  print(x)  f:1\n"
            " 2  What is printed?  print(-x)  f:1\n"
            " 3  What is read?  f:1\n");
  EXPECT_EQ(shown({hit("What is it?", "a\na\nb", {"Trees"}), hit("What is it?", "b", {"Graphs"}),
                   hit("What is it?", "", {"Graphs"})}),
            " 1  What is it?  a  f:1\n"
            " 2  What is it?  f:1\n"
            " 3  What is it?  f:1\n")
      << "a line that one has twice is its own; topics of two are nobody's";
  EXPECT_EQ(shown({hit("What is it?", "b", {"Trees"}), hit("What is it?", "b", {"Graphs"})}),
            " 1  What is it?  Trees  f:1\n"
            " 2  What is it?  Graphs  f:1\n");
}

/// Takes as many steps as there are bytes, not lines times bytes times hits.
TEST(PrintResults, ManyLongBodiesOfOneQuestionAreToldApartInOnePass) {
  std::string body;
  for (int i = 0; i < 100'000; ++i) body += "line " + std::to_string(i) + "\n";
  std::vector<Hit> hits;
  for (int i = 0; i < 20; ++i)
    hits.push_back(hit("What is printed?", body + "own " + std::to_string(i)));
  EXPECT_TRUE(shown(hits).ends_with("20  What is printed?  own 19  f:1\n"));
}

}  // namespace
}  // namespace answers
