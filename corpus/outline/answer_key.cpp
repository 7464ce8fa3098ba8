#include "corpus/outline/answer_key.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/byte_set.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/indent.h"
#include "corpus/characters/sixteen_bytes.h"
#include "corpus/input/text_lines.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/known_words.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/option_key.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t fewest_entries = 2;
constexpr std::size_t deepest_indent = 3;  // columns

std::size_t depth_of_heading(std::string_view line) {
  std::size_t depth = 0;
  while (depth < line.size() && line[depth] == '#') ++depth;
  return depth <= 6 && line.substr(depth).starts_with(' ') ? depth : 0;
}

/// Where the first digit stands; text.size(): nowhere.
std::size_t first_digit(std::string_view text) {
  return find_byte(text, 0, [](const Sixteen& bytes) { return (bytes >= '0') & (bytes <= '9'); });
}

/// Whether the words of a line announce answers to several questions.
bool announces_key(std::string_view text) {
  constexpr std::size_t longest = 60;  // bytes
  constexpr std::size_t most_words = 6;
  static constexpr std::string_view listed[] = {
      "answers",  "solutions",  "antworten",  "lösungen",  "respuestas", "soluciones",
      "réponses", "corrigé",    "risposte",   "soluzioni", "respostas",  "gabarito",
      "soluções", "ответы",     "решения",    "відповіді", "odpowiedzi", "rozwiązania",
      "odpovědi", "řešení",     "antwoorden", "cevaplar",  "jawaban",    "facit",
      "fasit",    "megoldások", "답안",       "정답",      "答案",       "参考答案",
      "標準答案", "解答",       "الإجابات",   "الأجوبة",   "vastaukset", "oplossingen"};
  static const std::unordered_set<std::string> nouns = [] {
    std::unordered_set<std::string> set;
    for (const std::string_view noun : listed) set.insert(folded_words(noun));
    return set;
  }();
  static const KnownWords announcing = [] {
    KnownWords words(listed);
    for (const std::string_view word : {"key", "keys", "sheet"}) words.add(word);
    return words;
  }();
  static const std::unordered_set<std::string> around = {
      "answer",  "solution", "key",       "keys",      "sheet",        "quiz",    "test",
      "exam",    "correct",  "the",       "all",       "and",          "to",      "for",
      "of",      "with",     "sample",    "model",     "unit",         "part",    "week",
      "chapter", "section",  "questions", "exercises", "explanations", "practice"};
  if (text.size() > longest || !announcing.may_stand_in(text) || ends_in_question_mark(text))
    return false;
  // Nearly every line ends here: its markup takes away no word that announces.
  const std::string written = folded_words(text);
  const bool may_announce = [&written] {
    for (std::size_t begin = 0; begin < written.size();) {
      const std::size_t end = std::min(written.find(' ', begin), written.size());
      const std::string word = written.substr(begin, end - begin);
      if (word == "key" || word == "keys" || word == "sheet" || nouns.contains(word)) return true;
      begin = end + 1;
    }
    return false;
  }();
  if (!may_announce) return false;
  const bool heading = depth_of_heading(text) > 0;
  const std::string folded = folded_words(plain_inline(text));
  if (folded == "key" || folded == "keys") return true;
  bool noun = false;
  bool single = false;  // "answer", "solution": of one, but in a word for keys
  bool key = false;
  std::size_t words = 0;
  std::size_t others = 0;  // "Choose two answers"
  for (std::size_t begin = 0; begin < folded.size(); ++words) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string word = folded.substr(begin, end - begin);
    noun = noun || nouns.contains(word);
    single = single || word == "answer" || word == "solution" || word == "quiz";
    key = key || word == "key" || word == "keys" || word == "sheet";
    others += !nouns.contains(word) && !around.contains(word) && !is_digit(word.front()) ? 1U : 0U;
    begin = end + 1;
  }
  return words <= most_words && (noun || (single && key)) && (heading || others == 0);
}

/// A line that begins with a number, as questions and the entries of keys do.
struct Entry {
  std::size_t line = 0;
  int value = 0;
  std::string_view text{};  ///< behind the number
  std::uint32_t style = 0;  ///< how it is marked; those of one list have the same
};

