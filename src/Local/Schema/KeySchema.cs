using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Schema;

/// <summary>
/// The key of a table or an index: hash elements, then range elements. Tables and local indexes have at most one of each, global
/// indexes at most four.
/// </summary>
internal sealed class KeySchema
{
    public KeySchema(IEnumerable<KeyElement> elements)
    {
        Elements = [.. elements.OrderBy(static element => element.IsHash ? 0 : 1)];
        HashElements = Array.FindAll(Elements, static element => element.IsHash);
        RangeElements = Array.FindAll(Elements, static element => !element.IsHash);
    }

    /// <summary>All elements, hash elements first.</summary>
    public KeyElement[] Elements { get; }

    /// <summary>The elements whose values together select a partition.</summary>
    public KeyElement[] HashElements { get; }

    /// <summary>The elements that order items within a partition.</summary>
    public KeyElement[] RangeElements { get; }

    /// <summary>The first hash element. A table has only one.</summary>
    public KeyElement Hash => HashElements[0];

    /// <summary>The first range element, if there is one. A table has at most one.</summary>
    public KeyElement? Range => RangeElements.Length > 0 ? RangeElements[0] : null;

    /// <summary>Whether the attribute is part of the key.</summary>
    public bool Has(string attribute) => Array.Exists(Elements, element => element.Name == attribute);

    /// <summary>Whether the item has every attribute of the key, with a value that a key can have. An index holds only such items.</summary>
    public bool Covers(MapValue item)
    {
        foreach (var element in Elements)
        {
            if (!element.Accepts(item.Get(element.Name)))
                return false;
        }

        return true;
    }
}
