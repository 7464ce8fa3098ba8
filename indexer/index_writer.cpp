#include "indexer/index_writer.h"

#include "corpus/reader.h"
#include "indexer/document.h"
#include "indexer/index_directory.h"
#include "indexer/index_lock.h"
#include "indexer/postings.h"
#include "indexer/schema.h"

#include <xapian.h>

#include <unordered_set>
#include <utility>

namespace answers {
namespace fs = std::filesystem;
namespace {

constexpr int compaction = Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULL;

class Collected : public Listener {
 public:
  Collected(IndexListener& listener, const std::atomic<bool>* stop)
      : listener_(listener), stop_(stop) {}

  void on_record(Record record) override {
    if (stop_ != nullptr && *stop_) throw Interrupted("interrupted");
    if (!ids_.insert(record.id).second) {
      ++identical;
      return;
    }
    total += lengths_of(record);
    records.push_back(std::move(record));
    progress.records = records.size();
  }
  void on_unanswered(Record /*record*/) override { ++unanswered; }
  void on_trouble(const Trouble& trouble) override {
    ++troubles;
    listener_.on_trouble(trouble);
  }
  void on_skipped(std::string_view path, std::string_view reason) override {
    ++skipped[std::string(reason)];
    listener_.on_skipped(path, reason);
  }
  void on_progress(std::size_t bytes) override {
    progress.done += bytes;
    listener_.on_progress(progress);
  }

  std::vector<Record> records;
  FieldLengths total;
  IndexProgress progress;
  std::uint64_t identical = 0;
  std::uint64_t unanswered = 0;
  std::uint64_t troubles = 0;
  std::map<std::string, std::uint64_t> skipped;

 private:
  IndexListener& listener_;
  const std::atomic<bool>* stop_;
  std::unordered_set<std::string> ids_;
};

std::string learn_dictionary(const std::vector<Record>& records) {
  std::vector<std::string> bytes;
  std::size_t size = 0;
  const std::size_t step = records.size() / 4000 + 1;
  for (std::size_t i = 0; i < records.size() && size < std::size_t{4} << 20; i += step) {
    bytes.push_back(write_record(records[i]));
    size += bytes.back().size();
  }
  return train_dictionary(std::vector<std::string_view>(bytes.begin(), bytes.end()));
}

void compact(const fs::path& from, const fs::path& to) {
  Xapian::Database(from.string()).compact(to.string(), compaction);
  fs::remove_all(from);
}

}  // namespace

IndexSummary index_collections(const IndexOptions& options, IndexListener& listener) {
  fs::create_directories(options.directory);
  const IndexLock lock(options.directory, options.wait);
  sweep(options.directory);

  Collected collected(listener, options.stop);
  for (const auto& path : options.collections) read_collection(path, collected);
  const AverageLengths averages = rounded_averages(collected.total);
  const std::string dictionary = learn_dictionary(collected.records);

  NewGeneration generation(options.directory);
  {
    Xapian::WritableDatabase head((generation.path() / "tmp-head").string(),
                                  Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    head.set_metadata(std::string(schema::format_key), std::string(schema::format));
    head.set_metadata(std::string(schema::averages_key), averages.to_string());
    head.set_metadata(std::string(schema::dictionary_key), dictionary);
    head.commit();
  }
  compact(generation.path() / "tmp-head", generation.path() / "head");
  {
    Xapian::WritableDatabase segment(
        (generation.path() / "tmp-segment").string(),
        Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
    PostingMaker postings(averages);
    RecordPacker packer(dictionary);
    for (const Record& record : collected.records) {
      segment.add_document(make_document(record, postings, packer.pack(write_record(record))));
    }
    segment.commit();
  }
  compact(generation.path() / "tmp-segment", generation.path() / "segment-1");
  generation.publish({"head", "segment-1"});
  sweep(options.directory);

  IndexSummary summary;
  summary.generation = generation.number();
  summary.records = collected.records.size();
  summary.identical = collected.identical;
  summary.unanswered = collected.unanswered;
  summary.troubles = collected.troubles;
  summary.skipped = collected.skipped;
  for (const auto& entry : fs::directory_iterator(generation.path()))
    summary.bytes += entry.file_size();
  return summary;
}

}  // namespace answers
