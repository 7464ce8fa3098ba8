#pragma once

#include "corpus/outline/decision.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

namespace answers {

class Listener;

/// What is told of a decision beside its questions: of which file and form ("Markdown"), and the
/// line (from 1) in which a place of its blocks lies.
struct Told {
  std::string_view path{};
  std::string_view form{};
  std::function<std::size_t(std::size_t place)> line_of{};
  bool page = false;  ///< as of decide()
};

/// Tells how many blocks of each kind are questions and why the first of them is one; what asks and
/// was not taken, where the file has questions or speaks of them; and of a listener that wants
/// them, each block with its role, its score and what made that.
void tell(const Told& told, std::span<const Block> blocks, About about, const Decision& decision,
          Listener& listener);

}  // namespace answers
