namespace DynamoToolkit;

/// <summary>
/// Makes items readable that another library wrote, and optionally writes items as that library does. Types below the type inherit it, and
/// the nearest one wins: on the type, on its base class, on the assembly. A type that is stored as a map needs it as well.
/// </summary>
/// <remarks>
/// <para>
/// For <see cref="Compatibility.DynamoDBContext"/>, reading also accepts booleans and enums that are Numbers, and lists that are sets.
/// Attributes have the names of their members unless <see cref="DynamoNamingAttribute"/> sets others, and
/// <see cref="MissingAttributes.UseDefault"/> applies unless <see cref="DynamoMissingAttribute"/> sets another policy, because
/// <c>DynamoDBContext</c> leaves out empty strings and lists.
/// </para>
/// <para>
/// Members with <c>[PartitionKey]</c> or <c>[SortKey]</c> are always written as the other library does, because a key must equal the stored
/// one.
/// </para>
/// </remarks>
/// <param name="library">The library.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DynamoCompatibleAttribute(Compatibility library) : Attribute
{
    /// <summary>The library.</summary>
    public Compatibility Library { get; } = library;

    /// <summary>
    /// Whether items are also written as that library writes them: booleans and enums as Numbers, times with three digits of a second,
    /// which cuts off the others, and a <see cref="List{T}"/> or array of scalars as a set, which has no order and no equal elements.
    /// </summary>
    public bool Writes { get; set; }
}
