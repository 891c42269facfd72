"""Who explains, affects and cites whom: found, resolved, and told apart; never judged (that is `checks`)."""
