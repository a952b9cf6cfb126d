namespace DynamoToolkit.Wire;

/// <summary>Stores URIs as a String, as they were given.</summary>
public readonly struct UriConverter : IAttributeConverter<Uri>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, Uri value)
    {
        if (value is null)
            throw writer.Invalid(ItemWriter.NullRule);

        // On Unix, "/a" alone is an absolute file URI, but it would read back as a relative one.
        var isPathOnly = value.IsAbsoluteUri && !value.OriginalString.Contains(':');
        writer.WriteStringValue(isPathOnly ? value.AbsoluteUri : value.OriginalString);
    }

    /// <inheritdoc/>
    public static Uri Read(ref ItemReader reader)
    {
        var text = reader.ReadString();
        var kind = text.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        return Uri.TryCreate(text, kind, out var value) ? value : throw reader.Unexpected("a URI", text);
    }
}
