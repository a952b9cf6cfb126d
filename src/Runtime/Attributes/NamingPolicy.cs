namespace DynamoToolkit;

/// <summary>How an attribute's name is derived from a member's name. <see cref="DynamoAttributeAttribute"/> overrides it.</summary>
public enum NamingPolicy
{
    /// <summary><c>RunId</c> becomes <c>runId</c>, <c>URLPath</c> becomes <c>urlPath</c>. The default.</summary>
    CamelCase,

    /// <summary>The member's name, unchanged.</summary>
    Unchanged,

    /// <summary><c>RunId</c> becomes <c>run_id</c>.</summary>
    SnakeCase,

    /// <summary><c>RunId</c> becomes <c>run-id</c>.</summary>
    KebabCase,
}
