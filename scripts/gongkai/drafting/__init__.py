"""New documents: the next numbers of a column, and a policy with its interpretation as a linked pair of files."""
