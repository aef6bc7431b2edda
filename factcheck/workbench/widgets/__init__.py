"""The parts of the workbench's screens."""
