namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>Indexes of every kind: with keys of several attributes, local, by expiry, with a part of the attributes.</summary>
[DynamoTable("shops")]
[PartitionKey("SHOP#{Chain}"), SortKey("{Number}")]
[GlobalIndex("byPlace", [nameof(Country), nameof(City)], [nameof(Kind), nameof(Opened)])]
[GlobalIndex("byOwner", "{Owner}", Projection = IndexProjection.KeysOnly)]
[GlobalIndex("byKind", "KIND#{Kind}", "{Turnover}", Projection = IndexProjection.Include, Include = [nameof(Name)])]
[LocalIndex("byName", "{Name}")]
public sealed partial record Shop
{
    public required string Chain { get; init; }

    public int Number { get; init; }

    public required string Name { get; init; }

    public string Country { get; init; } = "ch";

    public string City { get; init; } = "Bern";

    public string Kind { get; init; } = "food";

    public DateOnly Opened { get; init; }

    public string? Owner { get; init; }

    public double Turnover { get; init; }

    /// <summary>An attribute that the partial indexes do not hold.</summary>
    [TimeToLive]
    public DateTimeOffset? ClosesAt { get; init; }
}
