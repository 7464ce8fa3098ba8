#include "indexer/generations/coded_text.h"

#include "indexer/analysis/text_units.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index_file.h"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace answers {
namespace {

constexpr std::string_view sheep =
    "The sheep of the hill jump over the fence. Don't count them by `the gate`, "
    "count the wolves; at 10 it is dark.\n\n- one wolf\n- two wolves\n\n"
    "```c\nint sheep = 10;\n```\n\nThat is the end of it.";

std::vector<Record> flock() {
  std::vector<Record> records;
  for (int i = 0; i < 120; ++i) {
    Record record;
    record.id = "sheep-" + std::to_string(i);
    record.question = "How many sheep jump over fence " + std::to_string(i) + "?";
    record.answer = sheep;
    record.tags = {"sheep"};
    record.source = "the shepherd's book";
    record.language = "en";
    record.place = {"hill.md", 10, 12, 100, 200};
    records.push_back(record);
  }
  return records;
}

std::string learn_wordbook(const std::vector<Record>& records) {
  WordbookLearner learner;
  for (const Record& record : records) learner.add(record);
  return learner.wordbook();
}

/// What a reader learns of a text, by the codes or without them.
struct Seen {
  std::uint32_t id;
  std::uint32_t position;
  std::size_t begin;
  std::size_t end;
  bool exact;
  bool operator==(const Seen&) const = default;
};
Seen seen(const Token& token) {
  return {token.id, token.position, token.begin, token.end, token.exact};
}

struct Reading {
  std::vector<Seen> tokens{};
  std::vector<std::size_t> units{};  ///< how many tokens begin before the end of each
};

std::vector<std::size_t> tokens_before(const std::vector<Seen>& tokens,
                                       const std::vector<std::size_t>& ends) {
  std::vector<std::size_t> counts;
  for (const std::size_t end : ends) {
    counts.push_back(0);
    for (const Seen& token : tokens) counts.back() += token.begin < end ? 1 : 0;
  }
  return counts;
}

Reading read_text(const std::string& text, Analyser& analyser) {
  Reading reading;
  analyser.analyse(text, "en", [&](const Token& t) { reading.tokens.push_back(seen(t)); });
  std::vector<std::size_t> ends;
  for (const TextUnit& unit : text_units(text)) ends.push_back(unit.end);
  reading.units = tokens_before(reading.tokens, ends);
  return reading;
}

Reading read_codes(const Wordbook& wordbook, std::string_view codes, Analyser& analyser) {
  using Part = CodedTextReader::Part;
  Reading reading;
  std::vector<std::size_t> ends;
  auto inside = Analyser::Inside::text;
  std::uint32_t position = 0;
  for (CodedTextReader reader(wordbook, codes); reader.next();) {
    if (reader.part() == Part::unit_end) ends.push_back(reader.end());
    if (reader.part() == Part::code) {
      inside = inside == Analyser::Inside::text ? Analyser::Inside::code : Analyser::Inside::text;
    } else if (reader.part() == Part::sign) {
      reading.tokens.push_back(
          {analyser.id_of(reader.text()), position++, reader.begin(), reader.end(), true});
    } else if (reader.part() == Part::word || reader.part() == Part::spelled) {
      analyser.analyse(
          reader.text(), "en",
          [&](Token token) {
            token.position += position;
            token.begin += reader.begin();
            token.end += reader.begin();
            reading.tokens.push_back(seen(token));
          },
          nullptr, Analyser::Others::left_out, inside);
      position += analyser.positions();
    }
  }
  reading.units = tokens_before(reading.tokens, ends);
  return reading;
}

TEST(CodedText, IsReadAsItStands) {
  const Wordbook wordbook{learn_wordbook(flock())};
  TextCoder coder(wordbook);
  Analyser analyser;
  const std::string longer(sheep);
  for (const std::string& text : {
           longer,
           std::string(),
           std::string("sheep"),
           std::string(" The sheep "),
           longer + " Shepherds say k-NN, C++, v1.2.3, iPhone/iPad and U.S., 3.5GHz.",
           longer + "\n\nThe end",
           longer + " the  fence ,the hill.The end",
           longer + " Is `=` or \"==\" the fence? 羊が丘を跳ぶ。 the end",
           longer + "\n```\nthe sheep\n\n`the hill` over\n```\nthe fence",
           longer + " `the fence is open",
           longer + " Größe, naïve, привет, don’t.",
           longer + "\n| the | sheep |\n|---|---|\n| 1 | 2 |\n",
           longer + std::string("\0 \xFF\xC3 the", 8),
           std::string("1.2abc of the sheep"),
       }) {
    std::vector<Token> tokens;
    analyser.analyse(text, "en", [&](const Token& token) { tokens.push_back(token); });
    std::string codes;
    ASSERT_TRUE(coder.code(text, "en", tokens, analyser, codes)) << text;
    EXPECT_EQ(decoded(wordbook, codes), text);
    const Reading by_text = read_text(text, analyser);
    const Reading by_codes = read_codes(wordbook, codes, analyser);
    EXPECT_EQ(by_codes.tokens, by_text.tokens) << text;
    EXPECT_EQ(by_codes.units, by_text.units) << text;
  }
  std::vector<Token> tokens;
  analyser.analyse(longer, "en", [&](const Token& token) { tokens.push_back(token); });
  std::string codes;
  ASSERT_TRUE(coder.code(longer, "en", tokens, analyser, codes));
  EXPECT_LT(codes.size() * 2, longer.size());
}

TEST(CodedText, WhatWouldBeReadOtherwiseIsNotCoded) {
  const Wordbook wordbook{learn_wordbook(flock())};
  TextCoder coder(wordbook);
  Analyser analyser;
  for (const std::string& text : {std::string("THE SHEEP JUMP OVER THE FENCES OF THE HILL"),
                                  std::string("Nothing besides strange expressions arrives: "
                                              "abracadabra hocus pocus simsalabim."),
                                  std::string(TextCoder::longest_text + 1, ' ')}) {
    std::vector<Token> tokens;
    analyser.analyse(text, "en", [&](const Token& token) { tokens.push_back(token); });
    std::string codes;
    EXPECT_FALSE(coder.code(text, "en", tokens, analyser, codes)) << text.substr(0, 80);
  }
}

TEST(CodedText, DamageIsAnErrorAndNothingWorse) {
  const std::string bytes = learn_wordbook(flock());
  const Wordbook wordbook(bytes);
  TextCoder coder(wordbook);
  Analyser analyser;
  std::vector<Token> tokens;
  const std::string text(sheep);
  analyser.analyse(text, "en", [&](const Token& token) { tokens.push_back(token); });
  std::string codes;
  ASSERT_TRUE(coder.code(text, "en", tokens, analyser, codes));
  std::mt19937 random(3);
  int failed = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string damaged = codes;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    if (i % 3 == 0) damaged.resize(random() % damaged.size());
    try {
      decoded(wordbook, damaged);
    } catch (const IndexDamaged&) {
      ++failed;
    }
    std::string other = bytes;
    other[random() % std::min<std::size_t>(40, other.size())] = static_cast<char>(random());
    if (i % 3 == 0) other.resize(random() % other.size());
    try {
      decoded(Wordbook(other), codes);
    } catch (const IndexDamaged&) {
      ++failed;
    }
  }
  EXPECT_GT(failed, 100);
}

