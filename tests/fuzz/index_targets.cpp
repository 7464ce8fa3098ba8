// What an index on a failing disk may hold in place of what was written: each decoder either throws
// std::runtime_error or gives back something that can be written again.
#include "indexer/building/index_writer.h"
#include "indexer/building/record_spool.h"
#include "indexer/building/segments.h"
#include "indexer/generations/bytes.h"
#include "indexer/generations/checksums.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_check.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/index_file.h"
#include "indexer/generations/manifest.h"
#include "indexer/generations/posting_list.h"
#include "indexer/generations/subject_table.h"
#include "indexer/generations/term_places.h"
#include "indexer/remote/remote_protocol.h"
#include "indexer/remote/remote_words.h"
#include "tests/fuzz/target.h"
#include "tests/indexer/support.h"

#define XXH_INLINE_ALL
#include <xxhash.h>
#include <zstd.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace answers::fuzz {
namespace {

namespace fs = std::filesystem;

std::string packed(std::string_view bytes) {
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  frame.resize(ZSTD_compress(frame.data(), frame.size(), bytes.data(), bytes.size(), 1));
  return frame;
}

void read_stored_record(std::string_view bytes) try {
  RecordUnpacker unpacker;
  hold(unpacker.knows_dictionary_of(bytes) || bytes.size() > 4);
  const Record record = unpacker.record(std::string(bytes));
  const std::string again = write_record(record);
  hold(write_record(read_record(again)) == again);
} catch (const std::runtime_error&) {
}

/// What stands in a coded record, under a checksum that fits, and its texts part by part.
void read_coded_record(std::string_view bytes) try {
  static const std::string dictionary = [] {
    std::vector<std::string> samples;
    for (int i = 0; i < 120; ++i) {
      Record record;
      record.question = "Why does dropout help in fold " + std::to_string(i) + "?";
      record.answer = "No unit can rely on `another one`. That is why.\n\n- it helps";
      record.tags = {"dropout"};
      samples.push_back(write_record(record));
    }
    return train_dictionary(std::vector<std::string_view>(samples.begin(), samples.end()));
  }();
  static const std::string wordbook_bytes = ByteReader(dictionary).text();
  static const Wordbook wordbook(wordbook_bytes);
  std::size_t end = 0;
  for (CodedTextReader reader(wordbook, bytes); reader.next(); end = reader.end())
    hold(reader.begin() >= end || reader.end() == end);
  hold(decoded(wordbook, bytes).size() == end);
  std::string data = "\x02" + std::string(bytes);
  const std::uint64_t sum = XXH3_64bits_withSeed(
      data.data(), data.size(), XXH3_64bits(wordbook_bytes.data(), wordbook_bytes.size()));
  for (unsigned i = 0; i < 4; ++i) data += static_cast<char>(sum >> (8 * i));
  RecordUnpacker unpacker;
  unpacker.add_dictionary(dictionary);
  const std::string again = write_record(unpacker.record(data));
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

/// An index of a record or two, made once.
const fs::path& some_index() {
  static const TemporaryFolder folder;
  static const fs::path path = [] {
    write_file(folder / "notes.jsonl",
               json_line("dropout", "Why does dropout help?", "No unit can rely on another one.") +
                   json_line("knn", "How does k-NN classify?", "By the votes of neighbours."));
    IndexListener silent;
    index_collections({.directory = folder / "index", .collections = {folder / "notes.jsonl"}},
                      silent);
    return folder / "index";
  }();
  return path;
}

void use_index(const fs::path& directory) {
  try {
    const Index index = open_index({directory});
    const Xapian::Database& database = index.database();
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
      index.record(*at);
  } catch (const IndexUnusable& error) {
    hold(*error.what() != '\0');
  } catch (const Xapian::Error&) {
  }
}

/// The folder of an index in which a stranger wrote one file: opened, checked, built upon. The
/// first byte says which file, the second whether the checksums are made to fit (not those of
/// databases: of damaged blocks Xapian promises nothing).
void open_hostile_index(std::string_view bytes) {
  static const std::string_view names[] = {"CURRENT",        "LOCK",    checksums_name, head_name,
                                           collections_name, stub_name, "segment"};
  if (bytes.size() < 2) return;
  const std::string_view name = names[static_cast<unsigned char>(bytes[0]) % std::size(names)];
  const auto choice = static_cast<unsigned char>(bytes[1]);
  bytes.remove_prefix(2);
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  fs::copy(some_index(), index, fs::copy_options::recursive);
  const fs::path generation = index / generation_name(1);
  Checksums checksums = read_checksums(generation);
  fs::path file = generation / name;
  if (name == "segment") file = generation / checksums.files.at(1).name;
  if (name == "CURRENT" || name == "LOCK") file = index / name;
  write_file(file, bytes);
  const bool is_text = name == collections_name || name == stub_name;
  if (is_text && (choice & 1U) != 0) {
    for (FileSum& sum : checksums.files) {
      const IndexFile now(generation / sum.name);
      sum = {sum.name, now.size(), now.digest()};
    }
    write_file(generation / checksums_name, to_text(checksums));
  }
  use_index(index);
  check_generation(index, 1);
  read_collections(index, 1);
  if ((choice & 14U) != 0) return;
  IndexListener silent;
  try {
    index_collections(
        {.directory = index, .collections = {some_index().parent_path() / "notes.jsonl"}}, silent);
    hold(open_index({index}).warnings().empty());
  } catch (const IndexUnusable&) {
  }
}

constexpr int posted_records = 4000;

/// A segment of six blocks or more, with lists of several chunks.
const std::string& some_segment() {
  static const std::string bytes = [] {
    const TemporaryFolder folder;
    {
      Xapian::WritableDatabase database((folder / "scratch").string(), scratch_flags);
      for (int i = 0; i < posted_records; ++i) {
        Xapian::Document document;
        document.add_term("every", static_cast<Xapian::termcount>(1 + i % 5));
        if (i % 3 != 0) document.add_term("many", static_cast<Xapian::termcount>(100 + i % 90));
        if (i % 900 == 7) document.add_term(std::string(240, 'l'), 1);
        database.add_document(document);
      }
      database.commit();
    }
    compact({folder / "scratch"}, folder / "segment");
    return IndexFile(folder / "segment").text(1U << 20);
  }();
  return bytes;
}

/// Blocks of postings in which a stranger set bytes: five say which block, where in it and what.
/// The walk goes on or tells, and never goes back.
void read_posting_blocks(std::string_view bytes) try {
  static const TemporaryFolder folder;
  constexpr std::size_t edit = 5;
  std::string segment = some_segment();
  for (; bytes.size() >= edit; bytes.remove_prefix(edit)) {
    const auto byte = [&bytes](std::size_t i) {
      return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i]));
    };
    const std::size_t at = (byte(0) * 256 + byte(1)) * glass::block_bytes + byte(2) * 256 + byte(3);
    segment[at % segment.size()] = bytes[4];
  }
  write_file(folder / "segment", segment);
  GlassFile file(IndexFile(folder / "segment"));
  for (const std::string& term :
       {std::string("every"), std::string("many"), std::string(240, 'l')}) {
    std::size_t count = 0;
    Xapian::docid last = 0;
    PostingList(file, term)
        .visit_to(PostingList::end - 1, [&](Xapian::docid id, Xapian::termcount) {
          hold(id > last);
          last = id;
          ++count;
        });
    hold(count <= segment.size());
    for (PostingList list(file, term); list.id() != PostingList::end;) {
      const Xapian::docid wanted = list.id() + 1 + list.wdf() % 1000;
      list.skip_to(wanted);
      hold(list.id() >= wanted);
    }
  }
} catch (const IndexDamaged& error) {
  hold(*error.what() != '\0');
}

