namespace DynamoToolkit.Analyzers.Sdk;

/// <summary>A name in the text of a DynamoDB expression.</summary>
/// <param name="Text">The name, with <c>#</c> where it is a placeholder.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="IsFirst">Whether it begins a path, and is not an element of a map.</param>
/// <param name="IsTarget">Whether an update expression changes it.</param>
internal sealed record ExpressionName(string Text, int Start, bool IsFirst, bool IsTarget);
