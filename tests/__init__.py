"""Tests by layer, and what they share: `tests.terminal`."""
