#pragma once

#include "corpus/listener.h"

#include <filesystem>
#include <functional>
#include <string_view>

namespace answers {

/// Calls `visit` for the files that may be collections: `path` itself when it is a file or "-",
/// all below it when it is a folder, in byte order of the names. Hidden files and folders below
/// `path`, folders of other people's code (node_modules …), what a .answersignore in its folder or
/// one above it below `path` leaves out (see IgnoreRules) and what reason_to_skip() knows are told
/// to `listener` as skipped; a folder that cannot be listed and a link that leads nowhere or round
/// in a circle as trouble. Links to files are followed, links to folders not (but `path` itself).
/// Memory: the names in the folders on the way down. Throws what the listener and `visit` throw.
void walk_collection(const std::filesystem::path& path, Listener& listener,
                     const std::function<void(const std::filesystem::path&)>& visit);

/// Why a file of this name is no collection: "image", "licence", "source code" …; "" when it may be
/// one. The folders before the name do not matter.
std::string_view reason_to_skip(std::string_view path);

/// Whether a file's name speaks of questions ("Faq.tsx", "preguntas.py"), in some languages.
bool is_named_for_questions(std::string_view path);

/// What stands behind the last '/' of `path`: all of it where there is none.
std::string_view file_name(std::string_view path);

/// `path` without the ".gz" or ".zst" that tells how it is packed: what decides the reader.
std::string_view unpacked_name(std::string_view path);

}  // namespace answers
