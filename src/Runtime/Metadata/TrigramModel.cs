namespace DynamoToolkit;

/// <summary>The trigram indexes of an item type.</summary>
/// <param name="copy">
/// Returns a shallow copy of an item. A write stamps a copy, so that the caller's item changes only after the write succeeded.
/// </param>
/// <param name="expires">The time to live, which postings share with their item; null if the type has none.</param>
/// <param name="indexes">The indexes.</param>
public sealed class TrigramModel(Func<object, object> copy, MemberValue? expires, params TrigramIndex[] indexes)
{
    /// <summary>The indexes.</summary>
    public IReadOnlyList<TrigramIndex> Indexes { get; } = indexes;

    /// <summary>The time to live, which postings share with their item; null if the type has none.</summary>
    public MemberValue? Expires { get; } = expires;

    /// <summary>The members on which postings depend, each once.</summary>
    internal IReadOnlyList<MemberValue> Compared { get; } =
        [.. indexes.SelectMany(static index => index.Scope.Append(index.Text))
            .Concat(expires is null ? [] : [expires])
            .DistinctBy(static member => member.AttributeName)];

    /// <summary>Whether postings depend on an attribute.</summary>
    internal bool DependsOn(string attributeName) =>
        Expires?.AttributeName == attributeName || Indexes.Any(index => index.DependsOn(attributeName));

    /// <summary>Finds an index by its name.</summary>
    internal TrigramIndex Find(string name) =>
        Indexes.FirstOrDefault(index => index.Name == name)
        ?? throw new ArgumentException($"The type has no trigram index '{name}'.");

    internal object Copy(object item) => copy(item);
}
