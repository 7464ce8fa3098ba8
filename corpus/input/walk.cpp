#include "corpus/input/walk.h"

#include "corpus/characters/characters.h"
#include "corpus/input/folder.h"
#include "corpus/input/ignore_rules.h"

#include <algorithm>
#include <array>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace answers {
namespace {

namespace fs = std::filesystem;

struct Kind {
  std::string_view reason;
  std::string_view extensions;  // each between blanks
};

constexpr std::array kinds = {
    Kind{"image", " avif bmp drawio eps gif heic ico jpeg jpg png psd svg tif tiff webp "},
    Kind{"audio or video", " aac avi flac m4a mkv mov mp3 mp4 ogg wav webm "},
    Kind{"archive", " deb exe gem jar rar rpm whl "},
    Kind{"office document", " doc key odp ppt pptx xls "},
    Kind{"font", " eot otf ttf woff woff2 "},
    Kind{
        "source code",
        " ada adb ads asm awk bash bat bzl c cbl cc clj cljc cljs cmake cob coffee cpp cr cs css "
        "csx "
        "cu cxx dart el elm erl ex exs f f90 f95 fish fs fsx gd glsl go gradle groovy h hh hlsl "
        "hpp "
        "hrl hs hxx java jl kt kts less lhs lisp lua m4 ml mli mm nim nix pas php pl pm proto ps1 "
        "purs py pyc pyi r rb rei rkt rs sass scala scm scss sh sol styl sv swift tcl tf v vala vb "
        "vhd vhdl vim wasm wat wgsl yrl zig zsh "},
    Kind{"lock file", " lock "},
    Kind{"data of a program",
         " bin db dll map npy npz o obj onnx parquet pickle pkl pt so sqlite sqlite3 "},
};

/// Of these languages lists of questions are read, from files whose names speak of them.
constexpr std::string_view languages_with_lists = " php py rb ";
constexpr std::array<std::string_view, 23> words_for_questions = {
    "faq",    "question", "quiz",     "trivia", "flashcard",  "qna",    "q_a",   "domand",
    "frage",  "pregunta", "pergunta", "vragen", "vraag",      "pytani", "otazk", "otázk",
    "вопрос", "питан",    "voprosy",  "soru",   "pertanyaan", "fråg",   "kysymy"};

constexpr std::string_view lock_files =
    " npm-shrinkwrap.json package-lock.json pnpm-lock.yaml bun.lockb go.sum ";
constexpr std::string_view other_peoples_folders =
    " node_modules bower_components __pycache__ site-packages venv __MACOSX ";

bool lists(std::string_view words, std::string_view word) {
  if (word.empty() || word.find(' ') != std::string_view::npos) return false;
  for (std::size_t at = 0; (at = words.find(word, at)) != std::string_view::npos; ++at) {
    if (words[at - 1] == ' ' && words[at + word.size()] == ' ') return true;
  }
  return false;
}

/// The papers that projects carry: a stem in capitals, or a stem that is never a topic.
std::string_view project_paper(std::string_view name) {
  const std::size_t dot = name.find('.');
  const std::string_view stem = name.substr(0, dot);
  const std::string_view extension =
      dot == std::string_view::npos ? "" : name.substr(name.rfind('.') + 1);
  const std::string small = lower_ascii(stem);
  const auto stem_is = [&](std::initializer_list<std::string_view> stems) {
    return std::ranges::any_of(stems, [&](std::string_view one) {
      return small == one ||
             (small.starts_with(one) && (small[one.size()] == '-' || small[one.size()] == '_'));
    });
  };
  if (!lists(" md markdown txt rst adoc org html source ", extension) && !extension.empty() &&
      stem != "LICENSE" && stem != "COPYING") {
    return "";
  }
  if (stem_is({"license", "licence", "copying", "unlicense", "copyright"})) return "licence";
  if (stem_is({"changelog", "code_of_conduct", "code-of-conduct", "codeowners",
               "pull_request_template", "issue_template", "release-notes", "release_notes",
               "releasenotes"})) {
    return "paper of a project";
  }
  const bool in_capitals =
      small != stem && std::ranges::none_of(stem, [](char c) { return c >= 'a' && c <= 'z'; });
  if (in_capitals && stem_is({"authors", "changes", "contributing", "contributors", "governance",
                              "history", "install", "maintainers", "news", "notice", "security",
                              "sponsors", "thanks", "todo"})) {
    return "paper of a project";
  }
  return "";
}

void tell_trouble(Listener& listener, const fs::path& path, const std::error_code& error) {
  listener.on_trouble({path.string(), 0, error.message(), "it was left out"});
}

struct Entry {
  fs::path path;
  bool is_folder;
};

/// What stands in `folder`, in byte order of the names. Only what may be read.
std::vector<Entry> readable_entries(const fs::path& folder, Listener& listener) {
  std::error_code error;
  const auto listed = list_folder(folder, error);
  if (error) tell_trouble(listener, folder, error);
  std::vector<Entry> entries;
  for (const auto& [name, type_there] : listed) {
    fs::path path = folder / name;
    if (name.starts_with('.')) {
      listener.on_skipped(path.native(), "hidden");
      continue;
    }
    fs::file_type type = type_there;
    if (type == fs::file_type::none) type = fs::symlink_status(path, error).type();
    const bool is_link = type == fs::file_type::symlink;
    if (is_link) type = fs::status(path, error).type();
    if (type == fs::file_type::directory) {
      if (is_link) {
        listener.on_skipped(path.native(), "link to a folder");
      } else if (lists(other_peoples_folders, name)) {
        listener.on_skipped(path.native(), "folder of other people's code");
      } else {
        entries.push_back({std::move(path), true});
      }
    } else if (type == fs::file_type::regular) {
      entries.push_back({std::move(path), false});
    } else if (type == fs::file_type::none || type == fs::file_type::not_found) {
      if (!error) error = std::make_error_code(std::errc::no_such_file_or_directory);
      tell_trouble(listener, path, error);
    } else {
      listener.on_skipped(path.native(), "neither file nor folder");
    }
  }
  return entries;
}

/// A folder that is being read.
struct OpenFolder {
  std::size_t path_bytes = 0;  ///< of its path and the slash behind it
  IgnoreRules rules{};
  std::vector<Entry> entries{};  ///< that are left, the next one last
};

OpenFolder open_folder(const fs::path& path, Listener& listener) {
  OpenFolder folder{path.native().size() + (path.native().ends_with('/') ? 0 : 1),
                    read_ignore_rules(path), readable_entries(path, listener)};
  std::ranges::reverse(folder.entries);
  return folder;
}

/// As git does: the rules of the innermost folder that say something decide.
bool is_left_out(const Entry& entry, const std::vector<OpenFolder>& open) {
  const std::string_view path = entry.path.native();
  for (std::size_t i = open.size(); i-- > 0;) {
    const auto verdict = open[i].rules.leaves_out(path.substr(open[i].path_bytes), entry.is_folder);
    if (verdict) return *verdict;
  }
  return false;
}

}  // namespace

