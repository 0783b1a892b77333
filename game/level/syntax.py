"""What the YAML parser says, as codes of our own; words for them stand under ``level.yaml.<code>``."""

# As libyaml 0.2.5 and PyYAML 6.0 word it, or how that begins.
CODES = {
    "found character that cannot start any token": "start",
    "found character '": "start",
    "found a tab character": "tab",
    "mapping values are not allowed": "colon",
    "could not find expected ':'": "no_colon",
    "did not find expected key": "indent",
    "did not find expected '-' indicator": "indent",
    "expected <block end>": "indent",
    "block sequence entries are not allowed": "indent",
    "did not find expected ',' or ']'": "no_bracket",
    "expected ',' or ']'": "no_bracket",
    "did not find expected ',' or '}'": "no_brace",
    "expected ',' or '}'": "no_brace",
    "did not find expected node content": "no_value",
    "expected the node content": "no_value",
    "found unexpected end of stream": "no_quote",
    "found unknown escape character": "escape",
}


def code_of(problem: str) -> str:
    """The code for what the parser says; what it says itself where it is none of the usual."""
    return next((code for beginning, code in CODES.items() if problem.startswith(beginning)), problem)
