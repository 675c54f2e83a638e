"""Tests, in the words of the room."""
