"""The words."""

from kfmodel import glossary


def test_a_name_has_one_word() -> None:
    assert len(glossary.TERMS) == len(glossary._TERMS)
