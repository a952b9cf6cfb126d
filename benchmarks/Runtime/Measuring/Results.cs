namespace DynamoToolkit.Benchmarks.Measuring;

/// <summary>The measurements of one comparison, by operation and variant.</summary>
/// <param name="measurements">All of them, in the order of the tables.</param>
/// <param name="baseline">The variant that the others are compared with: its time is 1.</param>
/// <param name="floor">The variant that does the least: the other measure of the same times.</param>
internal sealed class Results(List<Measurement> measurements, string baseline, string floor)
{
    public IEnumerable<Measurement> All => measurements;

    public Measurement Of(string operation, string variant) =>
        measurements.Single(measurement => measurement.Operation == operation && measurement.Variant == variant);

    /// <summary>The least of all rounds over the baseline's.</summary>
    public double MinimumRatio(Measurement measurement) => measurement.Minimum / Of(measurement.Operation, baseline).Minimum;

    /// <summary>The median round over the baseline's.</summary>
    public double MedianRatio(Measurement measurement) => measurement.Median / Of(measurement.Operation, baseline).Median;

    /// <summary>The least of all rounds over the floor's.</summary>
    public double MinimumOverFloor(Measurement measurement) => measurement.Minimum / Of(measurement.Operation, floor).Minimum;

    /// <summary>The median round over the floor's.</summary>
    public double MedianOverFloor(Measurement measurement) => measurement.Median / Of(measurement.Operation, floor).Median;
}
