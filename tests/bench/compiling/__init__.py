"""What compiling a large city costs, beside writing the same cells and grouping the same rows."""
