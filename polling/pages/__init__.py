"""The pages people open, a blueprint a file."""
