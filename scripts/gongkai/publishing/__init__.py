"""Stage, then swap in: the files of a build, and the moment in which they take the place of the last one."""
