#include "searcher/display/anki_deck.h"

#include "searcher/display/card_html.h"
#include "searcher/display/hit_fields.h"
#include "searcher/display/question_body.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xxhash.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <new>
#include <sqlite3.h>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array fields = {"Front", "Back", "Difficulty", "Source", "Place"};

/// `text` between quotes, where it has to be.
std::string column(const std::string& text) {
  if (text.find_first_of("\t\n\"") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

/// Plain text where a field of a card is HTML.
std::string html_of(std::string_view text) {
  std::string html;
  for (const char c : text) {
    if (c == '&') html += "&amp;";
    if (c == '<') html += "&lt;";
    if (c == '>') html += "&gt;";
    if (c == '"') html += "&quot;";
    if (c != '&' && c != '<' && c != '>' && c != '"')
      html += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return html;
}

// What Anki makes of an empty collection (docs of its database: schema 11), with the indexes that
// it expects.
constexpr const char* tables = R"(
create table col (id integer primary key, crt integer not null, mod integer not null,
  scm integer not null, ver integer not null, dty integer not null, usn integer not null,
  ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null,
  mod integer not null, usn integer not null, tags text not null, flds text not null,
  sfld integer not null, csum integer not null, flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null,
  ord integer not null, mod integer not null, usn integer not null, type integer not null,
  queue integer not null, due integer not null, ivl integer not null, factor integer not null,
  reps integer not null, lapses integer not null, left integer not null, odue integer not null,
  odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null,
  time integer not null, type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
begin;
)";

/// Ids of Anki are moments in milliseconds: one that belongs to `name`, between 2001 and 2035.
std::int64_t id_of(std::string_view name) {
  constexpr std::int64_t least = 1'000'000'000'000;
  return least + static_cast<std::int64_t>(XXH3_64bits(name.data(), name.size()) & 0xFF'FFFF'FFFF);
}

constexpr std::int64_t default_deck = 1;

Json deck_json(std::int64_t id, const std::string& name, std::time_t now) {
  const Json none = {0, 0};
  return {{"id", id},         {"name", name},     {"mod", now},       {"usn", -1},
          {"conf", 1},        {"dyn", 0},         {"desc", ""},       {"collapsed", false},
          {"extendNew", 0},   {"extendRev", 50},  {"newToday", none}, {"revToday", none},
          {"lrnToday", none}, {"timeToday", none}};
}

Json note_type_json(std::int64_t id, std::time_t now) {
  Json names = Json::array();
  for (const char* const field : fields) {
    names.push_back({{"name", field},
                     {"ord", names.size()},
                     {"font", "Arial"},
                     {"size", 20},
                     {"rtl", false},
                     {"sticky", false},
                     {"media", Json::array()}});
  }
  const Json card = {{"name", "Card 1"},
                     {"ord", 0},
                     {"qfmt", "{{Front}}"},
                     {"afmt",
                      "{{FrontSide}}<hr id=answer>{{Back}}\n"
                      "<p class=place>{{Source}} {{Place}}</p>"},
                     {"bqfmt", ""},
                     {"bafmt", ""},
                     {"did", nullptr}};
  return {{"id", id},
          {"name", "answers"},
          {"type", 0},
          {"mod", now},
          {"usn", -1},
          {"sortf", 0},
          {"did", default_deck},
          {"flds", names},
          {"tmpls", Json::array({card})},
          {"css",
           ".card { font-family: sans-serif; font-size: 18px; max-width: 45em; margin: 0 auto; }\n"
           "pre { white-space: pre-wrap; }\n"
           "td, th { border: 1px solid; padding: 0.2em 0.5em; }\n"
           ".place { font-size: 12px; opacity: 0.6; }\n"},
          {"latexPre", "\\documentclass[12pt]{article}\n\\begin{document}\n"},
          {"latexPost", "\\end{document}"},
          {"req", Json::array({Json::array({0, "all", Json::array({0})})})},
          {"tags", Json::array()},
          {"vers", Json::array()}};
}

/// How often and how late cards are asked: what a new collection of Anki's has.
Json deck_options_json() {
  return {{"id", 1},
          {"name", "Default"},
          {"mod", 0},
          {"usn", 0},
          {"maxTaken", 60},
          {"timer", 0},
          {"autoplay", true},
          {"replayq", true},
          {"new",
           {{"delays", {1, 10}},
            {"ints", {1, 4, 7}},
            {"initialFactor", 2500},
            {"order", 1},
            {"perDay", 20},
            {"bury", true},
            {"separate", true}}},
          {"rev",
           {{"perDay", 100},
            {"ease4", 1.3},
            {"fuzz", 0.05},
            {"ivlFct", 1},
            {"maxIvl", 36500},
            {"minSpace", 1},
            {"bury", true}}},
          {"lapse",
           {{"delays", {10}}, {"mult", 0}, {"minInt", 1}, {"leechFails", 8}, {"leechAction", 0}}}};
}

void append_number(std::string& bytes, std::uint64_t number, int size) {  // little-endian
  for (; size > 0; --size, number >>= 8U) bytes += static_cast<char>(number & 0xFFU);
}

/// A zip archive of two kinds of entries and no dates (APPNOTE.TXT 4.3). Not libarchive's: its
/// writer of zip links those of all formats, and what they need.
class ZipArchive {
 public:
  /// Throws std::runtime_error where zip has no room: 4 GiB.
  void add(std::string_view name, std::string_view bytes) {
    constexpr std::size_t most = 0xFFFF'FFFF;
    if (bytes.size() + bytes_.size() > most - most / 256)
      throw std::runtime_error("a package of Anki's has room for 4 GiB");
    // zlib's own form, without its first two bytes and its last four, is what zip has.
    uLongf size = compressBound(bytes.size());
    std::string packed(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                  reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(),
                  Z_DEFAULT_COMPRESSION) != Z_OK)
      throw std::bad_alloc();
    constexpr std::size_t head = 2;
    constexpr std::size_t tail = 4;
    packed = packed.substr(head, size - head - tail);

    std::string about;
    append_number(about, version, 2);
    append_number(about, 0, 2);  // flags
    append_number(about, 8, 2);  // deflated
    append_number(about, first_day, 4);
    append_number(about, crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()), 4);
    append_number(about, packed.size(), 4);
    append_number(about, bytes.size(), 4);
    append_number(about, name.size(), 2);
    append_number(about, 0, 2);  // further fields

    directory_ += "PK\x01\x02";
    append_number(directory_, version, 2);
    directory_ += about;
    append_number(directory_, 0, 10);  // comment, disk, attributes
    append_number(directory_, bytes_.size(), 4);
    directory_ += name;
    ++entries_;

    bytes_ += "PK\x03\x04" + about;
    bytes_ += name;
    bytes_ += packed;
  }

  std::string finish() && {
    const std::size_t begin = bytes_.size();
    bytes_ += directory_ + "PK\x05\x06";
    append_number(bytes_, 0, 4);  // disks
    append_number(bytes_, entries_, 2);
    append_number(bytes_, entries_, 2);
    append_number(bytes_, directory_.size(), 4);
    append_number(bytes_, begin, 4);
    append_number(bytes_, 0, 2);  // comment
    return std::move(bytes_);
  }

 private:
  static constexpr std::uint64_t version = 20;
  static constexpr std::uint64_t first_day = 0x0021'0000;  // 1 January 1980, 0:00

  std::string bytes_{};
  std::string directory_{};
  std::uint64_t entries_ = 0;
};

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinishStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct FreeBytes {
  void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};

}  // namespace