/// Takes a number of at most three digits from the beginning; 0 where there is none.
int take_number(std::string_view& text) {
  constexpr std::size_t most_digits = 3;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const auto digits = static_cast<std::size_t>(end - text.data());
  if (error != std::errc() || value <= 0 || digits > most_digits) return 0;
  text.remove_prefix(digits);
  return value;
}

/// `of_key`: what stands between a number and its answer may be more than what stands between one
/// and its question.
std::optional<Entry> entry_at(std::string_view line, std::size_t index, bool of_key) {
  if (line.size() < 2 || first_digit(line) == line.size() || indent_of(line) > deepest_indent)
    return std::nullopt;
  std::string_view text = trimmed(line);
  std::uint32_t style = 0;
  if (const std::size_t depth = depth_of_heading(text); depth > 0) {
    style = static_cast<std::uint32_t>(depth);
    text = trimmed(text.substr(depth));
  }
  if (text.starts_with("- ") || text.starts_with("* ") || (of_key && text.starts_with("| "))) {
    style += 8;
    text = trimmed(text.substr(2));
  }
  for (const std::string_view mark : {"**", "__", "<b>", "<strong>"}) {
    if (!text.starts_with(mark)) continue;
    style += 16;
    text = trimmed(text.substr(mark.size()));
    break;
  }
  constexpr std::size_t longest_label = 24;  // bytes, up to its number
  const std::size_t digit = first_digit(text.substr(0, longest_label));
  if (digit == std::min(longest_label, text.size())) return std::nullopt;
  if (const auto label = digit == 0 ? std::nullopt : leading_label(text);
      label && !label->number.empty()) {
    std::string_view number = label->number;
    const int value = take_number(number);
    if (value == 0 || !number.empty()) return std::nullopt;
    return Entry{index, value, label->rest, style + 32};
  }
  if (text.front() == '(') text.remove_prefix(1);
  const int value = take_number(text);
  if (value == 0) return std::nullopt;
  static constexpr ByteSet closers_of_key(" .):]-|=*_");
  static constexpr ByteSet closers(".):]*_");
  const std::size_t close = (of_key ? closers_of_key : closers).first_beyond(text);
  const std::string_view closer = trimmed(text.substr(0, close));
  const std::string_view rest = text.substr(close);
  const bool parted = rest.empty() || rest.front() == ' ' || (close > 0 && !is_digit(rest.front()));
  if (closer.empty() || !parted) return std::nullopt;
  return Entry{index, value, trimmed(rest),
               style + 64U * static_cast<unsigned char>(closer.front())};
}

using Chain = std::vector<Entry>;

/// Adds an entry that goes on counting or begins anew; false for any other.
bool add_to(std::vector<Chain>& chains, const Entry& entry) {
  const bool goes_on = !chains.empty() && entry.value == chains.back().back().value + 1;
  if (!goes_on && !chains.empty() && entry.value != 1) return false;
  if (!goes_on) chains.emplace_back();
  chains.back().push_back(entry);
  return true;
}

struct Key {
  AnswerKey lines{};
  std::vector<Chain> chains{};
  bool in_line = false;       ///< the entries stand in one paragraph: each text is the whole answer
  std::size_t first_end = 0;  ///< where the first chain ends, if a title stands behind it
};

std::size_t count_of(const std::vector<Chain>& chains) {
  std::size_t count = 0;
  for (const Chain& chain : chains) count += chain.size();
  return count;
}

/// "1-B, 2-C", "1. Oslo 2. Lima" in one text that begins with a number.
Chain entries_in(std::string_view text, std::size_t line) {
  constexpr std::string_view marks = " \t.):]-=(\n";
  Chain chain;
  std::size_t at = 0;
  for (;;) {
    std::string_view rest = text.substr(at);
    const int value = take_number(rest);
    if (value == 0) return chain;
    const std::size_t begin = std::min(rest.find_first_not_of(marks), rest.size());
    rest.remove_prefix(begin);
    // The next number is one more and stands apart.
    const std::string next = std::to_string(value + 1);
    std::size_t end = rest.find(next);
    for (; end != std::string_view::npos; end = rest.find(next, end + 1)) {
      const std::size_t behind = end + next.size();
      const bool apart =
          end > 0 && std::string_view(" \t\n,;|(").find(rest[end - 1]) != std::string_view::npos;
      if (apart && behind < rest.size() && !is_digit(rest[behind])) break;
    }
    std::string_view said = trimmed(rest.substr(0, end));
    while (!said.empty() && std::string_view(" ,;|(").find(said.back()) != std::string_view::npos)
      said.remove_suffix(1);
    if (said.ends_with(')') && said.find('(') == std::string_view::npos) said.remove_suffix(1);
    if (said.empty()) return chain;
    chain.push_back({line, value, said, 0});
    if (end == std::string_view::npos) return chain;
    at = static_cast<std::size_t>(rest.data() - text.data()) + end;
  }
}

