"""The JSON records: schema, load, save, the fold to a claim's state, anchoring."""
