"""A cut of an answer is made of its words, and says where it is cut."""

import pytest

from kfmodel.quotes import NotFromAnswerError, shortened

ANSWER = "Vi är få, och sårbara vid frånvaro. De nya\nstannar inte."


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Vi är få", "Vi är få […]"),
        ("Vi är sårbara.", "Vi är […] sårbara. […]"),
        ("sårbara […] stannar inte.", "[…] sårbara […] stannar inte."),
        ("[Sektionerna] är få", "[Sektionerna] är få […]"),
        ("[De som] är få, ... De nya stannar", "[De som] är få, […] De nya stannar […]"),
        (ANSWER, None),
        (" ".join(ANSWER.split()), None),
        ("  ", None),
    ],
)
def test_what_is_left_out_is_marked(typed: str, printed: str | None) -> None:
    assert shortened(ANSWER, typed) == printed


@pytest.mark.parametrize("typed", ["Vi är många", "få är Vi", "Vi är får", "frånvaro Vi"])
def test_words_that_the_answer_does_not_say_are_refused(typed: str) -> None:
    with pytest.raises(NotFromAnswerError):
        shortened(ANSWER, typed)
