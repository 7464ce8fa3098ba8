#pragma once

#include <string_view>

namespace answers {

class Input;

/// One JSON value, or several one after another: an array or object of any size, which is read as
/// DataRecords reads it. Below 4 MiB it is parsed whole; of a larger one the elements, a
/// few hundred at a time, so that memory is constant (64 MiB for the largest element; a larger one
/// is taken apart in turn). What is cut off or damaged is told, and the elements around it are
/// read.
int recognises_json(std::string_view path, std::string_view head);
void read_json(Input& input);

}  // namespace answers