TEST(CodedText, ARecordComesBackWholeAndItsFirstPartBeforeTheRest) {
  const std::vector<Record> records = flock();
  std::vector<std::string> bytes;
  for (const Record& record : records) bytes.push_back(write_record(record));
  const std::string dictionary =
      train_dictionary(std::vector<std::string_view>(bytes.begin(), bytes.end()));
  RecordPacker packer(dictionary);
  RecordUnpacker unpacker;
  PostingMaker postings{AverageLengths{}};
  for (Record record : records) {
    record.body = "Count them.";
    record.votes = -3;
    record.accepted = true;
    record.url = "#fence";
    postings.postings(record);
    const auto coded = packer.code(record, postings);
    ASSERT_TRUE(coded);
    const std::string data(*coded);
    if (record.id == "sheep-0") {
      EXPECT_FALSE(unpacker.knows_dictionary_of(data));
      EXPECT_THROW(unpacker.record(data), std::runtime_error);
      unpacker.add_dictionary(dictionary);
    }
    ASSERT_TRUE(unpacker.knows_dictionary_of(data));
    EXPECT_LT(data.size(), 150U);
    EXPECT_EQ(write_record(unpacker.record(data)), write_record(record));
    const StoredRecord stored = unpacker.stored(data);
    EXPECT_EQ(stored.record.question, record.question);
    EXPECT_EQ(stored.record.tags, record.tags);
    EXPECT_EQ(stored.record.source, record.source);
    EXPECT_EQ(stored.record.language, "en");
    EXPECT_EQ(stored.record.answer, "");
    std::string damaged = data;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] + 1);
    EXPECT_THROW(unpacker.record(damaged), std::runtime_error);
  }
}

}  // namespace
}  // namespace answers
