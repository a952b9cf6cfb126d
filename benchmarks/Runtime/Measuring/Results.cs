namespace DynamoToolkit.Benchmarks.Measuring;

/// <summary>The measurements of one comparison, by operation and variant.</summary>
/// <param name="measurements">All of them, in the order of the tables.</param>
/// <param name="baseline">The variant whose time is 1.</param>
internal sealed class Results(List<Measurement> measurements, string baseline)
{
    public IEnumerable<Measurement> All => measurements;

    public Measurement Of(string operation, string variant) =>
        measurements.Single(measurement => measurement.Operation == operation && measurement.Variant == variant);

    public double MinimumRatio(Measurement measurement) => measurement.Minimum / Of(measurement.Operation, baseline).Minimum;

    public double MedianRatio(Measurement measurement) => measurement.Median / Of(measurement.Operation, baseline).Median;
}