class Keys {
 public:
  Keys(const TextLines& lines, const std::function<bool(std::size_t)>& is_code)
      : lines_(lines), is_code_(is_code) {}

  KeyedQuestions find() {
    KeyedQuestions found;
    std::size_t counted = 0;  // lines that belong to a key above
    for (std::size_t line = 0; line < lines_.count();) {
      if (auto key = key_at(line)) {
        count_entries(counted, line);
        bool fits = join(*key, found);
        if (!fits && key->first_end > 0) {
          key->chains.resize(1);
          key->lines.last = key->first_end;
          fits = join(*key, found);
        }
        if (fits) found.keys.push_back(key->lines);
        line = counted = key->lines.last;
      } else {
        ++line;
      }
    }
    return found;
  }

 private:
  /// Finds what counts in lines [first, last), where a key stands below: most texts have none.
  void count_entries(std::size_t first, std::size_t last) {
    styles_.clear();
    headings_.clear();
    for (std::size_t line = first; line < last; ++line) {
      const std::string_view whole = lines_.line(line);
      if (is_code_(line)) continue;
      if (const auto entry = entry_at(whole, line, false))
        add_to(styles_[entry->style], *entry);
      else if (depth_of_heading(whole) > 0)
        headings_.push_back(line);
    }
  }

  /// The key that is announced at `line`; nullopt for any other line.
  std::optional<Key> key_at(std::size_t line) {
    const std::string_view whole = lines_.line(line);
    if (is_blank(whole) || is_code_(line)) return std::nullopt;
    if (is_announcement(line)) return list_below(line);
    if (line < no_key_until_) return std::nullopt;
    // All in one paragraph: "Answers: 1-B, 2-C".
    const std::size_t digit = first_digit(whole.substr(0, longest_name));
    if (digit == std::min(longest_name, whole.size()) || digit < 3) return std::nullopt;
    const std::size_t name = whole.find_last_not_of(" (", digit - 1) + 1;
    if (!announces_key(whole.substr(0, name))) return std::nullopt;
    std::size_t last = line + 1;
    while (last < lines_.count() && !is_blank(lines_.line(last)) && !is_code_(last)) ++last;
    Key key{{line, last}, {entries_in(lines_.lines(line, last).substr(digit), line)}, true};
    if (count_of(key.chains) >= fewest_entries) return key;
    no_key_until_ = last;
    return std::nullopt;
  }

  /// Whether a line announces a list of answers that begins right below it.
  bool is_announcement(std::size_t line) {
    const std::string_view whole = lines_.line(line);
    if (whole.size() > longest_name) return false;
    const std::size_t below = next_shown(line);
    if (below == lines_.count() || is_code_(below)) return false;
    const std::string_view next = lines_.line(below);
    return (depth_of_heading(next) > 0 || entry_at(next, below, true)) && announces_key(whole);
  }

  /// The first line below that shows something of its own; a table's rows all have the same.
  std::size_t next_shown(std::size_t line) {
    if (line < trimmings_ || line >= shown_) {
      trimmings_ = line;
      shown_ = line + 1;
      while (shown_ < lines_.count() && is_trimming(lines_.line(shown_))) ++shown_;
    }
    return shown_;
  }

