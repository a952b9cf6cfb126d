using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Uses;

/// <summary>What a rule about the use of item types sees, and where it reports.</summary>
/// <param name="Model">The semantic model of the code.</param>
/// <param name="ItemTypes">All item types of the compilation.</param>
/// <param name="Report">Takes what the rule finds.</param>
/// <param name="CancellationToken">Cancels the work.</param>
internal sealed record UseContext(
    SemanticModel Model, ItemTypes ItemTypes, Action<ModelProblem> Report, CancellationToken CancellationToken)
{
    /// <summary>The type of an expression; null where it has none.</summary>
    public ITypeSymbol? TypeOf(SyntaxNode expression) => Model.GetTypeInfo(expression, CancellationToken).Type;

    /// <summary>What a name or a call is; null where the compiler does not know.</summary>
    public ISymbol? SymbolOf(SyntaxNode expression) => Model.GetSymbolInfo(expression, CancellationToken).Symbol;
}
