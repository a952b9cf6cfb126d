namespace DynamoToolkit.Expressions;

/// <summary>The operators that DynamoDB allows on a sort key.</summary>
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
