using DynamoToolkit.Shared.Keys;

namespace DynamoToolkit;

/// <summary>One kind of unique value of an item type: the value of a member, or the values of several members together.</summary>
/// <param name="name">The name, which is part of the reservations' keys.</param>
/// <param name="parts">The members: first those within whose values the value is unique, then those of the value itself.</param>
public sealed class UniqueConstraint(string name, params MemberValue[] parts)
{
    /// <summary>With what the partition keys of all reservations begin.</summary>
    internal const string KeyPrefix = "UNIQUE#";

    /// <summary>The name, which is part of the reservations' keys.</summary>
    public string Name { get; } = name;

    /// <summary>The members: first those within whose values the value is unique, then those of the value itself.</summary>
    public IReadOnlyList<MemberValue> Parts { get; } = parts;

    /// <summary>The members' names, for messages.</summary>
    internal string Members => string.Join(" and ", Parts.Select(static part => $"'{part.MemberName}'"));

    /// <summary>The values of an item; null if one of them is null, so that the item has no unique value of this kind.</summary>
    internal KeyValue[]? ValuesOf(object item) => MemberValue.ValuesOf(Parts, item);

    /// <summary>The partition key of the reservation of values.</summary>
    /// <exception cref="ArgumentException">There are too many values, or too few.</exception>
    internal string KeyOf(ReadOnlySpan<KeyValue> values)
    {
        if (values.Length != Parts.Count)
            throw new ArgumentException($"The unique value '{Name}' consists of {Parts.Count} values, and not of {values.Length}.");

        return ValueKey.Of($"{KeyPrefix}{KeyEscape.Of(Name)}#", values);
    }

    /// <summary>Values as people read them.</summary>
    internal static string Describe(ReadOnlySpan<KeyValue> values)
    {
        var texts = new List<string>();
        foreach (var value in values)
            texts.Add(value.ToString());
        return string.Join(" / ", texts);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
