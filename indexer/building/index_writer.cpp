#include "indexer/building/index_writer.h"

#include "corpus/input/folder.h"
#include "corpus/reader.h"
#include "indexer/analysis/acronyms.h"
#include "indexer/building/collection_files.h"
#include "indexer/building/generation_writer.h"
#include "indexer/building/given_statistics.h"
#include "indexer/building/live_generation.h"
#include "indexer/building/record_conveyor.h"
#include "indexer/building/record_spool.h"
#include "indexer/building/segments.h"
#include "indexer/building/update_roots.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/index_file.h"
#include "indexer/generations/index_lock.h"
#include "indexer/generations/manifest.h"

#include <fmt/core.h>
#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <deque>
#include <malloc.h>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// Conflicts of ids that are told one by one.
constexpr std::uint64_t most_conflicts_told = 20;

std::uint64_t chain(std::uint64_t digest, std::string_view bytes) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), digest);
}

/// One run of index_collections(). The steps of run() share what they find out here.
class Update : public Listener {
 public:
  Update(const IndexOptions& options, IndexListener& listener)
      : options_(options),
        listener_(listener),
        directory_(whole_path(options.directory)),
        names_(directory_) {}

  IndexSummary run() {
    std::error_code error;
    const bool was_there = fs::exists(directory_, error);
    if (!was_there && all_are_missing()) return summary_;
    fs::create_directories(directory_);
    IndexSummary summary = run_locked();
    if (!was_there && !summary.published) remove_folder(directory_, error);
    return summary;
  }

  void on_record(Record record) override {
    check_stop();
    conveyor_->put(std::move(record));
    ++progress_.records;
  }
  void on_unanswered(Record /*record*/) override {
    check_stop();
    ++file_->unanswered;
  }
  void on_read_with(std::string_view path) override {
    if (file_ != nullptr) file_->read_again_with.push_back(names_.name_of(whole_path(path)));
  }
  void on_trouble(const Trouble& trouble) override {
    ++summary_.troubles;
    if (file_ != nullptr) {
      ++file_->troubles;
      if (trouble.passing) file_->digest = 0;
    }
    listener_.on_trouble(trouble);
  }
  void on_skipped(std::string_view path, std::string_view reason) override {
    if (file_ != nullptr) {
      file_->skipped = reason;
    } else {
      ++summary_.skipped[std::string(reason)];
    }
    listener_.on_skipped(path, reason);
  }
  void on_progress(std::size_t bytes) override {
    check_stop();
    progress_.done = std::min(progress_.total, progress_.done + bytes);
    listener_.on_progress(progress_);
  }

 private:
  /// A file of the collections: what is known of it, and where it is now.
  struct Known {
    std::string opens_as{};               ///< empty: it was not looked at in this run
    FileState state{};                    ///< as looked at
    ManifestFile* before{};               ///< in the live generation
    std::unique_ptr<ManifestFile> now{};  ///< of one that was read: there may be a million others
    bool read = false;                    ///< is to be read, or was
    bool stays = false;                   ///< as it was: it cannot be read now
    std::size_t first_planned = 0;        ///< of the parts that were read, in planned_
  };

  IndexSummary run_locked() {
    const IndexLock lock(directory_, options_.wait);
    try {
      return run(lock);
    } catch (...) {
      lock.expect_alone();  // another builder at work is why, whatever else it looks like
      throw;
    }
  }

  /// Whether nothing that was named is there, which is told.
  bool all_are_missing() {
    const auto& named = options_.collections;
    if (named.empty() || std::ranges::any_of(named, is_there)) return false;
    for (const auto& root : named) tell_missing(root);
    return true;
  }

  void tell_missing(const fs::path& root) {
    summary_.collection_missing = true;
    const std::string name = names_.name_of(root);
    std::string what = "nothing of it is indexed";
    if (live_ && holds_files_of(live_->manifest, name))
      what = "what the index holds of it stays; answers index takes it out";
    if (live_ && std::ranges::count(live_->manifest.roots, name) > 0)
      what = "what the index holds of it stays; answers collections remove takes it out";
    on_trouble({root.string(), 0, "no such file or folder", std::move(what)});
  }

