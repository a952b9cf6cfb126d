using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Paths;

/// <summary>A path into an item: the name of an attribute, then members and list indexes below it.</summary>
internal sealed class DocumentPath(PathElement[] elements)
{
    /// <summary>The steps. The first is a name.</summary>
    public PathElement[] Elements { get; } = elements;

    /// <summary>The attribute where the path begins.</summary>
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

    /// <summary>Whether both paths have the same steps.</summary>
    public bool Equals(DocumentPath other) => Elements.AsSpan().SequenceEqual(other.Elements);

    public override string ToString() => $"[{string.Join(", ", Elements)}]";
}
