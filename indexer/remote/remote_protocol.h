#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// What a search says to a server of Xapian's (xapian-tcpsrv, xapian-progsrv), and what comes back:
/// protocol 39.1, that of Xapian 1.4 from 1.4.12 on (xapian-core, net/remoteprotocol.h). Xapian's
/// own client waits for every answer before it asks the next; the servers do not want that: they
/// answer one request after the other, however many are on the way.
namespace answers::remote_protocol {

/// Bytes that no such server sends; what() says what is wrong with them.
class ProtocolError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The kinds of what comes back, of those that a search meets.
enum class Reply : std::uint8_t {
  update = 0,  ///< a Greeting
  exception = 1,
  done = 2,
  document = 5,
  statistics = 11,
  value = 16,
  matches = 18,
  metadata = 19,
  metadata_key = 20,
};

/// Answered by one `metadata`, whose bytes are the value; empty: there is none.
std::string metadata_request(std::string_view key);
/// Answered by a `metadata_key` for each that begins so, and `done`.
std::string metadata_keys_request(std::string_view beginning);
/// Answered by one `document`, whose bytes are its data, some `value`, and `done`.
std::string document_request(std::uint32_t id);

/// What matches are looked for, and how many.
struct MatchRequest {
  const Xapian::Query& query;
  std::uint32_t records = 0;  ///< of the database
  std::uint32_t most = 0;
  std::uint32_t counted = 0;                    ///< as far as this their number is exact
  std::optional<Xapian::valueno> tie_slot{};    ///< matches of one weight come in its order
  std::optional<Xapian::valueno> group_slot{};  ///< of each group the best match alone
};
/// Answered by `statistics` and `matches`. The statistics are not waited for: the weights are to be
/// those of terms which no record has, whatever the records have. The weight may ask for nothing
/// else than frequencies and the number of records.
std::string match_request(const MatchRequest& request, const Xapian::Weight& weight);

/// What a connection begins with.
struct Greeting {
  std::uint32_t records = 0;
  std::string uuid{};
};

struct FoundMatch {
  std::uint32_t id = 0;
  double weight = 0;
  std::string tie_key{};
  std::uint32_t grouped = 0;  ///< others of its group
};

struct FoundMatches {
  std::vector<FoundMatch> matches{};  ///< the best first
  std::uint32_t least = 0;            ///< how many match, at least
  std::uint32_t estimated = 0;
  std::uint32_t most = 0;
};

/// These read the bytes of one reply. Linear; throw ProtocolError.
Greeting read_greeting(std::string_view bytes);
FoundMatches read_matches(std::string_view bytes);
/// Of an `exception` what the server says.
std::string read_exception(std::string_view bytes);

/// A reply at the beginning of what was received.
struct Frame {
  std::uint8_t kind = 0;  ///< a Reply, or what a search does not meet
  std::string_view bytes{};
  std::size_t length = 0;  ///< of all of it
};
/// nullopt as long as some of it is missing. O(1). Throws ProtocolError.
std::optional<Frame> first_frame(std::string_view received);

}  // namespace answers::remote_protocol