  /// The numbered entries below an announcement, up to a heading that is no part of the key.
  std::optional<Key> list_below(std::size_t announcement) {
    const std::size_t depth = depth_of_heading(trimmed(lines_.line(announcement)));
    Key key;
    std::size_t apart = 0;  // a paragraph at the margin below the last entry
    bool any_apart = false;
    std::size_t line = announcement + 1;
    for (; line < lines_.count(); ++line) {
      const std::string_view whole = lines_.line(line);
      if (trimmed(whole).starts_with("</details")) break;
      if (is_code_(line) || is_trimming(whole)) continue;
      const auto entry = entry_at(whole, line, true);
      const std::size_t here = depth_of_heading(whole);
      if (here > 0 && !entry && (depth == 0 || here <= depth)) break;
      if (!entry && is_announcement(line)) break;
      const std::size_t chains = key.chains.size();
      if (entry && add_to(key.chains, *entry)) {
        if (apart > 0 && chains == 1 && key.chains.size() == 2) key.first_end = apart;
        any_apart = any_apart || apart > 0;
        apart = 0;
      } else if (apart == 0 && here == 0 && !key.chains.empty() && indent_of(whole) == 0 &&
                 is_blank(lines_.line(line - 1))) {
        apart = line;
      }
    }
    key.lines = {announcement, apart > 0 && !any_apart ? apart : line};
    if (key.chains.empty()) return std::nullopt;
    // "1. B   2. C   3. A" in one line, or several such.
    const std::size_t first = key.chains.front().front().line;
    const std::string_view all = lines_.lines(first, key.lines.last);
    Chain chain =
        entries_in(all.substr(std::min(all.find_first_of("0123456789"), all.size())), first);
    if (chain.size() > count_of(key.chains)) {
      key.chains = {std::move(chain)};
      key.in_line = true;
    }
    if (count_of(key.chains) < fewest_entries) return std::nullopt;
    return key;
  }

  /// Nothing, a rule, a tag, a row of a table.
  static bool is_trimming(std::string_view line) {
    line = trimmed(line);
    return (line.starts_with('|') && entry_at(line, 0, true) == std::nullopt) ||
           (line.starts_with('<') && line.ends_with('>') && !line.starts_with("<b>")) ||
           line.find_first_not_of("-=*_~") == std::string_view::npos;
  }

  /// What the key says of the entry: its line and those below.
  std::string answer_of(const Key& key, std::size_t chain, std::size_t index) const {
    const Entry& entry = key.chains[chain][index];
    const Entry* next = nullptr;
    if (index + 1 < key.chains[chain].size())
      next = &key.chains[chain][index + 1];
    else if (chain + 1 < key.chains.size())
      next = &key.chains[chain + 1].front();
    std::string text(entry.text);
    if (key.in_line) return text;
    if (trimmed(lines_.line(entry.line)).starts_with('|')) {
      std::replace(text.begin(), text.end(), '|', ' ');
      return std::string(trimmed(text));
    }
    const std::size_t last = next == nullptr ? key.lines.last : next->line;
    for (std::size_t line = entry.line + 1; line < last; ++line) {
      if (depth_of_heading(lines_.line(line)) > 0 && !is_code_(line)) break;
      text.append("\n").append(lines_.line(line));
    }
    return std::string(trimmed(text));
  }

  /// The first line below a question that is none of its own: it goes on where its line ends in the
  /// middle of a sentence and the next begins like no option.
  std::size_t end_of_title(const Entry& entry, std::size_t end) const {
    std::size_t line = entry.line + 1;
    std::string_view above = trimmed(entry.text);
    for (; line < end; ++line) {
      const std::string_view next = trimmed(lines_.line(line));
      const bool ended =
          above.empty() || std::string_view(".:?!*>").find(above.back()) != std::string_view::npos;
      const bool option = next.size() < 2 || !is_word_byte(next[0]) || !is_word_byte(next[1]);
      if (ended || option) break;
      above = next;
    }
    return line;
  }

