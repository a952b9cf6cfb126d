using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DynamoToolkit.Local.Values;

/// <summary>Values by name: a map attribute, and also a whole item or key.</summary>
internal sealed class MapValue(Dictionary<string, Value> members) : Value
{
    /// <summary>A map without members.</summary>
    public static readonly MapValue Empty = new([]);

    private int itemSize = -1;

    /// <summary>The members; not to be changed.</summary>
    public Dictionary<string, Value> Members { get; } = members;

    public override ValueKind Kind => ValueKind.M;

    public override int Size => 3 + Members.Count + ItemSize;

    public override int Levels => 1 + Members.Values.Select(static value => value.Levels).DefaultIfEmpty().Max();

    /// <summary>How many bytes DynamoDB counts for the map as an item: names and values, without a map's own overhead.</summary>
    public int ItemSize
    {
        get
        {
            if (itemSize >= 0)
                return itemSize;

            var size = 0;
            foreach (var (name, value) in Members)
                size += Encoding.UTF8.GetByteCount(name) + value.Size;
            return itemSize = size;
        }
    }

    /// <summary>Finds a member.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out Value? value) => Members.TryGetValue(name, out value);

    /// <summary>The member of that name, or null.</summary>
    public Value? Get(string name) => Members.GetValueOrDefault(name);

    public override bool SameAs(Value other)
    {
        if (other is not MapValue map || map.Members.Count != Members.Count)
            return false;

        foreach (var (name, value) in Members)
        {
            if (!map.TryGet(name, out var theirs) || !value.SameAs(theirs))
                return false;
        }

        return true;
    }
}
