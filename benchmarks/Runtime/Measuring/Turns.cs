using System.Diagnostics;

namespace DynamoToolkit.Benchmarks.Measuring;

/// <summary>
/// Times variants in turns, a few milliseconds each, round after round: whatever else the machine does hits all of them alike, so that
/// ratios hold where absolute times do not. Nanoseconds an operation.
/// </summary>
/// <param name="rounds">How often each has its turn.</param>
internal sealed class Turns(int rounds)
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(6);

    /// <summary>Measures variants of one operation.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="variants">The variants, by name.</param>
    public IReadOnlyList<Measurement> Compare(string operation, params IReadOnlyList<(string Name, Func<int> Run)> variants)
    {
        var counts = variants.Select(static variant => WarmUp(variant.Run)).ToArray();
        var times = variants.Select(_ => new List<double>(rounds)).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < variants.Count; turn++)
            {
                // Everyone follows everyone: none always pays for its predecessor's garbage.
                var i = (turn + round) % variants.Count;
                times[i].Add(Time(variants[i].Run, counts[i]).TotalNanoseconds / counts[i]);
            }
        }

        return [.. variants.Select((variant, i) => Measurement.Of(operation, variant.Name, times[i], Allocated(variant.Run)))];
    }

    /// <summary>Runs until the code is compiled at its last tier, and finds how many operations fill a slice.</summary>
    public static int WarmUp(Func<int> run)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(400))
            run();

        var count = 1;
        while (Time(run, count) < Slice)
            count *= 2;

        return count;
    }

    private static TimeSpan Time(Func<int> run, int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            run();

        return Stopwatch.GetElapsedTime(start);
    }

    private static double Allocated(Func<int> run)
    {
        const int Count = 50;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
            run();

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Count;
    }
}
