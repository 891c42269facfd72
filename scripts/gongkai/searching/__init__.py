"""Search: one index of JSON parts under `search/`, read alike by Whoosh (Python) and by theme/search (browser).

Writing: entries → preparing (cutting, inversion + terms, characters) → merging → grouping (parts) → writing.
Reading: store (parts) → query (+ number_query) → whoosh_reader (BM25F) → answering (+ excerpts, filters, ranking).
"""
