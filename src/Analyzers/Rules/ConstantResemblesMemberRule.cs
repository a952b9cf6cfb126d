using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1025: a key that is one text for all items is seldom meant where the text is nearly a member's name.</summary>
internal sealed class ConstantResemblesMemberRule : ModelRule
{
    private static readonly string[] KeyAttributes = [AttributeNames.PartitionKey, AttributeNames.SortKey, AttributeNames.GlobalIndex, AttributeNames.LocalIndex];

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ConstantResemblesMember,
        "Constant key looks like a member",
        "Template '{0}' is the same text for every item, though '{1}' looks like member '{2}'; write '{{{2}}}', or another text",
        RuleCategories.Keys,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.ConstantResemblesMember));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        var names = context.Spec.Members.Where(member => KeyTypes.CanBePart(member.Value) || KeyTypes.CanBeKey(member.Value)).Select(member => member.Name).ToList();
        foreach (var constant in Constants(context.Spec).Distinct())
        {
            if (Word(constant, names) is not { } found || AttributeWith(context.Symbol, constant) is not { } attribute)
                continue;
            context.Report(RuleIds.ConstantResemblesMember, attribute, constant, constant, found.Word, found.Member);
        }
    }

    /// <summary>The keys that have no member in them.</summary>
    private static IEnumerable<string> Constants(ItemSpec spec) =>
        new[] { spec.PartitionKey, spec.SortKey }.OfType<KeySpec>()
            .Concat(spec.Indexes.SelectMany(index => index.Partition.Concat(index.Sort)))
            .Where(key => key.Parts.Count == 1)
            .Select(key => key.Parts[0].Literal)
            .OfType<string>();

    /// <summary>The text, or of several words the one that is a member's very name.</summary>
    private static (string Word, string Member)? Word(string constant, List<string> names)
    {
        var words = constant.Split('#');
        if (words.Length == 1)
            return Spelling.Resembled(constant, names) is { } near ? (constant, near) : null;
        return words.FirstOrDefault(names.Contains) is { } word ? (word, word) : null;
    }

    private static AttributeData? AttributeWith(INamedTypeSymbol type, string template) => type.SelfAndBases()
        .SelectMany(self => self.GetAttributes())
        .FirstOrDefault(attribute => KeyAttributes.Any(attribute.IsToolkit) && Enumerable.Range(0, attribute.ConstructorArguments.Length).Any(i => attribute.Texts(i).Contains(template)));
}
