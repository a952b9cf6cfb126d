using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions;

/// <summary>A path into an item: an attribute's name, then members and list places below it.</summary>
internal sealed class DocumentPath(PathElement[] elements)
{
    /// <summary>The steps; the first is a name.</summary>
    public PathElement[] Elements { get; } = elements;

    /// <summary>The attribute that the path begins at.</summary>
    public string Attribute => Elements[0].Name!;

    /// <summary>Whether the path goes below the attribute.</summary>
    public bool IsNested => Elements.Length > 1;

    /// <summary>The value at the end of the path, or null.</summary>
    public Value? Find(MapValue item)
    {
        Value? value = item;
        foreach (var element in Elements)
        {
            value = value switch
            {
                MapValue map when element.Name is not null => map.Get(element.Name),
                ListValue list when element.IsIndex && element.Index < list.Elements.Length => list.Elements[element.Index],
                _ => null,
            };
            if (value is null)
                return null;
        }

        return value;
    }

    /// <summary>Whether both paths are the same, step by step.</summary>
    public bool Equals(DocumentPath other) => Elements.AsSpan().SequenceEqual(other.Elements);

    public override string ToString() => $"[{string.Join(", ", Elements)}]";
}
