using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoToolkit.CodeFixes;

/// <summary>What a fixer would write, worked out before it is offered.</summary>
/// <param name="Title">What the user reads.</param>
/// <param name="Document">The document to edit, which may be another than that of the diagnostic.</param>
/// <param name="Apply">The edits, which may be made twice when two diagnostics ask for the same.</param>
internal sealed record FixPlan(string Title, Document Document, Action<SyntaxEditor> Apply);
