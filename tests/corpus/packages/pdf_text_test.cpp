#include "corpus/packages/pdf_text.h"

#include "corpus/reader.h"
#include "tests/corpus/collector.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace answers {
namespace {
namespace fs = std::filesystem;

/// A folder as the whole of PATH, with a pdftotext of our own in it.
class Pdf : public testing::Test {
 protected:
  Pdf() {
    write_file(folder_ / "faq.pdf", "%PDF-1.5\n");
    const char* path = std::getenv("PATH");
    path_ = path == nullptr ? "" : path;
    ::setenv("PATH", folder_.path().c_str(), 1);
  }
  ~Pdf() override { ::setenv("PATH", path_.c_str(), 1); }

  void pdftotext(const std::string& script) const {
    const fs::path program = write_file(folder_ / "pdftotext", "#!/bin/sh\n" + script + "\n");
    fs::permissions(program, fs::perms::owner_all);
  }
  void read() { read_file(folder_ / "faq.pdf", heard_); }

  Collector heard_{};
  TemporaryFolder folder_{};

 private:
  std::string path_{};
};

TEST_F(Pdf, WithoutTheProgramThePackageIsNamed) {
  read();
  ASSERT_EQ(heard_.skipped.size(), 1U);
  EXPECT_NE(heard_.skipped[0].second.find("poppler-utils"), std::string::npos);
}

TEST_F(Pdf, ItsTextIsReadAndThePageIsThePlace) {
  pdftotext(
      "printf 'Q: What is a keel?\\n\\nA: The spine.\\n\\n\\fQ: And a rudder?\\n\\nA: It "
      "steers.\\n\\f'");
  read();
  ASSERT_EQ(heard_.records.size(), 2U);
  EXPECT_EQ(heard_.records[0].place.line, 1U);
  EXPECT_EQ(heard_.records[1].question, "And a rudder?");
  EXPECT_EQ(heard_.records[1].place.line, 2U);
  EXPECT_EQ(heard_.records[1].url, "#page=2");
}

TEST_F(Pdf, WhatTheProgramDoesNotReadIsTold) {
  pdftotext("exit 1");
  read();
  ASSERT_EQ(heard_.troubles.size(), 1U);
  EXPECT_EQ(heard_.troubles[0].what, "pdftotext cannot read it");
}

TEST_F(Pdf, TheProgramIsStoppedWhereItGivesFarTooMuch) {
  pdftotext(
      "while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done");
  const auto pdf = text_of_pdf(folder_ / "faq.pdf");
  ASSERT_TRUE(pdf);
  EXPECT_FALSE(pdf->trouble.empty());
}

TEST_F(Pdf, APictureHasNoText) {
  pdftotext("printf '\\f\\f'");
  read();
  ASSERT_EQ(heard_.skipped.size(), 1U);
  EXPECT_EQ(heard_.skipped[0].second, "a PDF without text");
}

}  // namespace
}  // namespace answers
