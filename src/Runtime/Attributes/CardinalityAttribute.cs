namespace DynamoToolkit;

/// <summary>
/// States how many distinct values something has, which the compiler cannot know: on a member, the values of the member; on a type, the
/// partition keys of its table or, with <see cref="Index"/>, of an index. The rules about hot keys (DTK3xxx) use it; nothing else does.
/// </summary>
/// <param name="values">The number of distinct values, at least 1. State what it will be, not what it is on the first day.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter,
    AllowMultiple = true,
    Inherited = false)]
public sealed class CardinalityAttribute(long values) : Attribute
{
    /// <summary>The number of distinct values.</summary>
    public long Values { get; } = values;

    /// <summary>On a type, the index whose partition keys are counted; null for the table.</summary>
    public string? Index { get; set; }
}
