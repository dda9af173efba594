"""Detecting synchronised folders and network drives, to which something else writes, too."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_SERVICES = (
    ("OneDrive", re.compile(r"onedrive\b.*", re.IGNORECASE)),
    ("Dropbox", re.compile(r"dropbox\b.*", re.IGNORECASE)),
    ("iCloud", re.compile(r"icloud ?drive.*|com~apple~clouddocs|mobile documents", re.IGNORECASE)),
    ("Google Drive", re.compile(r"google ?drive.*|my drive|googledrive-.*", re.IGNORECASE)),
    ("Nextcloud", re.compile(r"nextcloud\b.*|owncloud\b.*", re.IGNORECASE)),
    ("Syncthing", re.compile(r"syncthing\b.*", re.IGNORECASE)),
    ("Box", re.compile(r"Box(-Box)?|Box Sync")),
    ("pCloud", re.compile(r"pcloud ?drive", re.IGNORECASE)),
)
_SIGNS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
}
_NETWORK = re.compile(
    r"nfs4?|cifs|smb[23]?|smbfs|smb3|afpfs|webdav|davfs2?|9p|afs|ceph|glusterfs|lustre|ncpfs|"
    r"fuse\.(sshfs|rclone|davfs2?|s3fs|gvfsd-fuse|glusterfs|curlftpfs|google-drive-ocamlfuse)"
)
MOUNTS = Path("/proc/mounts")
"""Where Linux lists what is mounted."""


def synced_by(folder: Path) -> str:
    """The service that synchronises a folder, by names above it and files of its own, or ""."""
    real = Path(os.path.realpath(folder))
    for part in dict.fromkeys((*folder.absolute().parts, *real.parts)):
        for service, pattern in _SERVICES:
            if pattern.fullmatch(part):
                return service
    for above in (real, *real.parents):
        for sign, service in _SIGNS.items():
            if os.path.lexists(above / sign) and above != Path.home():
                return service
    return ""


def network_kind(folder: Path, mounts: Path = MOUNTS) -> str:
    """The kind of network drive that a folder lies on, such as "nfs4", or ""."""
    real = os.path.realpath(folder)
    if sys.platform == "win32":
        return "smb" if real.startswith("\\\\") and not real.startswith("\\\\?\\") else ""
    try:
        text = mounts.read_text("utf-8", "surrogateescape")
    except OSError:  # macOS has no such list
        return ""
    best, kind = "", ""
    for row in text.splitlines():
        fields = row.split(" ")
        if len(fields) < 3:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), fields[1])
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):  # the last one mounted on a point is the one seen
            best, kind = point, fields[2]
    return kind if _NETWORK.fullmatch(kind) else ""
