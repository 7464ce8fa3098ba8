#pragma once

#include "indexer/remote/address.h"

#include <string>

namespace answers {

/// What is typed behind `ssh` to reach a server: options, and where it is.
std::string ssh_words(const RemoteAddress::Server& server);

}  // namespace answers
