"""From a file of an office (Word, web page, PDF, text) to Markdown with front matter: read, recognise, write."""
