using System.Diagnostics.CodeAnalysis;
using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Values;

/// <summary>
/// Values by name: a map attribute, a whole item or a key. It either has its members, or, as an item that comes from a request or a table,
/// the bytes that <see cref="WireWriter"/> writes, of which it reads what it is asked for. Those of a table are packed
/// (<see cref="WirePacking"/>) until someone asks.
/// </summary>
internal sealed class MapValue : Value
{
    /// <summary>A map without members.</summary>
    public static readonly MapValue Empty = new([]);

    private const int MaxStack = 256;
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly bool isPacked;
    private byte[]? unpacked;
    private List<(int Start, int NameEnd, int End)>? places;
    private Dictionary<string, Value>? members;
    private int itemSize = -1;

    /// <summary>Makes a map of its members.</summary>
    public MapValue(Dictionary<string, Value> members) => this.members = members;

    /// <summary>Makes a map of its bytes.</summary>
    /// <param name="bytes">The bytes. They must not change as long as the map is in use.</param>
    /// <param name="itemSize">The size of the item as DynamoDB counts it.</param>
    /// <param name="isPacked">Whether the bytes are packed.</param>
    public MapValue(ReadOnlyMemory<byte> bytes, int itemSize, bool isPacked = false)
    {
        this.bytes = bytes;
        this.itemSize = itemSize;
        this.isPacked = isPacked;
    }

    /// <summary>The members. Do not change them.</summary>
    public Dictionary<string, Value> Members => members ??= WireReader.ReadMembers(Wire);

    /// <summary>Whether the map has its bytes as tables hold them, and nobody has asked for more.</summary>
    public bool IsPacked => isPacked && unpacked is null;

    /// <summary>Whether the map has its bytes.</summary>
    public bool IsWire => !bytes.IsEmpty;

    /// <summary>The bytes; empty if the map has only its members.</summary>
    public ReadOnlySpan<byte> Wire => WireMemory.Span;

    /// <summary>The bytes; empty if the map has only its members.</summary>
    public ReadOnlyMemory<byte> WireMemory => isPacked ? unpacked ??= WirePacking.Unpack(WireFragments.Shared, bytes.Span) : bytes;

    /// <summary>The number of the bytes, if it is known without making them; otherwise zero.</summary>
    public int WireLength => unpacked?.Length ?? (isPacked ? WirePacking.LengthOf(bytes.Span) : bytes.Length);

    /// <summary>Where the attributes are in the bytes. Once someone has asked, each attribute is found without a scan.</summary>
    public List<(int Start, int NameEnd, int End)> Places => places ??= WireReader.Attributes(Wire);

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

    /// <summary>
    /// The map to keep for long. One that comes packed from a table stays so, while this object may hold what it was asked for as well.
    /// </summary>
    public MapValue AtRest() => isPacked ? new MapValue(bytes, itemSize, isPacked: true) : this;

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
        if (IsWire && ((isPacked == map.isPacked && bytes.Span.SequenceEqual(map.bytes.Span)) || Wire.SequenceEqual(map.Wire)))
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

    /// <summary>Writes the bytes, whether the map has them or not.</summary>
    public void WriteTo(WireBuffer output)
    {
        if (IsPacked)
            WirePacking.Unpack(WireFragments.Shared, bytes.Span, output);
        else if (IsWire)
            output.Write(Wire);
        else
            WireWriter.WriteMembers(output, this);
    }

    /// <summary>The bytes, whether the map has them or not.</summary>
    /// <param name="scratch">An empty buffer, which may hold the bytes then.</param>
    public ReadOnlySpan<byte> ToWire(WireBuffer scratch)
    {
        if (IsWire && (!isPacked || unpacked is not null))
            return Wire;

        WriteTo(scratch);
        return scratch.WrittenSpan;
    }

    /// <summary>Finds a string, number or binary without making a value of it.</summary>
    /// <param name="name">The attribute's name, escaped.</param>
    /// <param name="kind">Its type; null if the item does not have the attribute.</param>
    /// <param name="content">Its content, as the bytes have it.</param>
    /// <returns>False if that cannot be seen in packed bytes.</returns>
    public bool TryFindPacked(ReadOnlySpan<byte> name, out ValueKind? kind, out ReadOnlySpan<byte> content)
    {
        kind = null;
        content = default;
        return IsPacked && WirePacking.TryFindScalar(WireFragments.Shared, bytes.Span, name, out kind, out content);
    }

    private Value? Find(string name)
    {
        // Most names are short and have nothing to escape.
        if (name.Length <= MaxStack && Ascii.IsValid(name))
        {
            Span<byte> utf8 = stackalloc byte[MaxStack];
            Ascii.FromUtf16(name, utf8, out var length);
            if (!WireText.NeedsEscape(utf8[..length]))
                return FindEscaped(utf8[..length]);
        }

        using var escaped = WireBuffer.Rent();
        WireText.Write(escaped, name);
        return FindEscaped(escaped.WrittenSpan);
    }

    private Value? FindEscaped(ReadOnlySpan<byte> name)
    {
        if (TryFindPacked(name, out var kind, out var content))
            return kind is { } scalar ? WireReader.ReadContent(scalar, content) : null;

        if (places is null)
            return WireReader.Find(Wire, name);

        foreach (var (start, nameEnd, end) in places)
        {
            if (Wire[(start + 1)..nameEnd].SequenceEqual(name))
                return WireReader.ReadValue(Wire[(nameEnd + 2)..end]);
        }

        return null;
    }
}
