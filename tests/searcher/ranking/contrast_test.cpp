#include "searcher/ranking/contrast.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

TEST(Contrast, IsSeenInWhatDiffers) {
  const struct {
    const char* left;
    const char* right;
    const char* kind;
    const char* words;
  } cases[] = {
      {"Is it sync?", "Is it async?", "opposite", "sync / async"},
      {"How do I copy with rsync?", "How do I copy without rsync?", "opposite", "with / without"},
      {"How to validate a form using JavaScript", "How to validate a form without JavaScript",
       "opposite", "using / without"},
      {"What is a public key?", "What is a private key?", "opposite", "public / private"},
      {"What is supervised learning?", "What is unsupervised learning?", "opposite",
       "supervised / unsupervised"},
      {"What is overfitting?", "What is underfitting?", "opposite", "overfitting / underfitting"},
      {"parametric models", "non-parametric models", "opposite", "parametric / non-parametric"},
      {"Name the advantages of trees", "Name the disadvantages of trees", "opposite",
       "advantages / disadvantages"},
      {"What is pre-training?", "What is post-training?", "opposite",
       "pre-training / post-training"},
      {"How do I add a row?", "How do I add a column?", "opposite", "row / column"},
      {"Which tests pass?", "Which tests do not pass?", "negation", " / not"},
      {"Why doesn't it converge?", "Why does it converge?", "negation", "doesn't / "},
      {"What is L1 regularization?", "What is L2 regularization?", "number", "L1 / L2"},
      {"What does status 404 mean?", "What does status 500 mean?", "number", "404 / 500"},
      {"Python 3 division", "Python division", "number", "3 / "},
      {"the first normal form", "the second normal form", "number", "first / second"},
      {"What is WeakSet?", "What is WeakMap?", "name", "WeakSet / WeakMap"},
      {"Is C++ compiled?", "Is C# compiled?", "name", "C++ / C#"},
      {"When is Redis slow?", "When is Memcached slow?", "name", "Redis / Memcached"},
      {"What does `map` return?", "What does `filter` return?", "name", "map / filter"},
      {"How to convert int to string?", "How to convert string to int?", "order", "int / string"},
      {"Is it high bias and low variance?", "Is it high variance and low bias?", "order",
       "bias / variance"},
      {"How do you debug disk issues?", "How do you debug network issues?", "word",
       "disk / network"},
      {"What is the root of a name?", "What is the top level domain of a name?", "word",
       "root / top"},
      // Not contrasts: the same thing in other words.
      {"What is overfitting?", "what is OVERFITTING", "", " / "},
      {"Difference between TCP and UDP?", "What is the difference between UDP and TCP?", "", " / "},
      {"How do you detect overfitting?", "How can overfitting be detected?", "", " / "},
      {"What is a service worker?", "What is a service worker in JavaScript?", "", " / "},
      {"Name one use of trees", "Name a use of trees", "", " / "},
      {"What Is A Decision Tree", "What is a decision tree", "", " / "},
      {"Explain Gradient Descent", "Describe gradient descent", "", " / "},
      {"", "", "", " / "},
      {"???", "`` ``", "", " / "},
  };
  for (const auto& [left, right, kind, words] : cases) {
    const Contrast contrast = find_contrast(left, right);
    EXPECT_EQ(name_of(contrast.kind), kind) << left << " | " << right;
    EXPECT_EQ(contrast.left + " / " + contrast.right, words) << left << " | " << right;
    const Contrast mirrored = find_contrast(right, left);
    EXPECT_EQ(mirrored.kind, contrast.kind) << left << " | " << right;
    EXPECT_EQ(mirrored.left, contrast.right);
  }
}

TEST(Contrast, LongQuestionsAreComparedByTheirBeginnings) {
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "word ";
  EXPECT_EQ(find_contrast(many + "1", many + "2").kind, Contrast::Kind::none);
}

}  // namespace
}  // namespace answers
