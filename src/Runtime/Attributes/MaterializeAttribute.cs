namespace DynamoToolkit;

/// <summary>
/// Keeps copies of child items' values in a map of their parent, so that one read of the parent returns them and a filter can use them:
/// <c>[Materialize(typeof(Tag), nameof(Tag.Name), nameof(Tag.Value))] public Dictionary&lt;string, string&gt;? Tags { get; set; }</c>.
/// </summary>
/// <remarks>
/// <para>
/// The members of the parent's key must be part of the child's key, with the same names and types, and the child's key must consist of
/// these members and the one that gives the map's keys. One query of one partition must find all children of a parent.
/// </para>
/// <para>
/// A materializer writes the member after each change of a child, from the table's stream or from a backfill; the generated
/// <c>Materialized</c> class names it. Null says that nothing was copied yet, or that the copies would be larger than
/// <see cref="MaxBytes"/>: then read the children. Updates can't set the member. A put stores what the item holds, and the materializer
/// corrects it.
/// </para>
/// </remarks>
/// <param name="child">The type of the children, of the same table.</param>
/// <param name="key">The member of the child that is the key in the map. It is a string, and part of the child's key.</param>
/// <param name="value">The member of the child that is copied. The map's values have the same type.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaterializeAttribute(Type child, string key, string value) : Attribute
{
    /// <summary>The default of <see cref="MaxBytes"/>.</summary>
    internal const int DefaultMaxBytes = 128 * 1024;

    /// <summary>The type of the children.</summary>
    public Type Child { get; } = child;

    /// <summary>The member of the child that is the key in the map.</summary>
    public string Key { get; } = key;

    /// <summary>The member of the child that is copied.</summary>
    public string Value { get; } = value;

    /// <summary>
    /// Patterns of the keys to copy, in which <c>*</c> stands for any text: <c>Where = ["team.*"]</c>. All keys if there are none.
    /// </summary>
    public string[] Where { get; set; } = [];

    /// <summary>Patterns of the keys that are not copied, although they match <see cref="Where"/>.</summary>
    public string[] Except { get; set; } = [];

    /// <summary>
    /// How large the copies may be, keys and values together as DynamoDB counts them; by default 128 KB of the 400 KB that an item may
    /// have. The member is null if they are larger.
    /// </summary>
    public int MaxBytes { get; set; } = DefaultMaxBytes;
}
