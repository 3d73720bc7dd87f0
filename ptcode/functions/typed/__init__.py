"""The typed language: text to trees. Each module is the twin of the file of its name in js."""
