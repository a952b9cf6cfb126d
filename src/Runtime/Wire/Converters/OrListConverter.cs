namespace DynamoToolkit.Wire;

/// <summary>Stores sets with a converter, and also reads lists as sets.</summary>
/// <typeparam name="T">The set type.</typeparam>
/// <typeparam name="TConverter">The set's converter.</typeparam>
public readonly struct OrListConverter<T, TConverter> : IAttributeConverter<T>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, T value) => TConverter.Write(ref writer, value);

    /// <inheritdoc/>
    public static T Read(ref ItemReader reader)
    {
        reader.AcceptOtherCollection();
        return TConverter.Read(ref reader);
    }
}
