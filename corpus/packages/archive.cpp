#include "corpus/packages/archive.h"

#include "corpus/characters/characters.h"
#include "corpus/input/walk.h"
#include "corpus/listener.h"
#include "corpus/packages/anki_package.h"
#include "corpus/packages/office_text.h"
#include "corpus/packages/sheet_text.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t most_files = 100'000;
constexpr std::uint64_t always_allowed = std::uint64_t{256} << 20;  // bytes that come out
constexpr std::uint64_t most_expansion = 250;                       // text packs ten to one
constexpr std::size_t largest_workbook = std::size_t{64} << 20;     // bytes of XML
constexpr std::size_t largest_in_memory = std::size_t{512} << 20;   // of an Anki collection

struct FreeArchive {
  void operator()(archive* opened) const { archive_read_free(opened); }
};

/// A name that stays below the folder that the archive is.
bool stays_inside(std::string_view name) {
  if (name.empty() || name.starts_with('/') || name.find('\\') != std::string_view::npos)
    return false;
  for (std::string_view rest = name; !rest.empty();) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    if (rest.substr(0, end) == "..") return false;
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return true;
}

bool is_hidden(std::string_view name) {
  return name.starts_with('.') || name.find("/.") != std::string_view::npos ||
         name.starts_with("__MACOSX/") || name.find("node_modules/") != std::string_view::npos;
}

/// What has come out of a file, archives in it included, beside what the file takes on the disk.
struct Expansion {
  std::uint64_t packed = 0;
  std::uint64_t unpacked = 0;

  bool more_than_can_be_meant() const {
    return unpacked > always_allowed && unpacked / most_expansion > packed;
  }
};

bool begins_archive(std::string_view head, std::string_view name) {
  for (const std::string_view magic :
       {std::string_view("PK\x03\x04"), std::string_view("7z\xBC\xAF\x27\x1C"),
        std::string_view("\xFD"
                         "7zXZ\0",
                         6),
        std::string_view("BZh")}) {
    if (head.starts_with(magic)) return magic != "BZh" || head.substr(4).starts_with("1AY&SY");
  }
  if (head.size() > 262 && head.substr(257, 5) == "ustar") return true;
  // gzip and zstd pack single files as well; only the name tells that it is a tar.
  const bool packed = head.starts_with("\x1f\x8b") || head.starts_with("\x28\xb5\x2f\xfd");
  const std::string lower = lower_ascii(name);
  return packed && (lower.find(".tar.") != std::string::npos || lower.ends_with(".tgz"));
}

/// Passes on what was read in a sheet: its place is the row, counted as lines are.
class InSheet : public Listener {
 public:
  /// `topic` is the sheet's name where there are several, else empty.
  InSheet(Listener& listener, const SheetText& sheet, std::string topic)
      : listener_(listener), sheet_(sheet), topic_(std::move(topic)) {}

  void on_record(Record record) override { listener_.on_record(in_sheet(std::move(record))); }
  void on_unanswered(Record record) override {
    listener_.on_unanswered(in_sheet(std::move(record)));
  }
  void on_trouble(const Trouble& trouble) override {
    Trouble told = trouble;
    told.line = row_of(told.line);
    listener_.on_trouble(told);
  }
  void on_sighting(const Sighting& sighting) override { listener_.on_sighting(sighting); }
  bool wants_every_block() const override { return listener_.wants_every_block(); }

 private:
  std::size_t row_of(std::size_t line) const {
    return line == 0 || line > sheet_.row_of_line.size() ? line : sheet_.row_of_line[line - 1];
  }
  Record in_sheet(Record record) const {
    Place& place = record.place;
    place = {place.path, row_of(place.line), row_of(place.end_line), 0, 0};
    if (!topic_.empty()) record.section.insert(record.section.begin(), topic_);
    return record;
  }

  Listener& listener_;
  const SheetText& sheet_;
  std::string topic_;
};

class Reader {
 public:
  Reader(std::string path, Expansion& expansion, Listener& listener,
         const std::function<void(Input&)>& read)
      : path_(std::move(path)), listener_(listener), read_(read), expansion_(expansion) {
    opened_.reset(archive_read_new());
    if (opened_ == nullptr) throw std::bad_alloc();
    archive* const a = opened_.get();
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_format_zip(a);
    archive_read_support_format_tar(a);
    archive_read_support_format_7zip(a);
    archive_read_support_format_raw(a);
  }

  void read_file() {
    constexpr std::size_t block = std::size_t{128} << 10;
    read_opened(archive_read_open_filename(opened_.get(), path_.c_str(), block));
  }

