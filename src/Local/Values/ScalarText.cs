namespace DynamoToolkit.Local.Values;

/// <summary>Strings, numbers and binaries as the service quotes them in messages.</summary>
internal static class ScalarText
{
    /// <summary>The text of a scalar, a binary in base 64; empty for all other types.</summary>
    public static string Of(Value value) => value switch
    {
        StringValue text => text.Text,
        NumberValue number => number.Number.ToString(),
        BinaryValue binary => Convert.ToBase64String(binary.Bytes),
        _ => "",
    };
}
