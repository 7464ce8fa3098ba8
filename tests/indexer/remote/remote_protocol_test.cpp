#include "indexer/remote/remote_protocol.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace answers::remote_protocol {
namespace {

using namespace std::literals;

std::string number(std::uint64_t value) {
  if (value < 255) return {static_cast<char>(value)};
  std::string bytes = "\xFF";
  for (value -= 255; value >= 128; value /= 128) bytes += static_cast<char>(value % 128);
  return bytes + static_cast<char>(value | 128);
}

/// As Xapian writes it: all that this source is.
std::string real(double value) { return Xapian::FixedWeightPostingSource(value).serialise(); }

std::string frame(Reply kind, std::string_view bytes) {
  return std::string(1, static_cast<char>(kind)) + number(bytes.size()) + std::string(bytes);
}

std::string greeting(int major, int minor) {
  return std::string{static_cast<char>(major), static_cast<char>(minor)} + number(1000) +
         number(0) + number(2) + number(300) + "0" + number(1234567) + "the-uuid";
}

std::string matches(const std::vector<double>& weights) {
  std::string bytes = number(0) + number(2) + number(3) + number(4) + number(2) + number(3) +
                      number(4) + real(9) + real(8) + real(1) + number(weights.size());
  for (std::size_t i = 0; i < weights.size(); ++i)
    bytes += real(weights[i]) + number(i + 300) + number(3) + "key" + number(1) + "g" + number(i);
  return bytes + number(0) + number(0);  // statistics, of which nothing is read
}

TEST(RemoteProtocolTest, AReplyIsTakenWhenAllOfItIsThere) {
  for (const std::size_t size : {0U, 1U, 254U, 255U, 256U, 382U, 383U, 70000U}) {
    const std::string body(size, 'x');
    const std::string one = frame(Reply::document, body);
    for (std::size_t cut = 0; cut < std::min<std::size_t>(one.size(), 20); ++cut)
      EXPECT_FALSE(first_frame(std::string_view(one).substr(0, cut))) << size << ' ' << cut;
    EXPECT_FALSE(first_frame(std::string_view(one).substr(0, one.size() - 1))) << size;
    const std::string received = one + "\x02";
    const auto found = first_frame(received);
    ASSERT_TRUE(found) << size;
    EXPECT_EQ(found->kind, static_cast<std::uint8_t>(Reply::document));
    EXPECT_EQ(found->bytes, body);
    EXPECT_EQ(found->length, one.size());
  }
}

TEST(RemoteProtocolTest, WhatNoServerSendsIsRefused) {
  EXPECT_THROW(first_frame("\x05\xFF\x7F\x7F\x7F\x7F\x7F\x7F\x7F\xFF"sv), ProtocolError);
  EXPECT_THROW(first_frame("\x05\xFF\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01"sv), ProtocolError);
  EXPECT_THROW(read_greeting("\x27"), ProtocolError);
  for (const int major : {38, 40, 47})
    EXPECT_THROW(read_greeting(greeting(major, 1)), ProtocolError);
  EXPECT_THROW(read_greeting(greeting(39, 0)), ProtocolError);
  const std::string whole = matches({1, 2, 3});
  for (std::size_t cut = 0; cut + 2 < whole.size(); ++cut)
    EXPECT_THROW(read_matches(std::string_view(whole).substr(0, cut)), ProtocolError) << cut;
}

TEST(RemoteProtocolTest, AGreetingSaysHowManyRecordsAndWhichGeneration) {
  for (const int minor : {1, 2}) {
    const Greeting read = read_greeting(greeting(39, minor));
    EXPECT_EQ(read.records, 1000U);
    EXPECT_EQ(read.uuid, "the-uuid");
  }
}

TEST(RemoteProtocolTest, WeightsArriveToTheLastBit) {
  const std::vector<double> weights = {0,          1,      0.1,   255,   256, 1.0 / 3,
                                       123456.789, 1e-300, 1e300, 5e-20, 2e9};
  const FoundMatches read = read_matches(matches(weights));
  EXPECT_EQ(read.least, 2U);
  EXPECT_EQ(read.estimated, 3U);
  EXPECT_EQ(read.most, 4U);
  ASSERT_EQ(read.matches.size(), weights.size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    EXPECT_EQ(read.matches[i].weight, weights[i]);
    EXPECT_EQ(read.matches[i].id, i + 300);
    EXPECT_EQ(read.matches[i].tie_key, "key");
    EXPECT_EQ(read.matches[i].grouped, i);
  }
}

TEST(RemoteProtocolTest, AnErrorIsSaidAsTheServerSaysIt) {
  EXPECT_EQ(read_exception("\x01" + number(3) + "ctx" + number(4) + "what" + "why"), "what (why)");
  EXPECT_EQ(read_exception("\x01" + number(0) + number(4) + "what"), "what");
  EXPECT_EQ(read_exception(""), "its server has a fault");
  EXPECT_THROW(read_exception("\x01\xFE"), ProtocolError);
}

}  // namespace
}  // namespace answers::remote_protocol
