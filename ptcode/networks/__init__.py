"""Networks: layers, losses, starts, training, data, the running example, gradient flow."""
