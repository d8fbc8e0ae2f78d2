"""The compiled engine beside graph libraries, on the same graphs in the same run."""
