"""What HR is handed: compiled, stored, and fetched by a signed link."""
