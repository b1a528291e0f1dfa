"""What was kept of an earlier comparison: a report in a file, and what people have decided about its findings."""