  /// An archive that stands in another, which is not looked into for a third.
  void read_bytes(const std::string& bytes) {
    is_inside_another_ = true;
    read_opened(archive_read_open_memory(opened_.get(), bytes.data(), bytes.size()));
  }

 private:
  void read_opened(int opening) {
    if (opening != ARCHIVE_OK) return trouble("the archive cannot be opened");
    archive_entry* entry = nullptr;
    for (std::size_t files = 0; !ended_; ++files) {
      const int result = archive_read_next_header(opened_.get(), &entry);
      if (result == ARCHIVE_EOF) break;
      if (result == ARCHIVE_RETRY) continue;
      if (result < ARCHIVE_WARN) {
        trouble("the archive is damaged");
        break;
      }
      if (files == most_files) {
        trouble("more than 100,000 files in it");
        break;
      }
      if (archive_entry_filetype(entry) == AE_IFREG) visit(entry);
    }
    if (anki_rank_ > 0) read_anki_collection(path_, std::move(anki_), listener_);
    if (!sheets_.empty()) read_workbook();
  }

  /// The texts of all sheets stand in a part of their own, which may come last.
  void read_workbook() {
    const auto shared = shared_strings_of_xlsx(shared_strings_);
    const auto names = sheet_names_of_xlsx(workbook_);
    std::vector<SheetText> sheets;
    for (const auto& [number, xml] : sheets_) {
      sheets.push_back(sheet_of_xlsx(xml, shared));
      if (number > 0 && number <= names.size()) sheets.back().name = names[number - 1];
    }
    read_sheets(std::move(sheets));
  }

  void read_sheets(std::vector<SheetText> sheets) {
    std::erase_if(sheets, [](const SheetText& sheet) { return sheet.csv.empty(); });
    for (SheetText& sheet : sheets) {
      InSheet in_sheet(listener_, sheet, sheets.size() > 1 ? sheet.name : std::string());
      Input input(path_, std::move(sheet.csv), in_sheet);
      read_(input);
    }
  }

  /// Keeps a part of a workbook; false for any other file.
  bool keep_part_of_workbook(const std::string& name) {
    constexpr std::string_view folder = "xl/worksheets/sheet";
    std::string* part = name == "xl/sharedStrings.xml" ? &shared_strings_
                        : name == "xl/workbook.xml"    ? &workbook_
                                                       : nullptr;
    if (part == nullptr && name.starts_with(folder) && name.ends_with(".xml")) {
      std::size_t number = 0;
      std::from_chars(name.data() + folder.size(), name.data() + name.size(), number);
      part = &sheets_[number];
    }
    if (part == nullptr) return false;
    *part = pull_all(largest_workbook - std::min(largest_workbook, workbook_bytes_));
    workbook_bytes_ += part->size();
    if (workbook_bytes_ > largest_workbook) {
      archive_clear_error(opened_.get());
      trouble("a workbook of more than 64 MiB");
    }
    return true;
  }

  void trouble(std::string_view what) {
    const char* const why = archive_error_string(opened_.get());
    std::string text(what);
    if (why != nullptr) text.append(" (").append(why).append(")");
    listener_.on_trouble({path_, 0, std::move(text), "what comes before was read"});
    ended_ = true;
  }

  /// Further bytes of the file that is being read; 0 at its end.
  std::size_t pull(char* to, std::size_t size) {
    if (ended_) return 0;
    const la_ssize_t got = archive_read_data(opened_.get(), to, size);
    if (got < 0) {
      trouble("a file in the archive cannot be read");
      return 0;
    }
    expansion_.unpacked += static_cast<std::uint64_t>(got);
    if (expansion_.more_than_can_be_meant()) {
      archive_clear_error(opened_.get());
      trouble("far more comes out of it than can be meant");
    }
    return static_cast<std::size_t>(got);
  }

  /// All of the file that is being read, up to `limit` bytes; the rest is left.
  std::string pull_all(std::size_t limit) {
    std::string bytes;
    std::array<char, std::size_t{64} << 10> buffer{};
    while (const std::size_t got = pull(buffer.data(), buffer.size())) {
      bytes.append(buffer.data(), got);
      if (bytes.size() > limit) break;
    }
    return bytes;
  }

