#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace answers {

/// Languages whose literals are read as data.
enum class ScriptLanguage { javascript, php, python, ruby };  // TypeScript is JavaScript here

/// Goes through a script: over blanks, comments, names, strings, brackets. Counts the bytes that it
/// looks at, and is at its end when they are more than 64 times those of the script.
class ScriptLexer {
 public:
  /// `script` must outlive this.
  ScriptLexer(std::string_view script, ScriptLanguage language)
      : script_(script), language_(language), work_left_(script.size() * most_work + 4096) {}

 protected:
  static constexpr std::size_t most_work = 64;  // bytes looked at for each byte of the script
  static constexpr int deepest = 64;

  static bool is_name_byte(char byte);

  /// '#' begins a comment, and "//" none.
  bool has_hash_comments() const { return is(ScriptLanguage::python) || is(ScriptLanguage::ruby); }
  bool is(ScriptLanguage language) const { return language_ == language; }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < script_.size() ? script_[at_ + ahead] : '\0';
  }
  bool looks_at(std::string_view text) const { return script_.substr(at_).starts_with(text); }
  void spend(std::size_t bytes) { work_left_ -= bytes < work_left_ ? bytes : work_left_; }
  bool is_at_end() const { return at_ >= script_.size() || work_left_ == 0; }

  /// Over blanks and comments; false where there are none.
  bool skip_blanks();
  /// The name that stands here; empty where none does.
  std::string_view take_name();
  /// Whether '/' is the beginning of a regular expression behind `before`, the last byte that is no
  /// blank.
  bool may_begin_pattern(char before) const;
  /// Over a regular expression, which ends in its line; over its '/' alone where it does not.
  void skip_pattern();
  /// Whether a string, a template, a heredoc begins here.
  bool begins_string() const;
  /// Adds what a string says to `text`: false where it does not end (in its line, where it has to).
  /// Of what is computed in it ("${…}") stays the source. Lines of a string of several lose the
  /// indent that they share.
  bool take_string(std::string& text);
  /// Over a bracket and all in it, or to the end.
  void skip_bracket();

  std::string_view script_;
  ScriptLanguage language_;
  std::size_t at_ = 0;
  std::size_t work_left_;

 private:
  bool take_heredoc(std::string& text);
  void take_escape(std::string& text);

  int nested_ = 0;  // strings in brackets in strings
};

}  // namespace answers
