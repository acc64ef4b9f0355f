"""The blocked loss is the loss of torch, value and gradients, whatever the number of rows."""

import pytest

torch = pytest.importorskip("torch")


@pytest.mark.parametrize("rows", [1, 255, 256, 257, 700])
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_that_value_and_gradients_are_those_of_torch(rows: int, smoothing: float) -> None:
    """A last block that is not full counts as much as its rows."""
    from models.training.loss import blocked_cross_entropy

    torch.manual_seed(rows)
    hidden = torch.randn(rows, 32, requires_grad=True)
    weight = torch.randn(90, 32, requires_grad=True)
    targets = torch.randint(0, 90, (rows,))
    wanted = torch.nn.functional.cross_entropy(hidden @ weight.T, targets, label_smoothing=smoothing)
    expected = torch.autograd.grad(3 * wanted, (hidden, weight))
    found = blocked_cross_entropy(hidden, weight, targets, smoothing)
    got = torch.autograd.grad(3 * found, (hidden, weight))
    torch.testing.assert_close(found, wanted)
    for one, other in zip(got, expected, strict=True):
        torch.testing.assert_close(one, other)


def test_that_bf16_comes_close() -> None:
    """Under autocast only the products are rounded: the loss stays within a hundredth."""
    from models.training.loss import blocked_cross_entropy

    torch.manual_seed(0)
    hidden, weight = torch.randn(600, 64), torch.randn(500, 64, requires_grad=True)
    targets = torch.randint(0, 500, (600,))
    wanted = blocked_cross_entropy(hidden, weight, targets, 0.1)
    (exact,) = torch.autograd.grad(wanted, weight)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = blocked_cross_entropy(hidden, weight, targets, 0.1)
    (rounded,) = torch.autograd.grad(found, weight)
    assert found.item() == pytest.approx(wanted.item(), rel=0.01)
    assert rounded.dtype == torch.float32
    assert (rounded - exact).norm() < 0.02 * exact.norm()
