"""JSON Schemas (draft 7, which every editor knows) of what editors write, made from the fields' own statements."""
