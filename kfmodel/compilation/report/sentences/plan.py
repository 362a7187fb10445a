"""The plan in a sentence."""

from collections.abc import Sequence

from kfmodel.compilation.report.plan_tables import Cluster
from kfmodel.compilation.report.sentences.language import ACTIVITY, AREA, counted, named


def activities_in_areas(clusters: Sequence[Cluster]) -> str | None:
    """How many activities there are, in which areas."""
    activities = sum(len(cluster.activities) for cluster in clusters)
    if not activities:
        return None
    areas = [cluster.area for cluster in clusters if cluster.activities]
    where = f"{counted(len(areas), AREA)}: {named(areas, AREA)}"
    return f"Planen har {counted(activities, ACTIVITY)} inom {where}."
