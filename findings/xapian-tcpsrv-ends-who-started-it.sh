#!/bin/sh
# xapian-tcpsrv sends SIGTERM to its whole process group when it is told to end by SIGTERM. A script or a test that starts it
# in the ordinary way, and ends it by its process id, is in that group: it ends with it, in the middle of its work and
# without a word, and so does everything else that it started. Only in a session of its own (setsid) a server ends alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq xapian-tools=1.4.22-1 libxapian30=1.4.22-1 python3-xapian=1.4.22-1 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libxapian.so.30')")
export LD_LIBRARY_PATH
usr/bin/xapian-tcpsrv --version
PYTHONPATH=usr/lib/python3/dist-packages python3 -c '
import xapian
xapian.WritableDatabase("index", xapian.DB_CREATE_OR_OVERWRITE).commit()'
cat >user.sh <<'END'
"$@" usr/bin/xapian-tcpsrv --quiet --interface 127.0.0.1 --port "$PORT" index &
server=$!
sleep 0.5
kill -TERM "$server"
sleep 0.5
echo "the script that started it goes on"
END
run() {
  PORT=$((20000 + $(od -An -N2 -tu2 /dev/urandom) % 20000)) setsid --wait sh user.sh "$@" || echo "the script that started it was ended: exit $?"
}
echo "started in the ordinary way:"
ordinary=$(run env)
echo "  $ordinary"
echo "started by setsid:"
alone=$(run setsid)
echo "  $alone"
[ "$ordinary" = 'the script that started it was ended: exit 143' ] && [ "$alone" = 'the script that started it goes on' ]
