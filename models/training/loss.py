"""Cross-entropy over a whole vocabulary, a block of rows at a time.

The scores of every token for every piece of the vocabulary are the largest thing in the training of a small model:
48,000 tokens and 16,000 pieces take 3 GB in fp32, and as much again for the gradient. Here a block of rows is scored,
its loss and its gradients are added up, and its scores are forgotten, so that they stay in the processor's cache.
"""

from typing import Any

import torch

BLOCK = {"cpu": 256, "cuda": 8192}
"""Rows that are scored at once: as many as the cache of such a device holds."""


class _BlockedCrossEntropy(torch.autograd.Function):
    """Makes the gradients in the forward pass, where the scores are at hand, and only scales them in the backward."""

    @staticmethod
    def forward(
        ctx: Any, hidden: Any, weight: Any, targets: Any, smoothing: float, rows: int
    ) -> torch.Tensor:
        """Return the mean loss."""
        kind = torch.bfloat16 if torch.is_autocast_enabled(hidden.device.type) else hidden.dtype
        x, w, count, pieces = hidden.to(kind), weight.to(kind), hidden.size(0), weight.size(0)
        to_hidden = torch.empty_like(x)
        to_weight = torch.zeros_like(weight, dtype=torch.float32)
        total = torch.zeros((), device=hidden.device)
        for block, answers in zip(range(0, count, rows), targets.split(rows), strict=True):
            part = x[block : block + rows]
            scores = (part @ w.T).float()
            norm = scores.logsumexp(-1, keepdim=True)
            right = scores.gather(1, answers[:, None])
            total += (norm - (1 - smoothing) * right).sum() - smoothing * scores.mean(-1).sum()
            slope = scores.sub_(norm).exp_().sub_(smoothing / pieces)  # what is expected less what is wanted
            slope.scatter_add_(1, answers[:, None], torch.full_like(right, smoothing - 1))
            slope = slope.to(kind)
            to_hidden[block : block + rows] = slope @ w
            to_weight += slope.T @ part
        ctx.save_for_backward(to_hidden, to_weight)
        ctx.kinds, ctx.count = (hidden.dtype, weight.dtype), count
        return total / count

    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> Any:
        """Return the gradients of the hidden states and of the weights."""
        to_hidden, to_weight = ctx.saved_tensors
        scale = gradients[0] / ctx.count
        return (to_hidden * scale).to(ctx.kinds[0]), (to_weight * scale).to(ctx.kinds[1]), None, None, None


def blocked_cross_entropy(hidden: Any, weight: Any, targets: Any, smoothing: float) -> torch.Tensor:
    """Return the mean cross-entropy of `hidden @ weight.T` against `targets`, as torch's with label smoothing.

    `hidden` [rows, width], `weight` [pieces, width], `targets` int64 [rows] without padding. Under autocast the
    products are made in bf16 and everything else in fp32.
    """
    loss: torch.Tensor = _BlockedCrossEntropy.apply(
        hidden, weight, targets, smoothing, BLOCK[hidden.device.type]
    )
    return loss