AnkiCard anki_card(const Record& record) {
  AnkiCard card{
      .id = record.id,
      .deck = fmt::format("{}", fmt::join(record.section, "::")),
      .front = card_html_of_line(record.question) + card_html(body_without_answer(record)),
      .back = card_html(record.answer),
      .difficulty = html_of(record.difficulty),
      .source = html_of(record.source),
      .place = html_of(place_text(record.place))};
  for (std::string tag : record.tags) {
    std::ranges::replace_if(
        tag, [](unsigned char c) { return c <= ' '; }, '_');
    if (!tag.empty()) card.tags += (card.tags.empty() ? "" : " ") + tag;
  }
  return card;
}

std::string anki_text_header() {  // docs.ankiweb.net/importing/text-files.html
  return fmt::format(
      "#separator:tab\n#html:true\n#columns:Id\tDeck\t{}\tTags\n#guid column:1\n"
      "#deck column:2\n#tags column:{}\n",
      fmt::join(fields, "\t"), fields.size() + 3);
}

std::string anki_text_line(const AnkiCard& card) {
  const std::string columns[] = {column(card.id), column(card.deck), card.front, card.back,
                                 card.difficulty, card.source,       card.place, column(card.tags)};
  return fmt::format("{}\n", fmt::join(columns, "\t"));
}

struct AnkiDeck::State {
  std::time_t now = 0;
  std::unique_ptr<sqlite3, CloseDatabase> database{};
  std::unique_ptr<sqlite3_stmt, FinishStatement> add_note{};
  std::unique_ptr<sqlite3_stmt, FinishStatement> add_card{};
  std::map<std::string, std::int64_t> decks{};
  std::int64_t note_type = id_of("answers note type 1");
  std::int64_t last = 0;  ///< the newest note's id
  std::int64_t count = 0;

