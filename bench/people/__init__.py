"""Who is in the hall, and what must be true of it."""