  IndexSummary run(const IndexLock& lock) {
    sweep_unfinished(directory_);
    std::vector<std::string> warnings;
    live_ = open_live_generation(directory_, warnings);
    if (!options_.rebuild) {
      for (const auto& warning : warnings)
        on_trouble({"", 0, warning, live_ ? "" : "it is made anew now"});
    }
    touched_ = !warnings.empty();  // what is damaged is mended
    if (live_ && !options_.dry_run && !is_current(directory_, live_->number))
      make_current(directory_, live_->number);
    const CollectionRoots roots = roots_of_update(options_, live_);
    named_ = roots.named;
    manifest_.roots = roots.remembered;
    keep_standard_input_ = roots.keeps_standard_input;
    given_ = given_statistics(options_, live_);
    touched_ = touched_ || given_.changes;
    summary_.new_averages = given_.new_averages;
    summary_.new_space = given_.new_space;
    if (roots.lost_standard_input) {
      on_trouble({"-", 0, "what came from standard input cannot be read again",
                  "give it once more: answers index -"});
    }
    find_files();
    if (!anything_to_do()) return summary();
    NewGeneration generation(directory_);
    RecordSpool spool(generation.path() / "spool");
    IdLedger ledger(generation.path());
    spool_ = &spool;
    ledger_ = &ledger;
    read_files();
    settle_ids();
    if (options_.dry_run) return summary();
    if ((!live_ || options_.rebuild) && planned_.empty()) {
      summary_.nothing_found = true;
      return summary();
    }
    build(generation, lock);
    sweep(generation.number());
    summary_.published = true;
    return summary();
  }

  /// Behind a generation that is live the one that it was built upon is kept. What could not be
  /// built upon is no use any more.
  void sweep(std::uint64_t built) const {
    sweep_all_but(directory_, std::array{built, live_ ? live_->number : built});
  }

  void check_stop() const {
    if (options_.stop != nullptr && *options_.stop) throw Interrupted("interrupted");
  }

  void find_files() {
    if (live_ && !options_.rebuild) {
      for (auto& file : live_->manifest.files) {
        files_[file.path].before = &file;
        for (const auto& owner : file.read_again_with) twins_.emplace(owner, file.path);
      }
    }
    Folders looked_at;
    for (const auto& root : named_) {
      if (!is_there(root)) {
        tell_missing(root);
        continue;
      }
      looked_at.add(whole_path(root));
      names_.walk(root, *this, [this](const fs::path& path, std::string name) {
        check_stop();
        Known& file = files_[std::move(name)];
        file.opens_as = path.string();
        file.state = state_of(path);
        if (file.state == FileState{} && file.before != nullptr && file.before->digest != 0) {
          file.stays = true;
          on_trouble({path.string(), 0, "it was a file and is none now",
                      "what the index holds of it stays"});
        }
      });
    }
    if (live_ && options_.rebuild && keep_standard_input_) read_again_what_came_in();
    // None but forgotten collections have a file that was not looked at.
    Folders forgotten;
    Folders remembered;
    for (const auto& path : options_.forgotten)
      forgotten.add(path == "-" ? path : whole_path(path));
    for (const auto& root : manifest_.roots) remembered.add(names_.path_of(root));
    for (auto file = files_.begin(); file != files_.end();) {
      const bool is_gone = file->second.opens_as.empty() && !file->second.read &&
                           ((forgotten.hold(names_.path_of(file->first)) &&
                             !remembered.hold(names_.path_of(file->first))) ||
                            (file->first != "-" && looked_at.hold(names_.path_of(file->first))));
      if (is_gone) {
        gone_.push_back(file->second.before);
        file = files_.erase(file);
      } else {
        ++file;
      }
    }
    for (auto& [name, file] : files_) {
      if (file.opens_as.empty() || file.stays || is_unchanged(file)) continue;
      to_read(name);
    }
    for (const auto* file : gone_) {
      for (const auto& twin : twins_of(file->path)) to_read(std::string(twin));
    }
  }

  /// A build that starts afresh takes what came from standard input out of the live generation.
  void read_again_what_came_in() {
    auto& files = live_->manifest.files;
    const auto input = std::ranges::find(files, "-", &ManifestFile::path);
    if (input == files.end()) return;
    files_["-"].before = &*input;
    to_read("-");
  }

