#include "searcher/commands/configuration.h"

#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace answers {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// ~/.config is at <folder>/user, a project at <folder>/project.
class ConfigurationTest : public testing::Test {
 protected:
  ConfigurationTest() {
    for (const char* name :
         {"ANSWERS_INDEX", "ANSWERS_PAGER", "ANSWERS_EDITOR_URI", "ANSWERS_CONFIG"}) {
      unsetenv(name);
    }
    setenv("XDG_CONFIG_HOME", (folder_ / "user").c_str(), 1);
    std::filesystem::create_directories(folder_ / "project/deep/down");
  }
  ~ConfigurationTest() override { unsetenv("XDG_CONFIG_HOME"); }
  void user(std::string_view toml) { write_file(folder_ / "user/answers/config.toml", toml); }
  void project(std::string_view toml) { write_file(folder_ / "project/answers.toml", toml); }
  Configuration read() { return read_configuration(folder_ / "project/deep/down"); }
  /// "value @ origin", the folder of the test as "*".
  std::string setting(const Configuration& configuration, std::string_view name) {
    for (const auto& value : configuration.values) {
      if (value.setting->name != name) continue;
      std::string text = value.value + " @ " + value.origin;
      const std::string here = folder_.path().string();
      for (auto at = text.find(here); at != std::string::npos; at = text.find(here))
        text.replace(at, here.size(), "*");
      return text;
    }
    return "none";
  }
  std::string error() {
    try {
      read();
    } catch (const ConfigurationError& error) {
      return error.what();
    }
    return "";
  }
  TemporaryFolder folder_;
};

TEST_F(ConfigurationTest, NothingSaysNothing) {
  const Configuration configuration = read();
  EXPECT_THAT(configuration.values, SizeIs(settings().size()));
  EXPECT_EQ(setting(configuration, "limit"), " @ default");
}

TEST_F(ConfigurationTest, TheProjectCountsBeforeTheUserAndTheEnvironmentBeforeBoth) {
  user("limit = 7\ncolor = 'never'\nindex = '/far/away'\npager = 'most'");
  project("# mine\nlimit = 3\nindex = 'notes/index'\n");
  EXPECT_EQ(setting(read(), "limit"), "3 @ */project/answers.toml:2:1");
  EXPECT_EQ(setting(read(), "color"), "never @ */user/answers/config.toml:2:1");
  EXPECT_EQ(setting(read(), "index"), "*/project/notes/index @ */project/answers.toml:3:1");
  setenv("ANSWERS_INDEX", "/elsewhere", 1);
  setenv("ANSWERS_PAGER", "less", 1);
  EXPECT_EQ(setting(read(), "index"), "/elsewhere @ $ANSWERS_INDEX");
  EXPECT_EQ(setting(read(), "pager"), "less @ $ANSWERS_PAGER");
  unsetenv("ANSWERS_INDEX");
  unsetenv("ANSWERS_PAGER");
}

TEST_F(ConfigurationTest, AnIndexWhereOneStandsCountsBeforeTheUsersOwn) {
  user("index = '/far/away'");
  EXPECT_EQ(setting(read(), "index"), "/far/away @ */user/answers/config.toml:1:1");
  std::filesystem::create_directories(folder_ / "project/.answers");
  EXPECT_EQ(setting(read(), "index"), " @ default");
}

TEST_F(ConfigurationTest, AProjectRunsNoCommandAndMakesNoLinks) {
  project("pager = 'rm -rf /'\neditor_uri = 'evil:{path}'\nlimit = 4\n");
  const Configuration configuration = read();
  EXPECT_EQ(setting(configuration, "pager"), " @ default");
  EXPECT_EQ(setting(configuration, "editor_uri"), " @ default");
  EXPECT_EQ(setting(configuration, "limit"), "4 @ */project/answers.toml:3:1");
  ASSERT_THAT(configuration.warnings, SizeIs(2));
  EXPECT_THAT(configuration.warnings[1],
              HasSubstr("answers.toml:1:1: 'pager' counts only in your own"));
  user("pager = 'most'");
  EXPECT_EQ(setting(read(), "pager"), "most @ */user/answers/config.toml:1:1");
}

TEST_F(ConfigurationTest, AProjectReachesNotOutsideItsFolder) {
  std::filesystem::create_directory_symlink("/", folder_ / "project/link");
  for (const char* path : {"/etc", "..", "../project2", "deep/../../x", "link", "link/tmp"}) {
    project("index = '" + std::string(path) + "'\n");
    const Configuration configuration = read();
    EXPECT_EQ(setting(configuration, "index"), " @ default") << path;
    EXPECT_THAT(configuration.warnings, SizeIs(1)) << path;
  }
  for (const char* path : {".", "deep", "deep/../new", ".answers"}) {
    project("index = '" + std::string(path) + "'\n");
    EXPECT_THAT(read().warnings, IsEmpty()) << path;
  }
}

TEST_F(ConfigurationTest, AnUnknownSettingIsToldAndTheOthersCount) {
  project("\n\nlimt = 3\nlimit = 4\n[section]\nlimit = 3\n");
  const Configuration configuration = read();
  EXPECT_EQ(setting(configuration, "limit"), "4 @ */project/answers.toml:4:1");
  ASSERT_THAT(configuration.warnings, SizeIs(2));
  EXPECT_THAT(configuration.warnings[0],
              HasSubstr("answers.toml:3:1: there is no setting 'limt'. Did you mean 'limit'?"));
  EXPECT_THAT(configuration.warnings[1], HasSubstr(":5:2: there is no setting 'section'"));
}

TEST_F(ConfigurationTest, WhatIsWrongIsToldWithLineAndColumn) {
  const struct {
    const char* toml;
    const char* error;
  } cases[] = {
      {"limit = = 3", "answers.toml:1:9: "},
      {"limit = '3'", "answers.toml:1:9: 'limit' must be a number from 1 to 1000000"},
      {"limit = 0", "'limit' must be a number"},
      {"color = 'red'", "'color' must be \"auto\""},
      {"index = 3", "'index' must be a string"},
      {"[index]", "'index' must be a string"},
      {"limit = 3\nlimit = 4", "answers.toml:2:"},
      {"\xFF", "answers.toml:1:1"},
  };
  for (const auto& [toml, message] : cases) {
    project(toml);
    EXPECT_THAT(error(), HasSubstr(message)) << toml;
  }
  project(std::string(2'000'000, '#'));
  EXPECT_THAT(error(), HasSubstr("too large"));
  project("a = " + std::string(100'000, '['));
  EXPECT_THAT(error(), HasSubstr("answers.toml:1:"));
}

}  // namespace
}  // namespace answers
