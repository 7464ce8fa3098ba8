#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace answers {

/// The charset that a text declares at its beginning, as written, in lower case: the `charset` of
/// an HTML page's <meta> or Content-Type, the `encoding` of an XML declaration. Empty where there
/// is none, and for those that are UTF-8 or ASCII. Looks at the first 4 KiB; O(1).
std::string declared_charset(std::string_view head);

/// Turns the bytes of one charset (EUC-JP, Shift_JIS, GB18030, windows-125x, KOI8-R …: whatever the
/// C library knows, under the names of the Web, too) into UTF-8.
class CharsetDecoder {
 public:
  /// `name` as pages and messages write it ("x-sjis", "gb2312"). Where the name is of no charset
  /// that is known here, known() is false.
  explicit CharsetDecoder(std::string_view name);
  ~CharsetDecoder();
  CharsetDecoder(CharsetDecoder&&) noexcept;
  CharsetDecoder& operator=(CharsetDecoder&&) noexcept;
  CharsetDecoder(const CharsetDecoder&) = delete;
  CharsetDecoder& operator=(const CharsetDecoder&) = delete;

  bool known() const;

  /// Appends `bytes` to `text`, beginning anew (no state is kept from the call before): give it
  /// whole lines. What is no character of the charset becomes U+FFFD, a byte each; false if there
  /// was such. Nothing is appended where the charset is not known. O(length).
  bool append(std::string& text, std::string_view bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace answers
