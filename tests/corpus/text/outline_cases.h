#pragma once

#include "corpus/input/input.h"
#include "tests/corpus/collector.h"

#include <cstddef>
#include <string>
#include <utility>

namespace answers {

/// A document and what is read out of it: a record a line, "section>section|question|answer",
/// '/' for a line end; unanswered questions with "-" for the answer, in the order heard.
struct DocumentCase {
  const char* name;
  std::string text;
  std::string read;
};

inline std::string on_one_line(std::string text) {
  for (char& sign : text) {
    if (sign == '\n') sign = '/';
  }
  return text;
}

class Transcript : public Listener {
 public:
  void on_record(Record record) override { write(record, on_one_line(record.answer)); }
  void on_unanswered(Record record) override { write(record, "-"); }

  std::string text{};

 private:
  void write(const Record& record, const std::string& answer) {
    for (std::size_t i = 0; i < record.section.size(); ++i)
      text += (i == 0 ? "" : ">") + record.section[i];
    text += '|' + record.question + '|' + answer + '\n';
  }
};

/// What `read` makes of a file of this name and text.
inline std::string transcript(void (*read)(Input&), std::string path, std::string text) {
  Transcript heard;
  Input input(std::move(path), std::move(text), heard);
  read(input);
  return heard.text;
}

}  // namespace answers
