"""Servers under test, each as a process of its own."""
