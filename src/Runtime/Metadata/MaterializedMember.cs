namespace DynamoToolkit;

/// <summary>
/// A member of an item type that holds what is computed from other items, its children. A materializer writes it, and nothing else does.
/// </summary>
public abstract class MaterializedMember
{
    private protected MaterializedMember(string memberName, string attributeName)
    {
        ArgumentException.ThrowIfNullOrEmpty(memberName);
        ArgumentException.ThrowIfNullOrEmpty(attributeName);
        MemberName = memberName;
        AttributeName = attributeName;
        SourceAttributeName = attributeName + "~source";
    }

    /// <summary>The member's name.</summary>
    public string MemberName { get; }

    /// <summary>The attribute that holds the member.</summary>
    public string AttributeName { get; }

    /// <summary>The attribute beside it that holds which changes of the children it contains. No member reads it.</summary>
    public string SourceAttributeName { get; }

    /// <summary>The model of the type that has the member.</summary>
    public abstract TableModel Parent { get; }

    /// <summary>The model of the children.</summary>
    public abstract TableModel Child { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Parent.ItemType.Name}.{MemberName}";

    /// <summary>Passes the member to a visitor with the types of parent and child.</summary>
    internal abstract TResult Accept<TResult>(IMaterializedVisitor<TResult> visitor);
}
