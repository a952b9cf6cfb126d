namespace DynamoToolkit.Local.Expressions;

/// <summary>One change of an update: what becomes of the value at a path.</summary>
internal sealed record UpdateAction(UpdateActionKind Kind, DocumentPath Path, Operand? Operand);
