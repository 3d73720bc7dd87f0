"""What every wing needs: validation, formatting, random numbers shared with the browser."""
