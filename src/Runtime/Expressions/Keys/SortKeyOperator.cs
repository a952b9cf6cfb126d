namespace DynamoToolkit.Expressions;

/// <summary>What DynamoDB can ask of a sort key.</summary>
internal enum SortKeyOperator
{
    None,
    Equal,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Between,
    StartsWith,
}