void read_checksum_lines(std::string_view bytes) {
  const Checksums read = parse_checksums(bytes);
  for (const FileSum& sum : read.files) hold(sum.name.find('/') == sum.name.npos);
  if (read.whole) hold(to_text(read) == bytes);
  hold(from_lines(to_lines(from_lines(bytes))) == from_lines(bytes));
}

/// What a server elsewhere sends, whatever was asked.
void read_remote_replies(std::string_view bytes) {
  using namespace remote_protocol;
  const auto read = [](auto reader, std::string_view reply) {
    try {
      reader(reply);
    } catch (const ProtocolError&) {
    }
  };
  try {
    while (const auto frame = first_frame(bytes)) {
      hold(frame->length >= 2 && frame->bytes.size() < frame->length);
      read([](std::string_view reply) { hold(read_greeting(reply).uuid.size() < reply.size()); },
           frame->bytes);
      read(
          [](std::string_view reply) {
            for (const FoundMatch& match : read_matches(reply).matches)
              hold(std::isfinite(match.weight));
          },
          frame->bytes);
      read([](std::string_view reply) { hold(!read_exception(reply).empty() || !reply.empty()); },
           frame->bytes);
      bytes.remove_prefix(frame->length);
    }
  } catch (const ProtocolError&) {
  }
}

/// What a server elsewhere says of its words, in a frame that fits.
void read_remote_words(std::string_view bytes) try {
  const RemoteWords words(packed(bytes));
  std::string last;
  words.terms_beginning("", [&](std::string_view term, std::uint32_t records) {
    hold(last <= term);
    hold(words.frequency(term) == records || last == term);
    last = term;
    return true;
  });
  words.keys_beginning("", [&](std::string_view key) {
    hold(words.values_of(key).size() <= bytes.size());
    return true;
  });
  for (const auto& [key, value] : words.rows()) hold(words.row(key) == value);
} catch (const std::runtime_error&) {
}

/// And of what its records, and its words, are about.
void read_subject_bytes(std::string_view bytes) {
  try {
    const Subjects subjects = subjects_of(bytes);
    hold(subjects.steps.size() == subjects.dimensions);
  } catch (const std::runtime_error&) {
  }
  try {
    const TermPlaces places{std::string(bytes)};
    for (const char* term : {"", "a", "keel"}) {
      const auto place = places.find(term);
      hold(!place || place->bytes.size() == places.dimensions());
    }
  } catch (const std::runtime_error&) {
  }
}

constexpr Target table[] = {
    {"checksums", read_checksum_lines},      {"coded_record", read_coded_record},
    {"index_folder", open_hostile_index},    {"manifest", read_manifest_bytes},
    {"posting_blocks", read_posting_blocks}, {"record_spool", read_spool},
    {"remote_replies", read_remote_replies}, {"remote_words", read_remote_words},
    {"stored_record", read_stored_record},   {"subjects", read_subject_bytes},
};

}  // namespace

std::span<const Target> index_targets() { return table; }

}  // namespace answers::fuzz
