using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>Conditions that an item exists, or does not, as reads see it: an item that has expired does not.</summary>
internal static class Existence
{
    /// <summary>The item exists and has not expired.</summary>
    public static Condition Exists(TableModel model, TimeProvider time) =>
        model.TimeToLiveAttribute is { } attribute
            ? KeyOf(model).Exists() & Expiry.Filter(attribute, time)
            : KeyOf(model).Exists();

    /// <summary>The item does not exist, or has expired.</summary>
    public static Condition IsAbsent(TableModel model, TimeProvider time) =>
        model.TimeToLiveAttribute is { } attribute
            ? KeyOf(model).NotExists() | Expiry.HasExpired(attribute, time)
            : KeyOf(model).NotExists();

    private static Attribute<string, StringConverter> KeyOf(TableModel model) => new(model.Partition.AttributeName);
}
