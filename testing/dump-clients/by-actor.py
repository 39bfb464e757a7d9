# Gross losses of some days by actor, from a dump's CSV: python3 by-actor.py FOLDER FROM TO
# Each line is an actor, how many incidents, of how many nobody knows the size, and cents.
import sys

import pandas

folder, first, last = sys.argv[1:]


def table(name):
    return pandas.read_csv(f"{folder}/csv/{name}.csv", dtype={"occurred_from": str, "occurred_to": str})


incident, attribution, actor, coverage = map(table, ["incident", "attribution", "actor", "coverage"])
counted = ["active", "withheld"]
covered = coverage.covered_through[0] if len(coverage) else "9999"
incident = incident[
    incident.status.isin(counted)
    & (incident.occurred_to <= covered)
    & (incident.occurred_from >= first)
    & (incident.occurred_to <= last)
]

# Each actor under the one that it is part of in the end.
actor = actor[actor.status.isin(counted)].set_index("id")


def whole(part):
    while part in actor.index and pandas.notna(actor.parent_id[part]):
        part = int(actor.parent_id[part])
    return actor.slug[part] if part in actor.index else None


attribution["whole"] = attribution.actor_id.map(whole)
wholes = attribution.dropna(subset=["whole"]).groupby("incident_id").whole
named = wholes.agg(lambda slugs: "_several" if slugs.nunique() > 1 else slugs.iloc[0])
incident = incident.assign(
    key=incident.id.map(named).fillna("-"), cents=(incident.loss_usd * 100).round()
)
for key, own in incident.groupby("key"):
    print(key, len(own), own.cents.isna().sum(), int(own.cents.sum()), sep=",")
