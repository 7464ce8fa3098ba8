#!/bin/sh
# libmicrohttpd is known as the small HTTP server of embedded devices. Debian's, linked into a program that serves plain
# HTTP, or that serves nothing in this run, loads GnuTLS and eight libraries more, and its start takes several
# times as long as that of the program alone.
set -eu
dpkg-query -W libmicrohttpd-dev >/dev/null 2>&1 || apt-get install -y -qq --no-install-recommends libmicrohttpd-dev=0.9.75-6 >/dev/null
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cd "$folder"
echo 'int main(void) { return 0; }' >nothing.c
gcc nothing.c -o alone
gcc nothing.c -Wl,--no-as-needed -lmicrohttpd -o linked
echo "libmicrohttpd $(dpkg-query -W -f '${Version}' libmicrohttpd-dev)"
ldd linked | awk '{print $1}' | grep -v -e vdso -e ld-linux -e 'libc.so' | tee libraries
python3 - <<'END'
import subprocess, statistics, time
def start(program):
    times = []
    for _ in range(200):
        begin = time.perf_counter()
        subprocess.run([program], check=True)
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1000
alone, linked = start("./alone"), start("./linked")
print(f"a start takes {alone:.1f} ms alone, {linked:.1f} ms linked (median of 200)")
assert linked > 2 * alone
END
grep -q libgnutls libraries && [ "$(wc -l <libraries)" -ge 9 ]
