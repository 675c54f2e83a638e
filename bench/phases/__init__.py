"""What is measured in a hall, one part of an evening a file."""
