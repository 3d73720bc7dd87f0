"""The misconceptions of the book as rules, and the bug lab."""
