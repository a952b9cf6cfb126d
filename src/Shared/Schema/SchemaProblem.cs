namespace DynamoToolkit.Shared.Schema;

/// <summary>A line of a baseline that is wrong.</summary>
/// <param name="Number">The number of the line, from 0.</param>
/// <param name="Text">The line.</param>
/// <param name="Reason">What is wrong and what to do.</param>
internal sealed record SchemaProblem(int Number, string Text, string Reason);
