"""An examined column → all its files in the stage. Read `column` first; `index` and `pages` are its two large parts.

What the last build left and would be made the same again is taken over (`remembering`, `rendering.shown`).
"""
