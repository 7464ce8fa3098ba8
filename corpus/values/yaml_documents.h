#pragma once

#include "corpus/values/data_value.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace answers {

/// The documents of a YAML text, read by libyaml: YAML 1.1, at ten times the speed of yaml-cpp.
/// `begin` and `end` of the values are lines, from 0; a plain null is Kind::null, all other scalars
/// are strings, and a key that is no scalar is empty.
class YamlDocuments {
 public:
  /// `text` must outlive this. Never throws but std::bad_alloc. O(length).
  explicit YamlDocuments(std::string_view text);
  ~YamlDocuments();
  YamlDocuments(const YamlDocuments&) = delete;
  YamlDocuments& operator=(const YamlDocuments&) = delete;

  /// Whether all of the text could be read.
  bool whole() const;
  std::size_t size() const;
  /// Where reading stopped and why, where whole() is false: a line from 0; empty where it was not
  /// begun upon.
  std::size_t trouble_line() const;
  std::string trouble() const;
  /// The tree of one document; it lives as long as this. Throws std::runtime_error where it is
  /// nested too deep or, by aliases of aliases, too large.
  DataValue build(std::size_t index);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

struct YamlError {
  std::size_t line = 0;  ///< of the text, from 0
  std::string what{};
};

/// One document, read by yaml-cpp: what libyaml refuses may be YAML 1.2, and yaml-cpp says better
/// what is wrong.
class LenientYamlDocument {
 public:
  /// The first line of `text` counts as `first_line`. Throws YamlError for what is no YAML, and
  /// std::runtime_error beyond the limits of YamlDocuments::build().
  explicit LenientYamlDocument(std::string_view text, std::size_t first_line = 0);
  ~LenientYamlDocument();
  LenientYamlDocument(const LenientYamlDocument&) = delete;
  LenientYamlDocument& operator=(const LenientYamlDocument&) = delete;

  const DataValue& root() const;  ///< lives as long as this

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace answers
