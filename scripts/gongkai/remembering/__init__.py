"""What one build leaves to the next: sources that were read, files that were written, and what each of them was made from.

Read `memory` first. Nothing here decides what a page shows: that is `rendering.shown`; what cannot be told apart from what
was there before is taken over, everything else is made anew.
"""
