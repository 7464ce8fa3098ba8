#include "corpus/data/mail_message.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/encoding.h"
#include "corpus/characters/indent.h"
#include "corpus/input/charset.h"
#include "corpus/markup/html_text.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr int deepest_part = 6;

int hex_digit(char byte) {
  if (is_digit(byte)) return byte - '0';
  const char lower = static_cast<char>(byte | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// `underscores` are blanks in words of headers.
std::string from_quoted_printable(std::string_view text, bool underscores) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && underscores) {
      bytes += ' ';
    } else if (text[i] != '=') {
      bytes += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == '\n') {
      ++i;
    } else if (i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0) {
      bytes += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      bytes += '=';
    }
  }
  return bytes;
}

std::string from_base64(std::string_view text) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned held = 0;
  int bits = 0;
  for (const char sign : text) {
    const std::size_t value = digits.find(sign);
    if (value == std::string_view::npos) continue;
    held = (held << 6U | static_cast<unsigned>(value)) & 0xFFFFFFU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> static_cast<unsigned>(bits) & 0xFFU);
  }
  return bytes;
}

/// What is UTF-8 already stays, whatever is declared.
std::string in_utf8(std::string bytes, std::string_view charset) {
  if (is_utf8(bytes)) return bytes;
  std::string text;
  if (CharsetDecoder decoder(charset.empty() ? "windows-1252" : charset); decoder.known()) {
    decoder.append(text, bytes);
  } else {
    append_windows_1252(text, bytes);
  }
  return text;
}

/// "=?utf-8?Q?Gr=C3=BC=C3=9Fe?= all" as text.
std::string decoded_words(std::string_view header) {
  std::string text;
  bool behind_word = false;
  while (!header.empty()) {
    const std::size_t open = std::min(header.find("=?"), header.size());
    // Blanks between two encoded words part nothing.
    if (!(behind_word && is_blank(header.substr(0, open)) && open < header.size()))
      text.append(header.substr(0, open));
    header.remove_prefix(open);
    if (header.empty()) break;
    constexpr std::size_t longest = 400;  // bytes; a word has 75 signs
    const std::string_view start = header.substr(0, longest);
    const std::size_t first = start.find('?', 2);
    const std::size_t second = first == std::string_view::npos ? first : start.find('?', first + 1);
    const std::size_t close =
        second == std::string_view::npos ? second : start.find("?=", second + 1);
    if (close == std::string_view::npos || second != first + 2) {
      text.append(header.substr(0, 2));
      header.remove_prefix(2);
      behind_word = false;
      continue;
    }
    const std::string_view word = header.substr(second + 1, close - second - 1);
    const bool base64 = (header[first + 1] | 0x20) == 'b';
    text.append(in_utf8(base64 ? from_base64(word) : from_quoted_printable(word, true),
                        header.substr(2, first - 2)));
    header.remove_prefix(close + 2);
    behind_word = true;
  }
  return text;
}

struct Headers {
  std::vector<std::pair<std::string, std::string>> all{};  // names in lower case

  std::string_view of(std::string_view name) const {
    const auto found = std::ranges::find(all, name, [](const auto& one) { return one.first; });
    return found == all.end() ? std::string_view() : std::string_view(found->second);
  }
};

