#!/usr/bin/env python3
"""Verifies a bundle of a diplomacy ledger with the standard library of Python 3.8 or later.

    python3 verify-bundle.py talks.bundle 'ledger.example/n/talks+26223725+AQOh...' [kept.txt ...]

The key must come from the operator by another way than the bundle. Further files are checkpoints
that were kept from before, which the bundle must continue. Ends with 0 if all of it holds, with 1
if it does not, with 3 if it holds but bodies of public entries are left out. The key may also be a
file that holds it. It is written to be read: docs/auditing.md says what the bundle holds.
"""

import base64
import hashlib
import json
import re
import sys

# Ed25519 (RFC 8032): points of the curve in extended coordinates.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a, b):
    u, v = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    w, z = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = v - u, z - w, z + w, v + u
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, point)
        point, number = add(point, point), number >> 1
    return result


def point_of(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(key, text, signature):
    if len(signature) != 64:
        return False
    a, r, s = point_of(key), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    digest = hashlib.sha512(signature[:32] + key + text).digest()
    left = times(s, BASE)
    right = add(r, times(int.from_bytes(digest, "little") % L, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (
        left[1] * right[2] - right[1] * left[2]
    ) % P == 0


def need(holds, what):
    if not holds:
        raise ValueError(what)


def from_base64(text):
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text, "base64 that is not canonical")
    return data


def canonical(value):
    """RFC 8785 for values whose numbers are integers; names are in the order of UTF-16."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(n) + ":" + canonical(value[n]) for n in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    need(not isinstance(value, float), "a number that is not an integer")
    need(not isinstance(value, int) or abs(value) < 2**53, "a number that is too large")
    return json.dumps(value, ensure_ascii=False)


def read_key(vkey):
    name, key_id, data = vkey.split("+", 2)
    data = from_base64(data)
    need(data[0] == 1 and len(data) == 33, "a key that is not Ed25519")
    digest = hashlib.sha256(name.encode() + b"\n" + data).hexdigest()
    need(digest[:8] == key_id, "a key whose id is not its own")
    return name, key_id, data[1:]


def read_checkpoint(note, keys):
    """Origin, size and root of a checkpoint that one of the keys signed."""
    text, signatures = note.rsplit("\n\n", 1)
    text += "\n"
    need(note.endswith("\n"), "a checkpoint without its last line feed")
    good = 0
    for line in signatures.splitlines():
        dash, name, data = line.split(" ")
        data = from_base64(data)
        for key_name, key_id, key in keys:
            if dash == "\u2014" and name == key_name and data[:4].hex() == key_id:
                need(is_signed(key, text.encode(), data[4:]), "a signature that does not hold")
                good += 1
    need(good == 1, "a checkpoint that the key has not signed")
    origin, size, root, end = text.split("\n")
    need(end == "" and str(int(size)) == size, "a checkpoint with other lines")
    return origin, int(size), from_base64(root)


def has_signed(key, note):
    start = f"\u2014 {key[0]} ".encode()
    lines = note.rsplit("\n\n", 1)[1].encode().splitlines()
    ids = [base64.b64decode(line[len(start) :])[:4] for line in lines if line.startswith(start)]
    return bytes.fromhex(key[1]) in ids


class Tree:
    """The complete subtrees of a growing RFC 6962 tree, the largest first."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def add(self, leaf):
        self.size += 1
        self.peaks.append((1, leaf))
        while len(self.peaks) > 1 and self.peaks[-2][0] == self.peaks[-1][0]:
            (width, left), (_, right) = self.peaks[-2:]
            self.peaks[-2:] = [(2 * width, hashlib.sha256(b"\1" + left + right).digest())]

    def root(self):
        root = self.peaks[-1][1]
        for _, left in reversed(self.peaks[:-1]):
            root = hashlib.sha256(b"\1" + left + root).digest()
        return root


def key_after(body, key, origin, revision):
    """The key to which an entry hands the log, signed by the key before."""
    old = read_key(body["from"])
    need(key is None or key == old, "the log is handed on by a key that does not sign it")
    text = f"diplomacy-ledger/key-change/1\n{origin}\n{revision}\n{body['to']}\n"
    need(is_signed(old[2], text.encode(), from_base64(body["signature"])), "a change not signed")
    new = read_key(body["to"])
    need(old[0] == origin == new[0], "a key of another log")
    return old, new


def verify(lines, key, kept):
    origin, tree, roots, keys, bodies, left_out, before = key[0], Tree(), {}, [], 0, 0, ""
    handed = None
    first = next(lines)
    manifest = json.loads(first)
    need(canonical(manifest) == first, "a manifest that is not canonical")
    need(manifest["bundle"] == "diplomacy-ledger/bundle/1", "not a bundle")
    need(manifest["origin"] == origin, f"a bundle of {manifest['origin']}")
    for index in range(manifest["size"]):
        line = next(lines)
        need(line.startswith('{"header":{') and line.endswith("}}"), f"line {index + 2}: no entry")
        header, mark, rest = line[10:-1].partition('},"salt":"')
        header += "}" if mark else ""
        told = json.loads(header)
        need(canonical(told) == header, f"entry {index}: a header that is not canonical")
        need(told["v"] == 1 and told["revision"] == index, f"entry {index} is at another place")
        need(told["origin"] == origin, f"entry {index} is of {told['origin']}")
        need(told["recordedAt"] >= before, f"entry {index} was recorded before the one before it")
        before = told["recordedAt"]
        if mark:
            salt, mark, body = rest.partition('","body":')
            need(mark and len(salt) == 22, f"entry {index}: no salt of 16 bytes")
            raw = base64.urlsafe_b64decode(salt + "==")
            need(base64.urlsafe_b64encode(raw)[:22].decode() == salt, f"entry {index}: the salt")
            digest = base64.urlsafe_b64encode(hashlib.sha256(raw + body.encode()).digest())
            committed = "sha-256:" + digest.decode().rstrip("=")
            need(told["bodyDigest"] == committed, f"entry {index}: another body")
            fact = json.loads(body)
            need(canonical(fact) == body, f"entry {index}: a body that is not canonical")
            bodies += 1
            if told["type"] in ("log.keyRotated", "log.moved"):
                old, new = key_after(fact, keys[-1] if keys else None, origin, index)
                keys += [new] if keys else [old, new]
                handed = index
        elif "level" not in told:
            left_out += 1
        tree.add(hashlib.sha256(b"\0" + header.encode()).digest())
        roots[tree.size] = tree.root()
    last = json.loads(next(lines))
    stamped = 0
    while "timestamp" in last:
        need(stamped < last["size"] <= tree.size, "a timestamp on no checkpoint of these entries")
        need(from_base64(last["timestamp"]), "a timestamp that is empty")
        stamped = last["size"]
        last = json.loads(next(lines))
    need(next(lines, None) is None, "lines after the checkpoint")
    keys = keys or [key]
    need(key in keys, "the key is none of this log")
    if handed == tree.size - 1 and not has_signed(keys[-1], last["checkpoint"]):
        signer = keys[-2]  # the key before signs a head that ends with the change
    else:
        signer = keys[-1]
    head = read_checkpoint(last["checkpoint"], [signer])
    need(head == (origin, tree.size, tree.root()), "a checkpoint of other entries")
    signed = f"diplomacy-ledger/bundle-manifest/1\n{first}\n".encode()
    need(is_signed(signer[2], signed, from_base64(last["manifest"])), "a manifest not signed")
    for note in kept:
        of, size, root = read_checkpoint(note, keys)
        need(of == origin and roots.get(size) == root, f"not what the checkpoint of {size} signed")
    return tree.size, bodies, left_out


def whole(lines):
    for line in lines:
        need(line.endswith("\n"), "the last line does not end")
        yield line[:-1]


def main():
    try:
        given = sys.argv[2]
        if not re.search(r"\+[0-9a-f]{8}\+", given):
            given = open(given, encoding="utf-8").read().strip()
        key = read_key(given)
        kept = [open(path, encoding="utf-8").read() for path in sys.argv[3:]]
        with open(sys.argv[1], encoding="utf-8", newline="\n") as bundle:
            size, bodies, left_out = verify(whole(bundle), key, kept)
    except (ValueError, KeyError, TypeError, IndexError, StopIteration, RecursionError) as why:
        print(f"NOT PROVEN: {why or 'the bundle ends too early'}")
        return 1
    print(f"Proven: {size} entries of {key[0]}, {bodies} bodies, {len(kept)} kept checkpoints.")
    if left_out:
        print(f"Weaker than asked: {left_out} bodies of public entries are left out.")
        return 3
    return 0


sys.exit(main())
