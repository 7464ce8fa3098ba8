#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace answers {

/// What a document says its names stand for: ":product: Boat" lets "{product}" be read "Boat".
using AsciidocAttributes = std::map<std::string, std::string, std::less<>>;

/// Takes ":name: value" into `attributes`, ":!name:" out of them; a value that names others has
/// them put in, up to 400 bytes. False: the line is no such entry.
bool take_attribute_entry(std::string_view line, AsciidocAttributes& attributes);

/// `text` with what `attributes` say in place of "{name}"; a name nobody gave stays as it is.
std::string with_attributes(std::string_view text, const AsciidocAttributes& attributes);

}  // namespace answers
