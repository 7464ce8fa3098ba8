#!/usr/bin/python3
"""tests/members/relay.py [--delay MILLISECONDS] TARGET_HOST:PORT…: a way to a server that is long or bad. Prints a port of
127.0.0.1 for each target; what comes there goes to it, each byte MILLISECONDS later in each direction (a round trip is
longer by twice that), as fast as it came.

A test has the same as `Relay`, whose `state` says what becomes of the bytes."""
import argparse
import asyncio
import sys
import threading

PASS = "pass"  # all goes through
HOLD = "hold"  # taken, and nothing comes out: a black hole
DROP = "drop"  # connections are ended, old and new ones


class Relay:
    """`with Relay(address, port) as relay:` in a thread of its own; `relay.port` is where it listens."""

    def __init__(self, host, port, delay=0.0):
        self.target = (host, port)
        self.delay = delay  # seconds, in each direction
        self.state = PASS
        self.cut_after = None  # bytes of answers from now on, then the connection that brought them is ended
        self.connections = 0
        self.answered_bytes = 0
        self.turns = 0  # times that a question followed an answer: round trips
        self.writers = set()
        self.loop = asyncio.new_event_loop()

    def __enter__(self):
        threading.Thread(target=self.loop.run_forever, daemon=True).start()
        self.server = self.soon(asyncio.start_server(self.carry, "127.0.0.1", 0))
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_):
        async def end():
            self.server.close()
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()
        self.soon(end())
        self.loop.call_soon_threadsafe(self.loop.stop)

    def soon(self, what):
        return asyncio.run_coroutine_threadsafe(what, self.loop).result(timeout=60)

    def cut(self):
        """Ends all connections, as a gateway that forgets them."""
        async def end():
            for writer in list(self.writers):
                writer.transport.abort()
        self.soon(end())

    async def carry(self, reader, writer):
        self.connections += 1
        if self.state == DROP:
            writer.transport.abort()
            return
        try:
            answers, questions = await asyncio.open_connection(*self.target)
        except OSError:
            writer.transport.abort()
            return
        self.writers |= {writer, questions}
        talk = {"answering": True}
        try:
            await asyncio.gather(self.pump(reader, questions, talk, False), self.pump(answers, writer, talk, True))
        except asyncio.CancelledError:
            pass  # the relay ends
        finally:
            self.writers -= {writer, questions}
            writer.transport.abort()
            questions.transport.abort()

    async def pump(self, reader, writer, talk, answering):
        """Reads at once and writes when it is time."""
        waiting = asyncio.Queue()

        async def write():
            while True:
                due, data = await waiting.get()
                if due > self.loop.time():
                    await asyncio.sleep(due - self.loop.time())
                while self.state == HOLD:
                    await asyncio.sleep(0.005)
                if self.state == DROP:
                    data = b""
                if not data:
                    break
                writer.write(data)
                await writer.drain()
            writer.transport.abort() if self.state == DROP else writer.close()

        writing = asyncio.create_task(write())
        try:
            while data := await reader.read(1 << 16):
                if talk["answering"] and not answering:
                    self.turns += 1
                talk["answering"] = answering
                if answering:
                    self.answered_bytes += len(data)
                    if self.cut_after is not None:
                        self.cut_after -= len(data)
                        if self.cut_after <= 0:
                            self.cut_after = None
                            data = data[:len(data) // 2]
                            waiting.put_nowait((self.loop.time() + self.delay, data))
                            break
                waiting.put_nowait((self.loop.time() + self.delay, data))
        except OSError:
            pass
        waiting.put_nowait((self.loop.time() + self.delay, b""))
        try:
            await writing
        except OSError:
            pass


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--delay", type=float, default=0, metavar="MILLISECONDS")
    parser.add_argument("targets", nargs="+", metavar="HOST:PORT")
    typed = parser.parse_args()
    for target in typed.targets:
        name, _, number = target.rpartition(":")
        print(Relay(name, int(number), typed.delay / 1000).__enter__().port, flush=True)
    sys.stdin.read()