  bool is_unchanged(Known& file) {
    if (file.before == nullptr || file.opens_as == "-") return false;
    if (options_.retry && file.before->parts.empty()) return false;
    if (options_.reread && !options_.collections.empty()) return false;
    const Sameness sameness = compare(*file.before, file.state, file.opens_as);
    if (sameness != Sameness::same_bytes) return sameness == Sameness::same;
    const FileState known = {file.state.size, file.before->modified, file.before->changed};
    note_times(file.state, *file.before);
    touched_ = touched_ || known.modified != file.before->modified ||
               known.changed != file.before->changed;
    return true;
  }

  static void note_times(const FileState& state, ManifestFile& file) {
    const FileState lasting = lasting_times(state);
    file.modified = lasting.modified;
    file.changed = lasting.changed;
  }

  /// And with it those that hold ids of it, or were read with it: which of two files keeps a record
  /// that both hold is decided anew when one of them changes.
  void to_read(std::string first) {
    std::vector<std::string> left = {std::move(first)};
    while (!left.empty()) {
      std::string name = std::move(left.back());
      left.pop_back();
      const auto found = files_.find(name);
      if (found == files_.end() || found->second.read) continue;
      Known& file = found->second;
      if (file.opens_as.empty() && name != "-") {  // a twin that this run was not to look at
        file.opens_as = names_.path_of(name).string();
        file.state = state_of(file.opens_as);
      }
      file.read = true;
      for (const auto& twin : twins_of(name)) left.emplace_back(twin);
      waiting_.push_back(std::move(name));
    }
  }

  std::vector<std::string_view> twins_of(std::string_view name) const {
    std::vector<std::string_view> twins;
    const auto [begin, end] = twins_.equal_range(name);
    for (auto twin = begin; twin != end; ++twin) twins.push_back(twin->second);
    return twins;
  }

  bool anything_to_do() const {
    return !live_ || options_.rebuild || !waiting_.empty() || !gone_.empty() || touched_ ||
           manifest_.roots != live_->manifest.roots;
  }

  void read_files() {
    for (const auto& name : waiting_) progress_.total += files_[name].state.size;
    for (const auto* file : gone_) note_old_records(*file);
    RecordConveyor conveyor([this](Record& record) { take(record); }, options_.threads > 1);
    conveyor_ = &conveyor;
    while (!waiting_.empty()) {
      const std::string name = waiting_.front();
      waiting_.pop_front();
      read(name, files_[name]);
    }
    file_ = nullptr;
    conveyor_ = nullptr;
    spool_->finish();
  }

  void read(const std::string& name, Known& file) {
    if (file.before != nullptr) note_old_records(*file.before);
    file.now = std::make_unique<ManifestFile>();
    ManifestFile& now = *file.now;
    now.path = name;
    now.size = file.state.size;
    file.first_planned = planned_.size();
    if (name != "-") now.digest = digest_of(file.opens_as);
    file_ = &now;
    const std::uint64_t begin = progress_.done;
    read_order_.emplace_back(ledger_->records(), &file);
    if (name == "-" && file.opens_as.empty()) {  // standard input was read to its end long ago
      now.unanswered = file.before->unanswered;
      for_each_old_record(*file.before, [this](Record record) { on_record(std::move(record)); });
    } else {
      read_file(file.opens_as, *this);
    }
    check_stop();
    conveyor_->finish();
    now.acronyms = acronyms_.take();
    file_ = nullptr;
    const FileState after = state_of(file.opens_as);
    // Changed while it was read: what was read is kept, and the next update reads it again.
    if (after != file.state) now.digest = 0;
    note_times(file.state, now);
    progress_.done = std::max(progress_.done, begin + file.state.size);
    progress_.total = std::max(progress_.total, progress_.done);
    ++summary_.files_read;
  }

  /// A record of file_, which its reader may still be reading: what this touches of the file the
  /// reader leaves alone.
  void take(Record& record) {
    record.place.path = file_->path;
    if (file_->parts.empty() || file_->parts.back().bytes >= part_bytes) {
      file_->parts.emplace_back();
      PlannedPart part;
      part.spooled = true;
      part.offset = spool_->size();
      part.first_ordinal = ledger_->records();
      part.key = chain(file_->parts.size(), file_->path);
      planned_.push_back(part);
    }
    if (live_ && !options_.rebuild) look_for_twin(record);
    ledger_->add(record);
    file_->lengths += lengths_of(record);
    acronyms_.add({record.question, record.body, record.answer});
    const std::string bytes = write_record(record);
    record = {};  // a large one is to be packed now
    Part& part = file_->parts.back();
    part.bytes += bytes.size();
    part.digest = chain(part.digest, bytes);
    ++planned_.back().read;
    spool_->add(bytes);
  }

