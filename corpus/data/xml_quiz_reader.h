#pragma once

#include <string_view>

namespace answers {

class Input;

/// XML that holds questions and answers: Moodle's <quiz>, IMS QTI 2 items, the <qandaset> of
/// DocBook. Other XML is none of it, and known by that.
int recognises_xml_quiz(std::string_view path, std::string_view head);
void read_xml_quiz(Input& input);

}  // namespace answers
