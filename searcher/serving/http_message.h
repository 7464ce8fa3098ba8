#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {

/// What a client asked, as it came: nothing is decoded or believed.
struct HttpRequest {
  std::string method{};
  std::string target{};                                        ///< "/api/search?q=a%20b"
  std::vector<std::pair<std::string, std::string>> headers{};  ///< names in lower case
  std::string body{};

  /// The value of a header by its name in lower case; empty where there is none. O(headers).
  std::string_view header(std::string_view name) const;
};

struct HttpResponse {
  unsigned status = 200;
  std::string type{};  ///< Content-Type; empty for none
  std::string body{};
  std::vector<std::pair<std::string, std::string>> headers{};  ///< all the others but the length
};

/// A target, taken apart.
struct Target {
  std::string path{};                                             ///< decoded
  std::vector<std::pair<std::string, std::string>> parameters{};  ///< in order, decoded
};

/// "a%2Fb" -> "a/b"; an escape that is none stays as it stands. Any bytes may come out. O(length).
std::string percent_decoded(std::string_view text);

/// Takes a target apart; behind '?' a '+' is a blank. Never fails. O(length).
Target parse_target(std::string_view target);

/// The coding of a response to a request with that Accept-Encoding: "zstd", "gzip" or "" for none.
/// zstd where both are as welcome.
std::string_view chosen_coding(std::string_view accept_encoding);

/// `body` in that coding.
std::string encoded_body(std::string_view body, std::string_view coding);

/// Whether two secrets are equal, in a time that depends on the length of `given` alone.
bool same_secret(std::string_view given, std::string_view secret);

/// The bytes of base64; "" where it is none.
std::string from_base64(std::string_view text);

}  // namespace answers
