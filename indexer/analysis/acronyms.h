#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Abbreviations that the records explain themselves: "principal component analysis (PCA)".
/// They are learnt file by file while the index is built, stand in the metadata of its head, and
/// let a query that says one of the two find records that say the other.
namespace answers {

class Analyser;

/// An abbreviation and what it stands for.
struct Acronym {
  std::string short_form{};   ///< "PCA", as written
  std::string long_form{};    ///< "principal component analysis", as written, single blanks
  std::uint64_t records = 0;  ///< in which it is explained so
};

/// Calls `on_found` with short and long form for every explanation in `text`: "long form (SHORT)",
/// "SHORT (long form)", "SHORT stands for long form". After Schwartz and Hearst 2003, "A simple
/// algorithm for identifying abbreviation definitions in biomedical text", and stricter: letters
/// are matched to the beginnings of words where there are any, and only words such as "of" may be
/// passed over. O(length).
void find_acronyms(
    std::string_view text,
    const std::function<void(std::string_view short_form, std::string_view long_form)>& on_found);

/// The acronyms of one file: the first `most` different ones, and how often each is explained.
class AcronymCounter {
 public:
  static constexpr std::size_t most = 2000;

  /// One more record, given by its texts.
  void add(std::initializer_list<std::string_view> texts);
  /// Those that were found, in byte order of short and long form. Empties the counter.
  std::vector<Acronym> take();

 private:
  std::map<std::pair<std::string, std::string>, std::uint64_t> counts_;
  std::vector<std::pair<std::string, std::string>> of_record_;
};

/// An acronym with the terms that it is searched by.
struct KnownAcronym {
  Acronym acronym{};
  std::string term{};                ///< of the short form
  std::vector<std::string> words{};  ///< terms of the long form's words, in order
};

/// Collects the acronyms of all files and decides which are kept: an abbreviation keeps the three
/// meanings explained most often; in all there are at most `most`, those explained most often.
/// What comes out depends on what was added and not on the order.
class AcronymLedger {
 public:
  static constexpr std::size_t most = 20000;
  static constexpr std::size_t most_meanings = 3;

  explicit AcronymLedger(Analyser& analyser) : analyser_(analyser) {}
  void add(std::span<const Acronym> acronyms);
  std::vector<KnownAcronym> settle() const;

 private:
  /// One meaning, in whatever inflection and case it is written.
  struct Meaning {
    std::map<std::pair<std::string, std::string>, std::uint64_t> written{};
    std::uint64_t records = 0;
  };

  Analyser& analyser_;
  std::map<std::pair<std::string, std::vector<std::string>>, Meaning> meanings_;
};

}  // namespace answers
