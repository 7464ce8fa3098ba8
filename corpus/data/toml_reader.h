#pragma once

#include <string_view>

namespace answers {

class Input;

/// TOML: tables of pairs, as Hugo's and Zola's data hold them ("[[item]]", question = "…").
int recognises_toml(std::string_view path, std::string_view head);
void read_toml(Input& input);

}  // namespace answers
