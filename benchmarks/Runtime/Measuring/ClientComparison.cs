using System.Diagnostics;
using System.Runtime;
using DynamoToolkit.Benchmarks.EndToEnd;

namespace DynamoToolkit.Benchmarks.Measuring;

/// <summary>
/// Drives the clients in turns, round after round, each with 16 callers at once. What counts is the CPU time that this process spends
/// an operation, garbage collection included; the server spends its own. Microseconds an operation.
/// </summary>
internal sealed class ClientComparison(int rounds)
{
    private const int Callers = 16;
    private const int MaxWarmUps = 30;

    /// <summary>As many methods are compiled now and then in a round of code that is compiled at its last tier.</summary>
    private const int FewMethods = 5;

    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(250);

    public async Task<List<Measurement>> RunAsync(ClientVariant[] clients, IEnumerable<ClientOperation> operations)
    {
        var measurements = new List<Measurement>();
        foreach (var operation in operations)
            measurements.AddRange(await CompareAsync(operation, clients));

        return measurements;
    }

    private async Task<IEnumerable<Measurement>> CompareAsync(ClientOperation operation, ClientVariant[] clients)
    {
        await WarmUpAsync(operation, clients);
        var times = clients.Select(_ => new List<double>(rounds)).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < clients.Length; turn++)
            {
                var i = (turn + round) % clients.Length;
                times[i].Add(await TimeAsync(operation, clients[i]));
            }
        }

        var measurements = new List<Measurement>();
        for (var i = 0; i < clients.Length; i++)
            measurements.Add(Measurement.Of(operation.Name, clients[i].Name, times[i], await AllocatedAsync(operation, clients[i])));

        return measurements;
    }

    /// <summary>
    /// Takes turns until the compiler has nothing left to do: what is called often is compiled again at a higher tier, at first with
    /// counters in it, in the background and on this process's CPU time. That is not a call's cost, and the clients' code differs in size.
    /// </summary>
    private static async Task WarmUpAsync(ClientOperation operation, ClientVariant[] clients)
    {
        var compiled = 0L;
        for (var round = 0; round < MaxWarmUps && JitInfo.GetCompiledMethodCount() - compiled > FewMethods; round++)
        {
            compiled = JitInfo.GetCompiledMethodCount();
            foreach (var client in clients)
                await TimeAsync(operation, client);
        }
    }

    /// <summary>Has all callers repeat an operation for some time.</summary>
    /// <returns>How often it ran.</returns>
    public static async Task<int> RepeatAsync(ClientOperation operation, ClientVariant client, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                await operation.Run(client);
                count++;
            }

            return count;
        })));
        return counts.Sum();
    }

    private static async Task<double> TimeAsync(ClientOperation operation, ClientVariant client)
    {
        // The one before left garbage; its collection is not this one's cost.
        GC.Collect();
        GC.WaitForPendingFinalizers();

        var cpu = Environment.CpuUsage.TotalTime;
        var count = await RepeatAsync(operation, client, Slice);
        return (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / count;
    }

    /// <summary>
    /// The least of some rounds of one caller: now and then something else allocates in the process, never less than the operation.
    /// </summary>
    private static async Task<double> AllocatedAsync(ClientOperation operation, ClientVariant client)
    {
        var count = operation.Returns >= 100 ? 10 : 100;
        var least = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < count; i++)
                await operation.Run(client);

            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)count);
        }

        return least;
    }
}
