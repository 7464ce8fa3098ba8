#include "indexer/building/scratch_database.h"

#include "indexer/generations/bytes.h"
#include "indexer/generations/vocabulary.h"
#include "indexer/schema.h"

#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <limits>
#include <numeric>
#include <system_error>

namespace answers {
namespace fs = std::filesystem;
namespace {

using namespace glass;
using namespace std::string_view_literals;

constexpr std::size_t chunk_bytes = 2000;  // from which on Xapian begins another
constexpr std::uint32_t least_packed = 18;

struct Frequencies {
  std::uint32_t records = 0;
  std::uint64_t occurrences = 0;
};

/// The list of records that have a term, with what each counts, in chunks.
void add_list(GlassTable& table, std::string_view term, const Frequencies& frequencies,
              std::span<const std::uint32_t> records, std::span<const std::uint32_t> wdfs) {
  std::string chunk;
  std::string tag;
  std::size_t begin = 0;  // of the chunk
  const auto end_chunk = [&](std::size_t end) {
    tag.clear();
    if (begin == 0) {
      append_leb128(tag, frequencies.records);
      append_leb128(tag, frequencies.occurrences);
      append_leb128(tag, records[0] - 1);
    }
    tag += end == records.size() ? '1' : '0';
    append_leb128(tag, records[end - 1] - records[begin]);
    tag += chunk;
    table.add(posting_key(term, begin == 0 ? 0 : records[begin]), tag);
    chunk.clear();
    begin = end;
  };
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (i > begin) {
      if (chunk.size() >= chunk_bytes) {
        end_chunk(i);
      } else {
        append_leb128(chunk, records[i] - records[i - 1] - 1);
      }
    }
    append_leb128(chunk, wdfs[i]);
  }
  end_chunk(records.size());
}

}  // namespace

ScratchDatabase::ScratchDatabase(fs::path folder)
    : folder_([&folder] {
        fs::create_directory(folder);
        return std::move(folder);
      }()),
      documents_(folder_ / "docdata.glass", least_packed) {}

void ScratchDatabase::post(std::string_view term, std::uint32_t wdf) {
  const std::uint64_t hash = TermTable::hash_of(term);
  std::uint32_t id = terms_.find(term, hash);
  if (id == TermTable::none) {
    id = terms_.insert(term, hash);
    frequencies_.push_back(0);
    last_.push_back(0);
  }
  const auto record = static_cast<std::uint32_t>(lengths_.size());
  if (last_[id] == record) return;  // a filter that was given twice
  last_[id] = record;
  ++frequencies_[id];
  posted_.push_back({id, wdf});
}

void ScratchDatabase::add_value(std::uint32_t number, std::string_view value) {
  if (value.empty()) return;
  const auto record = static_cast<std::uint32_t>(lengths_.size());
  Slot& slot = slots_[number];
  if (slot.values++ == 0) slot.least = slot.most = value;
  if (value < slot.least) slot.least = value;
  if (value > slot.most) slot.most = value;
  if (slot.chunk.empty()) {
    slot.first = record;
  } else {
    append_leb128(slot.chunk, record - slot.last - 1);
  }
  slot.last = record;
  append_text(slot.chunk, value);
  if (slot.chunk.size() >= chunk_bytes)
    slot.chunks.emplace_back(slot.first, std::exchange(slot.chunk, {}));
}

void ScratchDatabase::add(const IndexedRecord& record, std::string_view data) {
  lengths_.push_back(0);
  documents_.add(document_key(static_cast<std::uint32_t>(lengths_.size())), data);
  for (const Posting& posting : record.words) {
    post(posting.term, posting.wdf);
    lengths_.back() += posting.wdf;
    largest_wdf_ = std::max<std::uint32_t>(largest_wdf_, posting.wdf);
  }
  for (const std::string& filter : record.filters) post(filter, 0);
  ends_.push_back(posted_.size());
  add_value(schema::question_key, record.question_key);
  add_value(schema::votes, record.votes);
}

