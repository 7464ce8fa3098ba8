#include "corpus/data/json_text.h"

#include "corpus/characters/characters.h"

#include <nlohmann/json.hpp>

namespace answers {

std::string json_text(const nlohmann::ordered_json& json, int indent) {
  return printable_json(
      json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

}  // namespace answers
