"""Tests of the review layer; `tests.review.making` makes cases for them."""
