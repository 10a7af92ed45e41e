"""Tests of the library layer; `tests.library.making` makes folders of checks for them."""
