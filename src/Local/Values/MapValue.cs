using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Values;

/// <summary>
/// Values by name: a map attribute, a whole item or a key. It either has its members, or, as an item that comes from a table, the bytes
/// that <see cref="WireWriter"/> writes, of which it reads what it is asked for.
/// </summary>
internal sealed class MapValue : Value
{
    /// <summary>A map without members.</summary>
    public static readonly MapValue Empty = new([]);

    private const int MaxStack = 256;
    private static readonly SearchValues<char> Escapes =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(static i => (char)i), '"', '\\']);
    private readonly ReadOnlyMemory<byte> wire;
    private Dictionary<string, Value>? members;
    private int itemSize = -1;

    /// <summary>Makes a map of its members.</summary>
    public MapValue(Dictionary<string, Value> members) => this.members = members;

    /// <summary>Makes a map of its bytes.</summary>
    /// <param name="wire">The bytes. They must not change as long as the map is in use.</param>
    /// <param name="itemSize">The size of the item as DynamoDB counts it.</param>
    public MapValue(ReadOnlyMemory<byte> wire, int itemSize)
    {
        this.wire = wire;
        this.itemSize = itemSize;
    }

    /// <summary>The members. Do not change them.</summary>
    public Dictionary<string, Value> Members => members ??= WireReader.ReadMembers(wire.Span);

    /// <summary>Whether the map has its bytes.</summary>
    public bool IsWire => !wire.IsEmpty;

    /// <summary>The bytes; empty if the map has only its members.</summary>
    public ReadOnlySpan<byte> Wire => wire.Span;

    /// <summary>The bytes; empty if the map has only its members.</summary>
    public ReadOnlyMemory<byte> WireMemory => wire;

    /// <summary>The number of members.</summary>
    public int Count => members?.Count ?? WireReader.Count(Wire);

    public override ValueKind Kind => ValueKind.M;

    public override int Size => 3 + Count + ItemSize;

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
    public bool TryGet(string name, [NotNullWhen(true)] out Value? value)
    {
        value = Get(name);
        return value is not null;
    }

    /// <summary>The member with this name, or null.</summary>
    public Value? Get(string name) => members is null ? Find(name) : members.GetValueOrDefault(name);

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
        if (other is not MapValue map)
            return false;
        if (IsWire && Wire.SequenceEqual(map.Wire))
            return true;
        if (map.Count != Count)
            return false;

        foreach (var (name, value) in Members)
        {
            if (!map.TryGet(name, out var theirs) || !value.SameAs(theirs))
                return false;
        }

        return true;
    }

    private Value? Find(string name)
    {
        // Most names are short and have nothing to escape.
        if (name.Length <= MaxStack && Ascii.IsValid(name) && !name.AsSpan().ContainsAny(Escapes))
        {
            Span<byte> bytes = stackalloc byte[MaxStack];
            Ascii.FromUtf16(name, bytes, out var length);
            return WireReader.Find(Wire, bytes[..length]);
        }

        using var escaped = WireBuffer.Rent();
        WireText.Write(escaped, name);
        return WireReader.Find(Wire, escaped.WrittenSpan);
    }
}
