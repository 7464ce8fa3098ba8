// One target a reader: ANSWERS_FUZZ_READER is its function, ANSWERS_FUZZ_NAME the name of the file
// that it is told to read.
#include "corpus/asciidoc_reader.h"
#include "corpus/input.h"
#include "corpus/listener.h"
#include "corpus/org_reader.h"
#include "corpus/plain_text_reader.h"
#include "corpus/pod_reader.h"
#include "corpus/rst_reader.h"
#include "corpus/trivia_reader.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace {

/// Holds every record against what the readers promise.
class Judge : public answers::Listener {
 public:
  void on_record(answers::Record record) override {
    if (record.answer.empty()) __builtin_trap();
    on_unanswered(std::move(record));
  }
  void on_unanswered(answers::Record record) override {
    const auto& place = record.place;
    if (record.question.empty() || record.id.empty()) __builtin_trap();
    if (place.line == 0 || place.end_line < place.line || place.end_byte < place.byte)
      __builtin_trap();
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Judge judge;
  answers::Input input(ANSWERS_FUZZ_NAME, std::string(reinterpret_cast<const char*>(data), size),
                       judge);
  answers::ANSWERS_FUZZ_READER(input);
  return 0;
}
