"""The verdict on an answer: right, right but not as asked, or which mistake it comes from."""
