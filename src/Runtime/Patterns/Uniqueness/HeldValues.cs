using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Uniqueness;

/// <summary>
/// The unique values that an item has at one moment. They are taken out of the item at once, so that later changes to the object in memory
/// do not matter.
/// </summary>
internal sealed class HeldValues
{
    private readonly (MemberValue Part, KeyValue Value)[] compared;

    private HeldValues(UniqueModel model, object item)
    {
        compared = [.. model.Compared.Select(part => (part, part.ValueOf(item)))];
        if (model.Expires?.ValueOf(item) is { IsNone: false } expires)
            Expires = expires.As<long, NumberConverter<long>>();
        foreach (var constraint in model.Constraints)
        {
            if (constraint.ValuesOf(item) is { } values)
                ByKey.TryAdd(constraint.KeyOf(values), (constraint, UniqueConstraint.Describe(values)));
        }
    }

    /// <summary>The values by the partition keys of their reservations.</summary>
    public Dictionary<string, (UniqueConstraint Constraint, string Value)> ByKey { get; } = new(StringComparer.Ordinal);

    /// <summary>When the item expires, in seconds since 1970; null for never.</summary>
    public long? Expires { get; }

    /// <summary>The values of an item.</summary>
    public static HeldValues Of(UniqueModel model, object item) => new(model, item);

    /// <summary>
    /// The condition that the stored item has these values. Otherwise another writer has changed it, and with it the reservations.
    /// </summary>
    public Condition AreStored()
    {
        Condition? all = null;
        foreach (var (part, value) in compared)
            all = Condition.Both(all, StoredValue.Is(part, value));
        return all!;
    }
}
