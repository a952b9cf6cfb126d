namespace DynamoToolkit.Wire;

/// <summary>
/// Stores lists or sets with a converter, and reads both. Elements of a set that is read as a list come in the order in which DynamoDB
/// returns them.
/// </summary>
/// <typeparam name="T">The list or set type.</typeparam>
/// <typeparam name="TConverter">The type's converter.</typeparam>
public readonly struct OrOtherCollectionConverter<T, TConverter> : IAttributeConverter<T>
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
