namespace DynamoToolkit.Local.Expressions;

/// <summary>A part of a parsed condition: either a condition that holds or not, or an operand with a value.</summary>
internal abstract class Node;
