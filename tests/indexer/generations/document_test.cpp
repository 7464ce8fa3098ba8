#include "indexer/generations/document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

namespace answers {
namespace {

auto fields(const Record& r) {
  return std::tie(r.id, r.question, r.body, r.answer, r.section, r.tags, r.source, r.difficulty,
                  r.author, r.date, r.url, r.language, r.votes, r.accepted, r.place.path,
                  r.place.line, r.place.end_line, r.place.byte, r.place.end_byte);
}

/// Any record at all: every length that a varint changes at, every byte, fields left empty.
class AnyRecord {
 public:
  explicit AnyRecord(unsigned seed) : random_(seed) {}

  Record operator()() {
    Record record;
    for (std::string* field : {&record.id, &record.question, &record.body, &record.answer,
                               &record.source, &record.difficulty, &record.author, &record.date,
                               &record.url, &record.language, &record.place.path}) {
      *field = text();
    }
    record.section.resize(number(4));
    for (auto& topic : record.section) topic = text();
    record.tags.resize(number(4));
    for (auto& tag : record.tags) tag = text();
    if (number(2) == 0) record.votes = static_cast<int>(random_());
    record.accepted = number(2) == 0;
    record.place.line = edge();
    record.place.end_line = edge();
    record.place.byte = edge();
    record.place.end_byte = edge();
    return record;
  }

 private:
  std::size_t number(std::size_t below) { return random_() % below; }
  std::string text() {
    static constexpr std::size_t sizes[] = {0, 0, 1, 5, 127, 128, 129, 16383, 16384};
    std::string bytes(sizes[number(std::size(sizes))], '\0');
    for (char& byte : bytes) byte = static_cast<char>(random_() % 256);
    return bytes;
  }
  std::uint64_t edge() {
    static constexpr std::uint64_t edges[] = {
        0, 1, 127, 128, 1U << 31, std::numeric_limits<std::uint64_t>::max()};
    return edges[number(std::size(edges))];
  }

  std::mt19937 random_;
};

TEST(StoredRecord, EveryRecordComesBack) {
  AnyRecord any_record(1);
  for (int i = 0; i < 500; ++i) {
    const Record record = any_record();
    EXPECT_EQ(fields(read_record(write_record(record))), fields(record)) << i;
  }
}

TEST(StoredRecord, ComesBackThroughADocumentPackedWithOrWithoutADictionary) {
  std::vector<std::string> bytes;
  for (int i = 0; i < 400; ++i) {
    Record record;
    record.id = "record-" + std::to_string(i);
    record.question = "What is the use of number " + std::to_string(i) + "?";
    record.answer = "It counts the sheep that jump over fence number " + std::to_string(i * 7) +
                    ", and when they are through it counts the wolves that wait behind the hedge, "
                    "the stars above the hill, and the hours until the morning comes again.";
    bytes.push_back(write_record(record));
  }
  const std::string dictionary =
      train_dictionary(std::vector<std::string_view>(bytes.begin(), bytes.end()));
  ASSERT_NE(dictionary_number(dictionary), 0U);
  for (const std::string& used : {dictionary, std::string()}) {
    RecordPacker packer(used);
    RecordUnpacker unpacker;
    unpacker.add_dictionary(used);
    std::size_t packed = 0;
    for (const auto& before : bytes) {
      const std::string data(packer.pack(before));
      packed += data.size();
      ASSERT_TRUE(unpacker.knows_dictionary_of(data));
      EXPECT_EQ(unpacker.unpack(data), before);
    }
    if (!used.empty()) {
      EXPECT_LT(packed, 400U * 140);
    }
  }
}

TEST(StoredRecord, DamageIsAnErrorAndNothingWorse) {
  Record record;
  record.question = "What is dropout?";
  record.answer = std::string(300, 'a');
  record.tags = {"a", "b"};
  const std::string bytes = write_record(record);
  RecordPacker packer("");
  const std::string packed(packer.pack(bytes));
  ASSERT_LT(packed.size(), bytes.size());
  RecordUnpacker unpacker;
  std::mt19937 random(2);
  for (int i = 0; i < 3000; ++i) {
    for (const std::string& whole : {bytes, packed}) {
      std::string damaged = whole;
      damaged[random() % damaged.size()] = static_cast<char>(random());
      if (i % 3 == 0) damaged.resize(random() % damaged.size());
      try {
        read_record(unpacker.unpack(damaged));
      } catch (const std::runtime_error&) {
      }
    }
  }
}

TEST(StoredRecord, DataWithAnUnknownDictionaryIsRefused) {
  std::vector<std::string> samples;
  for (int i = 0; i < 1000; ++i)
    samples.push_back(
        "what does the number " + std::to_string(i) +
        " stand for in this text, which "
        "goes on for a while so that there is something to gain by packing it, and "
        "which says nothing more than that, again and again, to the end of the line?");
  const std::string dictionary =
      train_dictionary(std::vector<std::string_view>(samples.begin(), samples.end()));
  RecordPacker packer(dictionary);
  const std::string packed(packer.pack(samples[0]));
  RecordUnpacker unpacker;
  EXPECT_FALSE(unpacker.knows_dictionary_of(packed));
  EXPECT_THROW(unpacker.unpack(packed), std::runtime_error);
}

TEST(FilterTerm, FoldsLettersButNotIdsAndIsNeverTooLong) {
  EXPECT_EQ(filter_term("tag", "C++ Basics"), "Kc++ basics");
  EXPECT_EQ(filter_term("id", "7K3v"), "Q7K3v");
  const std::string left(100'000, 'x');
  const std::string right = left + 'y';
  EXPECT_NE(filter_term("id", left), filter_term("id", right));
  EXPECT_LE(filter_term("path", right).size(), 245U);
  EXPECT_EQ(filter_term("tag", std::string_view("a\0b", 3)).find('\0'), std::string::npos);
  EXPECT_THROW(filter_term("colour", "red"), std::out_of_range);
}

TEST(Document, CarriesItsFilters) {
  Record record;
  record.id = "abc-def";
  record.question = "What is boosting?";
  record.answer = "Many weak learners.";
  record.tags = {"Boosting"};
  record.section = {"Trees", "Ensembles"};
  record.accepted = true;
  record.votes = -3;
  record.place.path = "notes/ml/trees.md";
  PostingMaker postings{AverageLengths{}};
  const IndexedRecord document = indexed(record, postings);
  for (const auto& [field, value] :
       std::vector<std::pair<std::string, std::string>>{{"id", "abc-def"},
                                                        {"tag", "boosting"},
                                                        {"section", "trees"},
                                                        {"section", "ensembles"},
                                                        {"is", "accepted"},
                                                        {"path", "notes"},
                                                        {"path", "notes/ml"},
                                                        {"path", "notes/ml/trees.md"},
                                                        {"path", "trees.md"}}) {
    EXPECT_EQ(std::ranges::count(document.filters, filter_term(field, value)), 1) << field << value;
  }
  EXPECT_EQ(document.question_key, "abc-def");
  EXPECT_EQ(Xapian::sortable_unserialise(document.votes), -3);
}

}  // namespace
}  // namespace answers
