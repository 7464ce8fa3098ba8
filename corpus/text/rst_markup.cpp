#include "corpus/text/rst_markup.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/indent.h"
#include "corpus/text/code_fence.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// How far inline markup may reach: what a hostile line costs at most a sign.
constexpr std::size_t longest_span = 400;

/// Roles whose text is code.
constexpr std::array<std::string_view, 20> code_roles = {
    "code", "file", "option", "envvar", "command", "program", "class", "func", "meth", "mod",
    "attr", "data", "const",  "exc",    "obj",     "literal", "kbd",   "samp", "term", "py:func"};

/// "text <target>" without the target, and "~a.b.c" as "c".
std::string_view without_target(std::string_view text) {
  if (text.ends_with('>')) {
    const std::size_t begin = text.rfind('<');
    if (begin != std::string_view::npos && begin > 0) return trimmed(text.substr(0, begin));
  }
  if (text.starts_with('~')) return text.substr(text.rfind('.') + 1);
  return text;
}

/// Takes ":name:" off the end of `plain`, where it stands before an opening back-quote.
std::string take_role(std::string& plain) {
  if (!plain.ends_with(':')) return {};
  std::size_t begin = plain.size() - 1;
  while (begin > 0 && (is_word_byte(plain[begin - 1]) || plain[begin - 1] == ':' ||
                       plain[begin - 1] == '-' || plain[begin - 1] == '_'))
    --begin;
  if (plain[begin] != ':' || plain.size() - begin < 3) return {};
  std::string role = plain.substr(begin + 1, plain.size() - begin - 2);
  plain.resize(begin);
  return role;
}

enum class Dress { plain, markdown };

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos &&
         text.find_first_of(" ()<>") == std::string_view::npos;
}

/// "`text <https://…>`_", "`text <name_>`_" and "`name`_" as links of Markdown; empty where they
/// lead to no address.
std::string linked(std::string_view text, const RstTargets& targets) {
  std::string_view shown = text;
  std::string_view address = text;
  bool named = true;
  if (const std::size_t begin = text.rfind('<');
      text.ends_with('>') && begin != std::string_view::npos && begin > 0) {
    shown = trimmed(text.substr(0, begin));
    address = text.substr(begin + 1, text.size() - begin - 2);
    named = address.ends_with('_');
    if (named) address.remove_suffix(1);
  }
  if (named) {
    const auto target = targets.find(lower_ascii(address));
    if (target == targets.end()) return {};
    address = target->second;
  }
  if (!is_address(address)) return {};
  return std::string("[").append(shown).append("](").append(address) + ')';
}

/// Where the word that `text` ends with begins.
std::size_t begin_of_word(std::string_view text) {
  constexpr std::size_t longest_word = 60;
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < longest_word && is_word_byte(text[begin - 1])) --begin;
  return begin;
}

/// Whether what `text` ends with is a reference where "_" and `next` follow: of one word, for
/// "snake_case_" is a name in a program.
bool ends_reference(std::string_view text, char next) {
  if (std::string_view("\n.,;:)").find(next) == std::string_view::npos) return false;
  const std::size_t begin = begin_of_word(text);
  return begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '\n' || text[begin - 1] == '(';
}

