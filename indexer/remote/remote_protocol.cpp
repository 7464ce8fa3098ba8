#include "indexer/remote/remote_protocol.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace answers::remote_protocol {
namespace {

enum class Message : std::uint8_t {
  document = 2,
  query = 8,
  metadata = 22,
  matches = 26,
  metadata_keys = 28,
};

/// What a reply may take: the words of an index come in pieces of 1 MiB, a record is below this.
constexpr std::uint64_t largest_reply = std::uint64_t{1} << 28;
/// A number below it is one byte, others are this byte and what is left, seven bits a byte, of
/// which the last is marked.
constexpr unsigned char long_number = 0xFF;
constexpr unsigned char last_byte = 0x80;

void put_number(std::string& to, std::uint64_t number) {
  if (number < long_number) {
    to += static_cast<char>(number);
    return;
  }
  to += static_cast<char>(long_number);
  number -= long_number;
  while (number >= last_byte) {
    to += static_cast<char>(number % last_byte);
    number /= last_byte;
  }
  to += static_cast<char>(number | last_byte);
}

void put_text(std::string& to, std::string_view text) {
  put_number(to, text.size());
  to += text;
}

void put_zero(std::string& to) { to.append(2, '\0'); }  // a real number

std::string message(Message kind, std::string_view bytes) {
  std::string message(1, static_cast<char>(kind));
  put_text(message, bytes);
  return message;
}

/// Reads what a server wrote; throws where there is too little.
class Source {
 public:
  explicit Source(std::string_view bytes) : rest_(bytes) {}

  std::size_t left() const { return rest_.size(); }
  std::string_view take(std::size_t count) {
    if (count > rest_.size()) throw ProtocolError("a reply is cut short");
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
  unsigned char byte() { return static_cast<unsigned char>(take(1)[0]); }
  std::uint64_t number() {
    const unsigned char first = byte();
    if (first != long_number) return first;
    constexpr unsigned most_bits = 56;
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < most_bits; shift += 7) {
      const unsigned char next = byte();
      number |= std::uint64_t{next & 0x7FU} << shift;
      if ((next & last_byte) != 0) return number + long_number;
    }
    throw ProtocolError("a number in a reply is too large");
  }
  std::uint32_t count() {
    const std::uint64_t count = number();
    if (count > UINT32_MAX) throw ProtocolError("a number in a reply is too large");
    return static_cast<std::uint32_t>(count);
  }
  std::string_view text() { return take(number()); }
  /// A digit before the point and up to seven behind it, to the base of 256: its sign, how many,
  /// and its exponent stand in the first byte, a larger exponent in one or two more.
  double real() {
    const unsigned char first = byte();
    const std::size_t count = ((first >> 4) & 7U) + 1;
    int exponent = (first & 0xF) - 7;
    if ((first & 0xF) == 14) exponent = int{byte()} - 128;
    if ((first & 0xF) == 15) {
      const int low = byte();
      exponent = (low | (int{byte()} << 8)) - 32768;
    }
    const std::string_view digits = take(count);
    double value = 0;
    for (std::size_t i = digits.size(); i-- > 0;)
      value = value / 256 + static_cast<unsigned char>(digits[i]);
    value = std::ldexp(value, 8 * exponent);
    if (!std::isfinite(value)) throw ProtocolError("a number in a reply is too large");
    return (first & 0x80) != 0 ? -value : value;
  }

 private:
  std::string_view rest_;
};

}  // namespace

std::string metadata_request(std::string_view key) { return message(Message::metadata, key); }

std::string metadata_keys_request(std::string_view beginning) {
  return message(Message::metadata_keys, beginning);
}

std::string document_request(std::uint32_t id) {
  std::string bytes;
  put_number(bytes, id);
  return message(Message::document, bytes);
}

