"""What a change does to the column: the sources of another commit, read as a column and held against this one."""
