#pragma once

#include "corpus/input/input.h"

#include <filesystem>
#include <functional>

namespace answers {

class Listener;

/// Whether a file is an archive, by its first bytes: zip (and what is one: .apkg, .docx, .epub),
/// tar, 7z; packed by gzip, zstd, xz or bzip2; or a file packed by xz or bzip2 alone. Throws
/// nothing: what cannot be opened is none.
bool is_archive(const std::filesystem::path& path);

/// Reads an archive as the folder that it is, one file after another without unpacking it to disk:
/// `read` is given an Input for each file that may be a collection, its path that of the archive, a
/// '/', and its own. Packages are read as what they are: Anki's (.apkg, .colpkg), DOCX and ODT
/// documents, which are one Input of Markdown. An archive in an archive (a folder of documents that
/// somebody zipped) is read from memory, up to 512 MiB of it, one in that is not. The listener
/// hears of what is left out: names that leave the archive, archives too deep or too large within,
/// what is encrypted or damaged, and where it ends that more comes out, all in all, than can be
/// meant (250 bytes for one, behind 256 MiB; 100,000 files each).
void read_archive(const std::filesystem::path& path, Listener& listener,
                  const std::function<void(Input&)>& read);

}  // namespace answers