std::string match_request(const MatchRequest& request, const Xapian::Weight& weight) {
  constexpr std::string_view by_id_ascending = "1";
  std::string query;
  put_text(query, request.query.serialise());
  put_number(query, request.query.get_length());
  put_number(query, request.group_slot ? 1 : 0);
  if (request.group_slot) put_number(query, *request.group_slot);
  query += by_id_ascending;
  put_number(query, request.tie_slot.value_or(Xapian::BAD_VALUENO));
  query += request.tie_slot ? "3" : "0";  // by weight and then by that value; by weight
  query += '0';                           // of the values the least comes first
  put_zero(query);                        // no limit of time
  query += '\0';                          // of all weights
  put_zero(query);
  put_text(query, weight.name());
  put_text(query, weight.serialise());
  put_text(query, {});  // no records that are known to be relevant
  std::string wanted;
  const std::uint32_t most = std::min(request.most, request.records);
  put_number(wanted, 0);
  put_number(wanted, most);
  put_number(wanted, std::max(most, std::min(request.counted, request.records)));
  put_number(wanted, 0);  // the length of all records, of which nothing depends
  put_number(wanted, request.records);
  put_number(wanted, 0);  // relevant records
  put_number(wanted, 0);  // the length again
  wanted += '\0';         // no highest weights
  put_number(wanted, 0);  // terms
  return message(Message::query, query) + message(Message::matches, wanted);
}

Greeting read_greeting(std::string_view bytes) {
  constexpr int major = 39;
  constexpr int least_minor = 1;
  Source source(bytes);
  const int its_major = source.byte();
  const int its_minor = source.byte();
  if (its_major != major || its_minor < least_minor) {
    throw ProtocolError(
        fmt::format("its server is of another version of Xapian: it speaks protocol {}.{}, this "
                    "program {}.{}",
                    its_major, its_minor, major, least_minor));
  }
  Greeting greeting{.records = source.count()};
  source.number();  // how far their numbers go beyond that
  source.number();  // the shortest and how much longer the longest is
  source.number();
  source.byte();    // whether there are positions
  source.number();  // the length of all
  greeting.uuid = source.take(source.left());
  return greeting;
}

FoundMatches read_matches(std::string_view bytes) {
  constexpr std::size_t least_bytes = 6;  // of a match
  Source source(bytes);
  FoundMatches found;
  source.number();  // the first one's rank
  found.least = source.count();
  found.estimated = source.count();
  found.most = source.count();
  for (int i = 0; i < 3; ++i) source.number();  // the same before grouping
  for (int i = 0; i < 3; ++i) source.real();    // the highest weights, and what is 100 %
  const std::uint64_t count = source.number();
  if (count > source.left() / least_bytes) throw ProtocolError("a reply is cut short");
  for (std::uint64_t i = 0; i < count; ++i) {
    FoundMatch& match = found.matches.emplace_back();
    match.weight = source.real();
    match.id = source.count();
    match.tie_key = source.text();
    source.text();  // of its group
    match.grouped = source.count();
  }
  return found;
}

std::string read_exception(std::string_view bytes) {
  if (bytes.empty()) return "its server has a fault";
  Source source(bytes);
  source.byte();  // its kind
  source.text();  // where
  std::string what(source.text());
  if (source.left() > 0) what += fmt::format(" ({})", source.take(source.left()));
  return what;
}

std::optional<Frame> first_frame(std::string_view received) {
  constexpr std::size_t longest_head = 10;  // a kind and a number
  Source source(received);
  if (received.size() < longest_head) {
    // As much of the number as there is may be cut short.
    if (received.size() < 2) return std::nullopt;
    const bool is_long = static_cast<unsigned char>(received[1]) == long_number;
    const bool is_whole = std::ranges::any_of(received.substr(2), [](char c) {
      return (static_cast<unsigned char>(c) & last_byte) != 0;
    });
    if (is_long && !is_whole) return std::nullopt;
  }
  const std::uint8_t kind = source.byte();
  const std::uint64_t size = source.number();
  if (size > largest_reply) throw ProtocolError("a reply is too large");
  if (size > source.left()) return std::nullopt;
  const std::string_view bytes = source.take(size);
  return Frame{.kind = kind, .bytes = bytes, .length = received.size() - source.left()};
}

}  // namespace answers::remote_protocol
