namespace DynamoToolkit.Expressions;

/// <summary>Marks tokens of sets, whatever their elements.</summary>
internal interface ISetToken;
