#!/bin/sh
# kramdown, the Markdown of Jekyll: a line with one "|" in it is a table, with no line of dashes below and no bar at its
# ends. "P(A | B) is a probability." becomes a row of "P(A" and "B) is a probability.", a pipe of the shell its two halves,
# and the bar is gone. In the same text "<<" and ">>" become guillemets, so C++ streams with « and ». Only backticks help.
# One would guess that a table needs its second line, as in GitHub's Markdown and in PHP Markdown Extra.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq ruby3.1=3.1.7+really3.1.2-0+deb12u1 libruby3.1=3.1.7+really3.1.2-0+deb12u1 ruby-kramdown=2.4.0-2 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libruby-3.1.so.3.1')")
RUBYLIB=$(dirname "$(find "$PWD/usr/share" -name kramdown.rb -path '*/lib/kramdown.rb')"):$PWD/usr/lib/ruby/3.1.0
RUBYLIB=$RUBYLIB:$(find "$PWD/usr/lib" -path '*-linux-gnu/ruby/3.1.0' -type d)
export LD_LIBRARY_PATH RUBYLIB
cat >try.rb <<'RUBY'
require "kramdown"
expected = {
  "P(A | B) is a probability." => "<td>P(A</td><td>B) is a probability.</td>",
  "Use cat notes | grep why." => "<td>Use cat notes</td><td>grep why.</td>",
  "Is it a||b?" => "<td>Is it a</td><td> </td><td>b?</td>",
  "Use `cat notes | grep why`." => "<p>Use <code>cat notes | grep why</code>.</p>",
  "cout << x; cin >> y;" => "<p>cout « x; cin » y;</p>",
}
puts "kramdown #{Kramdown::VERSION}"
as_found = expected.map do |text, html|
  seen = Kramdown::Document.new(text).to_html.tr("\u00a0", " ").gsub(/\n */, "").gsub(/<.?(table|tbody|tr)>/, "")
  puts "#{text.ljust(27)} becomes  #{seen}"
  seen == html
end
exit as_found.all?
RUBY
usr/bin/ruby3.1 -E UTF-8:UTF-8 try.rb
