"""One verb a module: plain values in, plain values out, silent."""
