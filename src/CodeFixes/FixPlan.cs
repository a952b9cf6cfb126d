using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoToolkit.CodeFixes;

/// <summary>What a fixer would write, worked out before it is offered: there is no plan where there is nothing to write.</summary>
/// <param name="Title">What the user reads.</param>
/// <param name="Document">The document to edit, which need not be the one with the diagnostic.</param>
/// <param name="Apply">The edits. They must bear being made twice, when two diagnostics ask for the same.</param>
internal sealed record FixPlan(string Title, Document Document, Action<SyntaxEditor> Apply);
