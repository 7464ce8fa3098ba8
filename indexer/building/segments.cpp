#include "indexer/building/segments.h"

#include "corpus/input/folder.h"
#include "indexer/building/index_writer.h"
#include "indexer/building/scratch_database.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index_file.h"

#include <fmt/core.h>
#include <xxhash.h>
#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <dlfcn.h>
#include <exception>
#include <map>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>

static std::atomic<std::uint64_t> prevented_deflations = 0;

/// Stands before zlib's own, for Xapian, which runs zlib over the data of every document and has no
/// setting against it. Ours is zstd already: deflating it once more took 16 % of a build's time and
/// gained nothing. With level 0 Xapian finds at once that nothing is gained and stores the bytes as
/// they are, so reading a record needs no inflating either. Xapian alone asks for a raw stream
/// (window bits below 0); what is packed for a client of `answers serve` is packed.
/// Where the dynamic linker does not let it come first all works as well, only more slowly.
// NOLINTNEXTLINE(readability-identifier-naming): zlib's name
extern "C" int deflateInit2_(z_streamp stream, int level, int method, int window_bits,
                             int memory_level, int strategy, const char* version, int size) {
  static const auto of_zlib =
      reinterpret_cast<decltype(&deflateInit2_)>(dlsym(RTLD_NEXT, "deflateInit2_"));
  if (of_zlib == nullptr) return Z_VERSION_ERROR;
  const bool is_xapian = window_bits < 0;
  if (is_xapian) ++prevented_deflations;
  return of_zlib(stream, is_xapian ? Z_NO_COMPRESSION : level, method, window_bits,
                 is_xapian ? 1 : memory_level, strategy, version, size);
}

