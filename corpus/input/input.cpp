#include "corpus/input/input.h"

#include "corpus/characters/encoding.h"
#include "corpus/characters/sixteen_bytes.h"
#include "corpus/input/byte_source.h"
#include "corpus/input/charset.h"
#include "corpus/input/guessed_charset.h"
#include "corpus/input/mojibake.h"
#include "corpus/listener.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t window_bytes = std::size_t{256} << 10;

enum class Form { utf8, utf16_little, utf16_big };

/// Bytes that are text in no charset: with a NUL, or with many of the signs that no text has (what
/// is encrypted has one among ten bytes) and no UTF-8.
bool looks_binary(std::string_view start) {
  if (start.find('\0') != std::string_view::npos) return true;
  const auto is_control = [](const Sixteen& bytes) {
    const Sixteen behind_bell = bytes - '\b';    // \b \t \n \v \f \r stand in text
    const Sixteen behind_medium = bytes - 0x1A;  // so do these two
    return (bytes < ' ') & (behind_bell > '\r' - '\b') & (behind_medium > 1);
  };
  std::size_t controls = 0;
  for (std::size_t at = find_byte(start, 0, is_control); at < start.size();
       at = find_byte(start, at + 1, is_control))
    ++controls;
  constexpr std::size_t bytes_a_control = 25;  // at least, in what is text
  return controls * bytes_a_control > start.size() && !is_utf8(start);
}

constexpr std::string_view nel = "\xC2\x85";

/// The bytes of the line end that `text` begins with; 0: none.
std::size_t line_end_size(std::string_view text) {
  if (text[0] == '\n') return 1;
  if (text[0] == '\r') return text.starts_with("\r\n") ? 2 : 1;
  return text.starts_with(nel) ? 2 : 0;
}

/// Where the first line end of `text` begins, text.size() when there is none. In text that is not
/// UTF-8, 0x85 is no line end: there it is an ellipsis.
std::size_t find_line_end(std::string_view text) {
  const auto may_end = [](const Sixteen& bytes) {
    return (bytes == '\n') | (bytes == '\r') | (bytes == 0xC2);
  };
  for (std::size_t at = find_byte(text, 0, may_end); at < text.size();
       at = find_byte(text, at + 1, may_end)) {
    if (text[at] != '\xC2' || text.substr(at).starts_with(nel)) return at;
  }
  return text.size();
}

/// Whether all is ASCII, and nothing switches to another charset (ISO-2022-JP).
bool is_ascii(std::string_view text) {
  return std::ranges::none_of(text, [](char byte) { return (byte & 0x80) != 0 || byte == '\x1B'; });
}

}  // namespace

std::uint64_t InputBlock::byte_at(std::size_t offset) const {
  if (marks.size() == 1) return marks.front().byte + (offset - marks.front().offset);
  auto behind = std::ranges::upper_bound(marks, offset, {}, &Mark::offset);
  if (behind != marks.begin()) --behind;
  const std::uint64_t byte = behind->byte + (offset - behind->offset);
  return behind + 1 == marks.end() ? byte : std::min(byte, (behind + 1)->byte);
}

struct Input::State {
  State(std::string given_path, std::unique_ptr<ByteSource> given_source, Listener& given_listener)
      : path(std::move(given_path)), source(std::move(given_source)), listener(given_listener) {
    const std::uint64_t size = source->file_size();
    if (size > 0 && !source->is_packed()) {  // small files: a small window
      window = std::min<std::uint64_t>(window_bytes, size + 1);
    }
    raw = std::make_unique_for_overwrite<char[]>(window + padding);
    fill();
    strip_mark();
    const std::string_view start = unread();
    binary = form == Form::utf8 && looks_binary(start.substr(0, head_bytes));
    if (!binary && form == Form::utf8) {
      std::string_view sample = start.substr(0, head_bytes);  // whole lines: no run cut in two
      if (!at_end || sample.size() < start.size())
        sample = sample.substr(0, sample.rfind('\n') + 1);
      const bool seven_bit =
          find_byte(sample, 0, [](const Sixteen& bytes) { return bytes >= 0x80; }) == sample.size();
      const bool sound = is_utf8(sample);
      if (seven_bit || !sound) charset = declared_charset(start);
      guessed = charset.empty() && !sound;
      if (guessed) charset = guessed_charset(sample);
      if (!charset.empty()) decoder.emplace(charset);
      if (decoder && !decoder->known()) decoder.reset();
      if (!decoder && sound) mojibake = MojibakeRepair(sample);
    }
    if (!binary) decode_window();
    std::size_t cut = std::min(head_bytes, text.size());
    while (cut > 0 && cut < text.size() && (text[cut] & 0xC0) == 0x80) --cut;
    head.assign(text.substr(0, cut));
  }

