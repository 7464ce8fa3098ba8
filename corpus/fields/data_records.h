#pragma once

#include "corpus/record.h"
#include "corpus/values/data_value.h"

#include <functional>
#include <memory>
#include <string_view>

namespace answers {

class Listener;
class RecordShapes;

/// Finds the questions and answers in trees of data, under the names that people use: pairs
/// (question/answer, prompt/response, front/back, title/text, q/a …), FAQs in topics, intents with
/// patterns and responses, quizzes with options, instructions with inputs and outputs, SQuAD,
/// conversations (ShareGPT, OpenAI messages, ChatGPT's and Claude's exports), preference pairs,
/// threads with several answers, schema.org's FAQPage and QAPage. One for a file: it remembers what
/// it has seen of it.
class DataRecords {
 public:
  /// Where a value stands in the file.
  using PlaceOf = std::function<Place(const DataValue&)>;

  explicit DataRecords(Listener& listener);
  ~DataRecords();
  DataRecords(const DataRecords&) = delete;
  DataRecords& operator=(const DataRecords&) = delete;

  /// Looks at the beginning of what is read row by row, where that is not a list: how quizzes
  /// number their right options is known then for the first row, too. O(size).
  void learn(const DataValue& value);
  /// Tells the listener of every record in `value`. `base` is what holds for all of them (the
  /// topics above, a source, a language). O(size).
  void read(const DataValue& value, const PlaceOf& place_of, const Record& base);
  /// Of an object too large to be held in memory: what its scalar member `key` says about all below
  /// it, put into `base`.
  static void inherit(std::string_view key, const DataValue& value, Record& base);
  /// `base` for what stands below the key of such an object.
  static Record below(std::string_view key, const Record& base);

 private:
  std::unique_ptr<RecordShapes> shapes_;
};

}  // namespace answers
