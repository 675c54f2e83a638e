"""Checks content and settings against a kind's JSON Schema, in words a host understands."""
