#pragma once

#include "searcher/display/printers.h"
#include "searcher/display/styled_text.h"
#include "searcher/ranking/searcher.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace answers {

/// What a person pressed.
struct Key {
  enum class Kind {
    text,  ///< characters
    enter,
    tab,
    escape,
    backspace,
    delete_word,
    clear,
    left,
    right,
    home,
    end,
    up,
    down,
    page_up,
    page_down,
    open,       ///< Ctrl-O
    interrupt,  ///< Ctrl-C
    end_of_input,
    resize,
    other,
  };
  Kind kind = Kind::other;
  std::string text{};  ///< of Kind::text, UTF-8
};

/// What is to be seen: a line a row, and where the cursor stands.
struct LiveView {
  std::vector<StyledText> lines{};
  std::optional<std::size_t> selected{};  ///< row of the line that is chosen
  std::size_t cursor_row = 0;
  std::size_t cursor_column = 0;
};

/// A search that answers while one types: the query, its hits with one chosen, the passage of that
/// one; the whole record instead; or the values that one can filter by. Knows nothing of a screen.
class LiveSearch {
 public:
  enum class Wish {
    none,       ///< go on
    open,       ///< open chosen()'s file in the editor, and go on
    accept,     ///< end with chosen()
    leave,      ///< end without
    interrupt,  ///< the same, by Ctrl-C
  };

  /// `reads`: Enter shows the whole record; else it is what was looked for. `ask` takes a query as
  /// it was typed to what the index is asked. `searcher` and `ask` must outlive it.
  LiveSearch(Searcher& searcher, std::function<std::string(const std::string&)> ask, bool reads,
             std::string query);

  /// Takes a key in. The search itself waits for view() or chosen(): typing never does.
  Wish press(const Key& key);
  LiveView view(std::size_t rows, std::size_t columns);

  /// Says something to the person in place of the status, until the next key.
  void tell(const std::string& message) { message_ = message; }

  /// The hit that is chosen; nullptr when there is none.
  const Hit* chosen();
  const Results& results() const { return results_; }

 private:
  enum class Mode { hits, record, filters };

  void search();
  Wish press_in_record(const Key& key);
  Wish press_in_filters(const Key& key);
  Wish press_in_hits(const Key& key);
  bool edit(const Key& key);
  void move(std::ptrdiff_t by, std::size_t count, std::size_t& chosen) const;
  void list_filters();

  LiveView view_of_hits(std::size_t rows, std::size_t columns);
  LiveView view_of_record(std::size_t rows, std::size_t columns);
  StyledText query_line(std::size_t columns, LiveView& view) const;

  Searcher& searcher_;
  std::function<std::string(const std::string&)> ask_;
  bool reads_;
  Mode mode_ = Mode::hits;
  std::string query_;
  std::size_t cursor_;  ///< bytes of query_ before it
  bool is_stale_ = true;
  std::string message_{};
  Results results_{};
  double milliseconds_ = 0;
  std::size_t chosen_ = 0;      ///< of results_.hits
  std::size_t page_ = 1;        ///< rows of the list or the record, as last seen
  std::size_t first_line_ = 0;  ///< of the record
  struct FilterChoice {
    std::string filter{};  ///< tag:"a b"
    std::size_t records = 0;
  };
  std::vector<FilterChoice> filters_{};
  std::size_t chosen_filter_ = 0;
};

}  // namespace answers
