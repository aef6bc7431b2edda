"""Tests of the evidence room, against a real server on loopback; none needs the internet."""