/// Text without inline markup, or with that of Markdown; ``code`` becomes `code`.
std::string inline_text(std::string_view rst, Dress dress, const RstTargets& targets) {
  const bool markdown = dress == Dress::markdown;
  std::string plain;
  for (std::size_t at = 0; at < rst.size();) {
    const std::string_view rest = rst.substr(at, longest_span);
    const char sign = rest.front();
    if (sign == '\\' && rest.size() > 1) {
      if (markdown && rest[1] != ' ') plain += sign;
      if (rest[1] != ' ') plain += rest[1];
      at += 2;
      continue;
    }
    if (rest.starts_with("``") && rest.find("``", 2) != std::string_view::npos) {
      const std::size_t end = rest.find("``", 2);
      const std::string_view code = rest.substr(2, end - 2);
      const std::string_view ticks = code.find('`') == std::string_view::npos ? "`" : "``";
      plain.append(ticks).append(code).append(ticks);
      at += end + 2;
      continue;
    }
    const std::size_t closed = sign == '`' ? rest.find('`', 1) : std::string_view::npos;
    if (closed != std::string_view::npos &&
        rest.substr(0, closed).find("\n\n") == std::string_view::npos) {
      const std::size_t end = closed;
      const std::string role = take_role(plain);
      const std::string_view text = rest.substr(1, end - 1);
      const bool refers = rest.substr(end + 1, 1) == "_";
      // What has no role people mean as code.
      const bool code = std::ranges::find(code_roles, role) != code_roles.end() ||
                        (markdown && role.empty() && !refers);
      const std::string link = markdown && refers ? linked(text, targets) : std::string();
      const std::string_view sign_of_role = code ? "`" : role == "math" ? "$" : "";
      plain.append(sign_of_role)
          .append(!link.empty()                         ? std::string_view(link)
                  : markdown && role.empty() && !refers ? text
                                                        : without_target(text))
          .append(sign_of_role);
      at += end + 1;
      while (at < rst.size() && rst[at] == '_') ++at;
      continue;
    }
    if (!markdown && (sign == '*' || sign == '|')) {
      const std::size_t run = rest.starts_with("**") ? 2 : 1;
      const std::size_t end = rest.find(rest.substr(0, run), run);
      const bool opens = (at == 0 || !is_word_byte(rst[at - 1])) && rest.size() > run &&
                         rest[run] != ' ' && end != std::string_view::npos && end > run &&
                         rest[end - 1] != ' ';
      if (opens) {
        plain += rest.substr(run, end - run);
        at += end + run;
        continue;
      }
    }
    // "[#note]_" is a footnote's mark.
    if (markdown && rest.starts_with("[#")) {
      const std::size_t end = rest.find_first_of("]\n");
      if (end != std::string_view::npos && rest.substr(end).starts_with("]_")) {
        at += end + 2;
        continue;
      }
    }
    // "name_" is a reference.
    if (sign == '_' && at > 0 && is_word_byte(rst[at - 1]) && at + 1 < rst.size() &&
        (rst[at + 1] == ' ' || (markdown && ends_reference(plain, rst[at + 1])))) {
      const std::size_t name = begin_of_word(plain);
      const std::string link =
          markdown ? linked(std::string_view(plain).substr(name), targets) : std::string();
      if (!link.empty()) plain.replace(name, std::string::npos, link);
      ++at;
      continue;
    }
    plain += sign;
    ++at;
  }
  return plain;
}

