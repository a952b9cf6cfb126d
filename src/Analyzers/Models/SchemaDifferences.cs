using DynamoToolkit.Shared.Schema;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>What differs between the types of a compilation and their baseline. It is found once, when the first type asks.</summary>
internal sealed class SchemaDifferences(Compilation compilation, SchemaFile baseline)
{
    private readonly object gate = new();
    private ILookup<ISymbol?, SchemaChange>? changes;

    /// <summary>The baseline.</summary>
    public SchemaFile Baseline => baseline;

    /// <summary>The changes that a type declares.</summary>
    public IEnumerable<SchemaChange> At(INamedTypeSymbol type, CancellationToken cancellationToken) => Changes(cancellationToken)[type];

    /// <summary>The changes that no declaration shows.</summary>
    public IEnumerable<SchemaChange> WithoutDeclaration(CancellationToken cancellationToken) => Changes(cancellationToken)[null];

    private ILookup<ISymbol?, SchemaChange> Changes(CancellationToken cancellationToken)
    {
        lock (gate)
            return changes ??= Compare(cancellationToken);
    }

    private ILookup<ISymbol?, SchemaChange> Compare(CancellationToken cancellationToken)
    {
        var itemTypes = ItemTypes.Of(compilation);
        var model = SchemaModel.Of(compilation, type => itemTypes.Parse(type, cancellationToken).Spec, cancellationToken);
        return SchemaComparison.Of(model, baseline).ToLookup(change => (ISymbol?)change.Anchor?.Type, SymbolEqualityComparer.Default);
    }
}
