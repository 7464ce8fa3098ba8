#pragma once

#include "corpus/input/text_window.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace answers {

class Input;

/// SQL cut into tokens as they come, in the dialects of MySQL, PostgreSQL, SQLite and SQL Server;
/// comments are none. Memory: the longest token, which is cut at Input::longest_line.
class SqlTokens {
 public:
  enum class Kind {
    end,
    word,  ///< a key word, a name without quotes, a number
    name,  ///< in backticks or double quotes
    text,  ///< in single quotes, unescaped
    sign,  ///< any other character
  };

  explicit SqlTokens(Input& input);

  /// The next token. `input`'s listener hears of a quote that is never closed.
  Kind next();
  Kind kind() const { return kind_; }
  /// Of the token, until the next call.
  const std::string& text() const { return text_; }
  /// Whether it is that key word, given in lower case.
  bool is(std::string_view word) const;
  bool is(char sign) const { return kind_ == Kind::sign && text_[0] == sign; }

  std::size_t line() const;        ///< that the token begins on, from 1
  std::uint64_t byte() const;      ///< that it begins at
  std::size_t end_line() const;    ///< that it ends on
  std::uint64_t end_byte() const;  ///< behind it

  /// What is left of the line, without its end; nullopt at the end. For the rows of a COPY.
  std::optional<std::string_view> rest_of_line();

 private:
  bool has(std::size_t offset);  // reads on until text()[offset] is there
  char at(std::size_t offset) { return has(offset) ? window_.text()[offset] : '\0'; }
  void skip_blanks();
  void skip_to(std::string_view end);
  void read_quoted(char quote, bool escapes);
  void read_word();

  Input& input_;
  TextWindow window_;
  bool escapes_;          // whether a backslash escapes in any quotes
  std::size_t used_ = 0;  // of the window, by the token
  Kind kind_ = Kind::end;
  std::string text_{};
};

}  // namespace answers
