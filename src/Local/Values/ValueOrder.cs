namespace DynamoToolkit.Local.Values;

/// <summary>The order of strings (by their UTF-8 bytes), numbers and binaries.</summary>
internal static class ValueOrder
{
    /// <summary>Compares two values of an ordered type; null if the types differ or have no order.</summary>
    public static int? Compare(Value left, Value right) => (left, right) switch
    {
        (StringValue l, StringValue r) => CompareText(l.Text, r.Text),
        (NumberValue l, NumberValue r) => l.Number.CompareTo(r.Number),
        (BinaryValue l, BinaryValue r) => l.Bytes.AsSpan().SequenceCompareTo(r.Bytes),
        _ => null,
    };

    /// <summary>Compares by code points, which is the order of the UTF-8 bytes. UTF-16 has another order beyond the basic plane.</summary>
    public static int CompareText(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length.CompareTo(right.Length);

        var (l, r) = (left[common], right[common]);
        if (char.IsSurrogate(l) == char.IsSurrogate(r))
            return l.CompareTo(r);
        return char.IsSurrogate(l) ? 1 : -1;
    }

    /// <summary>Whether the value begins with the prefix. Both must be strings or both binaries.</summary>
    public static bool BeginsWith(Value value, Value prefix) => (value, prefix) switch
    {
        (StringValue v, StringValue p) => v.Text.StartsWith(p.Text, StringComparison.Ordinal),
        (BinaryValue v, BinaryValue p) => v.Bytes.AsSpan().StartsWith(p.Bytes),
        _ => false,
    };

    /// <summary>Whether the value contains the operand: as a part of a string or binary, or as an element of a set or list.</summary>
    public static bool Contains(Value value, Value operand) => (value, operand) switch
    {
        (StringValue v, StringValue o) => v.Text.Contains(o.Text, StringComparison.Ordinal),
        (BinaryValue v, BinaryValue o) => v.Bytes.AsSpan().IndexOf(o.Bytes) >= 0,
        (SetValue v, _) => v.ElementKind == operand.Kind && v.Contains(operand),
        (ListValue v, _) => Array.Exists(v.Elements, element => element.SameAs(operand)),
        _ => false,
    };

    /// <summary>
    /// The result of the <c>size</c> function; null for types without a size. The service counts a string's UTF-16 units, not its bytes.
    /// </summary>
    public static int? SizeOf(Value value) => value switch
    {
        StringValue v => v.Text.Length,
        BinaryValue v => v.Bytes.Length,
        SetValue v => v.Elements.Length,
        ListValue v => v.Elements.Length,
        MapValue v => v.Members.Count,
        _ => null,
    };
}