  void check(bool is_done) const {
    if (!is_done)
      throw std::runtime_error(fmt::format("the package: {}", sqlite3_errmsg(database.get())));
  }
  void execute(const char* statements) const {
    check(sqlite3_exec(database.get(), statements, nullptr, nullptr, nullptr) == SQLITE_OK);
  }
  std::unique_ptr<sqlite3_stmt, FinishStatement> prepare(const char* statement) const {
    sqlite3_stmt* prepared = nullptr;
    check(sqlite3_prepare_v2(database.get(), statement, -1, &prepared, nullptr) == SQLITE_OK);
    return std::unique_ptr<sqlite3_stmt, FinishStatement>(prepared);
  }
  void bind(sqlite3_stmt* statement, int at, std::int64_t number) const {
    check(sqlite3_bind_int64(statement, at, number) == SQLITE_OK);
  }
  void bind(sqlite3_stmt* statement, int at, const std::string& text) const {
    check(sqlite3_bind_text64(statement, at, text.data(), text.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8) == SQLITE_OK);
  }
  void step(sqlite3_stmt* statement) const {
    check(sqlite3_step(statement) == SQLITE_DONE && sqlite3_reset(statement) == SQLITE_OK);
  }
  /// The id of a deck; of each that it lies in there is one as well.
  std::int64_t deck_named(const std::string& name) {
    if (name.empty()) return default_deck;
    for (auto end = name.find("::"); end != std::string::npos; end = name.find("::", end + 2)) {
      const std::string outer = name.substr(0, end);
      decks.emplace(outer, id_of(outer));
    }
    return decks.emplace(name, id_of(name)).first->second;
  }
};

AnkiDeck::AnkiDeck(std::time_t now) : state_(new State) {
  state_->now = now;
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE, nullptr);
  state_->database.reset(opened);
  if (result != SQLITE_OK) throw std::bad_alloc();
  state_->execute(tables);
  state_->add_note =
      state_->prepare("insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')");
  state_->add_card = state_->prepare(
      "insert into cards values (?1, ?1, ?2, 0, ?3, -1, 0, 0, ?4, 0, 0, 0, 0, 0, 0, 0, 0, '')");
}

AnkiDeck::~AnkiDeck() = default;

void AnkiDeck::add(const AnkiCard& card) {
  State& state = *state_;
  // In the order in which they come; of two exports the notes hardly have the same ids.
  state.last = state.last == 0 ? id_of(card.id) : state.last + 1;
  const std::string texts[] = {card.front, card.back, card.difficulty, card.source, card.place};
  sqlite3_stmt* const note = state.add_note.get();
  state.bind(note, 1, state.last);
  state.bind(note, 2, card.id);
  state.bind(note, 3, state.note_type);
  state.bind(note, 4, std::int64_t{state.now});
  state.bind(note, 5, card.tags.empty() ? "" : ' ' + card.tags + ' ');
  state.bind(note, 6, fmt::format("{}", fmt::join(texts, "\x1F")));
  state.bind(note, 7, card.front);
  state.step(note);
  sqlite3_stmt* const asked = state.add_card.get();
  state.bind(asked, 1, state.last);
  state.bind(asked, 2, state.deck_named(card.deck));
  state.bind(asked, 3, std::int64_t{state.now});
  state.bind(asked, 4, ++state.count);
  state.step(asked);
}

std::string AnkiDeck::packed() {
  State& state = *state_;
  const auto text = [](const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
  };
  Json decks = {{std::to_string(default_deck), deck_json(default_deck, "Default", state.now)}};
  for (const auto& [name, id] : state.decks)
    decks[std::to_string(id)] = deck_json(id, name, state.now);
  const Json settings = {{"curDeck", default_deck},
                         {"activeDecks", {default_deck}},
                         {"curModel", std::to_string(state.note_type)},
                         {"nextPos", state.count + 1},
                         {"newSpread", 0},
                         {"collapseTime", 1200},
                         {"timeLim", 0},
                         {"estTimes", true},
                         {"dueCounts", true},
                         {"sortType", "noteFld"},
                         {"sortBackwards", false},
                         {"addToCur", true}};
  const auto collection =
      state.prepare("insert into col values (1, ?1, ?2, ?2, 11, 0, 0, 0, ?3, ?4, ?5, ?6, '{}')");
  state.bind(collection.get(), 1, std::int64_t{state.now});
  state.bind(collection.get(), 2, std::int64_t{state.now} * 1000);
  state.bind(collection.get(), 3, text(settings));
  state.bind(collection.get(), 4,
             text({{std::to_string(state.note_type), note_type_json(state.note_type, state.now)}}));
  state.bind(collection.get(), 5, text(decks));
  state.bind(collection.get(), 6, text({{"1", deck_options_json()}}));
  state.step(collection.get());
  state.execute("commit");

  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, FreeBytes> bytes(
      sqlite3_serialize(state.database.get(), "main", &size, 0));
  if (bytes == nullptr) throw std::bad_alloc();
  ZipArchive zip;
  zip.add("collection.anki2",
          {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)});
  zip.add("media", "{}");
  return std::move(zip).finish();
}

}  // namespace answers
