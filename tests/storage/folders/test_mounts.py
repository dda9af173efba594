"""A synchronised or a network folder is known by its name, its marks, or the list of mounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from mops_tui.storage.folders.mounts import network_kind, synced_by


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive - Acme", "OneDrive"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Mobile Documents", "iCloud"),
        ("GoogleDrive-me@acme.example", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Documents", ""),
        ("inbox", ""),
    ],
)
def test_a_service_by_the_name_of_a_folder(tmp_path: Path, name: str, service: str) -> None:
    assert synced_by(tmp_path / name / "sessions") == service


def test_a_service_by_its_mark_and_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "plain" / ".stfolder").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "plain")
    assert synced_by(tmp_path / "link" / "sessions") == "Syncthing"


@pytest.mark.parametrize(
    ("kind", "network"),
    [("nfs4", "nfs4"), ("cifs", "cifs"), ("fuse.sshfs", "fuse.sshfs"), ("ext4", ""), ("tmpfs", "")],
)
def test_a_network_drive_by_the_nearest_mount(tmp_path: Path, kind: str, network: str) -> None:
    (tmp_path / "a b").mkdir()
    mounts = tmp_path / "mounts"
    point = str(tmp_path / "a b").replace(" ", "\\040")
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {point} {kind} rw 0 0\n")
    assert network_kind(tmp_path / "a b", mounts) == network
    assert network_kind(tmp_path, mounts) == ""
    assert network_kind(tmp_path, tmp_path / "none") == ""
