using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Spreads a hot key over shards: that of an index, or that of a table whose sort key can choose the shard.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WriteShardedFixer() : ModelFixer(RuleTable.LoadOverheatsKey, RuleTable.LoadMayOverheatKey)
{
    private const int MaxShards = 256;

    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Type is not { } declaration || request.TypeSymbol is not { } type
            || request.Model.Compilation.GetTypeByMetadataName($"{AttributeNames.Namespace}.{AttributeNames.WriteSharded}") is null
            || !int.TryParse(request.Property("shards"), out var shards) || shards is < 2 or > MaxShards)
        {
            return null;
        }

        // Of an index, the item's key chooses the shard; of a table, a member has to.
        var key = request.Property("key");
        var index = key.Contains(" of index '") ? key.Split('\'')[1] : null;
        if (ItemParser.Parse(type, static _ => { }, request.CancellationToken) is not { } spec
            || type.GetAttributes().Any(one => one.IsToolkit(AttributeNames.WriteSharded) && one.NamedText("Index") == index))
        {
            return null;
        }

        var chosen = index is not null ? OfIndex(spec, index) : OfTable(type, spec);
        if (chosen is null)
            return null;
        var text = $"({shards}, {chosen})";
        return request.Plan(
            $"Add [WriteSharded{text}]",
            editor => editor.ReplaceNode(declaration, (current, _) => current.WithAttribute(
                AttributeNames.WithoutSuffix(AttributeNames.WriteSharded),
                [.. SyntaxFactory.ParseAttributeArgumentList(text)!.Arguments])));
    }

    /// <summary>The shards of an index, which are possible if the item's key has a text.</summary>
    private static string? OfIndex(ItemSpec spec, string name) =>
        spec.Indexes.FirstOrDefault(index => index.Name == name) is { Partition.Count: 1, Sort.Count: <= 1 }
        && new[] { spec.PartitionKey, spec.SortKey }.OfType<KeySpec>().SelectMany(key => key.Parts)
            .All(part => part.Member is null || KeyTypes.CanBePart(spec.Member(part.Member).Value))
            ? $"Index = \"{name}\""
            : null;

    /// <summary>The shards of a table by the first member of its sort key, if that is no time: a moment has one shard.</summary>
    private static string? OfTable(INamedTypeSymbol type, ItemSpec spec)
    {
        if (!type.HasToolkitAttribute(AttributeNames.PartitionKey) || spec.Versions is not null
            || spec.Indexes.Any(index => index.IsLocal)
            || spec.SortKey?.Parts.FirstOrDefault(part => part.Member is not null)?.Member is not { } name
            || spec.PartitionKey!.Parts.Any(part => part.Member == name))
        {
            return null;
        }

        var value = spec.Member(name).Value;
        return value is { IsNullable: false, Kind: ValueKind.String or ValueKind.Guid or ValueKind.Integer } && KeyTypes.CanBePart(value)
            ? $"By = nameof({name.ToIdentifier()})"
            : null;
    }
}
