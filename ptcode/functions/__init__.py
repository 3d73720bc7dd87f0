"""A function of the book is one SymPy expression: values, slopes, formulas follow from it."""
