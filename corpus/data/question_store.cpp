#include "corpus/data/question_store.h"

#include <array>
#include <new>
#include <sqlite3.h>
#include <string_view>
#include <system_error>
#include <utility>

namespace answers {
namespace {

[[noreturn]] void fail(int code) {
  if (code == SQLITE_NOMEM) throw std::bad_alloc();
  const auto error = code == SQLITE_FULL ? std::errc::no_space_on_device : std::errc::io_error;
  throw std::system_error(std::make_error_code(error), "temporary database");
}

void require(int code) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) fail(code);
}

class Statement {
 public:
  Statement(sqlite3* database, const char* sql) {
    require(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// True when there is a row.
  bool step() {
    const int code = sqlite3_step(statement_);
    require(code);
    return code == SQLITE_ROW;
  }
  void reset() { sqlite3_reset(statement_); }

  void bind(int at, std::int64_t number) { require(sqlite3_bind_int64(statement_, at, number)); }
  void bind(int at, std::string_view text) {
    require(
        sqlite3_bind_text64(statement_, at, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8));
  }
  std::int64_t number(int at) const { return sqlite3_column_int64(statement_, at); }
  std::string text(int at) const {
    const auto* bytes = sqlite3_column_blob(statement_, at);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, at));
    return bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), size);
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

void bind_post(Statement& statement, const Post& post) {
  int at = 0;
  for (const std::int64_t number :
       {post.id, post.parent, post.accepted_answer, post.votes,
        static_cast<std::int64_t>(post.line), static_cast<std::int64_t>(post.byte),
        static_cast<std::int64_t>(post.end_byte)}) {
    statement.bind(++at, number);
  }
  for (const std::string* text : {&post.title, &post.body, &post.tags, &post.author, &post.date})
    statement.bind(++at, *text);
}

Post post_of(const Statement& row) {
  Post post;
  post.id = row.number(0);
  post.parent = row.number(1);
  post.accepted_answer = row.number(2);
  post.votes = row.number(3);
  post.line = static_cast<std::uint64_t>(row.number(4));
  post.byte = static_cast<std::uint64_t>(row.number(5));
  post.end_byte = static_cast<std::uint64_t>(row.number(6));
  int at = 6;
  for (std::string* text : {&post.title, &post.body, &post.tags, &post.author, &post.date})
    *text = row.text(++at);
  return post;
}

/// A database of its own, opened and laid out.
class Database {
 public:
  Database() {
    // The empty name: a temporary file, held in the page cache until it outgrows it.
    const int code =
        sqlite3_open_v2("", &database_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code != SQLITE_OK) {
      sqlite3_close(database_);
      fail(code);
    }
    for (const char* sql :
         {"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -8192",
          "CREATE TABLE question (id INTEGER PRIMARY KEY, parent, accepted, votes, line, byte, "
          "end_byte, title, body, tags, "
          "author, date)",
          "CREATE TABLE early (id, parent, accepted, votes, line, byte, end_byte, title, body, "
          "tags, author, date)",
          "CREATE TABLE answered (id INTEGER PRIMARY KEY)", "BEGIN"}) {
      require(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr));
    }
  }
  ~Database() { sqlite3_close(database_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  operator sqlite3*() const { return database_; }

 private:
  sqlite3* database_ = nullptr;
};

}  // namespace

struct QuestionStore::State {
  Database database{};
  Statement put_question{database,
                         "INSERT OR REPLACE INTO question VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"};
  Statement find_question{database, "SELECT * FROM question WHERE id = ?"};
  Statement mark{database, "INSERT OR IGNORE INTO answered VALUES (?)"};
  Statement put_early{database, "INSERT INTO early VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"};

  void each(const char* sql, const std::function<void(const Post&)>& visit) {
    Statement rows(database, sql);
    while (rows.step()) visit(post_of(rows));
  }
};

QuestionStore::QuestionStore() : state_(std::make_unique<State>()) {}
QuestionStore::~QuestionStore() = default;

void QuestionStore::put_question(const Post& question) {
  state_->put_question.reset();
  bind_post(state_->put_question, question);
  state_->put_question.step();
}

std::optional<Post> QuestionStore::question(std::int64_t id) {
  state_->find_question.reset();
  state_->find_question.bind(1, id);
  if (!state_->find_question.step()) return std::nullopt;
  Post post = post_of(state_->find_question);
  state_->find_question.reset();
  return post;
}

void QuestionStore::mark_answered(std::int64_t question) {
  state_->mark.reset();
  state_->mark.bind(1, question);
  state_->mark.step();
}

void QuestionStore::put_early_answer(const Post& answer) {
  state_->put_early.reset();
  bind_post(state_->put_early, answer);
  state_->put_early.step();
}

void QuestionStore::each_early_answer(const std::function<void(const Post&)>& visit) {
  state_->each("SELECT * FROM early ORDER BY rowid", visit);
}

void QuestionStore::each_unanswered(const std::function<void(const Post&)>& visit) {
  state_->each("SELECT * FROM question WHERE id NOT IN (SELECT id FROM answered) ORDER BY id",
               visit);
}

}  // namespace answers
