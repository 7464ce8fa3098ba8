#pragma once

#include <cstddef>
#include <optional>
#include <span>

struct GumboInternalNode;

namespace answers {

/// Something to click on and the panel that it opens and closes.
struct Toggle {
  const GumboInternalNode* control = nullptr;
  const GumboInternalNode* panel = nullptr;
  std::size_t at = 0;  ///< the panel, among the siblings
  bool opens =
      false;  ///< markup or classes say that it opens something, and not just that it is a button
};

/// The toggle that begins at `siblings[at]`: that element has no other text than a button, a label,
/// a link or whatever scripts listen to, and the next one is the panel. nullopt for any other.
/// O(size of what is looked at).
std::optional<Toggle> toggle_at(std::span<const GumboInternalNode* const> siblings, std::size_t at);

/// Whether an element is one to click on.
bool is_control(const GumboInternalNode* node);

}  // namespace answers
