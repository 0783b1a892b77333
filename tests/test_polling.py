"""A morning at the shipped polling station: the pace of the booths emerges, and nobody gets stuck."""

from tests.polling import PUBLISHED, voters_a_minute

MINUTES = 22.0


def test_voters_leave_the_booths_as_fast_as_is_published(tmp_path):
    assert abs(voters_a_minute(tmp_path, 2, MINUTES) / PUBLISHED - 1.0) < 0.25
