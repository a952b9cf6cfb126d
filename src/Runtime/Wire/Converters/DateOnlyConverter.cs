namespace DynamoToolkit.Wire;

/// <summary>Stores dates as a String, <c>2026-11-20</c>.</summary>
public readonly struct DateOnlyConverter : IAttributeConverter<DateOnly>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, DateOnly value) => writer.WriteDateOnly("{\"S\":\""u8, value);

    /// <inheritdoc/>
    public static DateOnly Read(ref ItemReader reader) => reader.ReadDateOnly();
}
