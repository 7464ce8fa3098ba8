#include "indexer/remote/remote_words.h"

#include "indexer/remote/address.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace answers {
namespace {

using testing::ElementsAre;

std::string packed_world() {
  const TemporaryFolder folder;
  Xapian::WritableDatabase database((folder / "words").string(), Xapian::DB_CREATE);
  const std::vector<std::vector<std::string>> records = {
      {"tree", "trees", "Ktag", "Qone", "XQone", "XBwhy"}, {"tree", "träne", "Ktag", "Qtwo"}};
  for (const auto& terms : records) {
    Xapian::Document document;
    for (const std::string& term : terms) document.add_term(term);
    database.add_document(document);
  }
  database.add_synonym("treelike", "one");
  database.add_synonym("treelike", "other");
  database.add_synonym("zebra", std::string("\0x", 2));
  database.commit();
  return RemoteWords::pack(database, {{"answers.acronym.pca", "PCA\tprincipal\t1"}, {"empty", ""}});
}

TEST(RemoteWordsTest, SayWhatTheIndexSays) {
  const RemoteWords words(packed_world());
  EXPECT_EQ(words.frequency("tree"), 2U);
  EXPECT_EQ(words.frequency("träne"), 1U);
  EXPECT_EQ(words.frequency("tre"), 0U);
  EXPECT_EQ(words.frequency("Qone"), 0U);  // one to a record: left out
  std::vector<std::string> seen;
  words.terms_beginning("tre", [&](std::string_view term, std::uint32_t) {
    seen.emplace_back(term);
    return true;
  });
  EXPECT_THAT(seen, ElementsAre("tree", "trees"));
  EXPECT_THAT(words.values_of("treelike"), ElementsAre("one", "other"));
  EXPECT_THAT(words.values_of("zebra"), ElementsAre(std::string_view("\0x", 2)));
  EXPECT_TRUE(words.values_of("treelik").empty());
  EXPECT_EQ(words.row("answers.acronym.pca"), "PCA\tprincipal\t1");
  EXPECT_EQ(words.row("none"), "");
}

TEST(RemoteWordsTest, WhatIsNoneIsRefused) {
  const std::string packed = packed_world();
  for (std::size_t length = 0; length < packed.size(); ++length)
    EXPECT_THROW(RemoteWords(packed.substr(0, length)), std::runtime_error) << length;
  for (std::size_t at = 0; at < packed.size(); ++at) {
    std::string other = packed;
    other[at] = static_cast<char>(other[at] ^ 0x41);
    try {
      const RemoteWords words(other);
      words.terms_beginning("", [](std::string_view, std::uint32_t) { return true; });
      words.values_of("treelike");
    } catch (const std::runtime_error&) {
    }
  }
}

TEST(RemoteAddressTest, ReplicasShareThePort) {
  const RemoteAddress address = parse_remote_address("tcp://10.0.0.1:7100,[::1]:7,10.0.0.3");
  ASSERT_EQ(address.servers.size(), 3U);
  EXPECT_EQ(address.servers[1].host, "::1");
  EXPECT_EQ(address.servers[1].port, 7U);
  EXPECT_EQ(address.servers[2].port, 7100U);
  EXPECT_FALSE(address.is_ssh());
}

TEST(RemoteAddressTest, SshHasAPathAndNothingForAShell) {
  const RemoteAddress address = parse_remote_address("ssh://me@host:2200/srv/a/.answers");
  EXPECT_EQ(address.path, "/srv/a/.answers");
  EXPECT_EQ(address.servers[0].host, "me@host");
  EXPECT_EQ(parse_remote_address("ssh://h/~/a").path, "a");
  for (const char* wrong :
       {"ssh://h/a;b", "ssh://h/$(x)", "ssh://-v/a", "ssh://h", "ssh://h/~/-x", "tcp://h:1,",
        "tcp://me@h:1", "tcp://h:99999", "tcp://[::1", "http://a:1"})
    EXPECT_THROW(parse_remote_address(wrong), AddressError) << wrong;
}

}  // namespace
}  // namespace answers
