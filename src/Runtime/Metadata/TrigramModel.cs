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

    /// <summary>The indexes whose postings the writers of items write.</summary>
    internal IReadOnlyList<TrigramIndex> OfWriters { get; } = [.. indexes.Where(static index => index.Upkeep is TrigramUpkeep.Writer)];

    /// <summary>The indexes whose postings a worker writes.</summary>
    internal IReadOnlyList<TrigramIndex> OfStream { get; } = [.. indexes.Where(static index => index.Upkeep is TrigramUpkeep.Stream)];

    /// <summary>The members on which postings depend that writers write, each once.</summary>
    internal IReadOnlyList<MemberValue> Compared { get; } =
        [.. indexes.Where(static index => index.Upkeep is TrigramUpkeep.Writer)
            .SelectMany(static index => index.Scope.Append(index.Text))
            .Concat(expires is null ? [] : [expires])
            .DistinctBy(static member => member.AttributeName)];

    /// <summary>Whether writers have postings to write, so that each write has to know what it replaces.</summary>
    internal bool AreTracked => OfWriters.Count > 0;

    /// <summary>Whether postings that writers write depend on an attribute.</summary>
    internal bool DependsOn(string attributeName) =>
        AreTracked
        && (Expires?.AttributeName == attributeName || OfWriters.Any(index => index.DependsOn(attributeName)));

    /// <summary>Finds an index by its name.</summary>
    internal TrigramIndex Find(string name) =>
        Indexes.FirstOrDefault(index => index.Name == name)
        ?? throw new ArgumentException($"The type has no trigram index '{name}'.");

    internal object Copy(object item) => copy(item);
}
