namespace DynamoToolkit;

/// <summary>
/// Makes a value unique: no two items of the type have it at the same time. On a member it applies to the member's value; on the type to
/// the values of several members together. A null value is not unique: any number of items may lack it.
/// </summary>
/// <remarks>
/// Each value is reserved by an item of its own in the same table, which <c>CreateAsync</c>, <c>ChangeAsync</c> and <c>DeleteAsync</c>
/// write in one transaction with the item. A value that another item holds throws a <see cref="UniqueValueTakenException"/>. Values are
/// compared exactly, byte by byte. Store a second member in a canonical form, such as lower case, if others should count as equal.
/// </remarks>
/// <param name="members">On a type, the members whose values together are unique; none on a member.</param>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Class,
    AllowMultiple = true,
    Inherited = false)]
public sealed class UniqueAttribute(params string[] members) : Attribute
{
    /// <summary>The members whose values together are unique.</summary>
    public IReadOnlyList<string> Members { get; } = members;

    /// <summary>
    /// The members within whose values the value is unique: with <c>Scope = [nameof(TenantId)]</c>, two tenants may have the same value.
    /// </summary>
    public string[] Scope { get; set; } = [];

    /// <summary>
    /// The constraint's name, which is part of the reservations' keys. The default consists of the names of the type and the members, so a
    /// renamed type or member needs the old name here. Types of one table with the same name here share their values.
    /// </summary>
    public string? Name { get; set; }
}
