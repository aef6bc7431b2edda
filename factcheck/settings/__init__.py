"""What a person or a newsroom has set, and where: the name under every decision, checks, the policy of a sign-off, other keys.

What a folder's file would send or run counts once its owner has said so (`trust`); a person's own file counts as it is.
"""

from factcheck.settings.files import CONFIG, FILE, counting_files, own_file, read_settings
from factcheck.settings.keys import KeyChanges, key_changes
from factcheck.settings.known import ARCHIVE, SETTINGS, Setting
from factcheck.settings.newsroom import checks_file, house_list, policy
from factcheck.settings.outside import (
    CHECKS_KEY,
    LanguageModel,
    Reports,
    archive_service,
    checks_key,
    language_model,
    openers,
    reports,
    shared_index,
)
from factcheck.settings.reviewer import is_name_known, keep_reviewer_name, name_and_origin, reviewer_name
from factcheck.settings.trust import Wishes, approve, forget, trusted_files, wishes

__all__ = [
    "ARCHIVE",
    "CHECKS_KEY",
    "CONFIG",
    "FILE",
    "SETTINGS",
    "KeyChanges",
    "LanguageModel",
    "Reports",
    "Setting",
    "Wishes",
    "approve",
    "archive_service",
    "checks_file",
    "checks_key",
    "counting_files",
    "forget",
    "house_list",
    "is_name_known",
    "keep_reviewer_name",
    "key_changes",
    "language_model",
    "name_and_origin",
    "openers",
    "own_file",
    "policy",
    "read_settings",
    "reports",
    "reviewer_name",
    "shared_index",
    "trusted_files",
    "wishes",
]
