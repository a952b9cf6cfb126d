using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Spreads a hot key over shards: always that of an index, and that of a table where a member of the sort key can choose the shard.</summary>
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
        var second = index is not null ? $"Index = \"{index}\"" : SortMember(type, request) is { } member ? $"By = nameof({member})" : null;
        if (second is null || type.GetAttributes().Any(one => one.IsToolkit(AttributeNames.WriteSharded) && one.NamedText("Index") == index))
            return null;
        var text = $"({shards}, {second})";
        return request.Plan(
            $"Add [WriteSharded{text}]",
            editor => editor.ReplaceNode(declaration, (current, _) => current.WithAttribute(
                AttributeNames.WithoutSuffix(AttributeNames.WriteSharded),
                [.. SyntaxFactory.ParseAttributeArgumentList(text)!.Arguments])));
    }

    /// <summary>The first member of the sort key, if it is no time: items of one moment would share a shard.</summary>
    private static string? SortMember(INamedTypeSymbol type, FixRequest request)
    {
        var spec = Shared.Parsing.ItemParser.Parse(type, static _ => { }, request.CancellationToken);
        var name = spec?.SortKey?.Parts.FirstOrDefault(part => part.Member is not null)?.Member;
        return name is not null && spec!.Member(name).Value.Kind is Shared.Model.ValueKind.String or Shared.Model.ValueKind.Guid or Shared.Model.ValueKind.Integer
            ? name
            : null;
    }
}
