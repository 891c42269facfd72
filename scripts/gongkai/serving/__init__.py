"""The preview of `gongkai serve`: watch, rebuild in another process, serve to this machine alone. Read `preview` first."""
