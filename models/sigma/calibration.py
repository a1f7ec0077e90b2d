"""Writes a model's calibration.json from what `./sigma eval --json --calibration` prints:

    ./sigma eval --json --calibration FILES... | python -m sigma.calibration --out sigma-commands/calibration.json

Fit with the model's own confidences: take calibration.json away and start the worker before. The fitted map has steps;
here each step's probability stands at its middle, and straight lines lie between, so that no two confidences become the same.
"""

import argparse
import json
import sys
from pathlib import Path


def calibration(figures: dict) -> dict:
    """`figures`: by metric, the objects that the evaluation printed."""
    steps = figures["confidence_map"]["detail"]["from_and_probability"]
    ends = [start for start, _ in steps[1:]] + [1.0]
    points = [[0.0, steps[0][1]], *([round((start + end) / 2, 4), round(p, 4)] for (start, p), end in zip(steps, ends)), [1.0, steps[-1][1]]]
    return {
        "points": [[x, round(p, 4)] for x, p in points],
        "threshold": figures["threshold"]["value"],
        "fitted_on": figures["confidence_map"]["n"],
        "measured": {name: round(figures[name]["value"], 4) for name in ("ece", "precision_above_threshold", "answered_share") if name in figures},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    figures = {row["metric"]: row for row in map(json.loads, filter(None, map(str.strip, sys.stdin)))}
    if "threshold" not in figures:
        sys.exit("no threshold: of the fitted half no share of the answers is 90 % right")
    args.out.write_text(json.dumps(calibration(figures), indent=1) + "\n")


if __name__ == "__main__":
    main()
