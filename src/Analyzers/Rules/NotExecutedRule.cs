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
    /// <summary>Looks at the expression of a statement, or what is assigned to a discard.</summary>
    public static void Check(IOperation operation, UseContext context)
    {
        if (!operation.Type.IsBuilder() || First(operation) is not { } first)
            return;
        var remedy = operation.Type switch
        {
            { Name: "ConditionCheck" } => "pass it to TransactWriteAsync()",
            _ when operation.Type.IsSequence() => "enumerate it with 'await foreach', or await its ToListAsync()",
            _ => "await its ExecuteAsync(), or pass it to a batch or a transaction",
        };
        context.Report(RuleTable.NotExecuted.Problem(operation.Syntax.GetLocation(), ("method", first.Name), ("remedy", remedy)));
    }

    /// <summary>Looks at a local variable, whose builder may never leave it.</summary>
    public static void Check(IVariableDeclaratorOperation declarator, UseContext context)
    {
        if (declarator.GetVariableInitializer()?.Value is { Type: { } type } value && type.IsBuilder() && First(value) is not null
            && !Root(declarator).Descendants().OfType<ILocalReferenceOperation>().Any(use => IsOf(use) && !IsDropped(use)))
        {
            Check(value, context);
        }

        bool IsOf(ILocalReferenceOperation use) => SymbolEqualityComparer.Default.Equals(use.Local, declarator.Symbol);
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

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    /// <summary>The call that made the builder; null if it comes from elsewhere.</summary>
    private static IMethodSymbol? First(IOperation operation)
    {
        for (var current = operation; current is IInvocationOperation call; current = Receiver(call))
        {
            if (!call.TargetMethod.IsOfToolkit() && !Receiver(call)?.Type.IsBuilder() == true)
                return null;
            if (call.TargetMethod is { ContainingType.Name: "DynamoTable" } method && method.IsOfToolkit())
                return method;
        }

        return null;
    }

    /// <summary>What a method is called on, as an instance or as an extension.</summary>
    private static IOperation? Receiver(IInvocationOperation call)
    {
        var receiver = call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        while (receiver is IConversionOperation conversion)
            receiver = conversion.Operand;
        return receiver;
    }
}