/// Takes the headers off `text`, up to the blank line behind them.
Headers take_headers(std::string_view& text) {
  Headers headers;
  constexpr std::size_t most = 200;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (is_blank(line)) {
      text.remove_prefix(std::min(text.size(), end + 1));
      break;
    }
    const std::size_t colon = line.find(':');
    if ((line[0] == ' ' || line[0] == '\t') && !headers.all.empty()) {
      headers.all.back().second.append(" ").append(trimmed(line));
    } else if (colon == std::string_view::npos || line.substr(0, colon).find(' ') < colon) {
      if (headers.all.empty()) break;  // no headers at all
    } else if (headers.all.size() < most) {
      headers.all.emplace_back(lower_ascii(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return headers;
}

/// "boundary" of `multipart/mixed; boundary="x"`.
std::string parameter(std::string_view value, std::string_view name) {
  const std::string lower = lower_ascii(value);
  const std::string wanted = std::string(name) + "=";
  const std::size_t at = lower.find(wanted);
  if (at == std::string::npos) return {};
  std::string_view rest = value.substr(at + wanted.size());
  const bool quoted = rest.starts_with('"');
  if (quoted) rest.remove_prefix(1);
  return std::string(rest.substr(0, rest.find_first_of(quoted ? "\"" : "; \t")));
}

/// Text of format=flowed (RFC 3676): lines that end in a blank go on in the next one, where that is
/// quoted as deep; `del_sp`: that blank is none of the text. Blanks that were put before lines are
/// gone, and so are the marks of a quotation within its paragraphs.
std::string unflowed(std::string_view text, bool del_sp) {
  std::string result;
  std::size_t open = 0;  // the depth of a line that goes on, and one more
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    const std::size_t depth = std::min(line.find_first_not_of('>'), line.size());
    line.remove_prefix(depth);
    if (line.starts_with(' ')) line.remove_prefix(1);
    const bool foot = line == "-- ";
    const bool goes_on = line.ends_with(' ') && !foot;
    if (open == 0 || open != depth + 1 || foot) {
      if (open != 0) result += '\n';
      result.append(depth, '>').append(depth > 0 && !line.empty() ? " " : "");
    }
    if (goes_on && del_sp) line.remove_suffix(1);
    result.append(line);
    open = goes_on ? depth + 1 : 0;
    if (!goes_on) result += '\n';
  }
  return result;
}

struct Text {
  std::string plain{};
  std::string html{};
};

void add_part(const Headers& headers, std::string_view body, int depth, Text& text) {
  const std::string type = lower_ascii(headers.of("content-type"));
  if (type.starts_with("multipart/")) {
    const std::string boundary = "--" + parameter(headers.of("content-type"), "boundary");
    if (boundary.size() < 3 || depth >= deepest_part) return;
    const std::string at_line = "\n" + boundary;
    std::size_t at = body.starts_with(boundary) ? 0 : body.find(at_line);
    while (at != std::string_view::npos) {
      const std::size_t behind = at + at_line.size() - (at == 0 ? 1 : 0);
      const std::size_t begin = body.find('\n', behind);
      if (begin == std::string_view::npos || body.substr(behind).starts_with("--")) return;
      const std::size_t end = body.find(at_line, begin);
      std::string_view part = body.substr(
          begin + 1, end == std::string_view::npos ? end : std::max(end, begin + 1) - begin - 1);
      const Headers own = take_headers(part);
      add_part(own, part, depth + 1, text);
      at = end;
    }
    return;
  }
  const bool html = type.starts_with("text/html");
  if (!(type.empty() || html || type.starts_with("text/plain")) ||
      headers.of("content-disposition").starts_with("attachment"))
    return;
  const std::string encoding = lower_ascii(headers.of("content-transfer-encoding"));
  std::string bytes = encoding == "base64"             ? from_base64(body)
                      : encoding == "quoted-printable" ? from_quoted_printable(body, false)
                                                       : std::string(body);
  std::erase(bytes, '\r');
  std::string decoded = in_utf8(std::move(bytes), parameter(headers.of("content-type"), "charset"));
  const std::string_view kind = headers.of("content-type");
  if (!html && lower_ascii(parameter(kind, "format")) == "flowed")
    decoded = unflowed(decoded, lower_ascii(parameter(kind, "delsp")) == "yes");
  std::string& into = html ? text.html : text.plain;
  into.append(into.empty() ? "" : "\n").append(decoded);
}

/// Takes "Re:", "[list]" and the like off a subject, as often as they stand there; whether there
/// was a sign of a reply.
bool take_reply_marks(std::string& subject) {
  bool reply = false;
  for (;;) {
    std::string_view rest = trimmed(subject);
    const std::size_t before = rest.size();
    for (const std::string_view mark :
         {"re:", "aw:", "sv:", "antw:", "vs:", "odp:", "ответ:", "回复："}) {
      if (starts_with_ignoring_case(rest, mark)) {
        rest.remove_prefix(mark.size());
        reply = true;
      }
    }
    constexpr std::size_t longest_name = 40;
    if (const std::size_t close = rest.substr(0, longest_name).find(']');
        rest.starts_with('[') && close != std::string_view::npos &&
        !is_blank(rest.substr(close + 1)))
      rest.remove_prefix(close + 1);
    if (rest.size() == before) {
      subject = std::string(rest);
      return reply;
    }
    subject = std::string(rest);
  }
}

bool is_quote(std::string_view line) { return line.starts_with('>'); }

/// How many of the first lines say who wrote what is quoted below them: "On Monday Ann wrote:", in
/// one line or two; 0 for any others.
std::size_t lines_that_name(std::span<const std::string_view> lines) {
  std::size_t count = 0;
  bool who = false;
  for (bool ends = false; !ends; ++count) {
    if (count == 2 || count == lines.size() || is_quote(lines[count]) || is_blank(lines[count]))
      return 0;
    ends = trimmed(lines[count]).ends_with(':');
    who = who || lines[count].find_first_of("0123456789@") != std::string_view::npos ||
          lines[count].find("wrote") != std::string_view::npos;
  }
  std::size_t next = count;
  if (next < lines.size() && is_blank(lines[next])) ++next;
  return who && next < lines.size() && is_quote(lines[next]) ? count : 0;
}

}  // namespace

MailMessage mail_message(std::string_view bytes) {
  const Headers headers = take_headers(bytes);
  MailMessage message;
  const std::string_view id = headers.of("message-id");
  const std::size_t open = id.find('<');
  message.id = id.substr(open == std::string_view::npos ? 0 : open + 1, id.find('>') - open - 1);
  message.parents =
      std::string(headers.of("in-reply-to")) + " " + std::string(headers.of("references"));
  message.subject = decoded_words(headers.of("subject"));
  message.is_reply = take_reply_marks(message.subject);
  message.date = headers.of("date");
  const std::string from = decoded_words(headers.of("from"));
  const std::size_t bracket = from.find('<');
  message.address = lower_ascii(bracket == std::string::npos
                                    ? trimmed(from)
                                    : trimmed(std::string_view(from).substr(
                                          bracket + 1, from.find('>', bracket) - bracket - 1)));
  // "ann@example.org (Ann)", as archives write it: "ann at example.org (Ann)".
  const std::size_t round = from.find('(');
  std::string_view name = std::string_view(from).substr(0, bracket);
  if (bracket == std::string::npos && round != std::string::npos)
    name = std::string_view(from).substr(round + 1, from.find(')', round) - round - 1);
  name = trimmed(name);
  if (name.size() > 1 && name.starts_with('"') && name.ends_with('"'))
    name = name.substr(1, name.size() - 2);
  message.author = name.empty() ? message.address : std::string(name);
  Text text;
  add_part(headers, bytes, 0, text);
  message.text = is_blank(text.plain) && !text.html.empty() ? html_to_markdown(text.html)
                                                            : std::move(text.plain);
  return message;
}

std::string quoted_words(std::string_view text) {
  const std::vector<std::string_view> lines = lines_in(text);
  std::size_t at = 0;
  while (at < lines.size() && is_blank(lines[at])) ++at;
  at += lines_that_name(std::span(lines).subspan(at));
  while (at < lines.size() && is_blank(lines[at])) ++at;
  std::string quoted;
  for (; at < lines.size() && is_quote(lines[at]); ++at) {
    std::string_view line = lines[at].substr(1);
    if (line.starts_with(' ')) line.remove_prefix(1);
    if (line == "-- " || line == "--") break;
    if (!is_quote(line)) quoted.append(line).append("\n");
  }
  return std::string(trimmed(quoted));
}

std::string own_words(std::string_view text) {
  std::vector<std::string_view> lines = lines_in(text);
  // The signature, the list's foot, a whole message below.
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = trimmed(lines[i]);
    const bool foot = line.starts_with("____________________") ||
                      line.starts_with("-----Original Message-----") ||
                      line.starts_with("-------------- next part --------------");
    if (lines[i] == "-- " || lines[i] == "--" || foot) {
      lines.resize(i);
      break;
    }
  }
  std::vector<std::string_view> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (const std::size_t named = lines_that_name(std::span(lines).subspan(i)); named > 0) {
      i += named - 1;
    } else {
      kept.push_back(lines[i]);
    }
  }
  const auto trim_blank = [&kept] {
    while (!kept.empty() && is_blank(kept.back())) kept.pop_back();
    const auto first = std::ranges::find_if(kept, [](auto line) { return !is_blank(line); });
    kept.erase(kept.begin(), first);
  };
  trim_blank();
  while (!kept.empty() && is_quote(kept.back())) kept.pop_back();
  trim_blank();
  const auto own =
      std::ranges::find_if(kept, [&](auto line) { return !is_quote(line) && !is_blank(line); });
  const bool between = std::any_of(own, kept.end(), is_quote);
  if (!between) kept.erase(kept.begin(), own);
  std::string result;
  bool quote = false;
  for (const std::string_view line : kept) {
    // Without a blank line between them, what answers would be a part of the quotation.
    if (is_quote(line) != std::exchange(quote, is_quote(line)) && !result.ends_with("\n\n") &&
        !result.empty() && !is_blank(line))
      result += '\n';
    result.append(line).append("\n");
  }
  return std::string(trimmed(result));
}

}  // namespace answers