std::string ScratchDatabase::write_postings() {
  GlassTable table(folder_ / "postlist.glass", 0);
  for (auto& [number, slot] : slots_) {
    if (!slot.chunk.empty()) slot.chunks.emplace_back(slot.first, std::exchange(slot.chunk, {}));
    std::string key("\0\xD0"sv);
    for (std::uint32_t rest = number; rest > 0; rest >>= 8) key += static_cast<char>(rest);
    std::string tag;
    append_leb128(tag, slot.values);
    append_text(tag, slot.least);
    if (slot.most != slot.least) tag += slot.most;
    table.add(key, tag);
  }
  for (const auto& [number, slot] : slots_) {
    for (const auto& [first, chunk] : slot.chunks) {
      std::string key("\0\xD8"sv);
      append_leb128(key, number);
      append_sortable(key, first);
      table.add(key, chunk);
    }
  }
  std::vector<std::uint32_t> records(lengths_.size());
  std::iota(records.begin(), records.end(), 1U);
  add_list(table, {}, {}, records, lengths_);

  // All postings by term, those of each in the order of the records.
  std::vector<std::size_t> next(frequencies_.size());
  std::exclusive_scan(frequencies_.begin(), frequencies_.end(), next.begin(), std::size_t{0});
  records.resize(posted_.size());
  std::vector<std::uint32_t> wdfs(posted_.size());
  for (std::size_t record = 0, i = 0; record < ends_.size(); ++record) {
    for (; i < ends_[record]; ++i) {
      const std::size_t place = next[posted_[i].term]++;
      records[place] = static_cast<std::uint32_t>(record + 1);
      wdfs[place] = posted_[i].wdf;
    }
  }
  std::vector<std::uint32_t> order(terms_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [this](std::uint32_t term) { return terms_[term]; });
  for (const std::uint32_t term : order) {
    const std::size_t count = frequencies_[term];
    const std::size_t begin = next[term] - count;
    const auto of_term = std::span(wdfs).subspan(begin, count);
    add_list(
        table, terms_[term],
        {frequencies_[term], std::accumulate(of_term.begin(), of_term.end(), std::uint64_t{0})},
        std::span(records).subspan(begin, count), of_term);
  }
  return table.finish();
}

void ScratchDatabase::write(std::span<const std::pair<std::string, std::string>> words) {
  if (lengths_.empty()) throw std::logic_error("a scratch database without records");
  const std::string documents = documents_.finish();
  const std::string postings = write_postings();
  std::string synonyms = GlassTable::nothing(least_packed);
  if (!words.empty()) {
    GlassTable table(folder_ / "synonym.glass", least_packed);
    for (std::size_t i = 0; i < words.size();) {
      const std::string& word = words[i].first;
      std::vector<std::string> texts;
      for (; i < words.size() && words[i].first == word; ++i)
        texts.push_back(synonym_of_word(word, words[i].second));
      std::ranges::sort(texts);
      std::string tag;
      constexpr unsigned mask = 96;
      for (const std::string& text : texts) {
        tag += static_cast<char>(text.size() ^ mask);
        tag += text;
      }
      table.add(word, tag);
    }
    synonyms = table.finish();
  }
  write_version(postings, documents, synonyms);
}

void ScratchDatabase::write_version(std::string_view postings, std::string_view documents,
                                    std::string_view synonyms) const {
  std::string version(magic);
  version.append(uuid_bytes, '\0');  // that of a segment is Xapian's
  append_leb128(version, 1);         // revision
  version += postings;
  version += documents;
  version += GlassTable::nothing(least_packed);  // terms of documents
  version += GlassTable::nothing(0);             // positions
  version += GlassTable::nothing(least_packed);  // spelling
  version += synonyms;
  std::uint32_t shortest = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t longest = 0;
  std::uint64_t total = 0;
  for (const std::uint32_t length : lengths_) {
    if (length > 0) shortest = std::min(shortest, length);
    longest = std::max(longest, length);
    total += length;
  }
  append_leb128(version, lengths_.size());
  append_leb128(version, 0);  // numbers that no record has
  append_leb128(version, longest == 0 ? 0 : shortest);
  append_leb128(version, largest_wdf_);
  append_leb128(version, longest - largest_wdf_);
  append_leb128(version, 0);  // changesets
  append_leb128(version, total);
  append_leb128(version, 0);  // spelling
  const fs::path path = folder_ / "iamglass";
  errno = 0;
  std::ofstream file(path, std::ios::binary);
  file << version;
  file.close();
  if (!file) throw std::system_error(errno, std::generic_category(), path.string());
}

}  // namespace answers
