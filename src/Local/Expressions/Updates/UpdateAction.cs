using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Expressions.Paths;

namespace DynamoToolkit.Local.Expressions.Updates;

/// <summary>One change of an update to the value at a path.</summary>
internal sealed record UpdateAction(UpdateActionKind Kind, DocumentPath Path, Operand? Operand);
