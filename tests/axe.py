"""axe-core on a page as it is drawn."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.async_api import Page

from bot.local_chat import files

_SOURCE = Path(files.HERE, "node_modules", "axe-core", "axe.min.js").read_text()
# Only what is wrong comes back: all that is right, node by node, takes Playwright seconds to read.
_RUN = """
([context, runOnly, rules]) => axe.run(context, { runOnly, rules, resultTypes: ["violations"] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`)))
"""
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


async def violations(
    page: Page, *, within: str = "html", beyond: Sequence[str] = (), off: Sequence[str] = ()
) -> list[str]:
    """The rule, the element and why, of each: `within` an element, not in those `beyond`, and
    without the rules that are `off`."""
    # evaluate() reaches past the page's own policy, which forbids foreign scripts
    await page.evaluate(_SOURCE)
    rules: Mapping[str, object] = {rule: {"enabled": False} for rule in off}
    context = {"include": [within], "exclude": list(beyond)}
    found: list[str] = await page.evaluate(_RUN, [context, _TAGS, rules])
    return found
