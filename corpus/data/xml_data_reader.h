#pragma once

#include <string_view>

namespace answers {

class Input;

/// XML of no known kind whose elements or attributes are named as questions and answers are
/// (<card front="…" back="…"/>, <pregunta><texto>…</texto><correcta>…</correcta></pregunta>), read
/// as the data that it is. Pages are none of it.
int recognises_xml_data(std::string_view path, std::string_view head);
void read_xml_data(Input& input);

}  // namespace answers
