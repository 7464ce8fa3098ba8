#include "corpus/packages/anki_package.h"

#include "corpus/characters/encoding.h"
#include "corpus/deliver.h"
#include "corpus/fields/anki_notes.h"
#include "corpus/listener.h"
#include "corpus/values/json_parser.h"

#include <fmt/core.h>
#include <zstd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <sqlite3.h>
#include <unordered_map>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t largest_collection = std::size_t{1} << 30;  // bytes, unpacked
constexpr int steps_between_looks = 100'000;  // instructions of SQLite's machine
constexpr int most_looks = 200'000;           // some minutes

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinishStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinishStatement>;

/// What zstd packed; nullopt when it is damaged or too large.
std::optional<std::string> unpacked(std::string_view packed) {
  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(),
                                                                       ZSTD_freeDStream);
  if (stream == nullptr) throw std::bad_alloc();
  std::string result;
  std::string piece(std::size_t{256} << 10, '\0');
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  for (;;) {
    ZSTD_outBuffer out{piece.data(), piece.size(), 0};
    const std::size_t left = ZSTD_decompressStream(stream.get(), &out, &in);
    if (ZSTD_isError(left) != 0) return std::nullopt;
    result.append(piece, 0, out.pos);
    if (result.size() > largest_collection) return std::nullopt;
    if (left == 0) return result;
    if (in.pos == in.size && out.pos == 0) return std::nullopt;  // cut off
  }
}

/// A column's text; what is no UTF-8, read as Windows-1252.
std::string column(sqlite3_stmt* statement, int index) {
  const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement, index));
  if (text == nullptr) return {};
  std::string all(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, index)));
  std::erase(all, '\0');
  if (is_utf8(all)) return all;
  std::string decoded;
  append_windows_1252(decoded, all);
  return decoded;
}

