"""Requests and commands from intents written by hand."""
