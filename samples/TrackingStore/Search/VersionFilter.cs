using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Search;

/// <summary>
/// Which versions of models a search finds: those that pass every condition. Versions of prompts are found only if the filter asks for
/// them.
/// </summary>
internal sealed class VersionFilter
{
    private readonly IReadOnlyList<Condition<VersionField>> conditions;
    private readonly bool? findsPrompts;

    /// <summary>A filter with some conditions.</summary>
    public VersionFilter(IReadOnlyList<Condition<VersionField>> conditions)
    {
        (findsPrompts, this.conditions) = PromptConditions.Split(conditions, field =>
            field is { Property: VersionProperty.Tag, Name: PromptTags.IsPrompt });
    }

    private VersionFilter(IReadOnlyList<Condition<VersionField>> conditions, bool? findsPrompts) =>
        (this.conditions, this.findsPrompts) = (conditions, findsPrompts);

    /// <summary>What the filter asks of the model's name, for an index of names; empty if no index can help.</summary>
    public IReadOnlyList<NamePattern> NamePatterns => [.. Of(VersionProperty.Name).Select(c => c.ToNamePattern()).OfType<NamePattern>()];

    /// <summary>The runs of which one must have made the version; null if the filter does not name them.</summary>
    public IReadOnlyList<string>? RunIds => Of(VersionProperty.RunId).Select(c => c.Values).FirstOrDefault(values => values is not null);

    /// <summary>A filter that finds all versions of a model: those of prompts, and others.</summary>
    public static VersionFilter AllOf(string model) => new(
        [new(new VersionField(VersionProperty.Name), new Comparison(Operator.Equal, [model]))], findsPrompts: null);

    /// <summary>Whether the filter asks for a tag.</summary>
    public bool AsksFor(string tag) =>
        tag == PromptTags.IsPrompt || conditions.Any(c => c.Field.Property == VersionProperty.Tag && c.Field.Name == tag);

    /// <summary>Whether versions of a model can pass.</summary>
    public bool CanMatch(RegisteredModelItem model) => Of(VersionProperty.Name).All(c => c.Matches(model.Name));

    /// <summary>Whether a version passes all conditions but those on tags.</summary>
    public bool CanMatch(ModelVersion version) => conditions.All(c => c.Field.Property switch
    {
        VersionProperty.Tag => true,
        VersionProperty.Number => c.Comparison.Matches(c.Field.NumberOf(version)),
        _ => c.Comparison.Matches(c.Field.TextOf(version)),
    });

    /// <summary>Whether a version passes the conditions on tags. It needs no other tags than those.</summary>
    public bool MatchesTags(ModelVersion version) =>
        (findsPrompts is null || PromptTags.IsTrue(version.TagOf(PromptTags.IsPrompt)) == findsPrompts)
        && conditions.All(c => c.Field.Property != VersionProperty.Tag || c.Comparison.Matches(c.Field.TextOf(version)));

    private IEnumerable<Comparison> Of(VersionProperty property) =>
        conditions.Where(c => c.Field.Property == property).Select(c => c.Comparison);
}
