using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2031: between a read and a put, others may have written.</summary>
internal static class ReadModifyWriteRule
{
    /// <summary>Looks at a put.</summary>
    public static void Check(CallContext context)
    {
        var call = context.Call;
        if (call.TargetMethod.ContainingType?.Name != "DynamoTable" || context.ItemType is not { } item
            || context.SpecOf(item) is not { Versions: null } spec || spec.Members.Any(member => member.Stamp == StampSpec.ConcurrencyToken)
            || call.Given().FirstOrDefault()?.Value.WithoutConversions() is not ILocalReferenceOperation { Local: var local })
        {
            return;
        }

        // A put with a condition, or as a part of something larger, is somebody's decision.
        if (context.Name == "Put" && (call.Continuation().ToList() is not [.., { TargetMethod.Name: "ExecuteAsync" }] rest
            || rest.Any(one => one.TargetMethod.Name.StartsWith("If", StringComparison.Ordinal))))
        {
            return;
        }

        var body = call.Body();
        if (body.Descendants().Any(operation => IsRead(operation, local))
            && body.Descendants().Any(operation => IsChange(operation, local, call)))
        {
            context.ReportName(
                RuleTable.ReadModifyWrite,
                ("variable", local.Name),
                ("type", item.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
        }
    }

    /// <summary>Whether the variable gets what a get returns.</summary>
    private static bool IsRead(IOperation operation, ILocalSymbol local) => operation switch
    {
        IVariableDeclaratorOperation declarator when Same(declarator.Symbol, local) =>
            declarator.GetVariableInitializer()?.Value is { } value && IsGet(value),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Value: var value } when Same(target.Local, local) =>
            IsGet(value),
        IIsPatternOperation { Value: var value, Pattern: { } pattern } => IsGet(value)
            && pattern.DescendantsAndSelf().Any(one => one switch
            {
                IDeclarationPatternOperation { DeclaredSymbol: { } symbol } => Same(symbol, local),
                IRecursivePatternOperation { DeclaredSymbol: { } symbol } => Same(symbol, local),
                _ => false,
            }),
        _ => false,
    };

    private static bool IsGet(IOperation value)
    {
        var current = value.WithoutConversions();
        while (current is ICoalesceOperation { WhenNull: IConversionOperation { Operand: IThrowOperation } or IThrowOperation } coalesce)
            current = coalesce.Value.WithoutConversions();
        return current is IAwaitOperation awaited && awaited.AwaitedCall() is { } get && get.IsToolkit("GetAsync")
            && get.TargetMethod.ContainingType.Name == "DynamoTable";
    }

    /// <summary>Whether the variable's item is changed, or replaced by a changed copy of itself.</summary>
    private static bool IsChange(IOperation operation, ILocalSymbol local, IOperation put) => operation switch
    {
        IAssignmentOperation { Target: var target } =>
            Root(target) is { } root && Same(root, local) && target is not ILocalReferenceOperation
            && target.Syntax.SpanStart < put.Syntax.SpanStart,
        IIncrementOrDecrementOperation { Target: var target } => Root(target) is { } root && Same(root, local)
            && target.Syntax.SpanStart < put.Syntax.SpanStart,
        _ => false,
    };

    private static ILocalSymbol? Root(IOperation target)
    {
        var current = target;
        while (current is IMemberReferenceOperation { Instance: { } instance })
            current = instance.WithoutConversions();
        return (current as ILocalReferenceOperation)?.Local;
    }

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
