namespace DynamoToolkit.Wire;

/// <summary>Stores versions as a String, <c>1.2.3.4</c>, with as many parts as the version has.</summary>
public readonly struct VersionConverter : IAttributeConverter<Version>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, Version value)
        => writer.WriteStringValue((value ?? throw writer.Invalid(ItemWriter.NullRule)).ToString());

    /// <inheritdoc/>
    public static Version Read(ref ItemReader reader)
    {
        var text = reader.ReadString();
        return Version.TryParse(text, out var value) ? value : throw reader.Unexpected("a version", text);
    }
}
