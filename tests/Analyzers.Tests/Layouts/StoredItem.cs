namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>What the naive model knows of an item.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Type">Its exact type.</param>
/// <param name="Members">The values of its members, by name.</param>
internal sealed record StoredItem(ItemKeyText Key, ItemCase Type, IReadOnlyDictionary<string, object?> Members)
{
    /// <summary>The value of the index's key; null if the item is not in the index.</summary>
    public string? IndexKey => Members["G"] as string;

    /// <summary>Whether its time to live is over.</summary>
    public bool HasExpired => Members.TryGetValue("Ttl", out var time) && time is DateTimeOffset until && until <= FixedClock.Now;

    /// <summary>What a read as another type is expected to return.</summary>
    public string ShowAs(ItemCase read) => read.Viewed is null ? Type.Show(Member) : read.Show(Member);

    /// <summary>What a read as the smaller type is expected to return.</summary>
    public string ShowAsPart() => $"Part G={KeyValues.Show(Member("G"))} N={KeyValues.Show(Member("N"))}";

    private object? Member(string name) => Members.GetValueOrDefault(name);
}
