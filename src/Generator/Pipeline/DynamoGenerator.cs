using DynamoToolkit.Generator.Emit;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Generator;

/// <summary>Writes the data layer of types with [DynamoTable] and [DynamoMap].</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DynamoGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterSourceOutput(Specs(context, AttributeNames.TableMetadataName, StepNames.Tables), ItemEmitter.Emit);
        context.RegisterSourceOutput(Specs(context, AttributeNames.MapMetadataName, StepNames.Maps), ItemEmitter.Emit);
    }

    private static IncrementalValuesProvider<ItemSpec> Specs(
        IncrementalGeneratorInitializationContext context, string attribute, string stepName) => context.SyntaxProvider
        .ForAttributeWithMetadataName(
            attribute,
            static (_, _) => true,
            static (context, cancellationToken) =>
                ItemParser.Parse((INamedTypeSymbol)context.TargetSymbol, report: null, cancellationToken))
        .Where(static spec => spec is not null)
        .Select(static (spec, _) => spec!)
        .WithTrackingName(stepName);
}
