using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Schema;

/// <summary>One attribute of a key and its type.</summary>
internal sealed record KeyElement(string Name, ValueKind Kind, bool IsHash)
{
    private const int MaxHashBytes = 2048;
    private const int MaxRangeBytes = 1024;

    /// <summary>The name as items have it in their bytes.</summary>
    public byte[] WireName { get; } = WireText.Escape(Name);

    /// <summary>The maximum size of a string or binary in this place, in bytes.</summary>
    public int MaxBytes => IsHash ? MaxHashBytes : MaxRangeBytes;

    /// <summary>Whether a value can be stored in this place of a key: it has the type, and is neither empty nor too long.</summary>
    public bool Accepts(Value? value) => value?.Kind == Kind && (value is not (StringValue or BinaryValue) || IsInRange(value.Size));

    /// <summary>HASH or RANGE.</summary>
    public string KeyType => IsHash ? "HASH" : "RANGE";

    /// <summary>Whether a string or binary of a size can be stored in this place.</summary>
    public bool IsInRange(int bytes) => bytes > 0 && bytes <= MaxBytes;

    // Not by the bytes of the name, which are an array.
    public bool Equals(KeyElement? other) => other is not null && (Name, Kind, IsHash) == (other.Name, other.Kind, other.IsHash);

    public override int GetHashCode() => HashCode.Combine(Name, Kind, IsHash);
}
