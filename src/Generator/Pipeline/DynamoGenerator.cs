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
        var tables = Specs(context, AttributeNames.TableMetadataName, StepNames.Tables);
        context.RegisterSourceOutput(tables, ItemEmitter.Emit);
        context.RegisterSourceOutput(Models(tables), ModelListEmitter.Emit);
        context.RegisterSourceOutput(Specs(context, AttributeNames.MapMetadataName, StepNames.Maps), ItemEmitter.Emit);
    }

    /// <summary>The names of all item types that other code can name. A change inside of a type changes nothing here.</summary>
    private static IncrementalValueProvider<EquatableArray<string>> Models(IncrementalValuesProvider<ItemSpec> tables) => tables
        .Where(static spec => spec.Access != TokenAccess.None)
        .Select(static (spec, _) => spec.Type.FullName)
        .Collect()
        .Select(static (names, _) => names.OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray())
        .WithTrackingName(StepNames.Models);

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
