namespace DynamoToolkit.Expressions;

/// <summary>
/// Stands for an index's key among the tokens of that index. It has no operators, because DynamoDB refuses keys in a filter. They belong in
/// the key condition.
/// </summary>
public readonly struct KeyOfIndex;
