using DynamoToolkit;

namespace AotShop.Model;

/// <summary>An order: the base of a family of item types.</summary>
[DynamoTable("orders"), PartitionKey("ORDER#{Number}")]
public abstract partial record Order
{
    public required long Number { get; init; }

    public required Payment Payment { get; init; }

    public Dictionary<Format, List<Money?>> Prices { get; init; } = [];

    /// <summary>What a newer version of the program stored.</summary>
    [DynamoExtra]
    public ExtraAttributes Extra { get; init; } = new();
}
