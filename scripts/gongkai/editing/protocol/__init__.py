"""One door to pygls and lsprotocol: the language server protocol, and nothing about a site."""
