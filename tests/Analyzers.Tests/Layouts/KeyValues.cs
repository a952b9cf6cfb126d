using System.Globalization;

namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>Few values of each type that key members have, so that keys of different types often come close to each other.</summary>
internal static class KeyValues
{
    private static readonly string[] Texts =
    [
        "", "#", "%", "a", "A", "META", "M", "ORDER#1", "1", "b#%23", "%23", "A#", "B", "\U0001F600", "\uFFFD", "\uE000", "12345678901",
        "2026-11-20", "Red",
    ];

    private static readonly DateTimeOffset Instant = new(2026, 11, 20, 1, 2, 3, TimeSpan.Zero);

    private static readonly DateTimeOffset[] Instants = [DateTimeOffset.MinValue, Instant, Instant.AddTicks(1)];

    private static readonly Guid[] Guids =
        [Guid.Empty, new("12345678-90ab-cdef-1234-567890abcdef"), new("11111111-1111-1111-1111-111111111111")];

    /// <summary>A value of a partition key's member: one of few, so that items have neighbours.</summary>
    public static object DrawPartition(Type type, Random random) =>
        type == typeof(int) ? random.GetItems([1, -1], 1)[0] : random.GetItems(["a", "#", ""], 1)[0];

    /// <summary>A value of another key member.</summary>
    public static object Draw(Type type, Random random) => type switch
    {
        _ when type == typeof(string) => random.GetItems(Texts, 1)[0],
        _ when type == typeof(int) => random.GetItems([-1, 0, 1, 7, int.MinValue, int.MaxValue], 1)[0],
        _ when type == typeof(long) => random.GetItems([-1L, 0, 1, 7, long.MinValue, long.MaxValue], 1)[0],
        _ when type == typeof(byte) => (byte)random.Next(3),
        _ when type == typeof(double) => random.GetItems([-1.5, 0, 1, 1e100], 1)[0],
        _ when type == typeof(char) => random.GetItems(['a', '#', '%', '1', 'M', '\uE000'], 1)[0],
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(Guid) => random.GetItems(Guids, 1)[0],
        _ when type == typeof(DateOnly) => DateOnly.FromDateTime(random.GetItems(Instants, 1)[0].DateTime),
        _ when type == typeof(DateTimeOffset) => random.GetItems(Instants, 1)[0],
        _ when type.IsEnum => Enum.ToObject(type, random.GetItems([0, 5, 7, 8, 9, -3], 1)[0]),
        _ => throw new ArgumentException($"No key member is a {type}.", nameof(type)),
    };

    /// <summary>A text that shows a member's value.</summary>
    public static string Show(object? value) =>
        Convert.ToString(value is DateTimeOffset instant ? instant.ToString("O") : value, CultureInfo.InvariantCulture) ?? "null";
}
