#include "indexer/generations/document.h"

#include "indexer/analysis/analysis.h"
#include "indexer/generations/bytes.h"
#include "indexer/schema.h"

#define ZSTD_STATIC_LINKING_ONLY  // for an estimate
#include <fmt/core.h>
#include <xxhash.h>
#include <zstd.h>

#include <algorithm>
#include <new>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#define ZDICT_STATIC_LINKING_ONLY  // for parameters
#include <zdict.h>

namespace answers {
namespace {

/// First byte of a record that is not compressed, and of one that is coded; a zstd frame begins
/// with 0x28.
constexpr std::uint64_t record_version = 1;
constexpr std::uint64_t coded_version = 2;
constexpr char coded_magic = coded_version;
constexpr std::string_view zstd_magic = "\x28\xB5\x2F\xFD";

/// Level 3 packs 100,000 posts to 38 % at 90 MB/s a core.
constexpr int zstd_level = 3;

/// No record is larger; what claims to be is damaged.
constexpr std::size_t largest_record = std::size_t{256} << 20;

constexpr std::uint64_t is_accepted = 1;
constexpr std::uint64_t has_votes = 2;

/// `value`, or where it is too long for a term its beginning and its hash. Xapian allows 245 bytes,
/// zero bytes counting double; here they are replaced.
std::string bounded(std::string_view value) {
  constexpr std::size_t longest = 200;
  std::string text(value.substr(0, longest));
  std::ranges::replace(text, '\0', '\x1a');
  if (value.size() > longest)
    text += fmt::format("{:016x}", XXH3_64bits(value.data(), value.size()));
  return text;
}

/// Behind a record that is no zstd frame, in place of the checksum that such a frame has. Of a
/// coded one it goes by the wordbook too (`seed`).
constexpr std::size_t checksum_bytes = 4;
std::array<char, checksum_bytes> checksum(std::string_view bytes, std::uint64_t seed = 0) {
  const std::uint64_t hash = XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
  std::array<char, checksum_bytes> sum{};
  for (std::size_t i = 0; i < checksum_bytes; ++i) sum[i] = static_cast<char>(hash >> (8 * i));
  return sum;
}
void add_checksum(std::string& bytes, std::uint64_t seed = 0) {
  const auto sum = checksum(bytes, seed);
  bytes.append(sum.data(), sum.size());
}
/// What the checksum stands behind.
std::string_view checked(std::string_view data, std::uint64_t seed = 0) {
  const std::string_view bytes =
      data.substr(0, data.size() - std::min(data.size(), checksum_bytes));
  const auto sum = checksum(bytes, seed);
  if (data.substr(bytes.size()) != std::string_view(sum.data(), sum.size()))
    throw std::runtime_error("a stored record is damaged");
  return bytes;
}

/// The two parts of a dictionary.
struct Dictionary {
  std::string_view wordbook{};
  std::string_view zstd{};
};
Dictionary parts_of(std::string_view dictionary) {
  if (dictionary.empty()) return {};
  ByteReader reader(dictionary);
  Dictionary parts;
  parts.wordbook = reader.view();
  parts.zstd = reader.view();
  return parts;
}
std::uint64_t seed_of(std::string_view wordbook) {
  return XXH3_64bits(wordbook.data(), wordbook.size());
}

/// Whether so many bytes can be had. (Of a new-expression whose block is deleted at once a compiler
/// may say that it was.)
bool is_there_memory(std::size_t bytes) {
  void* const block = ::operator new(bytes, std::nothrow);
  ::operator delete(block);
  return block != nullptr;
}

/// Whether it is accepted, and its votes.
void write_marks(ByteWriter& writer, const Record& record) {
  writer.number((record.accepted ? is_accepted : 0) | (record.votes ? has_votes : 0));
  if (record.votes) writer.signed_number(*record.votes);
}
void read_marks(ByteReader& reader, Record& record) {
  const std::uint64_t flags = reader.number();
  record.accepted = (flags & is_accepted) != 0;
  if ((flags & has_votes) != 0) record.votes = static_cast<int>(reader.signed_number());
}

void write_lines(ByteWriter& writer, const Place& place) {
  writer.number(place.line);
  writer.signed_number(static_cast<std::int64_t>(place.end_line - place.line));
  writer.number(place.byte);
  writer.signed_number(static_cast<std::int64_t>(place.end_byte - place.byte));
}
void read_lines(ByteReader& reader, Place& place) {
  place.line = reader.number();
  place.end_line = place.line + static_cast<std::size_t>(reader.signed_number());
  place.byte = reader.number();
  place.end_byte = place.byte + static_cast<std::uint64_t>(reader.signed_number());
}

struct FreeZstd {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

}  // namespace

std::string write_record(const Record& record) {
  ByteWriter writer;
  writer.reserve(record.question.size() + record.body.size() + record.answer.size() +
                 record.place.path.size() + 128);
  writer.number(record_version);
  writer.text(record.id);
  writer.text(record.question);
  writer.text(record.body);
  writer.text(record.answer);
  writer.texts(record.section);
  writer.texts(record.tags);
  writer.text(record.source);
  writer.text(record.difficulty);
  writer.text(record.author);
  writer.text(record.date);
  writer.text(record.url);
  writer.text(record.language);
  write_marks(writer, record);
  writer.text(record.place.path);
  write_lines(writer, record.place);
  return writer.take();
}

Record read_record(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.number() != record_version)
    throw std::runtime_error("a stored record is of another version or damaged");
  Record record;
  record.id = reader.text();
  record.question = reader.text();
  record.body = reader.text();
  record.answer = reader.text();
  reader.texts(record.section);
  reader.texts(record.tags);
  record.source = reader.text();
  record.difficulty = reader.text();
  record.author = reader.text();
  record.date = reader.text();
  record.url = reader.text();
  record.language = reader.text();
  read_marks(reader, record);
  record.place.path = reader.text();
  read_lines(reader, record.place);
  reader.expect_end();
  return record;
}

namespace {

std::string train_zstd(std::span<const std::string_view> samples) {
  // zstd wants some hundred samples and many times the dictionary's size; below that it refuses or
  // learns noise.
  constexpr std::size_t largest_dictionary = std::size_t{96} << 10;
  std::string all;
  std::vector<std::size_t> sizes;
  for (const auto& sample : samples) {
    if (sample.size() < 8) continue;
    all += sample;
    sizes.push_back(sample.size());
  }
  const std::size_t size = std::min(largest_dictionary, all.size() / 20);
  if (sizes.size() < 50 || size < 1024) return {};
  // The trainer takes 12 MB and eight bytes for each of the samples', and does not look whether it
  // got them all: under a limit of 25 to 27 MiB the build died of a signal.
  if (!is_there_memory((std::size_t{16} << 20) + 10 * all.size())) return {};
  std::string dictionary(size, '\0');
  // ZDICT_trainFromBuffer() would try several k, which takes four times as long: 100,000 posts are
  // packed to 43.1 MB with what it finds, and to 44.4, 42.9, 43.0, 43.2 MB with k of 50, 200, 500
  // and 1000.
  ZDICT_fastCover_params_t parameters{};
  parameters.k = 200;
  parameters.d = 8;
  parameters.zParams.compressionLevel = zstd_level;
  const std::size_t made = ZDICT_trainFromBuffer_fastCover(
      dictionary.data(), dictionary.size(), all.data(), sizes.data(),
      static_cast<unsigned>(sizes.size()), parameters);
  if (ZDICT_isError(made) != 0) return {};
  dictionary.resize(made);
  return dictionary;
}

}  // namespace

std::string train_dictionary(std::span<const std::string_view> samples) {
  WordbookLearner learner;
  for (const std::string_view sample : samples) try {
      learner.add(read_record(sample));
    } catch (const std::runtime_error&) {  // the beginning of a long one
    }
  const std::string wordbook = learner.wordbook();
  // Half of the samples are enough for it, and it takes ten bytes for each of theirs.
  std::vector<std::string_view> half;
  for (std::size_t i = 0; i < samples.size(); i += 2) half.push_back(samples[i]);
  const std::string zstd = train_zstd(half);
  if (wordbook.empty() && zstd.empty()) return {};
  ByteWriter writer;
  writer.text(wordbook);
  writer.text(zstd);
  return writer.take();
}

void read_rest(StoredRecord& stored) {
  if (stored.wordbook == nullptr) return;
  Record& record = stored.record;
  record.answer = decoded(*stored.wordbook, stored.answer);
  record.body = decoded(*stored.wordbook, stored.body);
  ByteReader reader(stored.rest);
  for (std::string* name : {&record.difficulty, &record.author, &record.date, &record.url})
    *name = decoded(*stored.wordbook, reader.view());
  read_marks(reader, record);
  record.place.path = decoded(*stored.wordbook, reader.view());
  read_lines(reader, record.place);
  reader.expect_end();
}

std::uint32_t dictionary_number(std::string_view dictionary) {
  const std::string_view zstd = parts_of(dictionary).zstd;
  return ZSTD_getDictID_fromDict(zstd.data(), zstd.size());
}

struct RecordPacker::State {
  std::unique_ptr<ZSTD_CCtx, FreeZstd> context{ZSTD_createCCtx()};
  std::unique_ptr<ZSTD_CDict, FreeZstd> dictionary;
  std::string packed;
  Wordbook wordbook;
  std::uint64_t seed = 0;
  std::optional<TextCoder> coder;
  std::string codes;
};

RecordPacker::RecordPacker(std::string_view whole_dictionary) : state_(new State) {
  const auto [wordbook, dictionary] = parts_of(whole_dictionary);
  if (!wordbook.empty()) {
    state_->wordbook = Wordbook(wordbook);
    state_->seed = seed_of(wordbook);
    state_->coder.emplace(state_->wordbook);
  }
  // zstd 1.5.4 does not look whether it got the memory for one.
  constexpr std::size_t beside = std::size_t{64} << 10;
  if (!is_there_memory(ZSTD_estimateCDictSize(dictionary.size(), zstd_level) + beside))
    throw std::bad_alloc();
  state_->dictionary.reset(ZSTD_createCDict(dictionary.data(), dictionary.size(), zstd_level));
  if (!state_->context || !state_->dictionary) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(state_->context.get(), ZSTD_c_checksumFlag, 1);
  ZSTD_CCtx_refCDict(state_->context.get(), state_->dictionary.get());
}
RecordPacker::~RecordPacker() = default;
RecordPacker::RecordPacker(RecordPacker&&) noexcept = default;
RecordPacker& RecordPacker::operator=(RecordPacker&&) noexcept = default;

std::string_view RecordPacker::pack(std::string_view bytes) {
  std::string& packed = state_->packed;
  packed.resize(ZSTD_compressBound(bytes.size()));
  const std::size_t size = ZSTD_compress2(state_->context.get(), packed.data(), packed.size(),
                                          bytes.data(), bytes.size());
  if (ZSTD_isError(size) != 0)
    throw std::runtime_error(fmt::format("zstd: {}", ZSTD_getErrorName(size)));
  if (size < bytes.size() + checksum_bytes) return std::string_view(packed).substr(0, size);
  packed.assign(bytes);
  add_checksum(packed);
  return packed;
}

std::optional<std::string_view> RecordPacker::code(const Record& record, PostingMaker& postings) {
  if (!state_->coder) return std::nullopt;
  TextCoder& coder = *state_->coder;
  const PostingMaker::Tokens& tokens = postings.tokens();
  ByteWriter writer;
  const auto add_text = [&](std::string_view text, std::span<const Token> of_text) {
    state_->codes.clear();
    if (!coder.code(text, record.language, of_text, postings.analyser(), state_->codes))
      return false;
    writer.text(state_->codes);
    return true;
  };
  const auto add_name = [&](std::string_view name) {
    state_->codes.clear();
    coder.code_name(name, state_->codes);
    writer.text(state_->codes);
  };
  writer.number(coded_version);
  writer.text(record.id);
  if (!add_text(record.question, tokens.question)) return std::nullopt;
  writer.list(record.section, add_name);
  writer.list(record.tags, add_name);
  add_name(record.source);
  add_name(record.language);
  if (!add_text(record.answer, tokens.answer) || !add_text(record.body, tokens.body))
    return std::nullopt;
  for (const std::string* name : {&record.difficulty, &record.author, &record.date, &record.url})
    add_name(*name);
  write_marks(writer, record);
  add_name(record.place.path);
  write_lines(writer, record.place);
  state_->packed = writer.take();
  add_checksum(state_->packed, state_->seed);
  return state_->packed;
}

void RecordPacker::release() { std::string().swap(state_->packed); }

struct RecordUnpacker::State {
  std::unique_ptr<ZSTD_DCtx, FreeZstd> context{ZSTD_createDCtx()};
  std::unordered_map<std::uint32_t, std::unique_ptr<ZSTD_DDict, FreeZstd>> dictionaries;
  std::string unpacked;
  std::unique_ptr<const Wordbook> wordbook;  ///< which stays where it is
  std::uint64_t seed = 0;
};

RecordUnpacker::RecordUnpacker() : state_(new State) {
  if (!state_->context) throw std::bad_alloc();
}
RecordUnpacker::~RecordUnpacker() = default;
RecordUnpacker::RecordUnpacker(RecordUnpacker&&) noexcept = default;
RecordUnpacker& RecordUnpacker::operator=(RecordUnpacker&&) noexcept = default;

void RecordUnpacker::add_dictionary(std::string_view dictionary) {
  const auto [wordbook, zstd] = parts_of(dictionary);
  if (!wordbook.empty() && !state_->wordbook) {
    state_->wordbook = std::make_unique<const Wordbook>(wordbook);
    state_->seed = seed_of(wordbook);
  }
  auto& slot = state_->dictionaries[dictionary_number(dictionary)];
  if (slot) return;
  slot.reset(ZSTD_createDDict(zstd.data(), zstd.size()));
  if (!slot) throw std::bad_alloc();
}

bool RecordUnpacker::knows_dictionary_of(std::string_view data) const {
  if (data.starts_with(coded_magic)) return state_->wordbook != nullptr;
  if (!data.starts_with(zstd_magic)) return true;
  const std::uint32_t number = ZSTD_getDictID_fromFrame(data.data(), data.size());
  return number == 0 || state_->dictionaries.contains(number);
}

StoredRecord RecordUnpacker::stored(std::string given) {
  StoredRecord stored;
  if (!given.starts_with(coded_magic)) {
    stored.record = read_record(unpack(given));
    return stored;
  }
  if (!state_->wordbook) throw std::runtime_error("the wordbook of a stored record is missing");
  const Wordbook& wordbook = *state_->wordbook;
  stored.data = std::make_unique<const std::string>(std::move(given));
  const std::string_view bytes = checked(*stored.data, state_->seed);
  Record& record = stored.record;
  ByteReader reader(bytes);
  reader.number();
  const auto name = [&] { return decoded(wordbook, reader.view()); };
  record.id = reader.text();
  stored.question = reader.view();
  record.question = decoded(wordbook, stored.question);
  reader.list(record.section, [&](std::string& topic) { topic = name(); });
  reader.list(record.tags, [&](std::string& tag) { tag = name(); });
  record.source = name();
  record.language = name();
  stored.answer = reader.view();
  stored.body = reader.view();
  stored.rest = reader.left();
  stored.wordbook = &wordbook;
  return stored;
}

Record RecordUnpacker::record(std::string data) {
  StoredRecord found = stored(std::move(data));
  read_rest(found);
  return std::move(found.record);
}

std::string_view RecordUnpacker::unpack(std::string_view data) {
  if (!data.starts_with(zstd_magic)) return checked(data);
  const auto size = ZSTD_getFrameContentSize(data.data(), data.size());
  // A block of zstd takes three bytes at least and gives 128 KiB at most.
  if (size > largest_record || size > (data.size() / 3 + 1) << 17)
    throw std::runtime_error("a stored record is damaged");
  const std::uint32_t number = ZSTD_getDictID_fromFrame(data.data(), data.size());
  const auto dictionary = state_->dictionaries.find(number);
  if (number != 0 && dictionary == state_->dictionaries.end())
    throw std::runtime_error(fmt::format("dictionary {} of a stored record is missing", number));
  std::string& unpacked = state_->unpacked;
  unpacked.resize(size);
  const std::size_t done =
      number == 0
          ? ZSTD_decompressDCtx(state_->context.get(), unpacked.data(), unpacked.size(),
                                data.data(), data.size())
          : ZSTD_decompress_usingDDict(state_->context.get(), unpacked.data(), unpacked.size(),
                                       data.data(), data.size(), dictionary->second.get());
  if (ZSTD_isError(done) != 0)
    throw std::runtime_error(
        fmt::format("a stored record is damaged: {}", ZSTD_getErrorName(done)));
  return std::string_view(unpacked).substr(0, done);
}

void RecordUnpacker::release() { std::string().swap(state_->unpacked); }

std::string filter_term(std::string_view field, std::string_view value) {
  const auto* const row =
      std::ranges::find(schema::filter_fields, field, &schema::FilterField::name);
  if (row == std::end(schema::filter_fields)) throw std::out_of_range(std::string(field));
  const bool fold = row->name != "id" && row->name != "question-id";
  std::string term(row->prefix);
  for (const char c : bounded(value)) {
    const bool upper = fold && c >= 'A' && c <= 'Z';
    term += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return term;
}

std::string beginning_term(std::string_view text) {
  constexpr std::size_t enough = 400;  // bytes of a question, for its beginning
  std::string folded = fold(text.substr(0, enough));
  if (folded.size() > schema::longest_beginning) {
    std::size_t end = schema::longest_beginning;
    while (end > 0 && (static_cast<unsigned char>(folded[end]) & 0xC0) == 0x80) --end;
    folded.resize(end);
  }
  return std::string(schema::beginning_prefix) + folded;
}

std::array<std::string, 2> terms_of_question(std::string_view question_id) {
  return {filter_term("question-id", question_id), filter_term("id", question_id)};
}

IndexedRecord indexed(const Record& record, PostingMaker& postings) {
  IndexedRecord indexed;
  indexed.words = postings.postings(record);
  const auto add_filter = [&](std::string_view field, std::string_view value) {
    if (!value.empty()) indexed.filters.push_back(filter_term(field, value));
  };
  add_filter("id", record.id);
  if (question_id(record) != record.id) add_filter("question-id", question_id(record));
  for (const auto& tag : record.tags) add_filter("tag", tag);
  for (const auto& topic : record.section) add_filter("section", topic);
  if (!record.question.empty()) indexed.filters.push_back(beginning_term(record.question));
  add_filter("source", record.source);
  add_filter("difficulty", record.difficulty);
  add_filter("lang", record.language);
  if (record.accepted) add_filter("is", "accepted");
  // path: finds a file by its name, by its whole path, and by each folder above it.
  const std::string_view path = record.place.path;
  for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
    add_filter("path", path.substr(0, slash));
  add_filter("path", path);
  if (const auto slash = path.rfind('/'); slash != path.npos)
    add_filter("path", path.substr(slash + 1));
  indexed.question_key = bounded(question_id(record));
  if (record.votes) indexed.votes = Xapian::sortable_serialise(*record.votes);
  return indexed;
}

}  // namespace answers
