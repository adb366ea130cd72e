"""An invented twin of records: the same shapes, and nothing that was said of a real child."""
