namespace DynamoToolkit;

/// <summary>
/// Sets what reading an item does if an attribute is absent or NULL, for example because the item is older than the member. It applies to
/// members without a <see cref="DynamoDefaultAttribute"/>, an initializer or another default value. Types below the type inherit it, and
/// the nearest one wins: on the type, on its base class, on the assembly.
/// </summary>
/// <param name="policy">The policy.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DynamoMissingAttribute(MissingAttributes policy) : Attribute
{
    /// <summary>The policy.</summary>
    public MissingAttributes Policy { get; } = policy;
}
