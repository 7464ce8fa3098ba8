#include "corpus/outline/sections.h"

namespace answers {
namespace {

bool all_taken = false;

}  // namespace

void take_sections(bool taken) { all_taken = taken; }

bool sections_are_taken() { return all_taken; }

}  // namespace answers
