using System.Globalization;
using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Heat;

/// <summary>An engine that throttles on simulated time, and loads for it.</summary>
internal sealed class HeatKit : IDisposable
{
    public HeatKit(HeatOptions? options = null)
    {
        Clock = new SimulatedClock(new DateTimeOffset(2026, 11, 29, 0, 0, 0, TimeSpan.Zero));
        Engine = LocalDynamo.InMemory(new LocalDynamoOptions
        {
            TimeProvider = Clock,
            ExpiryInterval = Timeout.InfiniteTimeSpan,
            Heat = options ?? new HeatOptions { Throttle = true },
        });
    }

    public SimulatedClock Clock { get; }

    public LocalDynamo Engine { get; }

    public void Dispose() => Engine.Dispose();

    /// <summary>Sends requests at a steady rate and counts the refused ones.</summary>
    /// <returns>The number of throttled requests and of all.</returns>
    public async Task<(int Throttled, int All)> DriveAsync(
        double perSecond, TimeSpan duration, string operation, Func<int, string> body)
    {
        var all = (int)(perSecond * duration.TotalSeconds);
        var throttled = 0;
        for (var i = 0; i < all; i++)
        {
            var (status, json) = await Engine.CallAsync(operation, body(i));
            if (status != 200)
            {
                Assert.Contains("ThroughputExceeded", json.ToString(), StringComparison.Ordinal);
                throttled++;
            }

            Clock.Advance(TimeSpan.FromSeconds(1 / perSecond));
        }

        return (throttled, all);
    }

    /// <summary>The reason and the resource of a throttling error.</summary>
    public static (string Reason, string Resource) ReasonOf(JsonElement error)
    {
        var reason = error.GetProperty("ThrottlingReasons")[0];
        return (reason.GetProperty("reason").GetString()!, reason.GetProperty("resource").GetString()!);
    }

    /// <summary>The request that puts a small item under a key.</summary>
    public static string Put(string partition, string? sort = null, string more = "") => sort is null
        ? $$$"""{"TableName":"tab","Item":{"p":{"S":"{{{partition}}}"}{{{more}}}}}"""
        : $$$"""{"TableName":"tab","Item":{"p":{"S":"{{{partition}}}"},"s":{"S":"{{{sort}}}"}{{{more}}}}}""";

    /// <summary>A number as a key that does not follow the number's order.</summary>
    public static string Scattered(int number) => ((uint)number * 2654435761U).ToString("x8", CultureInfo.InvariantCulture);
}