  /// Does a file that is taken over as it is hold the same id? Then it is read as well.
  void look_for_twin(const Record& record) {
    const auto& database = live_->database;
    const std::string term = filter_term("id", record.id);
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return;
    const Record other = old_record(database.get_document(*posting).get_data());
    if (other.place.path != record.place.path) to_read(other.place.path);
  }

  Record old_record(const std::string& data) {
    if (!unpacker_.knows_dictionary_of(data)) unpacker_.add_dictionary(live_->dictionary);
    return unpacker_.record(data);
  }

  /// The ledger compares what a file held with what it holds.
  void note_old_records(const ManifestFile& file) {
    for_each_old_record(file, [this](const Record& record) { ledger_->add_old(record); });
  }

  template <class Visit>
  void for_each_old_record(const ManifestFile& file, Visit&& visit) {
    for (const Part& part : file.parts) {
      const auto& segment = live_->manifest.segments.at(part.segment);
      const Xapian::Database database = IndexFile(live_->folder / segment.name).database();
      for (std::uint64_t i = 0; i < part.records; ++i) {
        check_stop();
        visit(old_record(
            database.get_document(static_cast<Xapian::docid>(part.first + i)).get_data()));
      }
    }
  }

  Known& file_of(std::uint64_t ordinal) {
    const auto after = std::ranges::upper_bound(read_order_, ordinal, {},
                                                &std::pair<std::uint64_t, Known*>::first);
    return *std::prev(after)->second;
  }

  /// Reads it from the spool again.
  Record spooled_record(std::uint64_t ordinal) {
    const auto after = std::ranges::upper_bound(planned_, ordinal, {}, &PlannedPart::first_ordinal);
    const PlannedPart& part = *std::prev(after);
    RecordSpool::Cursor cursor(*spool_, part.offset);
    std::string_view bytes;
    for (std::uint64_t at = part.first_ordinal; at <= ordinal; ++at) bytes = cursor.next();
    return read_record(bytes);
  }

  void settle_ids() {
    std::uint64_t conflicts = 0;
    std::map<Known*, std::set<std::string_view>> shares;
    verdicts_ = ledger_->settle(
        [this](std::uint64_t a, std::uint64_t b) {
          const Known& left = file_of(a);
          const Known& right = file_of(b);
          return &left == &right ? a < b : left.now->path < right.now->path;
        },
        [&](std::uint64_t first, std::uint64_t other, bool identical) {
          Known& owner = file_of(first);
          Known& twin = file_of(other);
          if (identical) ++twin.now->identical;
          if (&owner != &twin) shares[&twin].insert(owner.now->path);
          if (!identical && ++conflicts <= most_conflicts_told) tell_conflict(first, other);
        });
    for (const auto& [twin, owners] : shares)
      twin->now->read_again_with.insert(twin->now->read_again_with.end(), owners.begin(),
                                        owners.end());
    if (conflicts > most_conflicts_told) {
      on_trouble({directory_.string(), 0,
                  fmt::format("{} further ids stand for different records",
                              conflicts - most_conflicts_told),
                  "each record is kept, under an id of its own"});
    }
    summary_.added = verdicts_.added;
    summary_.changed = verdicts_.changed;
    summary_.gone = verdicts_.gone;
    for (auto& [name, file] : files_) {
      if (file.read) settle_parts(file);
    }
  }

  void tell_conflict(std::uint64_t first, std::uint64_t other) {
    const Record one = spooled_record(first);
    const Record two = spooled_record(other);
    on_trouble({two.place.path, two.place.line,
                fmt::format("the id \"{}\" already stands for another record, {}:{}", two.id,
                            one.place.path, one.place.line),
                "kept as " + derived_id(two)});
  }

  void settle_parts(Known& file) {
    for (std::size_t i = 0; i < file.now->parts.size(); ++i) {
      const PlannedPart& planned = planned_[file.first_planned + i];
      Part& part = file.now->parts[i];
      part.records = planned.read;
      std::string marks;
      for (std::uint64_t at = 0; at < planned.read; ++at) {
        const bool dropped = verdicts_.dropped[planned.first_ordinal + at];
        const bool renamed = verdicts_.renamed[planned.first_ordinal + at];
        if (dropped) --part.records;
        if (dropped || renamed) marks += fmt::format("{}{}", dropped ? 'd' : 'r', at);
      }
      if (!marks.empty()) part.digest = chain(part.digest, marks);
    }
  }

