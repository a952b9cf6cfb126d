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
            start.RegisterOperationAction(operation => Operation(operation, itemTypes), OperationKind.ExpressionStatement);
            start.RegisterOperationAction(
                operation => NotExecutedRule.Check((IVariableDeclaratorOperation)operation.Operation, Context(operation, itemTypes)),
                OperationKind.VariableDeclarator);
            start.RegisterOperationAction(operation => Write(operation, itemTypes), OperationKind.Invocation);
            start.RegisterOperationAction(operation => Refused(operation, itemTypes), OperationKind.Invalid);
            start.RegisterSyntaxNodeAction(
                node => Lambda(node, itemTypes), SyntaxKind.SimpleLambdaExpression, SyntaxKind.ParenthesizedLambdaExpression);
            start.RegisterSyntaxNodeAction(
                node => BuilderAwaitedRule.Check((AwaitExpressionSyntax)node.Node, Context(node, itemTypes)), SyntaxKind.AwaitExpression);
        });
    }

    private static void Operation(OperationAnalysisContext context, ItemTypes itemTypes)
    {
        var operation = ((IExpressionStatementOperation)context.Operation).Operation;
        var use = Context(context, itemTypes);
        if (operation is ISimpleAssignmentOperation { Target: IDiscardOperation, Value: var value })
        {
            NotExecutedRule.Check(WithoutConversion(value), use);
            return;
        }

        NotExecutedRule.Check(operation, use);
        NotAwaitedRule.Check(operation, use);
    }

    private static void Write(OperationAnalysisContext context, ItemTypes itemTypes)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!call.TargetMethod.IsOfToolkit())
            return;
        var use = Context(context, itemTypes);
        UniqueValueNotKnownRule.Check(call, use);
        TrigramTextNotKnownRule.Check(call, use);
        VersionWrittenByHandRule.Check(call, use);
    }

    /// <summary>Explains calls that the compiler does not know. One that it knows is none of these, and is not asked about.</summary>
    private static void Refused(OperationAnalysisContext context, ItemTypes itemTypes)
    {
        if (context.Operation.Syntax is not InvocationExpressionSyntax call)
            return;
        var use = Context(context, itemTypes);
        LambdaNotInScopeRule.Check(call, use);
        VersionMethodNotPossibleRule.Check(call, use);
        if (call.Expression is not MemberAccessExpressionSyntax access)
            return;
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

    private static UseContext Context(OperationAnalysisContext context, ItemTypes itemTypes) => new(
        context.Operation.SemanticModel!, itemTypes, problem => context.ReportDiagnostic(DiagnosticOf(problem)), context.CancellationToken);

    private static UseContext Context(SyntaxNodeAnalysisContext context, ItemTypes itemTypes) =>
        new(context.SemanticModel, itemTypes, problem => context.ReportDiagnostic(DiagnosticOf(problem)), context.CancellationToken);

    private static Diagnostic DiagnosticOf(ModelProblem problem) =>
        Diagnostic.Create(ModelRules.Descriptor(problem.Rule), problem.Location, problem.Properties, problem.Arguments);

    private static IOperation WithoutConversion(IOperation operation) =>
        operation is IConversionOperation conversion ? WithoutConversion(conversion.Operand) : operation;
}
