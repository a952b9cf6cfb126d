using System.Collections.Immutable;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Analyzers.Rules;
using DynamoToolkit.Analyzers.Sdk;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers;

/// <summary>Reports mistakes in code that uses the AWS SDK itself, where an item type of the compilation describes the table.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SdkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ModelRules.SdkDescriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("DynamoToolkit.DynamoTable`1") is null
                || start.Compilation.GetTypeByMetadataName(SdkRequest.Namespace + ".AttributeValue") is null)
            {
                return;
            }

            var itemTypes = ItemTypes.Of(start.Compilation);
            start.RegisterOperationAction(
                operation => Creation(operation, itemTypes), OperationKind.ObjectCreation);
            start.RegisterOperationAction(
                static operation => ReservedWordRule.Check(
                    (ISimpleAssignmentOperation)operation.Operation, problem => Report(operation, problem)),
                OperationKind.SimpleAssignment);
            start.RegisterOperationAction(operation => Invocation(operation, itemTypes), OperationKind.Invocation);
        });
    }

    private static void Creation(OperationAnalysisContext context, ItemTypes itemTypes)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Initializer is null || creation.Type is not { ContainingNamespace: { Name: "Model" } space }
            || space.ToDisplayString() != SdkRequest.Namespace)
        {
            return;
        }

        var request = new SdkRequest(creation, itemTypes, problem => Report(context, problem), context.CancellationToken);
        SdkLimitWithFilterRule.Check(request);
        if (request.Table is not { } table)
            return;
        UnknownAttributeRule.Check(request, table);
        SdkKeyMismatchRule.Check(request, table);
        SdkKeyUpdatedRule.Check(request, table);
        SdkConsistentIndexRule.Check(request, table);
    }

    private static void Invocation(OperationAnalysisContext context, ItemTypes itemTypes)
    {
        var call = (IInvocationOperation)context.Operation;
        SdkResponseIgnoredRule.Check(call, problem => Report(context, problem));
        ContextOfItemTypeRule.Check(call, itemTypes, problem => Report(context, problem), context.CancellationToken);
    }

    private static void Report(OperationAnalysisContext context, ModelProblem problem) => context.ReportDiagnostic(
        Diagnostic.Create(ModelRules.Descriptor(problem.Rule), problem.Location, problem.Properties, problem.Arguments));
}
