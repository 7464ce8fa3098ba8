#include "indexer/analysis/acronyms.h"

#include "indexer/analysis/analysis.h"
#include "indexer/generations/acronym_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace answers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string found_in(std::string_view text) {
  std::string found;
  find_acronyms(text, [&found](std::string_view short_form, std::string_view long_form) {
    found.append(found.empty() ? "" : "; ").append(short_form).append("=").append(long_form);
  });
  return found;
}

struct Row {
  const char* text;
  const char* found;
};

constexpr Row rows[] = {
    // The long form stands before.
    {"With principal component analysis (PCA) one turns axes.", "PCA=principal component analysis"},
    {"We use convolutional neural networks (CNNs).", "CNN=convolutional neural networks"},
    {"Long Short-Term Memory (LSTM)", "LSTM=Long Short-Term Memory"},
    {"the rectified linear unit (ReLU)", "ReLU=rectified linear unit"},
    {"Extensible Markup Language (XML)", "XML=Extensible Markup Language"},
    {"cross-site scripting (XSS)", "XSS=cross-site scripting"},
    {"hypertext transfer protocol (HTTP)", "HTTP=hypertext transfer protocol"},
    {"analysis of variance (ANOVA)", "ANOVA=analysis of variance"},
    {"the k-nearest neighbours (k-NN) rule", "k-NN=k-nearest neighbours"},
    {"term frequency-inverse document frequency (TF-IDF)",
     "TF-IDF=term frequency-inverse document frequency"},
    {"research and development (R&D)", "R&D=research and development"},
    {"**Principal component analysis** (`PCA`)", "PCA=Principal component analysis"},
    {"a generative adversarial\nnetwork (GAN)", "GAN=generative adversarial network"},
    {"mean squared error (MSE, also L2 loss)", "MSE=mean squared error"},
    // It stands in parentheses, or is said to be it.
    {"PCA (principal component analysis) turns axes.", "PCA=principal component analysis"},
    {"GANs (generative adversarial networks)", "GAN=generative adversarial networks"},
    {"MSE（mean squared error）", "MSE=mean squared error"},
    {"CSS stands for Cascading Style Sheets, and", "CSS=Cascading Style Sheets"},
    {"SQL is short for structured query language.", "SQL=structured query language"},
    // What is none.
    {"", ""},
    {"(PCA)", ""},
    {"PCA ()", ""},
    {"as seen below (PCA)", ""},
    {"a company for paper (PCA) is", ""},
    {"and plant health inspection service (APHIS)", ""},
    {"the value (see above)", ""},
    {"in the United States (US) and (UK)", "US=United States"},
    {"f(x) and g(PCA)", ""},
    {"principal. Component analysis (PCA)", ""},
    {"about the topic.Principal component analysis (PCA)", "PCA=Principal component analysis"},
    {"television (TV)", ""},
    {"as in (AI)", ""},
    {"principal component analysis (pca)", ""},
    {"an unclosed principal component analysis (PCA", ""},
    {"CNN (a kind of network for images)", ""},
};

TEST(FindAcronyms, KnowsWhatTheTextExplains) {
  for (const auto& [text, found] : rows) EXPECT_EQ(found_in(text), found) << text;
}

TEST(FindAcronyms, TakesLinearTimeOnHostileText) {
  for (const char* piece :
       {"(", "A(", "AB (a b ", "stands for ", " stands for AB ", "（", "\xFF("}) {
    std::string text;
    while (text.size() < 1 << 20) text += piece;
    find_acronyms(text, [](auto, auto) {});
  }
}

std::vector<std::string> settled(const std::vector<std::vector<Acronym>>& files) {
  Analyser analyser;
  AcronymLedger ledger(analyser);
  for (const auto& file : files) ledger.add(file);
  std::vector<std::string> shown;
  for (const auto& [acronym, term, words] : ledger.settle()) {
    shown.push_back(acronym.short_form + "=" + acronym.long_form + " " +
                    std::to_string(acronym.records));
  }
  return shown;
}

TEST(AcronymCounter, CountsRecordsAndNotWords) {
  AcronymCounter counter;
  counter.add({"a support vector machine (SVM)",
               "Support vector machine (SVM): support vector machine (SVM)"});
  counter.add({"support vector machine (SVM)"});
  EXPECT_THAT(settled({counter.take()}), ElementsAre("SVM=support vector machine 3"));
  EXPECT_THAT(counter.take(), IsEmpty());
}

TEST(AcronymLedger, OneMeaningHoweverItIsInflected) {
  EXPECT_THAT(settled({{{"CNN", "convolutional neural network", 2}},
                       {{"CNN", "Convolutional Neural Networks", 3}}}),
              ElementsAre("CNN=Convolutional Neural Networks 5"));
}

TEST(AcronymLedger, AnAbbreviationKeepsItsCommonestMeanings) {
  const std::vector<Acronym> one = {{"DI", "data integration", 1},
                                    {"DI", "dependency injection", 9}};
  const std::vector<Acronym> two = {{"DI", "device interface", 4}, {"DI", "digital input", 3}};
  const auto expected =
      ElementsAre("DI=dependency injection 9", "DI=device interface 4", "DI=digital input 3");
  EXPECT_THAT(settled({one, two}), expected);
  EXPECT_THAT(settled({two, one}), expected);
}

}  // namespace
}  // namespace answers
