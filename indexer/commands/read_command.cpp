#include "indexer/commands/read_command.h"

#include "corpus/characters/printable.h"
#include "corpus/reader.h"
#include "corpus/values/record_json.h"
#include "indexer/commands/index_talk.h"

#include <cstddef>
#include <map>
#include <ostream>
#include <string>
#include <string_view>

namespace answers {
namespace {

class JsonPrinter : public Listener {
 public:
  JsonPrinter(const ReadOptions& options, std::ostream& out, std::ostream& talk)
      : options_(options), out_(out), talk_(talk) {}

  void on_record(Record record) override {
    ++records;
    if (!options_.unanswered && !options_.explain) print(record);
  }
  void on_unanswered(Record record) override {
    ++unanswered;
    if (options_.unanswered) print(record);
  }
  void on_trouble(const Trouble& trouble) override {
    ++troubles;
    talk_ << "answers: " << trouble_line(trouble) << '\n';
  }
  bool wants_every_block() const override { return options_.explain; }
  void on_sighting(const Sighting& sighting) override {
    if (!options_.explain) return;
    out_ << printable_line(sighting.path);
    if (sighting.line > 0) out_ << ':' << sighting.line;
    out_ << ": " << sighting.shape << ": " << printable_line(sighting.evidence) << '\n';
  }
  void on_skipped(std::string_view path, std::string_view reason) override {
    ++skipped[std::string(reason)];
    if (options_.explain) out_ << printable_line(path) << ": skipped: " << reason << '\n';
  }

  std::size_t records = 0;
  std::size_t unanswered = 0;
  std::size_t troubles = 0;
  std::map<std::string, std::size_t> skipped;

 private:
  void print(const Record& record) { out_ << record_json(record) << '\n'; }

  const ReadOptions& options_;
  std::ostream& out_;
  std::ostream& talk_;
};

}  // namespace

int run_read(const ReadOptions& options, std::ostream& out, std::ostream& talk) {
  JsonPrinter printer(options, out, talk);
  Copies copies;
  for (const auto& path : options.paths) read_collection(path, printer, &copies);
  talk << "answers: read " << printer.records << (printer.records == 1 ? " record" : " records");
  if (printer.unanswered > 0)
    talk << ", " << printer.unanswered
         << (printer.unanswered == 1 ? " question without an answer"
                                     : " questions without an answer");
  for (const auto& [reason, count] : printer.skipped)
    talk << ", " << count << " skipped (" << reason << ')';
  talk << '\n';
  if (printer.records + printer.unanswered == 0 && !options.sections &&
      printer.skipped.contains("no questions and answers in it"))
    talk << "answers: no question has an answer here; --sections makes a record of every heading "
            "with text\n";
  return printer.records > 0 ? 0 : 1;
}

}  // namespace answers
