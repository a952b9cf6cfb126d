using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Times;

/// <summary>
/// The times that one write sets: of creation, change and expiry. They are those of one moment, so that retries repeat them.
/// </summary>
/// <param name="stamps">The item type's stamps.</param>
/// <param name="time">The moment.</param>
/// <param name="lifetime">After which time the item expires, unless it says so itself; null if the write does not set that.</param>
internal sealed class WriteTimes(ItemStamps stamps, DateTimeOffset time, TimeSpan? lifetime)
{
    /// <summary>Whether a type has such times.</summary>
    public static bool Applies(ItemStamps stamps) =>
        stamps.CreatedAt is not null || stamps.UpdatedAt is not null || stamps.Expires is not null;

    /// <summary>Sets the times of an item that is put: the copy that is written and, after that, the caller's item.</summary>
    public void Stamp(object item)
    {
        if (stamps.CreatedAt is { } created && !created.HasTime(item))
            created.Assign(item, time);
        stamps.UpdatedAt?.Assign(item, time);
        if (lifetime is { } duration && stamps.Expires is { } expires && !expires.HasTime(item))
            expires.Assign(item, time + duration);
    }

    /// <summary>The action with which an update sets the time of change; null if the type has none.</summary>
    public UpdateAction? Updated(TableModel model) => stamps.UpdatedAt?.Pass(time, new TimeSetting(model, onlyIfAbsent: false));

    /// <summary>The action with which an update sets the time of creation if the item has none; null if the type has none.</summary>
    public UpdateAction? Created(TableModel model) => stamps.CreatedAt?.Pass(time, new TimeSetting(model, onlyIfAbsent: true));

    /// <summary>The action with which an update sets a time.</summary>
    public static UpdateAction Setting(TableModel model, TimestampModel timestamp, DateTimeOffset time) =>
        timestamp.Pass(time, new TimeSetting(model, onlyIfAbsent: false));

    private sealed class TimeSetting(TableModel model, bool onlyIfAbsent) : IStoredTimeUse<UpdateAction>
    {
        public UpdateAction Use<TValue, TConverter>(string attributeName, TValue value)
            where TConverter : IAttributeConverter<TValue>
        {
            var path = new AttributePath(attributeName);
            var key = KeyRules.IndexKeyAt(model, path);
            return onlyIfAbsent
                ? new SetIfAbsentAction<TValue, TConverter>(path, value, key)
                : new SetValueAction<TValue, TConverter>(path, value, key);
        }
    }
}
