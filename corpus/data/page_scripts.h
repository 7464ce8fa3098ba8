#pragma once

#include <string>
#include <string_view>

namespace answers {

/// What stands in a page's or a component's elements <script>.
struct PageScripts {
  std::string code{};
  std::string data{};  ///< what a program keeps for itself (`type="application/json"`)
};

/// Both with all else made blank, so that places stay. Not what is data for others
/// (`type="application/ld+json"`). Empty where nothing in it could ask. O(length).
PageScripts scripts_of(std::string_view page);

/// A page that a program makes: its code, and what is shown, each with the other made blank.
struct PageParts {
  std::string code{};
  std::string shown{};
};

/// Code stands between "<?php" or "<?=" and "?>". O(length).
PageParts parts_of_php(std::string_view page);

/// Of a component (Vue, Svelte, Astro) code is what stands at its beginning between "---", as Astro
/// has it; a <template> is shown. Elements of the known libraries that fold something away become
/// <details> and <summary>. O(length).
PageParts parts_of_component(std::string_view page);

/// Of a component of React all is code, and what stands from the first line that begins with a tag
/// to the last one is shown, where some of it is folded away or defined, or its name speaks of
/// questions. O(length).
PageParts parts_of_jsx(std::string_view path, std::string_view page);

}  // namespace answers
