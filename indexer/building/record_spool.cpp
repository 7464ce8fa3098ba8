#include "indexer/building/record_spool.h"

#include <fmt/core.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace answers {
namespace {

constexpr std::size_t window_bytes = std::size_t{256} << 10;
/// Records from this size on are packed. Smaller ones seldom take more than the index will (of
/// 100,000 posts 1.1 times as much), and packing all would take 3 % of a build's time.
constexpr std::size_t large = std::size_t{4} << 10;
/// In a record's length: it comes from RecordPacker.
constexpr std::uint64_t is_packed = std::uint64_t{1} << 63;
/// Of IdLedger; 32 bytes each.
constexpr std::size_t most_entries_in_memory = std::size_t{1} << 20;

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

std::uint64_t hash(std::string_view text, std::uint64_t seed = 0) {
  return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

std::uint64_t hash_of_text(const Record& record) {
  return hash(record.answer, hash(record.body, hash(record.question)));
}

}  // namespace

RecordSpool::RecordSpool(const std::filesystem::path& path)
    : path_(path), descriptor_(open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) fail(path_);
}

RecordSpool::~RecordSpool() { close(descriptor_); }

void RecordSpool::add(std::string_view bytes) {
  const bool packs = bytes.size() >= large;
  if (packs) bytes = packer_.pack(bytes);
  const std::uint64_t length = bytes.size() | (packs ? is_packed : 0);
  unwritten_.append(reinterpret_cast<const char*>(&length), sizeof length);
  size_ += sizeof length + bytes.size();
  if (packs) {
    finish();
    write_out(bytes);
    packer_.release();
    return;
  }
  unwritten_ += bytes;
  if (unwritten_.size() >= window_bytes) finish();
}

void RecordSpool::finish() {
  write_out(unwritten_);
  unwritten_.clear();
}

void RecordSpool::write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(path_);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void RecordSpool::let_go(std::uint64_t begin, std::uint64_t end) const {
  const int ignored = fallocate(descriptor_, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
                                static_cast<off_t>(begin), static_cast<off_t>(end - begin));
  static_cast<void>(ignored);
}

RecordSpool::Cursor::Cursor(const RecordSpool& spool, std::uint64_t offset)
    : spool_(spool), offset_(offset) {}

std::string_view RecordSpool::Cursor::take(std::size_t bytes) {
  if (window_.size() - at_ < bytes) {
    window_.erase(0, at_);
    at_ = 0;
    std::size_t filled = window_.size();
    while (filled < bytes) {
      window_.resize(filled + window_bytes);  // no more at once: a damaged length claims anything
      const auto count = pread(spool_.descriptor_, window_.data() + filled, window_bytes,
                               static_cast<off_t>(offset_));
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) fail(spool_.path_);
      if (count == 0) throw std::runtime_error("the scratch file of the records was cut short");
      filled += static_cast<std::size_t>(count);
      offset_ += static_cast<std::uint64_t>(count);
    }
    window_.resize(filled);
  }
  at_ += bytes;
  return std::string_view(window_).substr(at_ - bytes, bytes);
}

std::string_view RecordSpool::Cursor::next() {
  std::uint64_t length = 0;
  std::memcpy(&length, take(sizeof length).data(), sizeof length);
  return (length & is_packed) == 0 ? take(length) : unpacker_.unpack(take(length & ~is_packed));
}

void RecordSpool::Cursor::release() {
  unpacker_.release();
  window_.erase(0, at_);
  window_.shrink_to_fit();
  at_ = 0;
}

IdLedger::IdLedger(std::filesystem::path scratch) : scratch_(std::move(scratch)) {}
IdLedger::~IdLedger() = default;

void IdLedger::add(const Record& record) { enter(record, records_++); }
void IdLedger::add_old(const Record& record) { enter(record, old_record); }

void IdLedger::enter(const Record& record, std::uint64_t ordinal) {
  const std::uint64_t question = hash(question_id(record));
  const std::uint64_t id = hash(record.id);
  // Ids that were made of the text tell the same text by letters and digits alone; given ids do
  // not.
  const bool made = record.id.size() == 17 && record.id == identify(record);
  entries_[question % partitions].push_back(
      {question, id, made ? id : hash_of_text(record), ordinal});
  if (++in_memory_ == most_entries_in_memory) spill();
}

