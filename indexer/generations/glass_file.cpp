#include "indexer/generations/glass_file.h"

#include "indexer/generations/bytes.h"

#include <fmt/core.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace answers {
namespace {

using namespace glass;

/// Where the trees stand is told within so many bytes: nine small numbers for each of six tables.
constexpr std::size_t head_bytes = 1024;
/// Blocks that are kept: the branches of a tree of 400,000 postings are five, and what a query's
/// terms need is read again by the next query. 1 MB where all are used.
constexpr std::size_t cached_blocks = 128;

std::size_t items_of(const unsigned char* block) {
  return (get2(block + directory_end_at) - directory_begin) / offset_bytes;
}

std::size_t offset_of(const unsigned char* block, std::size_t item) {
  return get2(block + directory_begin + offset_bytes * item);
}

/// What a search looks for, and its first eight bytes as a number that is ordered as they are.
struct SoughtKey {
  std::string_view key;
  std::uint64_t beginning;
};

/// Of `size` bytes, of which `room`, or more, may be read.
std::uint64_t beginning_of(const char* bytes, std::size_t size, std::size_t room) {
  std::uint64_t beginning = 0;
  std::memcpy(&beginning, bytes, room < sizeof beginning ? size : sizeof beginning);
  if constexpr (std::endian::native == std::endian::little)
    beginning = __builtin_bswap64(beginning);
  constexpr unsigned bits = 64;
  if (size >= sizeof beginning) return beginning;
  return size == 0 ? 0 : beginning & ~std::uint64_t{0} << (bits - 8 * size);
}

/// Below 0 where a key of a block stands before the sought one, above 0 where it stands behind.
int order_of(const unsigned char* block, std::size_t begin, std::size_t size,
             const SoughtKey& sought) {
  const auto* const bytes = reinterpret_cast<const char*>(block) + begin;
  const std::uint64_t beginning = beginning_of(bytes, size, block_bytes - begin);
  if (beginning != sought.beginning) return beginning < sought.beginning ? -1 : 1;
  return std::string_view(bytes, size).compare(sought.key);
}

std::string_view bytes_at(const unsigned char* block, std::size_t begin, std::size_t size) {
  return {reinterpret_cast<const char*>(block) + begin, size};
}

}  // namespace

GlassFile::GlassFile(const IndexFile& file) : file_(file.again()) {
  std::string head(std::min<std::uint64_t>(head_bytes, file_.size()), '\0');
  if (file_.read(0, head) != head.size() || !head.starts_with(magic) ||
      head.size() < magic.size() + uuid_bytes)
    damaged();
  try {
    ByteReader reader(std::string_view(head).substr(magic.size() + uuid_bytes));
    reader.number();  // revision
    for (Tree& tree : trees_) {
      tree.root = static_cast<std::uint32_t>(
          std::min<std::uint64_t>(reader.number(), file_.size() / block_bytes));
      const std::uint64_t shape = reader.number();
      tree.levels = shape >> 2;
      tree.is_empty = (shape & 1U) != 0;
      reader.number();  // entries
      if (reader.number() << 11 != block_bytes || tree.levels > most_levels) damaged();
      reader.number();  // the size from which tags are packed
      reader.text();    // free blocks
    }
  } catch (const IndexDamaged&) {
    throw;
  } catch (const std::runtime_error&) {
    damaged();
  }
  cache_.resize(cached_blocks);
}

void GlassFile::damaged() const {
  throw IndexDamaged(
      fmt::format("the index is damaged: {} has blocks that do not fit together; "
                  "see: answers check",
                  file_.path().filename().string()));
}

const unsigned char* GlassFile::block(std::uint32_t number, std::size_t level) {
  Cached& cached = cache_[number % cached_blocks];
  if (!cached.bytes || cached.number != number) {
    if (!cached.bytes)
      cached.bytes = std::make_unique_for_overwrite<std::array<unsigned char, block_bytes>>();
    // Until it is known to be whole it stands for none; block 0 is the head.
    cached.number = 0;
    auto* const bytes = cached.bytes->data();
    if (number == 0 || file_.read(std::uint64_t{number} * block_bytes,
                                  {reinterpret_cast<char*>(bytes), block_bytes}) != block_bytes)
      damaged();
    const std::size_t end = get2(bytes + directory_end_at);
    if (end <= directory_begin || end > block_bytes || (end - directory_begin) % offset_bytes != 0)
      damaged();
    cached.number = number;
  }
  const unsigned char* const bytes = cached.bytes->data();
  if (bytes[level_at] != level) damaged();
  return bytes;
}

GlassCursor::GlassCursor(GlassFile& file, GlassFile::Table table)
    : file_(&file), tree_(file.trees_[table]) {}

