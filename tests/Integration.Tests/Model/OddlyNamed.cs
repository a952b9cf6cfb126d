namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>An item whose key attributes have names that JSON escapes.</summary>
[DynamoTable("odd")]
public sealed partial record OddlyNamed
{
    [PartitionKey, DynamoAttribute("a\"b")]
    public required string Owner { get; init; }

    [SortKey, DynamoAttribute("c\\d")]
    public required int Number { get; init; }
}
