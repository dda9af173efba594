"""Whether a process of this machine still lives."""

from __future__ import annotations

import os
import sys


def alive(pid: int) -> bool:
    """Whether a process of that number lives here; another one may have got the number since."""
    if not 0 < pid < 1 << 31:
        return False
    if sys.platform == "win32":  # there os.kill would interrupt it
        import ctypes

        synchronize, access_denied = 0x100000, 5
        handle = ctypes.windll.kernel32.OpenProcess(synchronize, False, pid)
        if not handle:
            return bool(ctypes.windll.kernel32.GetLastError() == access_denied)
        ctypes.windll.kernel32.CloseHandle(handle)
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is somebody else's
        pass
    return True
