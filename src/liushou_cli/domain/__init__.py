"""Values and questions: no disk, no clock, no terminal, no chance."""
