"""Dialogs: the screens that open over another one."""
