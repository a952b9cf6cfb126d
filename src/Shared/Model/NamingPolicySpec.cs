namespace DynamoToolkit.Shared.Model;

/// <summary>The runtime's <c>NamingPolicy</c>, value by value.</summary>
internal enum NamingPolicySpec
{
    CamelCase,
    Unchanged,
    SnakeCase,
    KebabCase,
}
