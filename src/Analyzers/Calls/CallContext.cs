using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Calls;

/// <summary>A call of the library, and what a rule needs to judge it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Containing">The method, property or field whose code has the call.</param>
/// <param name="ItemTypes">All item types of the compilation.</param>
/// <param name="Options">The thresholds of rules, as set for the call's file.</param>
/// <param name="Report">Takes what a rule finds.</param>
/// <param name="CancellationToken">Cancels the work.</param>
internal sealed record CallContext(
    IInvocationOperation Call,
    ISymbol Containing,
    ItemTypes ItemTypes,
    RuleOptions Options,
    Action<ModelProblem> Report,
    CancellationToken CancellationToken)
{
    /// <summary>The called method's name.</summary>
    public string Name => Call.TargetMethod.Name;

    /// <summary>The semantic model of the call.</summary>
    public SemanticModel Model => Call.SemanticModel!;

    /// <summary>The item type of a table, builder or sequence that the call is on; null for a client.</summary>
    public INamedTypeSymbol? ItemType =>
        Call.Receiver()?.Type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol item, ..] } ? item : null;

    /// <summary>The model of an item type; null if it has mistakes, or is none.</summary>
    public ItemSpec? SpecOf(INamedTypeSymbol? type) =>
        type is null ? null : ItemTypes.Parse(type, CancellationToken).Spec is { IsSkeleton: false } spec ? spec : null;

    /// <summary>Reports at the called method's name.</summary>
    public void ReportName(RuleSpec rule, params (string Name, string Value)[] properties) =>
        Report(rule.Problem(Call.NameLocation(), properties));

    /// <summary>Reports at an operation.</summary>
    public void ReportAt(RuleSpec rule, IOperation operation, params (string Name, string Value)[] properties) =>
        Report(rule.Problem(operation.Syntax.GetLocation(), properties));
}
