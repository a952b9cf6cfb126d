namespace DynamoToolkit;

/// <summary>
/// Names the <see cref="Wire.IAttributeConverter{T}"/> that stores a value: on a member for that member, on a type for every member of
/// that type, on the assembly for every member of the type that the converter converts. The nearest one wins.
/// </summary>
/// <param name="converterType">A type that implements <see cref="Wire.IAttributeConverter{T}"/>.</param>
[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface
        | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter,
    AllowMultiple = true,
    Inherited = false)]
public sealed class DynamoConverterAttribute(Type converterType) : Attribute
{
    /// <summary>The converter.</summary>
    public Type ConverterType { get; } = converterType;
}
