#include "indexer/generations/index.h"

#include "indexer/generations/glass_file.h"
#include "indexer/generations/index_averages.h"
#include "indexer/generations/index_check.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/posting_list.h"
#include "indexer/generations/subject_table.h"
#include "indexer/remote/remote_round.h"
#include "indexer/schema.h"

#include <fmt/core.h>

#include <algorithm>
#include <future>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <tuple>
#include <utility>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// A generation below this is verified whole at each opening: XXH3 reads it in 2 ms.
constexpr std::uint64_t small_generation = std::uint64_t{16} << 20;

/// A generation's databases, and all of them as one.
struct Generation {
  Xapian::Database database{};
  std::vector<Xapian::Database> segments{};
  std::vector<std::shared_ptr<GlassFile>> segment_files{};
  std::vector<FileSum> files{};
};

void expect_format(const fs::path& directory, std::string_view format) {
  if (format == schema::format) return;
  throw IndexUnusable(
      fmt::format("the index {} was made by another version of answers (its format is {}, this "
                  "program's {}); "
                  "make it anew, of the same collections, with: answers index --rebuild",
                  directory.string(), format, schema::format));
}

/// Whether a file is as it was written; else why not.
std::string damage_of(const IndexFile& file, const FileSum& sum, bool every_byte) {
  if (file.size() != sum.size)
    return fmt::format("{}: it has {} bytes instead of {}", sum.name, file.size(), sum.size);
  if (every_byte && file.digest() != sum.digest)
    return fmt::format("{}: its bytes are not those that were written", sum.name);
  return {};
}

/// Whether the system did not let us read what may be whole.
bool is_refusal(const std::error_code& code) {
  return code == std::errc::permission_denied || code == std::errc::operation_not_permitted ||
         code == std::errc::too_many_files_open ||
         code == std::errc::too_many_files_open_in_system || code == std::errc::not_enough_memory;
}

/// The generation, or nullopt with the reason in `damage`. Throws IndexUnusable when it is whole
/// but not for this program, std::system_error when it may not be read.
std::optional<Generation> open_generation(const fs::path& directory, std::uint64_t number,
                                          Verify verify, std::string& damage) {
  const fs::path folder = directory / generation_name(number);
  Checksums checksums;
  try {
    checksums = read_checksums(folder);
  } catch (const IndexUnusable& error) {
    damage = error.what();
    return std::nullopt;
  } catch (const std::system_error& error) {
    if (is_refusal(error.code())) throw;
    if (const std::string format = format_of_head(folder); !format.empty())
      expect_format(directory, format);
    damage = error.what();
    return std::nullopt;
  }
  if (!checksums.whole) {
    damage = fmt::format("{} is damaged", checksums_name);
    return std::nullopt;
  }
  expect_format(directory, checksums.format);
  Generation generation;
  std::uint64_t size = 0;
  for (const FileSum& sum : checksums.files) size += sum.size;
  const bool every_byte = verify == Verify::all || size < small_generation;
  try {
    for (const FileSum& sum : checksums.files) {
      IndexFile file(folder / sum.name);
      const bool segment = is_segment(sum.name);
      damage = damage_of(file, sum, every_byte || !segment);
      if (!damage.empty()) return std::nullopt;
      if (!segment && sum.name != head_name) continue;
      damage = sum.name;
      const IndexFile again = file.again();
      generation.segments.push_back(file.database());
      generation.segment_files.push_back(std::make_shared<GlassFile>(again));
      generation.database.add_database(generation.segments.back());
    }
    expect_format(directory, generation.database.get_metadata(std::string(schema::format_key)));
  } catch (const Xapian::Error& error) {
    damage += fmt::format(": {}", error.get_msg());
    if (error.get_error_string() != nullptr)
      damage += fmt::format(" ({})", error.get_error_string());
    return std::nullopt;
  } catch (const std::system_error& error) {
    if (is_refusal(error.code())) throw;
    damage = error.what();
    return std::nullopt;
  } catch (const IndexUnusable& error) {
    damage = error.what();
    return std::nullopt;
  }
  generation.files = std::move(checksums.files);
  return generation;
}

struct OpenMember {
  Index::Member member{};
  std::vector<Xapian::Database> segments{};
  std::vector<std::shared_ptr<GlassFile>> segment_files{};
};

