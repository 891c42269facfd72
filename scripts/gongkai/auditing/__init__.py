"""The self-audit of a column: what inspectors look at, held against what there is; one HTML page and one JSON file."""
