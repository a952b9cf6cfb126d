namespace DynamoToolkit.Local.Values;

/// <summary>A sequence of bytes.</summary>
internal sealed class BinaryValue(byte[] bytes) : Value
{
    /// <summary>The bytes. Do not change them.</summary>
    public byte[] Bytes { get; } = bytes;

    public override ValueKind Kind => ValueKind.B;

    public override int Size => Bytes.Length;

    public override bool SameAs(Value other) => other is BinaryValue value && value.Bytes.AsSpan().SequenceEqual(Bytes);
}
