#include "indexer/generations/posting_list.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <utility>

namespace answers {
namespace {

/// Bytes behind a chunk, so that nobody asks for each byte whether it is there; so many that a
/// string has none of it within itself, and can be moved.
constexpr std::size_t padding = 2 * sizeof(std::string);
/// Above the number of any record: what keys of chunks can say (append_sortable()).
constexpr std::uint32_t most_records = 1U << 29;

/// A number of at most 32 bits; leaves `at` behind it, or, where there is none, at null.
std::uint32_t number_at(const unsigned char*& at, const unsigned char* end) {
  std::uint32_t value = 0;
  for (unsigned shift = 0; shift < 32 && at < end; shift += 7) {
    const unsigned byte = *at++;
    value |= (byte & 0x7FU) << shift;
    if (byte < 0x80) return value;
  }
  at = nullptr;
  return 0;
}

}  // namespace

Xapian::doccount frequency_in(GlassFile& segment, std::string_view term) {
  GlassCursor cursor(segment, GlassFile::postings);
  const std::string key = glass::posting_key(term);
  if (key.size() > glass::longest_key || !cursor.find(key)) return 0;
  const std::string_view tag = cursor.first_of_tag();
  const auto* at = reinterpret_cast<const unsigned char*>(tag.data());
  const Xapian::doccount frequency = number_at(at, at + tag.size());
  if (at == nullptr) cursor.damaged();
  return frequency;
}

PostingList::PostingList(GlassFile& file, std::string_view term)
    : cursor_(file, GlassFile::postings), key_(glass::posting_key(term)) {
  // No record has a term that is longer: it would not fit into a key.
  if (key_.size() <= glass::longest_key && cursor_.find(key_)) read_chunk(key_);
}

std::uint32_t PostingList::number(const unsigned char*& at) const {
  const std::uint32_t value = number_at(at, chunk_end_);
  if (at == nullptr) cursor_.damaged();
  return value;
}

const unsigned char* PostingList::read_long_posting(const unsigned char* at, std::uint64_t& id,
                                                    Xapian::termcount& wdf) const {
  id += std::uint64_t{1} + number(at);
  wdf = number(at);
  return at;
}

void PostingList::read_chunk(std::string_view key) {
  const bool is_first = key.size() == key_.size();
  Xapian::docid first = 0;
  if (!is_first) {
    const bool is_chunk =
        key.size() > key_.size() && key.starts_with(key_) && key[key_.size()] == '\0';
    if (is_chunk) first = glass::sortable_number(key.substr(key_.size() + 1));
    if (first == 0) cursor_.damaged();
  }
  cursor_.read_tag(chunk_);
  if (cursor_.is_packed()) cursor_.damaged();
  const std::size_t size = chunk_.size();
  chunk_.append(padding, '\0');
  at_ = reinterpret_cast<const unsigned char*>(chunk_.data());
  chunk_end_ = at_ + size;
  if (is_first) {
    frequency_ = number(at_);
    // How often the term stands in all of them, which may take more than 32 bits.
    while (at_ < chunk_end_ && *at_ >= 0x80) ++at_;
    ++at_;
    first = std::min(number(at_), most_records) + 1;
  }
  if (at_ >= chunk_end_ || (*at_ != '0' && *at_ != '1')) cursor_.damaged();
  is_last_chunk_ = *at_++ == '1';
  const std::uint64_t last = std::uint64_t{first} + number(at_);
  wdf_ = number(at_);
  if (last >= most_records) cursor_.damaged();
  id_ = first;
  first_of_chunk_ = first;
  last_of_chunk_ = static_cast<Xapian::docid>(last);
}

void PostingList::leave_chunk() {
  if (is_last_chunk_) {
    id_ = end;
    return;
  }
  const Xapian::docid before = last_of_chunk_;
  if (!cursor_.next()) cursor_.damaged();
  read_chunk(cursor_.key());
  if (id_ <= before) cursor_.damaged();
}

void PostingList::end_chunk() {
  if (at_ != chunk_end_ || id_ != last_of_chunk_) cursor_.damaged();
  leave_chunk();
}

void PostingList::find_chunk(Xapian::docid wanted) {
  const Xapian::docid before = first_of_chunk_;
  std::string wanted_key = key_ + '\0';
  glass::append_sortable(wanted_key, wanted);
  cursor_.find(wanted_key);
  if (!cursor_.has_place()) cursor_.damaged();
  read_chunk(cursor_.key());
  if (id_ < before || id_ > wanted) cursor_.damaged();
}

void PostingList::skip_to(Xapian::docid wanted) {
  if (id_ >= wanted) return;
  if (wanted >= most_records) {
    id_ = end;
    return;
  }
  if (wanted > last_of_chunk_) {
    leave_chunk();
    if (id_ != end && wanted > last_of_chunk_) {
      if (!is_last_chunk_) find_chunk(wanted);
      if (wanted > last_of_chunk_) {  // between two chunks, or behind all
        leave_chunk();
        if (id_ <= wanted) cursor_.damaged();
      }
    }
    if (id_ >= wanted) return;
  }
  const unsigned char* at = at_;
  std::uint64_t id = id_;
  Xapian::termcount wdf = wdf_;
  while (id < wanted) {
    // Four postings of two bytes each: their steps are every other byte.
    constexpr std::size_t at_once = 4;
    while (chunk_end_ - at >= std::ptrdiff_t{2 * at_once}) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, at, sizeof eight);
      if ((eight & 0x8080808080808080) != 0) break;
      if constexpr (std::endian::native == std::endian::big) eight >>= 8;
      const std::uint64_t steps = (eight & 0x00FF00FF00FF00FF) * 0x0001000100010001 >> 48;
      if (id + steps + at_once > wanted) break;
      id += steps + at_once;
      wdf = at[2 * at_once - 1];
      at += 2 * at_once;
    }
    // The wanted one is near, or a longer number.
    for (std::size_t i = 0; i < at_once && id < wanted; ++i) {
      if (at >= chunk_end_) cursor_.damaged();
      at = read_posting(at, id, wdf);
    }
  }
  at_ = at;
  wdf_ = wdf;
  take(id);
}

}  // namespace answers
