using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoToolkit.Analyzers.Uses;

/// <summary>What analyzers ask of a syntax node that they look at.</summary>
internal static class NodeExtensions
{
    /// <summary>What the node does. It costs the analysis of the whole method, once for all who ask.</summary>
    public static IOperation? Operation(this SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetOperation(context.Node, context.CancellationToken);
}
