// What an index on a failing disk may hold in place of what was written: each decoder either throws
// std::runtime_error or gives back something that can be written again.
#include "indexer/building/record_spool.h"
#include "indexer/generations/document.h"
#include "indexer/generations/manifest.h"
#include "tests/fuzz/target.h"
#include "tests/indexer/support.h"

#include <zstd.h>

#include <stdexcept>
#include <string>

namespace answers::fuzz {
namespace {

std::string packed(std::string_view bytes) {
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  frame.resize(ZSTD_compress(frame.data(), frame.size(), bytes.data(), bytes.size(), 1));
  return frame;
}

void read_stored_record(std::string_view bytes) try {
  RecordUnpacker unpacker;
  hold(unpacker.knows_dictionary_of(bytes) || bytes.size() > 4);
  const Record record = read_record(unpacker.unpack(bytes));
  const std::string again = write_record(record);
  hold(write_record(read_record(again)) == again);
} catch (const std::runtime_error&) {
}

/// Half of the inputs are what stands inside the frame: a fuzzer does not get that far by itself.
void read_manifest_bytes(std::string_view bytes) try {
  const bool inside = !bytes.empty() && bytes.front() == 'i';
  const std::string frame = inside ? packed(bytes.substr(1)) : std::string(bytes);
  const std::string again = to_bytes(manifest_from_bytes(frame));
  hold(to_bytes(manifest_from_bytes(again)) == again);
} catch (const std::runtime_error&) {
}

void read_spool(std::string_view bytes) try {
  static const TemporaryFolder folder;
  RecordSpool spool(folder / "spool");
  write_file(folder / "spool", bytes);
  RecordSpool::Cursor cursor(spool, 0);
  while (true) cursor.next();
} catch (const std::runtime_error&) {
}

constexpr Target table[] = {
    {"manifest", read_manifest_bytes},
    {"record_spool", read_spool},
    {"stored_record", read_stored_record},
};

}  // namespace

std::span<const Target> index_targets() { return table; }

}  // namespace answers::fuzz
