#!/usr/bin/python3
"""tests/serve_test.py PROGRAM: `PROGRAM serve` as a process: over TCP, a socket file and a socket of systemd's, with clients
that are slow, idle or rude, while the index is rebuilt, and to its end. The documents it gives are valid by the schemas of
searcher/schema, as openapi.json says."""
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import jsonschema

PROGRAM = None
SCHEMAS = pathlib.Path(__file__).resolve().parent.parent / "searcher" / "schema"
PATIENCE = 60


class Serve(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="answers-serve-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.environment = {**os.environ, "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder)}
        self.index("dropout")

    def index(self, *words):
        lines = [json.dumps({"id": word, "question": f"What is {word}?", "answer": f"It is {word}."}) for word in words]
        (self.folder / "world.jsonl").write_text("\n".join(lines) + "\n")
        done = subprocess.run([PROGRAM, "index", "--index", "index", "world.jsonl"], cwd=self.folder, env=self.environment,
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def start(self, *arguments, **how):
        process = subprocess.Popen([PROGRAM, "serve", "--index", "index", *(arguments or ["--listen", "127.0.0.1:0"])],
                                   cwd=self.folder, env=self.environment, stderr=subprocess.PIPE, text=True, **how)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        line = process.stderr.readline()
        self.assertIn("serving ", line)
        port = re.search(r":(\d+)/", line)
        self.port = int(port[1]) if port else None
        return process

    def get(self, target, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, target, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    def raw(self, data, most=65536):
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            try:
                connection.sendall(data)
            except OSError:
                pass
            received = b""
            while len(received) < most:
                try:
                    more = connection.recv(4096)
                except OSError:
                    break
                if not more:
                    break
                received += more
            return received

    def end(self, process, number=signal.SIGTERM):
        process.send_signal(number)
        self.assertEqual(process.wait(timeout=PATIENCE), 0)

    def test_documents_are_as_their_schemas_say(self):
        process = self.start()
        description = json.loads(self.get("/api/openapi.json")[1])
        schemas = {path.name: json.loads(path.read_text()) for path in SCHEMAS.glob("answers.*.json")}
        asked = {"/api/search": "?q=dropout", "/api/facets": "", "/api/records/{id}": "", "/api/related/{id}": "?limit=3",
                 "/api/suggest": "?q=dro", "/api/status": ""}
        seen = 0
        for path, methods in description["paths"].items():
            if "get" not in methods:
                continue
            response, body = self.get(path.replace("{id}", "dropout") + asked.get(path, ""))
            self.assertEqual(response.status, 200, path)
            (kind, content), = methods["get"]["responses"]["200"]["content"].items()
            self.assertEqual(response.headers.get_content_type(), kind.split(";")[0], path)
            reference = content["schema"].get("$ref")
            if reference:
                jsonschema.validate(json.loads(body), schemas[reference])
                seen += 1
            for parameter in methods["get"]["parameters"]:  # each reference leads to something
                if "$ref" in parameter:
                    self.assertIn(parameter["$ref"].split("/")[-1], description["components"]["parameters"])
        self.assertEqual(seen, len(asked))
        self.end(process)

    def test_every_parameter_of_the_description_is_known(self):
        process = self.start()
        description = json.loads(self.get("/api/openapi.json")[1])
        values = {"votes": "3..", "facets": "tag", "fields": "id", "sort": "votes"}
        for name, parameter in description["components"]["parameters"].items():
            value = values.get(name, "1" if parameter["schema"].get("type") in ("integer",) or "enum" in parameter["schema"] else "x")
            response, body = self.get(f"/api/search?q=dropout&{name}={value}")
            self.assertEqual(response.status, 200, (name, body))
        self.end(process)

    def test_what_is_no_request_is_refused_and_others_go_on(self):
        process = self.start()
        host = b"Host: localhost\r\n"
        for data, status in [
            (b"GET\r\n\r\n", b" 400 "), (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", b" 400 "), (b"GET / HTTP/9.9\r\n\r\n", b" 400 "),
            (b"GET /" + b"x" * 9000 + b" HTTP/1.1\r\n" + host + b"\r\n", b" 414 "),
            (b"GET /" + b"x" * 60000, b" 414 "),
            (b"GET / HTTP/1.1\r\n" + host + b"X: " + b"y" * 60000, b" 431 "),
            (b"POST /mcp HTTP/1.1\r\n" + host + b"Content-Length: 99999999\r\n\r\n" + b"z" * 9999, b" 413 "),
            (b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b" 400 "),
            (b"GET / HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n", b" 400 "),
            (b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", b" 421 "),
            (b"BREW / HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n", b" 405 "),
            (b"HEAD / HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n", b" 200 "),
        ]:
            received = self.raw(data)
            self.assertIn(status, received.split(b"\r\n")[0], (data[:60], received[:200]))
            if data.startswith(b"HEAD"):
                self.assertTrue(received.endswith(b"\r\n\r\n"), received)
            self.assertEqual(self.get("/healthz")[1], b"ok\n")
        both = self.raw((b"GET /healthz HTTP/1.1\r\n" + host + b"\r\n") * 2 + b"GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n")
        self.assertEqual(both.count(b"ok\n"), 3)
        self.end(process)

    def test_slow_and_idle_clients_delay_nobody(self):
        process = self.start()
        slow = [socket.create_connection(("127.0.0.1", self.port)) for _ in range(300)]
        for connection in slow[:150]:
            connection.sendall(b"GET /api/search?q=")
        for _ in range(3):
            for connection in slow[:150]:
                connection.sendall(b"d")
            begin = time.time()
            self.assertEqual(self.get("/api/search?q=dropout")[0].status, 200)
            self.assertLess(time.time() - begin, 5)
        self.assertEqual(int(re.search(rb"answers_connections (\d+)", self.get("/metrics")[1])[1]), 301)
        for connection in slow:
            connection.close()
        self.end(process)

    def test_rebuilds_fail_no_request(self):
        process = self.start("--listen", "127.0.0.1:0", "--state", "state")
        failed, answered, ending = [], [], threading.Event()

        def ask(target, said):
            while not ending.is_set():
                response, body = self.get(target)
                answered.append(response.status)
                if response.status != 200 or said not in body:
                    failed.append((target, response.status, body))

        threads = [threading.Thread(target=ask, args=asked) for asked in [
            ("/api/search?q=dropout", b'"dropout"'), ("/?q=dropout", b"What is"), ("/r/dropout", b"It is"),
            ("/api/related/dropout", b'"hits"'), ("/topics", b"</html>"), ("/quiz", b"Show the answer")]]
        for thread in threads:
            thread.start()
        for number in range(10):
            self.index("dropout", f"word{number}")
            self.assertEqual(json.loads(self.get(f"/api/search?q=word{number}")[1])["total"]["value"], 1)
        ending.set()
        for thread in threads:
            thread.join()
        self.assertEqual(failed, [])
        self.assertGreater(len(answered), 10)
        self.end(process)

    def test_a_page_shows_what_was_folded_behind_it(self):
        (self.folder / "leaves.jsonl").write_text("".join(
            json.dumps({"id": number, "question": "Why do leaves turn yellow?", "answer": answer}) + "\n"
            for number, answer in (("a1", "Too little iron."), ("a2", "Too much chalk."))))
        done = subprocess.run([PROGRAM, "index", "--index", "index", "leaves.jsonl"], cwd=self.folder,
                              env=self.environment, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        process = self.start()
        self.assertIn(b"+1 more answer", self.get("/?q=yellow")[1])
        page = self.get("/r/a2")[1]
        self.assertLess(page.index(b"Too much chalk."), page.index(b"Too little iron."))
        self.end(process)

    def test_ends_with_what_runs(self):
        process = self.start()
        idle = socket.create_connection(("127.0.0.1", self.port))
        late = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        late.sendall(b"GET /api/search?q=dropout HTTP/1.1\r\nHost: localhost\r\n\r\n")
        received = late.recv(65536)
        begin = time.time()
        self.end(process)
        self.assertLess(time.time() - begin, 9)
        self.assertIn(b"200 OK", received)
        idle.close()
        late.close()
        for number in [signal.SIGINT, signal.SIGTERM] * 5:  # at once: whoever was told where may end it
            self.end(self.start(), number)

    def test_a_socket_file(self):
        path = self.folder / "s.sock"
        for _ in range(2):  # the second time one lies there already, of a server that died
            process = self.start("--socket", "s.sock")
            self.assertEqual(path.stat().st_mode & 0o007, 0)
            with socket.socket(socket.AF_UNIX) as connection:
                connection.connect(str(path))
                connection.sendall(b"GET /healthz HTTP/1.0\r\nHost: any.example\r\n\r\n")
                self.assertIn(b"ok\n", connection.recv(65536))
            process.kill()
            process.wait()
            self.assertTrue(path.exists())
        process = self.start("--socket", "s.sock")
        second = subprocess.run([PROGRAM, "serve", "--index", "index", "--socket", "s.sock"], cwd=self.folder,
                                env=self.environment, capture_output=True, timeout=PATIENCE, check=False)
        self.assertEqual(second.returncode, 2, second.stderr)
        self.end(process)
        self.assertFalse(path.exists())

    def test_a_socket_of_systemd(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            environment = {**self.environment, "LISTEN_FDS": "1"}
            script = 'exec 3<&$0; LISTEN_PID=$$ exec "$@"'
            process = subprocess.Popen(["bash", "-c", script.replace("$0", str(listener.fileno())), "bash", PROGRAM, "serve", "--index", "index"],
                                       cwd=self.folder, env=environment, stderr=subprocess.PIPE, text=True,
                                       pass_fds=[listener.fileno()])
            self.addCleanup(process.stderr.close)
            self.addCleanup(process.kill)
            self.port = listener.getsockname()[1]
            self.assertIn(f":{self.port}/", process.stderr.readline())
            self.assertEqual(self.get("/healthz")[1], b"ok\n")
            self.end(process)

    def test_it_is_closed_by_default(self):
        def fails(*arguments):
            done = subprocess.run([PROGRAM, "serve", "--index", "index", *arguments], cwd=self.folder, env=self.environment,
                                  capture_output=True, text=True, timeout=PATIENCE, check=False)
            self.assertEqual(done.returncode, 2, done.stderr)
            return done.stderr

        self.assertIn("--token-file", fails("--listen", "0.0.0.0:0"))
        self.assertIn("no token", fails("--listen", "0.0.0.0:0", "--token-file", "/dev/null"))
        self.assertIn("no address", fails("--listen", "here"))
        self.assertIn("99999 is no port", fails("--listen", "127.0.0.1:99999"))
        self.start()
        self.assertIn("in use", fails("--listen", f"127.0.0.1:{self.port}"))
        (self.folder / "token").write_text("secret\n")
        process = self.start("--listen", "0.0.0.0:0", "--token-file", "token")
        self.assertEqual(self.get("/")[0].status, 401)
        self.assertEqual(self.get("/", Authorization="Bearer secret")[0].status, 200)
        self.end(process)
        process = self.start("--listen", "0.0.0.0:0", "--allow-host", "faq.example.org")
        self.assertEqual(self.get("/", Host="faq.example.org")[0].status, 200)
        self.assertEqual(self.get("/", Host="evil.example")[0].status, 421)
        self.end(process)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
