"""A new site: its settings, skeletons of the standing pages, an example, what Git and the pipelines need."""
