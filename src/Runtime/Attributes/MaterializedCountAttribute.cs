namespace DynamoToolkit;

/// <summary>
/// Keeps the number of child items in their parent: <c>[MaterializedCount(typeof(Comment))] public long? Comments { get; set; }</c>.
/// </summary>
/// <remarks>
/// <para>
/// The members of the parent's key must be part of the child's key, with the same names and types, and one query of one partition must
/// find all children of a parent.
/// </para>
/// <para>
/// A materializer counts the children after a child was created or deleted. It reads all of them, so use it for up to some thousand
/// children of a parent, and <see cref="ShardedCounterAttribute"/> for more. Null says that nothing was counted yet. Updates can't set the
/// member. A put stores what the item holds, and the materializer corrects it.
/// </para>
/// </remarks>
/// <param name="child">The type of the children, of the same table.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaterializedCountAttribute(Type child) : Attribute
{
    /// <summary>The type of the children.</summary>
    public Type Child { get; } = child;
}
