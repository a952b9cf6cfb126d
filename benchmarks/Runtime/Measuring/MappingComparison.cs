using System.Diagnostics;
using DynamoToolkit.Benchmarks.Entities;
using DynamoToolkit.Benchmarks.Mapping;

namespace DynamoToolkit.Benchmarks.Measuring;

/// <summary>
/// Times the variants in turns, a few milliseconds each, round after round: whatever else the machine does hits all of them alike,
/// so that ratios hold where absolute times do not. Nanoseconds an operation.
/// </summary>
internal sealed class MappingComparison(int rounds)
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(6);

    public List<Measurement> Run(MappingVariant[] variants)
    {
        var order = Orders.Create(42);
        var hundred = Orders.CreateMany(100);
        var thousand = Orders.CreateMany(1000);
        var item = WireSample.Item();
        var page100 = WireSample.Page(100);
        var page1000 = WireSample.Page(1000);
        var writers = variants.Where(static variant => variant.Writes).ToArray();
        (string Operation, MappingVariant[] Variants, Func<MappingVariant, int> Run)[] cases =
        [
            ("Write 1", writers, variant => variant.WritePut(order)),
            ("Write 100", writers, variant => variant.WriteBatch(hundred)),
            ("Write 1,000", writers, variant => variant.WriteBatch(thousand)),
            ("Read 1", variants, variant => variant.ReadItem(item).Quantity),
            ("Read 100", variants, variant => variant.ReadPage(page100).Count),
            ("Read 1,000", variants, variant => variant.ReadPage(page1000).Count),
        ];

        // The compiler's last tier comes in the background, and late on a busy machine: all of it before the first measurement.
        foreach (var (_, mapped, run) in cases)
        {
            foreach (var variant in mapped)
                WarmUp(run, variant);
        }

        return [.. cases.SelectMany(measured => Compare(measured.Operation, measured.Variants, measured.Run))];
    }

    private IEnumerable<Measurement> Compare(string operation, MappingVariant[] variants, Func<MappingVariant, int> run)
    {
        var counts = variants.Select(variant => WarmUp(run, variant)).ToArray();
        var times = variants.Select(_ => new List<double>(rounds)).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < variants.Length; turn++)
            {
                // Everyone follows everyone: none always pays for its predecessor's garbage.
                var i = (turn + round) % variants.Length;
                times[i].Add(Time(run, variants[i], counts[i]).TotalNanoseconds / counts[i]);
            }
        }

        return variants.Select((variant, i) => Measurement.Of(operation, variant.Name, times[i], Allocated(run, variant))).ToArray();
    }

    /// <summary>Runs until the code is compiled at its last tier, and finds how many operations fill a slice.</summary>
    private static int WarmUp(Func<MappingVariant, int> run, MappingVariant variant)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(400))
            run(variant);

        var count = 1;
        while (Time(run, variant, count) < Slice)
            count *= 2;

        return count;
    }

    private static TimeSpan Time(Func<MappingVariant, int> run, MappingVariant variant, int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            run(variant);

        return Stopwatch.GetElapsedTime(start);
    }

    private static double Allocated(Func<MappingVariant, int> run, MappingVariant variant)
    {
        const int Count = 50;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
            run(variant);

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Count;
    }
}
