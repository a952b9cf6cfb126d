using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>A token for a map (M) of a dictionary whose keys are not strings: <c>r.Sales[2026].Total</c>.</summary>
/// <typeparam name="T">The member's type, as <c>Dictionary&lt;int, Sales&gt;</c>.</typeparam>
/// <typeparam name="TConverter">Writes and reads the whole map.</typeparam>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TKeyConverter">Writes and reads the keys as names.</typeparam>
/// <typeparam name="TTokens">The tokens of the values.</typeparam>
public readonly struct KeyedMapAttribute<T, TConverter, TKey, TKeyConverter, TTokens> : IAttribute<T, TConverter>,
    IAttributeTokens<KeyedMapAttribute<T, TConverter, TKey, TKeyConverter, TTokens>>
    where TConverter : IAttributeConverter<T>
    where TKey : notnull
    where TKeyConverter : IMapKeyConverter<TKey>
    where TTokens : IAttributeTokens<TTokens>
{
    /// <summary>Makes the token of a top-level attribute.</summary>
    public KeyedMapAttribute(string name)
        : this(new AttributePath(name))
    {
    }

    /// <summary>Makes the token of what is at a path.</summary>
    public KeyedMapAttribute(AttributePath path) => Path = path;

    /// <inheritdoc/>
    public AttributePath Path { get; }

    static KeyedMapAttribute<T, TConverter, TKey, TKeyConverter, TTokens>
        IAttributeTokens<KeyedMapAttribute<T, TConverter, TKey, TKeyConverter, TTokens>>.At(AttributePath path) => new(path);

    /// <summary>The value of a key.</summary>
    public TTokens this[TKey key] => TTokens.At(Path.Entry(NameOf(key), NullForm<T, TConverter>.IsStoredInside));

    private static string NameOf(TKey key)
    {
        using var buffer = WireBuffer.Rent(64);
        var writer = new ItemWriter(buffer);
        TKeyConverter.WriteName(ref writer, key);
        writer.Flush();
        var reader = new JsonCursor(buffer.WrittenSpan);
        reader.NextMember(out var name);
        return Encoding.UTF8.GetString(name);
    }
}
