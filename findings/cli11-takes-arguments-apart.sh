#!/bin/sh
# CLI11 2.1.2 gives a list of positional arguments other words than were typed: one that begins with '[' and ends with ']'
# is a list, parted at its commas and without its brackets, so a query [-closed,interval] or a folder [slug] cannot be
# named; and no quotes of the shell help. A whole number is read as C reads a literal, so -n 010 is eight, and an empty
# text, as of -n "$unset", is zero and no error. One would guess that an argument arrives as typed and numbers are decimal.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq libcli11-dev=2.1.2+ds-1 >/dev/null
dpkg -x ./*.deb .
cat >try.cpp <<'CPP'
#include <CLI/CLI.hpp>
int main(int argc, char** argv) {
  CLI::App app;
  std::vector<std::string> words;
  unsigned number = 10;
  app.add_option("WORDS", words);
  app.add_option("-n", number);
  CLI11_PARSE(app, argc, argv);
  for (const auto& word : words) std::cout << '<' << word << '>';
  std::cout << ' ' << number << '\n';
}
CPP
c++ -std=c++17 -O0 -Iusr/include try.cpp -o try
echo "CLI11 2.1.2"
for arguments in '[-closed,interval]' '[slug]' 'x[1]' '-n 010' '-n ""'; do
  eval "set -- $arguments"
  printf '%-20s is %s\n' "$arguments" "$(./try "$@")"
done
[ "$(./try '[-closed,interval]')" = '<-closed><interval> 10' ]
[ "$(./try '[slug]')" = '<slug> 10' ]
[ "$(./try 'x[1]')" = '<x[1]> 10' ]
[ "$(./try -n 010)" = ' 8' ]
[ "$(./try -n '')" = ' 0' ]
