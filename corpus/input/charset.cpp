#include "corpus/input/charset.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/encoding.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <iconv.h>

namespace answers {
namespace {

constexpr std::size_t looked_at = 4096;  // bytes; the HTML standard looks at 1024, pages exceed it
constexpr std::size_t longest_name = 40;

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte;
  });
  return result;
}

/// The value behind `name` and '=', with quotes or without.
std::string value_of(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + name.size())) {
    std::string_view rest = text.substr(at + name.size());
    const auto skip = [&rest](std::string_view bytes) {
      rest.remove_prefix(std::min(rest.find_first_not_of(bytes), rest.size()));
    };
    skip(" \t\n\r");
    if (!rest.starts_with('=')) continue;
    skip("= \t\n\r\"'");
    const std::string_view value = rest.substr(0, rest.find_first_of(" \t\n\r\"'>;/?"));
    if (!value.empty() && value.size() <= longest_name) return std::string(value);
  }
  return {};
}

struct Label {
  std::string_view name;
  std::string_view iconv_name;
};

/// Where the Web means more by a name than the standard behind it (whatwg.org, Encoding, 4.2).
constexpr std::array labels = {
    Label{"shift_jis", "CP932"},      Label{"shift-jis", "CP932"},
    Label{"sjis", "CP932"},           Label{"x-sjis", "CP932"},
    Label{"ms_kanji", "CP932"},       Label{"windows-31j", "CP932"},
    Label{"x-euc-jp", "EUC-JP"},      Label{"gb2312", "GB18030"},
    Label{"gbk", "GB18030"},          Label{"x-gbk", "GB18030"},
    Label{"gb_2312-80", "GB18030"},   Label{"big5", "BIG5-HKSCS"},
    Label{"x-x-big5", "BIG5-HKSCS"},  Label{"euc-kr", "CP949"},
    Label{"ks_c_5601-1987", "CP949"}, Label{"korean", "CP949"},
    Label{"iso-8859-1", "CP1252"},    Label{"iso8859-1", "CP1252"},
    Label{"iso_8859-1", "CP1252"},    Label{"latin1", "CP1252"},
    Label{"iso-8859-9", "CP1254"},    Label{"iso-8859-11", "CP874"},
    Label{"tis-620", "CP874"},        Label{"windows-874", "CP874"},
    Label{"x-cp1251", "CP1251"},      Label{"x-mac-cyrillic", "MAC-CYRILLIC"},
    Label{"x-mac-roman", "MACINTOSH"}};

std::string iconv_name(std::string_view name) {
  const std::string small = lower(name);
  const auto* const found = std::ranges::find(labels, small, &Label::name);
  if (found != labels.end()) return std::string(found->iconv_name);
  if (small.starts_with("windows-")) return "CP" + small.substr(8);
  // What has more in it than a name (a '/' and options) is not handed on.
  const bool plain =
      !small.empty() && small.size() <= longest_name && std::ranges::all_of(small, [](char byte) {
        return is_letter_or_digit(byte) || byte == '-' || byte == '_' || byte == '.' || byte == ':';
      });
  return plain ? small : std::string();
}

}  // namespace

std::string declared_charset(std::string_view head) {
  std::string start = lower(head.substr(0, looked_at));
  std::string name;
  if (start.starts_with("<?xml")) {
    name = value_of(std::string_view(start).substr(0, start.find("?>")), "encoding");
  }
  for (std::size_t at = start.find("<meta"); name.empty() && at != std::string::npos;
       at = start.find("<meta", at + 1)) {
    name = value_of(std::string_view(start).substr(at, start.find('>', at) - at), "charset");
  }
  // UTF-16 cannot be true of a text that these bytes could be read in.
  if (name.starts_with("utf") || name == "us-ascii" || name == "ascii" || name == "unicode")
    return {};
  return name;
}

struct CharsetDecoder::State {
  explicit State(const std::string& name)
      : converter(name.empty() ? nothing() : ::iconv_open("UTF-8", name.c_str())) {}
  ~State() {
    if (converter != nothing()) ::iconv_close(converter);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  static iconv_t nothing() { return reinterpret_cast<iconv_t>(-1); }  // NOLINT: POSIX says so

  iconv_t converter;
};

CharsetDecoder::CharsetDecoder(std::string_view name)
    : state_(std::make_unique<State>(iconv_name(name))) {}
CharsetDecoder::~CharsetDecoder() = default;
CharsetDecoder::CharsetDecoder(CharsetDecoder&&) noexcept = default;
CharsetDecoder& CharsetDecoder::operator=(CharsetDecoder&&) noexcept = default;

bool CharsetDecoder::known() const { return state_->converter != State::nothing(); }

bool CharsetDecoder::append(std::string& text, std::string_view bytes) {
  if (!known()) return false;
  ::iconv(state_->converter, nullptr, nullptr, nullptr, nullptr);
  bool sound = true;
  std::string copy(bytes);  // iconv() wants to be given what it does not change
  char* from = copy.data();
  std::size_t left = copy.size();
  std::array<char, 4096> buffer{};
  while (left > 0) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t result = ::iconv(state_->converter, &from, &left, &to, &room);
    text.append(buffer.data(), buffer.size() - room);
    if (result != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
    sound = false;
    append_utf8(text, U'\uFFFD');
    ++from;
    --left;
  }
  char* to = buffer.data();
  std::size_t room = buffer.size();
  ::iconv(state_->converter, nullptr, nullptr, &to, &room);  // what waited for a combining sign
  text.append(buffer.data(), buffer.size() - room);
  return sound;
}

}  // namespace answers
