#include "searcher/live/screen.h"

#include "corpus/characters/encoding.h"

#define NCURSES_NOMACROS 1
#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <curses.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace answers {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

constexpr short red_pair = 1;
constexpr short magenta_pair = 2;
constexpr int escape_wait_ms = 25;  // a key that begins with Escape is there at once

constexpr wint_t control(char letter) { return static_cast<wint_t>(letter & 0x1F); }

Key::Kind kind_of_control(wint_t character) {
  switch (character) {
    case control('C'):
      return Key::Kind::interrupt;
    case control('D'):
      return Key::Kind::end_of_input;
    case control('O'):
      return Key::Kind::open;
    case control('U'):
      return Key::Kind::clear;
    case control('W'):
      return Key::Kind::delete_word;
    case control('A'):
      return Key::Kind::home;
    case control('E'):
      return Key::Kind::end;
    case control('B'):
      return Key::Kind::left;
    case control('F'):
      return Key::Kind::right;
    case control('P'):
      return Key::Kind::up;
    case control('N'):
      return Key::Kind::down;
    case control('G'):
      return Key::Kind::escape;
    case '\t':
      return Key::Kind::tab;
    case '\n':
    case '\r':
      return Key::Kind::enter;
    case '\b':
    case 0x7F:
      return Key::Kind::backspace;
    case 0x1B:
      return Key::Kind::escape;
    default:
      return Key::Kind::other;
  }
}

Key::Kind kind_of_code(wint_t code) {
  switch (code) {
    case KEY_UP:
      return Key::Kind::up;
    case KEY_DOWN:
      return Key::Kind::down;
    case KEY_LEFT:
      return Key::Kind::left;
    case KEY_RIGHT:
      return Key::Kind::right;
    case KEY_HOME:
      return Key::Kind::home;
    case KEY_END:
      return Key::Kind::end;
    case KEY_PPAGE:
      return Key::Kind::page_up;
    case KEY_NPAGE:
      return Key::Kind::page_down;
    case KEY_BACKSPACE:
      return Key::Kind::backspace;
    case KEY_ENTER:
      return Key::Kind::enter;
    case KEY_RESIZE:
      return Key::Kind::resize;
    default:
      return Key::Kind::other;
  }
}

}  // namespace

bool has_screen() {
  const char* kind = std::getenv("TERM");
  return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && kind != nullptr &&
         *kind != '\0' && std::string_view(kind) != "dumb";
}

struct Screen::State {
  File terminal{};
  SCREEN* screen = nullptr;
  bool colored = false;
};

Screen::Screen(bool colored) : state_(new State) {
  state_->terminal.reset(std::fopen("/dev/tty", "r+e"));
  if (state_->terminal == nullptr) throw std::runtime_error("there is no terminal to search on");
  // Every text is UTF-8, whatever the person's language is.
  if (std::setlocale(LC_CTYPE, "C.UTF-8") == nullptr) std::setlocale(LC_CTYPE, "");
  use_tioctl(TRUE);
  state_->screen = newterm(nullptr, state_->terminal.get(), state_->terminal.get());
  if (state_->screen == nullptr)
    throw std::runtime_error("this terminal cannot be drawn on; try: answers search QUERY");
  set_term(state_->screen);
  set_escdelay(escape_wait_ms);
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  state_->colored = colored && has_colors();
  if (state_->colored) {
    start_color();
    use_default_colors();
    init_pair(red_pair, COLOR_RED, -1);
    init_pair(magenta_pair, COLOR_MAGENTA, -1);
  }
}

Screen::~Screen() {
  endwin();
  delscreen(state_->screen);
}

std::size_t Screen::rows() const { return static_cast<std::size_t>(std::max(getmaxy(stdscr), 1)); }
std::size_t Screen::columns() const {
  return static_cast<std::size_t>(std::max(getmaxx(stdscr), 1));
}

void Screen::draw(const LiveView& view) {
  werase(stdscr);
  for (std::size_t row = 0; row < view.lines.size(); ++row) {
    const StyledText& line = view.lines[row];
    wmove(stdscr, static_cast<int>(row), 0);
    for (std::size_t begin = 0; begin < line.size();) {
      std::size_t end = begin + 1;
      while (end < line.size() && line.style(end) == line.style(begin)) ++end;
      const std::uint8_t style = line.style(begin);
      attr_t attributes = A_NORMAL;
      if ((style & bold) != 0) attributes |= A_BOLD;
      if ((style & dim) != 0) attributes |= A_DIM;
      if ((style & italic) != 0) attributes |= A_ITALIC;
      if ((style & underlined) != 0) attributes |= A_UNDERLINE;
      short pair = 0;
      if ((style & red) != 0) pair = red_pair;
      if ((style & magenta) != 0) pair = magenta_pair;
      wattr_set(stdscr, attributes, state_->colored ? pair : short{0}, nullptr);
      waddnstr(stdscr, line.text().data() + begin, static_cast<int>(end - begin));
      begin = end;
    }
    wattr_set(stdscr, A_NORMAL, 0, nullptr);
    if (view.selected == row) mvwchgat(stdscr, static_cast<int>(row), 0, -1, A_REVERSE, 0, nullptr);
  }
  wmove(stdscr, static_cast<int>(view.cursor_row), static_cast<int>(view.cursor_column));
  wrefresh(stdscr);
}

Key Screen::wait() {
  wint_t character = 0;
  wtimeout(stdscr, -1);
  const int result = wget_wch(stdscr, &character);
  if (result == ERR) return {.kind = Key::Kind::end_of_input};
  if (result == KEY_CODE_YES) return {.kind = kind_of_code(character)};
  if (character == control('Z')) {
    step_aside([] { std::raise(SIGSTOP); });
    return {.kind = Key::Kind::resize};
  }
  if (character == control('L')) {
    wclear(stdscr);
    return {.kind = Key::Kind::resize};
  }
  if (character < ' ' || character == 0x7F) return {.kind = kind_of_control(character)};
  Key key{.kind = Key::Kind::text};
  append_utf8(key.text, static_cast<char32_t>(character));
  return key;
}

bool Screen::has_more() {
  wint_t character = 0;
  wtimeout(stdscr, 0);
  const int result = wget_wch(stdscr, &character);
  if (result == ERR) return false;
  result == KEY_CODE_YES ? ungetch(static_cast<int>(character))
                         : unget_wch(static_cast<wchar_t>(character));
  return true;
}

void Screen::step_aside(const std::function<void()>& visit) {
  def_prog_mode();
  endwin();
  visit();
  reset_prog_mode();
  wclear(stdscr);
  wrefresh(stdscr);
}

}  // namespace answers
