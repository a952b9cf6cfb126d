namespace DynamoToolkit.Expressions;

/// <summary>
/// Stands in the place of an index's key among the tokens of that index. It has no operators: DynamoDB refuses keys in a filter, and they
/// belong into the key condition.
/// </summary>
public readonly struct KeyOfIndex;
