namespace DynamoToolkit.Local.Values;

/// <summary>Equality and hash codes of strings, numbers and binaries, for hash sets of them.</summary>
internal sealed class ScalarComparer : IEqualityComparer<Value>
{
    /// <summary>The only instance.</summary>
    public static readonly ScalarComparer Instance = new();

    public bool Equals(Value? x, Value? y) => x is null || y is null ? x == y : x.SameAs(y);

    public int GetHashCode(Value value)
    {
        switch (value)
        {
            case StringValue text:
                return text.Text.GetHashCode();
            case NumberValue number:
                return number.Number.GetHashCode();
            case BinaryValue binary:
                var hash = default(HashCode);
                hash.AddBytes(binary.Bytes);
                return hash.ToHashCode();
            default:
                return (int)value.Kind;
        }
    }
}
