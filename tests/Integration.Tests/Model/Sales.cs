namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>What an update of a shop's turnover returns.</summary>
[DynamoMap]
public sealed partial record Sales
{
    public double Turnover { get; init; }
}
