"""Frozen facts of a column: no input, no output, no libraries."""