  void visit(archive_entry* entry) {
    const char* utf8 = archive_entry_pathname_utf8(entry);
    if (utf8 == nullptr) utf8 = archive_entry_pathname(entry);
    std::string name = utf8 == nullptr ? std::string() : utf8;
    if (archive_format(opened_.get()) == ARCHIVE_FORMAT_RAW) name = name_inside();
    const std::string place = path_ + "/" + name;
    if (!stays_inside(name)) {
      listener_.on_trouble(
          {path_, 0, "a file in it has a name that leads out of it: " + name, "it was left out"});
      return;
    }
    if (archive_entry_is_encrypted(entry) != 0) return listener_.on_skipped(place, "encrypted");
    if (const int rank = rank_of_anki_collection(name); rank > 0) {
      if (rank > std::exchange(anki_rank_, std::max(rank, anki_rank_)))
        anki_ = pull_all(largest_in_memory);
      return;
    }
    if (name == "word/document.xml" || name == "content.xml") return read_document(name);
    if (keep_part_of_workbook(name)) return;
    if (anki_rank_ > 0 || is_hidden(name)) return;
    if (name.ends_with("nav.xhtml") || name.ends_with("toc.xhtml") || name.ends_with("toc.html"))
      return;  // the contents of a book
    if (const auto reason = reason_to_skip(name); !reason.empty())
      return listener_.on_skipped(place, reason);
    if (is_part_of_package(name)) return;
    std::string begun(512, '\0');
    begun.resize(pull(begun.data(), begun.size()));
    if (begins_archive(begun, name)) return read_inner(place, std::move(begun));
    std::string_view ahead = begun;
    Input input(
        place,
        [this, &ahead](char* to, std::size_t size) {
          if (ahead.empty()) return pull(to, size);
          const std::size_t copied = ahead.copy(to, size);
          ahead.remove_prefix(copied);
          return copied;
        },
        listener_);
    read_(input);
  }

  /// A document, a book, a package of cards or a zip in this archive: as if it lay unpacked. An
  /// archive in that one is told and left out.
  void read_inner(const std::string& place, std::string bytes) {
    if (is_inside_another_)
      return listener_.on_skipped(place, "archive in an archive in an archive");
    bytes += pull_all(largest_in_memory);
    if (bytes.size() > largest_in_memory)
      return listener_.on_skipped(place, "archive of more than 512 MB in an archive");
    Reader(place, expansion_, listener_, read_).read_bytes(bytes);
  }

  /// The parts of documents and books that hold no text.
  static bool is_part_of_package(std::string_view name) {
    return name == "mimetype" || name == "[Content_Types].xml" || name == "media" ||
           name == "meta" || name.starts_with("word/") || name.starts_with("xl/") ||
           name.starts_with("docProps/") || name.starts_with("_rels/") ||
           name.starts_with("customXml/") || name.starts_with("META-INF/") ||
           name == "styles.xml" || name == "meta.xml" || name == "settings.xml" ||
           name.ends_with(".opf") || name.ends_with(".ncx") || name.ends_with(".css");
  }

  /// The Markdown that a DOCX or ODT document comes to, as the archive itself.
  void read_document(const std::string& name) {
    constexpr std::size_t largest_document = std::size_t{64} << 20;
    const std::string xml = pull_all(largest_document);
    const bool word = name == "word/document.xml";
    if (!word && xml.find("<office:spreadsheet") != std::string::npos)
      return read_sheets(sheets_of_ods(xml));
    if (!word && xml.find("office:document-content") == std::string::npos) return;
    Input input(path_, word ? markdown_of_docx(xml) : markdown_of_odt(xml), listener_);
    read_(input);
  }

  /// "notes.md" of "/tmp/notes.md.xz".
  std::string name_inside() const {
    std::string name = path_.substr(path_.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
  }

  std::string path_;
  Listener& listener_;
  const std::function<void(Input&)>& read_;
  std::unique_ptr<archive, FreeArchive> opened_{};
  Expansion& expansion_;
  bool is_inside_another_ = false;
  bool ended_ = false;
  int anki_rank_ = 0;
  std::string anki_{};
  std::map<std::size_t, std::string> sheets_{};  // of a workbook, by their numbers
  std::string shared_strings_{};
  std::string workbook_{};
  std::size_t workbook_bytes_ = 0;  // of all these
};

}  // namespace

bool is_archive(const std::filesystem::path& path) {
  std::error_code error;  // a pipe can be read once only
  if (!std::filesystem::is_regular_file(path, error)) return false;
  std::ifstream file(path, std::ios::binary);
  std::array<char, 512> bytes{};
  file.read(bytes.data(), bytes.size());
  const std::string_view head(
      bytes.data(), static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
  return begins_archive(head, path.filename().native());
}

void read_archive(const std::filesystem::path& path, Listener& listener,
                  const std::function<void(Input&)>& read) {
  std::error_code error;
  Expansion expansion{.packed = std::filesystem::file_size(path, error)};
  if (error) expansion.packed = 0;
  Reader(path.native(), expansion, listener, read).read_file();
}

}  // namespace answers
