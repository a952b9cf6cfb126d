using DynamoToolkit.Local.Heat;

namespace DynamoToolkit.Local.Tests.Heat;

/// <summary>What a whole table or index allows.</summary>
public sealed class AllowanceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void OnDemand_AllowsTwiceThePeak_HalfAnHourLater()
    {
        var allowance = new Allowance(provisioned: 0, onDemand: 100, new HeatOptions(), Start);
        for (var second = 1; second <= 20 * 60; second++)
            allowance.Take(100, Start.AddSeconds(second));
        Assert.Equal(100, allowance.Rate);

        Assert.True(allowance.Allows(100, Start.AddMinutes(40)));
        Assert.InRange(allowance.Rate, 190, 210);
    }

    [Fact]
    public void OnDemand_NeverAllowsLessThanANewTableGets()
    {
        var allowance = new Allowance(provisioned: 0, onDemand: 100, new HeatOptions(), Start);
        allowance.Take(1, Start.AddSeconds(1));
        Assert.True(allowance.Allows(100, Start.AddHours(2)));
        Assert.Equal(100, allowance.Rate);
    }

    [Fact]
    public void Change_OfTheProvisionedUnits_TakesEffectAtOnce()
    {
        var allowance = new Allowance(provisioned: 10, onDemand: 100, new HeatOptions(), Start);
        allowance.Take(10, Start);
        Assert.False(allowance.Allows(20, Start.AddSeconds(1)));
        allowance.Provision(20, Start.AddSeconds(1));
        Assert.True(allowance.Allows(20, Start.AddSeconds(2)));
    }
}
