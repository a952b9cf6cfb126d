using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

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

    /// <summary>
    /// What a name, a call or an operator is; null where the compiler does not know. An extension method is its declaration.
    /// </summary>
    public ISymbol? SymbolOf(SyntaxNode expression) => Model.GetOperation(expression, CancellationToken) switch
    {
        // The compiler has made the operations anyway. Asked for a symbol, it would make a reduced method for each call.
        IInvocationOperation call => call.TargetMethod,
        IMemberReferenceOperation member => member.Member,
        IParameterReferenceOperation parameter => parameter.Parameter,
        ILocalReferenceOperation local => local.Local,
        IBinaryOperation { OperatorMethod: { } method } => method,
        _ => Model.GetSymbolInfo(expression, CancellationToken).Symbol,
    };
}