  /// Gives the entries of a key to what is numbered above it. False where nothing fits.
  bool join(const Key& key, KeyedQuestions& found) const {
    const std::vector<Chain>* best = nullptr;
    std::size_t most = 0;
    for (const auto& [style, chains] : styles_) {
      if (chains.size() < key.chains.size()) continue;
      const std::size_t skipped = chains.size() - key.chains.size();
      std::size_t matched = 0;
      for (std::size_t i = 0; i < key.chains.size() && matched != none; ++i) {
        const Chain& asked = chains[skipped + i];
        const Chain& told = key.chains[i];
        const std::size_t both = std::min(asked.size(), told.size());
        const bool fits = asked.front().value == told.front().value &&
                          3 * (std::max(asked.size(), told.size()) - both) <= both;
        matched = fits ? matched + both : none;
      }
      if (matched == none || matched < std::max(most, fewest_entries)) continue;
      const bool nearer =
          best == nullptr || matched > most || chains.back().back().line > best->back().back().line;
      if (!nearer) continue;
      best = &chains;
      most = matched;
    }
    if (best == nullptr || answers_ask(key) || !(answers_are_short(key) || asks(*best)))
      return false;
    const std::size_t skipped = best->size() - key.chains.size();
    for (std::size_t i = 0; i < key.chains.size(); ++i) {
      const Chain& asked = (*best)[skipped + i];
      for (std::size_t k = 0; k < asked.size() && k < key.chains[i].size(); ++k) {
        const std::size_t next = k + 1 < asked.size() ? asked[k + 1].line
                                 : skipped + i + 1 < best->size()
                                     ? (*best)[skipped + i + 1].front().line
                                     : key.lines.first;
        const auto heading = std::ranges::lower_bound(headings_, asked[k].line);
        const std::size_t end = heading == headings_.end() ? next : std::min(next, *heading);
        std::string answer = answer_of(key, i, k);
        if (answer.empty()) continue;
        const std::size_t text = end_of_title(asked[k], end);
        const auto begin = static_cast<std::size_t>(asked[k].text.data() - lines_.text.data());
        const std::string_view title =
            std::string_view(lines_.text).substr(begin, lines_.begins[text] - begin);
        found.questions.push_back({asked[k].line, text, end, trimmed(title), std::move(answer)});
      }
    }
    return true;
  }

  /// Whether the entries of a key are questions themselves: then their answers stand below them.
  static bool answers_ask(const Key& key) {
    std::size_t asking = 0;
    for (const Chain& chain : key.chains) {
      for (const Entry& entry : chain) asking += ends_in_question_mark(entry.text) ? 1U : 0U;
    }
    return 2 * asking >= count_of(key.chains);
  }

  /// Whether most entries say no more than a letter, a number or "true".
  static bool answers_are_short(const Key& key) {
    constexpr std::size_t longest = 6;  // bytes
    std::size_t brief = 0;
    for (const Chain& chain : key.chains) {
      for (const Entry& entry : chain) brief += entry.text.size() <= longest ? 1U : 0U;
    }
    return 2 * brief >= count_of(key.chains);
  }

  /// Whether most of what is numbered asks something, has options or a gap: the steps of one answer
  /// and those of the next ("Solutions:") are numbered, too.
  bool asks(const std::vector<Chain>& chains) const {
    constexpr std::size_t most_options = 8;
    std::size_t asking = 0;
    for (const Chain& chain : chains) {
      for (const Entry& entry : chain) {
        std::size_t below = entry.line + 1;
        while (below < lines_.count() && is_blank(lines_.line(below))) ++below;
        const bool has_options =
            below < lines_.count() && leading_option_key(trimmed(lines_.line(below)), most_options);
        const bool is_question = has_options || entry.text.find("__") != std::string_view::npos ||
                                 reads_like_question(plain_inline(entry.text));
        asking += is_question ? 1U : 0U;
      }
    }
    return 2 * asking >= count_of(chains);
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  static constexpr std::size_t longest_name = 60;  // bytes

  const TextLines& lines_;
  const std::function<bool(std::size_t)>& is_code_;
  std::map<std::uint32_t, std::vector<Chain>> styles_{};  ///< what counts above the next key
  std::vector<std::size_t> headings_{};                   ///< unnumbered, likewise
  std::size_t trimmings_ = 0;  ///< lines between this one and shown_ are such
  std::size_t shown_ = 0;
  std::size_t no_key_until_ = 0;  ///< a paragraph that announces one and has none ends there
};

}  // namespace

KeyedQuestions keyed_questions(const TextLines& lines,
                               const std::function<bool(std::size_t line)>& is_code) {
  return Keys(lines, is_code).find();
}

}  // namespace answers
