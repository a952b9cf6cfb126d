using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DynamoToolkit.Local.Values;

/// <summary>Values by name: a map attribute, a whole item or a key.</summary>
internal sealed class MapValue(Dictionary<string, Value> members) : Value
{
    /// <summary>A map without members.</summary>
    public static readonly MapValue Empty = new([]);

    private int itemSize = -1;

    /// <summary>The members. Do not change them.</summary>
    public Dictionary<string, Value> Members { get; } = members;

    public override ValueKind Kind => ValueKind.M;

    public override int Size => 3 + Members.Count + ItemSize;

    public override int Levels => 1 + Members.Values.Select(static value => value.Levels).DefaultIfEmpty().Max();

    /// <summary>The size in bytes as DynamoDB counts an item: names and values, without the overhead of a map.</summary>
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

    /// <summary>The member with this name, or null.</summary>
    public Value? Get(string name) => Members.GetValueOrDefault(name);

    /// <summary>A map with only the members of these names, as far as they exist.</summary>
    public MapValue Only(IEnumerable<string> names)
    {
        var chosen = new Dictionary<string, Value>();
        foreach (var name in names)
        {
            if (TryGet(name, out var value))
                chosen[name] = value;
        }

        return chosen.Count == 0 ? Empty : new MapValue(chosen);
    }

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
