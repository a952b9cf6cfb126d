namespace DynamoToolkit.Wire;

/// <summary>Stores lists with a converter, and also reads sets as lists, in the order in which DynamoDB returns their elements.</summary>
/// <typeparam name="T">The list type.</typeparam>
/// <typeparam name="TConverter">The list's converter.</typeparam>
public readonly struct OrSetConverter<T, TConverter> : IAttributeConverter<T>
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
