import pytest

from game.level.document import LARGEST_FILE, read_document


def plain(text):
    document = read_document("x.yaml", text.encode())
    assert document.mistakes == []
    return document.plain


def code(content):
    """The one mistake of a file: its code, line and column."""
    (mistake,) = read_document("x.yaml", content).mistakes
    return mistake.code, mistake.line, mistake.column


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("10:30", "10:30"),
        ("yes", "yes"),
        ("on", "on"),
        ("0700", 700),
        ("1e3", 1000.0),
        ("-2", -2),
        (".5", 0.5),
        ("true", True),
        ("~", None),
        ("", None),
        ("2029-02-14", "2029-02-14"),
        ('"12"', "12"),
        ("9" * 20, 99999999999999999999),
        ("9" * 400, float("9" * 308) * float("inf")),
    ],
)
def test_scalars_stay_what_they_look_like(written, read):
    assert plain(f"a: {written}") == {"a": read}


def test_each_value_and_each_name_keeps_its_place():
    document = read_document("x.yaml", b"a:\n  - b: 1\n    c: [2, 3]\n")
    assert document.places["a", 0, "c", 1] == (3, 12)
    assert document.keys["a", 0, "c"] == (3, 5)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", ("empty", 1, 1)),
        (b"# nothing\n", ("empty", 2, 1)),
        (b"a: 1\n---\nb: 2\n", ("one_document", 3, 1)),
        (b"a: &x 1\nb: *x\n", ("alias", 1, 4)),
        (b"a: !!python/object:os.system 1\n", ("tag", 1, 4)),
        (b"a: 1\na: 2\n", ("twice", 2, 1)),
        (b"a: 1\n? [b]\n: 2\n", ("name_expected", 2, 3)),
        (b"a: [1, 2\nb: 3\n", ("syntax", 2, 2)),
        (b"\x89PNG\r\n\x1a\n\x00\x00", ("not_text", 1, 1)),
        (b"a: 1\nb: \x00\n", ("not_text", 2, 4)),
        (b"a: " + b"[" * 900, ("too_deep", 1, 44)),
        (b"a" * (LARGEST_FILE + 1), ("too_large", 1, 1)),
        (b"- 1\n" * 200_001, ("too_many", 200_000, 3)),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_what_could_harm_a_reader_is_refused_where_it_stands(content, said):
    assert code(content) == said


def test_what_is_too_deep_for_the_parser_itself_is_called_that_too():
    assert code(b"a: " + b"[" * 100_000)[0] == "too_deep"