class Collection {
 public:
  Collection(const std::string& path, std::string& bytes, Listener& listener)
      : path_(path), listener_(listener) {
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE, nullptr);
    database_.reset(opened);
    if (result != SQLITE_OK) throw std::bad_alloc();
    // A rollback journal, or a log, is none that stands beside these bytes: as one that has none.
    if (bytes.size() > 20 && bytes[18] == 2) bytes[18] = bytes[19] = 1;
    failed_ = sqlite3_deserialize(opened, "main", reinterpret_cast<unsigned char*>(bytes.data()),
                                  static_cast<sqlite3_int64>(bytes.size()),
                                  static_cast<sqlite3_int64>(bytes.size()),
                                  SQLITE_DESERIALIZE_READONLY) != SQLITE_OK;
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_create_collation(
        opened, "unicase", SQLITE_UTF8, nullptr,
        [](void*, int a_size, const void* a, int b_size, const void* b) {
          return std::string_view(static_cast<const char*>(a), static_cast<std::size_t>(a_size))
              .compare({static_cast<const char*>(b), static_cast<std::size_t>(b_size)});
        });
    sqlite3_progress_handler(
        opened, steps_between_looks,
        [](void* looks) { return ++*static_cast<int*>(looks) > most_looks ? 1 : 0; }, &looks_);
  }

  void read() {
    if (!failed_ && has_table("notes")) {
      has_table("notetypes") ? read_types() : read_json_types();
      read_notes();
    } else {
      trouble("no collection of Anki");
    }
    if (occlusions_ > 0)
      listener_.on_trouble({path_, 0, fmt::format("{} notes hide parts of pictures", occlusions_),
                            "they were left out: they have no text to ask for"});
  }

 private:
  Statement prepare(const char* query) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_.get(), query, -1, &statement, nullptr) != SQLITE_OK)
      trouble(sqlite3_errmsg(database_.get()));
    return Statement(statement);
  }

  template <typename Visit>
  void each_row(const char* query, Visit visit) {
    const Statement statement = prepare(query);
    if (statement == nullptr) return;
    int result = SQLITE_ROW;
    while ((result = sqlite3_step(statement.get())) == SQLITE_ROW) visit(statement.get());
    if (result != SQLITE_DONE) trouble(sqlite3_errmsg(database_.get()));
  }

  void trouble(const std::string& what) {
    if (std::exchange(told_, true)) return;
    listener_.on_trouble({path_, 0, "the database in it: " + what, "what comes before was read"});
  }

  bool has_table(const std::string& name) {
    const Statement statement =
        prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    if (statement == nullptr) return false;
    sqlite3_bind_text(statement.get(), 1, name.c_str(), -1, SQLITE_TRANSIENT);
    return sqlite3_step(statement.get()) == SQLITE_ROW;
  }

  void read_types() {
    each_row("SELECT ntid, name FROM fields ORDER BY ntid, ord", [this](sqlite3_stmt* row) {
      types_[sqlite3_column_int64(row, 0)].push_back(column(row, 1));
    });
    each_row("SELECT id, name FROM decks",
             [this](sqlite3_stmt* row) { decks_[sqlite3_column_int64(row, 0)] = column(row, 1); });
  }

  /// Before 2022 types and decks are JSON in the one row of "col".
  void read_json_types() {
    each_row("SELECT models, decks FROM col", [this](sqlite3_stmt* row) {
      JsonParser parser;
      if (const DataValue* models = parser.parse_copy(column(row, 0))) {
        for (const auto& [id, model] : models->members) {
          const DataValue* fields = model.find("flds");
          auto& names = types_[std::strtoll(std::string(id).c_str(), nullptr, 10)];
          if (fields == nullptr) continue;
          for (const auto& [unused, field] : fields->members)
            names.push_back(text_of(field.find("name")));
        }
      }
      if (const DataValue* decks = parser.parse_copy(column(row, 1))) {
        for (const auto& [id, deck] : decks->members)
          decks_[std::strtoll(std::string(id).c_str(), nullptr, 10)] = text_of(deck.find("name"));
      }
    });
  }

  void read_notes() {
    std::unordered_map<std::int64_t, std::int64_t> deck_of;  // a note's
    if (has_table("cards")) {
      each_row("SELECT nid, did FROM cards ORDER BY nid, ord", [&](sqlite3_stmt* row) {
        deck_of.emplace(sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1));
      });
    }
    std::size_t number = 0;
    each_row("SELECT id, guid, mid, tags, flds FROM notes ORDER BY id", [&](sqlite3_stmt* row) {
      Record record;
      ++number;
      record.place = {path_, number, number, 0, 0};
      record.id = column(row, 1);
      record.tags = anki_tags(column(row, 3));
      if (const auto deck = deck_of.find(sqlite3_column_int64(row, 0)); deck != deck_of.end())
        record.section = deck_path(decks_[deck->second]);
      if (record.section.size() == 1 && record.section[0] == "Default") record.section.clear();
      tell(column(row, 4), types_[sqlite3_column_int64(row, 2)], std::move(record));
    });
  }

  void tell(const std::string& all, const std::vector<std::string>& names, Record record) {
    std::vector<std::string_view> fields;
    for (std::string_view rest = all;;) {
      const std::size_t end = std::min(rest.find('\x1F'), rest.size());
      fields.push_back(rest.substr(0, end));
      if (end == rest.size()) break;
      rest.remove_prefix(end + 1);
    }
    if (all.find("image-occlusion:") != std::string_view::npos) {
      ++occlusions_;
      return;
    }
    if (auto told = record_of({fields, names}, std::move(record)))
      deliver(std::move(*told), listener_);
  }

  const std::string& path_;
  Listener& listener_;
  Database database_{};
  int looks_ = 0;
  bool failed_ = false;
  bool told_ = false;
  std::size_t occlusions_ = 0;
  std::unordered_map<std::int64_t, std::vector<std::string>> types_{};  // names of fields
  std::unordered_map<std::int64_t, std::string> decks_{};
};

}  // namespace

int rank_of_anki_collection(std::string_view name) {
  if (name == "collection.anki21b") return 3;
  if (name == "collection.anki21") return 2;
  return name == "collection.anki2" ? 1 : 0;
}

void read_anki_collection(const std::string& path, std::string bytes, Listener& listener) {
  if (bytes.starts_with("\x28\xb5\x2f\xfd")) {
    auto database = unpacked(bytes);
    if (!database) {
      listener.on_trouble({path, 0, "the zstd data in it is damaged, or more than 1 GiB",
                           "the package was left out"});
      return;
    }
    bytes = std::move(*database);
  }
  Collection(path, bytes, listener).read();
}

}  // namespace answers
