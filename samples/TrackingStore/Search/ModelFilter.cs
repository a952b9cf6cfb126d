using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Search;

/// <summary>
/// Which registered models a search finds: those that pass every condition. Prompts are registered models as well, and are found only if
/// the filter asks for them.
/// </summary>
internal sealed class ModelFilter
{
    private readonly IReadOnlyList<Condition<ModelField>> conditions;
    private readonly bool findsPrompts;

    /// <summary>A filter with some conditions.</summary>
    public ModelFilter(IReadOnlyList<Condition<ModelField>> conditions)
    {
        (findsPrompts, this.conditions) = PromptConditions.Split(conditions, field =>
            field is { Property: ModelProperty.Tag, Name: PromptTags.IsPrompt });
    }

    /// <summary>What the filter asks of the name, for an index of names; empty if no index can help.</summary>
    public IReadOnlyList<NamePattern> NamePatterns =>
    [
        .. conditions.Where(c => c.Field.Property == ModelProperty.Name).Select(c => c.Comparison.ToNamePattern()).OfType<NamePattern>(),
    ];

    /// <summary>Whether a model's own item can belong to a model that passes.</summary>
    public bool CanMatch(RegisteredModelItem item) =>
        conditions.Where(c => c.Field.Property == ModelProperty.Name).All(c => c.Comparison.Matches(item.Name));

    /// <summary>Whether a model passes.</summary>
    public bool Matches(RegisteredModel model) => PromptTags.IsTrue(model.TagOf(PromptTags.IsPrompt)) == findsPrompts
        && conditions.All(c => c.Comparison.Matches(c.Field.TextOf(model)));
}
