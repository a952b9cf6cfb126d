namespace DynamoToolkit;

/// <summary>The members of an item type that writes set: the concurrency token, and the times of creation, change and expiry.</summary>
/// <param name="copy">
/// Returns a shallow copy of an item. A write stamps a copy, so that the caller's item changes only after the write succeeded.
/// </param>
public sealed class ItemStamps(Func<object, object> copy)
{
    /// <summary>The concurrency token, or null if the type has none.</summary>
    public ConcurrencyTokenModel? Token { get; init; }

    /// <summary>The time of creation, or null if the type has none.</summary>
    public TimestampModel? CreatedAt { get; init; }

    /// <summary>The time of the latest write, or null if the type has none.</summary>
    public TimestampModel? UpdatedAt { get; init; }

    /// <summary>The time at which an item expires that is kept for a declared duration, or null if the type declares none.</summary>
    public TimestampModel? Expires { get; init; }

    /// <summary>Whether each update sets something.</summary>
    internal bool AreInUpdates => Token is not null || CreatedAt is not null || UpdatedAt is not null;

    /// <summary>Whether writes set an attribute of this name.</summary>
    internal bool Sets(string attributeName) =>
        Token?.AttributeName == attributeName
        || CreatedAt?.AttributeName == attributeName
        || UpdatedAt?.AttributeName == attributeName;

    internal object Copy(object item) => copy(item);
}