/// What is wrong with CURRENT where `number` is the newest generation; empty: nothing that matters.
std::string fault_of_current(const fs::path& directory, std::optional<std::uint64_t> current,
                             const std::vector<std::uint64_t>& finished) {
  if (!current) return "CURRENT names no generation";
  if (std::ranges::find(finished, *current) != finished.end()) return {};
  std::error_code ignored;
  return fs::exists(directory / generation_name(*current), ignored)
             ? std::string()
             : fmt::format("CURRENT names generation {}, which is not there", *current);
}

OpenMember open_member(const fs::path& directory, Verify verify,
                       std::vector<std::string>& warnings) {
  std::string fault;  // of the first try that failed
  while (true) {
    const auto current = current_generation(directory);
    const auto finished = finished_generations(directory);
    if (!current && finished.empty()) {
      throw IndexUnusable(fmt::format("there is no index in {}; make one with: answers index PATH…",
                                      directory.string()));
    }
    fault = fault_of_current(directory, current, finished);
    // Two builds may have been published since, and what was found swept away.
    const auto changed = [&] {
      return finished_generations(directory) != finished ||
             current_generation(directory) != current;
    };
    std::optional<OpenMember> opened;
    bool again = false;
    for (auto at = finished.rbegin(); at != finished.rend() && !opened; ++at) {
      std::string damage;
      if (auto found = open_generation(directory, *at, verify, damage)) {
        opened = {{directory, project_of(directory), *at, std::move(found->database),
                   std::move(found->files)},
                  std::move(found->segments),
                  std::move(found->segment_files)};
      } else {
        again = changed();
        if (again) break;
        if (fault.empty() || *at == finished.back())
          fault = fmt::format("generation {}: {}", *at, damage);
      }
    }
    if (again || (!fault.empty() && changed())) continue;
    if (!opened) {
      throw IndexUnusable(fmt::format(
          "the index {0} is damaged: {1}; make it anew with: answers check --repair --index {0}",
          directory.string(), fault));
    }
    if (!fault.empty()) {
      warnings.push_back(fmt::format(
          "the index {0} is damaged: {1}; using generation {2} instead; mend it with: answers "
          "check --repair --index {0}",
          directory.string(), fault, opened->member.generation));
    }
    return *std::move(opened);
  }
}

/// What a member ranks by that is not of all of them.
struct RankingBasis {
  std::string name{};
  AverageLengths averages{};
  std::optional<Space> space{};  ///< none: one of its own
};

std::vector<RankingBasis> ranking_bases(const Index& index) {
  std::vector<RankingBasis> bases;
  const std::string subjects(schema::subjects_key);
  const auto space_of = [](std::string_view stored, bool has_own) {
    return has_own || !stored.empty() ? given_space(stored) : Space{{}, true};
  };
  for (const Index::Member& member : index.members()) {
    const Xapian::Database& database = member.database;
    const bool has_some =
        database.metadata_keys_begin(subjects) != database.metadata_keys_end(subjects);
    bases.push_back({member.directory.string(), read_averages(database).lengths,
                     space_of(database.get_metadata(std::string(schema::space_key)), has_some)});
  }
  for (const Index::RemoteMember& member : index.remotes()) {
    if (!member.session) continue;
    bases.push_back({member.remote->name(), AverageLengths::from_string(member.session->averages()),
                     space_of(member.session->space(), member.session->has_own_subjects())});
  }
  return bases;
}

/// A sentence where members are not ranked as one index of all would be; else empty.
std::string difference_of_members(const Index& index) {
  const std::vector<RankingBasis> bases = ranking_bases(index);
  constexpr std::string_view remedy = "build the one with: answers index --averages-of the other";
  const auto different = [&bases](const RankingBasis& one) {
    return one.averages != bases.front().averages;
  };
  if (const auto other = std::ranges::find_if(bases, different); other != bases.end()) {
    return fmt::format(
        "{} and {} divide lengths by different averages, so that their scores are not quite "
        "comparable; {}",
        bases.front().name, other->name, remedy);
  }
  const auto unlike = [&bases](const RankingBasis& one) {
    return !one.space || one.space != bases.front().space;
  };
  if (bases.size() < 2) return {};
  if (const auto other = std::find_if(bases.begin() + 1, bases.end(), unlike);
      other != bases.end()) {
    return fmt::format(
        "{} and {} do not know by one measure what their records are about, so that this does not "
        "count; {}",
        bases.front().name, other->name, remedy);
  }
  return {};
}

}  // namespace

