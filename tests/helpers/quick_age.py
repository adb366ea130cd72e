"""Stands in for age in tests: its key is made slow on purpose, two seconds a time."""

import hashlib


class DecryptError(Exception):
    pass


class passphrase:  # bears the library's name
    """Not a cipher: enough to tell a right passphrase from a wrong one, and a whole file from a damaged one."""

    @staticmethod
    def encrypt(content: bytes, word: str) -> bytes:
        return b"age-encryption.org/v1\n-> scrypt salt 2\n" + _mark(content, word) + content

    @staticmethod
    def decrypt(content: bytes, word: str) -> bytes:
        body = content.split(b"\n", 2)[2]
        if body[:32] != _mark(body[32:], word):
            raise DecryptError("Decryption failed")
        return body[32:]


def _mark(content: bytes, word: str) -> bytes:
    return hashlib.sha256(word.encode() + content).digest()
