#!/usr/bin/env python3
"""record-v1 once more, written from its description and not from our Java, so that the two can be compared.

Makes the vectors beside it; needs Python 3.9 or newer and nothing else:

    python3 record_v1.py > record-v1.json
"""

import hashlib
import json
import struct

FIELDS = ("eventId", "aggregateType", "aggregateId", "sequence", "type", "revision", "timestamp", "payload", "metadata")

EVENT = "0190f7a2-7c3e-7b1a-8f00-0123456789ab"
MOLECULE = "0190f7a2-7c3e-7b1a-8f00-00000000002a"

PLAIN = dict(
    eventId=EVENT,
    aggregateType="molecule",
    aggregateId=MOLECULE,
    sequence=0,
    type="molecule.added",
    revision="1",
    timestamp="2026-03-01T09:30:00.000000Z",
    payload=b'{"number":"KIN-000042"}',
    metadata=b'{"actor":"installation"}',
)

# name, what it is about, fields that differ from PLAIN
VECTORS = [
    ("plain", "an event as most are", {}),
    ("minimal", "every field as short as it may be",
     dict(eventId="a", aggregateType="b", aggregateId="c", type="d", revision="e",
          timestamp="0001-01-01T00:00:00.000000Z", payload=b"", metadata=b"")),
    ("empty-payload", "no payload, but its length", dict(payload=b"")),
    ("empty-metadata", "no metadata, but its length", dict(metadata=b"")),
    ("unicode", "two, three and four bytes of UTF-8; lengths count bytes, not characters",
     dict(aggregateType="molécule", type="分子.added.🧪", revision="ß1")),
    ("not-normalized", "a combining accent stays as it is: no Unicode normalization",
     dict(aggregateType="mole\u0301cule")),
    ("moved-border", "the same letters as 'plain', cut elsewhere: another record",
     dict(type="molecule.adde", revision="d1")),
    ("second", "the sequence number is eight bytes, big-endian", dict(sequence=258)),
    ("largest-sequence", "two to the power of 63, less one", dict(sequence=2**63 - 1)),
    ("microseconds", "six fraction digits, the last instant of a leap day",
     dict(timestamp="2028-02-29T23:59:59.999999Z")),
    ("binary-payload", "every byte there is; bytes are never read as text",
     dict(payload=bytes(range(256)), metadata=bytes(reversed(range(256))))),
    ("long-name", "a name of 70,000 bytes, longer than two bytes of length can say", dict(type="x" * 70_000)),
    ("long-payload", "a payload of a million bytes", dict(payload=b"\x00\xff\x10\x80" * 250_000)),
]


def field(value):
    return struct.pack(">I", len(value)) + value


def raw_bytes(value):
    if isinstance(value, int):
        return struct.pack(">q", value)
    return value.encode("utf-8") if isinstance(value, str) else value


def encode(event):
    return b"".join(field(raw_bytes(event[name])) for name in FIELDS)


def repeated(value, unit, spell):
    return {"repeat": spell(value[:unit]), "times": len(value) // unit}


def written(value):
    if isinstance(value, int):
        return str(value)  # beyond what JSON's readers keep exact
    if isinstance(value, str):
        return repeated(value, 1, str) if len(value) > 1000 else value
    return repeated(value, 4, bytes.hex) if len(value) > 1000 else value.hex()


def vector(name, about, changes):
    event = {**PLAIN, **changes}
    record = encode(event)
    entry = hashlib.sha256(record).digest()
    answer = {"name": name, "about": about}
    answer.update((key, written(value)) for key, value in event.items())
    if len(record) <= 2000:
        answer["record"] = record.hex()
    answer["recordLength"] = len(record)
    answer["entry"] = entry.hex()
    answer["leafHash"] = hashlib.sha256(b"\x00" + entry).hexdigest()
    return answer


def with_raw(name, raw):
    """The plain record with one field's bytes replaced."""
    return encode({**PLAIN, name: raw})


def refused():
    plain = encode(PLAIN)
    yield "nothing at all", b""
    yield "the last byte is missing", plain[:-1]
    yield "the last field is missing", plain[:-4 - len(PLAIN["metadata"])]
    yield "a byte too many", plain + b"\x00"
    yield "a tenth field", plain + field(b"")
    yield "a length beyond the end", b"\x00\x01\x00\x00" + plain[4:]
    yield "a length that is negative as a signed number", b"\xff\xff\xff\xff" + plain[4:]
    yield "lengths in little-endian", struct.pack("<I", len(EVENT)) + plain[4:]
    yield "an upper-case event id", with_raw("eventId", EVENT.upper().encode())
    yield "an upper-case aggregate id", with_raw("aggregateId", MOLECULE.upper().encode())
    yield "an id with a letter outside of ASCII", with_raw("aggregateId", "µ".encode("utf-8"))
    yield "an id with a space", with_raw("eventId", b" " + EVENT.encode())
    yield "an empty event id", with_raw("eventId", b"")
    yield "an empty aggregate type", with_raw("aggregateType", b"")
    yield "an empty aggregate id", with_raw("aggregateId", b"")
    yield "an empty event type", with_raw("type", b"")
    yield "an empty revision", with_raw("revision", b"")
    yield "a sequence number of four bytes", with_raw("sequence", b"\x00\x00\x00\x00")
    yield "a sequence number of nine bytes", with_raw("sequence", b"\x00" * 9)
    yield "a negative sequence number", with_raw("sequence", struct.pack(">q", -1))
    yield "a sequence number as text", with_raw("sequence", b"0")
    yield "UTF-8 that is longer than needed", with_raw("type", b"\xc0\xaf")
    yield "UTF-8 of a lone surrogate", with_raw("type", b"\xed\xa0\x80")
    yield "UTF-8 of a pair of surrogates (CESU-8)", with_raw("type", b"\xed\xa0\xbe\xed\xb7\xaa")
    yield "UTF-8 that ends early", with_raw("type", b"\xf0\x9f\xa7")
    yield "Latin-1", with_raw("aggregateType", b"mol\xe9cule")
    for about, timestamp in [
        ("three fraction digits", "2026-03-01T09:30:00.000Z"),
        ("no fraction", "2026-03-01T09:30:00Z"),
        ("nine fraction digits", "2026-03-01T09:30:00.000000000Z"),
        ("an offset in place of Z", "2026-03-01T09:30:00.000000+00:00"),
        ("a lower-case z", "2026-03-01T09:30:00.000000z"),
        ("a lower-case t", "2026-03-01t09:30:00.000000Z"),
        ("a space in place of T", "2026-03-01 09:30:00.000000Z"),
        ("a line feed after it", "2026-03-01T09:30:00.000000Z\n"),
        ("Arabic-Indic digits", "٢٠٢٦-03-01T09:30:00.000000Z"),
        ("a day that does not exist", "2026-02-29T09:30:00.000000Z"),
        ("an hour that does not exist", "2026-03-01T24:00:00.000000Z"),
        ("a leap second", "2016-12-31T23:59:60.000000Z"),
        ("a year of five digits", "+12026-03-01T09:30:00.000000Z"),
        ("nothing", ""),
    ]:
        yield "a timestamp with " + about, with_raw("timestamp", timestamp.encode("utf-8"))


def main():
    document = {
        "format": "record-v1",
        "vectors": [vector(*it) for it in VECTORS],
        "refused": [{"about": about, "record": record.hex()} for about, record in refused()],
    }
    print(json.dumps(document, ensure_ascii=False, indent=2))


main()
