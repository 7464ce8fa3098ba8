#include "indexer/building/index_writer.h"

#include "corpus/input/folder.h"
#include "corpus/reader.h"
#include "indexer/analysis/analysis.h"
#include "indexer/building/collection_files.h"
#include "indexer/building/live_generation.h"
#include "indexer/building/record_conveyor.h"
#include "indexer/building/record_spool.h"
#include "indexer/building/segments.h"
#include "indexer/building/subjects.h"
#include "indexer/generations/acronym_table.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_directory.h"
#include "indexer/generations/index_file.h"
#include "indexer/generations/index_lock.h"
#include "indexer/generations/manifest.h"
#include "indexer/schema.h"

#include <fmt/core.h>
#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <set>
#include <utility>

namespace answers {
namespace fs = std::filesystem;
namespace {

/// A file that was changed less than this before it was read may be changed again without a new
/// time: it is compared by its bytes next time.
constexpr std::int64_t time_is_sure_after = 2'000'000'000;

/// Conflicts of ids that are told one by one.
constexpr std::uint64_t most_conflicts_told = 20;

/// Enough to learn a dictionary from.
constexpr std::size_t sample_bytes = std::size_t{3} << 20;

std::uint64_t chain(std::uint64_t digest, std::string_view bytes) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), digest);
}

