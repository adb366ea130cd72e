"""A roster on its way into the files: rows understood, children recognised, changes laid out. Nothing is written."""
