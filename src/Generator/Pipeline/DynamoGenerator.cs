using DynamoToolkit.Generator.Emit;
using DynamoToolkit.Shared.Model;
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
        var tables = Types(context, AttributeNames.TableMetadataName);
        var maps = Types(context, AttributeNames.MapMetadataName);
        var items = Specs(tables, StepNames.Tables);
        context.RegisterSourceOutput(items, ItemEmitter.Emit);
        context.RegisterSourceOutput(Models(tables, items), ModelListEmitter.Emit);
        context.RegisterSourceOutput(Specs(maps, StepNames.Maps), ItemEmitter.Emit);
        context.RegisterSourceOutput(Mistakes(tables).Combine(Mistakes(maps)), static (output, mistakes) =>
            DeclarationReporter.Report(output, mistakes.Left, mistakes.Right));
    }

    /// <summary>All item types that other code can name. A change inside a type changes nothing here.</summary>
    private static IncrementalValueProvider<ModelListSpec> Models(
        IncrementalValuesProvider<GeneratedType> tables, IncrementalValuesProvider<ItemSpec> items) => items
        .Where(static spec => spec is { IsSkeleton: false, Access: not TokenAccess.None })
        .Select(static (spec, _) => spec.Type.FullName)
        .Collect()
        .Combine(tables.Where(static type => !type.IsInLowerLanguage).Select(static (_, _) => true).Collect())
        .Select(static (all, _) => new ModelListSpec(
            all.Right.Length > 0, all.Left.OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray()))
        .WithTrackingName(StepNames.Models);

    private static IncrementalValuesProvider<GeneratedType> Types(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (_, _) => true, GeneratedType.Parse)
            .Where(static type => type is not null)
            .Select(static (type, _) => type!);

    private static IncrementalValuesProvider<ItemSpec> Specs(IncrementalValuesProvider<GeneratedType> types, string stepName) => types
        .Where(static type => type.Spec is not null)
        .Select(static (type, _) => type.Spec!)
        .WithTrackingName(stepName);

    private static IncrementalValueProvider<EquatableArray<MistakeSpec>> Mistakes(IncrementalValuesProvider<GeneratedType> types) => types
        .Where(static type => type.Mistakes.Count > 0)
        .Select(static (type, _) => type.Mistakes)
        .Collect()
        .Select(static (mistakes, _) => mistakes.SelectMany(some => some).ToEquatableArray());
}
