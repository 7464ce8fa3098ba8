#pragma once

#include <string_view>

namespace answers {

class Input;

/// YAML: the same trees that JSON is read for (FAQs with sections of questions, lists of pairs,
/// dialogues), several documents in a file as well. In memory, up to 64 MiB.
int recognises_yaml(std::string_view path, std::string_view head);
void read_yaml(Input& input);

}  // namespace answers