namespace answers {
namespace fs = std::filesystem;
namespace {

/// Of bytes and weights of records, as long as that does not make more than most_segments.
constexpr std::uint64_t most_in_a_segment = std::uint64_t{16} << 20;
constexpr std::uint64_t most_segments = 5;

/// In bytes: what a record weighs beside its text. The time to write a segment goes by its bytes
/// alone, but where records are tiny there are many files to look at as well, and more segments do
/// not make queries slower. 100,000 files of a record of 110 bytes each, one of them changed, CPU:
/// 5.2 s with the one segment that bytes alone give, 2.1 s with three; queries there 5.0 ms with
/// either. 10,000 posts of 1 KB keep one segment, with three their queries took 5 % longer.
constexpr std::uint64_t weight_of_a_record = 400;

/// Of write_record() bytes; what one thread indexes in one go: large, since compacting keeps its
/// chunks of postings as they are, but all of it is in memory (100,000 posts in batches of 2, 4 and
/// 8 MB: an index of 96.6, 93.2 and 91.0 MB, a peak of 43, 56 and 78 MB; 400,000 tiny records: a
/// peak of 51, 57 and 88 MB).
constexpr std::uint64_t batch_bytes = std::uint64_t{4} << 20;

/// More databases than this are compacted in two steps: each holds some files open.
constexpr std::size_t most_databases_at_once = 64;

/// Parts above this, which end in a large record, are indexed one at a time: its postings may take
/// ten times its size.
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
    const std::size_t wanted =
        std::clamp<std::size_t>(sources_.threads, 1, std::max<std::size_t>(1, batches_.size()));
    std::vector<std::thread> threads;
    threads.reserve(wanted);
    try {
      for (std::size_t i = 1; i < wanted; ++i) threads.emplace_back([this] { work(); });
    } catch (const std::system_error&) {  // no room for another: fewer will do
    } catch (const std::bad_alloc&) {
    }
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
      if (bytes < batch_bytes && at + 1 < parts.size()) continue;
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
    ScratchDatabase database(scratch(batch.segment, batch.number));
    // `stored` is the record's data, or, where it is empty, still to be made of its `bytes`.
    const auto add = [&](const Record& record, std::string_view bytes, std::string_view stored,
                         bool large) {
      const IndexedRecord known = indexed(record, postings);
      if (stored.empty()) stored = packer.code(record, postings).value_or(std::string_view());
      if (stored.empty()) stored = packer.pack(bytes);
      database.add(known, stored);
      if (large) packer.release();
    };
    const bool same_dictionary = sources_.old_dictionary == sources_.dictionary;
    std::uint64_t records = 0;
    std::uint64_t bytes_done = 0;
    for (const PlannedPart& part : batch.parts) {
      check_stop();
      const bool large = part.part.bytes > large_record;
      std::unique_lock<std::mutex> alone;
      if (large) alone = std::unique_lock(one_large_record_);
      if (part.spooled) {
        RecordSpool::Cursor cursor(sources_.spool, part.offset);
        std::string renamed;
        for (std::uint64_t i = 0; i < part.read; ++i) {
          std::string_view bytes = cursor.next();
          if (sources_.verdicts.dropped[part.first_ordinal + i]) continue;
          Record record = read_record(bytes);
          if (sources_.verdicts.renamed[part.first_ordinal + i]) {
            record.id = derived_id(record);
            renamed = write_record(record);
            bytes = renamed;
          }
          std::string_view packed;
          if (large) {
            packed = packer.pack(bytes);
            cursor.release();
          }
          add(record, bytes, packed, large);
        }
        sources_.spool.let_go(part.offset, cursor.offset());
      } else {
        auto& segment = old[part.old.segment];
        if (segment.size() == 0) {
          segment =
              IndexFile(sources_.old_generation / sources_.old_segments[part.old.segment].name)
                  .database();
        }
        for (std::uint64_t i = 0; i < part.old.records; ++i) {
          const std::string data =
              segment.get_document(static_cast<Xapian::docid>(part.old.first + i)).get_data();
          Record record = unpacker.record(data);
          if (large) unpacker.release();
          if (same_dictionary) {
            add(record, {}, data, large);
          } else {
            const std::string bytes = write_record(record);
            add(record, bytes, {}, large);
          }
        }
      }
      records += part.part.records;
      bytes_done += part.part.bytes;
    }
    database.write(postings.take_words());
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

std::uint64_t deflations_prevented() { return prevented_deflations; }

std::uint64_t segments_of(std::uint64_t bytes, std::uint64_t records) {
  const std::uint64_t weight = bytes + records * weight_of_a_record;
  return std::clamp<std::uint64_t>((weight + most_in_a_segment - 1) / most_in_a_segment, 1,
                                   most_segments);
}

std::vector<std::span<PlannedPart>> lay_out(std::vector<PlannedPart>& parts) {
  std::ranges::sort(parts, {}, &PlannedPart::key);
  std::uint64_t bytes = 0;
  std::uint64_t records = 0;
  for (const auto& part : parts) {
    bytes += part.part.bytes;
    records += part.part.records;
  }
  const std::uint64_t number = segments_of(bytes, records);
  std::vector<std::span<PlannedPart>> segments;
  auto begin = parts.begin();
  for (std::uint64_t segment = 1; segment <= number; ++segment) {
    // Keys are spread evenly: each segment takes an equal share of their range.
    const std::uint64_t last = ~std::uint64_t{0} / number * segment;
    const auto end = segment == number ? parts.end()
                                       : std::ranges::upper_bound(begin, parts.end(), last, {},
                                                                  &PlannedPart::key);
    if (begin != end) segments.emplace_back(begin, end);
    begin = end;
  }
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
    for (const auto& path : from) {
      // What this process made a moment ago in a folder of its own, and told to be no stub file.
      all.add_database(fs::is_directory(path)
                           ? Xapian::Database(path.string(), Xapian::DB_BACKEND_GLASS)
                           : IndexFile(path).database());
    }
    compact_to_file(all, to);
  }
  for (const auto& path : from) remove_folder(path);
}

}  // namespace answers
