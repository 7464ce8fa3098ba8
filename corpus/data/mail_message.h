#pragma once

#include <string>
#include <string_view>

namespace answers {

/// A message of a mailbox, as far as a thread of questions needs it. UTF-8.
struct MailMessage {
  std::string id{};       ///< of Message-ID, without brackets
  std::string parents{};  ///< In-Reply-To and References, as written
  std::string subject{};  ///< without "Re:" and the list's name in brackets
  bool is_reply = false;  ///< by its subject
  std::string author{};   ///< a name, else an address
  std::string address{};  ///< lower case
  std::string date{};     ///< as written
  std::string text{};     ///< plain text, or Markdown of HTML; with what is quoted
};

/// Takes a message apart: headers (RFC 2047's words decoded), and of its body the plain text, else
/// the HTML, from quoted-printable or base64 and its charset; paragraphs that were broken for the
/// transport (format=flowed, RFC 3676) are one line each. What is attached is left out. Never
/// fails: what is no header or no part is text. O(length).
MailMessage mail_message(std::string_view bytes);

/// What a reply quotes first of the message that it answers, without the marks; not what that
/// quotes in turn, nor a signature. Empty where nothing is quoted, or its own words come first.
std::string quoted_words(std::string_view text);

/// The text of a reply without signature, the foot of a list, the line "On Monday Ann wrote:", and
/// what is quoted as a whole before or behind it. What is quoted between its own lines stays.
std::string own_words(std::string_view text);

}  // namespace answers
