namespace TrackingStore.Values;

/// <summary>A tag or a parameter.</summary>
internal sealed record NamedValue(string Name, string Value)
{
    /// <summary>How long it is, in characters.</summary>
    public int Weight => Name.Length + Value.Length;
}
