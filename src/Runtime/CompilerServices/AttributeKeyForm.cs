using System.ComponentModel;
using DynamoToolkit.Wire;

namespace DynamoToolkit.CompilerServices;

/// <summary>The form of a key that is a member's own attribute. Only generated code calls it.</summary>
/// <typeparam name="T">The member's type.</typeparam>
/// <typeparam name="TConverter">Writes the member.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AttributeKeyForm<T, TConverter> : KeyForm<T>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public override KeyValue Of(T value) => KeyValue.Create<T, TConverter>(value);
}
