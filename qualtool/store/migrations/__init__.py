"""Bringing a project of an earlier version up to this one."""
