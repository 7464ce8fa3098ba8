#include "indexer/segments.h"

#include "indexer/document.h"
#include "indexer/index_writer.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// More databases than this are compacted in two steps: each holds some files open.
constexpr std::size_t most_databases_at_once = 64;

/// Records above this are indexed one at a time: their postings may take ten times their size.
constexpr std::size_t large_record = std::size_t{4} << 20;

/// Neighbouring parts of one segment that are indexed in one go.
struct Batch {
  std::size_t segment = 0;
  std::size_t number = 0;  ///< within the segment
  std::span<PlannedPart> parts{};
};

/// Hands out batches to threads and finishes a segment when the last of its batches is done.
class Builder {
 public:
  Builder(std::span<const PlannedSegment> segments, const SegmentSources& sources)
      : segments_(segments), sources_(sources), left_(segments.size()) {
    for (std::size_t segment = 0; segment < segments.size(); ++segment) cut(segment);
  }

  void run() {
    std::vector<std::thread> threads;
    const std::size_t wanted =
        std::clamp<std::size_t>(sources_.threads, 1, std::max<std::size_t>(1, batches_.size()));
    for (std::size_t i = 1; i < wanted; ++i) threads.emplace_back([this] { work(); });
    work();
    for (auto& thread : threads) thread.join();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void cut(std::size_t segment) {
    const auto parts = segments_[segment].parts;
    std::size_t begin = 0;
    std::uint64_t bytes = 0;
    for (std::size_t at = 0; at < parts.size(); ++at) {
      bytes += parts[at].part.bytes;
      if (bytes < part_bytes && at + 1 < parts.size()) continue;
      batches_.push_back({segment, left_[segment]++, parts.subspan(begin, at + 1 - begin)});
      begin = at + 1;
      bytes = 0;
    }
  }

  void work() try {
    PostingMaker postings(sources_.averages);
    RecordPacker packer(sources_.dictionary);
    RecordUnpacker unpacker;
    unpacker.add_dictionary(sources_.old_dictionary);
    std::map<std::uint32_t, Xapian::Database> old;
    while (true) {
      std::size_t next = 0;
      {
        const std::lock_guard hold(mutex_);
        if (failure_ || next_ == batches_.size()) return;
        next = next_++;
      }
      const Batch& batch = batches_[next];
      index(batch, postings, packer, unpacker, old);
      bool last = false;
      {
        const std::lock_guard hold(mutex_);
        last = --left_[batch.segment] == 0;
      }
      if (last) finish(batch.segment);
    }
  } catch (...) {
    const std::lock_guard hold(mutex_);
    if (!failure_) failure_ = std::current_exception();
  }

  fs::path scratch(std::size_t segment, std::size_t number) const {
    return sources_.folder / fmt::format("scratch-{}-{}", segment, number);
  }

  void index(const Batch& batch, PostingMaker& postings, RecordPacker& packer,
             RecordUnpacker& unpacker, std::map<std::uint32_t, Xapian::Database>& old) {
    Xapian::WritableDatabase database(
        scratch(batch.segment, batch.number).string(),
        Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST);
    const auto add = [&](const Record& record, std::string_view bytes) {
      std::unique_lock<std::mutex> alone;
      if (bytes.size() > large_record) alone = std::unique_lock(one_large_record_);
      database.add_document(make_document(record, postings, packer.pack(bytes)));
    };
    std::uint64_t records = 0;
    std::uint64_t bytes_done = 0;
    for (const PlannedPart& part : batch.parts) {
      check_stop();
      if (part.spooled) {
        RecordSpool::Cursor cursor(sources_.spool, part.offset);
        for (std::uint64_t i = 0; i < part.read; ++i) {
          const std::string_view bytes = cursor.next();
          if (sources_.verdicts.dropped[part.first_ordinal + i]) continue;
          Record record = read_record(bytes);
          if (sources_.verdicts.renamed[part.first_ordinal + i]) {
            record.id = derived_id(record);
            add(record, write_record(record));
          } else {
            add(record, bytes);
          }
        }
      } else {
        auto& segment = old[part.old.segment];
        if (segment.size() == 0) {
          segment = Xapian::Database(
              (sources_.old_generation / sources_.old_segments[part.old.segment].name).string());
        }
        for (std::uint64_t i = 0; i < part.old.records; ++i) {
          const std::string data =
              segment.get_document(static_cast<Xapian::docid>(part.old.first + i)).get_data();
          const std::string_view bytes = unpacker.unpack(data);
          add(read_record(bytes), bytes);
        }
      }
      records += part.part.records;
      bytes_done += part.part.bytes;
    }
    database.commit();
    const std::lock_guard hold(mutex_);
    if (sources_.on_progress) sources_.on_progress(records, bytes_done);
  }

  void finish(std::size_t segment) {
    std::size_t count = 0;
    for (const Batch& batch : batches_) count += batch.segment == segment ? 1 : 0;
    std::vector<fs::path> from;
    std::size_t next = count;
    for (std::size_t i = 0; i < count; ++i) from.push_back(scratch(segment, i));
    while (from.size() > most_databases_at_once) {
      std::vector<fs::path> merged;
      for (std::size_t begin = 0; begin < from.size(); begin += most_databases_at_once) {
        check_stop();
        const std::size_t end = std::min(from.size(), begin + most_databases_at_once);
        merged.push_back(scratch(segment, next++));
        compact({from.begin() + static_cast<std::ptrdiff_t>(begin),
                 from.begin() + static_cast<std::ptrdiff_t>(end)},
                merged.back());
      }
      from = std::move(merged);
    }
    check_stop();
    compact(from, sources_.folder / segments_[segment].name);
  }

  void check_stop() const {
    if (sources_.stop != nullptr && *sources_.stop) throw Interrupted("interrupted");
  }

  const std::span<const PlannedSegment> segments_;
  const SegmentSources& sources_;
  std::vector<Batch> batches_;
  std::vector<std::size_t> left_;  ///< batches of each segment that are not done
  std::size_t next_ = 0;
  std::exception_ptr failure_;
  std::mutex mutex_;
  std::mutex one_large_record_;
};

}  // namespace

