"""How fast: a tick step by step, and the whole of it beside other engines."""
