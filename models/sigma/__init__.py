"""The SIGMA architecture in PyTorch, its training, quantisation and fixtures."""
