# SPDX-License-Identifier: MIT
"""The real program and a real Secret Service (keyring.sh made it): a closed keyring is waited for, and nobody has to sign in again."""
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "process"))
import harness  # noqa: E402

try:
    import dbus
except ImportError:
    harness.skip("no dbus module for Python")

SERVICE = "org.freedesktop.secrets"
SECRET = "org.freedesktop.Secret."


class Keyring:
    """The default keyring, over D-Bus as the Secret Service API has it."""

    def __init__(self):
        self.bus = dbus.SessionBus()
        self.service = self.interface("/org/freedesktop/secrets", SECRET + "Service")
        _, self.session = self.service.OpenSession("plain", dbus.String("", variant_level=1))
        self.path = self.service.ReadAlias("default")

    def interface(self, path, name):
        return dbus.Interface(self.bus.get_object(SERVICE, path), name)

    def _secret(self, value):
        return dbus.Struct((self.session, dbus.ByteArray(b""), dbus.ByteArray(value.encode()), "text/plain"), signature="oayays")

    def store(self, service, key, value):
        """An entry as QtKeychain writes it through libsecret."""
        properties = {SECRET + "Item.Label": key,
                      SECRET + "Item.Attributes": dbus.Dictionary({"xdg:schema": "org.qt.keychain", "user": key, "server": service, "type": "plaintext"},
                                                                   signature="ss")}
        self.interface(self.path, SECRET + "Collection").CreateItem(dbus.Dictionary(properties, signature="sv"), self._secret(value), True)

    def lock(self):
        self.service.Lock([self.path])

    def unlock(self, password):
        """Without a prompt, as the log-in does."""
        internal = self.interface("/org/freedesktop/secrets", "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface")
        internal.UnlockWithMasterPassword(self.path, self._secret(password))


class KeychainProgram(harness.ProcessTest):
    def test_f48_a_locked_keyring_is_waited_for(self):
        keyring = Keyring()
        line = self.started(harness.Line())
        account = line.where["accountSid"]
        keyring.store("Textback", f"twilio/{account}/authToken", line.where["authToken"])
        keyring.lock()
        environment = harness.clean_environment(HOME=os.environ["HOME"], DBUS_SESSION_BUS_ADDRESS=os.environ["DBUS_SESSION_BUS_ADDRESS"])
        setup = self.write("setup.json", line.setup())
        program = self.started(harness.Process(["--headless", "--data-dir", self.path("data"), "--setup", setup], environment))
        program.wait_event("connection", reason="keychain-locked")
        time.sleep(6)  # it has asked again meanwhile
        self.assertIsNone(program.popen.poll())
        keyring.unlock("password")
        program.wait_event("connection", reason="online")
        # Closed in mid-session: whoever works goes on.
        keyring.lock()
        line.order("setting", customersReply=False)
        line.order("call", scenario="A1", **{"from": "+13135550142"}, ringSeconds=1, outcome="no-answer", voicemail=False)
        program.wait_event("text", lastFour="0142")
        self.assertEqual(program.end(), 0)
        states = [text for text in program.lines if '"connection"' in text]
        self.assertFalse([text for text in states if "signed-out" in text], states)
        for text in program.lines + program.errors:
            self.assertNotIn(line.where["authToken"], text)


if __name__ == "__main__":
    harness.main()
