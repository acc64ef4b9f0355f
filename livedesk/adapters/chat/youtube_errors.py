"""What YouTube's API means by its errors (https://developers.google.com/youtube/v3/docs/errors)."""

from typing import Any

from livedesk.core.errors import ErrorCode
from livedesk.core.ports import ConnectionLost

_BUSY_WAIT_S, _MOST_WAIT_S = 30.0, 3600.0
_API_OFF = frozenset({"accessNotConfigured", "SERVICE_DISABLED"})
_QUOTA = frozenset({"quotaExceeded", "dailyLimitExceeded"})
_BUSY = frozenset({"rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"})
_OVER = frozenset({"liveChatEnded", "liveChatDisabled"})
_GONE = frozenset({"liveChatNotFound", "videoNotFound"})
_KEY = frozenset(
    {"keyInvalid", "API_KEY_INVALID", "keyExpired", "ipRefererBlocked", "API_KEY_HTTP_REFERRER_BLOCKED",
     "API_KEY_IP_ADDRESS_BLOCKED", "API_KEY_SERVICE_BLOCKED", "forbidden", "authError", "required",
     "CREDENTIALS_MISSING"}
)  # fmt: skip


def lost_of(status: int, answer: object, retry_after: str, video: str, host: str) -> ConnectionLost:
    """Return what an answer means that brought no messages; `answer` is its JSON, None where it has none."""
    reasons = _reasons(answer)
    if reasons & _QUOTA:
        return ConnectionLost(ErrorCode.QUOTA_USED_UP)
    if reasons & _BUSY or status == 429:
        wait_s = float(retry_after) if retry_after.isascii() and retry_after.isdigit() else _BUSY_WAIT_S
        return ConnectionLost(ErrorCode.TOO_MANY, wait_s=min(wait_s, _MOST_WAIT_S))
    if reasons & _API_OFF:
        return ConnectionLost(ErrorCode.API_OFF, tries_again=False)
    if reasons & _OVER:
        return ConnectionLost(ErrorCode.NOT_LIVE, tries_again=False, channel=video)
    if reasons & _GONE or status == 404:
        return ConnectionLost(ErrorCode.NOT_LIVE, wait_s=60.0, channel=video)
    if reasons & _KEY or status in (401, 403):
        return ConnectionLost(ErrorCode.ACCESS_REFUSED, tries_again=False)
    # 5xx, half an answer, the page of a hotel's Wi-Fi, a page token that is no longer good: it may pass.
    return ConnectionLost(ErrorCode.UNREACHABLE, host=host)


def _reasons(answer: object) -> set[str]:
    """Return every `reason` that an error of Google's gives: in `errors`, and in `details` of newer ones."""
    error = answer.get("error") if isinstance(answer, dict) else None
    if not isinstance(error, dict):
        return set()
    return {reason for name in ("errors", "details") for reason in _in(error.get(name))}


def _in(listed: Any) -> set[str]:
    items = listed if isinstance(listed, list) else []
    found = (item.get("reason") for item in items if isinstance(item, dict))
    return {reason for reason in found if isinstance(reason, str)}
