"""Tests of asking a language model, against a real server on loopback that speaks the protocol."""
