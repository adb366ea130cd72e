"""A form somebody else made: its boxes, its labels, and what the records put into it."""
