using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>The item types of one compilation: each is parsed once, whoever asks first.</summary>
internal sealed class ItemTypes
{
    // All analyzers share what one of them parsed; it goes with the compilation.
    private static readonly ConditionalWeakTable<Compilation, ItemTypes> Known = new();

    private readonly Compilation compilation;
    private readonly ConcurrentDictionary<INamedTypeSymbol, ParsedType> parsed = new(SymbolEqualityComparer.Default);
    private ImmutableDictionary<string, ImmutableArray<ParsedType>>? tables;

    private ItemTypes(Compilation compilation) => this.compilation = compilation;

    /// <summary>The item types of a compilation.</summary>
    public static ItemTypes Of(Compilation compilation) => Known.GetValue(compilation, static one => new ItemTypes(one));

    /// <summary>What the parser makes of a type.</summary>
    public ParsedType Parse(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (parsed.TryGetValue(type, out var known))
            return known;

        // The first question may come from a member whose value may be null, and messages must not depend on that.
        type = (INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.None);
        var problems = ImmutableArray.CreateBuilder<ModelProblem>();
        var spec = ItemParser.Parse(type, problems.Add, cancellationToken);
        return parsed.GetOrAdd(type, new ParsedType(type, spec, problems.ToImmutable()));
    }

    /// <summary>The valid item types of a table, ordered by name, but the types of a family after their base.</summary>
    public IReadOnlyList<ParsedType> OfTable(string table, CancellationToken cancellationToken) =>
        Tables(cancellationToken).TryGetValue(table, out var types) ? types : [];

    /// <summary>The valid item types of all tables, ordered by table, and then as those of one.</summary>
    public IEnumerable<ParsedType> All(CancellationToken cancellationToken) => Tables(cancellationToken)
        .OrderBy(table => table.Key, StringComparer.Ordinal)
        .SelectMany(table => table.Value);

    /// <summary>Whether an item type of the compilation derives from a class.</summary>
    public bool HasTypeBelow(INamedTypeSymbol type) => compilation.Assembly.GlobalNamespace.AllTypes().Any(other =>
        other.IsItemType() && other.SelfAndBases().Skip(1).Any(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, type)));

    private ImmutableDictionary<string, ImmutableArray<ParsedType>> Tables(CancellationToken cancellationToken)
    {
        // Several threads come at once. Without the lock, each would parse all types.
        lock (parsed)
            return tables ??= Collect(cancellationToken);
    }

    private ImmutableDictionary<string, ImmutableArray<ParsedType>> Collect(CancellationToken cancellationToken) =>
        compilation.Assembly.GlobalNamespace.AllTypes()
            .Where(type => type.HasToolkitAttribute(AttributeNames.Table))
            .Select(type => Parse(type, cancellationToken))
            .Where(type => type.Spec?.TableName is not null)
            .OrderBy(type => FamilyPath(type.Symbol), StringComparer.Ordinal)
            .GroupBy(type => type.Spec!.TableName!)
            .ToImmutableDictionary(types => types.Key, types => types.ToImmutableArray());

    /// <summary>The names of a type and the item types from which it derives, the type last.</summary>
    private static string FamilyPath(INamedTypeSymbol type) =>
        string.Join("\n", type.SelfAndBases().Where(one => one.IsItemType()).Reverse().Select(one => one.ToMessage()));
}
