"""What can be said from data alone, in Swedish. Each sentence is a pure function; None is silence.

Rows that are masked never come here: sentences speak of the rows that the tables show.
"""
