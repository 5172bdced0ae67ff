# SPDX-License-Identifier: MIT
"""The real program when something lies between it and the provider: no way there, a network's sign-in page, a wrong certificate."""
import json
import os
import select
import shutil
import socket
import ssl
import threading
import time

import harness

CALLER = "+13135550142"
OTHER = "+13135550143"


class Gate:
    """A port that leads to another one while it is open; shut, nobody listens there, as when the provider cannot be reached."""

    def __init__(self, target):
        self.target = target
        self.port = 0
        self._listener = None
        self._pairs = []
        self.connections = 0
        self.open()

    def open(self):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen()
        self.port = listener.getsockname()[1]
        self._listener = listener
        threading.Thread(target=self._serve, args=(listener,), daemon=True).start()

    def shut(self):
        listener, self._listener = self._listener, None
        if listener:
            listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        for one in self._pairs:
            for end in one:
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
        self._pairs = []

    def _serve(self, listener):
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            self.connections += 1
            server = socket.create_connection(("127.0.0.1", self.target))
            self._pairs.append((client, server))
            threading.Thread(target=self._pump, args=(client, server), daemon=True).start()

    @staticmethod
    def _pump(client, server):
        other = {client: server, server: client}
        try:
            while True:
                for end in select.select([client, server], [], [])[0]:
                    data = end.recv(65536)
                    if not data:
                        return
                    other[end].sendall(data)
        except OSError:
            pass
        finally:
            client.close()
            server.close()


class TlsPeer:
    """A server with a certificate of tests/data/tls; remembers every byte of what was said after the handshake."""

    def __init__(self, certificate):
        folder = os.path.join(harness.SOURCE, "tests", "data", "tls")
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(os.path.join(folder, certificate + ".pem"), os.path.join(folder, certificate + ".key"))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.connections = 0
        self.received = b""
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                raw, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            raw.settimeout(10)
            try:
                with self._context.wrap_socket(raw, server_side=True) as secure:
                    self.received += secure.recv(65536)
                    secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
            except OSError:
                pass

    def close(self):
        self._listener.close()


class Network(harness.ProcessTest):
    def begin(self, line, base=None, ready=True):
        setup = self.write("setup.json", line.setup(base=base))
        program = self.started(harness.Process(["--headless", "--data-dir", self.path("data"), "--setup", setup], line.environment()))
        if ready:
            program.wait_event("ready")
        return program

    def missed_call(self, line, caller):
        line.order("call", scenario="A1", **{"from": caller}, ringSeconds=1, outcome="no-answer", voicemail=False)

    def test_f17_nobody_there_is_told_and_what_came_meanwhile_is_texted(self):
        line = self.started(harness.Line())
        line.order("setting", customersReply=False)
        gate = Gate(line.port)
        self.addCleanup(gate.shut)
        program = self.begin(line, base=f"http://127.0.0.1:{gate.port}")
        began = time.monotonic()
        gate.shut()
        program.wait_event("connection", reason="offline")
        self.assertLess(time.monotonic() - began, harness.PATIENCE)  # ten seconds in virtual time: tests/engine
        self.missed_call(line, CALLER)
        time.sleep(4)
        before = gate.connections
        gate.open()
        program.wait_event("connection", reason="online")
        program.wait_event("text", lastFour=CALLER[-4:])
        self.assertLessEqual(gate.connections - before, 12)
        self.assertEqual(program.end(), 0)
        self.assertEqual(json.dumps(line.ask("/control/posts")).count(CALLER), 1)

    def test_f17_without_any_network_it_waits(self):
        if os.geteuid() != 0 or not shutil.which("unshare"):
            self.skipTest("needs unshare and the right to use it")
        line = self.started(harness.Line())
        setup = self.write("setup.json", line.setup())
        alone = ["unshare", "-n", "--", harness.PROGRAM]
        program = self.started(harness.Process(["--headless", "--data-dir", self.path("data"), "--setup", setup], line.environment(), alone))
        program.wait_event("connection", reason="offline")
        time.sleep(3)
        self.assertIsNone(program.popen.poll())
        self.assertEqual(len([text for text in program.lines if json.loads(text)["event"] == "connection"]), 2, program.lines)
        self.assertEqual(program.end(), 0)

    def test_f18_a_sign_in_page_is_not_the_provider(self):
        line = self.started(harness.Line())
        line.order("setting", customersReply=False)
        program = self.begin(line)
        for kind in ("html", "wrong-json", "redirect"):
            with self.subTest(kind):
                caller = {"html": CALLER, "wrong-json": OTHER, "redirect": "+13135550144"}[kind]
                line.order("fault", kind=kind, count=-1)
                event = program.wait_event("connection", reason="provider-down")
                self.assertTrue(event["detail"])
                self.missed_call(line, caller)
                time.sleep(3)
                line.order("fault", kind="none")
                program.wait_event("connection", reason="online", patience=120)
                program.wait_event("text", lastFour=caller[-4:])
        self.assertEqual(program.end(), 0)
        posts = json.dumps(line.ask("/control/posts"))
        self.assertEqual([posts.count(number) for number in (CALLER, OTHER, "+13135550144")], [1, 1, 1], posts)

    def test_f19_a_wrong_certificate_gets_no_byte(self):
        line = self.started(harness.Line())
        for certificate, issuer in (("selfsigned", "Textback test selfsigned"), ("good", "Textback test ca"), ("expired", "Textback test ca")):
            with self.subTest(certificate):
                peer = TlsPeer(certificate)  # "good" is so for those alone who trust the tests' CA
                self.addCleanup(peer.close)
                program = self.begin(line, base=f"https://127.0.0.1:{peer.port}", ready=False)
                event = program.wait_event("connection", reason="untrusted")
                self.assertIn("127.0.0.1", event["detail"])
                self.assertIn(issuer, event["detail"])
                self.assertEqual(program.end(), 0)
                self.assertGreater(peer.connections, 0)
                self.assertEqual(peer.received, b"")
                shutil.rmtree(self.path("data"))

    def test_f20_a_certificate_of_the_future_means_a_wrong_clock(self):
        line = self.started(harness.Line())
        peer = TlsPeer("notyet")
        self.addCleanup(peer.close)
        environment = line.environment()
        environment["SSL_CERT_FILE"] = os.path.join(harness.SOURCE, "tests", "data", "tls", "ca.pem")
        setup = self.write("setup.json", line.setup(base=f"https://127.0.0.1:{peer.port}"))
        program = self.started(harness.Process(["--headless", "--data-dir", self.path("data"), "--setup", setup], environment))
        event = program.wait_event("connection", reason="untrusted")
        self.assertIn("not yet valid", event["detail"])
        self.assertEqual(program.end(), 0)
        self.assertEqual(peer.received, b"")


if __name__ == "__main__":
    harness.main()
