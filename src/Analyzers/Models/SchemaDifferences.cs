using DynamoToolkit.Shared.Roslyn;
using DynamoToolkit.Shared.Schema;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>What differs between the types of a compilation and their baseline. It is found once, when the first stored type asks.</summary>
internal sealed class SchemaDifferences(Compilation compilation, SchemaFile baseline)
{
    private readonly object gate = new();
    private ILookup<ISymbol?, SchemaChange>? changes;
    private StoredNames? names;

    /// <summary>The baseline.</summary>
    public SchemaFile Baseline => baseline;

    /// <summary>The changes that a type declares. Most types are not stored, and an edit of one compares nothing.</summary>
    public IEnumerable<SchemaChange> At(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        changes is not null || MayDeclare(type, cancellationToken) ? Changes(cancellationToken)[type] : [];

    /// <summary>The changes that no declaration shows.</summary>
    public IEnumerable<SchemaChange> WithoutDeclaration(CancellationToken cancellationToken) => Changes(cancellationToken)[null];

    /// <summary>Whether a type may declare facts: an item type, a base class of one, or an enum that one stores.</summary>
    private bool MayDeclare(INamedTypeSymbol type, CancellationToken cancellationToken) => type switch
    {
        { TypeKind: TypeKind.Enum } => Names(cancellationToken).HasUse(type.Name),
        { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false } => Names(cancellationToken).HasType(type.Name),
        _ => type.IsItemType(),
    };

    // Two threads may both collect; they find the same.
    private StoredNames Names(CancellationToken cancellationToken) => names ??= StoredNames.Of(compilation, cancellationToken);

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
