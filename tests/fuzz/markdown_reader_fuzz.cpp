#include "corpus/input.h"
#include "corpus/listener.h"
#include "corpus/markdown_reader.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace {

/// Holds every record against what readers promise.
class Judge : public answers::Listener {
 public:
  void on_record(answers::Record record) override {
    if (record.answer.empty()) __builtin_trap();
    on_unanswered(std::move(record));
  }
  void on_unanswered(answers::Record record) override {
    const answers::Place& place = record.place;
    if (record.question.empty() || record.id.empty()) __builtin_trap();
    if (record.question.find('\n') != std::string::npos) __builtin_trap();
    if (place.line == 0 || place.end_line < place.line || place.end_byte < place.byte)
      __builtin_trap();
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Judge judge;
  answers::Input input("faq/no such folder/notes.md",
                       std::string(reinterpret_cast<const char*>(data), size), judge);
  answers::read_markdown(input);
  return 0;
}
