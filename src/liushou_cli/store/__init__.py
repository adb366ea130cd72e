"""The only layer that opens the records: silent, and careful never to harm a file."""
