namespace DynamoToolkit.Expressions;

/// <summary>The comparisons of the expression grammar.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}