Record Index::record(Xapian::docid id) const {
  StoredRecord found = stored(id);
  complete(found, id);
  return std::move(found.record);
}

StoredRecord Index::stored(Xapian::docid id) const {
  const std::size_t segment = (id - 1) % segments_.size();
  const auto number = static_cast<Xapian::docid>((id - 1) / segments_.size() + 1);
  GlassCursor cursor(*segment_files_[segment], GlassFile::documents);
  std::string data;
  if (cursor.find(glass::document_key(number)) && !cursor.is_packed()) {
    cursor.read_tag(data);
  } else {  // Xapian unpacks it, or tells that it is not there
    data = segments_[segment].get_document(number).get_data();
  }
  const std::size_t member = member_of(id);
  RecordUnpacker& unpacker = unpackers_[member];
  if (!unpacker.knows_dictionary_of(data)) {
    unpacker.add_dictionary(
        members_[member].database.get_metadata(std::string(schema::dictionary_key)));
  }
  try {
    return unpacker.stored(std::move(data));
  } catch (const IndexDamaged&) {
    throw;
  } catch (const std::runtime_error& error) {
    throw IndexDamaged(
        fmt::format("the index is damaged: record {}: {}; see: answers check", id, error.what()));
  }
}

void Index::complete(StoredRecord& stored, Xapian::docid id) const {
  if (stored.is_complete) return;
  try {
    read_rest(stored);
  } catch (const IndexDamaged&) {
    throw;
  } catch (const std::runtime_error& error) {
    throw IndexDamaged(
        fmt::format("the index is damaged: record {}: {}; see: answers check", id, error.what()));
  }
  std::string& path = stored.record.place.path;
  const auto& project = members_[member_of(id)].project.native();
  if (!project.empty() && !path.starts_with('/') && path != "-")
    path.insert(0, project.ends_with('/') ? project : project + '/');
  stored.is_complete = true;
}

void Index::complete_remote(StoredRecord& stored, std::size_t member) const {
  if (stored.is_complete) return;
  stored.is_complete = true;
  try {
    read_rest(stored);
  } catch (const std::runtime_error& error) {
    remotes_[member].session->break_off(error.what());
  }
  std::string& path = stored.record.place.path;
  if (path != "-")
    path.insert(0, remotes_[member].remote->name() + (path.starts_with('/') ? "" : "/"));
}

bool Index::renew() {
  bool changed = false;
  // The slowest of them is waited for, and not one after the other.
  std::vector<std::future<Remote::Standing>> standings;
  standings.reserve(remotes_.size());
  for (const RemoteMember& member : remotes_) {
    const auto policy = member.session && member.session->fault().empty() ? std::launch::deferred
                                                                          : std::launch::async;
    standings.push_back(std::async(policy, [remote = member.remote] { return remote->now(); }));
  }
  for (std::size_t i = 0; i < remotes_.size(); ++i) {
    RemoteMember& member = remotes_[i];
    Remote::Standing standing = standings[i].get();
    changed = changed || standing.session != member.session;
    if (standing.session && standing.session != member.session) {
      remote_unpackers_[i] = RecordUnpacker();
      remote_unpackers_[i].add_dictionary(standing.session->dictionary());
    }
    member.session = std::move(standing.session);
    member.why = std::move(standing.why);
  }
  renewed_ = Clock::now();
  return changed;
}

std::vector<std::shared_ptr<RemoteSession>> Index::sessions() const {
  std::vector<std::shared_ptr<RemoteSession>> sessions;
  sessions.reserve(remotes_.size());
  for (const RemoteMember& member : remotes_) sessions.push_back(member.session);
  return sessions;
}

double Index::records() const {
  double records = database_.get_doccount();
  for (const RemoteMember& member : remotes_) {
    if (member.session) records += member.session->records();
  }
  return records;
}

double Index::frequency(const std::string& term) const {
  double frequency = 0;
  for (const auto& segment : segment_files_) frequency += frequency_in(*segment, term);
  for (const RemoteMember& member : remotes_) {
    if (member.session) frequency += member.session->words().frequency(term);
  }
  return frequency;
}