GlassCursor::Item GlassCursor::item() const {
  const unsigned char* const block = file_->block(path_[0].block, 0);
  const std::size_t begin = offset_of(block, path_[0].item);
  if (begin + item_head > block_bytes) damaged();
  const unsigned head = get2(block + begin);
  const std::size_t end = begin + item_head + (head & (is_first - 1));
  const std::size_t key_size = block[begin + 2];
  std::size_t tag = begin + item_head + key_size;
  Item item{.is_last = (head & is_last) != 0, .is_packed = (head & glass::is_packed) != 0};
  if ((head & is_first) == 0) {
    if (tag + component_bytes > block_bytes) damaged();
    item.component = get2(block + tag);
    tag += component_bytes;
    if (item.component < 2) damaged();
  }
  if (tag > end || end > block_bytes) damaged();
  item.key = bytes_at(block, begin + item_head, key_size);
  item.tag = bytes_at(block, tag, end - tag);
  return item;
}

bool GlassCursor::find(std::string_view key) {
  has_place_ = false;
  if (tree_.is_empty) return false;
  const auto go_to = [this](std::string_view wanted) {
    const SoughtKey sought{wanted, beginning_of(wanted.data(), wanted.size(), wanted.size())};
    std::uint32_t number = tree_.root;
    for (std::size_t level = tree_.levels;; --level) {
      const unsigned char* const block = file_->block(number, level);
      const std::size_t head = level == 0 ? item_head : branch_head;
      // Behind the last one that does not stand behind it; of a branch's the first counts as
      // before, whatever it says.
      std::size_t first = level == 0 ? 0 : 1;
      for (std::size_t end = items_of(block); first < end;) {
        const std::size_t middle = first + (end - first) / 2;
        const std::size_t begin = offset_of(block, middle);
        if (begin + head > block_bytes) damaged();
        const std::size_t size = block[begin + head - 1];
        const std::size_t behind = begin + head + size;
        if (behind + (level == 0 ? 0 : component_bytes) > block_bytes) damaged();
        const int order = order_of(block, begin + head, size, sought);
        const bool is_first_component =
            level == 0 ? (get2(block + begin) & is_first) != 0 : get2(block + behind) <= 1;
        if (order < 0 || (order == 0 && is_first_component)) {
          first = middle + 1;
        } else {
          end = middle;
        }
      }
      path_[level] = {number, first == 0 ? 0 : first - 1};
      if (level == 0) {
        return first != 0 || step_back();
      }
      const std::size_t begin = offset_of(block, first - 1);
      if (begin + branch_head > block_bytes) damaged();
      number = get4(block + begin);
    }
  };
  if (!go_to(key)) return false;
  Item here = item();
  const bool is_found = here.key == key;
  if (here.component != 1) {
    // A long entry has hundreds of pieces (the head's dictionary is one): its first is looked for.
    const std::string whole(here.key);
    if (!go_to(whole)) damaged();
    here = item();
    if (here.component != 1 || here.key != whole) damaged();
  }
  has_place_ = !here.key.empty();
  return has_place_ && is_found;
}

bool GlassCursor::next() {
  for (std::size_t component = item().component;; ++component) {
    const bool is_last = item().is_last;
    has_place_ = step_forward();
    if (is_last || !has_place_) break;
    if (item().component != component + 1) damaged();
  }
  if (has_place_ && item().component != 1) damaged();
  return has_place_;
}

void GlassCursor::read_tag(std::string& tag) {
  Item here = item();
  tag = here.tag;
  while (!here.is_last) {
    const std::size_t component = here.component;
    if (!step_forward()) damaged();
    here = item();
    if (here.component != component + 1) damaged();
    tag += here.tag;
  }
}

bool GlassCursor::step_forward() {
  for (std::size_t level = 0; level <= tree_.levels; ++level) {
    if (path_[level].item + 1 >= items_of(file_->block(path_[level].block, level))) continue;
    ++path_[level].item;
    descend(level, false);
    return true;
  }
  return false;
}

bool GlassCursor::step_back() {
  for (std::size_t level = 0; level <= tree_.levels; ++level) {
    if (path_[level].item == 0) continue;
    --path_[level].item;
    descend(level, true);
    return true;
  }
  return false;
}

void GlassCursor::descend(std::size_t from, bool to_last) {
  for (std::size_t level = from; level > 0; --level) {
    const unsigned char* const block = file_->block(path_[level].block, level);
    const std::size_t begin = offset_of(block, path_[level].item);
    if (begin + branch_head > block_bytes) damaged();
    const std::uint32_t below = get4(block + begin);
    path_[level - 1] = {below, to_last ? items_of(file_->block(below, level - 1)) - 1 : 0};
  }
}

}  // namespace answers
