using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// The String attribute that distinguishes a type from its siblings in one table, and the names of the type's items in it.
/// </summary>
/// <param name="attributeName">The attribute's name.</param>
/// <param name="name">This type's name in it; null for an abstract base class, which has no items of its own.</param>
public sealed class DiscriminatorModel(string attributeName, string? name)
{
    private readonly byte[] utf8AttributeName = Encoding.UTF8.GetBytes(attributeName);

    // Two threads may both make them; either result will do.
    private string[]? names;
    private byte[][]? utf8Names;

    /// <summary>The attribute's name.</summary>
    public string AttributeName { get; } = attributeName;

    /// <summary>This type's name in it; null for an abstract base class, which has no items of its own.</summary>
    public string? Name { get; } = name;

    /// <summary>The names of the types that derive from this one. Their items are also items of this type.</summary>
    public IReadOnlyList<string> Derived { get; init; } = [];

    /// <summary>All names that items of this type have.</summary>
    internal IReadOnlyList<string> Names => names ??= Name is null ? [.. Derived] : [Name, .. Derived];

    /// <summary>Whether an item has one of the type's names.</summary>
    /// <param name="item">A cursor before the item.</param>
    /// <exception cref="ItemFormatException">
    /// The item has no name, or one that is not a String, so its type is unknown.
    /// </exception>
    internal bool Matches(JsonCursor item)
    {
        while (item.NextMember(out var member))
        {
            if (member.SequenceEqual(utf8AttributeName))
                return Has(new ItemReader(item.Rest).ReadText());

            item.Skip();
        }

        throw new ItemFormatException(AttributeName, $"the name of an item type ({string.Join(", ", Names)})", "no such attribute");
    }

    /// <summary>Whether an item of this type and an item of another one can have the same name.</summary>
    internal bool Meets(DiscriminatorModel other) => AttributeName != other.AttributeName || Names.Intersect(other.Names).Any();

    private bool Has(ReadOnlySpan<byte> found)
    {
        foreach (var candidate in utf8Names ??= [.. Names.Select(Encoding.UTF8.GetBytes)])
        {
            if (found.SequenceEqual(candidate))
                return true;
        }

        return false;
    }
}
