"""Tests of the command line, through `workbench.cli.main.main`."""