std::uint64_t segment_bytes(std::uint64_t total) {
  return std::max(std::uint64_t{16} << 20, std::bit_ceil(total / 8));
}

std::vector<std::span<PlannedPart>> lay_out(std::vector<PlannedPart>& parts) {
  std::ranges::sort(parts, {}, &PlannedPart::key);
  std::uint64_t total = 0;
  for (const auto& part : parts) total += part.part.bytes;
  const std::uint64_t most = segment_bytes(total);
  std::vector<std::span<PlannedPart>> segments;
  const std::function<void(std::span<PlannedPart>, unsigned)> split =
      [&](std::span<PlannedPart> some, unsigned bit) {
        if (some.empty()) return;
        std::uint64_t bytes = 0;
        for (const auto& part : some) bytes += part.part.bytes;
        if (bytes <= most || some.size() == 1 || bit == 64) return segments.push_back(some);
        const auto middle = std::ranges::partition_point(
            some, [bit](const PlannedPart& part) { return (part.key >> (63 - bit) & 1) == 0; });
        const auto first = static_cast<std::size_t>(middle - some.begin());
        split(some.subspan(0, first), bit + 1);
        split(some.subspan(first), bit + 1);
      };
  split(parts, 0);
  return segments;
}

std::string segment_name(std::span<const PlannedPart> parts, std::string_view settings) {
  std::string all(settings);
  for (const auto& part : parts)
    all.append(reinterpret_cast<const char*>(&part.part.digest), sizeof part.part.digest);
  const XXH128_hash_t digest = XXH3_128bits(all.data(), all.size());
  return fmt::format("segment-{:016x}{:016x}", digest.high64, digest.low64);
}

void build_segments(std::span<const PlannedSegment> segments, const SegmentSources& sources) {
  Builder(segments, sources).run();
}

void compact(const std::vector<fs::path>& from, const fs::path& to) {
  {
    Xapian::Database all;
    for (const auto& path : from) all.add_database(Xapian::Database(path.string()));
    all.compact(to.string(), Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULL);
  }
  for (const auto& path : from) fs::remove_all(path);
}

}  // namespace answers