  void build(NewGeneration& generation, const IndexLock& lock) {
    FieldLengths lengths;
    std::vector<PlannedPart> parts;
    manifest_.files.reserve(files_.size());
    for (auto& [name, known] : files_) {
      ManifestFile& file =
          manifest_.files.emplace_back(std::move(known.read ? *known.now : *known.before));
      lengths += file.lengths;
      for (std::size_t i = 0; i < file.parts.size(); ++i) {
        PlannedPart part;
        if (known.read) {
          part = planned_[known.first_planned + i];
        } else {
          part.key = chain(i + 1, file.path);
          part.old = file.parts[i];
        }
        part.part = file.parts[i];
        part.target = &file.parts[i];
        if (part.part.records > 0) parts.push_back(part);
      }
    }
    forget_files();
    const GenerationSources sources{
        .spool = *spool_,
        .verdicts = verdicts_,
        .read = planned_,
        .live = live_ ? &*live_ : nullptr,
        .afresh = options_.rebuild,
        .averages = given_.averages,
        .space_of = given_.space_of,
        .threads = options_.threads,
        .stop = options_.stop,
        .on_progress = [this](const IndexProgress& progress) { listener_.on_progress(progress); }};
    write_generation(generation, lock, std::move(parts), lengths, manifest_, sources);
    summary_.generation = generation.number();
  }

  /// What was known of all files is in the manifest now. Where they are many, building segments
  /// needs the room.
  void forget_files() {
    files_.clear();
    twins_.clear();
    read_order_ = {};
    if (live_) live_->manifest.files = {};
    malloc_trim(0);
  }

  void count(const ManifestFile& file) {
    ++summary_.files;
    for (const Part& part : file.parts) summary_.records += part.records;
    summary_.identical += file.identical;
    summary_.unanswered += file.unanswered;
    if (file.skipped.empty()) return;
    ++summary_.skipped[file.skipped];
    if (summary_.first_skipped.size() <= few_skipped) summary_.first_skipped.push_back(file.path);
  }

  IndexSummary summary() {
    if (!summary_.published && live_) summary_.generation = live_->number;
    summary_.files_gone = gone_.size();
    if (summary_.published) {
      for (const auto& file : manifest_.files) count(file);
    } else if (options_.dry_run) {
      for (const auto& [name, file] : files_) count(file.read ? *file.now : *file.before);
    } else if (live_) {
      for (const auto& file : live_->manifest.files) count(file);
    }
    summary_.bytes = generation_bytes(directory_, summary_.generation);
    return summary_;
  }

  const IndexOptions& options_;
  IndexListener& listener_;
  const fs::path directory_;
  const FileNames names_;
  std::optional<LiveGeneration> live_;
  std::vector<fs::path> named_;
  std::map<std::string, Known> files_;
  std::multimap<std::string_view, std::string_view> twins_;  ///< Manifest::read_again_with, turned
  std::vector<const ManifestFile*> gone_;
  bool touched_ = false;
  GivenStatistics given_;
  bool keep_standard_input_ = false;  ///< nothing was named: what came from it stays
  std::deque<std::string> waiting_;
  RecordSpool* spool_ = nullptr;
  IdLedger* ledger_ = nullptr;
  RecordConveyor* conveyor_ = nullptr;
  RecordUnpacker unpacker_;
  AcronymCounter acronyms_;
  ManifestFile* file_ = nullptr;      ///< that is being read
  std::vector<PlannedPart> planned_;  ///< of the files that were read, in that order
  std::vector<std::pair<std::uint64_t, Known*>> read_order_;  ///< first ordinal, file
  Verdicts verdicts_;
  Manifest manifest_;
  IndexProgress progress_;
  IndexSummary summary_;
};

}  // namespace

std::vector<fs::path> remembered_collections(const fs::path& directory) {
  std::vector<std::string> told_when_it_is_built_upon;
  return known_collections(open_live_generation(directory, told_when_it_is_built_upon), directory);
}

IndexSummary index_collections(const IndexOptions& options, IndexListener& listener) {
  return Update(options, listener).run();
}

}  // namespace answers