constexpr std::array<std::string_view, 7> code_directives = {
    "code", "code-block", "sourcecode", "prompt", "parsed-literal", "literalinclude", "testcode"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> notes = {{
    {"note", "Note"},
    {"warning", "Warning"},
    {"tip", "Tip"},
    {"hint", "Hint"},
    {"important", "Important"},
    {"caution", "Caution"},
    {"attention", "Attention"},
    {"danger", "Danger"},
    {"error", "Error"},
    {"seealso", "See also"},
}};

/// Notes within notes: deeper ones stay as they are.
constexpr int deepest_note = 4;

/// "~~~~~", "-----": the line below a title.
bool is_underline(std::string_view line) {
  constexpr std::string_view signs = "=-`:'\"~^_*+#<>.";
  line = line.substr(0, line.find_last_not_of(" \t") + 1);
  return line.size() >= 3 && signs.find(line.front()) != std::string_view::npos &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

/// "+-----+-----+" or "=====  ====": the first line of a table.
bool is_border(std::string_view text) {
  if (text.starts_with("+-")) return text.find_first_not_of("+-=") == std::string_view::npos;
  return text.starts_with("==") && text.find(' ') != std::string_view::npos &&
         text.find_first_not_of("= ") == std::string_view::npos;
}

/// How many bytes of "- text", "#. text", "12. text" stand before the text.
std::size_t mark_of_item(std::string_view text) {
  std::size_t sign = std::min(text.find_first_not_of("0123456789#"), text.size());
  if (sign > 3) return 0;
  const bool bullet = sign == 0 && (text.starts_with("- ") || text.starts_with("* "));
  const bool number = sign > 0 && text.substr(sign).starts_with(". ");
  return bullet ? 2 : number ? sign + 2 : 0;
}

class Converter {
 public:
  Converter(std::string_view rst, const RstTargets& targets, int depth)
      : lines_(lines_in(rst)), targets_(targets), depth_(depth) {}

  std::string convert() {
    while (at_ < lines_.size()) step();
    finish_prose();
    return std::move(out_);
  }

 private:
  void step() {
    const std::string_view line = lines_[at_];
    const std::string_view text = trimmed(line);
    if (const RstDirective directive = rst_directive(line); !directive.name.empty()) {
      if (take_directive(directive)) return;
    } else if (text.starts_with(".. [") || text.starts_with(".. _")) {
      ++at_;  // a footnote, or where a name leads
      if (text[3] == '[')
        prose_.append(line.substr(0, indent_of(line))).append(text.substr(3)) += '\n';
      return;
    } else if (text.starts_with(">>> ") || is_border(text)) {
      const std::size_t end = next_blank(at_);
      return add_fence(indent_of(line), text.front() == '>' ? "python" : "", at_, end);
    } else if (is_title()) {
      finish_prose();
      out_.append("### ").append(plain_rst(text)) += '\n';
      at_ += 2;
      return;
    }
    const std::size_t mark = mark_of_item(text);
    std::string_view said = line;
    if (text.starts_with("#. ")) {
      prose_.append(line.substr(0, line.find('#'))) += '1';
      said = line.substr(line.find('#') + 1);
    }
    ++at_;
    if (!text.ends_with("::")) {
      prose_.append(said) += '\n';
      return;
    }
    said = said.substr(0, said.rfind("::"));
    if (!is_blank(said)) {
      const bool apart = said.ends_with(' ');
      prose_.append(said.substr(0, said.find_last_not_of(' ') + 1)).append(apart ? "\n" : ":\n");
    }
    const std::size_t begin = first_text(at_);
    const std::size_t end = end_of_block(begin, indent_of(line) + mark);
    if (end > begin) add_fence(indent_of(line) + mark, "", begin, end);
  }

  bool is_title() const {
    const std::string_view line = lines_[at_];
    return !is_blank(line) && indent_of(line) == 0 && at_ + 1 < lines_.size() &&
           (at_ == 0 || is_blank(lines_[at_ - 1])) && is_underline(lines_[at_ + 1]) &&
           !is_underline(line);
  }

  bool take_directive(const RstDirective& directive) {
    const std::size_t indent = indent_of(lines_[at_]);
    const std::size_t end = end_of_block(first_text(at_ + 1), indent);
    if (std::ranges::find(code_directives, directive.name) != code_directives.end()) {
      const std::size_t begin = behind_options(at_ + 1, end);
      const std::string_view language = directive.argument.substr(0, directive.argument.find(' '));
      if (begin >= end) {
        at_ = std::max(end, at_ + 1);
      } else {
        add_fence(indent, language, begin, end);
      }
      return true;
    }
    if (directive.name == "image" || directive.name == "figure") {
      finish_prose();
      out_.append(std::string(indent, ' ')).append("![](").append(directive.argument).append(")\n");
      const std::size_t begin = behind_options(at_ + 1, end);
      return add_block({}, indent, begin, end);
    }
    const auto* const note =
        std::ranges::find(notes, directive.name, &decltype(notes)::value_type::first);
    if (note == notes.end() || depth_ >= deepest_note) return false;
    std::string head = "**" + std::string(note->second) + ":**";
    if (!directive.argument.empty())
      head += ' ' + inline_text(directive.argument, Dress::markdown, targets_);
    return add_block(head, indent, behind_options(at_ + 1, end), end);
  }

  /// The lines `begin` … `end`, behind `head`, as far in as what they belong to.
  bool add_block(const std::string& head, std::size_t indent, std::size_t begin, std::size_t end) {
    finish_prose();
    std::string block;
    for (std::size_t line = begin; line < end; ++line) block.append(lines_[line]) += '\n';
    block = Converter(without_common_indent(std::move(block)), targets_, depth_ + 1).convert();
    const bool beside = !head.empty() && !block.starts_with("```") && !block.starts_with("**") &&
                        mark_of_item(block) == 0;
    block = head.empty() ? block : head + (beside ? " " : "\n\n") + block;
    for (std::size_t at = 0; at < block.size();) {
      const std::size_t stop = std::min(block.find('\n', at), block.size());
      if (stop > at) out_.append(indent, ' ').append(block, at, stop - at);
      out_ += '\n';
      at = stop + 1;
    }
    at_ = std::max(end, at_ + 1);
    return true;
  }

  void add_fence(std::size_t indent, std::string_view language, std::size_t begin,
                 std::size_t end) {
    finish_prose();
    while (end > begin && is_blank(lines_[end - 1])) --end;
    std::string code;
    for (std::size_t line = begin; line < end; ++line) code.append(lines_[line]) += '\n';
    code = without_common_indent(std::move(code));
    const std::string fence = fence_around(code);
    const std::string margin(indent, ' ');
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
    out_.append(margin).append(fence).append(language) += '\n';
    for (std::size_t at = 0; at < code.size();) {
      const std::size_t stop = std::min(code.find('\n', at), code.size());
      out_.append(margin).append(code, at, stop - at) += '\n';
      at = stop + 1;
    }
    out_.append(margin).append(fence) += '\n';
    at_ = end;
  }

  void finish_prose() { out_ += inline_text(std::exchange(prose_, {}), Dress::markdown, targets_); }

  std::size_t first_text(std::size_t line) const {
    while (line < lines_.size() && is_blank(lines_[line])) ++line;
    return line;
  }
  std::size_t next_blank(std::size_t line) const {
    while (line < lines_.size() && !is_blank(lines_[line])) ++line;
    return line;
  }
  /// Behind the lines from `line` on that are further in than `indent`.
  std::size_t end_of_block(std::size_t line, std::size_t indent) const {
    std::size_t end = line;
    for (; line < lines_.size(); ++line) {
      if (is_blank(lines_[line])) continue;
      if (indent_of(lines_[line]) <= indent) break;
      end = line + 1;
    }
    return end;
  }
  /// Behind ":name: value" at the beginning of a directive.
  std::size_t behind_options(std::size_t line, std::size_t end) const {
    for (; line < end; ++line) {
      const std::string_view text = trimmed(lines_[line]);
      if (!text.starts_with(':') || text.find(':', 1) == std::string_view::npos ||
          text.find(":`") != std::string_view::npos)
        break;
    }
    return first_text(line);
  }

  std::vector<std::string_view> lines_;
  const RstTargets& targets_;
  int depth_;
  std::size_t at_ = 0;
  std::string prose_;  // not yet in `out_`: spans may go over lines
  std::string out_;
};

}  // namespace

RstDirective rst_directive(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with(".. ")) return {};
  const std::size_t colons = line.find("::");
  if (colons == std::string_view::npos) return {};
  const std::string_view name = trimmed(line.substr(3, colons - 3));
  if (name.empty() || name.find(' ') != std::string_view::npos) return {};
  return {name, trimmed(line.substr(colons + 2))};
}

std::string plain_rst(std::string_view rst) {
  return std::string(trimmed(inline_text(rst, Dress::plain, {})));
}

void add_rst_target(std::string_view line, RstTargets& targets) {
  line = trimmed(line);
  if (!line.starts_with(".. _") || line.starts_with(".. __")) return;
  line.remove_prefix(4);
  const bool quoted = line.starts_with('`');
  const std::size_t end = line.find(quoted ? "`: " : ": ");
  if (end == std::string_view::npos) return;
  const std::string_view name = quoted ? line.substr(1, end - 1) : line.substr(0, end);
  const std::string_view address = trimmed(line.substr(end + (quoted ? 2 : 1)));
  if (is_address(address)) targets.emplace(lower_ascii(name), address);
}

std::string rst_to_markdown(std::string_view rst, const RstTargets& targets) {
  return Converter(rst, targets, 0).convert();
}

}  // namespace answers
