"""Which rows show a result? One module a view, each with a pure function to rows."""
