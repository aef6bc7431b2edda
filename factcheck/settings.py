"""What a person has set, and where: for now the name that goes under every decision."""

from __future__ import annotations
