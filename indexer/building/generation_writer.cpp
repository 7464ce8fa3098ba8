#include "indexer/building/generation_writer.h"

#include "indexer/analysis/analysis.h"
#include "indexer/building/given_subjects.h"
#include "indexer/building/subjects.h"
#include "indexer/generations/acronym_table.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index_averages.h"
#include "indexer/generations/index_file.h"
#include "indexer/remote/metadata_pieces.h"
#include "indexer/remote/remote_words.h"
#include "indexer/schema.h"

#include <fmt/core.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// Enough to learn a dictionary from.
constexpr std::size_t sample_bytes = std::size_t{6} << 20;

/// Records from all over the spool, for a dictionary to be learnt from.
std::string learn_dictionary(const RecordSpool& spool, std::span<const PlannedPart> read) {
  std::vector<std::string> samples;
  std::size_t bytes = 0;
  const std::size_t step = std::max<std::size_t>(1, read.size() / 64);
  const std::size_t quota = sample_bytes / std::min<std::size_t>(64, read.size() + 1);
  for (std::size_t i = 0; i < read.size() && bytes < sample_bytes; i += step) {
    RecordSpool::Cursor cursor(spool, read[i].offset);
    std::size_t of_this = 0;
    for (std::uint64_t r = 0; r < read[i].read && of_this < quota; ++r) {
      samples.emplace_back(cursor.next().substr(0, std::size_t{64} << 10));
      of_this += samples.back().size();
    }
    bytes += of_this;
  }
  return train_dictionary(std::vector<std::string_view>(samples.begin(), samples.end()));
}

/// The parts of each segment, with their places noted, and the segments in the manifest.
std::vector<PlannedSegment> place_parts(std::vector<PlannedPart>& parts, std::string_view settings,
                                        Manifest& manifest) {
  std::vector<PlannedSegment> planned;
  for (const auto segment : lay_out(parts)) {
    std::uint64_t records = 0;
    for (PlannedPart& part : segment) {
      part.part.segment = static_cast<std::uint32_t>(manifest.segments.size());
      part.part.first = static_cast<std::uint32_t>(records + 1);
      records += part.part.records;
      *part.target = part.part;
    }
    planned.push_back({segment_name(segment, settings), segment});
    manifest.segments.push_back({planned.back().name, records});
  }
  return planned;
}

/// Takes over those of `planned` that the live generation has, as they were written; their sums.
std::vector<FileSum> take_over(const LiveGeneration& live, const fs::path& folder,
                               std::vector<PlannedSegment>& planned) {
  std::set<std::string> existing;
  for (const auto& segment : live.manifest.segments) existing.insert(segment.name);
  std::vector<FileSum> sums;
  std::erase_if(planned, [&](const PlannedSegment& segment) {
    const std::string& name = segment.name;
    if (!existing.contains(name)) return false;
    std::error_code error;
    fs::create_hard_link(live.folder / name, folder / name, error);
    if (error) {  // a file system without hard links
      fs::copy_file(live.folder / name, folder / name);
    } else {
      sums.push_back(*std::ranges::find(live.files, name, &FileSum::name));
    }
    return true;
  });
  return sums;
}

std::vector<KnownAcronym> settled_acronyms(const Manifest& manifest) {
  Analyser analyser;
  AcronymLedger ledger(analyser);
  for (const auto& file : manifest.files) ledger.add(file.acronyms);
  return ledger.settle();
}

void write_head(const fs::path& folder, const IndexAverages& averages,
                const std::string& dictionary, const Manifest& manifest,
                std::span<const Xapian::Database> space_of) {
  const fs::path scratch = folder / "scratch-head";
  {
    Xapian::WritableDatabase head(scratch.string(), scratch_flags);
    const auto set = [&head](std::string_view key, const std::string& value) {
      head.set_metadata(std::string(key), value);
    };
    set(schema::format_key, std::string(schema::format));
    set(schema::dictionary_key, dictionary);
    set(schema::manifest_key, to_bytes(manifest));
    write_averages(averages, head);
    const auto acronyms = acronym_rows(settled_acronyms(manifest));
    for (const auto& [key, value] : acronyms) set(key, value);
    std::vector<Xapian::Database> segments;
    Xapian::Database all;
    for (const auto& segment : manifest.segments) {
      segments.push_back(IndexFile(folder / segment.name).database());
      all.add_database(segments.back());
    }
    write_pieces(RemoteWords::pack(all, acronyms), schema::words_key, head);
    if (space_of.empty()) {
      write_subjects(find_subjects(segments), head);
    } else {
      write_given_subjects(find_given_subjects(space_of, segments), head);
    }
    head.commit();
  }
  compact({scratch}, folder / "head");
}

/// A last look before it goes live: every segment opens and holds what it should.
void check_whole(const fs::path& folder, std::span<const ManifestSegment> segments) {
  for (const auto& [name, records] : segments) {
    const Xapian::Database database = IndexFile(folder / name).database();
    if (database.get_doccount() != records)
      throw std::runtime_error(
          fmt::format("{} holds {} records instead of {}", name, database.get_doccount(), records));
  }
}

}  // namespace

void write_generation(NewGeneration& generation, const IndexLock& lock,
                      std::vector<PlannedPart> parts, const FieldLengths& lengths,
                      Manifest& manifest, const GenerationSources& sources) {
  const LiveGeneration* live = sources.live;
  const IndexAverages averages{sources.averages.value_or(rounded_averages(lengths)),
                               sources.averages.has_value()};
  const std::string old_dictionary = live != nullptr ? live->dictionary : "";
  const std::string dictionary = sources.afresh || old_dictionary.empty()
                                     ? learn_dictionary(sources.spool, sources.read)
                                     : old_dictionary;
  const std::string settings = fmt::format("{} {}", schema::format, averages.lengths.to_string());
  std::vector<PlannedSegment> to_build = place_parts(parts, settings, manifest);
  std::vector<FileSum> known;
  if (live != nullptr && !sources.afresh) known = take_over(*live, generation.path(), to_build);

  IndexProgress progress{IndexProgress::Phase::indexing, 0, 0, 0};
  for (const PlannedSegment& segment : to_build) {
    for (const PlannedPart& part : segment.parts) progress.total += part.part.bytes;
  }
  build_segments(to_build, {.spool = sources.spool,
                            .verdicts = sources.verdicts,
                            .old_generation = live != nullptr ? live->folder : fs::path(),
                            .old_segments = live != nullptr ? live->manifest.segments
                                                            : std::span<const ManifestSegment>(),
                            .old_dictionary = old_dictionary,
                            .averages = averages.lengths,
                            .dictionary = dictionary,
                            .folder = generation.path(),
                            .threads = sources.threads,
                            .stop = sources.stop,
                            .on_progress = [&](std::uint64_t records, std::uint64_t bytes) {
                              progress.records += records;
                              progress.done += bytes;
                              sources.on_progress(progress);
                            }});
  fs::remove(generation.path() / "spool");
  write_head(generation.path(), averages, dictionary, manifest, sources.space_of);
  check_whole(generation.path(), manifest.segments);
  lock.expect_alone();
  std::vector<std::string> databases = {"head"};
  for (const auto& segment : manifest.segments) databases.push_back(segment.name);
  generation.publish(databases, manifest.roots, known);
}

}  // namespace answers
