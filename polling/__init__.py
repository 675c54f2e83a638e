"""Matinale: live polls for a room."""
