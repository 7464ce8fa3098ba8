#!/bin/sh
# reverse_markdown, which makes Markdown of HTML in Ruby: of an item of a list that begins with a paragraph it has that paragraph, and what
# else is in the item is gone: the answer in the paragraph behind the question, the list of answers below it. So it is with HTML that
# has nothing between its tags, as editors in the browser and minifiers write it. With a line break behind <li>, as programs for
# Markdown write it, nothing is gone and nothing is in its item: the mark of the list stands alone, and questions and answers are
# paragraphs behind it. In a table without <th> no line of dashes is written and a bar in a cell is not escaped, so that it is no table,
# and a|b would be parted into two cells. Nothing warns. One would guess an item with all that is in it, as pandoc writes it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq ruby3.1=3.1.7+really3.1.2-0+deb12u1 libruby3.1=3.1.7+really3.1.2-0+deb12u1 ruby-reverse-markdown=1.4.0-1 \
  ruby-nokogiri=1.13.10+dfsg-2+b1 racc=1.6.2-1 libxslt1.1=1.1.35-1+deb12u4 libxml2=2.9.14+dfsg-1.3~deb12u6 libicu72=72.1-3+deb12u1 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" .; done
native=$(dirname "$(find "$PWD/usr/lib" -name 'libruby-3.1.so.3.1')")
RUBYLIB=$(dirname "$(find "$PWD/usr" -name reverse_markdown.rb)"):$native/rubygems-integration/3.1.0/gems/nokogiri-1.13.10/lib
RUBYLIB=$RUBYLIB:$(find "$native" -path '*/extensions/*' -name nokogiri-1.13.10):$PWD/usr/lib/ruby/3.1.0:$native/ruby/3.1.0
export RUBYLIB
cat >try.rb <<'RUBY'
require 'reverse_markdown'
puts "reverse_markdown #{ReverseMarkdown::VERSION}"
expected = {
  '<ol><li>What is recall?</li><li>What is a port?</li></ol>' => "1. What is recall?\n2. What is a port?",
  '<ol><li><p>What is recall?</p><p>The part found.</p></li><li><p>What is a port?</p></li></ol>' => "1. What is recall?\n\n2. What is a port?",
  '<ul><li><p>What is recall?</p><ul><li>The part found.</li></ul></li></ul>' => '- What is recall?',
  "<ul>\n<li>\n<p>What is recall?</p>\n<p>The part found.</p>\n</li>\n</ul>" => "- \n\nWhat is recall?\n\nThe part found.",
  '<table><tr><td>P(a|b)</td><td>chance of a</td></tr></table>' => '| P(a|b) | chance of a |'
}
as_found = expected.map do |html, markdown|
  found = ReverseMarkdown.convert(html).strip
  puts "#{html.inspect} -> #{found.inspect}"
  found == markdown
end
exit as_found.all?
RUBY
LD_LIBRARY_PATH=$native usr/bin/ruby3.1 try.rb
