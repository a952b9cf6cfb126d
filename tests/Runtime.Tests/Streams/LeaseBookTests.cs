using DynamoToolkit.Streams.Leases;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Runtime.Tests.Streams;

/// <summary>Which leases a worker takes.</summary>
public sealed class LeaseBookTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider clock = new();
    private readonly LeaseBook book;

    public LeaseBookTests() => book = new LeaseBook("me", Duration, clock);

    [Fact]
    public void AloneWorker_TakesAllFreeLeases() =>
        Assert.Equal(3, Plan([Lease(1), Lease(2), Lease(3)]).Take.Count);

    [Fact]
    public void SharedWork_IsTakenUpToTheFairPart()
    {
        // Five leases and two workers: three are enough.
        var plan = Plan([Lease(1, "other", "x"), Lease(2), Lease(3), Lease(4), Lease(5)]);

        Assert.Equal(3, plan.Take.Count);
        Assert.Null(plan.AskFor);
    }

    [Fact]
    public void OwnLeases_OfAnEarlierLife_AreTakenAtOnce()
    {
        var plan = Plan([Lease(1, "me", "old"), Lease(2, "me", "old2"), Lease(3, "other", "x")]);

        Assert.Equal(["me", "me"], plan.Take.Select(static lease => lease.Owner));
    }

    [Fact]
    public void SilentOwner_LosesItsLease_ByThisClockAlone()
    {
        var leases = new[] { Lease(1, "other", "x", counter: 5) };
        Assert.Empty(Plan(leases).Take);
        clock.Advance(Duration);
        Assert.Empty(Plan(leases).Take);
        clock.Advance(TimeSpan.FromTicks(1));

        Assert.Single(Plan(leases).Take);
    }

    [Theory]
    [InlineData(6, "x")]
    [InlineData(5, "y")]
    public void OwnerThatRenews_KeepsItsLease(long counter, string token)
    {
        Plan([Lease(1, "other", "x", counter: 5)]);
        clock.Advance(Duration);
        Plan([Lease(1, "other", token, counter: counter)]);
        clock.Advance(Duration);

        Assert.Empty(Plan([Lease(1, "other", token, counter: counter)]).Take);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public void OtherWorker_IsAskedForALease_IfItHasTwoMore(int others, bool expected)
    {
        LeaseItem[] leases = [.. Enumerable.Range(1, others).Select(static number => Lease(number, "other", $"x{number}"))];

        Assert.Equal(expected, Plan(leases).AskFor is not null);
    }

    [Fact]
    public void LeaseThatIsAskedFor_IsNotAskedForAgain()
    {
        LeaseItem[] leases = [Lease(1, "other", "x", wantedBy: "third"), Lease(2, "other", "y", wantedBy: "third")];

        Assert.Null(Plan(leases).AskFor);
    }

    [Fact]
    public void HeldLeases_AreNotTakenAgain()
    {
        var plan = book.Plan([Lease(1, "me", "a"), Lease(2, "me", "b")], new HashSet<string> { "a", "b" });

        Assert.Empty(plan.Take);
    }

    private static LeaseItem Lease(int number, string? owner = null, string? token = null, long counter = 1, string? wantedBy = null) =>
        new()
        {
            Group = "t#c",
            Sort = $"{LeaseItem.LeasePrefix}l#{number}",
            Owner = owner,
            Token = token,
            Counter = counter,
            WantedBy = wantedBy,
        };

    private LeasePlan Plan(IReadOnlyList<LeaseItem> leases) => book.Plan(leases, new HashSet<string>());
}
