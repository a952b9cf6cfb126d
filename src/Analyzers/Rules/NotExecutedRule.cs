using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// Finds requests that are built and dropped: <c>runs.Put(run);</c>. A builder that comes from a variable may be executed elsewhere, so
/// only a chain that begins at the table is one, and a local variable that nothing but such statements uses.
/// </summary>
internal static class NotExecutedRule
{
    /// <summary>Looks at a call that may begin a request.</summary>
    public static void Check(IInvocationOperation call, UseContext context)
    {
        if (call.TargetMethod.ContainingType.Name != "DynamoTable" || !call.Type.IsBuilder())
            return;

        // What is built is dropped where the chain of calls ends: in a statement, a discard, or a variable that nothing executes.
        var built = call.Continuation().TakeWhile(static next => next.Type.IsBuilder()).LastOrDefault() ?? call;
        var isDropped = built.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable } => variable.References().All(IsDropped),
            IExpressionStatementOperation => true,
            _ => built.ParentWithoutConversions() is ISimpleAssignmentOperation
            {
                Target: IDiscardOperation, Parent: IExpressionStatementOperation,
            },
        };
        if (!isDropped)
            return;
        var remedy = built.Type switch
        {
            { Name: "ConditionCheck" } => "pass it to TransactWriteAsync()",
            _ when built.Type.IsSequence() => "enumerate it with 'await foreach', or await its ToListAsync()",
            _ => "await its ExecuteAsync(), or pass it to a batch or a transaction",
        };
        context.Report(RuleTable.NotExecuted.Problem(
            built.Syntax.GetLocation(), ("method", call.TargetMethod.Name), ("remedy", remedy)));
    }

    /// <summary>Whether a statement calls methods of the builder, and uses nothing that they return.</summary>
    private static bool IsDropped(IOperation builder)
    {
        while (builder.Parent is IConversionOperation or IArgumentOperation
            || (builder.Parent is IInvocationOperation call && call.Type.IsBuilder() && call.TargetMethod.IsOfToolkit()))
        {
            builder = builder.Parent;
        }

        return builder is IInvocationOperation && builder.Parent is IExpressionStatementOperation;
    }
}
