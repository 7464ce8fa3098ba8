#pragma once

#include <string_view>

namespace answers {

class Input;

/// Subtitles of talks and lectures, WebVTT and SubRip: what is said without times, names of cues,
/// settings and tags. Where voices are named, what one asks and another says next; else what a
/// plain text with labels has.
int recognises_subtitles(std::string_view path, std::string_view head);
void read_subtitles(Input& input);

}  // namespace answers
