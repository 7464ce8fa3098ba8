#pragma once

#include <string_view>

namespace answers {

class Input;

/// Scripts (JavaScript, TypeScript, JSX; the <script> of Vue and Svelte components) that hold
/// questions and answers as literals: `export const faqs = [{ question: "…", answer: "…" }]`. Read
/// as data; nothing is run. A literal counts only if its keys speak of questions, since scripts are
/// full of others.
int recognises_script(std::string_view path, std::string_view head);
void read_script(Input& input);

}  // namespace answers
