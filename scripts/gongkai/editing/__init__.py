"""The site in an editor: what is wrong with the text as it stands, what can be written next, where a name leads.

Only `protocol` knows the protocol; all else speaks of texts, lines and characters (both from 0 here, as editors count them).
"""
