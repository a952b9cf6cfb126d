using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// An item type whose versions are kept. Implemented by the generator for types with <see cref="VersionControlledAttribute"/>.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IVersionedItem<TSelf> : IItem<TSelf>
    where TSelf : IVersionedItem<TSelf>
{
    /// <summary>
    /// Writes version 0, the copy of a version, from the bytes of that version: with version 0 in the sort key, the attributes that only the
    /// copy has, and the keys of its indexes. It allocates nothing.
    /// </summary>
    /// <param name="writer">The writer to write to. Its buffer must not hold the version's bytes.</param>
    /// <param name="version">The version's bytes, as <see cref="IDynamoMap{TSelf}.WriteMap"/> wrote them.</param>
    /// <param name="item">The version.</param>
    static abstract void WriteLatest(ref ItemWriter writer, ReadOnlySpan<byte> version, in TSelf item);
}
