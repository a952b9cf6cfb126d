using System.Globalization;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>An attribute that holds the time of a write, and how the time gets into and out of an item.</summary>
public abstract class TimestampModel
{
    private protected TimestampModel(string attributeName) => AttributeName = attributeName;

    /// <summary>The attribute's name.</summary>
    public string AttributeName { get; }

    /// <summary>The model of a member.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <typeparam name="TValue">The member's type: a time, or an integer of seconds since 1970.</typeparam>
    /// <typeparam name="TConverter">The member's converter.</typeparam>
    /// <param name="attributeName">The attribute's name.</param>
    /// <param name="get">Returns an item's time, or null.</param>
    /// <param name="set">Assigns an item's time.</param>
    public static TimestampModel Of<T, TValue, TConverter>(string attributeName, Func<T, TValue?> get, Action<T, TValue> set)
        where T : class
        where TValue : struct
        where TConverter : IAttributeConverter<TValue> => new Member<T, TValue, TConverter>(attributeName, get, set);

    /// <summary>Whether an item has a time: neither null nor the default value.</summary>
    internal abstract bool HasTime(object item);

    /// <summary>An item's time; null if it has none.</summary>
    internal abstract DateTimeOffset? TimeOf(object item);

    /// <summary>Assigns a time to an item, exactly as it will be read again.</summary>
    internal abstract void Assign(object item, DateTimeOffset time);

    /// <summary>Passes a time, as the attribute stores it, to a use that has to know its type.</summary>
    internal abstract TResult Pass<TResult>(DateTimeOffset time, IStoredTimeUse<TResult> use);

    private sealed class Member<T, TValue, TConverter>(string attributeName, Func<T, TValue?> get, Action<T, TValue> set)
        : TimestampModel(attributeName)
        where T : class
        where TValue : struct
        where TConverter : IAttributeConverter<TValue>
    {
        internal override bool HasTime(object item) =>
            get((T)item) is { } time && !EqualityComparer<TValue>.Default.Equals(time, default);

        internal override DateTimeOffset? TimeOf(object item) => HasTime(item)
            ? get((T)item) switch
            {
                DateTimeOffset time => time,
                DateTime time => new DateTimeOffset(time.Kind is DateTimeKind.Local ? time.ToUniversalTime() : time, TimeSpan.Zero),
                long seconds => DateTimeOffset.FromUnixTimeSeconds(seconds),
                int seconds => DateTimeOffset.FromUnixTimeSeconds(seconds),
                uint seconds => DateTimeOffset.FromUnixTimeSeconds(seconds),
                ulong seconds => DateTimeOffset.FromUnixTimeSeconds(checked((long)seconds)),
                var time => throw new NotSupportedException($"A {typeof(TValue)} can't hold the time of a write, such as {time}."),
            }
            : null;

        internal override void Assign(object item, DateTimeOffset time) => set((T)item, Stored(time));

        internal override TResult Pass<TResult>(DateTimeOffset time, IStoredTimeUse<TResult> use) =>
            use.Use<TValue, TConverter>(AttributeName, Stored(time));

        /// <summary>A converter may store less than the clock shows, such as whole seconds; the item gets what a read returns.</summary>
        private static TValue Stored(DateTimeOffset time)
        {
            using var buffer = WireBuffer.Rent();
            var writer = new ItemWriter(buffer);
            TConverter.Write(ref writer, ValueOf(time));
            writer.Flush();
            var reader = new ItemReader(buffer.WrittenSpan);
            return TConverter.Read(ref reader);
        }

        private static TValue ValueOf(DateTimeOffset time)
        {
            if (typeof(TValue) == typeof(DateTimeOffset))
                return (TValue)(object)time.ToUniversalTime();
            if (typeof(TValue) == typeof(DateTime))
                return (TValue)(object)time.UtcDateTime;
            if (typeof(TValue) == typeof(long))
                return (TValue)(object)time.ToUnixTimeSeconds();
            if (typeof(TValue) == typeof(int))
                return (TValue)(object)checked((int)time.ToUnixTimeSeconds());
            if (typeof(TValue) == typeof(ulong))
                return (TValue)(object)checked((ulong)time.ToUnixTimeSeconds());
            if (typeof(TValue) == typeof(uint))
                return (TValue)(object)checked((uint)time.ToUnixTimeSeconds());
            throw new NotSupportedException(
                string.Create(CultureInfo.InvariantCulture, $"A {typeof(TValue)} can't hold the time of a write."));
        }
    }
}
