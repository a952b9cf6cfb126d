namespace TrackingStore.Search;

/// <summary>The conditions by which a filter asks for prompts.</summary>
internal static class PromptConditions
{
    /// <summary>
    /// Takes the conditions on the tag of prompts out of a filter, because models have no such tag, not even one that is false.
    /// </summary>
    /// <param name="conditions">All conditions.</param>
    /// <param name="isPromptTag">Whether a field is the tag.</param>
    /// <returns>Whether the filter asks for prompts, and the other conditions.</returns>
    public static (bool FindsPrompts, IReadOnlyList<Condition<TField>> Others) Split<TField>(
        IReadOnlyList<Condition<TField>> conditions, Func<TField, bool> isPromptTag)
    {
        var others = conditions.Where(c => !isPromptTag(c.Field)).ToList();
        // The value of the tag is true or absent. An absent one counts as false here.
        var asks = conditions.Where(c => isPromptTag(c.Field)).ToList();
        return (asks.Count > 0 && asks.TrueForAll(c => c.Comparison.Matches("true") && !c.Comparison.Matches("false")), others);
    }
}
