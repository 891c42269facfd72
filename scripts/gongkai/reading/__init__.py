"""From files to documents: every line number survives, whatever cannot be read becomes a problem."""
