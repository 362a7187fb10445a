"""Download links are signed with something that nobody can guess."""

from bot.documents.links import link_secret


def test_the_secret_is_the_one_given_or_follows_from_the_password() -> None:
    assert link_secret("given", "password") == "given"
    assert link_secret("", "one") == link_secret("", "one")
    assert link_secret("", "one") != link_secret("", "another")


def test_without_a_password_the_secret_is_nothing_that_follows_from_the_code() -> None:
    """As with a managed identity."""
    assert link_secret("", "") != link_secret("", "")
