using System.ComponentModel;

namespace DynamoToolkit;

/// <summary>Where a child belongs: its parent, and its key in the parent's map. Created by generated code.</summary>
/// <typeparam name="TParent">The type of the parent.</typeparam>
/// <param name="parent">The key of the parent.</param>
/// <param name="name">The key in the parent's map; empty for a child that is only counted.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ChildPlace<TParent>(ItemKey<TParent> parent, string name = "")
    where TParent : IItem<TParent>
{
    /// <summary>The key of the parent.</summary>
    public ItemKey<TParent> Parent { get; } = parent;

    /// <summary>The key in the parent's map; empty for a child that is only counted.</summary>
    public string Name { get; } = name;
}