std::vector<fs::path> paths_of_roots(const std::optional<LiveGeneration>& live,
                                     const fs::path& directory) {
  auto paths = remembered_roots(live, directory);
  if (!live && paths.empty()) {
    throw IndexUnusable(fmt::format(
        "the index {} does not say what it was made of; name the collections: answers index PATH…",
        directory.string()));
  }
  return paths;
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
    const IndexSummary summary = run_locked();
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
    std::string opens_as{};        ///< empty: it was not looked at in this run
    FileState state{};             ///< as looked at
    const ManifestFile* before{};  ///< in the live generation
    ManifestFile now{};
    bool read = false;              ///< is to be read, or was
    bool stays = false;             ///< as it was: it cannot be read now
    std::size_t first_planned = 0;  ///< of the parts that were read, in planned_
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

  static bool is_there(const fs::path& collection) {
    std::error_code error;
    return collection == "-" || fs::exists(collection, error);
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
    const bool is_collection = live_ && std::ranges::count(live_->manifest.roots, name) > 0;
    const bool is_indexed =
        live_ && std::ranges::any_of(live_->manifest.files, [&](const auto& file) {
          return is_within(names_.path_of(file.path), whole_path(root));
        });
    std::string what = "nothing of it is indexed";
    if (is_indexed) what = "what the index holds of it stays; answers index takes it out";
    if (is_collection)
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
    if (live_ && !options_.dry_run && current_generation(directory_) != live_->number)
      make_current(directory_, live_->number);
    decide_roots();
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

  void decide_roots() {
    named_ = options_.collections;
    if (named_.empty() && options_.forgotten.empty()) {
      named_ = paths_of_roots(live_, directory_);
      std::erase(named_, "-");  // was read to its end
      keep_standard_input_ = true;
    }
    if (!live_ && !options_.rebuild) add_lost_roots();
    std::set<std::string> roots;
    for (const auto& path : named_) {  // what is not there is not remembered
      std::error_code error;
      const auto type = path == "-" ? fs::file_type::regular : fs::status(path, error).type();
      // Nor what is read once: a pipe.
      if (type == fs::file_type::regular || type == fs::file_type::directory)
        roots.insert(names_.name_of(path));
    }
    if (live_ && !options_.rebuild)
      roots.insert(live_->manifest.roots.begin(), live_->manifest.roots.end());
    if (live_ && keep_standard_input_ && std::ranges::count(live_->manifest.roots, "-") > 0)
      roots.insert("-");
    for (const auto& path : options_.forgotten) roots.erase(names_.name_of(path));
    manifest_.roots.assign(roots.begin(), roots.end());
  }

  /// An index that cannot be built upon is made anew of all that it was made of.
  void add_lost_roots() {
    std::set<std::string> named;
    for (const auto& path : named_) named.insert(names_.name_of(path));
    for (auto& path : remembered_roots(live_, directory_)) {
      if (!named.insert(names_.name_of(path)).second) continue;
      if (path != "-") {
        named_.push_back(std::move(path));
        continue;
      }
      on_trouble({"-", 0, "what came from standard input cannot be read again",
                  "give it once more: answers index -"});
    }
  }

  void find_files() {
    if (live_ && !options_.rebuild) {
      for (const auto& file : live_->manifest.files) {
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
      if (file.before != nullptr) file.now = *file.before;
      if (file.opens_as.empty() || file.stays || is_unchanged(file)) continue;
      to_read(name);
    }
    for (const auto* file : gone_) {
      for (const auto& twin : twins_of(file->path)) to_read(std::string(twin));
    }
  }

  /// A build that starts afresh takes what came from standard input out of the live generation.
  void read_again_what_came_in() {
    const auto& files = live_->manifest.files;
    const auto input = std::ranges::find(files, "-", &ManifestFile::path);
    if (input == files.end()) return;
    files_["-"].before = &*input;
    to_read("-");
  }

  bool is_unchanged(Known& file) {
    if (file.before == nullptr || file.opens_as == "-") return false;
    if (options_.retry && file.before->parts.empty() && file.before->troubles > 0) return false;
    const Sameness sameness = compare(*file.before, file.state, file.opens_as);
    if (sameness != Sameness::same_bytes) return sameness == Sameness::same;
    note_times(file);
    touched_ = touched_ || file.now.modified != file.before->modified ||
               file.now.changed != file.before->changed;
    return true;
  }

  static void note_times(Known& file) {
    const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count();
    const auto& [size, modified, changed] = file.state;
    const bool sure = now - std::max(modified, changed) > time_is_sure_after;
    file.now.modified = sure ? modified : 0;
    file.now.changed = sure ? changed : 0;
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
    file.now = {};
    file.now.path = name;
    file.now.size = file.state.size;
    file.first_planned = planned_.size();
    if (name != "-") file.now.digest = digest_of(file.opens_as);
    file_ = &file.now;
    const std::uint64_t begin = progress_.done;
    read_order_.emplace_back(ledger_->records(), &file);
    if (name == "-" && file.opens_as.empty()) {  // standard input was read to its end long ago
      file.now.unanswered = file.before->unanswered;
      for_each_old_record(*file.before, [this](Record record) { on_record(std::move(record)); });
    } else {
      read_file(file.opens_as, *this);
    }
    check_stop();
    conveyor_->finish();
    file.now.acronyms = acronyms_.take();
    file_ = nullptr;
    const FileState after = state_of(file.opens_as);
    // Changed while it was read: what was read is kept, and the next update reads it again.
    if (after != file.state) file.now.digest = 0;
    note_times(file);
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
    return read_record(unpacker_.unpack(data));
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
          return &left == &right ? a < b : left.now.path < right.now.path;
        },
        [&](std::uint64_t first, std::uint64_t other, bool identical) {
          Known& owner = file_of(first);
          Known& twin = file_of(other);
          if (identical) ++twin.now.identical;
          if (&owner != &twin) shares[&twin].insert(owner.now.path);
          if (!identical && ++conflicts <= most_conflicts_told) tell_conflict(first, other);
        });
    for (const auto& [twin, owners] : shares)
      twin->now.read_again_with.insert(twin->now.read_again_with.end(), owners.begin(),
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
    for (std::size_t i = 0; i < file.now.parts.size(); ++i) {
      const PlannedPart& planned = planned_[file.first_planned + i];
      Part& part = file.now.parts[i];
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

  /// Records from all over the spool, for a dictionary to be learnt from.
  std::string learn_dictionary() {
    std::vector<std::string> samples;
    std::size_t bytes = 0;
    const std::size_t step = std::max<std::size_t>(1, planned_.size() / 64);
    const std::size_t quota = sample_bytes / std::min<std::size_t>(64, planned_.size() + 1);
    for (std::size_t i = 0; i < planned_.size() && bytes < sample_bytes; i += step) {
      RecordSpool::Cursor cursor(*spool_, planned_[i].offset);
      std::size_t of_this = 0;
      for (std::uint64_t r = 0; r < planned_[i].read && of_this < quota; ++r) {
        samples.emplace_back(cursor.next().substr(0, std::size_t{64} << 10));
        of_this += samples.back().size();
      }
      bytes += of_this;
    }
    return train_dictionary(std::vector<std::string_view>(samples.begin(), samples.end()));
  }

  void build(NewGeneration& generation, const IndexLock& lock) {
    FieldLengths lengths;
    std::vector<PlannedPart> parts;
    for (auto& [name, file] : files_) {
      lengths += file.now.lengths;
      for (std::size_t i = 0; i < file.now.parts.size(); ++i) {
        PlannedPart part;
        if (file.read) {
          part = planned_[file.first_planned + i];
        } else {
          part.key = chain(i + 1, file.now.path);
          part.old = file.before->parts[i];
        }
        part.part = file.now.parts[i];
        part.target = &file.now.parts[i];
        if (part.part.records > 0) parts.push_back(part);
      }
    }
    const AverageLengths averages = rounded_averages(lengths);
    const std::string old_dictionary = live_ ? live_->dictionary : "";
    const std::string dictionary =
        options_.rebuild || old_dictionary.empty() ? learn_dictionary() : old_dictionary;
    const std::string settings = fmt::format("{} {}", schema::format, averages.to_string());

    std::set<std::string> existing;
    if (live_ && !options_.rebuild) {
      for (const auto& segment : live_->manifest.segments) existing.insert(segment.name);
    }
    std::vector<std::string> databases = {"head"};
    std::vector<PlannedSegment> to_build;
    progress_ = {IndexProgress::Phase::indexing, 0, 0, 0};
    const auto segments = lay_out(parts);
    for (const auto segment : segments) {
      std::uint64_t records = 0;
      std::uint64_t bytes = 0;
      for (PlannedPart& part : segment) {
        part.part.segment = static_cast<std::uint32_t>(manifest_.segments.size());
        part.part.first = static_cast<std::uint32_t>(records + 1);
        records += part.part.records;
        bytes += part.part.bytes;
        *part.target = part.part;
      }
      const std::string name = segment_name(segment, settings);
      manifest_.segments.push_back({name, records});
      databases.push_back(name);
      if (existing.contains(name)) {
        take_over(name, generation.path());
      } else {
        to_build.push_back({name, segment});
        progress_.total += bytes;
      }
    }
    const SegmentSources sources{
        .spool = *spool_,
        .verdicts = verdicts_,
        .old_generation = live_ ? live_->folder : fs::path(),
        .old_segments = live_ ? live_->manifest.segments : std::span<const ManifestSegment>(),
        .old_dictionary = old_dictionary,
        .averages = averages,
        .dictionary = dictionary,
        .folder = generation.path(),
        .threads = options_.threads,
        .stop = options_.stop,
        .on_progress = [this](std::uint64_t records, std::uint64_t bytes) {
          progress_.records += records;
          progress_.done += bytes;
          listener_.on_progress(progress_);
        }};
    build_segments(to_build, sources);
    fs::remove(generation.path() / "spool");
    manifest_.files.reserve(files_.size());
    for (auto& [name, file] : files_) manifest_.files.push_back(std::move(file.now));
    write_head(generation.path(), averages, dictionary, databases);
    check_whole(generation.path(), databases);
    lock.expect_alone();
    generation.publish(databases, manifest_.roots, known_);
    summary_.generation = generation.number();
  }

  /// A segment of the live generation, which is as it was written.
  void take_over(const std::string& name, const fs::path& folder) {
    std::error_code error;
    fs::create_hard_link(live_->folder / name, folder / name, error);
    if (error) {  // a file system without hard links
      fs::copy_file(live_->folder / name, folder / name);
    } else {
      known_.push_back(*std::ranges::find(live_->files, name, &FileSum::name));
    }
  }

  std::vector<KnownAcronym> settled_acronyms() const {
    Analyser analyser;
    AcronymLedger ledger(analyser);
    for (const auto& file : manifest_.files) ledger.add(file.acronyms);
    return ledger.settle();
  }

  void write_head(const fs::path& folder, const AverageLengths& averages,
                  const std::string& dictionary, const std::vector<std::string>& databases) const {
    const fs::path scratch = folder / "scratch-head";
    {
      Xapian::WritableDatabase head(scratch.string(), scratch_flags);
      const auto set = [&head](std::string_view key, const std::string& value) {
        head.set_metadata(std::string(key), value);
      };
      set(schema::format_key, std::string(schema::format));
      set(schema::averages_key, averages.to_string());
      set(schema::dictionary_key, dictionary);
      set(schema::manifest_key, to_bytes(manifest_));
      write_acronyms(settled_acronyms(), head);
      std::vector<Xapian::Database> segments;
      for (std::size_t i = 1; i < databases.size(); ++i)
        segments.push_back(IndexFile(folder / databases[i]).database());
      write_subjects(find_subjects(segments), head);
      head.commit();
    }
    compact({scratch}, folder / "head");
  }

  /// A last look before it goes live: every segment opens and holds what it should.
  void check_whole(const fs::path& folder, const std::vector<std::string>& databases) const {
    for (std::size_t i = 1; i < databases.size(); ++i) {
      const Xapian::Database database = IndexFile(folder / databases[i]).database();
      if (database.get_doccount() != manifest_.segments[i - 1].records) {
        throw std::runtime_error(fmt::format("{} holds {} records instead of {}", databases[i],
                                             database.get_doccount(),
                                             manifest_.segments[i - 1].records));
      }
    }
  }

  IndexSummary summary() {
    if (!summary_.published && live_) {
      summary_.generation = live_->number;
      if (!options_.dry_run) manifest_ = live_->manifest;
    }
    if (options_.dry_run) {
      for (auto& [name, file] : files_) manifest_.files.push_back(file.now);
    }
    summary_.files_gone = gone_.size();
    for (const auto& file : manifest_.files) {
      ++summary_.files;
      for (const Part& part : file.parts) summary_.records += part.records;
      summary_.identical += file.identical;
      summary_.unanswered += file.unanswered;
      if (!file.skipped.empty()) ++summary_.skipped[file.skipped];
    }
    summary_.bytes = generation_bytes(directory_, summary_.generation);
    return summary_;
  }

  const IndexOptions& options_;
  IndexListener& listener_;
  const fs::path directory_;
  const FileNames names_;
  std::optional<LiveGeneration> live_;
  std::vector<FileSum> known_;  ///< of the files that were taken over
  std::vector<fs::path> named_;
  std::map<std::string, Known> files_;
  std::multimap<std::string_view, std::string_view> twins_;  ///< Manifest::read_again_with, turned
  std::vector<const ManifestFile*> gone_;
  bool touched_ = false;
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
  return paths_of_roots(open_live_generation(directory, told_when_it_is_built_upon), directory);
}

IndexSummary index_collections(const IndexOptions& options, IndexListener& listener) {
  return Update(options, listener).run();
}

}  // namespace answers
