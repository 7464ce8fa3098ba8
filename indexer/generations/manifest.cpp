#include "indexer/generations/manifest.h"

#include "indexer/generations/bytes.h"

#include <zstd.h>

#include <memory>
#include <new>
#include <stdexcept>

namespace answers {
namespace {

constexpr std::uint64_t manifest_version = 3;

/// How many times larger than packed a manifest may be; paths and numbers come to some ten times.
constexpr std::size_t most_packed = 200;

std::string unpacked(std::string_view packed) {
  constexpr std::size_t largest_manifest = std::size_t{1} << 30;
  const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size > largest_manifest || size > (packed.size() + 64) * most_packed)
    throw std::runtime_error("the manifest is damaged");
  std::string bytes(size, '\0');
  const std::size_t done =
      ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size());
  if (done != size) throw std::runtime_error("the manifest is damaged");
  return bytes;
}

}  // namespace

std::string to_bytes(const Manifest& manifest) {
  ByteWriter writer;
  writer.number(manifest_version);
  writer.texts(manifest.roots);
  writer.list(manifest.files, [&](const ManifestFile& file) {
    writer.text(file.path);
    writer.number(file.size);
    writer.signed_number(file.modified);
    writer.signed_number(file.changed);
    writer.number(file.digest);
    writer.number(file.identical);
    writer.number(file.unanswered);
    writer.number(file.troubles);
    writer.text(file.skipped);
    writer.number(file.lengths.records);
    writer.number(file.lengths.question);
    writer.number(file.lengths.answer);
    writer.texts(file.read_again_with);
    writer.list(file.acronyms, [&](const Acronym& acronym) {
      writer.text(acronym.short_form);
      writer.text(acronym.long_form);
      writer.number(acronym.records);
    });
    writer.list(file.parts, [&](const Part& part) {
      writer.number(part.records);
      writer.number(part.bytes);
      writer.number(part.digest);
      writer.number(part.segment);
      writer.number(part.first);
    });
  });
  writer.list(manifest.segments, [&](const ManifestSegment& segment) {
    writer.text(segment.name);
    writer.number(segment.records);
  });
  const std::string bytes = writer.take();
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(),
                                                                        ZSTD_freeCCtx);
  if (!context) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 1);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  const std::size_t size =
      ZSTD_compress2(context.get(), packed.data(), packed.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size) != 0) throw std::runtime_error(ZSTD_getErrorName(size));
  packed.resize(size);
  return packed;
}

Manifest manifest_from_bytes(std::string_view packed) {
  const std::string bytes = unpacked(packed);
  ByteReader reader(bytes);
  if (reader.number() != manifest_version)
    throw std::runtime_error("the manifest is of another version");
  Manifest manifest;
  reader.texts(manifest.roots);
  reader.list(manifest.files, [&](ManifestFile& file) {
    file.path = reader.text();
    file.size = reader.number();
    file.modified = reader.signed_number();
    file.changed = reader.signed_number();
    file.digest = reader.number();
    file.identical = reader.number();
    file.unanswered = reader.number();
    file.troubles = reader.number();
    file.skipped = reader.text();
    file.lengths.records = reader.number();
    file.lengths.question = reader.number();
    file.lengths.answer = reader.number();
    reader.texts(file.read_again_with);
    reader.list(file.acronyms, [&](Acronym& acronym) {
      acronym.short_form = reader.text();
      acronym.long_form = reader.text();
      acronym.records = reader.number();
    });
    reader.list(file.parts, [&](Part& part) {
      part.records = reader.number();
      part.bytes = reader.number();
      part.digest = reader.number();
      part.segment = static_cast<std::uint32_t>(reader.number());
      part.first = static_cast<std::uint32_t>(reader.number());
    });
  });
  reader.list(manifest.segments, [&](ManifestSegment& segment) {
    segment.name = reader.text();
    segment.records = reader.number();
  });
  reader.expect_end();
  return manifest;
}

std::vector<std::string> roots_from_bytes(std::string_view packed) {
  const std::string bytes = unpacked(packed);
  ByteReader reader(bytes);
  reader.number();  // the version
  std::vector<std::string> roots;
  reader.list(roots, [&reader](std::string& root) { root = reader.text(); });
  return roots;
}

}  // namespace answers