  std::string_view unread() const { return {raw.get() + begin, end - begin}; }

  /// Moves what is left to the front of `raw` and fills it up.
  void fill() {
    std::memmove(raw.get(), raw.get() + begin, end - begin);
    end -= begin;
    begin = 0;
    while (end < window && !at_end) {
      const std::size_t got = source->read(raw.get() + end, window - end);
      if (got == 0) at_end = true;
      end += got;
    }
  }

  void strip_mark() {
    const std::string_view start = unread();
    if (start.starts_with("\xEF\xBB\xBF")) {
      begin = 3;
    } else if (start.starts_with("\xFF\xFE") &&
               !start.starts_with(std::string_view("\xFF\xFE\0\0", 4))) {
      form = Form::utf16_little;
      begin = 2;
    } else if (start.starts_with("\xFE\xFF")) {
      form = Form::utf16_big;
      begin = 2;
    }
    byte = begin;
  }

  /// How many bytes from `begin` on are decoded next: whole lines; of a line longer than the window
  /// as much as ends before an ASCII byte, or else at a character.
  std::size_t whole_lines() const {
    const std::string_view all = unread();
    if (at_end) return all.size();
    if (form != Form::utf8) {
      // A unit 0x000A; and where there is none, an even number that does not part surrogates.
      const std::size_t even = all.size() & ~std::size_t{1};
      const auto unit = [&](std::size_t i) {
        const auto a = static_cast<unsigned char>(all[i]);
        const auto b = static_cast<unsigned char>(all[i + 1]);
        return form == Form::utf16_big ? a << 8 | b : b << 8 | a;
      };
      for (std::size_t i = even; i >= 2; i -= 2) {
        if (unit(i - 2) == '\n') return i;
      }
      return even >= 4 && (unit(even - 2) & 0xFC00) == 0xD800 ? even - 2 : even;
    }
    const std::size_t last_feed = all.rfind('\n');
    if (last_feed != std::string_view::npos) return last_feed + 1;
    const std::size_t last_return = all.substr(0, all.size() - 1).rfind('\r');
    if (last_return != std::string_view::npos) return last_return + 1;
    for (std::size_t i = all.size() - 1; i > all.size() / 2; --i) {
      if (static_cast<unsigned char>(all[i]) < 0x80) return i;
    }
    for (std::size_t i = all.size() - 1; i + 4 > all.size() && i > 0; --i) {
      if ((all[i] & 0xC0) != 0x80) return i;
    }
    return all.size() - 1;
  }

  /// Decodes the next lines of `raw` into `text`. False at the end of the file.
  bool decode_window() {
    text = {};
    used = 0;
    if (begin == end || !at_end) fill();
    if (begin == end) return false;
    const std::size_t size = whole_lines();
    const std::string_view bytes = unread().substr(0, size);
    marks.clear();
    decoded.clear();
    if (form != Form::utf8) {
      decode_utf16(bytes);
    } else {
      const bool sound = is_sound(bytes);
      if (sound && bytes.find('\r') == std::string_view::npos) {
        marks.push_back({0, byte});
        text = bytes;
      } else {
        decode_lines(bytes, sound);
      }
    }
    if (!decoded.empty()) {
      decoded.reserve(decoded.size() + padding);
      text = decoded;
    }
    begin += size;
    byte += size;
    report_progress();
    return true;
  }

  /// Whether there is nothing to mend but which of '\n' and '\r' end the lines.
  bool is_sound(std::string_view bytes) const {
    if (decoder) return is_ascii(bytes);
    return is_utf8(bytes) && bytes.find(nel) == std::string_view::npos && !mojibake.repair(bytes);
  }

