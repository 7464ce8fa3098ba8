#include "indexer/index_writer.h"

#include "corpus/reader.h"
#include "indexer/document.h"
#include "indexer/postings.h"
#include "indexer/schema.h"

#include <fstream>

namespace answers {
namespace {

class Collected : public Listener {
 public:
  void on_record(Record record) override {
    total += lengths_of(record);
    records.push_back(std::move(record));
  }
  void on_unanswered(Record /*record*/) override { ++unanswered; }
  void on_trouble(const Trouble& /*trouble*/) override { ++troubles; }

  std::vector<Record> records;
  FieldLengths total;
  std::size_t unanswered = 0;
  std::size_t troubles = 0;
};

}  // namespace

IndexSummary index_collections(const IndexOptions& options) {
  Collected collected;
  for (const auto& path : options.collections) read_collection(path, collected);
  const AverageLengths averages = rounded_averages(collected.total);

  std::filesystem::create_directories(options.directory);
  const auto generation = options.directory / "gen-000001";
  Xapian::WritableDatabase index(generation.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  PostingMaker postings(averages);
  for (const Record& record : collected.records)
    index.add_document(make_document(record, postings));
  index.set_metadata(std::string(schema::format_key), std::string(schema::format));
  index.set_metadata(std::string(schema::averages_key), averages.to_string());
  index.commit();
  std::ofstream(options.directory / "CURRENT") << "gen-000001\n";
  return {collected.records.size(), collected.unanswered, collected.troubles};
}

}  // namespace answers
