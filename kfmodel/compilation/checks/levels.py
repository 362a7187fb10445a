"""Checks of competence levels: shares sum to zero, moves to the increase."""

from kfmodel.compilation.checks.printed import printed
from kfmodel.compilation.checks.sentences import category_of, listed
from kfmodel.compilation.compilation import CategoryRow, Check, Compilation, Status
from kfmodel.compilation.given import level_heads
from kfmodel.compilation.moves import MoveRow
from kfmodel.numbers import as_text


def level_shares(compilation: Compilation) -> Check:
    """The four shares sum to 0 where every part's do, and where they are settled."""
    wrong = [
        f"{category_of(row, compilation)}: {as_text(sum(row.levels), signed=True)} %"
        for row in compilation.rows
        if row.levels and sum(row.levels) != 0 and (row.settled or _every_part_sums_to_zero(row))
    ]
    if wrong:
        return Check(
            "level_shares", Status.ERROR, f"Nivåerna summerar inte till noll: {listed(wrong)}."
        )
    return Check(
        "level_shares",
        Status.OK,
        "De fyra nivåerna summerar till noll för varje kategori där enheternas svar gör det.",
    )


def _every_part_sums_to_zero(row: CategoryRow) -> bool:
    given = (level_heads(voice.answers, voice.heads) for voice in row.voices)
    return all(sum(heads) == 0 for heads in given if heads is not None)


def moves_identity(compilation: Compilation) -> Check:
    """The four differences of heads sum to the increase, at each horizon."""
    wrong = [
        f"{_named(row, compilation)}: utökning {as_text(row.increase, signed=True)}, "
        f"förflyttningarna ger {as_text(sum(row.moves), signed=True)}"
        for row in printed(compilation, "moves", MoveRow)
        if not row.masked
        if row.moves is not None and row.increase is not None and sum(row.moves) != row.increase
    ]
    if wrong:
        return Check("moves_identity", Status.ERROR, f"Summan stämmer inte för: {listed(wrong)}.")
    detail = "Förflyttningarna mellan nivåer summerar till utökningen på varje rad."
    return Check("moves_identity", Status.OK, detail)


def _named(row: MoveRow, compilation: Compilation) -> str:
    return f"{category_of(row, compilation)}, {row.horizon} år"
