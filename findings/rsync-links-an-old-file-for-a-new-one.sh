#!/bin/sh
# rsync takes a file for unchanged if its size and the second of its time are those of the other one: nanoseconds it does not
# look at, though it copies them and prints them. With --link-dest, made for copies of many generations of a folder, a file of
# a new generation that was written within a second of the old one becomes a link to the old one: the copy is wrong, rsync
# says nothing and ends with 0, and running it again changes nothing. --modify-window=-1 looks at nanoseconds.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq rsync=3.5.0+ds1-0+deb12u1 >/dev/null
dpkg -x ./rsync_*.deb .
usr/bin/rsync --version | head -n 1
mkdir -p from/1 from/2 to
while :; do  # both in one second
  echo 'it was so' >from/1/head
  sleep 0.1
  echo 'it is now' >from/2/head
  [ "$(stat -c %Y from/1/head)" = "$(stat -c %Y from/2/head)" ] && break
done
stat -c '%n %y' from/*/head
for window in 0 -1; do
  rm -rf to
  mkdir to
  usr/bin/rsync -a from/1 to/
  usr/bin/rsync -a --modify-window="$window" --link-dest="$PWD/to/1" from/2/ to/2/
  echo "--modify-window=$window: the copy of 2/head says: $(cat to/2/head)"
  eval "said_$((window + 1))=\$(cat to/2/head)"
done
# shellcheck disable=SC2154  # set by eval
[ "$said_1" = 'it was so' ] && [ "$said_0" = 'it is now' ]
