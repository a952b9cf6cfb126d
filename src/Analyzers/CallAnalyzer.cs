using System.Collections.Immutable;
using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Analyzers.Rules;
using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers;

/// <summary>
/// Reports calls that cost more than they need, lose something, or never succeed. One action looks at all calls, by name first: of the
/// calls of a program, few are of the library.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rules of each method by its name. A method of another library with the name is not looked at.</summary>
    private static readonly Dictionary<string, Action<CallContext>[]> Rules = ByName(
        (ScanNotAllowedRule.Check, ["Scan"]),
        (FilterReadsOnRule.Check, ["Limit", "FirstOrDefaultAsync", "AnyAsync", "SingleOrDefaultAsync"]),
        (CallInLoopRule.Check, ["GetAsync", "PutAsync", "DeleteAsync"]),
        (CallInLoopRule.CheckQuery, ["ToListAsync", "FirstOrDefaultAsync", "SingleOrDefaultAsync", "AnyAsync"]),
        (BatchResultIgnoredRule.Check, ["BatchWriteAsync", "BatchGetAsync"]),
        (UnprocessedIgnoredRule.Check, ["BatchGetAsync"]),
        (SingleItemTransactionRule.Check, ["TransactWriteAsync"]),
        (TransactionTooLargeRule.Check, ["TransactWriteAsync", "TransactGetAsync"]),
        (TransactionItemTwiceRule.Check, ["TransactWriteAsync", "TransactGetAsync"]),
        (ConsistentReadOfGlobalIndexRule.Check, ["ConsistentRead"]),
        (ReadModifyWriteRule.Check, ["PutAsync", "Put"]),
        (TokenNotComparedRule.Check, ["Update", "Delete", "DeleteAsync"]),
        (BatchRefusesRule.Check, ["BatchWriteAsync"]),
        (IndexKeyPartlyUpdatedRule.Check, ["Set", "SetIfNotExists", "Add", "Remove"]),
        (PathUpdatedTwiceRule.Check, ["Set", "SetIfNotExists", "Add", "Remove", "Append", "Prepend", "Take"]),
        (ParentMayBeAbsentRule.Check, ["Set", "SetIfNotExists"]),
        (TooManyOperandsRule.Check, ["In"]),
        (CounterInOneItemRule.Check, ["Add"]));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ModelRules.CallDescriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("DynamoToolkit.DynamoTable`1") is null)
                return;
            var itemTypes = ItemTypes.Of(start.Compilation);
            var aliases = new Lazy<ImmutableHashSet<string>>(() => ClientPerRequestRule.Aliases(start.Compilation));
            start.RegisterSyntaxNodeAction(node => Invocation(node, itemTypes), SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(
                node => Creation(node, aliases), SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
            start.RegisterSyntaxNodeAction(node => Assignment(node, itemTypes), SyntaxKind.SimpleAssignmentExpression);
            start.RegisterSyntaxNodeAction(Loop, SyntaxKind.ForEachStatement);
        });
    }

    private static void Invocation(SyntaxNodeAnalysisContext context, ItemTypes itemTypes)
    {
        // The name first: what a call means costs far more.
        var syntax = (InvocationExpressionSyntax)context.Node;
        if (syntax.MethodName() is not { } name)
            return;
        var hasRules = Rules.TryGetValue(name, out var rules);
        var isAsync = name.EndsWith("Async", StringComparison.Ordinal);
        if ((!hasRules && !isAsync) || context.Operation() is not IInvocationOperation call || !call.TargetMethod.IsOfToolkit())
            return;

        // A test that expects a refusal is no mistake.
        if (call.Body() is IAnonymousFunctionOperation { Parent: { } lambda } && IsExpectedToThrow(lambda))
            return;
        var options = new RuleOptions(context.Options.AnalyzerConfigOptionsProvider.GetOptions(syntax.SyntaxTree));
        var use = new CallContext(
            call, context.ContainingSymbol!, itemTypes, options, problem => Report(context, problem), context.CancellationToken);
        if (hasRules)
        {
            foreach (var rule in rules!)
                rule(use);
        }

        if (isAsync)
            CancellationNotPassedRule.Check(use);
    }

    private static void Creation(SyntaxNodeAnalysisContext context, Lazy<ImmutableHashSet<string>> aliases)
    {
        if (ClientPerRequestRule.MayBeClient((BaseObjectCreationExpressionSyntax)context.Node, aliases)
            && context.Operation() is IObjectCreationOperation creation)
        {
            ClientPerRequestRule.Check(creation, context.ContainingSymbol!, problem => Report(context, problem));
        }
    }

    private static void Assignment(SyntaxNodeAnalysisContext context, ItemTypes itemTypes)
    {
        if (KeyTextByHandRule.MayBeKey((AssignmentExpressionSyntax)context.Node)
            && context.Operation() is ISimpleAssignmentOperation assignment)
        {
            KeyTextByHandRule.Check(assignment, itemTypes, problem => Report(context, problem), context.CancellationToken);
        }
    }

    private static void Loop(SyntaxNodeAnalysisContext context)
    {
        if (!((ForEachStatementSyntax)context.Node).AwaitKeyword.IsKind(SyntaxKind.None)
            && context.Operation() is IForEachLoopOperation loop)
        {
            CancellationNotPassedRule.Check(loop, problem => Report(context, problem));
        }
    }

    private static bool IsExpectedToThrow(IOperation lambda)
    {
        var parent = lambda;
        while (parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation && parent.Parent is { } next)
            parent = next;
        return parent is IInvocationOperation test && test.TargetMethod.Name.StartsWith("Throws", StringComparison.Ordinal);
    }

    private static void Report(SyntaxNodeAnalysisContext context, ModelProblem problem) => context.ReportDiagnostic(
        Diagnostic.Create(ModelRules.Descriptor(problem.Rule), problem.Location, problem.Properties, problem.Arguments));

    private static Dictionary<string, Action<CallContext>[]> ByName(
        params (Action<CallContext> Rule, string[] Methods)[] rules) => rules
        .SelectMany(one => one.Methods.Select(method => (Method: method, one.Rule)))
        .GroupBy(one => one.Method)
        .ToDictionary(methods => methods.Key, methods => methods.Select(one => one.Rule).ToArray());
}
