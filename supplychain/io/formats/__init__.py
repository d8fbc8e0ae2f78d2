"""One module a format; each lists its reader in `supplychain.core.readers.READERS`."""
