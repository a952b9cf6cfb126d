using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1025: a key that is the same for all items is seldom meant where its text is nearly a member's name.</summary>
internal sealed class ConstantResemblesMemberRule : ModelRule
{
    private static readonly string[] KeyAttributes =
        [AttributeNames.PartitionKey, AttributeNames.SortKey, AttributeNames.GlobalIndex, AttributeNames.LocalIndex];

    public override void Check(ModelRuleContext context)
    {
        var names = context.Spec.Members
            .Where(member => KeyTypes.CanBePart(member.Value) || KeyTypes.CanBeKey(member.Value))
            .Select(member => member.Name)
            .ToList();
        foreach (var constant in Constants(context.Spec).Distinct())
        {
            if (Word(constant, names) is not { } found || AttributeWith(context.Symbol, constant) is not { } attribute)
                continue;
            context.Report(
                RuleTable.ConstantResemblesMember,
                attribute,
                constant,
                ("template", constant), ("word", found.Word), ("replacement", $"{{{found.Member}}}"));
        }
    }

    /// <summary>The keys that have no member in them.</summary>
    private static IEnumerable<string> Constants(ItemSpec spec) =>
        spec.Keys.Where(key => key.Parts.Count == 1).Select(key => key.Parts[0].Literal).OfType<string>();

    /// <summary>The text itself or, of several words, the one that is exactly a member's name.</summary>
    private static (string Word, string Member)? Word(string constant, List<string> names)
    {
        var words = constant.Split('#');
        if (words.Length == 1)
            return Spelling.Resembled(constant, names) is { } near ? (constant, near) : null;
        return words.FirstOrDefault(names.Contains) is { } word ? (word, word) : null;
    }

    private static AttributeData? AttributeWith(INamedTypeSymbol type, string template) => type.SelfAndBases()
        .SelectMany(self => self.GetAttributes())
        .Where(attribute => KeyAttributes.Any(attribute.IsToolkit))
        .FirstOrDefault(attribute => attribute.ConstructorArguments.Where((_, i) => attribute.Texts(i).Contains(template)).Any());
}
