"""In which order is it told? What can be read off a finished report: its timeline."""
