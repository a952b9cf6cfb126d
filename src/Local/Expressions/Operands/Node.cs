namespace DynamoToolkit.Local.Expressions.Operands;

/// <summary>A part of a parsed expression: a condition, which holds or does not, or an operand, which has a value.</summary>
internal abstract class Node;
