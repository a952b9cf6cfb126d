namespace DynamoToolkit;

/// <summary>A trigram index and the values within which a search looks: <c>Person.Trigrams.Name("tenant-a")</c>.</summary>
/// <typeparam name="T">The item type.</typeparam>
public readonly struct TrigramScope<T> : IEquatable<TrigramScope<T>>
    where T : IItem<T>
{
    /// <summary>Describes where to search. Called by generated code.</summary>
    /// <param name="index">The index's name.</param>
    /// <param name="values">The values of the scope's members, in their order.</param>
    /// <exception cref="ArgumentException">The type has no such index, or its scope has other members.</exception>
    public TrigramScope(string index, params KeyValue[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Index = (T.Model.Trigrams ?? throw new ArgumentException($"{typeof(T).Name} has no trigram indexes.")).Find(index);
        Key = Index.KeyOf(values);
        Values = [.. values];
    }

    internal TrigramIndex Index { get; }

    /// <summary>With what the partition keys of the scope's postings begin.</summary>
    internal string Key { get; }

    /// <summary>The values of the scope's members, in their order.</summary>
    internal IReadOnlyList<KeyValue> Values { get; }

    /// <inheritdoc/>
    public bool Equals(TrigramScope<T> other) => Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TrigramScope<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Key?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc/>
    public override string ToString() => Key ?? "";

    /// <summary>Whether two scopes are equal.</summary>
    public static bool operator ==(TrigramScope<T> left, TrigramScope<T> right) => left.Equals(right);

    /// <summary>Whether two scopes differ.</summary>
    public static bool operator !=(TrigramScope<T> left, TrigramScope<T> right) => !left.Equals(right);
}
