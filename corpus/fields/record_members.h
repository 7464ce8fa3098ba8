#pragma once

#include "corpus/fields/field_names.h"
#include "corpus/record.h"
#include "corpus/values/data_value.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace answers {

/// The members of an object by their role.
struct Fields {
  static constexpr std::size_t roles = static_cast<std::size_t>(FieldRole::difficulty) + 1;
  std::array<const DataMember*, roles> by_role{};
  std::array<int, roles> ranks{};
  std::size_t questions = 0;  ///< members that are named as one

  const DataValue* operator[](FieldRole role) const {
    const DataMember* member = by_role[static_cast<std::size_t>(role)];
    return member == nullptr ? nullptr : &member->value;
  }
  std::string_view key(FieldRole role) const {
    const DataMember* member = by_role[static_cast<std::size_t>(role)];
    return member == nullptr ? std::string_view() : member->key;
  }
};

/// Whether an object has "alternatives" beside its question: other answers, and no other questions.
bool names_alternatives(const Fields& fields);

/// Puts a member that says something about the record (its tags, date, votes …) into it. False when
/// its role says nothing about a record. O(length).
bool set_member(FieldRole role, const DataValue& value, Record& record);

/// Whether a key is the code of a language, with a region or without ("pt-BR").
bool is_language_code(std::string_view key);

/// Whether an object holds one text in several languages, under their codes alone; or a list of
/// texts in each.
bool is_object_of_languages(const DataValue* value);

}  // namespace answers