  void decode_lines(std::string_view bytes, bool sound) {
    for (std::size_t at = 0; at < bytes.size();) {
      std::string_view rest = bytes.substr(at);
      std::size_t size = find_line_end(rest);
      if (!sound && (decoder || !is_utf8(rest.substr(0, size)))) {
        size = std::min(rest.size(), rest.find_first_of("\n\r"));
      }
      const std::string_view one = rest.substr(0, size);
      marks.push_back({decoded.size(), byte + at});
      if (sound) {
        decoded += one;
      } else if (decoder) {
        if (!decoder->append(decoded, one)) count_foreign_line();
      } else if (is_utf8(one)) {
        if (const auto repaired = mojibake.repair(one)) {
          decoded += *repaired;
        } else {
          decoded += one;
        }
      } else {
        append_windows_1252(decoded, one);
        count_foreign_line();
      }
      at += size;
      if (at < bytes.size()) {
        at += line_end_size(bytes.substr(at));
        decoded += '\n';
      }
    }
  }

  /// The line that is being decoded holds what its charset does not.
  void count_foreign_line() {
    const std::size_t number = line + marks.size() - 1;
    if (first_foreign_line == 0) first_foreign_line = number;
    if (last_foreign_line != number) ++foreign_lines;
    last_foreign_line = number;
  }

  void decode_utf16(std::string_view bytes) {
    append_utf16(whole, bytes, form == Form::utf16_big);
    std::size_t from = 0;     // in `whole`
    std::uint64_t at = byte;  // where that is in the file
    while (from < whole.size()) {
      const std::string_view rest = std::string_view(whole).substr(from);
      const std::size_t size = find_line_end(rest);
      const std::size_t with_end =
          size + (size < rest.size() ? line_end_size(rest.substr(size)) : 0);
      marks.push_back({decoded.size(), at});
      decoded += rest.substr(0, size);
      if (with_end > size) decoded += '\n';
      for (std::string_view line_text = rest.substr(0, with_end); !line_text.empty();) {
        at += take_character(line_text) > 0xFFFF ? 4U : 2U;
      }
      from += with_end;
    }
    whole.clear();
  }

  /// The text up to `until` that has not been used yet.
  InputBlock take(std::size_t until) {
    if (used > 0) {  // the rest of a block: its marks begin anew
      const std::uint64_t first = byte_at_used();
      std::erase_if(marks, [&](const auto& mark) { return mark.offset <= used; });
      for (auto& mark : marks) mark.offset -= used;
      marks.insert(marks.begin(), {0, first});
      text.remove_prefix(used);
      until -= used;
    }
    const InputBlock block{text.substr(0, until), line, marks};
    for (std::size_t at = block.text.find('\n'); at != std::string_view::npos;
         at = block.text.find('\n', at + 1)) {
      ++line;
    }
    used = until;
    return block;
  }

  std::uint64_t byte_at_used() const { return InputBlock{text, line, marks}.byte_at(used); }

  void report_progress() {
    const std::uint64_t taken = source->taken();
    if (taken > reported) listener.on_progress(taken - reported);
    reported = taken;
  }

  void report_troubles() {
    if (ended) return;
    ended = true;
    report_progress();
    const std::string& trouble = source->trouble();
    if (!trouble.empty()) {
      listener.on_trouble(
          {path, line, trouble, "what comes before was read", source->trouble_passes()});
    }
    if (decoder && guessed)
      listener.on_trouble({path, 0, "the text is not UTF-8 and does not say in which charset it is",
                           "read as " + charset + ", by the signs in it"});
    if (foreign_lines > 0) {
      const std::string expected = !decoder  ? "UTF-8"
                                   : guessed ? charset
                                             : "the " + charset + " that the file declares";
      listener.on_trouble({path, first_foreign_line,
                           foreign_lines == 1 ? "the line is not " + expected
                                              : fmt::format("this line and {} more are not {}",
                                                            foreign_lines - 1, expected),
                           decoder ? "what is no character was replaced" : "read as Windows-1252"});
    }
  }

  std::string path;
  std::unique_ptr<ByteSource> source;
  Listener& listener;
  Form form = Form::utf8;
  bool binary = false;
  MojibakeRepair mojibake{};
  std::string charset{};  // that the file says it is in, or is likely in …
  bool guessed = false;
  std::optional<CharsetDecoder> decoder{};  // … where that is known and may be true
  std::string head{};

