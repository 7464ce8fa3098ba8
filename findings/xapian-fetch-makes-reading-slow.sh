#!/bin/sh
# Xapian's MSet::fetch() is documented to fetch documents ahead, so that what is read one by one afterwards need not be waited
# for. Over the remote backend it sends nothing. It only notes the documents, and the first one that is read waits for all that
# were noted, one round trip each: without fetch() one document of a hundred costs one round trip, with it a hundred; all
# hundred cost the same either way.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq xapian-tools=1.4.22-1 libxapian30=1.4.22-1 python3-xapian=1.4.22-1 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libxapian.so.30')")
export LD_LIBRARY_PATH
cat >try.py <<'PYTHON'
import socket
import subprocess
import sys
import threading
import time
import xapian

database = xapian.WritableDatabase("index", xapian.DB_CREATE_OR_OVERWRITE)
for number in range(100):
    document = xapian.Document()
    document.set_data(str(number))
    document.add_term("word")
    database.add_document(document)
database.commit()
with socket.create_server(("127.0.0.1", 0)) as free:
    port = free.getsockname()[1]
server = subprocess.Popen(["usr/bin/xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port", str(port), "index"],
                          start_new_session=True)
turns = 0  # an answer that follows a question


def relay(listener):
    while True:
        client, _ = listener.accept()
        upstream = socket.create_connection(("127.0.0.1", port))
        for source, target, answers in ((client, upstream, False), (upstream, client, True)):
            threading.Thread(target=pump, args=(source, target, answers), daemon=True).start()


last = None


def pump(source, target, answers):
    global turns, last
    while data := source.recv(65536):
        if answers and last is not True:
            turns += 1
        last = answers
        target.sendall(data)


listener = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=relay, args=(listener,), daemon=True).start()
for _ in range(100):
    try:
        socket.create_connection(("127.0.0.1", port)).close()
        break
    except OSError:
        time.sleep(0.05)


def round_trips(fetch, read):
    remote = xapian.remote_open("127.0.0.1", listener.getsockname()[1])
    enquire = xapian.Enquire(remote)
    enquire.set_query(xapian.Query("word"))
    found = enquire.get_mset(0, 100)
    before = turns
    if fetch:
        found.fetch()
    for number in range(read):
        found.get_hit(number).document.get_data()
    return turns - before


seen = {}
print("Xapian", xapian.version_string())
for fetch, read in ((False, 1), (True, 0), (True, 1), (False, 100), (True, 100)):
    seen[fetch, read] = round_trips(fetch, read)
    print(f"{'with fetch()   ' if fetch else 'without fetch()'} {read:3} of 100 documents read: {seen[fetch, read]:3} round trips")
server.kill()
sys.exit(0 if seen[False, 1] < 3 and seen[True, 0] == 0 and seen[True, 1] >= 100 else 1)
PYTHON
PYTHONPATH=usr/lib/python3/dist-packages python3 try.py
