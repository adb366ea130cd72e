"""The only layer that talks: parses, asks, prints."""
