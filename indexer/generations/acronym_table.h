#pragma once

#include "indexer/analysis/acronyms.h"

#include <xapian.h>

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

class Index;
class RemoteSession;

/// Them as the metadata of an index's head: keys and values.
std::map<std::string, std::string> acronym_rows(std::span<const KnownAcronym> acronyms);

/// Looks acronyms up in the metadata of an index. Cheap to make; each look-up is one in a B-tree.
class Acronyms {
 public:
  explicit Acronyms(const Index& index);

  /// What the abbreviation with this term stands for, the most frequent first.
  std::vector<KnownAcronym> meanings_of(std::string_view term) const;
  /// Those whose long form begins with this term.
  std::vector<KnownAcronym> beginning_with(std::string_view term) const;
  /// All, in byte order of their terms. O(their number).
  std::vector<KnownAcronym> all() const;

 private:
  std::vector<KnownAcronym> look_up(std::string_view kind, std::string_view term) const;

  std::vector<Xapian::Database> databases_;
  std::vector<std::shared_ptr<RemoteSession>> elsewhere_;
};

}  // namespace answers