bool Index::has_term(const std::string& term) const {
  return std::ranges::any_of(
             segment_files_,
             [&term](const auto& segment) { return frequency_in(*segment, term) > 0; }) ||
         std::ranges::any_of(remotes_, [&term](const RemoteMember& member) {
           return member.session && member.session->words().frequency(term) > 0;
         });
}

std::map<std::string, double> Index::merged_terms(const std::string& beginning) const {
  std::map<std::string, double> terms;
  for (auto term = database_.allterms_begin(beginning); term != database_.allterms_end(beginning);
       ++term)
    terms[*term] += term.get_termfreq();
  for (const RemoteMember& member : remotes_) {
    if (!member.session) continue;
    member.session->words().terms_beginning(beginning,
                                            [&](std::string_view term, std::uint32_t records) {
                                              terms[std::string(term)] += records;
                                              return true;
                                            });
  }
  return terms;
}

std::vector<KnownWord> Index::words_beginning(const std::string& beginning,
                                              std::size_t most) const {
  std::vector<KnownWord> words = answers::words_beginning(database_, beginning, most);
  if (remotes_.empty()) return words;
  for (const RemoteMember& member : remotes_) {
    if (!member.session) continue;
    for (KnownWord& word : answers::words_beginning(member.session->words(), beginning, most))
      words.push_back(std::move(word));
  }
  const auto key = [](const KnownWord& known) { return std::tie(known.word, known.term); };
  std::ranges::sort(words, {}, key);
  const auto same = [&key](const KnownWord& a, const KnownWord& b) { return key(a) == key(b); };
  words.erase(std::unique(words.begin(), words.end(), same), words.end());
  return words;
}

std::vector<std::string> Index::terms_of_word(const std::string& word) const {
  std::vector<std::string> terms = answers::terms_of_word(database_, word);
  for (const RemoteMember& member : remotes_) {
    if (!member.session) continue;
    for (std::string& term : answers::terms_of_word(member.session->words(), word)) {
      if (std::ranges::find(terms, term) == terms.end()) terms.push_back(std::move(term));
    }
  }
  if (!remotes_.empty()) std::ranges::sort(terms);
  return terms;
}

std::string Index::averages() const {
  if (!members_.empty()) return database_.get_metadata(std::string(schema::averages_key));
  for (const RemoteMember& member : remotes_) {
    if (member.session) return member.session->averages();
  }
  return {};
}

void Index::fetch(std::span<RemoteRecord> records) const {
  using remote_protocol::Reply;
  std::vector<std::string> data(records.size());
  RemoteRound round(sessions());
  auto next = data.begin();
  for (const RemoteRecord& record : records) {
    round.ask(record.member, remote_protocol::document_request(record.id),
              [&one = *next++](Reply reply, std::string_view bytes) {
                if (reply == Reply::document) one = bytes;
                return reply == Reply::done;
              });
  }
  round.send();
  std::vector<Clock::time_point> deadlines;
  for (const RemoteMember& member : remotes_) deadlines.push_back(deadline(member));
  round.finish(deadlines);
  for (std::size_t i = 0; i < records.size(); ++i) {
    RemoteRecord& one = records[i];
    const RemoteMember& member = remotes_[one.member];
    if (!round.is_answered(one.member) || !member.session->fault().empty()) continue;
    try {
      one.stored = remote_unpackers_[one.member].stored(std::move(data[i]));
      one.is_there = true;
    } catch (const std::runtime_error& error) {
      member.session->break_off(error.what());
    }
  }
}

Index open_index(const IndexPlaces& places, Verify verify) {
  Index index;
  for (const auto& remote : places.remotes) index.remotes_.push_back({remote, {}, {}});
  index.remote_unpackers_.resize(index.remotes_.size());
  for (const auto& directory : places.directories) {
    OpenMember opened = open_member(directory, verify, index.warnings_);
    index.database_.add_database(opened.member.database);
    index.members_of_segments_.insert(index.members_of_segments_.end(), opened.segments.size(),
                                      index.members_.size());
    index.members_.push_back(std::move(opened.member));
    index.unpackers_.emplace_back();
    index.segments_.insert(index.segments_.end(), opened.segments.begin(), opened.segments.end());
    std::ranges::move(opened.segment_files, std::back_inserter(index.segment_files_));
  }
  if (!index.remotes_.empty()) index.renew();
  index.difference_ = difference_of_members(index);
  return index;
}

}  // namespace answers
