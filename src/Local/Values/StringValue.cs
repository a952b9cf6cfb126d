using System.Text;

namespace DynamoToolkit.Local.Values;

/// <summary>A string.</summary>
internal sealed class StringValue(string text) : Value
{
    /// <summary>The text, without lone surrogates.</summary>
    public string Text { get; } = text;

    public override ValueKind Kind => ValueKind.S;

    public override int Size => Encoding.UTF8.GetByteCount(Text);

    public override bool SameAs(Value other) => other is StringValue value && value.Text == Text;
}
