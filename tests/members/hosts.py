"""Hosts that serve indexes by xapian-tcpsrv, for tests and measurements: each in a network namespace of its own, with a
cable (veth) to this one; where namespaces cannot be made, at 127.0.0.2, 127.0.0.3 … of this one, and `kind` says so.

A server runs in a process group of its own and is ended by SIGKILL: at SIGTERM xapian-tcpsrv ends its whole group, the
test with it, and now and then a child stays behind. It is served by its `live` link, on one address, never on all."""
import contextlib
import os
import random
import signal
import socket
import subprocess
import time

PORT = 7710
PATIENCE = 60


def run(*command):
    subprocess.run(command, check=True, capture_output=True)


class Host:
    """One of them. `address` and PORT is where its server is reached."""

    def __init__(self, number, second, namespace):
        self.namespace = namespace
        self.address = f"10.{second}.{number}.2" if namespace else f"127.0.0.{number + 2}"
        self.ours = f"10.{second}.{number}.1"  # this end of the cable
        self.cable = f"an{second}x{number}" if namespace else None
        self.server = None

    def connect(self):
        run("ip", "netns", "add", self.namespace)
        run("ip", "link", "add", self.cable, "type", "veth", "peer", "name", "eth0", "netns", self.namespace)
        run("ip", "address", "add", f"{self.ours}/24", "dev", self.cable)
        run("ip", "link", "set", self.cable, "up")
        for words in (f"address add {self.address}/24 dev eth0", "link set eth0 up", "link set lo up"):
            run("ip", "-n", self.namespace, *words.split())

    def disconnect(self):
        with contextlib.suppress(subprocess.CalledProcessError):
            run("ip", "link", "delete", self.cable)
        with contextlib.suppress(subprocess.CalledProcessError):
            run("ip", "netns", "delete", self.namespace)

    def start(self, index, port=PORT, options=()):
        """Serves `index`, a folder, and waits until it can be asked."""
        inside = ["ip", "netns", "exec", self.namespace] if self.namespace else []
        self.server = subprocess.Popen(
            [*inside, "xapian-tcpsrv", "--quiet", "--interface", self.address, "--port", str(port), *options, f"{index}/live"],
            start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + PATIENCE
        while True:
            try:
                socket.create_connection((self.address, port), timeout=1).close()
                return
            except OSError:
                if time.monotonic() > end or self.server.poll() is not None:
                    raise
                time.sleep(0.01)

    def signal(self, number):
        if self.server:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.server.pid, number)

    def kill(self):
        """As a crash or a loss of power: with its connections."""
        self.signal(signal.SIGKILL)
        if self.server:
            self.server.wait(timeout=PATIENCE)
            # A child of it may still be on the way out, and hold the port.
            end = time.monotonic() + PATIENCE
            while time.monotonic() < end and self.listens():
                time.sleep(0.01)
        self.server = None

    def listens(self, port=PORT):
        try:
            socket.create_connection((self.address, port), timeout=1).close()
            return True
        except OSError:
            return False

    def stop(self):
        """As a person or systemd stops it."""
        self.signal(signal.SIGTERM)
        time.sleep(0.05)
        self.kill()

    def freeze(self):
        """It takes connections and says nothing."""
        self.signal(signal.SIGSTOP)

    def thaw(self):
        self.signal(signal.SIGCONT)

    def unplug(self):
        """Whatever is sent is lost; nobody is told. Only where there is a cable."""
        run("ip", "-n", self.namespace, "route", "add", "blackhole", f"{self.ours}/32")

    def plug(self):
        with contextlib.suppress(subprocess.CalledProcessError):
            run("ip", "-n", self.namespace, "route", "delete", "blackhole", f"{self.ours}/32")


class Hosts:
    """`with Hosts(3) as hosts: hosts[0].start(index)`. At the end all is ended and removed."""

    def __init__(self, count):
        second = random.SystemRandom().randrange(64, 250)
        try:
            self.hosts = [Host(number, second, f"answers-{os.getpid()}-{number}") for number in range(count)]
            for host in self.hosts:
                host.connect()
            self.kind = "network namespaces"
        except (subprocess.CalledProcessError, OSError):
            self.close()
            self.hosts = [Host(number, second, None) for number in range(count)]
            self.kind = "127.0.0.2 and following: no network namespaces can be made here"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __getitem__(self, number):
        return self.hosts[number]

    def __len__(self):
        return len(self.hosts)

    def close(self):
        for host in self.hosts:
            host.kill()
            if host.namespace:
                host.disconnect()
