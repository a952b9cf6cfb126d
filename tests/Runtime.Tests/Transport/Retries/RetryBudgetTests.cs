using DynamoToolkit.Transport.Retries;

namespace DynamoToolkit.Runtime.Tests.Transport.Retries;

public sealed class RetryBudgetTests
{
    [Theory]
    [InlineData("Throttle", 5)]
    [InlineData("Transient", 5)]
    [InlineData("Timeout", 10)]
    [InlineData("ClockSkew", 0)]
    public void TryTake_Failure_CostsWhatTheStandardSays(string kind, int cost)
    {
        var budget = new RetryBudget(500);

        Assert.True(budget.TryTake(Enum.Parse<FailureKind>(kind), out var taken));
        Assert.Equal(cost, taken);
        Assert.Equal(500 - cost, budget.Tokens);
    }

    [Fact]
    public void TryTake_MoreThanThereIs_TakesNothing()
    {
        var budget = new RetryBudget(9);

        Assert.False(budget.TryTake(FailureKind.Timeout, out _));
        Assert.True(budget.TryTake(FailureKind.Throttle, out _));
        Assert.False(budget.TryTake(FailureKind.Throttle, out _));
        Assert.True(budget.TryTake(FailureKind.ClockSkew, out _));
        Assert.Equal(4, budget.Tokens);
    }

    [Fact]
    public void Refund_Full_StaysAtTheCapacity()
    {
        var budget = new RetryBudget(20);
        budget.TryTake(FailureKind.Throttle, out var taken);

        budget.Refund(0);
        Assert.Equal(16, budget.Tokens);
        budget.Refund(taken);
        Assert.Equal(20, budget.Tokens);
        budget.Refund(0);
        Assert.Equal(20, budget.Tokens);
    }

    [Fact]
    public void TryTake_NoCapacity_HasNoBound()
    {
        var budget = new RetryBudget(null);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.True(budget.TryTake(FailureKind.Throttle, out var _)));
    }

    [Fact]
    public void TryTake_Concurrently_NeverOverdraws()
    {
        var budget = new RetryBudget(1000);
        var granted = 0;

        Parallel.For(0, 10_000, _ =>
        {
            if (budget.TryTake(FailureKind.Throttle, out var _))
                Interlocked.Increment(ref granted);
        });

        Assert.Equal(200, granted);
        Assert.Equal(0, budget.Tokens);
    }
}
