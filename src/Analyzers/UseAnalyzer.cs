using System.Collections.Immutable;
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
/// Reports mistakes in code that uses item types: requests that are never sent, and lambdas that DynamoDB cannot evaluate. The compiler
/// refuses most of the latter as well, in words about operators and overloads; this says what to write instead.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UseAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The methods of a table that begin a request. A test compares them with those that there are.</summary>
    internal static readonly HashSet<string> Builders = ["Put", "Get", "Update", "Delete", "Check", "Query", "Scan"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ModelRules.UseDescriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            // Without the runtime there is nothing to look for.
            if (start.Compilation.GetTypeByMetadataName("DynamoToolkit.DynamoTable`1") is null)
                return;
            var itemTypes = ItemTypes.Of(start.Compilation);
            start.RegisterSyntaxNodeAction(node => Call(node, itemTypes), SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(
                node => Lambda(node, itemTypes), SyntaxKind.SimpleLambdaExpression, SyntaxKind.ParenthesizedLambdaExpression);
            start.RegisterSyntaxNodeAction(
                node => BuilderAwaitedRule.Check((AwaitExpressionSyntax)node.Node, Context(node, itemTypes)), SyntaxKind.AwaitExpression);
        });
    }

    private static void Call(SyntaxNodeAnalysisContext context, ItemTypes itemTypes)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.MethodName() is not { } name)
            return;
        var use = Context(context, itemTypes);
        if (call.Expression is MemberAccessExpressionSyntax access)
            Refused(call, access, use);

        // The name first: what a call means costs far more, and few calls of a program are of the library.
        if ((!name.EndsWith("Async", StringComparison.Ordinal) && !Builders.Contains(name))
            || context.Operation() is not IInvocationOperation operation
            || !operation.TargetMethod.IsOfToolkit())
        {
            return;
        }

        NotExecutedRule.Check(operation, use);
        NotAwaitedRule.Check(operation, use);
        UniqueValueNotKnownRule.Check(operation, use);
        TrigramTextNotKnownRule.Check(operation, use);
        VersionWrittenByHandRule.Check(operation, use);
    }

    /// <summary>Explains calls that the compiler does not know. Each rule asks about those of some names only.</summary>
    private static void Refused(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, UseContext use)
    {
        LambdaNotInScopeRule.Check(call, use);
        VersionMethodNotPossibleRule.Check(call, use);
        LinqOnSequenceRule.Check(call, access, use);
        LambdaNotTakenRule.Check(call, access, use);
        KeyExpectedRule.Check(call, access, use);
        MemberByNameRule.Check(call, access, use);
    }

    private static void Lambda(SyntaxNodeAnalysisContext context, ItemTypes itemTypes)
    {
        var use = Context(context, itemTypes);
        if (TokenLambda.Find((LambdaExpressionSyntax)context.Node, use) is not { } lambda)
            return;
        UpdateArguments.Check(lambda, use);
        foreach (var node in lambda.Nodes())
        {
            NotAConditionRule.Check(lambda, node, use);
            NotEvaluatedRule.Check(lambda, node, use);
            AttributeAsValueRule.Check(node, use);
            MemberNotInUseRule.Check(lambda, node, use);
        }
    }

    private static UseContext Context(SyntaxNodeAnalysisContext context, ItemTypes itemTypes) =>
        new(context.SemanticModel, itemTypes, problem => context.ReportDiagnostic(DiagnosticOf(problem)), context.CancellationToken);

    private static Diagnostic DiagnosticOf(ModelProblem problem) =>
        Diagnostic.Create(ModelRules.Descriptor(problem.Rule), problem.Location, problem.Properties, problem.Arguments);
}
