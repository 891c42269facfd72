"""Why the system could not do something with a file, in words an editor understands."""

from __future__ import annotations

import errno

_IN_USE = "被别的程序占用着"
_WORDS = {
    errno.ENOSPC: "磁盘满了", errno.EACCES: "没有权限", errno.EPERM: "没有权限", errno.EROFS: "那里只能读，不能写", errno.ENOENT: "没有这个文件或文件夹",
    errno.EEXIST: "那里已经有了", errno.ENOTDIR: "路径里有一段不是文件夹", errno.EISDIR: "是文件夹，不是文件", errno.ENAMETOOLONG: "名字太长", errno.EIO: "磁盘读写出错",
    errno.EMFILE: "同时打开的文件太多", errno.ENFILE: "同时打开的文件太多", errno.EBUSY: _IN_USE, errno.EADDRINUSE: _IN_USE, errno.ELOOP: "符号链接绕成了圈",
    errno.ENOMEM: "内存不够", errno.ENOEXEC: "不是能运行的程序",
}  # fmt: skip
if hasattr(errno, "EDQUOT"):  # not on every system
    _WORDS[errno.EDQUOT] = "磁盘的配额用完了"
_SHARING = 32, 33
"""What Windows calls a file that another program has open, or has locked a part of."""


def why(error: OSError) -> str:
    """What went wrong, as the system puts it where we have no words for it."""
    if getattr(error, "winerror", None) in _SHARING:
        return _IN_USE
    return _WORDS.get(error.errno or 0) or error.strerror or str(error)


def told(error: OSError) -> str:
    """What went wrong with which file, if that is known."""
    name = f"“{error.filename}”" if error.filename else "文件"
    return f"读写{name}时出错：{why(error)}"