void IdLedger::spill() {
  for (std::size_t number = 0; number < partitions; ++number) {
    auto& entries = entries_[number];
    errno = 0;
    const auto path = scratch_ / fmt::format("ids-{}", number);
    std::ofstream file(path, std::ios::binary | std::ios::app);
    file.write(reinterpret_cast<const char*>(entries.data()),
               static_cast<std::streamsize>(entries.size() * sizeof(Entry)));
    if (!file.flush()) fail(path);
    entries.clear();
  }
  in_memory_ = 0;
  spilled_ = true;
}

std::vector<IdLedger::Entry> IdLedger::take_partition(std::size_t number) {
  std::vector<Entry> all = std::move(entries_[number]);
  if (!spilled_) return all;
  const auto path = scratch_ / fmt::format("ids-{}", number);
  const std::size_t in_memory = all.size();
  const auto on_disk = std::filesystem::file_size(path) / sizeof(Entry);
  all.resize(in_memory + on_disk);
  std::ifstream file(path, std::ios::binary);
  if (!file.read(reinterpret_cast<char*>(all.data() + in_memory),
                 static_cast<std::streamsize>(on_disk * sizeof(Entry))))
    fail(path);
  std::filesystem::remove(path);
  return all;
}

Verdicts IdLedger::settle(
    const std::function<bool(std::uint64_t, std::uint64_t)>& precedes,
    const std::function<void(std::uint64_t, std::uint64_t, bool)>& on_shared) {
  Verdicts verdicts;
  verdicts.dropped.resize(records_);
  verdicts.renamed.resize(records_);
  for (std::size_t number = 0; number < partitions; ++number) {
    std::vector<Entry> entries = take_partition(number);
    std::ranges::sort(entries, [&](const Entry& a, const Entry& b) {
      if (a.question != b.question) return a.question < b.question;
      if (a.id != b.id) return a.id < b.id;
      if (a.ordinal == b.ordinal || a.ordinal == old_record || b.ordinal == old_record)
        return a.ordinal < b.ordinal;
      return precedes(a.ordinal, b.ordinal);
    });
    for (std::size_t at = 0; at < entries.size();) {
      // One question: what of it is new and what is gone belongs together.
      std::uint64_t added = 0;
      std::uint64_t gone = 0;
      const std::uint64_t question = entries[at].question;
      while (at < entries.size() && entries[at].question == question) {
        const std::size_t begin = at;
        while (at < entries.size() && entries[at].question == question &&
               entries[at].id == entries[begin].id)
          ++at;
        const bool is_there = entries[begin].ordinal != old_record;
        const bool was_there = entries[at - 1].ordinal == old_record;
        if (is_there && was_there) {
          ++(entries[begin].content == entries[at - 1].content ? verdicts.as_before
                                                               : verdicts.changed);
        } else {
          ++(is_there ? added : gone);
        }
        std::map<std::uint64_t, std::uint64_t> kept;  // content -> ordinal
        for (std::size_t i = begin; i < at && entries[i].ordinal != old_record; ++i) {
          const auto [same, first_of_its_kind] =
              kept.emplace(entries[i].content, entries[i].ordinal);
          if (i == begin) continue;
          if (first_of_its_kind) {
            verdicts.renamed[entries[i].ordinal] = true;
            ++added;
          } else {
            verdicts.dropped[entries[i].ordinal] = true;
            ++verdicts.identical;
          }
          on_shared(entries[begin].ordinal, entries[i].ordinal, !first_of_its_kind);
        }
      }
      const std::uint64_t edited = std::min(added, gone);
      verdicts.changed += edited;
      verdicts.added += added - edited;
      verdicts.gone += gone - edited;
    }
  }
  return verdicts;
}

std::string derived_id(const Record& record) {
  return fmt::format("{}~{:08x}", record.id, hash_of_text(record) & 0xFFFFFFFF);
}

}  // namespace answers
