"""Faults of the machine that every command has to bear: power cuts, kills, full disks, clocks that go backwards."""