  std::size_t window = window_bytes;
  std::unique_ptr<char[]> raw{};  // the window: bytes begin … end are read and not yet decoded
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint64_t byte = 0;  // where raw[begin] stands in the file
  bool at_end = false;     // of the source

  std::string_view text{};  // the current block, in `raw` or `decoded`
  std::size_t used = 0;     // of `text`, by next_line()
  std::size_t line = 1;     // the number of the line that text[used] stands in
  std::vector<InputBlock::Mark> marks{};
  std::string decoded{};
  std::string whole{};      // scratch of decode_utf16
  std::string long_line{};  // a line that stands in several blocks

  std::size_t first_foreign_line = 0;
  std::size_t last_foreign_line = 0;
  std::size_t foreign_lines = 0;
  std::uint64_t reported = 0;
  bool ended = false;
};

Input::Input(const std::filesystem::path& path, Listener& listener)
    : state_(new State(path.string(), std::make_unique<ByteSource>(path), listener)) {}

Input::Input(std::string path, std::string bytes, Listener& listener)
    : state_(new State(std::move(path), std::make_unique<ByteSource>(std::move(bytes)), listener)) {
}

Input::Input(std::string path, std::function<std::size_t(char*, std::size_t)> pull,
             Listener& listener)
    : state_(new State(std::move(path), std::make_unique<ByteSource>(std::move(pull)), listener)) {}

Input::~Input() = default;

const std::string& Input::path() const { return state_->path; }
std::uint64_t Input::size_hint() const {
  const ByteSource& source = *state_->source;
  return source.is_packed() ? 0 : source.file_size();
}
Listener& Input::listener() const { return state_->listener; }
std::string_view Input::head() const { return state_->head; }
bool Input::is_binary() const { return state_->binary; }

std::optional<InputLine> Input::next_line() {
  State& state = *state_;
  std::uint64_t byte = 0;
  std::uint64_t length = 0;  // of the parts in earlier blocks
  if (state.long_line.capacity() > window_bytes) std::string().swap(state.long_line);
  state.long_line.clear();
  const auto keep = [&](std::string_view part) {
    const std::size_t room = longest_line - std::min(longest_line, state.long_line.size());
    state.long_line.append(part.substr(0, room));
    length += part.size();
  };
  for (;;) {
    if (state.used == state.text.size() && !state.decode_window()) {
      if (length > 0) break;
      state.report_troubles();
      return std::nullopt;
    }
    if (length == 0) byte = state.byte_at_used();
    const std::string_view rest = state.text.substr(state.used);
    const std::size_t size = rest.find('\n');
    if (size != std::string_view::npos) {
      state.used += size + 1;
      if (length == 0) return InputLine{rest.substr(0, size), state.line++, byte};
      keep(rest.substr(0, size));
      break;
    }
    state.used = state.text.size();
    if (length == 0 && state.begin == state.end && state.at_end) {
      return InputLine{rest, state.line++, byte};
    }
    keep(rest);
  }
  if (length > longest_line) {
    while ((state.long_line.back() & 0xC0) == 0x80) state.long_line.pop_back();
    if (static_cast<unsigned char>(state.long_line.back()) >= 0xC0) state.long_line.pop_back();
    state.listener.on_trouble({state.path, state.line, fmt::format("a line of {} bytes", length),
                               fmt::format("cut after {} MiB", longest_line >> 20)});
  }
  state.long_line.reserve(state.long_line.size() + padding);
  return InputLine{state.long_line, state.line++, byte};
}

std::optional<InputBlock> Input::next_lines() {
  State& state = *state_;
  if (state.used == state.text.size() && !state.decode_window()) return std::nullopt;
  const std::size_t last = state.text.rfind('\n');
  if (last == std::string_view::npos || last < state.used) return std::nullopt;
  return state.take(last + 1);
}

std::optional<InputBlock> Input::next_block() {
  State& state = *state_;
  if (state.used == state.text.size() && !state.decode_window()) {
    state.report_troubles();
    return std::nullopt;
  }
  return state.take(state.text.size());
}

}  // namespace answers
