namespace DynamoToolkit;

/// <summary>Which attributes an index holds besides the keys.</summary>
public enum IndexProjection
{
    /// <summary>All of the item's attributes.</summary>
    All,

    /// <summary>Only the keys of the index and of the table.</summary>
    KeysOnly,

    /// <summary>The keys and the attributes listed by name.</summary>
    Include,
}
