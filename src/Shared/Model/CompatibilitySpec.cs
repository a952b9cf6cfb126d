namespace DynamoToolkit.Shared.Model;

/// <summary>What a type shares with items of DynamoDBContext.</summary>
/// <param name="Reads">Whether its items are read.</param>
/// <param name="Writes">Whether items are written as it writes them.</param>
internal sealed record CompatibilitySpec(bool Reads, bool Writes);