std::string_view unpacked_name(std::string_view path) {
  for (const std::string_view packing : {".gz", ".zst"}) {
    if (path.ends_with(packing)) return path.substr(0, path.size() - packing.size());
  }
  return path;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_named_for_questions(std::string_view path) {
  const std::string small = lower_ascii(file_name(path));
  return std::ranges::any_of(words_for_questions, [&small](std::string_view word) {
    return small.find(word) != std::string::npos;
  });
}

std::string_view reason_to_skip(std::string_view path) {
  const std::string_view name = file_name(unpacked_name(path));
  const std::string small = lower_ascii(name);
  if (lists(lock_files, small)) return "lock file";
  if (const std::string_view paper = project_paper(name); !paper.empty()) return paper;
  const std::size_t dot = small.rfind('.');
  if (dot == std::string::npos || dot == 0) return "";
  const std::string_view extension = std::string_view(small).substr(dot + 1);
  for (const Kind& kind : kinds) {
    if (!lists(kind.extensions, extension)) continue;
    const bool list_of_questions =
        lists(languages_with_lists, extension) && is_named_for_questions(name);
    return list_of_questions ? "" : kind.reason;
  }
  return "";
}

void walk_collection(const fs::path& path, Listener& listener,
                     const std::function<void(const fs::path&)>& visit) {
  const auto visit_file = [&](const fs::path& file) {
    if (const auto reason = reason_to_skip(file.native()); !reason.empty()) {
      listener.on_skipped(file.native(), reason);
    } else {
      visit(file);
    }
  };
  std::error_code error;
  const fs::file_type type = path == "-" ? fs::file_type::none : fs::status(path, error).type();
  if (type == fs::file_type::character || type == fs::file_type::block)
    return listener.on_skipped(path.native(), "a device");
  if (type != fs::file_type::directory) return visit_file(path);
  // Folders still to be read, innermost last.
  std::vector<OpenFolder> open;
  open.push_back(open_folder(path, listener));
  while (!open.empty()) {
    if (open.back().entries.empty()) {
      open.pop_back();
      continue;
    }
    const Entry entry = std::move(open.back().entries.back());
    open.back().entries.pop_back();
    if (is_left_out(entry, open)) {
      listener.on_skipped(entry.path.native(), "named in .answersignore");
    } else if (entry.is_folder) {
      open.push_back(open_folder(entry.path, listener));
    } else {
      visit_file(entry.path);
    }
  }
}

}  // namespace answers
